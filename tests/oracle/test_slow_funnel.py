"""Funnel limits beside the plainest way to find them: try counts until the range just touches."""

import math

import numpy as np
import pytest
from scipy.stats import chi2

from brightfutures.catalogue import IndicatorKind
from brightfutures.measures.funnel import counts_that_touch, overdispersed_limits, plain_limits
from brightfutures.measures.intervals import wilson

RATE, PROPORTION = IndicatorKind.RATE, IndicatorKind.PROPORTION
Z = {95.0: 1.959964, 99.8: 3.090232}


def touches(expected: float, level: float) -> tuple[float, float]:
    """The lesser and the greater count whose ranges end at what is expected, by small steps."""
    tail = (1 - level / 100) / 2
    counts = np.arange(0.0, 2 * expected + 30, 0.01)
    upper, lower = chi2.ppf(1 - tail, 2 * (counts + 1)) / 2, chi2.ppf(tail, 2 * counts) / 2
    low = max((counts[upper < expected]), default=0.0)
    return float(low), float(min(counts[1:][lower[1:] >= expected]))


@pytest.mark.parametrize("level", [95.0, 99.8])
@pytest.mark.parametrize("expected", [0.4, 3.0, 12.5, 60.0, 400.0])
def test_limits_of_a_rate_are_found_by_trying_counts(expected: float, level: float):
    low, high = counts_that_touch(np.array([expected]), level)
    slow = touches(expected, level)

    assert (low[0], high[0]) == pytest.approx(slow, abs=0.0101)


@pytest.mark.parametrize("level", [95.0, 99.8])
@pytest.mark.parametrize("average", [0.02, 0.2, 0.9])
@pytest.mark.parametrize("out_of", [40.0, 350.0, 9000.0])
def test_the_range_of_a_percentage_on_the_limit_just_touches_the_average(
    average: float, out_of: float, level: float
):
    ends = plain_limits(PROPORTION, average, np.array([out_of]), level)
    for end, which in zip(ends, (1, 0), strict=True):
        if 0.0 < end[0] < 1.0:
            touching = wilson(end * out_of, np.array([out_of]), level)[which]
            assert touching[0] == pytest.approx(average, abs=1e-12)


@pytest.mark.parametrize("kind", [RATE, PROPORTION])
@pytest.mark.parametrize("level", [95.0, 99.8])
def test_overdispersed_limits_are_those_of_the_scale_put_back(kind: IndicatorKind, level: float):
    share, out_of, tau2 = 0.15, 700.0, 0.08
    inside = share * out_of
    if kind is PROPORTION:
        y0 = math.log(share / (1 - share))
        s2 = 1 / (inside + 0.5) + 1 / (out_of - inside + 0.5)
    else:
        y0 = math.log(share)
        s2 = 1 / (inside + 0.5)
    reach = Z[level] * math.sqrt(s2 + tau2)
    found = overdispersed_limits(kind, y0, np.array([out_of]), tau2, level)
    for end, y in zip(found, (y0 - reach, y0 + reach), strict=True):
        count = end[0] * out_of
        if kind is PROPORTION:
            lies_at = math.log((count + 0.5) / (out_of - count + 0.5))
        else:
            lies_at = math.log((count + 0.5) / out_of)
        assert lies_at == pytest.approx(y, rel=1e-5)
