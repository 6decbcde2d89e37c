"""What is true of a council's gap in spend: need, number, mix and price, as planted.

Each council has a level of its own of how many children it helps, in which kinds of help, and a
price of the year for each line. What is needed there is what its true deprivation and age lead one
to expect by the line through what all councils' circumstances lead to (least squares on the log
scale, without any council's own departure from that, wobble or chance); number is its level beside
that. The councils that it is compared with, taken together, have factors in the same way, and the
gap between is parted among the four over all orders of changing one after another (Shapley 1953).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import permutations

import numpy as np
import numpy.typing as npt

from brightfutures.quantities import Period, PeriodKind
from brightfutures.synthetic.world import YEARS, World

Numbers = npt.NDArray[np.float64]
Factors = tuple[Numbers, Numbers, Numbers, Numbers]

ABOUT = (
    "`parts` are in pounds for each child who lives there: how much need, number, mix and price "
    "truly make a council spend more than its ten similar councils taken together. `factors` are "
    "what they come of: children one would expect to be helped for each who lives there, children "
    "truly helped for each of those, the share of each of `kinds` among them, and what one child "
    "of each kind costs in the year at planted prices. No wobble or chance is in the children."
)
INCOME_DEPRIVED = "children_income_deprivation_score"
AGES = tuple(f"population_aged_{age}" for age in range(18))
UNDER_FIVE = AGES[:5]


@dataclass(frozen=True)
class Kind:
    """A kind of help: the line that is of all its children, and all lines that are spent on it."""

    name: str
    of_all: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Level:
    """Whom a gap is about: the series of their level, their line, and kinds among them.

    Where `of_all` is None the kinds together are all of them.
    """

    series: str
    of_all: str | None
    kinds: tuple[Kind, ...]


HOMES, FOSTERING = "residential_care_spend", "fostering_spend"
IN_CARE = "other_children_looked_after_spend"
FAMILIES = "family_support_spend"

LEVELS: Mapping[str, Level] = {
    "all_lines": Level(
        series="children_in_need_at_31_march",
        of_all=None,
        kinds=(
            Kind(
                "in_care",
                IN_CARE,
                (IN_CARE, HOMES, FOSTERING, "unaccompanied_children_looked_after_spend"),
            ),
            Kind("otherwise_in_need", FAMILIES, (FAMILIES, "safeguarding_spend")),
        ),
    ),
    "in_care": Level(
        series="children_looked_after_at_31_march",
        of_all=IN_CARE,
        kinds=(
            Kind("residential_care", HOMES, (HOMES,)),
            Kind("fostering", FOSTERING, (FOSTERING,)),
        ),
    ),
}


def gap_truth(world: World) -> dict[str, object]:
    """The true parts of every council's gap in the newest year, by level."""
    return {
        "about": ABOUT,
        "period": Period.ending(PeriodKind.FINANCIAL_YEAR, YEARS[-1]).label,
        "levels": {name: _level(world, level) for name, level in LEVELS.items()},
    }


def _level(world: World, level: Level) -> dict[str, object]:
    today = world.councils.current_count
    codes = [area.code for area in world.councils.councils[:today]]
    living = world.drawn.numbers["children_aged_0_to_17"][:today, -2]
    of_kinds = np.column_stack([_children(world, kind.of_all) for kind in level.kinds])
    helped = of_kinds.sum(axis=1) if level.of_all is None else _children(world, level.of_all)
    expected = living * _needed(world, level.series)
    prices = np.column_stack([_price(world, kind) for kind in level.kinds])
    pounds = np.where(of_kinds > 0, of_kinds * prices, 0.0)
    columns = living, expected, helped, of_kinds, pounds
    ours = _factors(*columns)
    theirs = _factors(*(column[world.councils.similar].sum(axis=1) for column in columns))
    parts = _parts(ours, theirs)
    need, number, mix, price = ours
    return {
        "kinds": [kind.name for kind in level.kinds],
        "factors": {
            code: {
                "need": round(float(need[place]), 7),
                "number": round(float(number[place]), 5),
                "mix": [round(share, 5) for share in mix[place].tolist()],
                "price": [round(each, 2) for each in price[place].tolist()],
            }
            for place, code in enumerate(codes)
        },
        "parts": {
            code: [round(part, 3) for part in row]
            for code, row in zip(codes, parts.tolist(), strict=True)
        },
    }


def _children(world: World, line: str) -> Numbers:
    """Children truly helped in the newest year, by council of today."""
    return world.drawn.priced[line].children[: world.councils.current_count, -1]


def _price(world: World, kind: Kind) -> Numbers:
    """What one child of a kind costs at the prices of the year.

    Where several lines are spent on them it is for the homes that those children had in it.
    """
    today = slice(world.councils.current_count)
    priced = world.drawn.priced
    if len(kind.lines) == 1:
        return priced[kind.lines[0]].of_year[today, -1]

    def for_each(name: str) -> Numbers:
        """NaN where there are no such children."""
        spent = sum(priced[line].of_year * getattr(priced[line], name) for line in kind.lines)
        children = getattr(priced[kind.of_all], name)
        found = np.full(children.shape, np.nan)
        np.divide(spent, children, out=found, where=children > 0)
        return found[today, -1]

    counted = for_each("counted")
    return np.where(np.isnan(counted), for_each("children"), counted)


def _needed(world: World, series: str) -> Numbers:
    """Children one would expect to be helped, for each who lives there; England's level is one."""
    today = world.councils.current_count
    drawn = world.drawn
    age = [sum(drawn.expected[name][:today, -2] for name in names) for names in (UNDER_FIVE, AGES)]
    design = np.column_stack(
        [
            np.ones(today),
            _log_odds(drawn.ratio[INCOME_DEPRIVED][:today, -1]),
            _log_odds(np.asarray(age[0] / age[1])),
        ]
    )
    led = drawn.levels[series].led[:today]
    coefficients = np.linalg.lstsq(design, led, rcond=None)[0]
    england = world.calibration[series].england_ratio(YEARS[-1])
    return np.asarray(england * np.exp(design @ coefficients))


def _log_odds(share: Numbers) -> Numbers:
    return np.asarray(np.log(share) - np.log1p(-share))


def _factors(
    living: Numbers, expected: Numbers, helped: Numbers, of_kinds: Numbers, pounds: Numbers
) -> Factors:
    """Need and number by council; mix and price by council and kind."""
    return (
        expected / living,
        helped / expected,
        of_kinds / helped[:, np.newaxis],
        np.divide(pounds, of_kinds, out=np.zeros_like(pounds), where=of_kinds > 0),
    )


def _parts(ours: Factors, theirs: Factors) -> Numbers:
    """What changing each factor from theirs to ours adds, over all orders; council × factor.

    A council without children of a kind is taken to pay what the others do.
    """
    ours = (*ours[:3], np.where(ours[2] > 0, ours[3], theirs[3]))
    orders = list(permutations(range(len(ours))))
    parts = np.zeros((len(ours[0]), len(ours)))
    for order in orders:
        now = list(theirs)
        for factor in order:
            before = _pounds(now)
            now[factor] = ours[factor]
            parts[:, factor] += (_pounds(now) - before) / len(orders)
    return parts


def _pounds(factors: list[Numbers]) -> Numbers:
    need, number, mix, price = factors
    return np.asarray(need * number * (mix * price).sum(axis=1))
