"""From our readings and panels to the plain values that the other tools' rules are applied to."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from brightfutures.catalogue import (
    Catalogue,
    DashboardFigure,
    DashboardRow,
    Geography,
    Indicator,
    IndicatorKind,
)
from brightfutures.measures.compatibility.dashboard import (
    ABSENT,
    DOES_NOT_APPLY,
    CouncilFigure,
)
from brightfutures.measures.compatibility.fingertips import Counts, FingertipsMeasure
from brightfutures.measures.compatibility.lait import LaitMeasure, Rows
from brightfutures.measures.compatibility.rounding import half_to_even
from brightfutures.published.readings import Readings
from brightfutures.published.reports import DictionarySeries
from brightfutures.quantities import (
    AreaKind,
    Panel,
    Period,
    PeriodKind,
    Reason,
    bits_to_reasons,
    round_half_away_from_zero,
)

MARKS: dict[Reason, str] = {
    Reason.SUPPRESSED: "c",
    Reason.ROUNDS_TO_ZERO: "k",
    Reason.UNRELIABLE: "u",
    Reason.UNAVAILABLE: "x",
    Reason.NOT_RETURNED: "x",
    Reason.NOT_COLLECTED: "x",
    Reason.NOT_APPLICABLE: "z",
}
"""The Department for Education's letter for each reason; the dashboard shows it as it is."""


def lait_measure(readings: Readings, entry: DictionarySeries, geography: Geography) -> LaitMeasure:
    """One measure of LAIT's file as the store holds it: every row, dashes too."""
    written = {label: text for text, label in entry.years if label}
    rows: dict[str, dict[str, float | None]] = {}
    for area, period, value in zip(
        readings.area_index.tolist(),
        readings.period_index.tolist(),
        readings.value.tolist(),
        strict=True,
    ):
        figure = None if math.isnan(value) else float(value)
        rows.setdefault(readings.areas[area], {})[written[readings.periods[period]]] = figure
    kinds = {area.code: area.kind for area in geography.areas}
    councils: dict[str, Rows] = {
        code: row for code, row in rows.items() if kinds.get(code) is AreaKind.COUNCIL
    }
    country = [row for code, row in rows.items() if kinds.get(code) is AreaKind.COUNTRY]
    return LaitMeasure(
        polarity=entry.polarity,
        decimal_places=entry.decimal_places,
        quartiles_shown=entry.quartiles_shown,
        councils=councils,
        england=country[0] if country else {},
    )


def unread_newest_year(entry: DictionarySeries) -> str | None:
    """LAIT's newest year, as it writes it, where that is no period of ours; else None."""
    texts = dict(entry.years)
    newest = max(texts, default=None)
    return newest if newest is not None and not texts[newest] else None


def joint_areas(indicator: Indicator, catalogue: Catalogue, geography: Geography) -> set[str]:
    """The councils of which a source of the indicator has one return for several together.

    Such a return stands under no council's own code, so other tools have no row for them.
    """
    names = (*indicator.numerator, *indicator.numerator_less, *indicator.denominator)
    sources = {source for name in names for source in catalogue.series[name].sources}
    return {
        area
        for entry in geography.joint_returns
        if not sources.isdisjoint(entry.sources)
        for area in entry.areas
    }


@dataclass(frozen=True, kw_only=True)
class DashboardCells:
    """The newest period of the dataset behind one row of the dashboard, council by council."""

    row: DashboardRow
    period: str
    panel: Panel
    figures: Readings | None  # as printed, where a file gives them for this period
    counts: Readings
    joint: set[str]

    def of(self, code: str) -> CouncilFigure:
        """One council's cell."""
        if code in self.joint:
            return CouncilFigure(published=None)
        place = self.panel.area_index[code], self.panel.period_index[self.period]
        count = float(self.panel.numerator[place])
        exact = float(self.panel.value[place])
        published = _value_in(self.figures or self.counts, code, self.period)
        if self.figures is None:
            if count == 0 and math.isnan(exact) and self.panel.denominator[place] != 0:
                exact = 0.0  # none of a withheld number is printed as 0, none of none as a mark
            published = exact
        elif self.row.figure is DashboardFigure.REBUILT:
            exact = published
        return CouncilFigure(
            published=None if math.isnan(published) else self._as_taken(published),
            exact=None if math.isnan(exact) else exact,
            count=None if math.isnan(count) else count,
            mark=self._mark(code),
        )

    def _as_taken(self, number: float) -> float:
        """The figure of which the dashboard takes the median."""
        if self.row.figure is DashboardFigure.REBUILT:
            return number
        if self.row.figure is DashboardFigure.ROUNDED:
            return half_to_even(number, self.row.decimal_places)
        return round_half_away_from_zero(number, self.row.decimal_places)

    def _mark(self, code: str) -> str:
        readings = self.figures or self.counts
        reasons = _reasons_in(readings, code, self.period)
        if reasons is None:
            return ABSENT
        if not reasons:  # the count is there and its base is not
            return DOES_NOT_APPLY
        return MARKS.get(reasons[0], ABSENT)


def dashboard_cells(
    indicator: Indicator,
    row: DashboardRow,
    panel: Panel,
    readings: Callable[[str], Readings],
    joint: set[str],
) -> DashboardCells:
    """The dataset behind an indicator's row: its newest period, whoever has a figure in it."""
    period = panel.periods[-1]
    figures = readings(indicator.printed) if indicator.printed else None
    if indicator.kind is IndicatorKind.FIGURE:
        figures = readings(indicator.numerator[0])
    if figures is not None and period not in figures.periods:
        figures = None
    return DashboardCells(
        row=row,
        period=period,
        panel=panel,
        figures=figures,
        counts=readings(indicator.numerator[0]),
        joint=joint,
    )


def _place_in(readings: Readings, code: str, period: str) -> int | None:
    if code not in readings.areas or period not in readings.periods:
        return None
    here = (readings.area_index == readings.areas.index(code)) & (
        readings.period_index == readings.periods.index(period)
    )
    found = np.flatnonzero(here)
    return int(found[0]) if len(found) else None


def _value_in(readings: Readings, code: str, period: str) -> float:
    place = _place_in(readings, code, period)
    return math.nan if place is None else float(readings.value[place])


def _reasons_in(readings: Readings, code: str, period: str) -> tuple[Reason, ...] | None:
    """Why a cell that a file speaks of is missing; empty if it is not, None if none speaks."""
    place = _place_in(readings, code, period)
    return None if place is None else bits_to_reasons(int(readings.missing[place]))


def is_counted(indicator: Indicator) -> bool:
    """Whether counts stand behind the indicator, so that Fingertips' method can be applied."""
    return indicator.kind in (IndicatorKind.RATE, IndicatorKind.PROPORTION)


def fingertips_measure(indicator: Indicator, panel: Panel) -> FingertipsMeasure:
    """The indicator as Fingertips needs it."""
    values = panel.value[np.isfinite(panel.value)]
    return FingertipsMeasure(
        proportion=indicator.kind is IndicatorKind.PROPORTION,
        per=indicator.per,
        good=indicator.good_direction,
        largest=float(values.max()) if len(values) else 0.0,
    )


def newest_with_value(panel: Panel, councils: int) -> int | None:
    """The column of the newest period in which any council has counts."""
    has = np.isfinite(panel.denominator[:councils]) & (panel.missing[:councils] == 0)
    found = np.flatnonzero(has.any(axis=0))
    return int(found[-1]) if len(found) else None


def adjoining_columns(kind: PeriodKind, periods: Sequence[str], until: int) -> range:
    """The columns back from one as far as the years adjoin."""
    years = [Period(kind, label).end_year for label in periods]
    first = until
    while first and years[first] - years[first - 1] == 1:
        first -= 1
    return range(first, until + 1)


def counts_of(
    panel: Panel, code: str, columns: Sequence[int], joint: set[str]
) -> list[Counts | None]:
    """One council's counts in some periods; None where either is missing."""
    if code in joint:
        return [None] * len(columns)
    row = panel.area_index[code]
    return [_counts(panel, row, column) for column in columns]


def _counts(panel: Panel, row: int, column: int) -> Counts | None:
    count, base = float(panel.numerator[row, column]), float(panel.denominator[row, column])
    if panel.missing[row, column] or math.isnan(count) or not base > 0:
        return None
    return Counts(count=count, denominator=base)
