"""What is said of one outcome or enabler: counted, named in order, and no more than known."""

import datetime
from dataclasses import replace
from typing import Any

import pytest
from hand_made import HERE, WITHHELD, catalogue, comparison, gap, indicator, verdict

from brightfutures.catalogue import GoodDirection, Indicator, Outcome
from brightfutures.catalogue.indicators import OUTCOMES, Stage
from brightfutures.findings.framework_profile import OutcomeProfile, profiles
from brightfutures.findings.framework_unknown import unknown
from brightfutures.findings.framework_words import OutcomeSentences
from brightfutures.findings.steady_words import steadiness_of
from brightfutures.measures.expectation.results import Expectation
from brightfutures.measures.results import (
    Comparison,
    Direction,
    Level,
    Moved,
    Movement,
    Steadiness,
    Why,
)
from brightfutures.quantities import Area, AreaKind, Missing, Reason

HELP = Outcome(
    id="help",
    name=OUTCOMES[0],
    short="help for families",
    means="Families are helped.",
    not_measured=("whether it helped", "how long it took"),
)
ESSEX = Area(code=HERE, name="Essex", kind=AreaKind.COUNCIL, region="E12000006")
NAMES = ["calls", "visits", "plans", "meetings", "letters", "trips"]


def measure(name: str, **changes: Any) -> Indicator:
    return indicator(f"{name}_rate", title=name.capitalize(), **changes)


def compared(name: str, level: Level = Level.HIGHER, **changes: Any) -> Comparison:
    """Of a measure: 300 against 200 per 10,000, without a gap's range."""
    direction = changes.pop("direction", Direction.NEITHER)
    size = changes.pop("z_usual", 2.0)
    given = {
        "indicator": f"{name}_rate",
        "verdict": verdict(level, average=200.0, gap=gap(), direction=direction, z_usual=size),
        **changes,
    }
    return comparison(given.pop("value", 300.0), **given)


def profile_of(
    *entries: Comparison, indicators: dict[str, Indicator] | None = None
) -> tuple[dict[str, Indicator], OutcomeProfile]:
    known = indicators or {
        entry.indicator: measure(entry.indicator.removesuffix("_rate")) for entry in entries
    }
    made = replace(catalogue(*known.values()), outcomes={"help": HELP})
    (profile,) = profiles(made, entries)
    return known, profile


def said_of(
    *entries: Comparison,
    indicators: dict[str, Indicator] | None = None,
    area: Area = ESSEX,
    expected: float | None = None,
) -> list[str]:
    known, profile = profile_of(*entries, indicators=indicators)

    def expectation(entry: Comparison) -> Expectation | None:
        if expected is None:
            return None
        return Expectation(
            area=HERE, indicator=entry.indicator, period="2025", here=entry.here,
            expected=expected, low=1.0, high=2.0, level=Level.HIGHER, reason=None,
            gap=None,
        )  # fmt: skip

    by_id = {entry.indicator: entry for entry in entries}
    sentences = OutcomeSentences(known, profile, area, by_id, expectation)
    return [said.sentence for said in sentences.found()]


def test_the_summary_counts_what_differs_of_what_can_be_judged():
    alike = [compared(name, Level.ABOUT_THE_SAME) for name in ("plans", "meetings")]

    summary, *_ = said_of(compared("visits"), compared("calls", Level.CANNOT_SAY), *alike)

    assert summary == (
        "On one of the three measures that can be judged Essex clearly differs from other "
        "councils; the other two show no clear difference."
    )


@pytest.mark.parametrize(
    ("levels", "said"),
    [
        ("d", "On the one measure that can be judged Essex clearly differs from others."),
        ("s", "The one measure that can be judged does not clearly set Essex apart."),
        ("dd", "On both measures that can be judged Essex clearly differs from other councils."),
        ("ddd", "On all three measures that can be judged Essex clearly differs from other "
                "councils."),
        ("ds", "On one of the two measures that can be judged Essex clearly differs from other "
               "councils; the other shows no clear difference."),
        ("ss", "On neither of the two measures that can be judged does Essex clearly differ from "
               "other councils."),
        ("sss", "On none of the three measures that can be judged does Essex clearly differ from "
                "other councils."),
    ],
)  # fmt: skip
def test_the_summary_is_grammatical_for_one_two_and_many(levels: str, said: str):
    level = {"d": Level.HIGHER, "s": Level.ABOUT_THE_SAME}
    entries = [compared(NAMES[place], level[each]) for place, each in enumerate(levels)]
    assert said_of(*entries)[0] == said


def test_a_council_that_has_ended_differed_and_an_archipelago_differ():
    gone = replace(ESSEX, last=datetime.date(2023, 3, 31))
    isles = replace(ESSEX, name="Isles of Scilly")

    assert "Essex clearly differed from" in said_of(compared("visits"), area=gone)[0]
    assert "the Isles of Scilly clearly differ from" in said_of(compared("visits"), area=isles)[0]


def test_where_nothing_can_be_judged_the_summary_says_why():
    withheld = comparison(
        WITHHELD, indicator="visits_rate", verdict=verdict(Level.CANNOT_SAY, Why.VALUE_MISSING)
    )
    money = compared("pounds", verdict=verdict(Level.CANNOT_SAY, Why.NO_COUNTS))
    indicators = {
        "visits_rate": measure("visits"),
        "pounds_rate": measure("pounds", stage=Stage.MONEY),
    }

    assert said_of(withheld, money, indicators=indicators) == [
        "Neither of the two published measures can be judged for Essex: for one spending is not a "
        "count of children and for one the figure is withheld."
    ]


def test_a_heading_without_a_measure_says_that_nothing_can_be_said():
    made = replace(catalogue(), outcomes={"help": HELP})
    (profile,) = profiles(made, [])
    (said,) = OutcomeSentences({}, profile, ESSEX, {}, lambda entry: None).found()

    assert said.sentence == (
        "No measure of this is published for any council, so nothing can be said of Essex."
    )


def test_a_store_that_holds_none_of_its_measures_is_not_said_to_be_everybody_s():
    made = replace(catalogue(measure("visits")), outcomes={"help": HELP})
    (profile,) = profiles(made, [])
    (said,) = OutcomeSentences({}, profile, ESSEX, {}, lambda entry: None).found()
    assert said.sentence.startswith("None of the publications that are loaded holds a measure")


def test_worse_better_and_undecided_stand_in_sentences_of_their_own():
    worse = compared("calls", direction=Direction.WORSE)
    better = compared("visits", Level.LOWER, direction=Direction.BETTER)
    higher, lower = compared("plans"), compared("meetings", Level.UNUSUALLY_LOW)

    _, *said = said_of(worse, better, higher, lower)

    assert said == [
        "One is worse than elsewhere: calls (300 against 200 per 10,000).",
        "One is better than elsewhere: visits (300 against 200 per 10,000).",
        "One is higher than elsewhere: plans (300 against 200 per 10,000); one is lower: meetings "
        "(300 against 200 per 10,000, unusually low).",
    ]


def test_of_more_than_four_only_the_three_clearest_are_named():
    entries = [compared(name, z_usual=float(place)) for place, name in enumerate(NAMES)]

    said = said_of(*entries)[1]

    assert said.startswith("Six are higher than elsewhere, most clearly trips (")
    assert [name for name in NAMES if name in said] == ["meetings", "letters", "trips"]
    assert said.index("trips") < said.index("letters") < said.index("meetings")


def test_an_old_figure_comes_last_and_says_its_year():
    old = compared("calls", Level.UNUSUALLY_HIGH, period="2019", z_usual=9.0)

    said = said_of(old, compared("visits"))[1]

    assert said.index("visits") < said.index("calls")
    assert "unusually high, in 2019)" in said
    assert "2025" not in said


def test_a_difference_on_few_or_on_a_withheld_number_says_so():
    few = compared("calls")
    few = replace(few, here=replace(few.here, numerator=6.0, denominator=200.0))
    withheld = comparison(
        WITHHELD, indicator="visits_rate", verdict=verdict(Level.LOWER, average=200.0)
    )

    said = said_of(few, withheld)[1]

    assert "calls (300 against 200 per 10,000, on small numbers)" in said
    assert "visits (a number that is withheld, but it is so whichever it is)" in said


def test_what_circumstances_would_lead_one_to_expect_stands_beside():
    said = said_of(compared("visits"), expected=250.0)[1]
    assert "(300 against 200 per 10,000, 250 expected)" in said


def test_two_figures_that_would_read_alike_get_another_decimal_place():
    near = comparison(1.4, verdict=verdict(Level.HIGHER, average=0.9, gap=gap(0.5)))
    assert "(1.4 against 0.9 per 10,000" in said_of(near)[1]


def test_movements_are_told_without_better_or_worse():
    def moved(name: str, level: Movement, q: float) -> Comparison:
        found = Moved(level=level, from_period="2021", to_period="2025", from_value=1.0,
                      to_value=2.0, q=q)  # fmt: skip
        return compared(name, Level.ABOUT_THE_SAME, moved=found)

    entries = [moved(name, Movement.HAS_RISEN, 0.01 * place) for place, name in enumerate(NAMES)]
    entries[0] = moved("calls", Movement.HAS_FALLEN, 0.01)

    assert said_of(*entries)[1] == (
        "Over five years five have risen, most clearly visits and plans; one has fallen: calls."
    )


def test_a_measure_that_differs_is_read_with_its_companion():
    indicators = {
        "visits_rate": measure("visits", read_with=("calls_rate", "plans_rate")),
        "calls_rate": measure("calls", health_check=False),
        "plans_rate": measure("plans"),
    }
    beside = [compared(name, Level.ABOUT_THE_SAME) for name in ("calls", "plans")]

    said = said_of(compared("visits"), *beside, indicators=indicators)

    assert said[-1] == "Read visits with plans (300 against 200 per 10,000, no clear difference)."


def test_pairs_need_both_figures_and_one_that_stands_apart_and_come_once():
    both = {
        "visits_rate": measure("visits", read_with=("calls_rate", "plans_rate")),
        "calls_rate": measure("calls", read_with=("visits_rate",)),
        "plans_rate": measure("plans", read_with=("calls_rate",)),
    }
    missing = comparison(
        Missing((Reason.NOT_RETURNED,)), indicator="plans_rate", verdict=verdict(Level.CANNOT_SAY)
    )
    _, profile = profile_of(compared("visits"), compared("calls"), missing, indicators=both)
    pairs = [(pair.apart.indicator, pair.beside.indicator) for pair in profile.together]
    assert pairs == [("visits_rate", "calls_rate")]

    alike = [compared(name, Level.ABOUT_THE_SAME) for name in ("visits", "calls", "plans")]
    assert profile_of(*alike, indicators=both)[1].together == ()


def test_with_and_without_unaccompanied_children_is_one_name():
    base = "children_looked_after_rate"
    twin = "children_looked_after_without_unaccompanied_children_rate"
    indicators = {
        base: indicator(base, title="Children in care", read_with=(twin,)),
        twin: indicator(twin, title="Children in care, less some"),
    }
    entries = [compared(name.removesuffix("_rate")) for name in (base, twin)]

    said = said_of(*entries, indicators=indicators)

    assert said[1] == (
        "Two are higher than elsewhere: children in care (300 against 200 per 10,000, without "
        "unaccompanied children 300 against 200)."
    )
    assert len(said) == 2  # and the one is not read with the other


def test_what_cannot_be_told_is_told():
    steady = compared("visits", steadiness=Steadiness(one_year=0.8, three_years=0.5))
    shaky = compared("calls", steadiness=Steadiness(one_year=0.2, three_years=0.1))
    unjudged = compared("plans", verdict=verdict(Level.CANNOT_SAY, Why.TOO_FEW_CHILDREN))
    indicators, profile = profile_of(steady, shaky, unjudged)

    assert [said.sentence for said in unknown(indicators, profile)] == [
        "One more measure cannot be judged: the numbers here are too small.",
        "Of these three measures one is steady from one year to the next and none over three "
        "years, though of one it is not known; one hardly is, and a difference there (here in "
        "calls) may be gone next year.",
        "No published figure says whether it helped or how long it took.",
    ]


@pytest.mark.parametrize(
    ("correlations", "counts"),
    [
        ([0.70, 0.699, 0.40, 0.399, None], (1, 2, 1, 1)),
        ([-0.2], (0, 0, 1, 0)),
        ([], (0, 0, 0, 0)),
    ],
)
def test_steady_begins_at_seven_tenths_and_hardly_ends_at_four(
    correlations: list[float | None], counts: tuple[int, ...]
):
    entries = [
        compared(name, steadiness=Steadiness(one_year=each, three_years=None))
        for name, each in zip(NAMES, correlations, strict=False)
    ]
    found = steadiness_of(entries)
    assert (found.mostly, found.partly, found.hardly, found.unknown) == counts


def test_a_direction_of_the_catalogue_s_is_the_verdict_s_and_not_worked_out_here():
    """The profile sorts by the verdict it is given, whatever the catalogue says besides."""
    known = {"visits_rate": measure("visits", good_direction=GoodDirection.HIGHER)}
    _, profile = profile_of(compared("visits"), indicators=known)
    assert profile.on_side(Direction.NEITHER)
    assert not profile.on_side(Direction.BETTER)
