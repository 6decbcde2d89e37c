"""Pounds with a price year: two price years never add."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Money:
    """An amount in pounds, in the prices of one year (`2024-25`, or `cash` for as spent)."""

    pounds: float
    price_year: str

    def _same_prices(self, other: Money) -> None:
        if not isinstance(other, Money):
            raise TypeError("Money adds only to money.")
        if self.price_year != other.price_year:
            raise ValueError(
                f"Pounds in {self.price_year} prices and in {other.price_year} prices "
                "cannot be added; put both in the prices of one year first."
            )

    def __add__(self, other: Money) -> Money:
        self._same_prices(other)
        return Money(self.pounds + other.pounds, self.price_year)

    def __sub__(self, other: Money) -> Money:
        self._same_prices(other)
        return Money(self.pounds - other.pounds, self.price_year)

    def times(self, factor: float) -> Money:
        """So many times this amount, in the same prices."""
        return Money(self.pounds * factor, self.price_year)
