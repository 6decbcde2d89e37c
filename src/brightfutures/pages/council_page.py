"""The overview of a council: its view model, from a health check to what the template shows."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from brightfutures.catalogue import Catalogue, Stage
from brightfutures.findings.comparison_words import SIMILAR_COUNCILS, Whom
from brightfutures.findings.figures import period_words
from brightfutures.findings.first_measures import first_measures
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
from brightfutures.pages.comparison_form import ComparisonForm
from brightfutures.pages.doors import Door, door, source_sentence
from brightfutures.pages.figures_of import Picture, trend
from brightfutures.pages.judgement_box import (
    JudgementBox,
    heading_of_judgement,
    judgement_box,
)
from brightfutures.pages.prose import Piece, Prose, linked, prose
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
    """One of the bullets."""

    label: str
    sentence: tuple[Piece, ...]


@dataclass(frozen=True, kw_only=True)
class CouncilPage:
    """Everything the template of the overview shows.

    `stages` are the measures that stand first and those that differ, the same on screen and on
    paper; `alike` the rest of the fixed set, a click away; `more_stages` what else is known, only
    where no site holds it. `begins_a_sheet`: the table is short enough for a sheet of its own.
    """

    document_title: str
    masthead: str
    name: str
    ended: bool
    eyebrow: str
    h1: str
    lead: str
    points: tuple[Point, ...]
    judgement: JudgementBox | None
    judgement_heading: str
    chart: Picture
    notes: Prose
    tally: str
    compared: ComparisonForm | None
    legend: Legend
    stages: tuple[StageRows, ...]
    begins_a_sheet: bool
    alike: tuple[StageRows, ...]
    alike_count: int
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
    """What the page asks of the floors below, as plain functions of an indicator and a period.

    `address_of` is None where no site is around the page: every link stays on it, and it holds
    every measure. `compared` is who stands beside the council, `whom` how they are called and
    `query` what links to pages that can be asked the same take with them.
    """

    cells: Callable[[str, str], Sequence[tuple[str, Cell]]]  # every council, by name
    averages: Callable[[str], Sequence[SimilarPeriod]]
    england: Callable[[str], Sequence[Cell]]
    source_rows: Callable[[Comparison], Sequence[SourceRow]]
    rows_of_others: Callable[[Comparison], Sequence[tuple[str, Sequence[SourceRow]]]]
    name_of: Callable[[str], str]
    address_of: Callable[[str], str] | None
    stage_address_of: Callable[[Stage], str] = lambda stage: ""
    neighbours: Mapping[str, str] = field(default_factory=dict)  # councils a note names: addresses
    compared: ComparisonForm | None = None
    whom: Whom = SIMILAR_COUNCILS
    query: str = ""
    downloads: tuple[tuple[str, str], ...] = ()


ROWS_OF_A_SHEET = 17
"""So many measures, under the eight stages, stand on one sheet with what belongs to them."""


def council_page(
    catalogue: Catalogue, check: HealthCheck, inputs: CouncilPageInputs
) -> CouncilPage:
    """The view model of one council's overview."""
    area, name = check.area, check.area.name
    on_a_site = inputs.address_of is not None
    parts = first_measures(catalogue, check.comparisons)
    others = () if on_a_site else parts.others
    sources = {
        entry.indicator: tuple(inputs.source_rows(entry))
        for entry in (*parts.shown, *parts.alike, *others)
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
        ended=area.is_former,
        eyebrow=f"{name} · {'former council' if area.is_former else 'health check'} · "
        f"{_reach(catalogue, check)}",
        h1=check.headline.sentence,
        lead=" ".join(check.lead),
        points=_points(check, inputs),
        judgement=judgement_box(area, check.judgement),
        judgement_heading=heading_of_judgement(area),
        chart=trend(
            catalogue,
            area,
            check.leading,
            inputs.averages(leading.id),
            inputs.england(leading.id),
            source_sentence(sources.get(leading.id, ())),
        ),
        notes=tuple(linked(note, inputs.neighbours) for note in check.area_notes),
        tally=check.tally_sentence,
        compared=inputs.compared,
        legend=legend(inputs.whom),
        stages=stand_rows(catalogue, area, parts.shown, stand),
        begins_a_sheet=len(parts.shown) <= ROWS_OF_A_SHEET,
        alike=stand_rows(catalogue, area, parts.alike, stand, drawn=False),
        alike_count=len(parts.alike),
        more_stages=stand_rows(catalogue, area, others, stand, drawn=False),
        more_count=len(others),
        similar_sentence="" if inputs.compared else similar_sentence(check.leading, inputs.name_of),
        doors=() if on_a_site else _doors(catalogue, check, sources, inputs),
        method=METHOD,
        method_links=METHOD_LINKS if on_a_site else (),
        further=further_pages(area, inputs.query) if on_a_site else (),
        publications=publications(sources, check.judgement),
        downloads=inputs.downloads,
    )


METHOD = (
    "Most figures are one count divided by another, both as published. Money and a few scores are "
    "shown and not tested. A council’s figure is compared with the average of its ten statistical "
    "neighbours, as the Department for Education lists them. On some measures those councils are "
    "hardly more alike than any others. The figure is then "
    "compared with all councils of England, each counted alike.",
    "Figures move up and down from year to year: by chance, by how things are recorded, in the "
    "ordinary run of events. From every council’s own history we work out how large that ordinary "
    "wobble is on each measure. Only a larger difference is called higher or lower. Dozens of "
    "measures are tested at once, so the bar is raised: no more than about one in twenty of the "
    "differences named should be a false alarm. Tried on made-up councils whose true level is "
    "known, it was fewer.",
    "“Unusually” high or low says more. The council also lies outside the usual spread between "
    "councils and their similar councils. It does so in this period and in the one before.",
)
"""How this is worked out, in three paragraphs."""

METHOD_LINKS = (
    ("How a verdict is reached", topic_address("verdict")),
    ("All our methods, with worked examples", METHODS),
    ("How often our verdicts were right", TRACK_RECORD),
)
"""Where more of it stands, on a site."""


def further_pages(area: Area, query: str = "") -> tuple[tuple[str, str], ...]:
    """The council's other pages on a site: the words of the link and the address.

    `query` goes with those that can be asked about another comparison.
    """
    name = placed_first(area.name)
    return (
        ("Ten questions to ask", f"{council_page_address(area, 'questions')}{query}"),
        ("Who is similar, and who has improved", f"{council_page_address(area, 'similar')}{query}"),
        (f"{name} by outcome of the National Framework", council_page_address(area, "framework")),
        (f"{name} on the seven priorities", council_page_address(area, "priorities")),
    )


def _points(check: HealthCheck, inputs: CouncilPageInputs) -> tuple[Point, ...]:
    """The bullets; what has changed leads, on a site, to each measure that it names."""
    changed = check.what_has_changed
    return tuple(
        Point(label=label, sentence=prose((changed,), inputs.address_of)[0])
        if changed and inputs.address_of and finding == changed.finding
        else Point(label=label, sentence=linked(finding.sentence, inputs.neighbours))
        for label, finding in check.points
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
