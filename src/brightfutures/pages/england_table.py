"""England's table: a row for each main measure, now and then, and where councils lie."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from brightfutures.catalogue import Catalogue
from brightfutures.charts.councils import CouncilMark
from brightfutures.charts.strip import StripChart
from brightfutures.findings.england_picture import EnglandMeasure
from brightfutures.findings.england_picture_words import (
    change_words,
    in_number,
    now_words,
    spread_cell,
    spread_sentence,
    then_words,
)
from brightfutures.findings.figures import unit_words
from brightfutures.measures.results import Cell
from brightfutures.pages.addresses import national_address
from brightfutures.pages.figures_of import chart_words

NamedCells = Callable[[str, str], Sequence[tuple[str, Cell]]]


@dataclass(frozen=True, kw_only=True)
class EnglandRow:
    """One measure: England now and then, the counts behind, and the spread between councils."""

    title: str
    href: str
    unit: str
    when: str
    now: str
    then: str
    change: str
    has_moved: bool
    in_number: str
    strip: Markup
    councils: str


def england_row(catalogue: Catalogue, measure: EnglandMeasure, cells: NamedCells) -> EnglandRow:
    """The row of one measure; `cells` gives every council's figure in a period, by name."""
    indicator = measure.indicator
    return EnglandRow(
        title=indicator.title,
        href=national_address(indicator.id),
        unit=unit_words(indicator),
        when=measure.here.period,
        now=now_words(measure),
        then=then_words(measure),
        change=change_words(measure),
        has_moved=measure.has_moved,
        in_number=in_number(catalogue, measure),
        strip=_strip(measure, cells),
        councils=spread_cell(measure),
    )


def _strip(measure: EnglandMeasure, cells: NamedCells) -> Markup:
    """Every council as a tick, and the middle half of them as a box."""
    spread, indicator = measure.spread, measure.indicator
    if spread is None:
        return Markup("")
    chart = StripChart(
        words=chart_words(indicator, f"{indicator.title}: all councils", spread_sentence(measure)),
        councils=tuple(
            CouncilMark(name=name, figure=cell.value)
            for name, cell in cells(indicator.id, measure.here.period)
        ),
        middle_half=(spread.low_quarter, spread.high_quarter),
    )
    return Markup(chart.svg(f"strip-{indicator.id}"))
