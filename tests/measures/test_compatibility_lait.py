"""LAIT's rules on small tables: each of its known traps is reproduced, and named when it bites."""

import pytest

from brightfutures.measures.compatibility.lait import LaitMeasure, lait_answer
from brightfutures.measures.compatibility.results import Arrow, Colour
from brightfutures.measures.compatibility.rounding import half_to_even, lait_text
from brightfutures.measures.compatibility.traps import TrapKind

TEN = [f"n{place}" for place in range(10)]


def measure(own, neighbours=None, *, polarity="Low", places=1, shown=True):
    """A council `us`, ten neighbours alike unless given, and their rows by year."""
    councils = {code: dict.fromkeys(own, 10.0 + at) for at, code in enumerate(TEN)}
    councils |= neighbours or {}
    return LaitMeasure(
        polarity=polarity,
        decimal_places=places,
        quartiles_shown=shown,
        councils={"us": own, **councils},
        england=dict.fromkeys(own, 12.0),
    )


def kinds(answer):
    return {trap.kind for trap in answer.traps}


def facts(answer, kind):
    return next(dict(trap.facts) for trap in answer.traps if trap.kind is kind)


def test_the_mean_is_plain_and_of_whoever_has_a_figure():
    rows = {code: {"2024": 1.0, "2025": None} for code in TEN[2:]}
    found = lait_answer(measure({"2024": 9.0, "2025": 12.0}, rows), "us", TEN)

    assert found.comparison.value == 10.5
    assert (found.with_value, found.listed) == (2, 10)
    assert facts(found, TrapKind.FEW_NEIGHBOURS) == {"count": "2", "listed": "10", "period": "2025"}


def test_no_neighbour_with_a_figure_gives_no_mean():
    rows = {code: {"2025": None} for code in TEN}
    found = lait_answer(measure({"2025": 12.0}, rows), "us", TEN)

    assert found.comparison.value is None
    assert found.comparison.text == "NA"
    assert TrapKind.NO_NEIGHBOURS in kinds(found)


def test_ten_of_ten_is_no_trap():
    found = lait_answer(measure({"2024": 9.0, "2025": 12.0}), "us", TEN)

    assert found.comparison.value == 14.5
    assert kinds(found) == set()


def test_the_newest_year_is_the_greatest_text_of_any_council():
    # As text a word comes after every figure, whatever year it names.
    own = {"2024": 7.0, "2025": 8.0, "provisional 2023": 3.0}
    found = lait_answer(measure(own), "us", TEN)

    assert found.latest == "provisional 2023"
    assert found.value.value == 3.0


def test_the_newest_year_is_looked_at_though_the_council_has_no_figure_in_it():
    found = lait_answer(measure({"2023": 7.0, "2024": 8.0, "2025": None}), "us", TEN)

    assert found.latest == "2025"
    assert found.value.text == "NA"
    assert (found.rank, found.band) == (None, "NA")
    assert found.change.value is None
    assert found.arrow is Arrow.NONE
    assert facts(found, TrapKind.NO_VALUE_IN_LATEST) == {"period": "2025", "newest": "2024"}


def test_the_change_is_from_the_row_before_whatever_its_year():
    found = lait_answer(measure({"2019": 7.0, "2023": 9.5}), "us", TEN)

    assert (found.change.value, found.change_from) == (2.5, "2019")
    assert facts(found, TrapKind.CHANGE_ACROSS_GAP) == {"period": "2023", "before": "2019"}


def test_a_dash_in_the_row_before_leaves_no_change():
    found = lait_answer(measure({"2023": 9.0, "2024": None, "2025": 9.5}), "us", TEN)

    assert found.change.value is None
    assert found.change.text == "NA"
    assert found.change_from == "2024"


def test_a_single_year_has_no_change():
    found = lait_answer(measure({"2025": 9.5}), "us", TEN)

    assert (found.change.value, found.change_from, found.arrow) == (None, None, Arrow.NONE)


def test_the_arrow_is_drawn_before_rounding():
    found = lait_answer(measure({"2024": 12.34, "2025": 12.31}), "us", TEN)

    assert (found.arrow, found.arrow_colour) == (Arrow.DOWN, Colour.GREEN)
    assert found.change.text == "-0.0"
    assert facts(found, TrapKind.ARROW_OF_NO_CHANGE) == {"change": "-0.0", "arrow": "down"}


@pytest.mark.parametrize(
    ("polarity", "latest", "colour"),
    [
        ("Low", 11.0, Colour.RED),
        ("Low", 9.0, Colour.GREEN),
        ("High", 11.0, Colour.GREEN),
        ("High", 9.0, Colour.RED),
        ("High", 10.0, Colour.BLACK),
        ("-", 11.0, Colour.BLACK),
        ("NA", 9.0, Colour.BLACK),
        (None, 9.0, Colour.BLACK),
    ],
)
def test_the_colour_follows_the_polarity(polarity, latest, colour):
    found = lait_answer(measure({"2024": 10.0, "2025": latest}, polarity=polarity), "us", TEN)

    assert found.arrow_colour is colour


def test_ties_share_the_smaller_rank_and_no_polarity_has_none():
    rows = {"n0": {"2025": 5.0}, "n1": {"2025": 7.0}}
    own = {"2025": 7.0}

    assert lait_answer(measure(own, rows), "us", TEN).rank == 2
    assert lait_answer(measure(own, rows, polarity="High"), "us", TEN).rank == 9
    assert lait_answer(measure(own, rows, polarity="-"), "us", TEN).rank is None
    assert lait_answer(measure(own, rows), "us", TEN).of == 11


def test_there_is_no_band_where_the_range_is_too_small():
    found = lait_answer(measure({"2025": 7.0}, shown=False), "us", TEN)

    assert (found.band, found.bounds) == ("-", ())
    assert found.rank == 1  # the rank is given all the same


def test_labels_of_high_bands_overlap_and_the_trap_says_where():
    rows = {code: {"2025": figure} for code, figure in zip(TEN, range(20, 30), strict=True)}
    own = {"2025": 25.1}
    found = lait_answer(measure(own, rows, polarity="High"), "us", TEN)

    assert found.quartiles[2] == 25.0
    assert [entry.label for entry in found.bounds][1:3] == ["26.5 to 25.1", "25.1 to 22.6"]
    assert facts(found, TrapKind.BANDS_OVERLAP) == {"value": "25.1", "bands": "B and C"}


def test_a_figure_shown_in_another_bands_label_is_named():
    # The lowest quarter ends at 10.26, which the label rounds up to 10.3.
    rows = {
        code: {"2025": figure}
        for code, figure in zip(TEN, (9, 9, 10.26, 20, 20, 20, 20, 20, 20, 20), strict=True)
    }
    own = {"2025": 10.28}
    found = lait_answer(measure(own, rows), "us", TEN)

    assert found.band == "B"
    assert facts(found, TrapKind.LABEL_CONTRADICTS_BAND)["held"] == "A"


@pytest.mark.parametrize(
    ("number", "places", "text"),
    [
        (1234.55, 1, "1,234.6"),
        (-0.04, 1, "-0.0"),
        (2_345_678.0, 0, "2.346 million"),
        (10_000_000.0, 0, "10 million"),
        (4_881_400_000.0, 0, "4.881 billion"),
        (0.285, 2, "0.29"),
        (None, 1, "NA"),
    ],
)
def test_numbers_are_written_as_the_tool_writes_them(number, places, text):
    assert lait_text(number, places) == text


@pytest.mark.parametrize(
    ("number", "places", "rounded"),
    [(0.5, 0, 0.0), (1.5, 0, 2.0), (2.5, 0, 2.0), (0.15, 1, 0.1), (2.675, 2, 2.67), (-1.5, 0, -2)],
)
def test_bounds_are_rounded_as_r_rounds(number, places, rounded):
    assert half_to_even(number, places) == rounded
