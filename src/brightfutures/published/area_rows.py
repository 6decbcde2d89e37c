"""Where the believed figures of one area stand: looked up by series and period, made when asked."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import isfinite
from typing import Any

import numpy as np

from brightfutures.published.readings import SourceRow
from brightfutures.published.reports import LoadedFile

_KEPT = ("file_id", "release_id", "row_number", "column_id", "text_id")
COLUMNS = f"series_id, period_id, value, {', '.join(_KEPT)}"


@dataclass(frozen=True)
class StoreNames:
    """What the numbers in a store's columns stand for."""

    series: Mapping[int, str]
    periods: Sequence[str]
    files: Sequence[LoadedFile]
    releases: Sequence[str]
    columns: Sequence[str]
    texts: Sequence[str]

    @cached_property
    def number_of_series(self) -> Mapping[str, int]:
        """The number of each series."""
        return {name: number for number, name in self.series.items()}

    @cached_property
    def number_of_period(self) -> Mapping[str, int]:
        """The number of each period."""
        return {label: number for number, label in enumerate(self.periods)}


class AreaRows(Mapping[tuple[str, str], SourceRow]):
    """The source rows of one area by (series, period); `columns` holds `COLUMNS` as arrays."""

    def __init__(self, names: StoreNames, columns: Mapping[str, Any]) -> None:
        self._names = names
        cells = _plain(columns["series_id"]) * len(names.periods) + _plain(columns["period_id"])
        order = np.argsort(cells)
        self._cells = memoryview(cells[order])  # one is found in it five times as fast
        value = np.ma.filled(columns["value"].astype(float), np.nan)
        kept = {**{name: _plain(columns[name]) for name in _KEPT}, "value": value}
        self._columns = {name: column[order] for name, column in kept.items()}

    def __getitem__(self, key: tuple[str, str]) -> SourceRow:
        place = self._place(key)
        if place is None:
            raise KeyError(key)
        columns, names = self._columns, self._names
        file = names.files[int(columns["file_id"][place])]
        value = float(columns["value"][place])
        return SourceRow(
            series=key[0],
            file=file.path,
            publisher=file.publisher,
            publication=file.publication,
            page=file.page,
            licence=file.licence,
            release=names.releases[int(columns["release_id"][place])],
            sha256=file.sha256,
            row=int(columns["row_number"][place]),
            column=names.columns[int(columns["column_id"][place])],
            value=value if isfinite(value) else None,
            as_published=names.texts[int(columns["text_id"][place])],
        )

    def __contains__(self, key: object) -> bool:
        return isinstance(key, tuple) and self._place(key) is not None

    def _place(self, key: tuple[str, str]) -> int | None:
        cell = self._cell(key)
        place = bisect_left(self._cells, cell)
        return place if place < len(self._cells) and self._cells[place] == cell else None

    def _cell(self, key: tuple[str, str]) -> int:
        """The number of a series and period; -1 where the store knows no such."""
        series = self._names.number_of_series.get(key[0])
        period = self._names.number_of_period.get(key[1])
        return (
            -1 if series is None or period is None else series * len(self._names.periods) + period
        )

    def __iter__(self) -> Iterator[tuple[str, str]]:
        names = self._names
        for cell in self._cells.tolist():
            series, period = divmod(cell, len(names.periods))
            yield names.series[series], names.periods[period]

    def __len__(self) -> int:
        return len(self._cells)


def _plain(column: Any) -> Any:
    """A column without its mask where nothing in it is masked: looked up ten times as fast."""
    return column if np.ma.is_masked(column) else np.ma.getdata(column)
