"""The range of a mean that is published with its standard deviation.

m ± t·s/√n, with t of Student's distribution with n − 1 degrees of freedom (Student 1908): the
standard deviation s is itself worked out from the same n children, and so uncertain, which for
few of them widens the range a good deal (for 10 by a seventh, for 100 by one in a hundred). The
Office for Health Improvement and Disparities' PHEindicatormethods does the same (`phe_mean`).
It supposes that the mean of n scores follows the normal law, which scores that are themselves
far from it come near to from about 30.

No official file that we read prints the standard deviation of an average beside it, so that no
indicator has such a range as yet. (Progress scores of pupils come with a printed range, and are
no indicators here.)
"""

from __future__ import annotations

import numpy as np

from brightfutures.measures.arrays import Numbers
from brightfutures.measures.student_t import student_t


def mean_limits(
    mean: Numbers, deviation: Numbers, count: Numbers, level: float
) -> tuple[Numbers, Numbers]:
    """Lower and upper limits of the mean behind a mean of so many.

    `level` is in percent. NaN where anything is missing, and of fewer than two.
    """
    n = np.asarray(count, dtype=float)
    enough = np.where(n >= 2, n, np.nan)
    t = np.array([student_t(float(each), level) for each in np.ravel(enough)]).reshape(n.shape)
    spread = np.asarray(deviation, dtype=float)
    reach = t * np.where(spread >= 0, spread, np.nan) / np.sqrt(enough)
    return np.asarray(mean - reach), np.asarray(mean + reach)
