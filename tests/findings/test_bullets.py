"""The three bullets: flows with verdicts, spending without a test, and a question."""

from dataclasses import replace

import pytest
from hand_made import WITHHELD, catalogue, cell, comparison, indicator, similar, verdict

from brightfutures.catalogue import IndicatorKind, load_catalogue
from brightfutures.findings.bullets import (
    FLOW_INTO_AND_OUT_OF_CARE,
    SPENDING,
    compared_with,
    what_is_spent,
    what_to_ask_first,
    where_it_comes_from,
)
from brightfutures.findings.figures import period_words
from brightfutures.findings.finding import Certainty
from brightfutures.measures.results import Level, Why
from brightfutures.money.gap_result import Cause, Doubt, GapSplit, Part
from brightfutures.money.other_return import OtherReturn
from brightfutures.quantities import ENGLAND, Missing, Reason

FLOWS = {
    name: indicator(
        name, IndicatorKind.PROPORTION if name.endswith("percent") else IndicatorKind.RATE
    )
    for name, _ in FLOW_INTO_AND_OUT_OF_CARE
}
MONEY = {SPENDING: indicator(SPENDING, IndicatorKind.RATIO)}
NOT_RETURNED = Missing((Reason.NOT_RETURNED,))


def flows(*levels: Level):
    return {
        name: comparison(30.0, indicator=name, similar=similar(20.0), verdict=verdict(level))
        for (name, _), level in zip(FLOW_INTO_AND_OUT_OF_CARE, levels, strict=True)
    }


def test_entries_stays_and_exits_each_have_figure_comparison_and_verdict():
    finding = where_it_comes_from(
        FLOWS, flows(Level.HIGHER, Level.ABOUT_THE_SAME, Level.CANNOT_SAY)
    )

    entries, stays, exits = finding.sentence.split(". ")
    assert (
        entries == "30 per 10,000 children came into care, against 20 in similar councils (higher)"
    )
    assert stays == (
        "30% of those in care left within the year, against 20% in similar councils "
        "(no clear difference)"
    )
    assert "per 10,000" not in stays
    assert exits.endswith("(cannot be tested).")
    assert len(finding.evidence) == 3


def test_a_flow_that_is_missing_is_left_out_and_none_at_all_is_said():
    some = flows(Level.HIGHER, Level.HIGHER, Level.HIGHER)
    first = next(iter(some))
    some[first] = comparison(WITHHELD, indicator=first)

    assert "came into care" not in where_it_comes_from(FLOWS, some).sentence
    none = where_it_comes_from(FLOWS, {name: comparison(WITHHELD, indicator=name) for name in some})
    assert none.certainty is Certainty.AS_PUBLISHED
    assert none.sentence.startswith("There are no figures")
    assert none.sentence.count("withheld") == 1


def test_a_verdict_against_england_is_shown_beside_englands_figure():
    against = comparison(verdict=verdict(against="england"))
    alone = comparison(similar=None)
    nobody = comparison(similar=None, england=cell(WITHHELD, ENGLAND))

    assert [compared_with(entry) for entry in (comparison(), against, alone, nobody)] == [
        200.0, 250.0, 250.0, None,
    ]  # fmt: skip


def test_spending_stands_beside_others_and_says_there_is_no_test():
    finding = what_is_spent(MONEY, {SPENDING: comparison(indicator=SPENDING, period="2024-25")})

    assert finding.sentence == (
        "£300 for each child aged 0 to 17 in 2024-25. Similar councils averaged £200, and England "
        "£250. Spending is not a count of children, so there is no test."
    )
    assert finding.certainty is Certainty.AS_PUBLISHED


def test_a_gap_that_is_parted_is_to_the_one_figure_of_the_others_that_is_told():
    gap = GapSplit(
        council="E06000001",
        ours_per_child=300.0,
        theirs_per_child=190.0,
        mean_of_their_rates=200.0,
        parts=(
            Part(
                cause=Cause.NUMBER,
                pounds_per_child=110.0,
                low=100.0,
                high=120.0,
                doubt=Doubt(counts=1.0, similar_councils=1.0, need_model=1.0),
            ),
        ),
        in_remainder=(),
        comparators=("E06000002",),
        left_out=(),
    )
    spent = {SPENDING: comparison(indicator=SPENDING, period="2024-25")}

    assert what_is_spent(MONEY, spent, gap).sentence.startswith(
        "£300 for each child aged 0 to 17 in 2024-25. England averaged £250. Similar councils "
        "taken together spent £190. Here it is £110 more; the largest part is more children"
    )


def test_a_figure_that_the_other_return_contradicts_is_told_as_such_and_not_as_a_gap_in_parts():
    apart = OtherReturn(period="2024-25", pounds=95.8e6, far_apart=True)
    spent = {SPENDING: comparison(indicator=SPENDING, period="2024-25")}

    assert what_is_spent(MONEY, spent, None, apart).sentence == (
        "£300 for each child aged 0 to 17 in 2024-25, which its other return contradicts. Similar "
        "councils averaged £200, and England £250. Its section 251 return of 2024-25 tells £95.8 "
        "million before income. The two are so far apart that one of them is likely to be wrong."
    )
    near = replace(apart, far_apart=False)
    assert what_is_spent(MONEY, spent, None, near) == what_is_spent(MONEY, spent)


def test_an_older_figure_that_the_newest_other_return_contradicts_is_told_as_such():
    late = comparison(
        NOT_RETURNED,
        indicator=SPENDING,
        period="2024-25",
        history=(cell(280.0, period="2023-24"), cell(NOT_RETURNED, period="2024-25")),
    )
    apart = OtherReturn(period="2024-25", pounds=95.8e6, far_apart=True)

    assert what_is_spent(MONEY, {SPENDING: late}, None, apart).sentence.endswith(
        "for each child in 2023-24, which its other return contradicts. In 2024-25 its section 251 "
        "return, which books some costs otherwise, tells £95.8 million before income. The two are "
        "so far apart that one of them is likely to be wrong."
    )


@pytest.mark.parametrize("newest_that_came", ["2020-21", None])
def test_a_year_that_the_outturn_lacks_is_told_from_the_other_return_of_that_year(newest_that_came):
    late = comparison(
        NOT_RETURNED,
        indicator=SPENDING,
        period="2024-25",
        history=(
            *((cell(280.0, period=newest_that_came),) if newest_that_came else ()),
            cell(NOT_RETURNED, period="2024-25"),
        ),
    )
    newer = OtherReturn(period="2024-25", pounds=370.0e6, children=296_000.0)

    said = what_is_spent(MONEY, {SPENDING: late}, None, newer).sentence
    assert said.startswith("The council’s revenue outturn for 2024-25 did not arrive in time")
    assert ("£280 for each child in 2020-21." in said) is bool(newest_that_came)
    assert said.endswith(
        ". In 2024-25 its section 251 return, which books some costs otherwise, tells £370.0 "
        "million before income, or £1,250 for each child."
    )
    assert (
        "section 251"
        not in what_is_spent(
            MONEY, {SPENDING: late}, None, replace(newer, period="2023-24")
        ).sentence
    )


def test_a_spending_return_that_did_not_come_gives_the_newest_that_did():
    late = comparison(
        NOT_RETURNED,
        indicator=SPENDING,
        period="2024-25",
        history=(cell(280.0, period="2023-24"), cell(NOT_RETURNED, period="2024-25")),
    )
    sentence = what_is_spent(MONEY, {SPENDING: late}).sentence

    assert "2024-25" in sentence
    assert "£280" in sentence
    assert "2023-24" in sentence


def test_a_council_that_had_ended_is_not_said_to_have_kept_its_return_back():
    ended = comparison(
        Missing((Reason.DID_NOT_EXIST,)), indicator=SPENDING, period="2024-25", history=()
    )
    sentence = what_is_spent(MONEY, {SPENDING: ended}).sentence

    assert sentence == "The files that are loaded hold no spending of this council."


def test_the_question_is_the_first_that_the_headlines_indicator_raises():
    chosen = comparison(verdict=verdict(Level.HIGHER, Why.WITHIN_WOBBLE))
    finding = what_to_ask_first(catalogue(indicator()), chosen, {"visits_rate": chosen})

    assert finding.sentence == finding.question == "Who was visited?"
    assert finding.certainty is Certainty.QUESTION


def test_no_question_is_asked_of_children_who_are_not_there():
    care = indicator("children_looked_after_rate", questions=("care",))
    nobody = comparison(WITHHELD, indicator=care.id)
    finding = what_to_ask_first(
        catalogue(indicator(), care), nobody, {care.id: nobody, "visits_rate": comparison()}
    )

    assert finding.sentence == "Who was visited?"


def test_a_period_is_said_as_a_date():
    assert period_words(catalogue(indicator()), indicator(), "2025") == "at 31 March 2025"


def test_nobody_is_asked_what_would_have_kept_unaccompanied_children_at_home():
    known = load_catalogue()
    name = "children_starting_to_be_looked_after_rate"
    high = comparison(indicator=name, verdict=verdict(Level.HIGHER))
    without = comparison(
        indicator="children_starting_to_be_looked_after_without_unaccompanied_children_rate",
        verdict=verdict(Level.ABOUT_THE_SAME),
    )
    everything = {entry.id: comparison(indicator=entry.id) for entry in known.health_check_set()}
    everything[name] = high

    assert "stay at home" in what_to_ask_first(known, high, everything).sentence
    everything[without.indicator] = without
    assert "unaccompanied" in what_to_ask_first(known, high, everything).sentence


def test_measures_that_were_not_loaded_stop_no_question():
    name = "children_looked_after_rate"
    alone = {name: comparison(indicator=name)}

    assert what_to_ask_first(load_catalogue(), alone[name], alone).sentence.endswith("?")


def test_a_rate_that_rests_on_too_few_is_given_as_its_number():
    told = flows(Level.HIGHER, Level.ABOUT_THE_SAME, Level.CANNOT_SAY)
    name = FLOW_INTO_AND_OUT_OF_CARE[2][0]
    few = replace(
        told[name],
        here=replace(told[name].here, numerator=18.0),
        verdict=verdict(Level.CANNOT_SAY, Why.TOO_FEW_CHILDREN),
    )

    sentence = where_it_comes_from(FLOWS, {**told, name: few}).sentence

    assert sentence.endswith(". 18 left care, too few to compare.")
    nobody = replace(few, here=replace(few.here, numerator=0.0))
    assert "No child left care" in where_it_comes_from(FLOWS, {name: nobody}).sentence
