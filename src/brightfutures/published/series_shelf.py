"""Every series of a store, read from its file when first asked for, and kept."""

from __future__ import annotations

import threading
from collections.abc import Collection, Mapping
from functools import cached_property

import numpy as np

from brightfutures.published.readings import Readings
from brightfutures.published.stored_readings import NO_ROWS, StoredWords, parts_by_series
from brightfutures.published.stored_rows import Rows

SERIES_AT_ONCE = 200
MAIN = ""
"""The series that are of no return of spending: read together, as nearly every page needs them."""


class SeriesShelf:
    """The series of a store by id; safe to share between threads.

    `return_of_series` says which return of spending a series is of, where it is of one.
    """

    def __init__(self, rows: Rows, words: StoredWords, return_of_series: Mapping[str, str]) -> None:
        self._rows = rows
        self._words = words
        self._returns = return_of_series
        self.numbers: Mapping[str, int] = dict(rows("select series, series_id from series"))
        self._lock = threading.Lock()
        self._read: dict[str, Readings] = {}
        self._returns_begun: set[str] = set()
        self._returns_read: set[str] = set()

    @cached_property
    def from_dictionary(self) -> frozenset[str]:
        """The series known only from a publisher's own dictionary."""
        return frozenset(
            name for (name,) in self._rows("select series from series where from_dictionary")
        )

    def readings(self, series: str) -> Readings:
        """A series; one that no file gives, or of which no period could be read, has no rows."""
        with self._lock:
            if series not in self._read:
                if series in self.numbers:
                    self._read_all(self._together(series))
                self._read.setdefault(series, self._words.as_readings(series, NO_ROWS))
            return self._read[series]

    def read_first(self, series: Collection[str]) -> None:
        """Read these together, before all others of their kind are; those of returns are not."""
        with self._lock:
            if MAIN not in self._returns_read:
                self._read_all([name for name in self._unread(MAIN) if name in series])

    def _together(self, series: str) -> list[str]:
        """The series to read when this one is first asked for: it is one of them."""
        of_return = self._returns.get(series, MAIN)
        alone = series in self.from_dictionary or of_return in self._returns_read
        if of_return != MAIN and of_return not in self._returns_begun:
            self._returns_begun.add(of_return)  # its total may be all that is wanted
            alone = True
        if alone:
            return [series]
        self._returns_read.add(of_return)
        return self._unread(of_return)

    def _unread(self, of_return: str) -> list[str]:
        return [
            name
            for name in self.numbers
            if name not in self.from_dictionary
            and name not in self._read
            and self._returns.get(name, MAIN) == of_return
        ]

    def _read_all(self, series: list[str]) -> None:
        for first in range(0, len(series), SERIES_AT_ONCE):
            self._read_rows([self.numbers[name] for name in series[first : first + SERIES_AT_ONCE]])

    def _read_rows(self, numbers: list[int]) -> None:
        columns = self._rows.columns(
            "select series_id, area_id, period_id, coalesce(value, 'nan'::double) as value, "
            "missing from reading "
            "where place = 0 and series_id in (select unnest($numbers))",
            {"numbers": numbers},
        )
        # Sorted here: for that DuckDB would take three times the room.
        order = np.lexsort((columns["period_id"], columns["area_id"], columns["series_id"]))
        for name in columns:
            columns[name] = columns[name][order]
        names = {number: name for name, number in self.numbers.items()}
        for number, part in parts_by_series(columns):
            self._read[names[number]] = self._words.as_readings(names[number], part)
