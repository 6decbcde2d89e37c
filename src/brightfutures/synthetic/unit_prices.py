"""Spend that follows children: how many a council helped in the year, times its own unit price.

Each council has a lasting price for each line, log-normal about England's, and in any one year that
price with a wobble. A fixed few pay exactly what their similar councils, taken together, pay for a
child: of each line and in every year. The children of a year are those of both its ends, halved,
and what came and went between (`of_the_day`: the share of a count's chance that a year's spend
never saw).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from brightfutures.synthetic.calibration import Quantity
from brightfutures.synthetic.chance import generator
from brightfutures.synthetic.councils import Councils
from brightfutures.synthetic.wobble import draw_wobble

Numbers = npt.NDArray[np.float64]
Places = npt.NDArray[np.intp]

EQUAL_COUNCILS = 30
SMALLEST_EQUAL = 5_000  # children who live there: what a smaller council pays is mostly chance
RETURN_NOISE = 0.01  # of the log of a line: what is booked a little too high or too low


@dataclass(frozen=True, eq=False)
class Priced:
    """One line: pounds for a child (councils × years), and the children its truth is of.

    `lasting` is the price without the wobble of the year. `children` are truly helped, without
    chance, and `counted` are those counted: the mean of both year-ends.
    """

    lasting: Numbers
    of_year: Numbers
    children: Numbers
    counted: Numbers
    spend: Numbers


def equal_in_price(seed: int, councils: Councils) -> Places:
    """The councils that pay what their similar councils pay, in order."""
    able = np.flatnonzero(councils.size_2024[: councils.current_count] >= SMALLEST_EQUAL)
    chosen = generator(seed, "equal in price").permutation(able)[:EQUAL_COUNCILS]
    return np.sort(chosen)


def year_means(counted: Numbers) -> Numbers:
    """The mean of both ends of each year; the first year has one end only."""
    before = np.concatenate([counted[:, :1], counted[:, :-1]], axis=1)
    return np.asarray((before + counted) / 2.0)


def draw_priced(
    seed: int,
    quantity: Quantity,
    councils: Councils,
    ratio: Numbers,
    counted: Numbers,
    expected: Numbers,
) -> Priced:
    """A line's prices and spend.

    `ratio` is England's price in each year; `counted` and `expected` are the children on
    31 March, with chance and without (councils × years).
    """
    chance = generator(seed, f"prices of {quantity.id}")
    count, years = counted.shape
    own = np.exp(quantity.spread * chance.standard_normal((count, 1))) * np.ones((1, years))
    moved = own * np.exp(draw_wobble(seed, quantity, count, years))
    children, true = year_means(counted), year_means(expected)
    equal = equal_in_price(seed, councils)
    own, moved = (_at_similar(one, equal, true, councils) for one in (own, moved))
    now = slice(councils.current_count)
    level = ratio * children[now].sum(axis=0) / (children[now] * moved[now]).sum(axis=0)
    between = np.sqrt(quantity.of_the_day * children) * chance.standard_normal(children.shape)
    noise = np.exp(RETURN_NOISE * chance.standard_normal(children.shape))
    spend = np.maximum(children + between, 0.0) * level * moved * noise
    spend = np.where(children > 0, spend, 0.0)
    return Priced(level * own, level * moved, true, children, spend)


def _at_similar(price: Numbers, equal: Places, children: Numbers, councils: Councils) -> Numbers:
    """Prices with those of equal councils at their similar councils' pounds over children."""
    current = councils.current_count
    others = np.setdiff1d(np.arange(current), equal)
    settled = price.copy()
    for year in range(price.shape[1]):
        weights = np.zeros((current, current))
        theirs = children[:, year][councils.similar]
        np.put_along_axis(
            weights, councils.similar, theirs / theirs.sum(axis=1, keepdims=True), axis=1
        )
        system = np.eye(len(equal)) - weights[np.ix_(equal, equal)]
        known = weights[np.ix_(equal, others)] @ price[others, year]
        settled[equal, year] = np.linalg.solve(system, known)
    # The last digits of a solved system differ between machines.
    return np.round(settled, 9)
