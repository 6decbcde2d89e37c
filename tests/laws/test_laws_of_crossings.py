"""What holds wherever falling functions cross nought."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from brightfutures.measures.crossings import crossings

places = st.lists(st.floats(-0.9, 0.9), min_size=1, max_size=20)


@given(places, st.floats(0.1, 50.0))
def test_the_place_is_where_the_function_is_nought(wanted, steepness):
    at = np.array(wanted)
    low, high = np.full_like(at, -1.0), np.full_like(at, 1.0)

    found = crossings(lambda place: np.arctan(steepness * (at - place)), low, high)

    np.testing.assert_allclose(found, at, atol=1e-8)


@given(places)
def test_a_flat_function_with_one_steep_place_is_found_too(wanted):
    at = np.array(wanted)
    low, high = np.full_like(at, -1.0), np.full_like(at, 1.0)

    found = crossings(lambda place: np.where(place < at, 1.0, -1e-9), low, high)

    np.testing.assert_allclose(found, at, atol=1e-8)


@given(places)
def test_what_is_below_nought_from_the_first_is_told_as_its_beginning(wanted):
    low = np.array(wanted)

    found = crossings(lambda place: -1.0 - place, low, low + 2.0)

    np.testing.assert_array_equal(found, low)


@given(places)
def test_few_looks_are_enough_for_a_smooth_curve(wanted):
    at, looks = np.array(wanted), []
    low, high = np.full_like(at, -1.0), np.full_like(at, 1.0)

    def curve(place):
        looks.append(1)
        return np.exp(at - place) - 1.0

    crossings(curve, low, high)

    assert len(looks) < 25  # halves alone would need forty
