"""One series as numbers by area and period, each with the reason where there is none."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from brightfutures.published.readings import Readings
from brightfutures.quantities import Missing, Reason, Value, bits_to_reasons


@dataclass(frozen=True, eq=False)
class FiguresByArea:
    """The readings of one series, asked for by an area's code and a period's label."""

    readings: Readings

    @cached_property
    def _held(self) -> dict[tuple[str, str], Value]:
        readings = self.readings
        return {
            (readings.areas[area], readings.periods[period]): Missing(bits_to_reasons(bits))
            if bits
            else value
            for area, period, value, bits in zip(
                readings.area_index.tolist(),
                readings.period_index.tolist(),
                readings.value.tolist(),
                readings.missing.tolist(),
                strict=True,
            )
        }

    @cached_property
    def periods(self) -> tuple[str, ...]:
        """The periods of which anything is told, in order."""
        return tuple(sorted({period for _, period in self._held}))

    def at(self, area: str, period: str) -> Value:
        """One figure; `unavailable` where no file speaks of it."""
        return self._held.get((area, period), Missing((Reason.UNAVAILABLE,)))

    def known(self, period: str) -> dict[str, float]:
        """Every area's figure in a period that has one."""
        return {
            area: value
            for (area, when), value in self._held.items()
            if when == period and not isinstance(value, Missing)
        }
