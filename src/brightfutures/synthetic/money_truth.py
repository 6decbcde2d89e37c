"""What is true of spend: unit prices, who pays what similar councils pay, and what gaps are of."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from brightfutures.quantities import Period, PeriodKind
from brightfutures.synthetic.gap_truth import gap_truth
from brightfutures.synthetic.unit_prices import RETURN_NOISE, equal_in_price
from brightfutures.synthetic.world import FIRST_YEAR, YEARS, World

Numbers = npt.NDArray[np.float64]

ABOUT = (
    "`unit_price_pounds` is what a council truly pays in a financial year for each child of a "
    "line, and `children` how many children that is, without chance: the mean of those of both "
    "ends of the year; `children_counted` are with chance. Councils `equal_in_price` pay for each "
    "line in each year exactly what their similar councils together pay for a child, all of them "
    "counted without chance. `england_pounds` is what a child costs "
    "over all councils of today. Spend is price times children of the year, with chance "
    "`of_the_day` of the count's own, and a return's noise (standard deviation of the log)."
)


def money_truth(world: World) -> dict[str, object]:
    """The part of `truth.json` that is about money."""
    years = [year for year in YEARS if year >= FIRST_YEAR]
    first = YEARS.index(FIRST_YEAR)
    codes = [area.code for area in world.councils.councils]
    today = world.councils.current_count
    lines: dict[str, object] = {}
    for name, priced in world.drawn.priced.items():
        quantity = world.calibration[name]
        pounds = (priced.of_year * priced.children)[:today].sum(axis=0)
        lines[name] = {
            "children_of": [quantity.of],
            "less": [quantity.less] if quantity.less else [],
            "of_the_day": quantity.of_the_day,
            "england_pounds": _short((pounds / priced.children[:today].sum(axis=0))[first:], 2),
            "unit_price_pounds": {
                code: _short(row[first:], 2)
                for code, row in zip(codes, priced.of_year, strict=True)
            },
            "children": {
                code: _short(row[first:], 3)
                for code, row in zip(codes, priced.children, strict=True)
            },
            "children_counted": {
                code: _short(row[first:], 1)
                for code, row in zip(codes, priced.counted, strict=True)
            },
        }
    return {
        "about": ABOUT,
        "periods": [Period.ending(PeriodKind.FINANCIAL_YEAR, year).label for year in years],
        "return_noise": RETURN_NOISE,
        "equal_in_price": [codes[place] for place in equal_in_price(world.seed, world.councils)],
        "lines": lines,
        "gaps": gap_truth(world),
    }


def _short(row: Numbers, places: int) -> list[float]:
    return [round(number, places) for number in row.tolist()]
