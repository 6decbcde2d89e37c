"""One indicator of one council: its view model."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from brightfutures.catalogue import (
    STAGE_NAMES,
    Catalogue,
    Indicator,
    Question,
    Warning,
)
from brightfutures.findings.comparison_words import whom_of
from brightfutures.findings.figures import (
    is_percentage,
    is_pounds,
    missing_words,
    period_words,
    shown,
    unit_words,
)
from brightfutures.findings.headline import difference_sentence, first_sayable
from brightfutures.findings.health_check import lead_sentences
from brightfutures.findings.notes import alikeness_sentence
from brightfutures.findings.place_names import placed
from brightfutures.findings.verdict_words import (
    DIFFERENT,
    lies_close,
    others,
    verdict_sentence,
)
from brightfutures.measures.levels.shrinkage import Shrunken
from brightfutures.measures.results import (
    Alternative,
    Cell,
    Comparison,
    Level,
    SimilarPeriod,
)
from brightfutures.pages.addresses import (
    council_page_address,
    national_address,
    stage_word,
    topic_address,
)
from brightfutures.pages.beside_rows import (
    WHICH_AVERAGE,
    BesideRow,
    own_rows,
    rows_of_averages,
    rows_of_wholes,
)
from brightfutures.pages.breakdowns_of import BreakdownsOf
from brightfutures.pages.comparison_form import ComparisonForm
from brightfutures.pages.doors import (
    SourceLine,
    source_lines,
    source_sentence,
    what_is_known,
    worked_out_sentence,
)
from brightfutures.pages.expected_of import ExpectedOf
from brightfutures.pages.figures_of import Picture, trend
from brightfutures.pages.improvers_of import ImproversOf
from brightfutures.pages.level_behind_of import LevelBehindOf, level_behind_of, level_row
from brightfutures.pages.otherwise import Otherwise
from brightfutures.pages.prose import Piece
from brightfutures.published.readings import SourceRow
from brightfutures.quantities import Area, Missing, Reason

MOST_LISTED = 20
"""Councils that a figure is set beside and that are named one by one; of more, only how many."""


@dataclass(frozen=True, kw_only=True)
class SimilarRow:
    """One similar council."""

    name: str
    value: str
    closeness: str


@dataclass(frozen=True, kw_only=True)
class PeriodChoice:
    """The periods that can be shown, the newest first, and what the form sends along."""

    labels: tuple[str, ...]
    chosen: str
    kept: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, kw_only=True)
class ReadWith:
    """An indicator that balances this one, with the council's figure."""

    title: str
    address: str
    value: str


@dataclass(frozen=True, kw_only=True)
class IndicatorPage:
    """Everything the template of an indicator shows."""

    document_title: str
    masthead: str
    name: str
    title: str
    council_address: str
    national_address: str
    verdict_method: str
    eyebrow: str
    h1: str
    lead: str
    stage: Piece | None
    area_notes: tuple[str, ...]
    when: str
    unit: str
    chart: Picture
    verdict_sentence: str
    compared: ComparisonForm | None
    compared_with: str
    beside: tuple[BesideRow, ...]
    averages_note: str
    periods: PeriodChoice
    notes: tuple[str, ...]
    similar_rows: tuple[SimilarRow, ...]
    similar_unlisted: str
    similar_caption: str
    similar_address: str
    why_it_matters: str
    what_to_know: tuple[str, ...]
    warnings: tuple[Warning, ...]
    questions: tuple[Question, ...]
    otherwise: Otherwise
    level_behind: LevelBehindOf | None
    expected: ExpectedOf | None
    breakdowns: BreakdownsOf | None
    improvers: ImproversOf | None
    read_with: tuple[ReadWith, ...]
    worked_out: tuple[str, ...]
    sources: tuple[SourceLine, ...]
    citation: str
    downloads: tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True)
class IndicatorPageInputs:
    """What the page asks of the floors below."""

    averages: Sequence[SimilarPeriod]
    england: Sequence[Cell]
    source_rows: Sequence[SourceRow]
    read_with: Mapping[str, Comparison]
    alternatives: Sequence[Alternative]
    periods: PeriodChoice
    name_of: Callable[[str], str]
    address_of: Callable[[str], str]
    address_against: Callable[[str], str]
    area_notes: tuple[str, ...]
    council_address: str
    similar_address: str
    data_line: str
    otherwise: Otherwise
    compared: ComparisonForm | None = None
    level_behind: Shrunken | str | None = None
    expected: ExpectedOf | None = None
    breakdowns: BreakdownsOf | None = None
    improvers: ImproversOf | None = None
    downloads: tuple[tuple[str, str], ...] = ()
    source_of_file: Mapping[str, str] = field(default_factory=dict)
    query: str = ""


def indicator_page(
    catalogue: Catalogue, area: Area, comparison: Comparison, inputs: IndicatorPageInputs
) -> IndicatorPage:
    """The view model of one indicator of one council."""
    indicator = catalogue.indicators[comparison.indicator]
    when = period_words(catalogue, indicator, comparison.period)
    h1 = finding_sentence(indicator, comparison, area.name, ended=area.is_former)
    similar = comparison.similar
    listed = similar.councils if similar and len(similar.councils) <= MOST_LISTED else ()
    return IndicatorPage(
        document_title=f"{h1} – {indicator.title}, {area.name}",
        masthead=area.name,
        name=area.name,
        title=indicator.title,
        council_address=inputs.council_address,
        national_address=national_address(indicator.id),
        verdict_method=topic_address("verdict"),
        eyebrow=f"{area.name} · {indicator.title} · {when}",
        h1=h1,
        lead=" ".join(
            lead_sentences(catalogue, comparison, area.name, inputs.read_with, ended=area.is_former)
        ),
        stage=_stage(indicator, area, inputs.query),
        area_notes=inputs.area_notes,
        when=when,
        unit=unit_words(indicator).capitalize(),
        chart=trend(
            catalogue,
            area,
            comparison,
            inputs.averages,
            inputs.england,
            source_sentence(inputs.source_rows),
        ),
        verdict_sentence=verdict_sentence(indicator, comparison),
        compared=inputs.compared,
        compared_with=_compared_with(comparison, inputs.compared),
        beside=_beside(indicator, comparison, area, inputs),
        averages_note=WHICH_AVERAGE,
        periods=inputs.periods,
        notes=what_is_known(indicator, comparison, said_above=True),
        similar_rows=tuple(
            SimilarRow(
                name=inputs.name_of(entry.area),
                value=shown(indicator, entry.value),
                closeness=entry.closeness or "–",
            )
            for entry in listed
        ),
        similar_unlisted=_unlisted(comparison),
        similar_caption=f"{_title_of(comparison)}, {indicator.title}, {when}" if similar else "",
        similar_address=inputs.similar_address,
        why_it_matters=indicator.why_it_matters,
        what_to_know=indicator.what_to_know,
        warnings=tuple(catalogue.warnings[code] for code in indicator.warnings),
        questions=tuple(catalogue.questions[code] for code in indicator.questions),
        otherwise=inputs.otherwise,
        level_behind=level_behind_of(indicator, inputs.level_behind, comparison),
        expected=inputs.expected,
        breakdowns=inputs.breakdowns,
        improvers=inputs.improvers,
        read_with=_read_with(catalogue, inputs),
        worked_out=_worked_out(catalogue, indicator, comparison, inputs.source_rows),
        sources=source_lines(catalogue, inputs.source_rows, inputs.source_of_file),
        citation=_citation(indicator, area, when, inputs),
        downloads=inputs.downloads,
    )


def _stage(indicator: Indicator, area: Area, query: str) -> Piece:
    """The council's page of the stage of the journey that the indicator is of."""
    address = council_page_address(area, stage_word(indicator.stage))
    return Piece(STAGE_NAMES[indicator.stage], f"{address}{query}")


def finding_sentence(
    indicator: Indicator, comparison: Comparison, council: str, *, ended: bool = False
) -> str:
    """The page's h1: what is found on this indicator, whatever the verdict.

    A council that has `ended` is spoken of in the past tense.
    """
    level, here = comparison.verdict.level, comparison.here.value
    withheld = isinstance(here, Missing) and Reason.SUPPRESSED in here.reasons
    them, was = others(comparison.verdict), "was" if ended else "is"
    if level in DIFFERENT:
        return difference_sentence(indicator, comparison, council, ended=ended)
    if level is Level.ABOUT_THE_SAME:
        alike = (
            f"about the same as {them}"
            if lies_close(indicator, comparison.verdict)
            else f"not clearly different from {them}"
        )
        if withheld:
            return f"{indicator.title}: withheld for {placed(council)}; whichever it is, {alike}"
        said = f"{indicator.title}: {placed(council)} {was} {alike}"
        none = f"{indicator.title}: no clear difference in {placed(council)}"
        return first_sayable(said, none)
    said = f"{indicator.title}: the figure for {placed(council)}"
    if isinstance(here, Missing):
        if withheld:
            return f"{said} is withheld, to protect children"
        if Reason.NOT_APPLICABLE in here.reasons:
            return f"{indicator.title}: no figure applies to {placed(council)}"
        return f"{said} is missing"
    return f"{said} cannot be tested"


def _title_of(comparison: Comparison) -> str:
    """What stands over the list of those it is set beside."""
    of, similar = whom_of(comparison), comparison.similar
    return of.heading if of.one or similar is None else similar.title


def _unlisted(comparison: Comparison) -> str:
    """How many councils it is set beside, where they are too many to be named."""
    councils = comparison.similar.councils if comparison.similar else ()
    if len(councils) <= MOST_LISTED:
        return ""
    return f"It is set beside {len(councils)} councils: too many to name here."


def _compared_with(comparison: Comparison, compared: ComparisonForm | None) -> str:
    """Who they are; where they are too unlike to compare with, that England stands in for them."""
    similar, against = comparison.similar, comparison.verdict.against
    if against == "england" and similar is not None and similar.set != "england":
        return alikeness_sentence(similar, against) or ""
    return compared.sentence if compared else ""


def _beside(
    indicator: Indicator, comparison: Comparison, area: Area, inputs: IndicatorPageInputs
) -> tuple[BesideRow, ...]:
    return (
        *own_rows(indicator, comparison, area, level_row(indicator, inputs.level_behind)),
        *rows_of_averages(indicator, comparison, inputs.alternatives, inputs.address_against),
        *rows_of_wholes(indicator, comparison, area, inputs.name_of),
    )


def _read_with(catalogue: Catalogue, inputs: IndicatorPageInputs) -> tuple[ReadWith, ...]:
    rows = []
    for name, comparison in inputs.read_with.items():
        indicator = catalogue.indicators[name]
        value = comparison.here.value
        text = (
            missing_words(value)
            if isinstance(value, Missing)
            else shown(indicator, value)
            if is_percentage(indicator) or is_pounds(indicator)
            else f"{shown(indicator, value)} {unit_words(indicator)}"
        )
        rows.append(ReadWith(title=indicator.title, address=inputs.address_of(name), value=text))
    return tuple(rows)


def _worked_out(
    catalogue: Catalogue, indicator: Indicator, comparison: Comparison, shown: Sequence[SourceRow]
) -> tuple[str, ...]:
    """The division, and what is counted where no row of a file says so."""
    said = {row.series for row in shown}
    counted = [
        catalogue.series[name].sentence
        for name in (*indicator.numerator, *indicator.numerator_less, *indicator.denominator)
        if name not in said
    ]
    division = worked_out_sentence(catalogue, indicator, comparison)
    return tuple(dict.fromkeys([*([division] if division else []), *counted]))


def _citation(indicator: Indicator, area: Area, when: str, inputs: IndicatorPageInputs) -> str:
    published = dict.fromkeys(f"{row.publisher}, {row.publication}" for row in inputs.source_rows)
    by = f"{'; '.join(published)}. " if published else ""
    return f"{indicator.title}, {area.name}, {when}. {by}{inputs.data_line}"
