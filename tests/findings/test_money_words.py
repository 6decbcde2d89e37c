"""Money in words: what a treasurer and a councillor read."""

import datetime
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "money"))

from small_books import SPENDING, prices

from brightfutures.catalogue import Break, load_catalogue
from brightfutures.catalogue.spending import Prevention
from brightfutures.findings.grant_words import grant_sentence
from brightfutures.findings.overspend_words import (
    WHAT_IT_IS,
    how_usual_sentence,
    lines_sentence,
    overspend_sentence,
)
from brightfutures.findings.pounds_words import large_pounds, share_words, whole_pounds
from brightfutures.findings.prevention_words import (
    fifths_sentence,
    for_each_child_sentence,
    lines_either_way,
    nought_sentence,
    prevention_over_time_sentence,
    prevention_sentence,
)
from brightfutures.findings.spend_spread_words import (
    innermost_sentence,
    left_out_sentence,
    sector_sentence,
    spread_sentence,
)
from brightfutures.findings.spend_words import (
    ONE_IS_WRONG,
    beside_sentence,
    few_children_sentence,
    gap_sentence,
    other_return_sentence,
    over_time_sentence,
    prices_sentence,
    returns_apart_sentence,
    spend_sentence,
)
from brightfutures.money.grants import grant_of_year
from brightfutures.money.judged import Judged
from brightfutures.money.other_return import OtherReturn
from brightfutures.money.overspend import HowUsual, Overspend
from brightfutures.money.per_child import (
    PerChild,
    SpendOfYear,
    per_child,
    per_child_together,
)
from brightfutures.money.prevention import RULES, PreventionYear, Unread
from brightfutures.money.prevention_book import PreventionForEachChild
from brightfutures.money.prevention_fifths import PreventionFifth
from brightfutures.money.prices import Prices
from brightfutures.money.sector_figure import SECTOR_FIGURE
from brightfutures.money.spread import spread_of
from brightfutures.quantities import Missing, Reason, Value

PRICES = prices(y2014=80, y2023=100, y2024=100)
NOT_RETURNED = Missing((Reason.NOT_RETURNED,))
LINE = SPENDING.lines["children_looked_after"]


def spent(pounds: Value, period: str = "2024-25", there: Prices = PRICES) -> PerChild:
    """So many pounds for each child, in prices of 2024-25."""
    spend = SpendOfYear(area="E06000001", period=period, pounds=pounds, children=1.0)
    return per_child(spend, there, "2024-25")


@pytest.mark.parametrize(
    ("pounds", "words"),
    [
        (8_833.736e6, "£8,833.7 million"),
        (1e6, "£1.0 million"),
        (999_600, "£1.0 million"),
        (850_400, "£850,000"),
        (-41.26e6, "−£41.3 million"),
        (400, "£400"),
        (0, "£0"),
    ],
)
def test_large_pounds_are_said_in_millions_or_thousands(pounds: float, words: str):
    assert large_pounds(pounds) == words


def test_pounds_for_each_child_and_shares_are_whole():
    assert whole_pounds(1_213.5) == "£1,214"
    assert whole_pounds(-3.2) == "−£3"
    assert share_words(0.244) == "24%"
    assert share_words(0.004) == "under 1%"
    assert share_words(0.0) == "0%"
    assert share_words(0.2444, 1) == "24.4%"


def test_a_years_spend_for_each_child_is_one_sentence():
    assert (
        spend_sentence("Essex", spent(1_214.2)) == "In 2024-25 Essex spent £1,214 for each child."
    )
    assert (
        spend_sentence("Isle of Wight", spent(96.0, "2014-15"), on="family support")
        == "In 2014-15 the Isle of Wight spent £120 on family support for each child, in prices of "
        "2024-25."
    )


def test_without_an_index_cash_is_told_and_why():
    said = spend_sentence("Essex", spent(96.0, "2011-12"))

    assert said.startswith("In 2011-12 Essex spent £96 for each child. No index of prices")
    assert said.endswith("these are pounds of 2011-12, as spent.")


def test_a_return_that_did_not_come_is_said_and_is_not_nought():
    said = spend_sentence("Birmingham", spent(NOT_RETURNED))

    assert said == (
        "There is no figure of what Birmingham spent for each child in 2024-25. The council "
        "returned no figure in time for it to be published."
    )


def together(*pounds: Value) -> PerChild:
    spends = [
        SpendOfYear(area=f"c{place}", period="2024-25", pounds=value, children=1.0)
        for place, value in enumerate(pounds)
    ]
    return per_child_together(spends, PRICES, "2024-25")


def test_similar_councils_stand_beside_it_with_those_left_out_named():
    names = {"c0": "Ash", "c1": "Beech", "c2": "City of Cedar"}

    assert (
        beside_sentence(together(1_300.0, 1_400.0), names)
        == "Two similar councils taken together spent £1,350."
    )
    assert (
        beside_sentence(together(1_300.0, 1_400.0, NOT_RETURNED), names)
        == "Two similar councils taken together spent £1,350. There is no figure for the City of "
        "Cedar."
    )
    assert (
        beside_sentence(together(1_300.0, NOT_RETURNED), names)
        == "The one of similar councils with a figure spent £1,300. There is no figure for Beech."
    )
    assert beside_sentence(together(NOT_RETURNED), names).startswith(
        "There is no figure for 2024-25"
    )


def test_the_only_council_beside_that_has_a_figure_is_named():
    cedar = {"c0": "City of Cedar"}

    assert beside_sentence(together(1_300.0), cedar) == "The City of Cedar spent £1,300."
    assert beside_sentence(together(1_300.0, NOT_RETURNED), {**cedar, "c1": "Beech"}) == (
        "The City of Cedar spent £1,300. There is no figure for Beech."
    )


def test_a_gap_is_what_a_reader_works_out_from_the_two_figures_printed():
    assert gap_sentence(spent(816.4), spent(950.6)) == "That is £135 less for each child, or 14%."
    assert gap_sentence(spent(950.6), spent(816.4)) == "That is £135 more for each child, or 17%."
    assert gap_sentence(spent(816.4), spent(815.7)) == "That is as much as similar councils spent."
    assert gap_sentence(spent(NOT_RETURNED), spent(816.0)) == ""


def test_what_was_spent_then_is_told_in_the_prices_of_now():
    assert over_time_sentence(spent(80.0, "2014-15"), spent(150.0), ()) == (
        "It was £100 in 2014-15, in prices of 2024-25: a rise of £50 for each child beyond prices, "
        "or 50%."
    )
    assert "a fall of £10" in over_time_sentence(spent(80.0, "2014-15"), spent(90.0), ())
    assert over_time_sentence(spent(80.0, "2014-15"), spent(100.0), ()).endswith(
        "the same, beyond prices."
    )


def test_no_change_is_told_across_a_break_or_without_a_figure_or_an_index():
    broken = (Break(period="2014-15", sentence="From 2014-15 more is counted."),)

    assert over_time_sentence(spent(80.0, "2014-15"), spent(150.0), broken) == (
        "Spending in 2024-25 is not set beside that in 2014-15: from 2014-15 more is counted."
    )
    assert over_time_sentence(spent(NOT_RETURNED, "2014-15"), spent(150.0), ()).startswith(
        "There is no figure for 2014-15."
    )
    assert over_time_sentence(spent(80.0, "2011-12"), spent(150.0), ()).startswith(
        "No index of prices is loaded for 2011-12"
    )


def test_prices_say_whose_they_are():
    assert prices_sentence(PRICES, "2014-15", "2024-25").endswith(
        "Office for National Statistics)."
    )
    assert prices_sentence(PRICES, "2011-12", "2024-25").endswith("a year of them is missing.")


def councils(count: int) -> tuple[dict[str, float], dict[str, float]]:
    codes = [f"c{place:02d}" for place in range(1, count + 1)]
    return {code: 100.0 * place for place, code in enumerate(codes, 1)}, dict.fromkeys(codes, 9e4)


def test_the_spread_is_told_by_the_ten_at_either_end():
    spread = spread_of(*councils(50))

    assert spread_sentence(spread, "2024-25") == (
        "In 2024-25 the ten that spent least for each child spent £550 on average, and the ten "
        "that spent most £4,550: 8.3 times as much."
    )
    assert innermost_sentence(spread) == (
        "Each of the ten lowest spent £1,000 or less, and each of the ten highest £4,100 or more."
    )


def test_among_councils_judged_good_the_day_of_the_judgements_is_said():
    figures, children = councils(50)
    judged = Judged(
        day=datetime.date(2017, 12, 31),
        good_or_outstanding=frozenset(figures),
        judged=frozenset(figures),
    )

    assert spread_sentence(spread_of(figures, children), "2015-16", judged) == (
        "Of the 50 councils whose newest overall judgement on 31 December 2017 was good or "
        "outstanding, the ten that spent least for each child spent £550 on average in 2015-16, "
        "and the ten that spent most £4,550: 8.3 times as much."
    )
    few = spread_sentence(spread_of(figures, children, among=["c01"]), "2015-16", judged)
    assert few.endswith(
        "1 has a figure for 2015-16: too few to speak of the ten at either end, "
        "for which we ask for 40."
    )
    assert innermost_sentence(spread_of(figures, children, among=["c01"])) == ""


def test_the_smallest_councils_are_named_where_they_are_left_out():
    figures, children = councils(50)
    children["c01"] = 300.0
    names = {"c01": "Isles of Scilly"}

    assert left_out_sentence(spread_of(figures, children), names) == (
        "The Isles of Scilly is left out: so few children live there that one placement moves the "
        "figure."
    )
    assert left_out_sentence(spread_of(*councils(50)), names) == ""


def test_the_sectors_figure_stands_beside_the_nearest_reading_with_how_it_is_counted():
    said = sector_sentence(SECTOR_FIGURE, spread_of(*councils(50)))

    assert "each spent under £585 for each child" in said
    assert "come nearest with £1,000 and £4,100" in said
    assert "section 251 return" in said
    assert "30 June 2017" in said


def overspend(budget: Value, outturn: Value) -> Overspend:
    return Overspend(line=LINE.id, period="2017-18", budget_pounds=budget, outturn_pounds=outturn)


@pytest.mark.parametrize(
    ("budget", "outturn", "said"),
    [
        (
            100e6,
            110e6,
            "In 2017-18 Essex spent £10.0 million more than its budget on children looked after: "
            "£110.0 million against £100.0 million, or 10% more.",
        ),
        (
            100e6,
            98e6,
            "In 2017-18 Essex spent £2.0 million less than its budget on children looked after: "
            "£98.0 million against £100.0 million, or 2% less.",
        ),
        (
            100_000.0,
            970_000.0,
            "In 2017-18 Essex spent £870,000 more than its budget on children looked after: "
            "£970,000 against £100,000, or 9.7 times as much.",
        ),
        (5e6, 5e6, "In 2017-18 Essex spent its budget on children looked after, £5.0 million."),
        (0.0, 0.0, "In 2017-18 Essex had no budget for children looked after, and spent nothing "
                   "on it."),
        (0.0, 2e6, "In 2017-18 Essex had no budget for children looked after, and spent £2.0 "
                   "million."),
        (
            5e6,
            NOT_RETURNED,
            "For 2017-18 there is no outturn of Essex on children looked after. The council "
            "returned no figure in time for it to be published.",
        ),
        (
            NOT_RETURNED,
            NOT_RETURNED,
            "For 2017-18 there is no budget and no outturn of Essex on children looked after. The "
            "council returned no figure in time for it to be published.",
        ),
    ],
)  # fmt: skip
def test_an_overspend_is_told_in_pounds_and_as_a_share(budget: Value, outturn: Value, said: str):
    assert overspend_sentence("Essex", overspend(budget, outturn), LINE) == said


def test_how_usual_it_was_places_the_council():
    usual = HowUsual(line="x", period="2017-18", councils=152, over=133, middle_share=0.0995)

    assert how_usual_sentence(usual) == (
        "In that year 133 of 152 councils spent more than their budget on it (88%), and the one in "
        "the middle 10% more."
    )
    nobody = HowUsual(line="x", period="2017-18", councils=0, over=0, middle_share=None)
    assert "No council has both" in how_usual_sentence(nobody)
    level = HowUsual(line="x", period="2017-18", councils=3, over=1, middle_share=0.0)
    assert how_usual_sentence(level).endswith("and the one in the middle its budget.")


def test_the_lines_with_most_over_and_most_left_are_named():
    lines = [
        Overspend(line=name, period="2017-18", budget_pounds=10e6, outturn_pounds=outturn)
        for name, outturn in (
            ("children_looked_after", 14e6),
            ("family_support", 9e6),
            ("youth_justice", 10e6),
        )
    ]

    assert lines_sentence(lines, SPENDING.lines) == (
        "Of its lines, the most over its budget was spent on children looked after (£4.0 million), "
        "and the most was left of the budget for family support (£1.0 million)."
    )
    assert lines_sentence(lines[2:], SPENDING.lines) == ""


def test_an_overspend_is_a_full_count_and_says_so():
    assert "no range" in WHAT_IT_IS
    assert "not a sample" in WHAT_IT_IS


def prevention(
    *shares: float, period: str = "2024-25", unread: Unread | None = None
) -> PreventionYear:
    known: list[Value] = [100e6 * share for share in shares]
    unknown: list[Value] = [Missing((Reason.UNRELIABLE if unread else Reason.NOT_RETURNED,))] * 3
    return PreventionYear(
        area="E06000001",
        period=period,
        total_pounds=100e6 if shares or unread else NOT_RETURNED,
        pounds=dict(zip(RULES, known or unknown, strict=True)),
        unread=unread,
    )


def test_prevention_is_a_range_with_the_rule_in_the_middle():
    assert prevention_sentence("Essex", prevention(0.07, 0.19, 0.24)) == (
        "In 2024-25 between 7% and 24% of what Essex spent on children’s social care was "
        "prevention, as strictly or as broadly as one counts it; 19% by the rule in the middle."
    )
    assert "under each of three rules" in prevention_sentence("Essex", prevention(0.2, 0.2, 0.2))


def test_where_prevention_cannot_be_told_the_reason_is_ours_or_the_publishers():
    assert prevention_sentence("Essex", prevention()).endswith(
        "cannot be told. The council returned no figure in time for it to be published."
    )
    ours = prevention_sentence("Essex", prevention(unread=Unread.CARE_BOOKED_ELSEWHERE))
    assert "what care there is stands on other lines" in ours
    assert "publisher" not in ours


def test_the_way_of_prevention_is_told_for_each_rule():
    then = prevention(0.14, 0.26, 0.34, period="2014-15")

    assert prevention_over_time_sentence([then, prevention(), prevention(0.07, 0.19, 0.24)]) == (
        "In 2014-15 it was between 14% and 34%, and in 2024-25 it was lower under every rule."
    )
    assert prevention_over_time_sentence([then, prevention(0.07, 0.26, 0.4)]).endswith(
        "in 2024-25 it was lower under the strict rule, the same under the middle rule and higher "
        "under the broad rule."
    )
    assert prevention_over_time_sentence([then, prevention()]) == ""


def test_pounds_of_prevention_for_each_child_stand_beside_all_else():
    def year(period: str, middle: Value, rest: Value) -> PreventionForEachChild:
        by_rule = {rule: spent(middle, period) for rule in RULES}
        return PreventionForEachChild(period=period, by_rule=by_rule, rest=spent(rest, period))

    then, now = year("2014-15", 80.0, 400.0), year("2024-25", 90.0, 700.0)

    assert for_each_child_sentence(then, now) == (
        "In prices of 2024-25, prevention by the middle rule was £100 for each child in 2014-15 "
        "and £90 in 2024-25; what no rule counts was £500 and £700."
    )
    assert for_each_child_sentence(year("2014-15", NOT_RETURNED, 1.0), now) == ""
    assert for_each_child_sentence(year("2011-12", 1.0, 1.0), now) == ""


def test_lines_told_at_nought_are_named():
    lines = [SPENDING.lines["sure_start_and_early_years"], SPENDING.lines["youth_justice"]]

    assert nought_sentence("Essex", lines, "2024-25") == (
        "In 2024-25 Essex tells no spending on sure start and early years, and youth justice. What "
        "it spends on those may stand on other lines, or with another service such as public "
        "health, and then the shares do not hold it."
    )
    assert nought_sentence("Essex", lines, "2024-25", [15.2e6, 6.6e6]).startswith(
        "In 2024-25 Essex tells no spending on sure start and early years, and youth justice, "
        "though its section 251 return tells £15.2 million and £6.6 million. What it spends"
    )
    for not_told in ([0.0, 0.0], [15.2e6, NOT_RETURNED], []):
        assert "section 251" not in nought_sentence("Essex", lines, "2024-25", not_told)
    assert "What it spends on that may" in nought_sentence("Essex", lines[:1], "2024-25")
    assert nought_sentence("Essex", [], "2024-25") == ""


def test_lines_that_could_count_either_way_say_which_rules_count_them_and_why():
    lines = load_catalogue().spend_lines
    found = lines_either_way(lines.values())

    assert {one.line for one in found} == {
        name for name, line in lines.items() if line.ambiguous_because
    }
    rules = [*RULES, None]
    assert [rules.index(one.narrowest) for one in found] == sorted(
        rules.index(one.narrowest) for one in found
    )
    said = {one.title: one.sentence for one in found}
    assert said["Youth justice"] == (
        "Only the broad rule counts it. Youth offending teams also work with children who have not "
        "offended, but most of the line answers to an offence or an order of a court."
    )
    assert said["Safeguarding and social work"].startswith("No rule counts it. Social work can")


def test_fifths_are_told_most_deprived_first_and_in_the_prices_of_now():
    fifths = [
        PreventionFifth(
            place=place,
            period="2014-15",
            councils=30,
            not_read=(),
            total_pounds=1e9,
            pounds={
                Prevention.STRICT: 0.07e9,
                Prevention.MIDDLE: 0.2e9,
                Prevention.BROAD: 0.24e9 + place * 0.01e9,
            },
            children=1e6,
        )
        for place in range(1, 6)
    ]

    each = [
        PreventionForEachChild(
            period="2014-15",
            by_rule=dict.fromkeys(RULES, spent(pounds, "2014-15")),
            rest=spent(1.0, "2014-15"),
        )
        for pounds in (200.0, 0.0, 0.0, 0.0, 160.0)
    ]

    assert fifths_sentence(fifths, each) == (
        "In 2014-15 prevention was 7% to 25% of spending in the fifth of councils that is most "
        "deprived, and 7% to 29% in the fifth that is least. By the middle rule that is £250 and "
        "£200 for each child, in prices of 2024-25."
    )
    assert fifths_sentence([], []) == ""


def test_the_grant_is_told_in_cash_and_in_the_prices_of_now():
    there = prices(y2011=50, y2012=50, y2024=100)
    grants = [
        grant_of_year("early_intervention_grant", period, pounds, there, "2024-25")
        for period, pounds in (("2011-12", 44.9e6), ("2012-13", 49e6))
    ]

    assert grant_sentence("Essex", grants) == (
        "The Early Intervention Grant brought Essex £44.9 million in 2011-12 and £49.0 million in "
        "2012-13 (£89.8 million and £98.0 million in prices of 2024-25). The returns name no grant "
        "for early help after it."
    )
    later = grant_of_year("troubled_families_grant", "2013-14", 1.2e6, there, "2024-25")
    assert grant_sentence("Essex", [*grants, later]).endswith(
        "After it the returns name for early help only the Troubled Families grants: £1.2 million "
        "in 2013-14."
    )
    assert grant_sentence("Essex", []) == "The returns tell no Early Intervention Grant of Essex."


def test_a_year_that_the_outturn_lacks_is_told_from_the_other_return():
    told = section_251(370.9e6, children=10_000.0)

    assert other_return_sentence(told) == (
        "In 2024-25 its section 251 return, which books some costs otherwise, tells £370.9 million "
        "before income, or £37,090 for each child."
    )
    for nobody in (section_251(2e6), section_251(2e6, children=0.0)):
        assert other_return_sentence(nobody).endswith("tells £2.0 million before income.")
    assert other_return_sentence(section_251(NOT_RETURNED)) == ""
    assert other_return_sentence(section_251(2e6, far_apart=True)).endswith(ONE_IS_WRONG)


def test_two_returns_of_a_year_that_are_far_apart_are_said_to_be():
    assert returns_apart_sentence(section_251(95.8e6, far_apart=True)) == (
        "Its section 251 return of 2024-25 tells £95.8 million before income. The two are so far "
        "apart that one of them is likely to be wrong."
    )
    assert returns_apart_sentence(section_251(95.8e6)) == ""
    assert returns_apart_sentence(section_251(NOT_RETURNED)) == ""


def section_251(
    pounds: Value, *, far_apart: bool = False, children: Value = NOT_RETURNED
) -> OtherReturn:
    return OtherReturn(period="2024-25", pounds=pounds, far_apart=far_apart, children=children)


def test_where_few_children_live_one_placement_is_said_to_move_the_figure():
    assert few_children_sentence(847.0) == (
        "About 850 children live here, so one placement moves the figure."
    )
    assert few_children_sentence(8_000.0) == ""
    assert few_children_sentence(NOT_RETURNED) == ""
