"""Spend per child as a product of need, number, mix and price.

    spend / children = need × number × Σ over kinds (mix × price) + remainder

with need = children expected to be helped / children, number = children helped / expected, mix =
children of a kind / children helped, price = spend of the kind / its children. The identity holds
to the penny for any council, and for several taken together. The mix of kinds need not come to
one: a kind that cannot be read is left to the remainder on both sides, and so is what one side
spends on a kind of which it has no children.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields

import numpy as np

from brightfutures.measures.arrays import Numbers
from brightfutures.money.council_year import CouncilYear
from brightfutures.money.gap_result import Cause
from brightfutures.money.order_free import Factors, order_free_parts

FACTORS = (Cause.NEED, Cause.NUMBER, Cause.MIX, Cause.PRICE)


@dataclass(frozen=True, eq=False)
class Totals:
    """Accounts as numbers, one row each: pounds and children, by kind in columns."""

    spend: Numbers
    children: Numbers
    expected: Numbers
    helped: Numbers
    kind_spend: Numbers
    kind_children: Numbers

    @property
    def pooled(self) -> Totals:
        """All rows taken together as one."""
        return self._each(lambda column: column.sum(axis=0, keepdims=True))

    @property
    def pooled_without_each(self) -> Totals:
        """For each row, all the others taken together."""
        return self._each(lambda column: column.sum(axis=0, keepdims=True) - column)

    def _each(self, done: Callable[[Numbers], Numbers]) -> Totals:
        return Totals(*(done(getattr(self, field.name)) for field in fields(self)))

    @property
    def per_child(self) -> Numbers:
        """Spend per child, a row each."""
        return np.asarray(self.spend / self.children)

    @property
    def remainder(self) -> Numbers:
        """Spend per child that is on no children of any kind, a row each."""
        on_children = np.where(self.kind_children > 0, self.kind_spend, 0.0).sum(axis=1)
        return np.asarray((self.spend - on_children) / self.children)


def totals_of(years: list[CouncilYear], kinds: tuple[str, ...]) -> Totals:
    """Years of which all that is asked for is known, with these kinds in this order."""
    by_name = [{kind.name: kind for kind in year.kinds} for year in years]

    def column(name: str) -> Numbers:
        return np.array([float(getattr(year, name)) for year in years])

    def by_kind(name: str) -> Numbers:
        rows = [[float(getattr(one[kind], name)) for kind in kinds] for one in by_name]
        return np.array(rows, dtype=np.float64).reshape(len(years), len(kinds))

    return Totals(
        spend=column("spend_pounds"),
        children=column("children_living_there"),
        expected=column("children_expected"),
        helped=column("children_helped"),
        kind_spend=by_kind("spend_pounds"),
        kind_children=by_kind("children"),
    )


def one_under_another(several: Sequence[Totals]) -> Totals:
    """Rows of several, in order."""
    return Totals(
        *(np.concatenate([getattr(one, field.name) for one in several]) for field in fields(Totals))
    )


def parts_of_gap(ours: Totals, theirs: Totals) -> Numbers:
    """The parts of every row's gap, by cause and kind: row × cause (and remainder) × kind.

    The remainder stands in the first kind's place; with no kinds there is one of nothing.
    """
    kinds = max(ours.kind_spend.shape[1], 1)
    rows = max(len(ours.spend), len(theirs.spend))
    found = np.zeros((rows, len(FACTORS) + 1, kinds))
    if ours.kind_spend.shape[1]:
        for place, part in enumerate(order_free_parts(_spend, *_both_sides(ours, theirs))):
            found[:, place, :] = part
    found[:, -1, 0] = ours.remainder - theirs.remainder
    return found


def _spend(factors: Factors) -> Numbers:
    """Spend per child on each kind."""
    need, number, mix, price = factors
    return np.asarray(need * number * mix * price)


def _both_sides(ours: Totals, theirs: Totals) -> tuple[Factors, Factors]:
    our_price, their_price = _price(ours), _price(theirs)
    # Who bought none of a kind is taken to pay the other's price: the whole difference is mix.
    our_price, their_price = (
        np.where(np.isnan(our_price), their_price, our_price),
        np.where(np.isnan(their_price), our_price, their_price),
    )
    return (
        [*_first_three(ours), np.nan_to_num(our_price)],
        [*_first_three(theirs), np.nan_to_num(their_price)],
    )


def _price(totals: Totals) -> Numbers:
    """Pounds for one child of each kind; NaN where there are none."""
    price = np.full(totals.kind_spend.shape, np.nan)
    np.divide(totals.kind_spend, totals.kind_children, out=price, where=totals.kind_children > 0)
    return price


def _first_three(totals: Totals) -> list[Numbers]:
    need = totals.expected / totals.children
    number = totals.helped / totals.expected
    return [
        need[:, np.newaxis],
        number[:, np.newaxis],
        totals.kind_children / totals.helped[:, np.newaxis],
    ]
