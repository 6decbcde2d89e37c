"""The slow twin of the split of a gap: every order walked through, one factor after another."""

from collections.abc import Callable, Sequence
from itertools import permutations
from typing import TypeVar

from brightfutures.money.council_year import CouncilYear

Factor = TypeVar("Factor")


def parts_over_all_orders(
    value: Callable[[Sequence[Factor]], float], ours: Sequence[Factor], theirs: Sequence[Factor]
) -> list[float]:
    """The mean over all orders of what changing each factor from theirs to ours adds."""
    parts = [0.0] * len(ours)
    orders = list(permutations(range(len(ours))))
    for order in orders:
        now = list(theirs)
        for place in order:
            before = value(now)
            now[place] = ours[place]
            parts[place] += (value(now) - before) / len(orders)
    return parts


def slow_parts(ours: CouncilYear, theirs: Sequence[CouncilYear]) -> list[float]:
    """Need, number, mix, price and remainder of years in which every kind has children."""
    kinds = range(len(ours.kinds))

    def factors(years: Sequence[CouncilYear]) -> list[list[float]]:
        living = sum(float(one.children_living_there) for one in years)
        expected = sum(float(one.children_expected) for one in years)
        helped = sum(float(one.children_helped) for one in years)
        children = [sum(float(one.kinds[k].children) for one in years) for k in kinds]
        spend = [sum(float(one.kinds[k].spend_pounds) for one in years) for k in kinds]
        return [
            [expected / living],
            [helped / expected],
            [count / helped for count in children],
            [pounds / count for pounds, count in zip(spend, children, strict=True)],
        ]

    def value(now: Sequence[list[float]]) -> float:
        (need,), (number,), mix, price = now
        return sum(need * number * mix[k] * price[k] for k in kinds)

    def rest(years: Sequence[CouncilYear]) -> float:
        living = sum(float(one.children_living_there) for one in years)
        on_kinds = sum(float(kind.spend_pounds) for one in years for kind in one.kinds)
        return (sum(float(one.spend_pounds) for one in years) - on_kinds) / living

    parts = parts_over_all_orders(value, factors([ours]), factors(theirs))
    return [*parts, rest([ours]) - rest(theirs)]
