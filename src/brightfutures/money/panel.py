"""The spend panel: line × measure × area × financial year of one return, in pounds of the year.

A panel holds one return (the revenue outturn, its budget, the section 251 return), so that two
returns are set side by side and never mixed. Every cell is a number or says why there is none: a
council that sent no return is `not_returned`, a line that the return did not ask for in the year
is `not_collected`. Totals are declared, and a sum over lines is over those that have no parts in
the year, so that nothing counts twice.

Two things a file shows as nought are not returned. Where a total has spending and all its parts
have none, the total was not broken down (Richmond upon Thames 2023-24, by the ministry's own
note). And what the catalogue declares as an omission, with the publisher's note (Harrow 2023-24).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from brightfutures.catalogue import Break, Geography
from brightfutures.catalogue.left_out import left_out, left_short
from brightfutures.catalogue.spending import Spending, SpendLine
from brightfutures.measures.arrays import Bits, Flags, Numbers
from brightfutures.measures.grids import Grid, lay_out, mark_areas_not_there, there_on_last_day
from brightfutures.measures.places import Places, places_of
from brightfutures.published.readings import Readings
from brightfutures.quantities import Missing, Period, PeriodKind, Reason, Value, bits_to_reasons

_KIND = PeriodKind.FINANCIAL_YEAR


@dataclass(frozen=True, eq=False)
class SpendPanel:
    """One return. `value` and `missing` are lines × measures × areas × periods, in pounds.

    `value` is NaN exactly where `missing` holds the bits of a reason. `measures` are the endings
    that the return has (`spend`, `income`, `net_spend`, `own_spend` ...).
    """

    account: str
    spending: Spending
    places: Places
    periods: tuple[str, ...]
    lines: tuple[str, ...]
    measures: tuple[str, ...]
    value: Numbers
    missing: Bits
    there: Flags  # areas × periods: whether the area existed on the last day of the year

    @cached_property
    def period_index(self) -> dict[str, int]:
        """The last axis by financial year."""
        return {label: place for place, label in enumerate(self.periods)}

    @cached_property
    def line_index(self) -> dict[str, int]:
        """The first axis by line."""
        return {name: place for place, name in enumerate(self.lines)}

    @cached_property
    def measure_index(self) -> dict[str, int]:
        """The second axis by measure."""
        return {name: place for place, name in enumerate(self.measures)}

    def grid(self, line: str, measure: str) -> tuple[Numbers, Bits]:
        """Areas × periods of one line told in one way: pounds, and bits of reasons."""
        at = self.line_index[line], self.measure_index[measure]
        return self.value[at], self.missing[at]

    def value_at(self, line: str, measure: str, area: str, period: str) -> Value:
        """Pounds of the year in one cell, or why there are none.

        A line, measure, area or year that the panel does not have was `not_collected`, or of a
        year that no file tells `unavailable`.
        """
        if period not in self.period_index:
            return Missing((Reason.UNAVAILABLE,))
        if line not in self.line_index or measure not in self.measure_index:
            return Missing((Reason.NOT_COLLECTED,))
        at = (
            self.line_index[line],
            self.measure_index[measure],
            self.places.rows[area],
            self.period_index[period],
        )
        bits = int(self.missing[at])
        return Missing(bits_to_reasons(bits)) if bits else float(self.value[at])

    def whole_at(self, line: str, measure: str, area: str, period: str) -> Value:
        """The same where all of it was returned, so that it can be compared.

        A total of which the publisher says that a part was left out is of less than was spent:
        a figure stands in the return, and what was spent was not returned.
        """
        if (line, area, period) in self._short:
            return Missing((Reason.NOT_RETURNED,))
        return self.value_at(line, measure, area, period)

    @cached_property
    def _short(self) -> frozenset[tuple[str, str, str]]:
        """The totals, by area and year, over the lines that the publisher says were left out."""
        return left_short(self.spending, self.account)

    def whole(self, measure: str) -> Numbers:
        """Lines × areas × years of pounds told in one way, NaN also where a total is short."""
        found = self.value[:, self.measure_index[measure]].copy()
        for line, area, period in self._short:
            row = self.places.rows.get(area)
            if row is not None and line in self.line_index and period in self.period_index:
                found[self.line_index[line], row, self.period_index[period]] = np.nan
        return found

    def parts_of(self, line: str, period: str) -> tuple[str, ...]:
        """The lines whose sum a line is in a year, in the order of the return; none for a leaf."""
        return self._parts.get((line, period), ())

    @cached_property
    def _parts(self) -> dict[tuple[str, str], tuple[str, ...]]:
        found: dict[tuple[str, str], tuple[str, ...]] = {}
        for name in self.lines:
            for period in self.periods:
                place = self._line(name).place(self.account, period)
                if place is not None and place.parent is not None:
                    key = place.parent, period
                    found[key] = (*found.get(key, ()), name)
        return found

    def leaves_of(self, line: str, period: str) -> tuple[str, ...]:
        """The lines under a line that have no parts themselves in that year; itself if a leaf."""
        parts = self.parts_of(line, period)
        if not parts:
            return (line,)
        return tuple(leaf for part in parts for leaf in self.leaves_of(part, period))

    def asked_for(self, line: str, period: str) -> bool:
        """Whether the return asks for a line in a year."""
        return self._line(line).place(self.account, period) is not None

    def breaks_between(self, line: str, first: str, last: str) -> tuple[Break, ...]:
        """The breaks of a line after the year `first` and up to the year `last`."""
        return tuple(
            one for one in self._line(line).breaks_in(self.account) if first < one.period <= last
        )

    def _line(self, name: str) -> SpendLine:
        return self.spending.lines[name]


def build_spend_panel(
    account: str,
    spending: Spending,
    geography: Geography,
    readings: Callable[[str], Readings],
    held: Sequence[str],
) -> SpendPanel:
    """The panel of one return from the readings of its series.

    `readings` gives a series by its id, `held` the ids of the series that there are.
    """
    places = places_of(geography)
    returned = spending.accounts[account]
    there_are = set(held)
    measures = returned.measures
    grids: dict[tuple[str, str], Grid] = {}
    for line in spending.lines.values():
        for measure in measures:
            name = returned.series(line.id, measure)
            if account in line.accounts() and name in there_are:
                grids[line.id, measure] = lay_out(readings(name), _KIND, places.rows)
    years = sorted({year for grid in grids.values() for year in grid.years})
    periods = tuple(Period.ending(_KIND, year) for year in years)
    there = there_on_last_day(places.areas, periods)
    lines = tuple(name for name in spending.lines if any(name == key[0] for key in grids))
    measures = tuple(one for one in measures if any(one == key[1] for key in grids))
    labels = tuple(period.label for period in periods)
    shape = (len(lines), len(measures), len(places.areas), len(labels))
    value = np.full(shape, np.nan)
    missing = np.full(shape, Reason.NOT_COLLECTED.bit, dtype=np.uint16)
    for (line_id, measure), grid in grids.items():
        laid = mark_areas_not_there(grid.at(years), there)
        at = lines.index(line_id), measures.index(measure)
        asked = np.array(
            [spending.lines[line_id].place(account, label) is not None for label in labels]
        )
        kept = laid.spoken | (asked & there) | ~there
        value[at] = np.where(kept, laid.value, np.nan)
        missing[at] = np.where(kept, laid.missing, Reason.NOT_COLLECTED.bit)
    panel = SpendPanel(account, spending, places, labels, lines, measures, value, missing, there)
    _leave_out_omissions(panel)
    _leave_out_parts_not_told(panel)
    for array in (panel.value, panel.missing):
        array.flags.writeable = False
    return panel


def _leave_out_omissions(panel: SpendPanel) -> None:
    """Make what the publisher says was left out of a return not returned."""
    for line, area, period in left_out(panel.spending, panel.account):
        column, row = panel.period_index.get(period), panel.places.rows.get(area)
        if line in panel.line_index and column is not None and row is not None:
            _not_returned(panel, [panel.line_index[line]], row, column)


def _leave_out_parts_not_told(panel: SpendPanel) -> None:
    """Make the parts of a total not returned where it has spending and they all have none."""
    if not panel.lines:
        return
    for line in panel.lines:
        for column, period in enumerate(panel.periods):
            parts = [panel.line_index[name] for name in panel.parts_of(line, period)]
            if not parts:
                continue
            whole = panel.value[panel.line_index[line], 0, :, column]
            shares = panel.value[parts, 0, :, column]
            for row in np.flatnonzero((whole > 0) & np.all(shares == 0, axis=0)).tolist():
                _not_returned(panel, parts, row, column)


def _not_returned(panel: SpendPanel, lines: list[int], row: int, column: int) -> None:
    for line in lines:
        told = panel.missing[line, :, row, column] == 0
        panel.value[line, told, row, column] = np.nan
        panel.missing[line, told, row, column] = Reason.NOT_RETURNED.bit
