"""What lies behind the parts of a gap: the factors themselves, here and in the others together.

The split says in pounds what need, number, mix and price come to; these are the four as a person
would check them: children expected and helped of every 10,000, shares, and pounds for one child.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from brightfutures.money.council_year import CouncilYear
from brightfutures.money.gap_factors import Totals, totals_of
from brightfutures.money.gap_result import Cause, GapSplit

OF = 10_000.0
"""Children expected and helped are told of so many who live there."""


@dataclass(frozen=True, kw_only=True)
class KindBehind:
    """One kind of help: its share of all children helped, and pounds for one child in the year.

    `per_child_helped_pounds` is None where nobody had help of the kind.
    """

    name: str
    share: float
    per_child_helped_pounds: float | None


@dataclass(frozen=True, kw_only=True)
class FactorsOfSpend:
    """The factors of one council, or of several together; children are of 10,000 living there."""

    expected_per_10_000: float
    helped_per_10_000: float
    kinds: tuple[KindBehind, ...]


@dataclass(frozen=True, kw_only=True)
class GapBehind:
    """The factors on both sides of a gap, with the kinds of help in the split's order."""

    ours: FactorsOfSpend
    theirs: FactorsOfSpend


def behind_of(split: GapSplit, ours: CouncilYear, theirs: Sequence[CouncilYear]) -> GapBehind:
    """The factors that a split was made from; the years are its councils'."""
    kinds = tuple(name for name, _ in split.part(Cause.PRICE).by_kind)
    return GapBehind(
        ours=_factors(totals_of([ours], kinds), kinds),
        theirs=_factors(totals_of(list(theirs), kinds).pooled, kinds),
    )


def _factors(totals: Totals, kinds: tuple[str, ...]) -> FactorsOfSpend:
    helped, children = float(totals.helped[0]), float(totals.children[0])
    return FactorsOfSpend(
        expected_per_10_000=float(totals.expected[0]) / children * OF,
        helped_per_10_000=helped / children * OF,
        kinds=tuple(
            KindBehind(
                name=name,
                share=counted / helped,
                per_child_helped_pounds=spent / counted if counted > 0 else None,
            )
            for name, spent, counted in zip(
                kinds,
                totals.kind_spend[0].tolist(),
                totals.kind_children[0].tolist(),
                strict=True,
            )
        ),
    )
