"""How alike similar councils are: the vectorised correlation beside one over a list of pairs."""

import numpy as np
import pytest

from brightfutures.measures.similar import Comparators
from brightfutures.measures.standing import alikeness_by_period, standing_of


def test_alikeness_is_the_correlation_over_every_pair_of_a_council_and_one_of_its_similar():
    generator = np.random.default_rng(20)
    councils, comparators = 60, 8
    index = np.array(
        [
            generator.choice(np.delete(np.arange(councils), own), comparators, replace=False)
            for own in range(councils)
        ]
    )
    y = generator.normal(4.0, 1.0, (councils, 3))
    y += 0.5 * y[index[:, 0]]
    y[generator.random(y.shape) < 0.1] = np.nan
    similar = Comparators(name="dfe-2025", index=index, closeness={}, stands_in={})
    found = alikeness_by_period(similar, y, standing_of(similar, y, np.ones_like(y)))
    for period in range(3):
        ours, theirs = [], []
        for own in range(councils):
            values = [y[other, period] for other in index[own] if np.isfinite(y[other, period])]
            if np.isfinite(y[own, period]) and len(values) >= 6:
                ours += [y[own, period]] * len(values)
                theirs += values
        assert found[period] == pytest.approx(np.corrcoef(ours, theirs)[0, 1])
