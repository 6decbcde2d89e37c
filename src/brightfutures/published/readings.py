"""Readings: tidy rows of one series, as numpy columns, and where each came from."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt


@dataclass(frozen=True, eq=False)
class Readings:
    """One series as it stands now: a row for each area and period that a file speaks of.

    `area_index` and `period_index` point into `areas` (canonical codes) and `periods` (labels
    in time order). `value` is NaN where a reason stands in `missing` (bits, see `Reason`).
    `release` is the release each row comes from. Where several files give the same cell, this
    holds the one believed: the first source in the series' order, and of it the newest release.
    """

    series: str
    areas: tuple[str, ...]
    periods: tuple[str, ...]
    area_index: npt.NDArray[np.int32]
    period_index: npt.NDArray[np.int32]
    value: npt.NDArray[np.float64]
    missing: npt.NDArray[np.uint16]


@dataclass(frozen=True)
class SourceRow:
    """Where one reading stands: the door from a number to its file and row.

    `row` is the line of the file, or the row of the sheet, as a person counts from 1 with
    everything above the header included. `column` is the column's name as published.
    """

    series: str
    file: str
    publisher: str
    publication: str
    page: str
    licence: str
    release: str
    sha256: str
    row: int
    column: str
    value: float | None
    as_published: str


@dataclass(frozen=True)
class Neighbour:
    """One similar council with how close the published table says it is."""

    code: str
    closeness: str


@dataclass(frozen=True)
class Judgement:
    """One Ofsted inspection of one council: grades by part, with its framework and dates.

    `parts` maps overall, leaders, help_and_protection, in_care, care_leavers to outstanding,
    good, requires_improvement or inadequate; a part that was not judged is left out.
    """

    area: str
    framework: str
    inspected_on: str  # ISO date: the first day of the inspection or the last, as the file has it
    published_on: str | None
    parts: dict[str, str]
    file: str
    row: int
