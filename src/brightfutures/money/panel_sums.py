"""What a spend panel adds up to: parts beside their total, councils beside England."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from brightfutures.money.panel import SpendPanel
from brightfutures.quantities import Missing, Reason, Value, bits_to_reasons

ROUNDING_POUNDS = 1000.0
"""The returns are in thousands of pounds, and each figure may be rounded by half of one."""


@dataclass(frozen=True)
class PartsBesideTotal:
    """A total and the sum of its parts that differ by more than rounding, in pounds."""

    line: str
    measure: str
    area: str
    period: str
    total_pounds: float
    parts_pounds: float


@dataclass(frozen=True)
class EnglandBesideCouncils:
    """England's own figure and the councils that have one, added, in pounds of the year.

    `absent` are the councils that existed and have no figure, with their reasons. Where there are
    any, England's figure is an `estimate`: the publisher puts something in their place. What is
    left beyond them is spent by other bodies, such as districts, or is rounding.
    """

    line: str
    measure: str
    period: str
    england: Value
    councils_pounds: float
    absent: tuple[tuple[str, Missing], ...]

    @property
    def is_estimate(self) -> bool:
        """Whether England's figure includes councils that did not return the line."""
        return any(Reason.NOT_RETURNED in missing.reasons for _, missing in self.absent)


def sum_of(
    panel: SpendPanel, lines: tuple[str, ...], measure: str, area: str, period: str
) -> Value:
    """The sum of some lines in pounds; missing with every reason where one of them is."""
    total: Value = 0.0
    for line in lines:
        total = total + panel.value_at(line, measure, area, period)
    return total


def parts_beside_totals(panel: SpendPanel, measure: str) -> Iterator[PartsBesideTotal]:
    """Every area and year whose parts, all of them known, are not their total within rounding."""
    which = panel.measure_index[measure]
    codes = panel.places.codes
    for line in panel.lines:
        for column, period in enumerate(panel.periods):
            parts = [panel.line_index[name] for name in panel.parts_of(line, period)]
            if not parts:
                continue
            total = panel.value[panel.line_index[line], which, :, column]
            added = panel.value[parts, which, :, column].sum(axis=0)
            room = ROUNDING_POUNDS * (len(parts) + 1) / 2
            for row in np.flatnonzero(np.abs(added - total) > room).tolist():
                yield PartsBesideTotal(
                    line, measure, codes[row], period, float(total[row]), float(added[row])
                )


def england_beside_councils(
    panel: SpendPanel, line: str, measure: str, period: str
) -> EnglandBesideCouncils:
    """England's row and the councils' sum for one line in one year, with every council absent."""
    value, missing = panel.grid(line, measure)
    column = panel.period_index[period]
    councils = panel.places.councils
    there = panel.there[:councils, column]
    known = there & (missing[:councils, column] == 0)
    absent = tuple(
        (panel.places.codes[row], Missing(bits_to_reasons(int(missing[row, column]))))
        for row in np.flatnonzero(there & ~known).tolist()
    )
    england = panel.places.england
    return EnglandBesideCouncils(
        line=line,
        measure=measure,
        period=period,
        england=Missing((Reason.UNAVAILABLE,))
        if england is None
        else panel.value_at(line, measure, panel.places.codes[england], period),
        councils_pounds=float(value[:councils, column][known].sum()),
        absent=absent,
    )
