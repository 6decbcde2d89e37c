"""The texts as published of every figure, in little room: a page needs a few of very many."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import overload

import numpy as np
import numpy.typing as npt

BLOCK = 1_024
"""How many texts are kept together, and read together while only a few are asked for."""

FEW_BLOCKS = 48
"""Blocks read one by one, so that a first page does not wait for all; then the rest is read."""

BLOCKS_AT_ONCE = 10
"""In which parts the rest is read: all at once takes much room."""

Read = Callable[[int, int], Sequence[str]]


class PublishedTexts(Sequence[str]):
    """Texts by number, read when asked for; safe to share between threads.

    `count` is how many there are, and `read` gives those from one number up to another. As strings
    of their own a few hundred thousand would take ten times the room.
    """

    def __init__(self, count: int, read: Read) -> None:
        self._count = count
        self._read = read
        self._blocks: dict[int, _Block] = {}

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, number: int) -> str: ...

    @overload
    def __getitem__(self, number: slice) -> list[str]: ...

    def __getitem__(self, number: int | slice) -> str | list[str]:
        if isinstance(number, slice):
            return [self[place] for place in range(*number.indices(self._count))]
        if not 0 <= number < self._count:
            raise IndexError(f"There is no published text {number}.")
        block, place = divmod(number, BLOCK)
        return (self._blocks.get(block) or self._read_block(block)).text(place)

    def _read_block(self, block: int) -> _Block:
        if len(self._blocks) < FEW_BLOCKS:
            self._keep(block, 1)
        else:
            for first in range(0, -(-self._count // BLOCK), BLOCKS_AT_ONCE):
                self._keep(first, BLOCKS_AT_ONCE)
        return self._blocks[block]

    def _keep(self, block: int, blocks: int) -> None:
        first = block * BLOCK
        texts = self._read(first, min(first + blocks * BLOCK, self._count))
        for place in range(0, len(texts), BLOCK):
            self._blocks[block + place // BLOCK] = _Block(texts[place : place + BLOCK])


class _Block:
    """Texts as one run of bytes, and where each ends."""

    __slots__ = ("_ends", "_joined")

    def __init__(self, texts: Sequence[str]) -> None:
        encoded = [text.encode() for text in texts]
        self._joined = b"".join(encoded)
        lengths = np.fromiter(map(len, encoded), np.int32, len(encoded))
        self._ends: npt.NDArray[np.int32] = np.concatenate(
            [np.zeros(1, np.int32), np.cumsum(lengths, dtype=np.int32)]
        )

    def text(self, place: int) -> str:
        """One of them."""
        start, end = self._ends[place : place + 2].tolist()
        return self._joined[start:end].decode()
