"""Whom one council is compared with, whatever the indicator."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from brightfutures.measures.judge import Against, Judge
from brightfutures.measures.similar import ENGLAND_SET, TITLES


@dataclass(frozen=True, kw_only=True)
class ComparisonSet:
    """The councils that one council is compared with, by their codes, in the set's own order.

    `name` is that of the set really used: another than was asked for where the council is in no
    list of it. On an indicator that two councils return together the other one is left out of
    it. `closeness` gives the published word of each, where the set has one.
    """

    name: str
    title: str
    councils: tuple[str, ...]
    closeness: Mapping[str, str]


def comparison_set_of(judge: Judge, against: Against, row: int) -> ComparisonSet:
    """The set for one council; raises `WrongUse` for one that is not known."""
    asked = judge.beside(against).comparators
    council = judge.studies.ingredients.places.codes[row]
    name = asked.stands_in.get(council, asked.name)
    used = judge.beside(ENGLAND_SET).comparators if asked.not_held[row] else asked
    codes = judge.studies.ingredients.places.codes
    return ComparisonSet(
        name=name,
        title=(asked.title if name == asked.name else None) or TITLES[name],
        councils=tuple(codes[other] for other in used.index[row].tolist() if other >= 0),
        closeness=used.closeness.get(council, {}),
    )
