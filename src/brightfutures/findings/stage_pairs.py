"""Measures of a stage read side by side: what each says, and never that one makes the other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from brightfutures.catalogue import Indicator, StageDeclaration
from brightfutures.findings.companions import WITHOUT_UNACCOMPANIED
from brightfutures.findings.measure_words import beginning_once, figures_and_verdict, named
from brightfutures.findings.profile import Profile, ReadTogether
from brightfutures.findings.said import Said, say
from brightfutures.measures.results import Comparison, Level
from brightfutures.quantities import Missing

MOST_PAIRS = 4


@dataclass(frozen=True, kw_only=True)
class Pair:
    """Two measures side by side; why neither is read alone, where the catalogue says it."""

    said: Said
    why: str = ""


def stage_pairs(
    indicators: Mapping[str, Indicator],
    declared: StageDeclaration,
    profile: Profile,
    by_id: Mapping[str, Comparison],
) -> tuple[Pair, ...]:
    """The stage's own pairs in their order, then those of a measure that stands apart.

    Only pairs that tell something: both figures are known and one can be judged. A measure that
    stands apart and is in no pair of the stage's own is read with another that can be judged; main
    measures of the fixed set come first.
    """
    found: dict[frozenset[str], Pair] = {}
    for pair in declared.together:
        one, other = (by_id.get(name) for name in pair.measures)
        if one is not None and other is not None and _tell(one, other):
            found[frozenset(pair.measures)] = Pair(
                said=side_by_side(indicators, one, other), why=pair.why
            )

    def of_the_set(pair: ReadTogether) -> int:
        both = (pair.apart, pair.beside)
        return sum(indicators[entry.indicator].health_check for entry in both)

    told = {name for names in found for name in names} | set(WITHOUT_UNACCOMPANIED.values())
    for more in sorted(profile.together, key=of_the_set, reverse=True):
        names = frozenset((more.apart.indicator, more.beside.indicator))
        judged = more.beside.verdict.level is not Level.CANNOT_SAY
        if judged and more.apart.indicator not in told:
            found[names] = Pair(said=side_by_side(indicators, more.apart, more.beside))
            told |= names
    return tuple(found.values())[:MOST_PAIRS]


def side_by_side(indicators: Mapping[str, Indicator], one: Comparison, other: Comparison) -> Said:
    """Both measures in one sentence, each with its figures and what is said of it."""
    items = [
        (named(indicators[entry.indicator]), f" ({_told(indicators, entry)})")
        for entry in (one, other)
    ]
    first, second = beginning_once(items)
    return say("Read ", first, " with ", second, ".", about=(one, other))


def _told(indicators: Mapping[str, Indicator], entry: Comparison) -> str:
    return figures_and_verdict(indicators[entry.indicator], entry)


def _tell(one: Comparison, other: Comparison) -> bool:
    """Whether both figures are known and at least one of them can be judged."""
    both = (one, other)
    return not any(isinstance(entry.here.value, Missing) for entry in both) and any(
        entry.verdict.level is not Level.CANNOT_SAY for entry in both
    )
