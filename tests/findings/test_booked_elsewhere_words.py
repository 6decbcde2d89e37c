"""What is said where children are counted and their pounds stand elsewhere."""

import pytest

from brightfutures.catalogue import load_catalogue
from brightfutures.findings.comparison_words import SIMILAR_COUNCILS
from brightfutures.findings.gap_remainder_words import remainder_sentence
from brightfutures.findings.gap_words import left_out_sentence, why_no_split
from brightfutures.money.gap_result import GapSplit, LeftInRemainder, NoPrice, WhyLeft
from brightfutures.money.split_levels import ALL_LINES, IN_CARE
from brightfutures.quantities import Missing, Reason

NAMES = {"a": "Ash", "b": "Birch", "c": "Cedar"}
NO_CARE = NoPrice(kinds=("in_care",), why=WhyLeft.BOOKED_ELSEWHERE)
NO_HOMES = NoPrice(kinds=("residential_care", "fostering"), why=WhyLeft.NO_SPEND)
UNREAD = Missing((Reason.NOT_RETURNED,))


def split(
    left_out: tuple[tuple[str, Missing], ...] = (),
    in_remainder: tuple[LeftInRemainder, ...] = (),
) -> GapSplit:
    return GapSplit(
        council="ours",
        ours_per_child=800.0,
        theirs_per_child=900.0,
        mean_of_their_rates=900.0,
        parts=(),
        in_remainder=in_remainder,
        comparators=(),
        left_out=left_out,
    )


def test_a_gap_that_cannot_be_parted_says_on_which_line_the_pounds_are_not():
    assert why_no_split("Ash", ALL_LINES, NO_CARE) == (
        "The return puts hardly any spending on the line for children in care, so the gap cannot "
        "be parted."
    )
    assert why_no_split("Ash", IN_CARE, NO_HOMES) == (
        "The return puts no spending on the lines for residential care and fostering, so the gap "
        "cannot be parted."
    )


@pytest.mark.parametrize(
    ("left_out", "said"),
    [
        ((), ""),
        ((("a", UNREAD),), "Ash is left out, as its figures cannot be read for this."),
        (
            (("b", NO_CARE),),
            "Birch is left out, as its return puts hardly any spending on the line for children "
            "in care.",
        ),
        (
            (("a", UNREAD), ("b", NO_CARE), ("c", NO_HOMES)),
            "Ash is left out, as its figures cannot be read for this. Birch and Cedar are left "
            "out, as their returns put hardly any spending, or none, on a line whose children are "
            "counted.",
        ),
    ],
)
def test_who_is_left_out_is_named_with_why(left_out: tuple[tuple[str, Missing], ...], said: str):
    assert left_out_sentence(split(left_out), NAMES) == said


@pytest.mark.parametrize(
    ("why", "said"),
    [
        (
            WhyLeft.NO_SPEND,
            "For fostering, children are counted, but no pounds on the line. If its pounds are on "
            "another line, the cost told there is too high by them.",
        ),
        (
            WhyLeft.BOOKED_ELSEWHERE,
            "For fostering, children are counted, but hardly any pounds on the line. If its pounds "
            "are on another line, the cost told there is too high by them.",
        ),
    ],
)
def test_the_remainder_says_why_a_kind_whose_children_are_counted_is_in_it(why: WhyLeft, said: str):
    line = LeftInRemainder(name="fostering", why=why, ours_per_child=0.0, theirs_per_child=80.0)
    lines = load_catalogue().spend_lines
    told = remainder_sentence(split(in_remainder=(line,)), lines, SIMILAR_COUNCILS, IN_CARE)
    assert said in told
    assert said not in remainder_sentence(split(), lines, SIMILAR_COUNCILS, IN_CARE)
