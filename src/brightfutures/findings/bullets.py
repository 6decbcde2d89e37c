"""The three bullets under the headline: where it comes from, what is spent, what to ask first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from brightfutures.catalogue import Catalogue, Indicator
from brightfutures.findings.companions import rests_on_unaccompanied_children
from brightfutures.findings.comparison_words import whom_of
from brightfutures.findings.figures import (
    counted,
    figure,
    listed,
    missing_sentences,
    missing_words,
)
from brightfutures.findings.finding import Certainty, Evidence, Finding
from brightfutures.findings.money_headline import NOT_BORNE_OUT, gap_clause
from brightfutures.findings.spend_words import other_return_sentence, returns_apart_sentence
from brightfutures.findings.verdict_words import level_words, others_of
from brightfutures.measures.results import Comparison, Level, Why
from brightfutures.money.gap_result import GapSplit
from brightfutures.money.other_return import OtherReturn
from brightfutures.quantities import Missing, Reason

FLOW_INTO_AND_OUT_OF_CARE: tuple[tuple[str, str], ...] = (
    ("children_starting_to_be_looked_after_rate", "came into care"),
    ("children_leaving_care_in_the_year_percent", "of those in care left within the year"),
    ("children_ceasing_to_be_looked_after_rate", "left care"),
)
"""Entries, stays (how many of those in care leave within the year) and exits, after a number."""

SPENDING = "spend_per_child_pounds"
ABOUT_UNACCOMPANIED = "unaccompanied_children_support"
NOBODY = "No other council took over from it."


def compared_with(comparison: Comparison) -> float | None:
    """The figure the verdict compares with: the similar councils' mean, or England's."""
    if comparison.verdict.against == "england" or comparison.similar is None:
        england = comparison.england
        if england is None or isinstance(england.value, Missing):
            return None
        return england.value
    return comparison.similar.mean


def where_it_comes_from(
    indicators: Mapping[str, Indicator], comparisons: Mapping[str, Comparison]
) -> Finding:
    """Entries, stays and exits beside similar councils, each with its verdict."""
    parts: list[str] = []
    evidence: list[Evidence] = []
    for name, words in FLOW_INTO_AND_OUT_OF_CARE:
        comparison = comparisons.get(name)
        if comparison is None or isinstance(comparison.here.value, Missing):
            continue
        parts.append(_flow_part(indicators[name], comparison, words))
        evidence.append(Evidence(indicator=name, period=comparison.period))
    if not parts:
        return Finding(sentence=_no_flows(comparisons), certainty=Certainty.AS_PUBLISHED)
    return Finding(
        sentence=f"{'. '.join(parts)}.",
        certainty=Certainty.TESTED,
        evidence=tuple(evidence),
    )


def _no_flows(comparisons: Mapping[str, Comparison]) -> str:
    sentence = "There are no figures for children coming into and leaving care."
    values = [
        comparisons[name].here.value for name, _ in FLOW_INTO_AND_OUT_OF_CARE if name in comparisons
    ]
    reasons = [missing_sentences(value) for value in values if isinstance(value, Missing)]
    return " ".join(dict.fromkeys([sentence, *reasons]))


def _flow_part(indicator: Indicator, comparison: Comparison, words: str) -> str:
    here = comparison.here.value
    assert not isinstance(here, Missing)
    if comparison.verdict.reason is Why.TOO_FEW_CHILDREN and comparison.here.numerator is not None:
        number = round(comparison.here.numerator)
        return f"{counted(number) if number else 'No child'} {words}, too few to compare"
    per = "" if indicator.unit == "%" else " per 10,000 children"
    reference = compared_with(comparison)
    beside = (
        ""
        if reference is None
        else f", against {figure(indicator, reference)} in {others_of(comparison)}"
    )
    verdict = (
        "cannot be tested"
        if comparison.verdict.level is Level.CANNOT_SAY
        else level_words(indicator, comparison.verdict).lower()
    )
    return f"{figure(indicator, here)}{per} {words}{beside} ({verdict})"


def what_is_spent(
    indicators: Mapping[str, Indicator],
    comparisons: Mapping[str, Comparison],
    split: GapSplit | None = None,
    other: OtherReturn | None = None,
) -> Finding:
    """Spending per child beside similar councils, which no count can test.

    With the `split` of the gap of the same year, what it is made of where that is clear: then the
    figure of similar councils is theirs taken together, which is what the gap is to. Where the
    council's `other` return of the newest year contradicts the figure, that is said instead; where
    there is no figure of that year, what the other return tells of it is said too.
    """
    comparison = comparisons.get(SPENDING)
    if comparison is None:
        return Finding(sentence="No spending figures are loaded.", certainty=Certainty.AS_PUBLISHED)
    indicator = indicators[SPENDING]
    evidence = (Evidence(indicator=SPENDING, period=comparison.period),)
    here = comparison.here
    if isinstance(here.value, Missing):
        return Finding(
            sentence=_spending_missing(indicator, comparison, here.value, other),
            certainty=Certainty.AS_PUBLISHED,
            evidence=evidence,
        )
    said = [f"{figure(indicator, here.value)} for each child aged 0 to 17 in {comparison.period}"]
    similar, england, beside = comparison.similar, comparison.england, []
    made_of = ""
    apart = _apart(other, comparison.period)
    if apart:
        said[0] += f", {NOT_BORNE_OUT}"
    elif split is not None and similar is not None:
        made_of = gap_clause(split, whom_of(comparison))
    if similar is not None and similar.mean is not None and not made_of:
        of = whom_of(comparison)
        averaged = "spent" if of.one else "averaged"
        beside.append(f"{of.first} {averaged} {figure(indicator, similar.mean)}")
    if england is not None and not isinstance(england.value, Missing):
        spent = "" if beside else "averaged "
        beside.append(f"England {spent}{figure(indicator, england.value)}")
    said += filter(None, [", and ".join(beside)])
    last = apart or made_of or "Spending is not a count of children, so there is no test."
    return Finding(
        sentence=f"{'. '.join(said)}. {last}",
        certainty=Certainty.AS_PUBLISHED,
        evidence=evidence,
    )


def _apart(other: OtherReturn | None, period: str) -> str:
    """That the other return of a year is far from the figure that is told; else nothing."""
    return returns_apart_sentence(other) if other is not None and other.period == period else ""


def _spending_missing(
    indicator: Indicator, comparison: Comparison, missing: Missing, other: OtherReturn | None
) -> str:
    """Why there is no figure, the newest there is, and what another return of the year tells."""
    if Reason.DID_NOT_EXIST in missing.reasons:
        return "The files that are loaded hold no spending of this council."
    late = Reason.NOT_RETURNED in missing.reasons
    gone = (
        f"The council’s revenue outturn for {comparison.period} did not arrive in time to be "
        "published"
        if late
        else f"The figure for {comparison.period} is {missing_words(missing)}"
    )
    of_year = other if other is not None and other.period == comparison.period else None
    newer = f" {other_return_sentence(of_year)}".rstrip() if of_year is not None else ""
    for cell in reversed(comparison.history):
        if not isinstance(cell.value, Missing):
            contradicted = f", {NOT_BORNE_OUT}" if _apart(other, comparison.period) else ""
            return (
                f"{gone}; the newest is {figure(indicator, cell.value)} for each child in "
                f"{cell.period}{contradicted}.{newer}"
            )
    return f"{gone}.{newer}"


def what_to_ask_first(
    catalogue: Catalogue, leading: Comparison, comparisons: Mapping[str, Comparison]
) -> Finding:
    """The first question that the leading measure raises.

    Where it has no figure here, that of the first measure of the child's journey that has. Where
    unaccompanied children make the difference the question is about them: none of them could have
    stayed at home here.
    """
    fixed_set = [entry.id for entry in catalogue.health_check_set() if entry.id in comparisons]
    in_turn = (leading, *(comparisons[name] for name in fixed_set))
    comparison = next(
        (entry for entry in in_turn if not isinstance(entry.here.value, Missing)), leading
    )
    name = comparison.indicator
    questions = catalogue.indicators[name].questions
    of_them = rests_on_unaccompanied_children(comparison, comparisons)
    question = catalogue.questions[ABOUT_UNACCOMPANIED if of_them else questions[0]].question
    return Finding(
        sentence=question,
        certainty=Certainty.QUESTION,
        evidence=(Evidence(indicator=name, period=comparison.period),),
        question=question,
    )


def whom_to_ask_now(successors: Sequence[str]) -> Finding:
    """In place of a question to a council that has ended: the names of those that took over."""
    over = f"{listed(successors)}, which took over from it." if successors else NOBODY
    return Finding(sentence=over, certainty=Certainty.AS_PUBLISHED)
