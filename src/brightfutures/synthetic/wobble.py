"""The ordinary wobble: what a council moves from year to year beyond chance."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from brightfutures.synthetic.calibration import Quantity
from brightfutures.synthetic.chance import generator


def draw_wobble(
    seed: int, quantity: Quantity, councils: int, years: int
) -> npt.NDArray[np.float64]:
    """Councils × years of a wobble part of which is still there a year later.

    A stationary first-order autoregression with variance a / (1 - persistence), so that one-year
    changes have variance 2a, as measured.
    """
    chance = generator(seed, f"wobble of {quantity.id}")
    shocks = chance.standard_normal((councils, years))
    kept = quantity.persistence
    deviation = np.sqrt(quantity.one_year_wobble / (1 - kept))
    wobble = np.empty_like(shocks)
    wobble[:, 0] = shocks[:, 0]
    for year in range(1, years):
        wobble[:, year] = kept * wobble[:, year - 1] + np.sqrt(1 - kept**2) * shocks[:, year]
    scaled: npt.NDArray[np.float64] = wobble * deviation
    return scaled
