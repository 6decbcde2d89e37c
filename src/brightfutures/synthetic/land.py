"""How thickly each made-up council is settled, and so how much land it has.

The first region is as London is, the first council of every region a wide county, and a council
that is called a city lies above the others. Elsewhere the deprived live closer together, as they
do in England.
"""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import numpy.typing as npt

from brightfutures.synthetic.chance import generator
from brightfutures.synthetic.councils import Councils

Numbers = npt.NDArray[np.float64]

# Mean and standard deviation of the logarithm of children per square kilometre over the 151 larger
# councils: aged 0 to 17 in mid-2024 in ons_mid-year_population_estimates_2012_to_2024.csv, over the
# land within the outlines of utla2023_england_simplified_wgs84.geojson.
AS_IN_LONDON = (7.231, 0.430)
IN_A_COUNTY = (4.170, 0.506)
ELSEWHERE = (5.425, 1.241)
WITH_DEPRIVATION = 0.55
"""Its correlation with the log odds of children's income deprivation in 2025."""

LONDON_REGION = 0
CITY = "City of "
CITY_ABOVE = 1.0  # standard deviations above the mean elsewhere


def square_kilometres(seed: int, councils: Councils) -> Numbers:
    """The land of every council, today's and former."""
    chance = generator(seed, "land")
    count = len(councils.councils)
    own = chance.standard_normal(count)
    score = WITH_DEPRIVATION * councils.context[:, 0] + np.sqrt(1 - WITH_DEPRIVATION**2) * own
    mean, spread = np.full(count, ELSEWHERE[0]), np.full(count, ELSEWHERE[1])
    counties = _counties(councils)
    for place, area in enumerate(councils.councils):
        if place in counties:
            mean[place], spread[place] = IN_A_COUNTY
        elif councils.region_of[place] == LONDON_REGION:
            mean[place], spread[place] = AS_IN_LONDON
        elif area.name.startswith(CITY):
            mean[place] += CITY_ABOVE * ELSEWHERE[1]
    land: Numbers = councils.size_2024 / np.exp(mean + spread * score)
    return land


def _counties(councils: Councils) -> set[int]:
    """The places of the first council of each region."""
    of = councils.region_of[: councils.current_count].tolist()
    return {0} | {place for place, (before, here) in enumerate(pairwise(of), 1) if before != here}
