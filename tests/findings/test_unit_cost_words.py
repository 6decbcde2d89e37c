"""Weekly costs in words: what they say, what they never say, and how they read without a figure."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "money"))

from placement_years import NOT_RETURNED, UNAVAILABLE, WITHHELD, placement_year

from brightfutures.findings.no_cost_words import short_why_no_cost, without_cost_sentence
from brightfutures.findings.provider_cost_words import (
    UNLIKE_NEEDS,
    england_by_provider_sentences,
    newest_by_provider_sentence,
)
from brightfutures.findings.unit_cost_words import (
    HOW_WORKED_OUT,
    NOT_AT_ONCE,
    NOT_TESTED,
    OF_A_WEEK,
    WHAT_IS_COUNTED,
    beside_cost_sentence,
    cost_gap_sentence,
    cost_sentence,
    one_placement_sentence,
    printed_sentence,
    printed_year_sentence,
)
from brightfutures.money.placement_kinds import (
    BOUGHT,
    FOSTERING,
    OWN,
    PLACEMENT_KINDS,
    RESIDENTIAL,
)
from brightfutures.money.unit_cost import (
    PlacementYear,
    UnitCost,
    unit_cost,
    unit_cost_together,
)
from brightfutures.quantities import Missing, Reason, Value


def year(
    pounds: Value, children: Value = 20.0, printed: Value = UNAVAILABLE, area: str = "A"
) -> PlacementYear:
    return placement_year(pounds, children, printed, area=area, usual=7_000.0)


def cost(pounds: Value, children: Value = 20.0, printed: Value = UNAVAILABLE) -> UnitCost:
    return unit_cost(RESIDENTIAL.id, "2024-25", year(pounds, children, printed))


def test_a_cost_is_told_with_its_range():
    assert cost_sentence("Isle of Wight", cost(7_300_000.0)) == (
        "In 2024-25 a week of residential care cost the Isle of Wight £7,000 for each child "
        "(likely between £6,184 and £7,924)."
    )


def test_without_a_return_the_reason_is_told():
    assert cost_sentence("Ash", cost(NOT_RETURNED)) == (
        "There is no cost of a week of residential care in Ash for 2024-25. No pounds on that "
        "line were returned for publication."
    )


def test_a_line_with_next_to_nothing_is_said_to_be_booked_elsewhere():
    assert "it is booked elsewhere" in cost_sentence("Ash", cost(5_000.0))


def test_councils_together_name_those_without_a_figure():
    together = unit_cost_together(
        RESIDENTIAL.id,
        "2024-25",
        [year(7_300_000.0, area="A"), year(7_300_000.0, area="B"), year(NOT_RETURNED, area="C")],
    )
    found = beside_cost_sentence(together, {"A": "Ash", "B": "Beech", "C": "City of Cedar"})

    assert found.startswith("Two similar councils taken together paid £7,000 a week (likely")
    assert found.endswith("There is no figure for the City of Cedar.")


def test_the_only_council_beside_that_has_a_cost_is_named():
    one = unit_cost_together(RESIDENTIAL.id, "2024-25", [year(7_300_000.0, area="C")])

    assert beside_cost_sentence(one, {"C": "City of Cedar"}).startswith(
        "The City of Cedar paid £7,000 a week (likely"
    )
    assert beside_cost_sentence(one, {}).startswith(
        "The one of similar councils with a figure paid £7,000 a week (likely"
    )


def test_a_gap_is_told_in_whole_pounds_as_they_are_printed():
    assert cost_gap_sentence(cost(73_000_000.0, 200.0), cost(65_700_000.0, 200.0)) == (
        "That is £700 a week more, or 11%."
    )
    assert cost_gap_sentence(cost(65_700_000.0, 200.0), cost(73_000_000.0, 200.0)) == (
        "That is £700 a week less, or 10%."
    )
    assert cost_gap_sentence(cost(7_300_000.0), cost(7_300_000.0)) == (
        "That is the same cost for a week."
    )
    assert cost_gap_sentence(cost(NOT_RETURNED), cost(7_300_000.0)) == ""


def test_a_gap_that_may_be_nought_is_not_told_as_more_or_less():
    said = "The two are £700 a week apart, or {}; which way they differ cannot be told."

    assert cost_gap_sentence(cost(7_300_000.0), cost(6_570_000.0)) == said.format("11%")
    assert cost_gap_sentence(cost(6_570_000.0), cost(7_300_000.0)) == said.format("10%")


def test_the_printed_cost_says_by_what_it_is_divided_and_how_far_off_it_is():
    found = printed_sentence(cost(7_300_000.0, printed=6_300.0), RESIDENTIAL)

    assert found.startswith(
        "The Department for Education prints £6,300 a week, by the days of care that children had "
        "in the year: 10% less."
    )
    assert "by the children of 31 March alone" in printed_sentence(
        cost(7_300_000.0, printed=6_300.0), FOSTERING
    )
    assert printed_sentence(cost(7_300_000.0, printed=7_020.0), RESIDENTIAL).endswith(
        "which is within 1% of this."
    )


def test_one_placement_is_said_to_be_an_average_and_not_a_saving():
    found = one_placement_sentence("Isle of Wight", cost(7_300_000.0))

    assert found.startswith(
        "For the Isle of Wight, at its own average, one residential placement fewer or more for "
        "a whole year is about £365,000 before income."
    )
    assert found.endswith(NOT_AT_ONCE)
    assert one_placement_sentence("Isle of Wight", cost(NOT_RETURNED)) == ""


def test_what_a_placement_is_worth_at_the_departments_cost_is_told_beside_ours():
    assert printed_year_sentence(cost(7_300_000.0, printed=6_900.0)) == (
        "At the department’s cost one residential placement for a whole year is about £360,000."
    )
    assert printed_year_sentence(cost(7_300_000.0)) == ""


def test_own_and_bought_placements_are_not_said_to_be_the_same_at_two_prices():
    both = {OWN: cost(7_300_000.0), BOUGHT: cost(6_570_000.0)}

    assert england_by_provider_sentences([both]) == (
        "In 2024-25 a week of residential care in England cost £7,000 with the councils "
        "themselves, and £6,300 bought from companies and charities (section 251 return). "
        f"{WHAT_IS_COUNTED[RESIDENTIAL.id]}",
        UNLIKE_NEEDS,
    )
    withheld = {OWN: cost(7_300_000.0, WITHHELD), BOUGHT: cost(6_570_000.0)}
    (alone,) = england_by_provider_sentences([withheld])
    assert (
        "What a week cost with the councils themselves cannot be worked out: £7.3 million was "
        "spent on it, but how many children lived so is withheld, all or a part, because it could "
        "point to a few children."
    ) in alone
    assert england_by_provider_sentences([withheld, both])[-1] == UNLIKE_NEEDS
    assert england_by_provider_sentences([{}]) == ()


def test_an_older_cost_by_provider_says_that_no_later_year_is_told():
    both = {OWN: cost(7_300_000.0), BOUGHT: cost(6_570_000.0)}

    assert newest_by_provider_sentence([both], "2024-25") == ""
    assert newest_by_provider_sentence([], "2024-25") == ""
    assert newest_by_provider_sentence([both], "2026-27").endswith("of any year after 2024-25.")


@pytest.mark.parametrize("kind", PLACEMENT_KINDS, ids=lambda kind: kind.id)
def test_every_kind_has_its_words(kind):
    assert kind.id in OF_A_WEEK
    assert WHAT_IS_COUNTED[kind.id].endswith(".")


def test_nothing_is_called_better_or_worse():
    said = " ".join(
        [
            HOW_WORKED_OUT,
            NOT_TESTED,
            *WHAT_IS_COUNTED.values(),
            cost_sentence("Ash", cost(7_300_000.0)),
            one_placement_sentence("A", cost(7_300_000.0)),
        ]
    ).lower()
    for word in ("better", "worse", "efficient", "value for money", "expensive", "saves"):
        assert word not in said


def test_where_the_department_publishes_no_number_of_children_that_is_why_there_is_no_cost():
    none = cost(77_000.0, children=Missing((Reason.NOT_APPLICABLE,)))

    assert cost_sentence("Isles of Scilly", none).endswith(
        "The department publishes no number of children in care here to divide by."
    )
    assert short_why_no_cost(none) == "not worked out"
    assert short_why_no_cost(cost(NOT_RETURNED)) == "not returned"
    assert short_why_no_cost(cost(77_000.0, children=WITHHELD)) == "withheld"
    assert short_why_no_cost(cost(7_300_000.0)) == ""


def test_kinds_without_a_weekly_cost_are_named_once_with_their_reason():
    told, silent = cost(7_300_000.0, printed=6_900.0), cost(NOT_RETURNED)
    said = without_cost_sentence("Ash", [(RESIDENTIAL, silent), (FOSTERING, silent)])

    assert said.startswith(
        "There is no weekly cost of residential care and fostering in Ash, and so none of one "
        "placement for a year. No pounds on those lines were returned for publication."
    )
    assert "year. No pounds on that line were" in without_cost_sentence(
        "Ash", [(FOSTERING, silent)]
    )
    assert without_cost_sentence("Ash", [(RESIDENTIAL, told)]) == ""
