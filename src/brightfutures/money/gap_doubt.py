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
The range is Student's t with the degrees of freedom of Welch (1947) and Satterthwaite (1946),
m − 1 for the similar councils and no end for the others.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from brightfutures.measures.arrays import Numbers
from brightfutures.money.gap_factors import Totals, one_under_another, parts_of_gap
from brightfutures.money.gap_result import LEVEL, Doubt
from brightfutures.money.spend_account import KindOfHelp


def doubts_of(
    kinds: Sequence[KindOfHelp], here: Totals, there: Totals, need_log_variance: float
) -> tuple[list[Doubt], list[float]]:
    """For each part its three standard deviations, and how far its range reaches either way."""
    pooled = there.pooled
    need_moved = _moved_need(here, float(np.sqrt(need_log_variance)))
    squared = _squared_moves([*_moved_counts(kinds, here), need_moved], pooled)
    counts, need = squared[:-1].sum(axis=0), squared[-1]
    similar = _jackknife(_parts(here, there.pooled_without_each))
    total = counts + need + similar
    reach = _quantile(total, similar, len(there.spend)) * np.sqrt(total)
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
    """The account with the children of each kind more and fewer, with spend and without."""
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


def _quantile(total: Numbers, similar: Numbers, comparators: int) -> Numbers:
    """Student's t for each part."""
    from scipy.special import stdtrit  # scipy.stats would take twenty megabytes more

    share = np.divide(similar, total, out=np.zeros_like(total), where=total > 0)
    freedom = (comparators - 1) / np.maximum(share, 1e-6) ** 2
    return np.asarray(stdtrit(freedom, 0.5 + LEVEL / 200.0))
