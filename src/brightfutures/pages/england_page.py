"""England as a whole: the view model of the national picture."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from brightfutures.catalogue import STAGE_NAMES, WITH_A_PAGE, Catalogue, Stage
from brightfutures.findings.england_growth import GrowthLine
from brightfutures.findings.england_picture import EnglandMeasure, EnglandPicture
from brightfutures.findings.england_picture_words import lead_sentence, not_held, spread_of_leading
from brightfutures.findings.figures import period_words
from brightfutures.findings.national_spread_cells import england_figures
from brightfutures.pages.addresses import REGIONS, data_address, england_page_address, topic_address
from brightfutures.pages.council_page import publications
from brightfutures.pages.doors import SourceLine, source_lines, source_sentence
from brightfutures.pages.england_deprivation import DeprivationSection, deprivation_section
from brightfutures.pages.england_grades import GradesSection, grades_section
from brightfutures.pages.england_table import EnglandRow, NamedCells, england_row
from brightfutures.pages.england_trends import HEADER, EnglandTrends
from brightfutures.pages.figures_of import Picture, legend_mark
from brightfutures.pages.small_trends import SmallTrend
from brightfutures.published.readings import SourceRow

FRAMEWORK = england_page_address("framework")
INSPECTION = england_page_address("inspection")


@dataclass(frozen=True, kw_only=True)
class EnglandStage:
    """One stage of the child's journey: what is asked, its measures drawn and in a row each."""

    id: str
    name: str
    means: str
    trends: tuple[SmallTrend, ...]
    rows: tuple[EnglandRow, ...]


@dataclass(frozen=True, kw_only=True)
class GrowthRow:
    """One growth figure: what, then, now, how much more, and the sources it was read from."""

    what: str
    then: str
    now: str
    change: str
    notes: str
    sources: tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True)
class EnglandPage:
    """Everything the template shows."""

    document_title: str
    masthead: None
    eyebrow: str
    h1: str
    lead: str
    points: tuple[tuple[str, str], ...]
    wanting: str
    trend: Picture
    legend: tuple[tuple[Markup, str], ...]
    strip_legend: tuple[tuple[Markup, str], ...]
    stages: tuple[EnglandStage, ...]
    trends_header: tuple[str, ...]
    notes: tuple[str, ...]
    growth: tuple[GrowthRow, ...]
    children: str
    growth_sources: tuple[SourceLine, ...]
    deprivation: DeprivationSection | None
    grades: GradesSection | None
    absent: tuple[str, ...]
    publications: tuple[str, ...]
    links: tuple[tuple[str, str], ...]
    method: str
    downloads: tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True)
class EnglandPageInputs:
    """What the page asks of the floors below.

    `growth_rows` has the rows behind both counts of each growth; `source_of` names the source of
    a file; `children` says by how much the number of children grew; `other_publications`
    are those of deprivation and of judgements.
    """

    cells: NamedCells
    source_rows: Callable[[str], Sequence[SourceRow]]
    growth_rows: Callable[[GrowthLine], Sequence[SourceRow]]
    source_of: Mapping[str, str]
    children: str
    main_measures: int
    other_publications: tuple[str, ...] = ()
    downloads: tuple[tuple[str, str], ...] = ()


def england_page(
    catalogue: Catalogue, found: EnglandPicture, inputs: EnglandPageInputs
) -> EnglandPage:
    """The view model of England's page."""
    trends = EnglandTrends(
        catalogue, found.measures, lambda name: source_sentence(inputs.source_rows(name))
    )
    stages = tuple(
        _stage(catalogue, stage, own, trends, inputs.cells)
        for stage in WITH_A_PAGE
        if (own := found.of_stage(stage))
    )
    leading = found.leading
    rows = {one.indicator.id: inputs.source_rows(one.indicator.id) for one in found.measures}
    deprivation, grades = deprivation_section(found), grades_section(found.grades)
    return EnglandPage(
        document_title=f"{found.headline.sentence} – England",
        masthead=None,
        eyebrow=f"England · statistics to {_reach(catalogue, leading)}",
        h1=found.headline.sentence,
        lead=lead_sentence(found.measures),
        points=_points(found, deprivation, grades),
        wanting=not_held(found.measures, inputs.main_measures),
        trend=trends.first(
            leading,
            f"England: {england_figures(leading.indicator, leading.change)}",
            _source(rows, leading),
        ),
        legend=(
            (legend_mark("line"), "England"),
            (legend_mark("middle_half"), "middle half of councils"),
        ),
        strip_legend=(
            (legend_mark("other"), "every council"),
            (legend_mark("middle_half"), "middle half of councils"),
        ),
        stages=stages,
        trends_header=HEADER,
        notes=trends.notes,
        growth=tuple(_growth_row(line, inputs) for line in found.growth),
        children=inputs.children,
        growth_sources=tuple(
            line
            for one in found.growth
            for line in source_lines(catalogue, inputs.growth_rows(one))
        ),
        deprivation=deprivation,
        grades=grades,
        absent=_absent(found),
        publications=tuple(
            dict.fromkeys(
                (
                    *publications(
                        {**rows, **{one.sentence: inputs.growth_rows(one) for one in found.growth}}
                    ),
                    *inputs.other_publications,
                )
            )
        ),
        links=(
            ("The nine regions", REGIONS),
            ("How far councils really differ, and what lasts", FRAMEWORK),
            ("How far figures and Ofsted’s grades agree", INSPECTION),
            ("How all this is worked out", topic_address("spread")),
        ),
        method=topic_address("spread"),
        downloads=inputs.downloads,
    )


def _stage(
    catalogue: Catalogue,
    stage: Stage,
    own: Sequence[EnglandMeasure],
    trends: EnglandTrends,
    cells: NamedCells,
) -> EnglandStage:
    return EnglandStage(
        id=stage.value.replace("_", "-"),
        name=STAGE_NAMES[stage],
        means=catalogue.stages[stage].means,
        trends=tuple(trends.small(one) for one in own),
        rows=tuple(england_row(catalogue, one, cells) for one in own),
    )


def _points(
    found: EnglandPicture, deprivation: DeprivationSection | None, grades: GradesSection | None
) -> tuple[tuple[str, str], ...]:
    """How far councils lie apart, what goes with deprivation, and how Ofsted's grades stand."""
    said = [("How far councils lie apart", spread_of_leading(found.leading))]
    if deprivation is not None:
        said.append(("What goes with deprivation", deprivation.sentence))
    if grades is not None:
        said.append(("How inspectors judge", grades.sentence))
    return tuple((name, sentence) for name, sentence in said if sentence)


def _growth_row(line: GrowthLine, inputs: EnglandPageInputs) -> GrowthRow:
    one = line.growth
    sources = dict.fromkeys(
        inputs.source_of[row.file]
        for row in inputs.growth_rows(line)
        if row.file in inputs.source_of
    )
    return GrowthRow(
        what=line.quoted.called,
        then=f"{line.then} in {one.from_period}",
        now=f"{line.now} in {one.to_period}",
        change=line.change,
        notes=" ".join(part for part in (line.for_each_child, *line.cautions) if part),
        sources=tuple((source, data_address(source)) for source in sources),
    )


def _absent(found: EnglandPicture) -> tuple[str, ...]:
    """What the files that are loaded cannot tell, a sentence each."""
    said = []
    if not found.growth:
        said.append("No count of England is loaded for two years, so no growth is shown.")
    if not found.gradients:
        said.append(
            "The figures by which councils are put in order of deprivation, or counts to go with "
            "them, are not loaded, so no gradient is shown."
        )
    if not found.grades:
        said.append("Too few of Ofsted’s judgements are loaded to count councils by grade.")
    return tuple(said)


def _source(rows: Mapping[str, Sequence[SourceRow]], leading: EnglandMeasure) -> str:
    return source_sentence(rows[leading.indicator.id])


def _reach(catalogue: Catalogue, leading: EnglandMeasure) -> str:
    """Until when the figures reach, by the leading one."""
    when = period_words(catalogue, leading.indicator, leading.here.period)
    for before in ("at ", "in the year ending ", "in "):
        when = when.removeprefix(before)
    return when
