"""Councils side by side: the view model of the page, with its form."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from brightfutures.catalogue import STAGE_NAMES, Catalogue, Indicator, Stage
from brightfutures.charts.lettered_strip import Lettered, LetteredStripChart, mark
from brightfutures.findings.comparison_words import whom_of
from brightfutures.findings.figures import listed, period_words, shown, unit_words
from brightfutures.findings.side_by_side_money import MoneyRowWords
from brightfutures.findings.side_by_side_words import side_by_side_headline
from brightfutures.measures.results import Cell, Comparison, Pair
from brightfutures.measures.similar import ENGLAND_SET
from brightfutures.pages.addresses import council_address, indicator_address, national_address
from brightfutures.pages.compare_form import CompareForm
from brightfutures.pages.compare_money import MoneyCompareSection, compare_money_section
from brightfutures.pages.figures_of import chart_words
from brightfutures.pages.verdict_cell import VerdictCell, verdict_cell
from brightfutures.quantities import Area, Missing

LETTERS = "ABCDEFGHIJ"

NOTHING_CHOSEN = "Set two to ten councils side by side"
EXPLAINED = (
    "Choose councils, and the measures if you like. Each figure stands beside the average of that "
    "council’s own similar councils, with what can be said of it; of exactly two councils it is "
    "also said whether they clearly differ from each other. What they spend stands in a part of "
    "its own. Nobody is ranked."
)
HOW_TO_READ = (
    "“Higher” and “lower” say how a council’s figure stands to its own similar councils, or to "
    "England where it says so, by more than such a figure ordinarily moves. They do not mean "
    "better or worse, unless it says so. Two councils with different words may still not clearly "
    "differ from each other, because each stands beside councils of its own."
)


@dataclass(frozen=True, kw_only=True)
class ChosenCouncil:
    """One council chosen: its letter and its shape in every strip."""

    letter: str
    mark: Markup
    name: str
    href: str


@dataclass(frozen=True, kw_only=True)
class CompareCell:
    """One council's figure on one measure."""

    council: ChosenCouncil
    href: str
    here: str
    beside: str
    beside_whom: str
    verdict: VerdictCell


@dataclass(frozen=True, kw_only=True)
class CompareRow:
    """One measure of every council chosen; `between` says whether two of them differ."""

    title: str
    href: str
    unit: str
    when: str
    england: str
    strip: Markup
    cells: tuple[CompareCell, ...]
    between: str


@dataclass(frozen=True, kw_only=True)
class CompareStage:
    """The measures of one stage of the journey."""

    name: str
    rows: tuple[CompareRow, ...]


@dataclass(frozen=True, kw_only=True)
class ComparePage:
    """Everything the template shows; without councils the form and its explanation alone."""

    document_title: str
    masthead: str
    h1: str
    refusal: str
    explained: str
    form: CompareForm
    councils: tuple[ChosenCouncil, ...]
    stages: tuple[CompareStage, ...]
    money: MoneyCompareSection | None
    left_out: str
    how_to_read: str
    downloads: tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True)
class MeasureRow:
    """One measure as it is handed to the page: every council's comparison, and pairs."""

    indicator: Indicator
    comparisons: tuple[Comparison, ...]
    pairs: tuple[Pair, ...]
    between: str


def empty_page(form: CompareForm, refusal: str = "") -> ComparePage:
    """The page before anything is chosen, or when what was chosen cannot be shown."""
    return ComparePage(
        document_title="Compare councils – Bright Futures",
        masthead="",
        h1=NOTHING_CHOSEN,
        refusal=refusal,
        explained=EXPLAINED,
        form=form,
        councils=(),
        stages=(),
        money=None,
        left_out="",
        how_to_read="",
        downloads=(),
    )


def compare_page(
    catalogue: Catalogue,
    areas: Sequence[Area],
    rows: Sequence[MeasureRow],
    left_out: Sequence[Indicator],
    cells: Callable[[str, str], Sequence[tuple[str, Cell]]],
    form: CompareForm,
    downloads: tuple[tuple[str, str], ...],
    money: Sequence[MoneyRowWords] = (),
) -> ComparePage:
    """The page of these councils on these measures, and of their money where it is asked for."""
    names = [area.name for area in areas]
    h1 = side_by_side_headline(names, [(row.comparisons, row.pairs) for row in rows])
    councils = tuple(
        ChosenCouncil(
            letter=LETTERS[place],
            mark=Markup(mark(place)),
            name=area.name,
            href=council_address(area),
        )
        for place, area in enumerate(areas)
    )
    return ComparePage(
        document_title=f"{h1} – {listed(names)}",
        masthead="",
        h1=h1,
        refusal="",
        explained="",
        form=form,
        councils=councils,
        stages=tuple(
            CompareStage(
                name=STAGE_NAMES[stage],
                rows=tuple(
                    _row(catalogue, areas, councils, row, cells)
                    for row in rows
                    if row.indicator.stage is stage
                ),
            )
            for stage in Stage
            if any(row.indicator.stage is stage for row in rows)
        ),
        money=compare_money_section(areas, LETTERS, money),
        left_out=f"No figures for: {'; '.join(one.title for one in left_out)}." if left_out else "",
        how_to_read=HOW_TO_READ,
        downloads=downloads,
    )


def _row(
    catalogue: Catalogue,
    areas: Sequence[Area],
    councils: Sequence[ChosenCouncil],
    row: MeasureRow,
    cells: Callable[[str, str], Sequence[tuple[str, Cell]]],
) -> CompareRow:
    indicator, first = row.indicator, row.comparisons[0]
    england = first.england
    return CompareRow(
        title=indicator.title,
        href=national_address(indicator.id),
        unit=unit_words(indicator),
        when=period_words(catalogue, indicator, first.period),
        england=shown(indicator, england.value if england else None),
        strip=_strip(indicator, councils, row, cells(indicator.id, first.period)),
        cells=tuple(
            CompareCell(
                council=council,
                href=indicator_address(area, indicator.id),
                here=shown(indicator, comparison.here.value),
                beside=shown(indicator, _average(comparison)),
                beside_whom=_beside_whom(comparison),
                verdict=verdict_cell(indicator, comparison),
            )
            for area, council, comparison in zip(areas, councils, row.comparisons, strict=True)
        ),
        between=row.between,
    )


def _average(comparison: Comparison) -> float | None:
    """What the verdict rests on, or the average of the similar councils where there is none."""
    if comparison.verdict.average is not None:
        return comparison.verdict.average
    return comparison.similar.mean if comparison.similar else None


def _beside_whom(comparison: Comparison) -> str:
    """Whose average that is: a verdict beside England is of all councils, each counted alike."""
    england = comparison.verdict.against == ENGLAND_SET and comparison.verdict.average is not None
    return "all councils" if england else whom_of(comparison).heading.lower()


def _strip(
    indicator: Indicator,
    councils: Sequence[ChosenCouncil],
    row: MeasureRow,
    cells: Sequence[tuple[str, Cell]],
) -> Markup:
    numbers = [cell.value for _, cell in cells if not isinstance(cell.value, Missing)]
    if len(numbers) < 2:
        return Markup("")
    figures = [comparison.here.value for comparison in row.comparisons]
    described = "; ".join(
        f"{council.letter}, {council.name}: {shown(indicator, value)}"
        for council, value in zip(councils, figures, strict=True)
    )
    spread = f"{shown(indicator, min(numbers))} to {shown(indicator, max(numbers))}"
    chart = LetteredStripChart(
        words=chart_words(
            indicator,
            f"{indicator.title}: the councils chosen among all",
            f"{described}. All councils run from {spread}.",
        ),
        councils=tuple(numbers),
        chosen=tuple(
            Lettered(letter=council.letter, name=council.name, figure=value)
            for council, value in zip(councils, figures, strict=True)
        ),
    )
    return Markup(chart.svg(f"compare-{indicator.id}"))
