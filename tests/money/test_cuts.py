"""Which falls are read as cuts, and which are left out."""

import numpy as np
import pytest
from slow_after_cuts import slow_cuts
from small_books import ASH, BEECH, CEDAR, panel, prices

from brightfutures.money.cuts import Cuts, cuts_of
from brightfutures.money.prices import Prices

LINE = "youth_justice"
STEADY = {"childrens_social_care": 20e6, "children_looked_after": 9e6, "family_support": 5e6}
FLAT = prices(**{f"y{year}": 100.0 for year in range(2012, 2025)})


def cuts(
    pounds: dict[str, list[float]],
    first: int = 2015,
    *,
    span: int = 1,
    known: Prices = FLAT,
    beside: dict[str, list[float]] | None = None,
    without: tuple[int, ...] = (),
) -> Cuts:
    """Cuts of youth justice from each council's pounds, from the year that begins in `first`."""
    told = {}
    for area, by_year in pounds.items():
        for place, value in enumerate(by_year):
            begins = first + place
            if begins in without:
                continue
            lines = STEADY | {LINE: value}
            if beside is not None and area == ASH:
                lines["family_support"] = beside["family_support"][place]
            told[area, f"{begins}-{(begins + 1) % 100:02d}"] = lines
    return cuts_of(LINE, span, panel(told), known, "spend")


def row(found: Cuts, area: str) -> list[float | None]:
    """One council's changes, None where it cannot be said."""
    place = {ASH: 0, BEECH: 1, CEDAR: 2}[area]
    return [None if np.isnan(flag) else flag for flag in found.cut[place].tolist()]


def test_a_fall_by_a_fifth_or_more_is_a_cut_and_a_smaller_one_is_none():
    found = cuts({ASH: [1e6, 0.79e6], BEECH: [1e6, 0.82e6], CEDAR: [1e6, 1.3e6]})

    assert found.base_years == (2016,)
    assert (row(found, ASH), row(found, BEECH), row(found, CEDAR)) == ([1.0], [0.0], [0.0])


def test_a_cut_is_in_real_terms():
    dearer = prices(y2015=100.0, y2016=130.0)

    found = cuts({ASH: [1e6, 1e6], BEECH: [1e6, 1.1e6], CEDAR: [1e6, 1.3e6]}, known=dearer)

    assert (row(found, ASH), row(found, BEECH), row(found, CEDAR)) == ([1.0], [0.0], [0.0])
    assert found.share[0, 0] == pytest.approx(1 / 1.3 - 1)


def test_without_an_index_nothing_can_be_said():
    found = cuts({ASH: [1e6, 0.5e6]}, known=prices(y2015=100.0))

    assert row(found, ASH) == [None]


def test_over_two_years_two_small_falls_are_a_cut():
    found = cuts({ASH: [1e6, 0.88e6, 0.78e6], BEECH: [1e6] * 3, CEDAR: [1e6] * 3}, span=2)

    assert found.base_years == (2016,)
    assert row(found, ASH) == [1.0]


def test_a_recoding_is_left_out_and_counted():
    found = cuts(
        {ASH: [2e6, 1e6], BEECH: [2e6, 1e6], CEDAR: [2e6, 2e6]},
        beside={"family_support": [5e6, 6.05e6]},
    )

    assert row(found, ASH) == [None]
    assert row(found, BEECH) == [1.0]
    assert found.left_out["recoded"] == 1


def test_another_line_that_rises_by_much_more_or_less_is_no_recoding():
    for rise in (0.8e6, 1.2e6):
        found = cuts(
            {ASH: [2e6, 1e6], BEECH: [2e6, 2e6]}, beside={"family_support": [5e6, 5e6 + rise]}
        )
        assert row(found, ASH) == [1.0]


def test_a_line_that_all_but_vanishes_has_moved_and_was_not_cut():
    found = cuts({ASH: [1e6, 0.05e6], BEECH: [1e6, 0.15e6]})

    assert (row(found, ASH), row(found, BEECH)) == ([None], [1.0])
    assert found.left_out["vanished"] == 1


def test_a_line_too_small_for_a_fifth_to_mean_much_is_not_read():
    assert row(cuts({ASH: [0.4e6, 0.2e6], BEECH: [1e6, 1e6]}), ASH) == [None]


def test_no_change_is_read_across_a_break_of_any_line():
    # The total of these books breaks in 2014-15.
    found = cuts({ASH: [1e6] * 5}, first=2012)

    assert found.base_years == (2013, 2015, 2016)
    assert cuts({ASH: [1e6] * 5}, first=2012, span=2).base_years == (2015,)


def test_no_change_is_read_across_a_missing_year_or_from_to_or_across_the_pandemic():
    found = cuts({ASH: [1e6] * 7}, first=2018, without=(2021,))

    assert found.base_years == (2019, 2023, 2024)  # to March 2020; from March 2023
    assert cuts({ASH: [1e6] * 7}, first=2018, span=2, without=(2021,)).base_years == (2023,)


def test_of_several_cuts_in_a_row_the_first_is_followed():
    found = cuts({ASH: [9e6, 7e6, 5e6, 3.9e6, 3e6], BEECH: [9e6] * 5, CEDAR: [9e6] * 5})

    assert row(found, ASH) == [1.0, 1.0, 1.0, 1.0]
    assert found.compared(1)[0].tolist()[:1] == [1.0]
    assert np.isnan(found.compared(1)[0, 1:3]).all()


def test_a_council_that_cut_shortly_before_or_soon_after_stands_beside_no_other():
    falls_in_the_third = [9e6, 9e6, 9e6, 5e6, 5e6, 5e6, 5e6]
    found = cuts({ASH: falls_in_the_third, BEECH: [9e6] * 7, CEDAR: [9e6] * 7}, first=2013)
    # Bases 2014 (across the break: none), 2015, 2016 (the cut), 2017, 2018, 2019.
    assert found.base_years == (2015, 2016, 2017, 2018, 2019)

    one_year_on, three_years_on = found.compared(1)[0], found.compared(3)[0]

    # Base 2015 is clear until 2016 + 1 only if no cut has its base in 2016.
    assert np.isnan(one_year_on[0])
    assert one_year_on[1] == 1.0
    assert np.isnan(one_year_on[2:4]).all()
    assert one_year_on[4] == 0.0
    assert three_years_on[4] == 0.0
    assert (found.compared(1)[1] == 0.0).all()


@pytest.mark.parametrize("seed", range(25))
@pytest.mark.parametrize("span", [1, 2])
def test_cuts_are_those_of_plain_loops(seed: int, span: int):
    random = np.random.default_rng(seed)
    others = ("children_looked_after", "family_support", "sure_start_and_early_years")
    pounds = {name: random.choice([0.3, 1, 2, 3, 4, 5], (3, 4)) * 1e6 for name in (LINE, *others)}
    told = {
        (area, f"{2015 + place}-{16 + place}"): {
            name: float(grid[council, place]) for name, grid in pounds.items()
        }
        | {"childrens_social_care": 30e6}
        for council, area in enumerate((ASH, BEECH, CEDAR))
        for place in range(4)
    }

    found = cuts_of(LINE, span, panel(told), FLAT, "spend")

    slow = slow_cuts(pounds[LINE].tolist(), [pounds[name].tolist() for name in others], span, 5e5)
    np.testing.assert_array_equal(found.cut[:3], np.array(slow))
