"""Tidy rows: one reading a row, as numpy columns, with the words they use held once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields

import numpy as np
import numpy.typing as npt

Integers = npt.NDArray[np.int32]


class Words:
    """Distinct texts by number, so that rows hold numbers."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self._numbers: dict[str, int] = {}

    def number(self, text: str) -> int:
        """The number of a text, new or known."""
        found = self._numbers.setdefault(text, len(self.texts))
        if found == len(self.texts):
            self.texts.append(text)
        return found

    def numbers(self, texts: Iterable[str]) -> Integers:
        """The numbers of several texts."""
        return np.array([self.number(text) for text in texts], np.int32)


@dataclass(frozen=True)
class Vocabulary:
    """The words that rows point to by number."""

    series: Words
    periods: Words
    releases: Words
    columns: Words
    texts: Words

    @classmethod
    def empty(cls) -> Vocabulary:
        """No words yet."""
        return cls(Words(), Words(), Words(), Words(), Words())


@dataclass(frozen=True, eq=False)
class TidyRows:
    """Readings as columns of one length: numbers of words, areas and files, and the figures.

    `row` is the row of the file as a person counts; `text` the cell as published.
    """

    series: Integers
    area: Integers
    period: Integers
    value: npt.NDArray[np.float64]
    missing: npt.NDArray[np.uint16]
    release: Integers
    file: Integers
    row: npt.NDArray[np.int64]
    column: Integers
    text: Integers

    def __len__(self) -> int:
        return len(self.series)

    def chosen(self, which: npt.NDArray[np.bool_] | npt.NDArray[np.intp]) -> TidyRows:
        """Some of the rows."""
        return TidyRows(**{entry.name: getattr(self, entry.name)[which] for entry in fields(self)})

    @classmethod
    def together(cls, parts: Sequence[TidyRows]) -> TidyRows:
        """Rows after rows."""
        return cls(
            **{
                entry.name: np.concatenate([getattr(part, entry.name) for part in parts])
                for entry in fields(cls)
            }
        )
