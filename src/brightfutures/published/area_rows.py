"""Where the believed figures of one area stand: looked up by series and period, made when asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from brightfutures.published.readings import SourceRow
from brightfutures.published.reports import LoadedFile

COLUMNS = "series_id, period_id, file_id, release_id, row_number, column_id, value, text"


@dataclass(frozen=True)
class StoreNames:
    """What the numbers in a store's columns stand for."""

    series: Mapping[int, str]
    periods: Sequence[str]
    files: Sequence[LoadedFile]
    releases: Sequence[str]
    columns: Sequence[str]


class AreaRows(Mapping[tuple[str, str], SourceRow]):
    """The source rows of one area by (series, period); `columns` holds `COLUMNS` as arrays."""

    def __init__(self, names: StoreNames, columns: Mapping[str, Any]) -> None:
        self._names = names
        value = np.ma.filled(columns["value"].astype(float), np.nan)
        self._columns = {**{name: _plain(it) for name, it in columns.items()}, "value": value}
        pairs = zip(columns["series_id"].tolist(), columns["period_id"].tolist(), strict=True)
        self._places = {
            (names.series[series], names.periods[period]): place
            for place, (series, period) in enumerate(pairs)
        }

    def __getitem__(self, key: tuple[str, str]) -> SourceRow:
        place = self._places[key]
        columns, names = self._columns, self._names
        file = names.files[int(columns["file_id"][place])]
        value = columns["value"][place]
        known = bool(np.isfinite(value))
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
            value=float(value) if known else None,
            as_published=str(columns["text"][place]),
        )

    def __contains__(self, key: object) -> bool:
        return key in self._places

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


def _plain(column: Any) -> Any:
    """A column without its mask where nothing in it is masked: looked up ten times as fast."""
    return column if np.ma.is_masked(column) else np.ma.getdata(column)
