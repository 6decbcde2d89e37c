"""The kinds of numpy array that measures pass to each other."""

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
Bits = npt.NDArray[np.uint16]
Whole = npt.NDArray[np.int64]
Rows = npt.NDArray[np.intp]
