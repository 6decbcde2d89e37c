"""The overview of a council: its view model, from a health check to what the template shows."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from brightfutures.catalogue import Catalogue, Stage
from brightfutures.findings.figures import period_words
from brightfutures.findings.health_check import HealthCheck
from brightfutures.findings.judgement_words import JudgementWords
from brightfutures.findings.place_names import placed_first
from brightfutures.measures.results import Cell, Comparison, SimilarPeriod
from brightfutures.pages.addresses import (
    METHODS,
    TRACK_RECORD,
    council_page_address,
    topic_address,
)
from brightfutures.pages.doors import Door, door, source_sentence
from brightfutures.pages.figures_of import Picture, trend
from brightfutures.pages.stand_table import (
    Legend,
    StageRows,
    StandInputs,
    legend,
    similar_sentence,
    stand_rows,
)
from brightfutures.published.readings import SourceRow
from brightfutures.quantities import Area


@dataclass(frozen=True, kw_only=True)
class Point:
    """One of the three bullets."""

    label: str
    sentence: str


@dataclass(frozen=True, kw_only=True)
class CouncilPage:
    """Everything the template of the overview shows."""

    document_title: str
    masthead: str
    name: str
    eyebrow: str
    h1: str
    lead: str
    points: tuple[Point, ...]
    judgement: JudgementWords | None
    chart: Picture
    area_notes: tuple[str, ...]
    tally: str
    legend: Legend
    stages: tuple[StageRows, ...]
    more_stages: tuple[StageRows, ...]
    more_count: int
    similar_sentence: str
    doors: tuple[Door, ...]
    method: tuple[str, ...]
    method_links: tuple[tuple[str, str], ...]
    further: tuple[tuple[str, str], ...]
    publications: tuple[str, ...]
    downloads: tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True)
class CouncilPageInputs:
    """What the page asks of the floors below, as plain functions of an indicator and a period."""

    cells: Callable[[str, str], Sequence[tuple[str, Cell]]]  # every council, by name
    averages: Callable[[str], Sequence[SimilarPeriod]]
    england: Callable[[str], Sequence[Cell]]
    source_rows: Callable[[Comparison], Sequence[SourceRow]]
    rows_of_others: Callable[[Comparison], Sequence[tuple[str, Sequence[SourceRow]]]]
    name_of: Callable[[str], str]
    address_of: Callable[[str], str] | None  # None: every link stays on the page
    stage_address_of: Callable[[Stage], str] = lambda stage: ""
    downloads: tuple[tuple[str, str], ...] = ()


def council_page(
    catalogue: Catalogue, check: HealthCheck, inputs: CouncilPageInputs
) -> CouncilPage:
    """The view model of one council's overview."""
    name = check.area.name
    in_set = check.measured(catalogue, in_the_set=True)
    others = check.measured(catalogue, in_the_set=False)
    sources = {
        entry.id: tuple(inputs.source_rows(check.comparisons[entry.id]))
        for entry in (*in_set, *others)
    }
    leading = catalogue.indicators[check.leading.indicator]
    stand = StandInputs(
        cells=inputs.cells,
        address_of=inputs.address_of,
        stage_address_of=inputs.stage_address_of,
    )
    return CouncilPage(
        document_title=f"{check.headline.sentence} – {name}’s health check",
        masthead=name,
        name=name,
        eyebrow=f"{name} · {'former council' if check.area.is_former else 'health check'} · "
        f"{_reach(catalogue, check)}",
        h1=check.headline.sentence,
        lead=" ".join(check.lead),
        points=(
            Point(label=check.flow_label, sentence=check.where_it_comes_from.sentence),
            Point(label="What is spent", sentence=check.what_is_spent.sentence),
            Point(label="What to ask first", sentence=check.what_to_ask_first.sentence),
        ),
        judgement=check.judgement,
        chart=trend(
            catalogue,
            check.area,
            check.leading,
            inputs.averages(leading.id),
            inputs.england(leading.id),
            source_sentence(sources[leading.id]),
        ),
        area_notes=check.area_notes,
        tally=check.tally_sentence,
        legend=legend(),
        stages=stand_rows(
            catalogue, check.area, [check.comparisons[one.id] for one in in_set], stand
        ),
        more_stages=stand_rows(
            catalogue, check.area, [check.comparisons[one.id] for one in others], stand, drawn=False
        ),
        more_count=len(others),
        similar_sentence=similar_sentence(check.leading, inputs.name_of),
        doors=_doors(catalogue, check, sources, inputs),
        method=METHOD,
        method_links=METHOD_LINKS if inputs.address_of else (),
        further=further_pages(check.area) if inputs.address_of else (),
        publications=publications(sources, check.judgement),
        downloads=inputs.downloads,
    )


METHOD = (
    "Most figures are a count divided by a count, both as published; money and a few scores are "
    "shown and not tested. A council’s figure is compared with the average of its ten statistical "
    "neighbours, as the Department for Education lists them; where on a measure those councils "
    "are hardly more alike than any others, it is compared with the councils of England, each "
    "counted alike.",
    "Figures move up and down from year to year: partly by chance, partly by how things are "
    "recorded, partly in the ordinary run of events. For each measure we work out from every "
    "council’s own history how large that ordinary wobble is, and call a difference higher or "
    "lower only when it is larger. Because dozens of measures are tested at once, the bar is "
    "raised, so that no more than about one in twenty of the differences named should be a "
    "false alarm. Tried on made-up councils whose true level is known, it was fewer.",
    "“Unusually” high or low means that the council also lies outside the usual spread between "
    "councils and their similar councils, in this period and the one before.",
)
"""How this is worked out, in three paragraphs."""

METHOD_LINKS = (
    ("How a verdict is reached", topic_address("verdict")),
    ("All our methods, with worked examples", METHODS),
    ("How often our verdicts were right", TRACK_RECORD),
)
"""Where more of it stands, on a site."""


def further_pages(area: Area) -> tuple[tuple[str, str], ...]:
    """The council's other pages on a site: the words of the link and the address."""
    name = placed_first(area.name)
    return (
        (f"{name} by outcome of the National Framework", council_page_address(area, "framework")),
        (f"{name} on the seven priorities", council_page_address(area, "priorities")),
    )


def _reach(catalogue: Catalogue, check: HealthCheck) -> str:
    comparison = check.comparisons.get("children_looked_after_rate", check.leading)
    indicator = catalogue.indicators[comparison.indicator]
    newest = comparison.period if check.area.is_former else comparison.newest_period
    when = period_words(catalogue, indicator, newest)
    return f"statistics to {when.removeprefix('at ').removeprefix('in the year ending ')}"


def publications(
    sources: Mapping[str, Sequence[SourceRow]], judgement: JudgementWords | None = None
) -> tuple[str, ...]:
    """The publications behind some figures and a judgement, each with its releases."""
    releases: dict[str, set[str]] = {}
    if judgement is not None and judgement.publication:
        releases[judgement.publication] = set()
    for rows in sources.values():
        for row in rows:
            releases.setdefault(f"{row.publisher}: {row.publication}", set()).add(row.release)
    return tuple(
        f"{publication}, {'release' if len(labels) == 1 else 'releases'} "
        f"{', '.join(sorted(labels))}"
        if labels
        else publication
        for publication, labels in sorted(releases.items())
    )


def _doors(
    catalogue: Catalogue,
    check: HealthCheck,
    sources: Mapping[str, Sequence[SourceRow]],
    inputs: CouncilPageInputs,
) -> tuple[Door, ...]:
    if inputs.address_of is not None:
        return ()  # on a site the indicator's own page is the door
    return tuple(
        door(
            catalogue,
            indicator,
            check.area,
            check.comparisons[indicator.id],
            sources[indicator.id],
            inputs.rows_of_others(check.comparisons[indicator.id]),
        )
        for indicator in catalogue.indicators.values()
        if indicator.id in check.comparisons
    )
