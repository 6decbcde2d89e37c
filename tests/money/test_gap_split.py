"""A gap in spend per child in its parts: what adds up, what is nought, what goes where."""

from dataclasses import replace

import pytest
from council_years import council_year

from brightfutures.money.council_year import CouncilYear, KindOfHelp, OtherLine
from brightfutures.money.gap_result import Cause, GapSplit, NoPrice, WhyLeft
from brightfutures.money.gap_split import split_gap
from brightfutures.money.need import SURE, NeedDoubt
from brightfutures.quantities import Missing, Reason

THEIRS = tuple(council_year(f"other {number}") for number in range(4))
WITHHELD = Missing((Reason.SUPPRESSED,))


def split(
    ours: CouncilYear, theirs: tuple[CouncilYear, ...] = THEIRS, need_doubt: NeedDoubt = SURE
) -> GapSplit:
    found = split_gap(ours, theirs, need_doubt=need_doubt)
    assert isinstance(found, GapSplit)
    return found


def pounds(found: GapSplit) -> dict[str, float]:
    return {part.cause.value: part.pounds_per_child for part in found.parts}


def test_a_council_like_its_comparators_has_no_parts_at_all():
    found = split(council_year())
    assert found.gap == 0
    assert set(pounds(found).values()) == {0.0}


@pytest.mark.parametrize(
    ("ours", "cause", "gap"),
    [
        (council_year(expected=1400, homes=(200, 52e6), fostering=(1200, 48e6)), "need", 500),
        (council_year(homes=(200, 52e6), fostering=(1200, 48e6)), "number", 500),
        (council_year(homes=(200, 52e6), fostering=(500, 20e6)), "mix", 220),
        (council_year(homes=(100, 36e6)), "price", 100),
        (council_year(youth=7e6), "remainder", 20),
    ],
)
def test_a_gap_made_of_one_thing_is_put_down_to_that_alone(
    ours: CouncilYear, cause: str, gap: float
):
    found = split(ours)
    assert found.gap == pytest.approx(gap)
    for name, part in pounds(found).items():
        assert part == (pytest.approx(gap) if name == cause else 0.0)


def test_price_is_said_for_each_kind():
    found = split(council_year(homes=(100, 36e6), fostering=(600, 30e6)))
    assert dict(found.part(Cause.PRICE).by_kind) == pytest.approx({"homes": 100, "fostering": 60})


def test_comparators_are_taken_together_and_their_mean_is_another_line():
    small = council_year("small", children=1_000, homes=(10, 4e6), fostering=(6, 1e6), youth=0)
    found = split(council_year(), (*THEIRS[:3], small))
    assert found.theirs_per_child == pytest.approx((3 * 55e6 + 5e6) / 301_000)
    assert found.mean_of_their_rates == pytest.approx((3 * 550 + 5000) / 4)
    assert found.gap_from_mean_of_rates == pytest.approx(550 - 6650 / 4)
    assert sum(pounds(found).values()) == pytest.approx(found.gap, abs=1e-9)


def test_spend_without_a_child_goes_to_the_remainder_and_is_named():
    found = split(council_year(homes=(0, 26e6)))
    (homes, youth) = found.in_remainder
    assert (homes.name, homes.why, youth.why) == ("homes", WhyLeft.NO_CHILDREN, WhyLeft.NO_COUNT)
    assert sum(pounds(found).values()) == pytest.approx(found.gap, abs=1e-9)
    assert found.part(Cause.PRICE).by_kind[0][0] == "fostering"


def test_a_withheld_count_goes_to_the_remainder_with_its_reason_and_the_whole_number_stays():
    ours = council_year()
    hidden = replace(ours.kinds[0], children=WITHHELD)
    found = split(replace(ours, kinds=(hidden, ours.kinds[1])))
    homes = found.in_remainder[0]
    assert (homes.why, homes.missing) == (WhyLeft.NOT_KNOWN, WITHHELD)
    assert homes.ours_per_child == homes.theirs_per_child == 260
    assert set(pounds(found).values()) == {0.0}


def test_children_without_a_pound_are_no_price_of_nought():
    found = split(council_year(homes=(100, 0)))
    assert found.in_remainder[0].why is WhyLeft.NO_SPEND
    assert pounds(found)["price"] == 0


USUAL = {"homes": 260_000.0, "fostering": 40_000.0}


def beside_england(one: CouncilYear) -> CouncilYear:
    """The year with what England spends on one child of each kind."""
    kinds = tuple(replace(kind, usual_pounds=USUAL[kind.name]) for kind in one.kinds)
    return replace(one, kinds=kinds)


def test_at_a_tenth_of_englands_cost_the_pounds_are_booked_elsewhere():
    found = split(beside_england(council_year(homes=(100, 2.6e6))))
    assert found.in_remainder[0].why is WhyLeft.BOOKED_ELSEWHERE
    assert sum(pounds(found).values()) == pytest.approx(found.gap, abs=1e-9)
    (youth,) = split(beside_england(council_year(homes=(100, 2.7e6)))).in_remainder
    assert youth.name == "youth"


@pytest.mark.parametrize(
    ("spent", "why"),
    [(5_000, WhyLeft.BOOKED_ELSEWHERE), (0, WhyLeft.NO_SPEND), (-9e4, WhyLeft.BELOW_NOUGHT)],
)
def test_without_the_pounds_of_a_kind_that_is_needed_there_is_no_split(spent: float, why: WhyLeft):
    ours = beside_england(council_year(homes=(100, spent)))
    found = split_gap(ours, THEIRS, needed=("homes",))
    assert found == NoPrice(kinds=("homes",), why=why)
    assert isinstance(split_gap(ours, THEIRS, needed=("fostering",)), GapSplit)


def test_a_kind_that_is_needed_and_not_known_gives_its_own_reason():
    ours = council_year()
    late = Missing((Reason.NOT_RETURNED,))
    ours = replace(ours, kinds=(replace(ours.kinds[0], spend_pounds=late), ours.kinds[1]))
    assert split_gap(ours, THEIRS, needed=("homes",)) == late


def test_children_of_every_kind_without_pounds_are_not_called_no_children():
    found = split_gap(council_year(homes=(100, 0), fostering=(600, 0)), THEIRS)
    assert found == NoPrice(kinds=("homes", "fostering"), why=WhyLeft.NO_SPEND)


@pytest.mark.parametrize("spent", [0, 5_000, -9e4])
def test_a_comparator_that_books_a_kind_elsewhere_is_left_out_and_poisons_nothing(spent: float):
    elsewhere = beside_england(council_year("elsewhere", homes=(100, spent), youth=31e6))
    found = split(council_year(homes=(100, 36e6)), (*THEIRS, elsewhere))
    assert pounds(found) == pounds(split(council_year(homes=(100, 36e6))))
    ((who, why),) = found.left_out
    assert who == "elsewhere"
    assert isinstance(why, NoPrice)
    assert why.kinds == ("homes",)


def test_a_comparator_without_children_of_a_kind_or_its_pounds_stays():
    none = beside_england(council_year("none", homes=(0, 0)))
    assert split(council_year(), (*THEIRS, none)).left_out == ()


def test_a_line_whose_children_are_counted_elsewhere_says_so():
    asylum = OtherLine(name="asylum", spend_pounds=5e6, children_counted=True)
    (line,) = split(council_year(other_lines=(asylum,))).in_remainder[:1]
    assert line.why is WhyLeft.NOT_PRICED_APART


def test_who_has_none_of_a_kind_differs_in_mix_and_not_in_price():
    found = split(council_year(homes=(0, 0), fostering=(700, 28e6)))
    assert found.gap == pytest.approx(-220)
    assert pounds(found)["mix"] == pytest.approx(-220)
    assert pounds(found)["price"] == 0


def test_a_kind_on_which_only_comparators_spend_without_children_is_named_too():
    theirs = tuple(council_year(f"other {number}", homes=(0, 26e6)) for number in range(4))
    found = split(council_year(homes=(0, 0)), theirs)
    assert found.in_remainder[0].why is WhyLeft.NO_CHILDREN
    assert pounds(found) == pytest.approx(
        {"need": 0, "number": 0, "mix": 0, "price": 0, "remainder": -260}
    )


def test_what_the_lines_do_not_add_up_to_is_in_no_line():
    found = split(council_year(spend_pounds=56e6))
    assert found.in_remainder[-1].why is WhyLeft.IN_NO_LINE
    assert found.in_remainder[-1].ours_per_child == pytest.approx(10)


def test_a_comparator_that_cannot_be_read_is_left_out_and_named():
    late = council_year("late", spend_pounds=Missing((Reason.NOT_RETURNED,)))
    ours = council_year()
    hidden = council_year(
        "hidden", kinds=(replace(ours.kinds[0], children=WITHHELD), ours.kinds[1])
    )
    found = split(ours, (*THEIRS, late, hidden))
    assert found.comparators == tuple(one.council for one in THEIRS)
    assert found.left_out == (("late", Missing((Reason.NOT_RETURNED,))), ("hidden", WITHHELD))


def test_without_a_year_or_without_three_comparators_nothing_is_said():
    late = Missing((Reason.NOT_RETURNED,))
    assert split_gap(council_year(spend_pounds=late), THEIRS) == late
    assert split_gap(council_year(), THEIRS[:2]) == Missing((Reason.UNAVAILABLE,))
    unread = tuple(replace(one, spend_pounds=late) for one in THEIRS[:3])
    assert split_gap(council_year(), (THEIRS[3], *unread)) == late
    nobody = Missing((Reason.DENOMINATOR_UNAVAILABLE,))
    assert split_gap(council_year(children_expected=0.0), THEIRS) == nobody


def test_without_a_kind_of_help_that_can_be_read_there_is_no_split():
    ours = council_year()
    hidden = tuple(replace(kind, children=WITHHELD) for kind in ours.kinds)
    assert split_gap(replace(ours, kinds=hidden), THEIRS) == WITHHELD
    nobody = Missing((Reason.DENOMINATOR_UNAVAILABLE,))
    spent = replace(ours, kinds=tuple(replace(kind, children=0.0) for kind in ours.kinds))
    assert split_gap(spent, THEIRS) == nobody


def test_a_line_stands_once_in_a_year():
    kind = KindOfHelp(name="youth", spend_pounds=1.0, children=1.0)
    with pytest.raises(ValueError, match="stands twice"):
        council_year(kinds=(kind,))


def test_each_source_of_doubt_widens_the_parts_that_it_bears_on():
    unlike = (*THEIRS[:3], council_year("other", homes=(150, 50e6), expected=900))
    found = split(council_year(homes=(120, 30e6)), unlike, need_doubt=NeedDoubt(0.0025))
    doubt = {part.cause: part.doubt for part in found.parts}
    assert doubt[Cause.NEED].counts < 1
    assert doubt[Cause.NEED].need_model == pytest.approx(doubt[Cause.NUMBER].need_model, rel=1e-2)
    assert doubt[Cause.PRICE].need_model == pytest.approx(0, abs=0.1)
    assert min(doubt[Cause.NUMBER].counts, doubt[Cause.PRICE].counts) > 1
    assert all(one.similar_councils > 0 for cause, one in doubt.items() if cause != "remainder")
    for part in found.parts:
        assert part.low <= part.pounds_per_child <= part.high


def reach(found: GapSplit, cause: Cause) -> float:
    part = found.part(cause)
    return part.high - part.low


def test_what_is_expected_by_a_few_regions_is_less_sure_than_by_many():
    many = split(council_year(), need_doubt=NeedDoubt(0.0025, 100.0))
    few = split(council_year(), need_doubt=NeedDoubt(0.0025, 3.0))
    assert reach(few, Cause.NEED) > 1.5 * reach(many, Cause.NEED)
    assert reach(few, Cause.PRICE) == pytest.approx(reach(many, Cause.PRICE))


def test_comparators_of_which_one_is_most_are_as_few():
    def council(name: str, times: float, pounds_a_home: float) -> CouncilYear:
        return council_year(
            name,
            children=1e9 * times,
            expected=7e6 * times,
            homes=(1e6 * times, 1e6 * times * pounds_a_home),
            fostering=(6e6 * times, 2.4e11 * times),
            youth=5e10 * times,
        )

    def deviations_reached(largest: float) -> float:
        others = [council(f"other {at}", 1.0, 260e3 + at * 2e4) for at in range(3)]
        found = split(council("ours", 1.0, 260e3), (*others, council("largest", largest, 270e3)))
        return reach(found, Cause.PRICE) / found.part(Cause.PRICE).doubt.similar_councils

    # Student's t at 97.5% is 3.18 for three degrees of freedom and 12.71 for one.
    assert deviations_reached(1.0) == pytest.approx(2 * 3.18, rel=0.01)
    assert deviations_reached(1000.0) == pytest.approx(2 * 12.71, rel=0.01)
