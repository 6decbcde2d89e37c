"""What is true of a made-up England, read from the file that is written beside it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class TrueIndicator:
    """One indicator on which pairs are planted. Councils × periods, in the truth's order.

    level     the figure without wobble or chance, on the scale of comparison; NaN where there
              was no such council
    planted   the council is exactly at the mean of its similar councils
    """

    periods: tuple[str, ...]
    whole: float
    level: Numbers
    planted: Flags
    steps: tuple[tuple[int, int], ...]

    def back(self, level: Numbers) -> Numbers:
        """From the scale to a share (0 to 1) or a ratio."""
        return 1.0 / (1.0 + np.exp(-level)) if np.isfinite(self.whole) else np.exp(level)


@dataclass(frozen=True, eq=False)
class Truth:
    """The councils of today, whom each is compared with, and what is true of each indicator."""

    told: dict[str, Any]

    @classmethod
    def read(cls, path: Path) -> Truth:
        """The truth from its file."""
        return cls(json.loads(path.read_text(encoding="utf-8")))

    @property
    def seed(self) -> int:
        """The seed of this England."""
        return int(self.told["seed"])

    @cached_property
    def councils(self) -> tuple[str, ...]:
        """The codes of today's councils: those with similar councils."""
        return tuple(self.told["similar_councils"])

    @cached_property
    def row(self) -> dict[str, int]:
        """The place of each code."""
        return {code: place for place, code in enumerate(self.councils)}

    @cached_property
    def similar(self) -> npt.NDArray[np.int64]:
        """Councils × ten: the places of each one's similar councils."""
        table = self.told["similar_councils"]
        return np.array([[self.row[code] for code in table[own]] for own in self.councils])

    def mean_of_similar(self, level: Numbers) -> Numbers:
        """The mean of every council's similar councils on the scale."""
        return _mean(level[self.similar], 1)

    def mean_of_others(self, level: Numbers) -> Numbers:
        """The mean of all other councils on the scale."""
        known = np.isfinite(level)
        total, count = np.where(known, level, 0.0).sum(axis=0), known.sum(axis=0)
        return (total - np.where(known, level, 0.0)) / np.maximum(count - known, 1)

    def indicator(self, name: str) -> TrueIndicator | None:
        """What is true of an indicator; None where no pairs are planted on it."""
        told = self.told["indicators"].get(name, {})
        if told.get("scale") not in ("log", "log odds") or "null" not in told:
            return None
        whole = float("inf")
        if told["scale"] == "log odds":
            whole = 100.0 if told["unit"] == "%" else 1.0
        value = np.array([told["true"][code] for code in self.councils], dtype=np.float64)
        value = np.where(value > 0, value, np.nan)
        level = np.log(value) - (np.log(whole - value) if np.isfinite(whole) else 0.0)
        periods = tuple(told["periods"])
        planted = np.zeros(level.shape, dtype=bool)
        until = told.get("null_until", {})
        for code in told["null"]:
            if code in self.row:
                last = periods.index(until[code]) if code in until else len(periods) - 1
                planted[self.row[code], : last + 1] = True
        steps = tuple(
            (self.row[move["council"]], periods.index(move["from"])) for move in told["movements"]
        )
        return TrueIndicator(periods, whole, level, planted, steps)


def _mean(numbers: Numbers, axis: int) -> Numbers:
    known = np.isfinite(numbers)
    total = np.where(known, numbers, 0.0).sum(axis=axis)
    return np.where(known.any(axis=axis), total / np.maximum(known.sum(axis=axis), 1), np.nan)
