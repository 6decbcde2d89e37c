"""A range within which the true figure likely lies."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Interval:
    """A range with its level in per cent (95 or 99.8)."""

    low: float
    high: float
    level: float

    def __post_init__(self) -> None:
        if not self.low <= self.high:
            raise ValueError(f"An interval runs from low to high, not {self.low} to {self.high}.")
        if not 0 < self.level < 100:
            raise ValueError(f"A level lies between 0 and 100, not {self.level}.")

    def __contains__(self, number: float) -> bool:
        return self.low <= number <= self.high
