"""A panel: areas by periods of one indicator. Arrays inside, names outside."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import numpy.typing as npt

from brightfutures.quantities.reasons import bits_to_reasons
from brightfutures.quantities.values import Missing, Value

Numbers = npt.NDArray[np.float64]
Bits = npt.NDArray[np.uint16]


@dataclass(frozen=True, eq=False)
class Panel:
    """Areas × periods of numerator, denominator, value and reasons, all of one shape.

    `areas` are canonical codes and `periods` labels in time order. Numbers that are missing are
    NaN; `missing` holds the bits of the reasons why the *value* is missing (0 where there is
    one). A cell may have a numerator and a value but no denominator (a printed rate whose
    population is not published). `numerator_missing` says why the numerator is missing, so
    that a withheld count of 1 to 5 can be told from one never returned.
    """

    areas: tuple[str, ...]
    periods: tuple[str, ...]
    numerator: Numbers
    denominator: Numbers
    value: Numbers
    missing: Bits
    numerator_missing: Bits

    def __post_init__(self) -> None:
        shape = (len(self.areas), len(self.periods))
        arrays = (
            self.numerator,
            self.denominator,
            self.value,
            self.missing,
            self.numerator_missing,
        )
        for array in arrays:
            if array.shape != shape:
                raise ValueError(f"A panel of {shape} cannot hold an array of {array.shape}.")
        if len(set(self.areas)) != len(self.areas) or len(set(self.periods)) != len(self.periods):
            raise ValueError("A panel names each area and each period once.")
        if bool(np.any(np.isnan(self.value) != (self.missing != 0))):
            raise ValueError("A value is missing exactly where a reason is given.")
        for array in arrays:
            array.flags.writeable = False

    @cached_property
    def area_index(self) -> dict[str, int]:
        """The row of each area."""
        return {code: row for row, code in enumerate(self.areas)}

    @cached_property
    def period_index(self) -> dict[str, int]:
        """The column of each period."""
        return {label: column for column, label in enumerate(self.periods)}

    def value_at(self, area: str, period: str) -> Value:
        """The value of one cell: a number, or missing with its reasons."""
        row, column = self.area_index[area], self.period_index[period]
        bits = int(self.missing[row, column])
        return Missing(bits_to_reasons(bits)) if bits else float(self.value[row, column])

    def only(self, areas: tuple[str, ...]) -> Panel:
        """The same panel for some of its areas, in the order given."""
        rows = [self.area_index[code] for code in areas]
        return replace(
            self,
            areas=areas,
            numerator=self.numerator[rows],
            denominator=self.denominator[rows],
            value=self.value[rows],
            missing=self.missing[rows],
            numerator_missing=self.numerator_missing[rows],
        )
