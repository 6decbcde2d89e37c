"""The parts of a gap in words: what each comes to, how sure that is, and what it is made of."""

from dataclasses import replace

import pytest

from brightfutures.catalogue import load_catalogue
from brightfutures.findings.comparison_words import SIMILAR_COUNCILS
from brightfutures.findings.gap_remainder_words import remainder_sentence
from brightfutures.findings.gap_words import (
    HOW_SURE,
    TITLES,
    against_sentence,
    effect_sentence,
    mean_sentence,
    parts_in_words,
    rounded_sentence,
    why_no_split,
)
from brightfutures.money.gap_behind import FactorsOfSpend, GapBehind, KindBehind
from brightfutures.money.gap_result import Cause, Doubt, GapSplit, LeftInRemainder, Part, WhyLeft
from brightfutures.money.split_levels import ALL_LINES, IN_CARE
from brightfutures.quantities import Missing, Reason

DOUBT = Doubt(counts=1.0, similar_councils=1.0, need_model=1.0)
LINES = load_catalogue().spend_lines


def part(cause: Cause, pounds: float, low: float, high: float) -> Part:
    return Part(cause=cause, pounds_per_child=pounds, low=low, high=high, doubt=DOUBT)


def left(name: str, ours: float | Missing, theirs: float, why: WhyLeft = WhyLeft.NO_COUNT):
    return LeftInRemainder(name=name, why=why, ours_per_child=ours, theirs_per_child=theirs)


def split(*in_remainder: LeftInRemainder) -> GapSplit:
    return GapSplit(
        council="E10000012",
        ours_per_child=816.0,
        theirs_per_child=1_198.0,
        mean_of_their_rates=1_223.0,
        parts=tuple(part(cause, -76.4, -100.0, -50.0) for cause in Cause),
        in_remainder=in_remainder,
        comparators=("E10000016",),
        left_out=(),
    )


def factors(expected: float, helped: float, share: float, price: float | None) -> FactorsOfSpend:
    return FactorsOfSpend(
        expected_per_10_000=expected,
        helped_per_10_000=helped,
        kinds=(
            KindBehind(name="in_care", share=share, per_child_helped_pounds=price),
            KindBehind(
                name="otherwise_in_need", share=1.0 - share, per_child_helped_pounds=16_820.0
            ),
        ),
    )


def test_a_clear_part_is_told_with_its_range_and_one_way():
    assert effect_sentence(part(Cause.NUMBER, -537.2, -731.1, -343.4)) == (
        "£537 less for each child, likely between £343 and £731 less."
    )
    assert effect_sentence(part(Cause.PRICE, 118.6, 36.0, 201.2)) == (
        "£119 more for each child, likely between £36 and £201 more."
    )


def test_a_part_whose_range_holds_nought_says_that_its_way_cannot_be_told():
    assert effect_sentence(part(Cause.NEED, 28.0, -15.0, 71.0)) == (
        "£28 more for each child, but likely between £15 less and £71 more: which way it goes "
        "cannot be told."
    )
    assert effect_sentence(part(Cause.NEED, 0.2, -3.0, 3.4)).startswith("£0 for each child, but")


def test_each_part_says_what_it_is_made_of_on_both_sides():
    behind = GapBehind(ours=factors(326.4, 179.2, 0.19, 115_490.0),
                       theirs=factors(317.0, 310.0, 0.18, 121_930.0))  # fmt: skip
    asked = {name: LINES[name] for name in ("children_looked_after", "family_support",
                                            "safeguarding")}  # fmt: skip
    said = parts_in_words(ALL_LINES, split(), behind, asked, SIMILAR_COUNCILS)

    assert [one.title for one in said] == list(TITLES.values())
    need, number, mix, price, _ = (one.why for one in said)
    assert need == (
        "By deprivation and age alone, one would expect 326 of every 10,000 children here to be "
        "in need, and 317 in similar councils. Need is only what deprivation and age suggest; "
        "need that they do not show is in the next part, the number of children in need."
    )
    assert number == (
        "179 of every 10,000 children here were in need, which is 55% of the number one would "
        "expect; in similar councils 310, which is 98%. Counted are children whose case was open "
        "on 31 March, those in care among them (the mean of two year-ends where both are known). "
        "Families given early help are not counted, though its cost is in family support."
    )
    assert mix == "Of the children in need, 19% were in care here and 18% in similar councils."
    assert price == (
        "For each child in care on an ordinary day £115,500 was spent in the year here and "
        "£121,900 in similar councils; for each other child in need £16,800 and £16,800. "
        "The pounds are those on “Children in care”; and on “Family support”, and “Safeguarding "
        "and social work”, in that order."
    )


def test_a_kind_that_one_side_has_none_of_is_given_no_price():
    behind = GapBehind(ours=factors(326.4, 179.2, 0.0, None),
                       theirs=factors(317.0, 310.0, 0.18, 121_930.0))  # fmt: skip
    said = parts_in_words(ALL_LINES, split(), behind, LINES, SIMILAR_COUNCILS)

    assert said[3].why.startswith("For each other child in need £16,800 was spent")
    assert "The pounds are those on “Family support”" in said[3].why
    assert "in that order" not in said[3].why


def test_children_who_are_counted_are_said_once_and_nobody_is_called_helped():
    homes = FactorsOfSpend(
        expected_per_10_000=55.0,
        helped_per_10_000=35.0,
        kinds=(
            KindBehind(name="residential_care", share=0.1, per_child_helped_pounds=433_400.0),
            KindBehind(name="fostering", share=0.66, per_child_helped_pounds=83_900.0),
        ),
    )
    behind = GapBehind(ours=homes, theirs=homes)
    said = parts_in_words(IN_CARE, split(), behind, LINES, SIMILAR_COUNCILS)

    assert [one.title for one in said][1] == "Number of children in care"
    for one in said:
        assert "helped" not in one.sentence
        assert "Counted are" not in one.sentence
    assert said[3].why.endswith(
        "The pounds are those on “Residential care”; and on “Fostering”, in that order."
    )
    assert "helped" not in " ".join(TITLES.values())


def test_what_the_ranges_hold_is_said_and_what_they_do_not():
    assert "Ninety-five times" not in HOW_SURE
    assert "They do not hold that councils book the same cost on different lines" in HOW_SURE


def test_so_few_children_that_need_cannot_be_worked_out_is_said_so():
    assert why_no_split("Isles of Scilly", ALL_LINES, Missing((Reason.NOT_APPLICABLE,))).endswith(
        "So few children live here that how many one would expect to be in need cannot be worked "
        "out."
    )


def test_the_remainder_names_its_largest_differences_and_is_put_down_to_nothing():
    said = remainder_sentence(
        split(
            left("youth_justice", 24.0, 18.0),
            left("services_for_young_people", 0.0, 25.0),
            left("sure_start_and_early_years", 0.0, 21.0),
            left("asylum_seekers", 21.0, 20.0),
            left("other_children_and_families", 20.0, 5.0),
        ),
        LINES,
        SIMILAR_COUNCILS,
    )
    assert said.startswith("Lines that are not set against a number of children here")
    assert "put down to nothing: services for young people £0 and £25, Sure Start" in said
    assert said.endswith("and two more lines (for each child here, and in similar councils).")
    assert remainder_sentence(split(), LINES, SIMILAR_COUNCILS) == "It holds nothing but rounding."
    assert remainder_sentence(split(), LINES, SIMILAR_COUNCILS, IN_CARE).endswith(
        "rounding. Children in supported accommodation, with their parents, and asylum-seeking "
        "children are counted in the number but not priced apart."
    )


def test_a_line_that_was_not_told_is_not_nought():
    gone = Missing((Reason.NOT_RETURNED,))
    said = remainder_sentence(
        split(left("in_care", gone, 1_104.0, WhyLeft.NOT_KNOWN), left("", 1_019.0, 0.0,
              WhyLeft.IN_NO_LINE)), LINES, SIMILAR_COUNCILS,
    )  # fmt: skip
    assert "children in care not told and £1,104" in said
    assert "what the lines do not add up to £1,019 and £0" in said


def test_the_gap_from_the_mean_of_rates_is_called_another_comparison():
    assert mean_sentence("Essex", split(), SIMILAR_COUNCILS) == (
        "Another comparison, and no part of this sum: with each council counting alike, the mean "
        "in similar councils is £1,223; Essex spent £407 less than that."
    )


@pytest.mark.parametrize("level", [ALL_LINES, IN_CARE])
@pytest.mark.parametrize("reason", list(Reason))
def test_every_reason_for_no_split_has_words(level, reason: Reason):
    said = why_no_split("Essex", level, Missing((reason,)))

    assert said.startswith("The gap cannot be parted. ")
    assert said.endswith(".")
    assert len(said.removeprefix("The gap cannot be parted. ").split()) > 3


def test_whose_return_does_not_break_its_spending_down_is_said():
    none = Missing((Reason.NOT_RETURNED,))

    assert why_no_split("Gateshead", IN_CARE, none, told_here=False).endswith(
        " The return of Gateshead does not break down its spending on children in care."
    )
    assert why_no_split("Gateshead", IN_CARE, none, told_here=True).endswith(
        " Too few of the councils beside it break down their spending on children in care."
    )
    assert why_no_split("Gateshead", ALL_LINES, none, told_here=True).endswith(
        " Too few of the councils beside it break down their spending."
    )


def test_a_part_that_goes_the_other_way_is_told_beside_the_headline():
    against = part(Cause.PRICE, 200.4, 122.0, 278.0)

    assert against_sentence(ALL_LINES, against) == (
        "Not all parts go that way: cost for each child in need is £200 more."
    )
    assert against_sentence(ALL_LINES, None) == ""


def test_parts_that_miss_the_gap_by_rounding_say_so_and_others_say_nothing():
    uneven = replace(
        split(),
        ours_per_child=816.4,
        theirs_per_child=1_198.3,
        parts=(part(Cause.NEED, -190.7, -1.0, 1.0), part(Cause.NUMBER, -191.2, -1.0, 1.0)),
    )
    even = replace(uneven, parts=(part(Cause.NUMBER, -381.9, -1.0, 1.0),))
    missed = replace(uneven, theirs_per_child=1_198.6)

    assert rounded_sentence(uneven) == ""
    assert rounded_sentence(even) == ""
    assert rounded_sentence(missed) == (
        "Each figure is rounded by itself: the parts as shown come to £382 less, and the gap to "
        "£383 less."
    )
