"""Lists of a reader's own: whatever is asked, little of it is kept, and by many at once."""

from concurrent.futures import ThreadPoolExecutor
from itertools import combinations, islice

import pytest
from small_england import council_codes, random_england

from brightfutures.measures import Measures
from brightfutures.measures.judge import CHOSEN_LISTS_KEPT
from brightfutures.quantities import WrongUse


@pytest.fixture(scope="module")
def measures() -> Measures:
    return random_england(5, councils=14).measures()


def test_of_two_hundred_lists_only_the_last_few_are_kept(measures):
    codes = council_codes(measures_geography())
    indicator = measures.with_figures()[0]
    lists = list(islice(combinations(codes[1:], 7), 200))
    assert len(lists) == 200
    sizes = []
    for chosen in lists:
        measures.compare(indicator, codes[0], against=chosen)
        sizes.append(len([key for key in measures._judge._beside if isinstance(key, tuple)]))
    assert max(sizes) == CHOSEN_LISTS_KEPT
    judge = measures._judge
    of_lists = [
        key
        for cache in (judge._levels, judge._families, judge._outside)
        for key in cache
        if any(isinstance(part, tuple) for part in key)
    ]
    told = {part for key in of_lists for part in key if isinstance(part, tuple)}
    assert told <= set(lists[-CHOSEN_LISTS_KEPT:])
    assert len(of_lists) < 100


def measures_geography():
    return random_england(5, councils=14).geography


def test_many_threads_with_lists_of_their_own_are_told_the_same_as_one(measures):
    codes = council_codes(measures_geography())
    indicator = measures.with_figures()[0]
    lists = list(islice(combinations(codes[1:], 8), 24))
    alone = [measures.compare(indicator, codes[0], against=chosen) for chosen in lists]
    with ThreadPoolExecutor(8) as pool:
        together = list(
            pool.map(lambda chosen: measures.compare(indicator, codes[0], against=chosen), lists)
        )
    assert together == alone


def test_who_a_council_is_compared_with_is_told_without_an_indicator(measures):
    codes = council_codes(measures_geography())
    region = measures.comparators.comparison_set(codes[0], "region")
    england = measures.comparators.comparison_set(codes[0], "england")
    chosen = measures.comparators.comparison_set(codes[0], (codes[3], codes[0], codes[5]))
    assert region.name == "region"
    assert set(region.councils) < set(england.councils) == set(codes[1:])
    assert chosen.councils == (codes[3], codes[5])
    with pytest.raises(WrongUse, match="is not a comparison"):
        measures.comparators.comparison_set(codes[0], "neighbours")
