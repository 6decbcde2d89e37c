"""From the store's numbers to readings: areas and periods by name, arrays that cannot change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from brightfutures.published.readings import Readings

NO_ROWS: Mapping[str, Any] = {
    "area_id": np.zeros(0, np.int32),
    "period_id": np.zeros(0, np.int32),
    "value": np.zeros(0),
    "missing": np.zeros(0, np.uint16),
}


def parts_by_series(columns: Mapping[str, Any]) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """Columns sorted by series, cut into one part for each series' number."""
    number = np.asarray(columns["series_id"])
    if not len(number):
        return
    starts = np.flatnonzero(np.diff(number, prepend=-1)).tolist()
    for start, end in zip(starts, [*starts[1:], len(number)], strict=True):
        yield int(number[start]), {name: column[start:end] for name, column in columns.items()}


@dataclass(frozen=True)
class StoredWords:
    """The areas and periods of a store by number; joint returns are numbered after areas."""

    areas: tuple[str, ...]
    first_joint: int
    periods: tuple[str, ...]

    def as_readings(self, series: str, part: Mapping[str, Any]) -> Readings:
        """One series; the figure of a joint return is no area's and is left out."""
        area = np.asarray(part["area_id"], np.int32)
        known = area < self.first_joint
        areas, area_index = np.unique(area[known], return_inverse=True)
        period = np.asarray(part["period_id"], np.int32)[known]
        numbers, held_index = np.unique(period, return_inverse=True)
        held = [self.periods[number] for number in numbers.tolist()]
        labels = sorted(held)
        place = np.array([labels.index(label) for label in held], np.int32)
        readings = Readings(
            series=series,
            areas=tuple(self.areas[number] for number in areas.tolist()),
            periods=tuple(labels),
            area_index=area_index.astype(np.int32),
            period_index=place[held_index],
            value=np.asarray(part["value"], np.float64)[known],
            missing=np.asarray(part["missing"], np.uint16)[known],
        )
        for array in (
            readings.area_index, readings.period_index, readings.value, readings.missing,
        ):  # fmt: skip
            array.flags.writeable = False
        return readings
