"""A made-up England in which need, number, mix and price are planted, and so is the truth.

Every council has levels of its own: children living there, deprivation, how many are helped beside
what deprivation leads one to expect, a mix of three kinds and their prices. In one year children
of each kind come by chance and wobble about those levels, are counted on one day with chance of
that day, and money follows the children of the year. The truth of a council's split is that of its
levels against the mean of all England's, of which its comparators are ten by lot.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from slow_gap_split import parts_over_all_orders

from brightfutures.measures.arrays import Numbers
from brightfutures.money.council_year import CouncilYear, KindOfHelp, OtherLine

KINDS = ("homes", "fostering", "other")
PRICE = np.array([260_000.0, 42_000.0, 30_000.0])
SHARES = np.array([0.15, 0.65, 0.20])
WOBBLE = np.array([0.004, 0.001, 0.003])
OF_THE_DAY = 0.3
RATE = 0.008  # children helped for each child, of a council like the average
SLOPE = 0.35  # of the log of that on deprivation
NUMBER_SPREAD, PRICE_SPREAD, MIX_SPREAD = 0.25, 0.2, 0.25
YOUTH, YOUTH_SPREAD = 60.0, 0.3  # pounds per child of a line without children


@dataclass(frozen=True, eq=False)
class PlantedEngland:
    """Levels of every council, and one year of it."""

    children: Numbers
    deprivation: Numbers
    number: Numbers
    mix: Numbers
    price: Numbers
    youth: Numbers
    counted: Numbers
    spend: Numbers

    @property
    def need(self) -> Numbers:
        """Children one would expect to be helped, per child."""
        return np.asarray(RATE * np.exp(SLOPE * self.deprivation))

    def year(self, row: int, expected: float) -> CouncilYear:
        """A council's year as it would be published."""
        kinds = tuple(
            KindOfHelp(
                name=name,
                spend_pounds=float(self.spend[row, place]),
                children=float(self.counted[row, place]),
                wobble_variance=float(WOBBLE[place]),
                chance_of_the_day=OF_THE_DAY,
            )
            for place, name in enumerate(KINDS)
        )
        youth = float(self.youth[row] * self.children[row])
        return CouncilYear(
            council=str(row),
            spend_pounds=float(self.spend[row].sum()) + youth,
            children_living_there=float(self.children[row]),
            children_helped=float(self.counted[row].sum()),
            children_expected=expected,
            kinds=kinds,
            other_lines=(OtherLine(name="youth", spend_pounds=youth),),
        )

    def truth(self, row: int) -> list[float]:
        """Need, number, mix, price and remainder of its levels against all England's means.

        Those means are of all councils' levels taken together, as comparators' figures are.
        """
        expected = self.children * self.need
        helped = expected * self.number
        of_kind = helped[:, np.newaxis] * self.mix
        theirs = (
            float(expected.sum() / self.children.sum()),
            float(helped.sum() / expected.sum()),
            of_kind.sum(axis=0) / helped.sum(),
            (of_kind * self.price).sum(axis=0) / of_kind.sum(axis=0),
        )
        ours = (float(self.need[row]), float(self.number[row]), self.mix[row], self.price[row])

        def value(now):  # type: ignore[no-untyped-def]
            need, number, mix, price = now
            return float(need * number * (mix * price).sum())

        parts = parts_over_all_orders(value, ours, theirs)
        youth = float((self.youth * self.children).sum() / self.children.sum())
        return [*parts, float(self.youth[row]) - youth]


def _mix(draw: np.random.Generator, councils: int) -> Numbers:
    weight = SHARES * np.exp(MIX_SPREAD * draw.standard_normal((councils, len(SHARES))))
    return np.asarray(weight / weight.sum(axis=1, keepdims=True))


def planted_england(seed: int, councils: int = 200) -> PlantedEngland:
    """One such England."""
    draw = np.random.default_rng(seed)

    def about_one(spread: float, *shape: int) -> Numbers:
        return np.asarray(np.exp(spread * draw.standard_normal(shape)))

    children = np.round(60_000 * about_one(0.5, councils))
    deprivation = draw.standard_normal(councils)
    number = about_one(NUMBER_SPREAD, councils)
    mix, price = _mix(draw, councils), PRICE * about_one(PRICE_SPREAD, councils, len(KINDS))
    level = (children * RATE * np.exp(SLOPE * deprivation) * number)[:, np.newaxis] * mix
    wobble = np.exp(np.sqrt(WOBBLE) * draw.standard_normal(level.shape))
    chance = np.sqrt((1.0 - OF_THE_DAY) / level) * draw.standard_normal(level.shape)
    of_the_year = level * wobble * (1.0 + chance)
    of_the_year = np.maximum(of_the_year, 0.5)
    day = np.sqrt(OF_THE_DAY * of_the_year) * draw.standard_normal(level.shape)
    counted = np.maximum(np.round(of_the_year + day), 0.0)
    return PlantedEngland(
        children=children,
        deprivation=deprivation,
        number=number,
        mix=mix,
        price=price,
        youth=YOUTH * about_one(YOUTH_SPREAD, councils),
        counted=counted,
        spend=of_the_year * price,
    )
