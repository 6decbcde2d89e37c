"""One indicator of one council: its view model."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from brightfutures.catalogue import Catalogue, Indicator, Question, Warning
from brightfutures.findings.figures import (
    is_percentage,
    is_pounds,
    missing_sentences,
    missing_words,
    period_words,
    shown,
    unit_words,
)
from brightfutures.findings.headline import difference_sentence
from brightfutures.findings.health_check import lead_sentences
from brightfutures.findings.place_names import placed
from brightfutures.findings.verdict_words import (
    DIFFERENT,
    lies_close,
    others,
    verdict_sentence,
)
from brightfutures.measures.results import Cell, Comparison, Level, SimilarPeriod
from brightfutures.measures.shrinkage import Shrunken
from brightfutures.pages.addresses import national_address, topic_address
from brightfutures.pages.doors import (
    SourceLine,
    rows_of_others,
    source_lines,
    source_sentence,
    what_is_known,
    worked_out_sentence,
)
from brightfutures.pages.expected_of import ExpectedOf
from brightfutures.pages.figures_of import Picture, marks, ranked, trend
from brightfutures.pages.improvers_of import ImproversOf
from brightfutures.pages.level_behind_of import LevelBehindOf, level_behind_of, level_row
from brightfutures.pages.otherwise import Otherwise
from brightfutures.published.readings import SourceRow
from brightfutures.quantities import Area, Missing, Reason


@dataclass(frozen=True, kw_only=True)
class BesideRow:
    """One line of the small table of comparisons."""

    who: str
    value: str
    note: str


@dataclass(frozen=True, kw_only=True)
class SimilarRow:
    """One similar council."""

    name: str
    value: str
    closeness: str


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
    when: str
    unit: str
    chart: Picture
    verdict_sentence: str
    beside: tuple[BesideRow, ...]
    notes: tuple[str, ...]
    similar_rows: tuple[SimilarRow, ...]
    similar_caption: str
    ranked: Picture | None
    why_it_matters: str
    what_to_know: tuple[str, ...]
    warnings: tuple[Warning, ...]
    questions: tuple[Question, ...]
    otherwise: Otherwise
    level_behind: LevelBehindOf | None
    expected: ExpectedOf | None
    improvers: ImproversOf | None
    read_with: tuple[ReadWith, ...]
    worked_out: tuple[str, ...]
    sources: tuple[SourceLine, ...]
    rows_of_others: str
    citation: str
    downloads: tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True)
class IndicatorPageInputs:
    """What the page asks of the floors below."""

    councils: Sequence[tuple[str, Cell]]
    averages: Sequence[SimilarPeriod]
    england: Sequence[Cell]
    source_rows: Sequence[SourceRow]
    rows_of_others: Sequence[tuple[str, Sequence[SourceRow]]]
    read_with: Mapping[str, Comparison]
    name_of: Callable[[str], str]
    address_of: Callable[[str], str]
    council_address: str
    data_line: str
    otherwise: Otherwise
    level_behind: Shrunken | str | None = None
    expected: ExpectedOf | None = None
    improvers: ImproversOf | None = None
    downloads: tuple[tuple[str, str], ...] = ()


def indicator_page(
    catalogue: Catalogue, area: Area, comparison: Comparison, inputs: IndicatorPageInputs
) -> IndicatorPage:
    """The view model of one indicator of one council."""
    indicator = catalogue.indicators[comparison.indicator]
    when = period_words(catalogue, indicator, comparison.period)
    h1 = finding_sentence(indicator, comparison, area.name)
    similar = comparison.similar
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
        lead=" ".join(lead_sentences(catalogue, comparison, area.name, inputs.read_with)),
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
        beside=_beside(indicator, comparison, area, inputs),
        notes=what_is_known(indicator, comparison),
        similar_rows=tuple(
            SimilarRow(
                name=inputs.name_of(entry.area),
                value=shown(indicator, entry.value),
                closeness=entry.closeness or "–",
            )
            for entry in (similar.councils if similar else ())
        ),
        similar_caption=f"{similar.title}, {indicator.title}, {when}" if similar else "",
        ranked=ranked(indicator, comparison, marks(area, comparison, inputs.councils)),
        why_it_matters=indicator.why_it_matters,
        what_to_know=indicator.what_to_know,
        warnings=tuple(catalogue.warnings[code] for code in indicator.warnings),
        questions=tuple(catalogue.questions[code] for code in indicator.questions),
        otherwise=inputs.otherwise,
        level_behind=level_behind_of(indicator, inputs.level_behind),
        expected=inputs.expected,
        improvers=inputs.improvers,
        read_with=_read_with(catalogue, inputs),
        worked_out=_worked_out(catalogue, indicator, comparison),
        sources=source_lines(catalogue, inputs.source_rows),
        rows_of_others=rows_of_others(inputs.source_rows, inputs.rows_of_others),
        citation=_citation(indicator, area, when, inputs),
        downloads=inputs.downloads,
    )


def finding_sentence(indicator: Indicator, comparison: Comparison, council: str) -> str:
    """The page's h1: what is found on this indicator, whatever the verdict."""
    level = comparison.verdict.level
    if level in DIFFERENT:
        return difference_sentence(indicator, comparison, council)
    if level is Level.ABOUT_THE_SAME:
        them = others(comparison.verdict)
        if lies_close(indicator, comparison.verdict):
            return f"{indicator.title}: {placed(council)} is about the same as {them}"
        return f"{indicator.title}: {placed(council)} is not clearly different from {them}"
    said = f"{indicator.title}: the figure for {placed(council)}"
    if isinstance(comparison.here.value, Missing):
        if Reason.SUPPRESSED in comparison.here.value.reasons:
            return f"{said} is withheld, to protect children"
        return f"{said} is missing"
    return f"{said} cannot be tested"


def _beside(
    indicator: Indicator, comparison: Comparison, area: Area, inputs: IndicatorPageInputs
) -> tuple[BesideRow, ...]:
    interval = comparison.interval
    span = (
        f"likely {shown(indicator, interval.low)} to {shown(indicator, interval.high)}"
        if interval
        else "no range: no counts"
    )
    here = comparison.here.value
    note = missing_sentences(here) if isinstance(here, Missing) else span
    rows = [BesideRow(who=area.name, value=shown(indicator, here), note=note)]
    behind = level_row(indicator, inputs.level_behind)
    if behind is not None:
        rows.append(BesideRow(who="The level behind it", value=behind[0], note=behind[1]))
    similar = comparison.similar
    if similar is not None:
        rows += [
            BesideRow(who=f"Similar councils, {which}", value=shown(indicator, value), note=note)
            for which, value, note in (
                (
                    "average",
                    similar.mean,
                    f"of {similar.with_value} of {len(similar.councils)} councils; twice and "
                    "half as much weigh alike in it",
                ),
                (
                    "plain mean",
                    similar.plain_mean,
                    "as other tools take it; no verdict rests on it",
                ),
                ("median", similar.median, "the middle one"),
                ("pooled", similar.pooled, "all of them taken together"),
            )
        ]
    for cell in (comparison.region, comparison.england):
        if cell is not None and cell.area != area.code:
            rows.append(
                BesideRow(
                    who=inputs.name_of(cell.area),
                    value=shown(indicator, cell.value),
                    note="published"
                    if cell.basis == "published"
                    else "the sum of councils that have a figure",
                )
            )
    return tuple(rows)


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
    catalogue: Catalogue, indicator: Indicator, comparison: Comparison
) -> tuple[str, ...]:
    counted = [
        catalogue.series[name].sentence
        for name in (*indicator.numerator, *indicator.numerator_less, *indicator.denominator)
    ]
    division = worked_out_sentence(catalogue, indicator, comparison)
    return tuple(dict.fromkeys([*([division] if division else []), *counted]))


def _citation(indicator: Indicator, area: Area, when: str, inputs: IndicatorPageInputs) -> str:
    published = dict.fromkeys(f"{row.publisher}, {row.publication}" for row in inputs.source_rows)
    return f"{indicator.title}, {area.name}, {when}. {'; '.join(published)}. {inputs.data_line}"
