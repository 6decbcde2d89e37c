"""A store's readings are the same in whatever order series are asked for."""

import random

import numpy as np
import pytest

from brightfutures.catalogue import load_catalogue
from brightfutures.published.store import Store

pytestmark = pytest.mark.published


def test_whatever_series_is_asked_for_first_each_comes_whole(loaded_store):
    catalogue = load_catalogue()
    returns = catalogue.spending.account_of_series
    home = loaded_store._home
    names = list(loaded_store.series())
    for seed in range(3):
        with Store(home / loaded_store.name, home, catalogue) as store:
            chosen = random.Random(seed).sample(names, 60)
            assert {returns.get(name) for name in chosen} >= {None, "section_251"}
            for name in chosen:
                again, known = store.readings(name), loaded_store.readings(name)
                assert (again.areas, again.periods) == (known.areas, known.periods)
                assert (again.area_index == known.area_index).all()
                assert (again.period_index == known.period_index).all()
                assert np.array_equal(again.value, known.value, equal_nan=True)
                cells = again.area_index * len(again.periods) + again.period_index
                assert len(np.unique(cells)) == len(cells)
