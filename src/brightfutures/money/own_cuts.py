"""The falls of one council's own lines by a fifth or more: which lines, when and by how much.

They are those that are read as cuts over all councils (`cuts`), so that what was found after such
cuts is of the same kind. Changes over one year and over two overlap: of those that share a year on
a line the deepest is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from brightfutures.money.cuts import Cuts


@dataclass(frozen=True, kw_only=True)
class OwnCut:
    """One line's fall between two years, each by the year to 31 March in which it ends.

    `share` is the change as a share of the first year, in real terms: below nought.
    """

    line: str
    first_year: int
    last_year: int
    share: float


def own_cuts(cuts: Mapping[tuple[str, int], Cuts], council: int) -> tuple[OwnCut, ...]:
    """The falls of the council in this row of the cuts, by line in their order and by year."""
    lines = dict.fromkeys(line for line, _ in cuts)
    return tuple(one for line in lines for one in _of_line(line, cuts, council))


def _of_line(line: str, cuts: Mapping[tuple[str, int], Cuts], council: int) -> list[OwnCut]:
    kept: list[OwnCut] = []
    for one in sorted(_every(line, cuts, council), key=lambda one: (one.share, one.first_year)):
        if all(one.last_year <= k.first_year or k.last_year <= one.first_year for k in kept):
            kept.append(one)
    return sorted(kept, key=lambda one: one.first_year)


def _every(line: str, cuts: Mapping[tuple[str, int], Cuts], council: int) -> Iterator[OwnCut]:
    for (name, span), found in cuts.items():
        if name == line:
            for place, base in enumerate(found.base_years):
                if found.cut[council, place] == 1.0:
                    share = float(found.share[council, place])
                    yield OwnCut(line=line, first_year=base, last_year=base + span, share=share)


def can_be_read(cuts: Mapping[tuple[str, int], Cuts], council: int) -> bool:
    """Whether any change of any line of the council is read: as a cut, or as none."""
    return any(bool((found.cut[council] >= 0.0).any()) for found in cuts.values())
