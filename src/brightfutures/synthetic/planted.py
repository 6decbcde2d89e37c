"""What a file was written to say, so that reading it back can be held against it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt


@dataclass(frozen=True, eq=False)
class Planted:
    """One series in one period of one file, for every area in the order of the world's."""

    file: str
    series: str
    period: str
    release: str | None  # where one file holds several
    value: npt.NDArray[np.float64]
    missing: npt.NDArray[np.uint16]
