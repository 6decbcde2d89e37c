"""Whom a council is compared with: similar councils, its region, England, or a chosen list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np

from brightfutures.measures.arrays import Flags, Numbers, Whole
from brightfutures.measures.places import Places
from brightfutures.published.readings import Neighbour
from brightfutures.quantities import WrongUse

DEFAULT = "dfe-2025"
EARLIER = "dfe-2021"
SIMILAR = "similar"
SIMILAR_2021 = "similar-2021"
TABLE_OF = {SIMILAR: DEFAULT, SIMILAR_2021: EARLIER}
"""What is asked for without a name: a published table, or England where, on an indicator, those
it lists are hardly more alike than any others. A table asked for by its own name never gives
way to England in that manner."""

REGION = "region"
ENGLAND_SET = "england"
CHOSEN = "chosen"
NEAREST_IN_CONTEXT = "nearest-in-context"

TITLES = {
    DEFAULT: "Similar councils (Department for Education, 2025)",
    EARLIER: "Similar councils (Department for Education, 2021)",
    REGION: "Other councils in the region",
    ENGLAND_SET: "All other councils in England",
    CHOSEN: "The councils chosen",
    NEAREST_IN_CONTEXT: "Councils nearest in context",
}


@dataclass(frozen=True, eq=False)
class Comparators:
    """For every council the rows of those it is compared with, −1 where there are no more.

    `closeness` is the published word, by council and then by comparator. `stands_in` names, for
    a council that the set does not hold (a former one), the set that stands in for it: the
    earlier table, whose councils are then in `index`, or England, and then its row is empty.
    `title` is the set's name where it says more than the usual one, and `distance`, by council
    and then by comparator, how far each is where that has been measured.
    """

    name: str
    index: Whole
    closeness: Mapping[str, Mapping[str, str]]
    stands_in: Mapping[str, str]
    title: str | None = None
    distance: Mapping[str, Mapping[str, float]] = field(default_factory=dict)

    def without(self, pairs: Sequence[tuple[int, int]]) -> Comparators:
        """The same, but the second row of each pair is no comparator of the first."""
        index = self.index.copy()
        for row, other in pairs:
            index[row][index[row] == other] = -1
        return replace(self, index=index)

    @cached_property
    def member(self) -> Numbers:
        """Councils × councils: 1 where the column is a comparator of the row."""
        count = self.index.shape[0]
        member = np.zeros((count, count + 1))
        np.put_along_axis(member, self.index, 1.0, axis=1)  # −1 falls in the spare last column
        return member[:, :count]

    @cached_property
    def not_held(self) -> Flags:
        """The councils for which England stands in."""
        held = (DEFAULT, EARLIER, NEAREST_IN_CONTEXT)
        return np.asarray(~self.member.any(axis=1) & (self.name in held))


def index_of(lists: Sequence[Sequence[int]]) -> Whole:
    """Lists of rows as an array, −1 where a list has ended."""
    width = max((len(rows) for rows in lists), default=0)
    index = np.full((len(lists), max(width, 1)), -1, dtype=np.int64)
    for row, others in enumerate(lists):
        index[row, : len(others)] = others
    return index


def everyone_else(places: Places) -> Comparators:
    """England: every other council of the same period (one that was not there has no value)."""
    rows = range(places.councils)
    lists = [[other for other in rows if other != row] for row in rows]
    return Comparators(name=ENGLAND_SET, index=index_of(lists), closeness={}, stands_in={})


def same_region(places: Places) -> Comparators:
    """Every other council of the same region."""
    regions = [area.region for area in places.areas[: places.councils]]
    lists = [
        [other for other, region in enumerate(regions) if region == own and other != row]
        for row, own in enumerate(regions)
    ]
    return Comparators(name=REGION, index=index_of(lists), closeness={}, stands_in={})


def chosen_councils(places: Places, codes: Sequence[str]) -> Comparators:
    """The councils of a list, for every council the same (itself left out).

    Raises `WrongUse` naming a code that is no council.
    """
    rows: list[int] = []
    for code in codes:
        row = places.rows.get(code)
        if row is None or row >= places.councils:
            raise WrongUse(f"'{code}' is not the code of a council to compare with.")
        if row not in rows:
            rows.append(row)
    lists = [[other for other in rows if other != row] for row in range(places.councils)]
    return Comparators(name=CHOSEN, index=index_of(lists), closeness={}, stands_in={})


def from_table(
    places: Places,
    table: Mapping[str, Sequence[Neighbour]],
    name: str,
    earlier: Mapping[str, Sequence[Neighbour]] | None = None,
) -> Comparators:
    """Similar councils as a published table gives them, in its order.

    A council the table does not hold, such as one that has ended, is compared with those of
    the `earlier` table where that holds it, else with all other councils.
    """
    lists: list[list[int]] = []
    closeness: dict[str, dict[str, str]] = {}
    stands_in: dict[str, str] = {}
    for row, area in enumerate(places.areas[: places.councils]):
        found = table.get(area.code)
        if not found and earlier and earlier.get(area.code):
            found = earlier[area.code]
            stands_in[area.code] = EARLIER
        own: list[int] = []
        words: dict[str, str] = {}
        for neighbour in found or ():
            other = places.rows.get(neighbour.code)
            if other is not None and other < places.councils and other != row:
                own.append(other)
                words[neighbour.code] = neighbour.closeness
        if not own:
            stands_in[area.code] = ENGLAND_SET
        closeness[area.code] = words
        lists.append(own)
    return Comparators(name=name, index=index_of(lists), closeness=closeness, stands_in=stands_in)
