"""All councils' figures in arrays by year: what the usual is worked out from, once for all."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from brightfutures.catalogue import Catalogue
from brightfutures.measures.arrays import Numbers
from brightfutures.measures.grids import Grid, lay_out
from brightfutures.measures.places import Places
from brightfutures.money.checks.council_return import CouncilReturn
from brightfutures.money.checks.tree import LineTree, broken_lines, line_tree
from brightfutures.money.panel import SpendPanel
from brightfutures.published.readings import Readings
from brightfutures.quantities import Missing, Period, PeriodKind, Reason, Value, bits_to_reasons

OLDEST_COUNT_YEARS = 2
"""By how many years a count of children may be behind the return, where none newer is published."""


@dataclass(frozen=True, eq=False)
class Laid:
    """Panels by account, and counts of children, over the same councils."""

    catalogue: Catalogue
    panels: Mapping[str, SpendPanel]
    readings: Callable[[str], Readings]
    _trees: dict[tuple[str, str], LineTree] = field(default_factory=dict)
    _broken: dict[tuple[str, str, str], frozenset[str]] = field(default_factory=dict)
    _reasons: dict[int, Missing] = field(default_factory=dict)

    @cached_property
    def places(self) -> Places:
        """The areas of every panel, councils first."""
        return next(iter(self.panels.values())).places

    def tree(self, account: str, period: str) -> LineTree:
        """The lines of a return in a year, kept."""
        key = (account, period)
        if key not in self._trees:
            self._trees[key] = line_tree(self.catalogue.spending, account, period)
        return self._trees[key]

    def pounds(self, account: str, line: str, measure: str, period: str) -> Numbers | None:
        """Every council's figure in a year; None where the panel has no such column."""
        panel = self.panels.get(account)
        if (
            panel is None
            or line not in panel.line_index
            or measure not in panel.measure_index
            or period not in panel.period_index
        ):
            return None
        values, _ = panel.grid(line, measure)
        return values[: panel.places.councils, panel.period_index[period]]

    def council_return(self, account: str, council: str, period: str) -> CouncilReturn:
        """One council's return as published, with the lines asked for in the year."""
        panel = self.panels[account]
        row, column = panel.places.rows[council], panel.period_index[period]
        values = panel.value[:, :, row, column].tolist()
        bits = panel.missing[:, :, row, column].tolist()
        lines = {
            line: {
                measure: self._missing(why) if why else value
                for measure, value, why in zip(panel.measures, values[at], bits[at], strict=True)
            }
            for line in self.tree(account, period).parent_of
            if (at := panel.line_index.get(line)) is not None
        }
        return CouncilReturn(account, period, lines)

    def untold(self, account: str, period: str) -> frozenset[str]:
        """The lines of a year of which no council's figure was published, though others' were.

        Section 251 returns since 2019-20 are published by group of lines only.
        """
        panel = self.panels.get(account)
        if panel is None or period not in panel.period_index:
            return frozenset()
        column, councils = panel.period_index[period], panel.places.councils
        told = (panel.missing[:, :, :councils, column] == 0).any(axis=(1, 2))
        if not told.any():
            return frozenset()
        return frozenset(
            line
            for line in self.tree(account, period).parent_of
            if line not in panel.line_index or not told[panel.line_index[line]]
        )

    def broken(self, account: str, earlier: str, period: str) -> frozenset[str]:
        """The lines whose figures of two years cannot be compared in a return, kept."""
        key = (account, earlier, period)
        if key not in self._broken:
            self._broken[key] = broken_lines(self.catalogue.spending, *key)
        return self._broken[key]

    def omitted(self, account: str, council: str, period: str) -> frozenset[str]:
        """The lines that a council left out of a return by the publisher's word, and their totals.

        Such a total is of less than was spent, so nothing is set beside it.
        """
        tree = self.tree(account, period)
        return frozenset(
            name
            for one in self.catalogue.spending.omissions.values()
            if (one.account, one.area, one.period) == (account, council, period)
            for line in one.lines
            for name in (line, *tree.above(line))
        )

    def _missing(self, bits: int) -> Missing:
        """A reason why there is no figure; there are few, so each is made once."""
        if bits not in self._reasons:
            self._reasons[bits] = Missing(bits_to_reasons(bits))
        return self._reasons[bits]

    def counts(self, series: str, period: str) -> tuple[Numbers, Numbers] | None:
        """Children of every council for a financial year, with bits of reasons.

        Those of the day or year that ends with it, of the population in its middle; else the
        newest before that, up to `OLDEST_COUNT_YEARS` earlier.
        """
        grid, kind = self._grid(series)
        end = Period(PeriodKind.FINANCIAL_YEAR, period).end_year
        end -= 1 if kind is PeriodKind.MID_YEAR else 0
        for year in range(end, end - OLDEST_COUNT_YEARS - 1, -1):
            column = grid.column.get(year)
            if column is not None:
                rows = slice(0, self.places.councils)
                return grid.value[rows, column], grid.missing[rows, column].astype(float)
        return None

    def count(self, series: str, council: str, period: str) -> Value:
        """The children of one council, or why they are not known."""
        found = self.counts(series, period)
        if found is None:
            return Missing((Reason.UNAVAILABLE,))
        row = self.places.rows[council]
        bits = int(found[1][row])
        return self._missing(bits) if bits else float(found[0][row])

    @cached_property
    def _grids(self) -> dict[str, tuple[Grid, PeriodKind]]:
        return {}

    def _grid(self, series: str) -> tuple[Grid, PeriodKind]:
        if series not in self._grids:
            kind = self.catalogue.series[series].period_kind
            self._grids[series] = (lay_out(self.readings(series), kind, self.places.rows), kind)
        return self._grids[series]

    def children(self, series: tuple[str, ...], period: str) -> Numbers | None:
        """Counts of several series added, NaN where one is not known."""
        found = [self.counts(name, period) for name in series]
        if not found or any(one is None for one in found):
            return None
        return np.asarray(sum(one[0] for one in found if one is not None))
