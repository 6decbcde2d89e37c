"""Councils' money side by side on the page that compares them: rows with a strip and a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from brightfutures.charts.far_out import without_far_out
from brightfutures.charts.lettered_strip import Lettered, LetteredStripChart
from brightfutures.charts.words import ChartWords
from brightfutures.findings.figures import missing_words
from brightfutures.findings.sentence_case import inside
from brightfutures.findings.side_by_side_money import NOT_TESTED, MoneyRowWords
from brightfutures.pages.addresses import MONEY, council_page_address
from brightfutures.quantities import Area, Missing

HEADING = "Money"
FEWEST_IN_A_STRIP = 2


@dataclass(frozen=True, kw_only=True)
class MoneyCompareCell:
    """One council's figure and its range."""

    letter: str
    name: str
    href: str
    here: str
    missing: bool
    range_words: str


@dataclass(frozen=True, kw_only=True)
class MoneyCompareRow:
    """One measure of money of every council chosen; `notes` are of councils, by their names."""

    title: str
    unit: str
    when: str
    range_heading: str
    strip: Markup
    cells: tuple[MoneyCompareCell, ...]
    england: str
    england_range: str
    notes: tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True)
class MoneyCompareSection:
    """The part of the page about money; `england_address` leads to all England's."""

    heading: str
    rows: tuple[MoneyCompareRow, ...]
    note: str
    england_address: str = MONEY


def compare_money_section(
    areas: Sequence[Area], letters: str, rows: Sequence[MoneyRowWords]
) -> MoneyCompareSection | None:
    """The section of these councils; None where no return is loaded, and so no row."""
    if not rows:
        return None
    return MoneyCompareSection(
        heading=HEADING,
        rows=tuple(_row(areas, letters, row) for row in rows),
        note=" ".join(
            (NOT_TESTED, *dict.fromkeys(row.range_note for row in rows if row.range_note))
        ),
    )


def _row(areas: Sequence[Area], letters: str, row: MoneyRowWords) -> MoneyCompareRow:
    return MoneyCompareRow(
        title=row.title,
        unit=row.beside_title,
        when=row.period,
        range_heading=row.range_is[:1].upper() + row.range_is[1:],
        strip=_strip(areas, letters, row),
        cells=tuple(
            MoneyCompareCell(
                letter=letter,
                name=area.name,
                href=council_page_address(area, "money"),
                here=cell.shown,
                missing=isinstance(cell.value, Missing),
                range_words=cell.range_words,
            )
            for area, letter, cell in zip(areas, letters, row.cells, strict=False)
        ),
        england=row.england.shown,
        england_range=row.england.range_words,
        notes=tuple(
            (area.name, inside(cell.note))
            for area, cell in zip(areas, row.cells, strict=True)
            if cell.note
        ),
    )


def _strip(areas: Sequence[Area], letters: str, row: MoneyRowWords) -> Markup:
    """Every council as a tick but those far out, and those chosen with a shape and a letter."""
    if len(row.of_all) < FEWEST_IN_A_STRIP:
        return Markup("")
    scale = without_far_out(row.of_all)
    ticks = tuple(number for number in row.of_all if scale.holds(number))
    chosen = tuple(
        Lettered(letter=letter, name=area.name, figure=cell.value)
        for area, letter, cell in zip(areas, letters, row.cells, strict=False)
    )
    figures = "; ".join(
        f"{one.letter}, {one.name}: {cell.shown}"
        for one, cell in zip(chosen, row.cells, strict=True)
    )
    spread = f"{row.show(min(row.of_all))} to {row.show(max(row.of_all))}"
    beyond = " Those far from all others are not drawn." if len(ticks) < len(row.of_all) else ""
    chart = LetteredStripChart(
        words=ChartWords(
            title=f"{row.title}: the councils chosen among all",
            description=f"{figures}. All councils run from {spread}.{beyond}",
            show=row.show,
            show_missing=missing_words,
        ),
        councils=ticks,
        chosen=chosen,
    )
    return Markup(chart.svg(f"compare-{row.id}"))
