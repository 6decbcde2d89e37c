"""The texts as published of every figure, in little room: a page needs a few of very many."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import overload

import numpy as np
import numpy.typing as npt


class PublishedTexts(Sequence[str]):
    """Texts by number. As strings of their own a few hundred thousand would take ten times this."""

    def __init__(self, blocks: Iterable[Sequence[str]]) -> None:
        """Take the texts in their order, a block at a time."""
        joined = bytearray()
        ends: list[npt.NDArray[np.int64]] = []
        for block in blocks:
            encoded = "".join(block).encode()
            lengths = np.fromiter(map(len, block), np.int64, len(block))
            if lengths.sum() < len(encoded):  # some letters take more than a byte
                lengths = np.array([len(text.encode()) for text in block], np.int64)
            ends.append(len(joined) + np.cumsum(lengths))
            joined += encoded
        self._joined = bytes(joined)
        self._ends = np.concatenate([np.zeros(1, np.int64), *ends]).astype(np.int32)

    def __len__(self) -> int:
        return len(self._ends) - 1

    @overload
    def __getitem__(self, number: int) -> str: ...

    @overload
    def __getitem__(self, number: slice) -> list[str]: ...

    def __getitem__(self, number: int | slice) -> str | list[str]:
        if isinstance(number, slice):
            return [self[place] for place in range(*number.indices(len(self)))]
        if not 0 <= number < len(self):
            raise IndexError(f"There is no published text {number}.")
        start, end = self._ends[number : number + 2].tolist()
        return self._joined[start:end].decode()
