"""The words beneath a small chart: whether the figure has moved, or why that cannot be said."""

from dataclasses import replace

import pytest
from hand_made import comparison, indicator

from brightfutures.measures.results import Moved, Movement, Why
from brightfutures.pages.small_trends import moved_words

MOVED = Moved(
    level=Movement.HAS_RISEN,
    from_period="2021",
    to_period="2025",
    from_value=40.0,
    to_value=60.0,
    q=0.01,
)


@pytest.mark.parametrize(
    ("why", "said"),
    [
        (Why.PANDEMIC, "the five years include those that the pandemic distorted"),
        (Why.BREAK_IN_SERIES, "the way of counting changed"),
        (Why.TOO_FEW_CHILDREN, "the numbers are too small"),
    ],
)
def test_where_no_movement_can_be_read_the_reason_is_said(why: Why, said: str):
    unread = Moved(
        level=Movement.CANNOT_SAY,
        from_period=None,
        to_period=None,
        from_value=None,
        to_value=None,
        q=None,
        reason=why,
    )
    words = moved_words(indicator(), replace(comparison(), moved=unread))
    assert words == (False, f"Whether it has moved cannot be said: {said}")


def test_a_movement_that_can_be_read_gives_no_reason():
    words = moved_words(indicator(), replace(comparison(), moved=MOVED))
    assert words == (True, "Has risen since about 2021")
