"""What circumstances would lead one to expect, in words; never a target, never praise or blame."""

from __future__ import annotations

from collections.abc import Sequence

from brightfutures.catalogue import ContextVariable, Indicator, IndicatorKind
from brightfutures.findings.alternatives_words import WOULD_BE
from brightfutures.findings.figures import (
    between,
    children_words,
    difference,
    figure,
    is_percentage,
    is_pounds,
    listed,
    missing_sentences,
)
from brightfutures.findings.place_names import placed
from brightfutures.findings.verdict_words import (
    ABOVE,
    BELOW,
    DIFFERENT,
    LEVEL_WORDS,
    NO_CLEAR_DIFFERENCE,
    UNUSUAL,
    is_near,
    others,
    why_it_cannot_be_said,
)
from brightfutures.measures.expectation.results import Expectation, Without
from brightfutures.measures.results import Gap, Level, Verdict, Why
from brightfutures.quantities import Missing

CIRCUMSTANCES = {
    "children_in_income_deprived_families": "how poor its families are",
    "children_in_low_income_families": "how poor its families are",
    "children_per_square_kilometre": "how thickly it is settled",
    "children_under_5": "how young its children are",
    "residents_of_minority_ethnic_groups": "who lives there",
    "unaccompanied_children_in_care": "how many unaccompanied children it looks after",
}
"""Each circumstance as the words after "given"."""

NOT_A_TARGET = (
    "What is expected is not a target. It is what councils in such circumstances have today, and "
    "councils’ past habits are in it."
)


def given_words(variables: Sequence[ContextVariable]) -> str:
    """The circumstances as a person says them: "how poor its families are and who lives there"."""
    named = [
        CIRCUMSTANCES.get(each.id, f"{each.title[0].lower()}{each.title[1:]}") for each in variables
    ]
    return listed(list(dict.fromkeys(named)))


def with_unit(indicator: Indicator, value: float) -> str:
    """A figure with its unit: 70 per 10,000 children, 14%, £1,234."""
    said = figure(indicator, value)
    return said if is_percentage(indicator) or is_pounds(indicator) else f"{said} {indicator.unit}"


def expectation_level_words(indicator: Indicator, expectation: Expectation) -> str:
    """The verdict against what is expected, in two or three words."""
    if expectation.level is Level.ABOUT_THE_SAME and not _close(indicator, expectation):
        return NO_CLEAR_DIFFERENCE
    return LEVEL_WORDS[expectation.level]


def without_words(indicator: Indicator, expectation: Expectation, without: Without) -> str:
    """The same where one circumstance is left out."""
    here = expectation.here.value
    near = not isinstance(here, Missing) and is_near(
        indicator, here - without.expected, without.expected
    )
    if without.level is Level.ABOUT_THE_SAME and without.reason is not Why.GAP_TOO_SMALL:
        return LEVEL_WORDS[without.level] if near else NO_CLEAR_DIFFERENCE
    return LEVEL_WORDS[without.level]


def expectation_sentences(
    indicator: Indicator,
    expectation: Expectation,
    variables: Sequence[ContextVariable],
    council: str,
) -> tuple[str, ...]:
    """What would be expected, what there is, and whether the two differ by more than they would."""
    if expectation.expected is None:
        why = why_it_cannot_be_said(indicator, Why.NO_CONTEXT, expectation.here.value)
        return (f"What would be expected of {placed(council)} cannot be said. {why}",)
    said = (
        f"Given {given_words(variables)}, about {with_unit(indicator, expectation.expected)} would "
        f"be expected in {placed(council)}."
    )
    if expectation.low is not None and expectation.high is not None:
        low, high = figure(indicator, expectation.low), figure(indicator, expectation.high)
        said += f" Nineteen in twenty councils like it would have from {low} to {high}."
    here = expectation.here.value
    if isinstance(here, Missing):
        return (f"{said} {missing_sentences(here)}", *_of_a_missing_figure(indicator, expectation))
    return (f"{said} It has {figure(indicator, here)}.", _verdict(indicator, expectation, here))


def _of_a_missing_figure(indicator: Indicator, expectation: Expectation) -> tuple[str, ...]:
    """For a withheld count of which something can still be said."""
    if expectation.level is Level.CANNOT_SAY:
        return ()
    words = expectation_level_words(indicator, expectation)
    return (f"Whichever number is withheld (1 to 5), the answer is: {words.lower()}.",)


def _verdict(indicator: Indicator, expectation: Expectation, here: float) -> str:
    if expectation.level is Level.CANNOT_SAY:
        return (
            f"{_side(expectation, here)}Whether it truly differs cannot be said. "
            f"{_why(indicator, expectation)}"
        )
    if expectation.level is Level.ABOUT_THE_SAME:
        return _no_difference(indicator, expectation)
    side = "Higher" if expectation.level in ABOVE else "Lower"
    sentences = [f"{side} than would be expected{_by_how_much(indicator, expectation)}."]
    sentences += _in_number(indicator, expectation.gap)
    if expectation.level in UNUSUAL:
        sentences.append("It is outside that range, and was outside it or near its end before.")
    return " ".join(sentences)


def _side(expectation: Expectation, here: float) -> str:
    """Whether an untested figure lies within the range, which is no verdict."""
    if expectation.low is None or expectation.high is None:
        return ""
    if expectation.low <= here <= expectation.high:
        return "That is within the range. "
    return f"That is {'above' if here > expectation.high else 'below'} the range. "


def _no_difference(indicator: Indicator, expectation: Expectation) -> str:
    if _close(indicator, expectation):
        return "That is about what would be expected."
    because = {
        Why.NOT_AFTER_CORRECTION: (
            "with this many measures tested at once, a difference of this size is to be expected "
            "on some of them"
        )
    }.get(
        expectation.reason or Why.WITHIN_WOBBLE,
        "it is no more than this figure ordinarily moves up and down over the years",
    )
    return f"No clear difference from what would be expected: {because}."


def _close(indicator: Indicator, expectation: Expectation) -> bool:
    gap = expectation.gap.value if expectation.gap else None
    return expectation.reason is Why.GAP_TOO_SMALL or is_near(indicator, gap, expectation.expected)


def _by_how_much(indicator: Indicator, expectation: Expectation) -> str:
    gap = expectation.gap
    if gap is None:
        return ""
    by = f", by {difference(indicator, gap.value)}"
    if gap.low < 0 < gap.high:
        return by
    low, high = sorted((abs(gap.low), abs(gap.high)))
    return f"{by}, likely between {between(indicator, low, high)}"


def _in_number(indicator: Indicator, gap: Gap | None) -> list[str]:
    counted = indicator.kind in (IndicatorKind.RATE, IndicatorKind.PROPORTION)
    if gap is None or gap.children is None or not counted:
        return []
    more = "more" if gap.children > 0 else "fewer"
    said = f"In number that is about {children_words(gap.children)} {more}"
    if gap.children_low is None or gap.children_high is None or gap.low < 0 < gap.high:
        return [f"{said}."]
    low, high = sorted((abs(gap.children_low), abs(gap.children_high)))
    return [f"{said}, likely between {children_words(low)} and {children_words(high)}."]


def _why(indicator: Indicator, expectation: Expectation) -> str:
    return why_it_cannot_be_said(indicator, expectation.reason, expectation.here.value)


_SAID = {
    Level.UNUSUALLY_LOW: "the figure is unusually low",
    Level.LOWER: "the figure is lower",
    Level.ABOUT_THE_SAME: "there is no clear difference",
    Level.HIGHER: "the figure is higher",
    Level.UNUSUALLY_HIGH: "the figure is unusually high",
}


def beside_others_sentence(verdict: Verdict, expectation: Expectation) -> str | None:
    """Where the answer differs from that beside other councils, both said plainly; else None."""
    if Level.CANNOT_SAY in (verdict.level, expectation.level):
        return None
    if _side_of(verdict.level) == _side_of(expectation.level):
        return None
    return (
        f"The two comparisons differ. Beside {others(verdict)} {_SAID[verdict.level]}; against "
        f"what its circumstances would lead one to expect {_SAID[expectation.level]}."
    )


def _side_of(level: Level) -> int:
    return 1 if level in ABOVE else -1 if level in BELOW else 0


def without_sentence(expectation: Expectation) -> str | None:
    """Whether the answer rests on any one circumstance; None where there is no answer."""
    if expectation.level is Level.CANNOT_SAY or not expectation.without:
        return None
    side = _side_of(expectation.level)
    turned = [each for each in expectation.without if not _is_on(each, side)]
    if not turned:
        same = all(each.level is expectation.level for each in expectation.without)
        what = "The answer is the same" if same else "The figure lies on the same side"
        if expectation.level not in DIFFERENT:
            what = "The answer is the same"
        return f"{what} whichever of these circumstances is left out."
    said = []
    for level in dict.fromkeys(each.level for each in turned):
        titles = [_title(each) for each in turned if each.level is level]
        said.append(f"without {listed(titles)} {WOULD_BE[level]}")
    which = "one circumstance" if len(turned) == 1 else "circumstances that can be left out"
    return f"The answer depends on {which}: {'; '.join(said)}."


def _is_on(without: Without, side: int) -> bool:
    return without.level is not Level.CANNOT_SAY and _side_of(without.level) == side


def _title(without: Without) -> str:
    title = without.variable.title
    return f"“{title}”"
