"""Grants from government to councils: what England had in a year, shared out by need.

They were given before the made-up England's other figures begin, so each year is drawn by itself:
the printed total, among the councils there were, by their children and by how much more or less
each has for a child. That lasts, and like councils have the like.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from brightfutures.synthetic.calibration import Quantity
from brightfutures.synthetic.chance import generator
from brightfutures.synthetic.councils import Councils

Numbers = npt.NDArray[np.float64]

THOUSAND = 1000.0


def grants_of_year(
    seed: int, quantity: Quantity, councils: Councils, there: npt.NDArray[np.bool_], year: int
) -> Numbers:
    """Pounds by council in one year, to a thousand; NaN for those that were not `there`."""
    chance = generator(seed, f"shares of {quantity.id}")
    own = chance.standard_normal(len(councils.councils))
    by_deprivation = np.sqrt(quantity.alike) * councils.context[:, 0]
    apart = quantity.spread * (by_deprivation + np.sqrt(1 - quantity.alike) * own)
    weight = np.where(there, councils.size_2024 * np.exp(apart), 0.0)
    pounds = quantity.england_ratio(year) * weight / weight.sum()
    return np.where(there, np.rint(pounds / THOUSAND) * THOUSAND, np.nan)
