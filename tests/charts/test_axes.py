from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brightfutures.charts.axes import Axis, axis_covering, spread_labels

finite = st.floats(allow_nan=False, allow_infinity=False)


@pytest.mark.parametrize(
    ("numbers", "from_zero", "ticks"),
    [
        ([66, 94], True, ["0", "25", "50", "75", "100"]),
        ([53, 94], False, ["40", "60", "80", "100"]),
        ([0.37], True, ["0", "0.1", "0.2", "0.3", "0.4"]),
        ([12_345], True, ["0", "5,000", "10,000"]),
        ([-5, 12], True, ["−5", "0", "5", "10"]),
        ([3], False, ["2.6", "2.8", "3.0", "3.2", "3.4"]),
        ([0], True, ["0", "0.25", "0.50", "0.75", "1.00"]),
        ([], True, []),
    ],
)
def test_an_axis_is_marked_with_three_to_five_round_numbers(
    numbers: list[float], from_zero: bool, ticks: list[str]
) -> None:
    axis = axis_covering(numbers, from_zero=from_zero)
    assert [axis.tick_text(tick) for tick in axis.ticks] == ticks


@given(st.lists(st.floats(-1e9, 1e9), min_size=1, max_size=8), st.booleans())
def test_an_axis_covers_every_number_and_has_three_to_five_ticks(
    numbers: list[float], from_zero: bool
) -> None:
    numbers = [round(number, 3) for number in numbers]
    axis = axis_covering(numbers, from_zero=from_zero)
    assert axis.low <= min(numbers)
    assert axis.high >= max(numbers)
    if max(numbers) - min(numbers) > 1e-6 * max(map(abs, numbers)) or from_zero:
        assert 3 <= len(axis.ticks) <= 5
    assert list(axis.ticks) == sorted(set(axis.ticks))
    assert all(axis.low <= tick <= axis.high for tick in axis.ticks)
    texts = [axis.tick_text(tick) for tick in axis.ticks]
    assert len(set(texts)) == len(texts)


@given(st.lists(finite, min_size=1, max_size=5), st.booleans())
def test_no_finite_number_is_too_vast_or_too_small_for_an_axis(
    numbers: list[float], from_zero: bool
) -> None:
    axis = axis_covering(numbers, from_zero=from_zero)
    place = axis.between(100, 0)
    assert all(0 <= place(number) <= 100 for number in numbers)


def test_an_axis_that_runs_nowhere_is_refused() -> None:
    with pytest.raises(ValueError, match="from low to high"):
        Axis(3, 3, ())


def test_labels_that_touch_are_moved_together_to_the_mean_of_their_wishes() -> None:
    assert spread_labels([50, 52], [20, 20], 0, 100) == (41, 61)


def test_labels_that_are_clear_of_each_other_stay_where_they_would_like_to_be() -> None:
    assert spread_labels([80, 20], [20, 20], 0, 100) == (80, 20)


def test_labels_that_do_not_fit_are_an_error() -> None:
    with pytest.raises(ValueError, match="do not fit"):
        spread_labels([1, 2], [60, 60], 0, 100)


@given(st.lists(st.tuples(st.floats(-500, 500), st.floats(1, 60)), max_size=12))
def test_labels_never_overlap_keep_their_order_and_stay_in_the_room(
    labels: list[tuple[float, float]],
) -> None:
    wanted, heights = [place for place, _ in labels], [height for _, height in labels]
    room = sum(heights) + 10
    centres = spread_labels(wanted, heights, 0, room)
    boxes = sorted((c - h / 2, c + h / 2) for c, h in zip(centres, heights, strict=True))
    assert all(a[1] <= b[0] + 1e-6 for a, b in pairwise(boxes))
    assert all(low >= -1e-6 and high <= room + 1e-6 for low, high in boxes)
    order = sorted(range(len(wanted)), key=lambda label: (wanted[label], label))
    assert [centres[label] for label in order] == sorted(centres)


@given(st.lists(st.floats(0, 200), min_size=2, max_size=4))
def test_labels_move_no_further_than_any_other_arrangement_tried(
    wanted: list[float],
) -> None:
    heights = [20.0] * len(wanted)
    centres = spread_labels(wanted, heights, 0, 200)
    moved = sum((c - w) ** 2 for c, w in zip(centres, wanted, strict=True))
    # A slow twin: stack the labels from every possible start and take the best.
    order = sorted(range(len(wanted)), key=lambda label: (wanted[label], label))
    for start in range(0, 201 - 20 * len(wanted), 5):
        stacked = sum((start + 20 * k + 10 - wanted[i]) ** 2 for k, i in enumerate(order))
        assert moved <= stacked + 1e-6
