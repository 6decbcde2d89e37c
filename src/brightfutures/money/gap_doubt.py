"""How sure the parts of a gap are: three sources of doubt, each worked out on its own.

What is asked: had the same council, with the same families, homes and prices, been counted in
another such year and set beside other such councils, how far would its parts have strayed?

*Counts.* The children of each kind are moved up and down by one standard deviation. What numbers
ordinarily move beyond chance, and chance that lasts through the year, the spend follows, so price
stays. The chance of the day of counting it does not follow: more children, and each at a lower
price. Comparators' counts are not moved: their noise is in the next source, and would count twice.

*Similar councils.* Each comparator in turn is left out (the jackknife: Quenouille 1956, Tukey
1958), with m of them the variance is (m − 1)/m times the sum of squares about the mean.

*Need model.* What is expected is moved, and number the other way, since children helped are known.

The variances are added. A part is smooth in logs, and each of these small: the delta method needs
no random numbers, says for each source how much it matters, and gives the same answer anywhere.
The range is Student's t with the degrees of freedom of Welch (1947) and Satterthwaite (1946):
those of the need model as it gives them, no end for counts, and for similar councils n − 1, where n
is how many of them count: taken together the large ones weigh more, and n is (Σw)²/Σw² by their
children (Kish 1965).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from brightfutures.measures.arrays import Numbers
from brightfutures.measures.student_t import student_t_quantile
from brightfutures.money.council_year import KindOfHelp
from brightfutures.money.gap_factors import Totals, one_under_another, parts_of_gap
from brightfutures.money.gap_result import LEVEL, Doubt
from brightfutures.money.need import NeedDoubt

FEWEST_THAT_COUNT = 2.0
"""Comparators of which one is nearly all count as no fewer, since of one no range is told."""


def doubts_of(
    kinds: Sequence[KindOfHelp], here: Totals, there: Totals, need_doubt: NeedDoubt
) -> tuple[list[Doubt], list[float]]:
    """For each part its three standard deviations, and how far its range reaches either way."""
    pooled = there.pooled
    need_moved = _moved_need(here, float(np.sqrt(need_doubt.log_variance)))
    squared = _squared_moves([*_moved_counts(kinds, here), need_moved], pooled)
    counts, need = squared[:-1].sum(axis=0), squared[-1]
    similar = _jackknife(_parts(here, there.pooled_without_each))
    total = counts + need + similar
    freedom = ((similar, _how_many_count(there.children) - 1.0), (need, need_doubt.freedom))
    reach = _quantile(total, freedom) * np.sqrt(total)
    each = np.sqrt(np.column_stack([counts, similar, need])).tolist()
    doubts = [Doubt(counts=a, similar_councils=b, need_model=c) for a, b, c in each]
    return doubts, reach.tolist()


def _parts(here: Totals, there: Totals) -> Numbers:
    """Row × part."""
    return np.asarray(parts_of_gap(here, there).sum(axis=2))


def _squared_moves(ends: Sequence[tuple[Totals, Totals]], there: Totals) -> Numbers:
    """What one standard deviation of each source moves each part by, squared: source × part."""
    parts = _parts(one_under_another([end for pair in ends for end in pair]), there)
    return np.asarray(((parts[::2] - parts[1::2]) / 2.0) ** 2)


def _moved_counts(kinds: Sequence[KindOfHelp], here: Totals) -> list[tuple[Totals, Totals]]:
    """The year with the children of each kind more and fewer, with spend and without."""
    found = []
    for place, kind in enumerate(kinds):
        children = float(here.kind_children[0, place])
        if children <= 0:
            continue
        chance = 1.0 / children
        of_the_day = np.sqrt(kind.chance_of_the_day * chance)
        of_the_year = np.sqrt(kind.wobble_variance + (1.0 - kind.chance_of_the_day) * chance)
        for size, follows in ((of_the_day, False), (of_the_year, True)):
            if size > 0:
                up, down = (
                    _with_children(here, place, float(np.exp(sign * size)), follows)
                    for sign in (1.0, -1.0)
                )
                found.append((up, down))
    return found


def _with_children(here: Totals, place: int, times: float, spend_follows: bool) -> Totals:
    children, spend = here.kind_children.copy(), here.kind_spend.copy()
    children[0, place] *= times
    more = children[0, place] - here.kind_children[0, place]
    if spend_follows:
        spend[0, place] *= times
    return replace(
        here,
        kind_children=children,
        kind_spend=spend,
        helped=here.helped + more,
        spend=here.spend + (spend - here.kind_spend).sum(),
    )


def _moved_need(here: Totals, size: float) -> tuple[Totals, Totals]:
    up, down = (replace(here, expected=here.expected * np.exp(sign * size)) for sign in (1.0, -1.0))
    return up, down


def _jackknife(without_each: Numbers) -> Numbers:
    """The variance of each part that comes of which comparators there are."""
    count = len(without_each)
    apart = without_each - without_each.mean(axis=0)
    return np.asarray((count - 1) / count * (apart**2).sum(axis=0))


def _how_many_count(children: Numbers) -> float:
    """How many comparators of one size would be worth as much as these together."""
    return max(float(children.sum() ** 2 / (children**2).sum()), FEWEST_THAT_COUNT)


def _quantile(total: Numbers, parts: Sequence[tuple[Numbers, float]]) -> Numbers:
    """Student's t for each part of the gap, from variances with their degrees of freedom."""
    unsure = np.zeros_like(total)
    for variance, freedom in parts:
        share = np.divide(variance, total, out=np.zeros_like(total), where=total > 0)
        unsure += share**2 / freedom
    return student_t_quantile(1.0 / np.maximum(unsure, 1e-12), 0.5 + LEVEL / 200.0)
