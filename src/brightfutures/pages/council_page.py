"""The overview of a council: its view model, from a health check to what the template shows."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from brightfutures.catalogue import STAGE_NAMES, Catalogue, Indicator, Stage
from brightfutures.findings.figures import missing_words, period_words, shown, unit_words
from brightfutures.findings.health_check import HealthCheck
from brightfutures.findings.judgement_words import JudgementWords
from brightfutures.findings.place_names import placed_first
from brightfutures.findings.verdict_words import (
    DIFFERENT,
    LEVEL_SHAPES,
    direction_words,
    level_words,
)
from brightfutures.measures.results import Cell, Comparison, Level, SimilarPeriod, Why
from brightfutures.pages.addresses import (
    METHODS,
    TRACK_RECORD,
    council_page_address,
    topic_address,
)
from brightfutures.pages.doors import Door, door, source_sentence
from brightfutures.pages.figures_of import Picture, legend_mark, marks, sparkline, strip, trend
from brightfutures.published.readings import SourceRow
from brightfutures.quantities import Area, Missing


@dataclass(frozen=True, kw_only=True)
class Point:
    """One of the three bullets."""

    label: str
    sentence: str


@dataclass(frozen=True, kw_only=True)
class VerdictCell:
    """A verdict as it stands in a table: shape, words, and whom it is against."""

    shape: str
    words: str
    different: bool
    note: str


@dataclass(frozen=True, kw_only=True)
class Row:
    """One measure in the table."""

    title: str
    href: str
    unit: str
    when: str
    here: str
    here_missing: bool
    similar: str
    similar_note: str
    england: str
    england_note: str
    strip: Markup
    spark: Markup
    verdict: VerdictCell


@dataclass(frozen=True, kw_only=True)
class StageRows:
    """The measures of one stage of the child's journey."""

    name: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, kw_only=True)
class Legend:
    """The four marks of the strip, drawn by the same module that draws the strip."""

    us: Markup
    similar: Markup
    middle_half: Markup
    other: Markup


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
        legend=Legend(
            us=legend_mark("us"),
            similar=legend_mark("similar"),
            middle_half=legend_mark("middle_half"),
            other=legend_mark("other"),
        ),
        stages=_stages(catalogue, check, in_set, inputs, drawn=True),
        more_stages=_stages(catalogue, check, others, inputs, drawn=False),
        more_count=len(others),
        similar_sentence=_similar_sentence(check, inputs.name_of),
        doors=_doors(catalogue, check, sources, inputs),
        method=METHOD,
        method_links=METHOD_LINKS if inputs.address_of else (),
        further=further_pages(check.area) if inputs.address_of else (),
        publications=_publications(sources, check.judgement),
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


def _stages(
    catalogue: Catalogue,
    check: HealthCheck,
    indicators: Sequence[Indicator],
    inputs: CouncilPageInputs,
    *,
    drawn: bool,
) -> tuple[StageRows, ...]:
    found = []
    for stage in Stage:
        rows = tuple(
            _row(catalogue, check, entry, inputs, drawn=drawn)
            for entry in indicators
            if entry.stage is stage
        )
        if rows:
            found.append(StageRows(name=STAGE_NAMES[stage], rows=rows))
    return tuple(found)


def _row(
    catalogue: Catalogue,
    check: HealthCheck,
    indicator: Indicator,
    inputs: CouncilPageInputs,
    *,
    drawn: bool,
) -> Row:
    comparison = check.comparisons[indicator.id]
    similar, england = comparison.similar, comparison.england
    return Row(
        title=indicator.title,
        href=inputs.address_of(indicator.id) if inputs.address_of else f"#about-{indicator.id}",
        unit=unit_words(indicator),
        when=comparison.period,
        here=shown(indicator, comparison.here.value),
        here_missing=isinstance(comparison.here.value, Missing),
        similar=shown(indicator, similar.mean if similar else None),
        similar_note=middle_where_it_parts(indicator, comparison),
        england=shown(indicator, england.value if england else None),
        england_note=average_tested(indicator, comparison),
        strip=strip(
            indicator,
            check.area,
            comparison,
            marks(check.area, comparison, inputs.cells(indicator.id, comparison.period)),
        )
        if drawn
        else Markup(""),
        spark=sparkline(catalogue, check.area, comparison) if drawn else Markup(""),
        verdict=verdict_cell(indicator, comparison),
    )


def middle_where_it_parts(indicator: Indicator, comparison: Comparison) -> str:
    """The middle similar council, where the average is far from it.

    A few councils that record nought pull the average of a share down to where none of them is.
    """
    similar = comparison.similar
    if similar is None or similar.mean is None or similar.median is None:
        return ""
    far = abs(similar.mean - similar.median) > FAR_FROM_THE_MIDDLE * abs(similar.median)
    return f"middle one {shown(indicator, similar.median)}" if far else ""


def average_tested(indicator: Indicator, comparison: Comparison) -> str:
    """What a verdict against England was measured from, where it is not England's own figure."""
    verdict, england = comparison.verdict, comparison.england
    if verdict.against != "england" or verdict.average is None or england is None:
        return ""
    average = shown(indicator, verdict.average)
    return "" if average == shown(indicator, england.value) else f"average {average}"


def verdict_cell(indicator: Indicator, comparison: Comparison) -> VerdictCell:
    """The verdict as it stands in the table."""
    verdict = comparison.verdict
    notes = []
    if direction_words(verdict):
        notes.append(direction_words(verdict))
    if verdict.against == "england" and verdict.level is not Level.CANNOT_SAY:
        notes.append("against England")
    if verdict.level is Level.CANNOT_SAY:
        notes.append(_short_reason(indicator, comparison))
    return VerdictCell(
        shape=LEVEL_SHAPES[verdict.level],
        words=level_words(indicator, verdict),
        different=verdict.level in DIFFERENT,
        note=", ".join(notes),
    )


FAR_FROM_THE_MIDDLE = 1 / 3
"""How far an average may lie from the middle council, as a share of it, before both are shown."""

SHORT_REASONS: Mapping[str, str] = {
    "no_counts": "no counts published",
    "too_few_comparators": "too few to compare with",
    "too_few_children": "too few children",
    "break_in_series": "counting changed",
    "unreliable": "figure unreliable",
    "withheld_ends_disagree": "figure withheld",
    "value_missing": "no figure",
}


def _short_reason(indicator: Indicator, comparison: Comparison) -> str:
    value = comparison.here.value
    if isinstance(value, Missing):
        return missing_words(value)
    reason = comparison.verdict.reason
    if reason is Why.NO_COUNTS and indicator.stage is Stage.MONEY:
        return "money, not a count"
    return SHORT_REASONS.get(reason.value, "") if reason else ""


def _similar_sentence(check: HealthCheck, name_of: Callable[[str], str]) -> str:
    similar = check.leading.similar
    if similar is None or not similar.councils:
        return "No similar councils are listed for it, so the comparison is with England."
    names = ", ".join(name_of(entry.area) for entry in similar.councils)
    return f"{similar.title}: {names}."


def _publications(
    sources: Mapping[str, Sequence[SourceRow]], judgement: JudgementWords | None
) -> tuple[str, ...]:
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
