"""What would be expected is said plainly: what, how far off, and that it is no target."""

from dataclasses import replace
from typing import Any

import pytest
from hand_made import HERE, WITHHELD, cell, gap, indicator, verdict

from brightfutures.catalogue import ContextUse, ContextVariable, IndicatorKind, load_catalogue
from brightfutures.catalogue.indicators import Stage
from brightfutures.findings.context_model_words import (
    effect_sentence,
    explained_sentence,
    explained_words,
    held_out_sentence,
    left_out_sentence,
)
from brightfutures.findings.expectation_words import (
    CIRCUMSTANCES,
    NOT_A_TARGET,
    beside_others_sentence,
    expectation_level_words,
    expectation_sentences,
    given_words,
    without_sentence,
)
from brightfutures.measures.expectation.results import (
    ContextEffect,
    ContextModel,
    Expectation,
    Without,
)
from brightfutures.measures.results import Level, Why
from brightfutures.quantities import Period, PeriodKind

WORDS_NEVER_SAID = ("performance", "better", "worse", "target.", "good", "bad", "predict")


def variable(name: str = "children_under_5", title: str = "Children under 5") -> ContextVariable:
    """A circumstance."""
    return ContextVariable(
        id=name,
        title=title,
        sentence="",
        unit="%",
        used_for=(ContextUse.EXPECTED,),
        numerator=("children",),
    )


POOR = variable("children_in_income_deprived_families", "Children in low-income families")
YOUNG = variable()


def expectation(**changes: Any) -> Expectation:
    """A council at 300 of which about 200 would be expected, between 150 and 260."""
    given: dict[str, Any] = {
        "area": HERE,
        "indicator": "visits_rate",
        "period": "2025",
        "here": cell(300.0),
        "expected": 200.0,
        "low": 150.0,
        "high": 260.0,
        "level": Level.HIGHER,
        "reason": None,
        "gap": gap(100.0, 40.0),
    }
    return Expectation(**{**given, **changes})


def without(level: Level, named: ContextVariable = YOUNG) -> Without:
    """What would be said without one circumstance."""
    return Without(variable=named, expected=210.0, level=level, reason=None)


def said(entry: Expectation, council: str = "Ash", **of_indicator: Any) -> str:
    """Every sentence on one expectation."""
    variables = (POOR, variable("children_in_low_income_families"), YOUNG)
    return " ".join(expectation_sentences(indicator(**of_indicator), entry, variables, council))


def test_it_says_what_would_be_expected_of_such_a_council_and_what_there_is() -> None:
    assert said(expectation()) == (
        "Given how poor its families are and how young its children are, about 200 per 10,000 "
        "children would be expected in Ash. Nineteen in twenty councils like it would have from "
        "150 to 260. It has 300. Higher than would be expected, by 100, likely between 80 and 120. "
        "In number that is about 40 more, likely between 30 and 50."
    )


def test_a_figure_outside_the_range_in_both_periods_is_said_to_be_so() -> None:
    last = said(expectation(level=Level.UNUSUALLY_HIGH)).rpartition(". ")[2]
    assert last == "It is outside that range, and was outside it or near its end before."


def test_no_clear_difference_is_not_said_to_be_about_what_is_expected() -> None:
    unclear = expectation(level=Level.ABOUT_THE_SAME, reason=Why.WITHIN_WOBBLE)
    assert "No clear difference from what would be expected" in said(unclear)
    near = replace(unclear, gap=gap(4.0, 2.0))
    assert said(near).endswith("That is about what would be expected.")
    assert expectation_level_words(indicator(), unclear) == "No clear difference"
    assert expectation_level_words(indicator(), near) == "About the same"


def test_a_difference_that_does_not_stand_among_so_many_says_so() -> None:
    one_of_many = expectation(level=Level.ABOUT_THE_SAME, reason=Why.NOT_AFTER_CORRECTION)
    assert "with this many measures tested at once" in said(one_of_many)


@pytest.mark.parametrize(("here", "side"), [(200.0, "within"), (300.0, "above"), (100.0, "below")])
def test_a_figure_without_counts_is_placed_but_not_judged(here: float, side: str) -> None:
    pounds = expectation(here=cell(here), level=Level.CANNOT_SAY, reason=Why.NO_COUNTS, gap=None)
    words = said(pounds, kind=IndicatorKind.RATIO, stage=Stage.MONEY)
    assert "about £200 would be expected in Ash. Nineteen in twenty councils like it" in words
    assert words.endswith(
        f"It has £{here:.0f}. That is {side} the range. Whether it truly differs cannot be said. "
        "Spending is not a count of children, so there is no test."
    )


def test_a_council_whose_circumstances_are_not_known_is_said_to_be_so() -> None:
    nothing = expectation(
        expected=None, low=None, high=None, level=Level.CANNOT_SAY, reason=Why.NO_CONTEXT, gap=None
    )
    assert said(nothing, "Isles of Scilly") == (
        "What would be expected of the Isles of Scilly cannot be said. Not all of the "
        "circumstances used are known for it today."
    )


def test_a_withheld_figure_gets_an_expectation_and_an_answer_only_where_there_is_one() -> None:
    hidden = expectation(
        here=cell(WITHHELD), level=Level.CANNOT_SAY, reason=Why.VALUE_MISSING, gap=None
    )
    assert said(hidden).endswith("The figure is withheld because it could point to a few children.")
    same = replace(hidden, level=Level.ABOUT_THE_SAME, reason=Why.WITHIN_WOBBLE)
    assert said(same).endswith(
        "Whichever number is withheld (1 to 5), the answer is: no clear difference."
    )


def test_where_the_two_comparisons_differ_it_is_said_plainly() -> None:
    same = expectation(level=Level.ABOUT_THE_SAME, reason=Why.WITHIN_WOBBLE)
    assert beside_others_sentence(verdict(Level.HIGHER), same) == (
        "The two comparisons differ. Beside similar councils the figure is higher; against what "
        "its circumstances would lead one to expect there is no clear difference."
    )
    assert beside_others_sentence(verdict(Level.UNUSUALLY_HIGH), expectation()) is None
    assert beside_others_sentence(verdict(Level.CANNOT_SAY), expectation()) is None


def test_whether_the_answer_rests_on_one_circumstance_is_said() -> None:
    steady = expectation(without=(without(Level.HIGHER), without(Level.HIGHER, POOR)))
    assert without_sentence(steady) == (
        "The answer is the same whichever of these circumstances is left out."
    )
    milder = expectation(without=(without(Level.HIGHER), without(Level.UNUSUALLY_HIGH, POOR)))
    assert without_sentence(milder) == (
        "The figure lies on the same side whichever of these circumstances is left out."
    )
    turned = expectation(without=(without(Level.HIGHER), without(Level.ABOUT_THE_SAME, POOR)))
    assert without_sentence(turned) == (
        "The answer depends on one circumstance: without “Children in low-income families” there "
        "would be no clear difference."
    )
    assert without_sentence(expectation(level=Level.CANNOT_SAY)) is None


def model(**changes: Any) -> ContextModel:
    """A model of 150 councils that explains a third."""
    given: dict[str, Any] = {
        "indicator": "visits_rate",
        "period": "2025",
        "effects": (),
        "average": 200.0,
        "councils": 150,
        "left_out": 3,
        "spread": 0.2,
        "spread_alone": 0.3,
        "explained": 0.33,
        "held_out_within": 0.947,
        "sampling_error": 0.0178,
    }
    return ContextModel(**{**given, **changes})


def test_how_much_circumstances_explain_is_said_also_where_they_explain_nothing() -> None:
    assert "account for about a third of the differences" in explained_sentence(model())
    assert "tell nothing of this measure" in explained_sentence(model(explained=-0.04))
    assert "tell hardly anything" in explained_sentence(model(explained=0.02))
    assert explained_words(-0.04) == "no gain (−0.04)"
    assert explained_words(0.02) == "hardly any (0.02)"
    assert explained_words(0.75) == "about three quarters (0.75)"
    assert explained_words(0.95) == "most (0.95)"


def test_how_often_the_range_held_is_said_with_how_unsure_that_is() -> None:
    assert held_out_sentence(model()) == (
        "Of 150 councils, a tenth at a time left out of the reckoning, 95 in 100 had a figure "
        "within the range expected of them. It is made to hold 95 in 100; with so many councils "
        "the count alone could be 3 away from that either way."
    )
    assert left_out_sentence(model()) is None
    assert "61 councils had no figure" in (left_out_sentence(model(councils=92, left_out=61)) or "")


def test_what_goes_with_a_circumstance_is_said_in_the_unit() -> None:
    effect = ContextEffect(
        variable=POOR,
        period=Period(PeriodKind.AT_31_MARCH, "2025"),
        times=1.2,
        low=1.1,
        high=1.3,
        adds=False,
        expected_below=167.0,
        expected_above=240.0,
    )
    assert effect_sentence(indicator(), effect) == (
        "Children in low-income families: from 167 where it is fairly low to 240 per 10,000 "
        "children where it is fairly high, all else average"
    )
    assert effect_sentence(indicator(), replace(effect, low=0.9)).endswith("which may be chance")
    assert not replace(effect, adds=True, times=0.5, low=-0.1, high=1.1).clear


def test_every_circumstance_that_leads_one_to_expect_something_has_words() -> None:
    declared = load_catalogue().context.values()
    used = [each for each in declared if ContextUse.EXPECTED in each.used_for]
    assert {each.id for each in used} <= set(CIRCUMSTANCES)
    assert given_words([variable("another", "Another thing")]) == "another thing"


def test_no_sentence_praises_blames_or_promises() -> None:
    levels = [*Level]
    words = " ".join(
        [said(expectation(level=level)) for level in levels]
        + [explained_sentence(model()), held_out_sentence(model())]
    ).lower()
    for word in WORDS_NEVER_SAID:
        assert word not in words
    assert "is not a target" in NOT_A_TARGET
