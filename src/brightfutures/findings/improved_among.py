"""Who has improved among the councils that one is compared with, over many measures."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from brightfutures.catalogue import Indicator
from brightfutures.findings.comparison_words import Whom
from brightfutures.findings.figures import counted
from brightfutures.findings.improver_words import FLATTERED, improvement_sentence
from brightfutures.measures.improving.results import Improvement, Improvers
from brightfutures.quantities import PeriodKind

MOST_ELSEWHERE = 8

WHEN_TOLD = (
    "An improvement can be told only where it is settled which way is good, where counts are "
    "published, and where five years in a row can be read."
)


@dataclass(frozen=True, kw_only=True)
class Tried:
    """One measure on which an improvement can be told: what it counts, and who improved."""

    indicator: Indicator
    counts: tuple[str, PeriodKind]
    found: Improvers


@dataclass(frozen=True, kw_only=True)
class Improved:
    """One council that improved on one measure; `sentence` goes on from its name."""

    indicator: Indicator
    area: str
    among: bool
    sentence: str
    improvement: Improvement


@dataclass(frozen=True, kw_only=True)
class ImprovedAmong:
    """Who improved: those of the set first, then others of England, and what to bear in mind."""

    sentence: str
    among: tuple[Improved, ...]
    elsewhere: tuple[Improved, ...]
    left_out: int
    remarks: tuple[str, ...]


def improved_among(
    tried: Sequence[Tried], out_of: int, among: Collection[str], whom: Whom
) -> ImprovedAmong:
    """All councils that improved on these measures; `out_of` is how many measures were asked."""
    every = [_improved(one, improvement, among) for one in tried for improvement in one.found.found]
    of_set = tuple(one for one in every if one.among)
    others = [one for one in every if not one.among]
    remarks = (FLATTERED,) if every else ()
    return ImprovedAmong(
        sentence=_sentence(len(tried), out_of, len(of_set), len(others), whom),
        among=of_set,
        elsewhere=tuple(others[:MOST_ELSEWHERE]),
        left_out=max(0, len(others) - MOST_ELSEWHERE),
        remarks=(WHEN_TOLD, *remarks),
    )


def _improved(one: Tried, improvement: Improvement, among: Collection[str]) -> Improved:
    said = improvement_sentence(one.indicator, one.counts, one.found, improvement, "")
    return Improved(
        indicator=one.indicator,
        area=improvement.area,
        among=improvement.area in among,
        sentence=said.lstrip(),
        improvement=improvement,
    )


def _sentence(tried: int, out_of: int, of_set: int, others: int, whom: Whom) -> str:
    if not tried:
        return f"An improvement can be told on none of the {out_of} main measures."
    opening = f"An improvement can be told on {tried} of the {out_of} main measures."
    there = "there" if tried > 1 else "on it"
    if not of_set:
        said = f"None of {whom.its} improved {there} by clearly more than others."
    else:
        times = "once" if of_set == 1 else f"{counted(of_set).lower()} times"
        them = f"{whom.its[0].upper()}{whom.its[1:]}"
        said = f"{them} were found to have improved by clearly more than others {times} {there}."
    if not others:
        return f"{opening} {said} Nor did any other council." if not of_set else f"{opening} {said}"
    more = "once" if others == 1 else f"{counted(others).lower()} times"
    return f"{opening} {said} Elsewhere in England it was found {more}."


def titles_of(improved: Sequence[Improved], name_of: Callable[[str], str]) -> tuple[str, ...]:
    """Each as one sentence with its measure: for files."""
    return tuple(f"{one.indicator.title}: {name_of(one.area)} {one.sentence}" for one in improved)
