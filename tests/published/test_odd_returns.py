"""Returns that leave something out or that nothing bears out are told as what they are."""

import numpy as np
import pytest

from brightfutures.delivery.compare_money import money_rows
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.england_money import england_money_of
from brightfutures.delivery.framework import framework_of
from brightfutures.delivery.money import money_of
from brightfutures.delivery.page_inputs import indicator_view
from brightfutures.delivery.priorities import priorities_of
from brightfutures.delivery.region_money import money_of_region, region_money_said
from brightfutures.delivery.region_money_figures import region_figures
from brightfutures.delivery.regional import regions_of
from brightfutures.findings.gap_words import ADDS_UP
from brightfutures.findings.money_notes import ROUNDED
from brightfutures.findings.spend_words import ONE_IS_WRONG
from brightfutures.measures.similar import SIMILAR
from brightfutures.money.finance_returns import BEFORE_INCOME, SECTION_251
from brightfutures.money.other_return import FAR_APART, other_return
from brightfutures.money.prevention import TOTAL
from brightfutures.quantities import Missing, Reason

pytestmark = pytest.mark.published

YEARS = ("2022-23", "2023-24", "2024-25")


def test_harrows_total_without_care_heads_no_page_and_stands_beside_nobodys(edition: Edition):
    books, harrow = edition.books, edition.council("Harrow")
    assert books.per_child(harrow.code, "2023-24").missing == Missing((Reason.NOT_RETURNED,))
    assert books.panel.value_at(TOTAL, BEFORE_INCOME, harrow.code, "2023-24") == 32_798_000.0
    told = money_of(edition, harrow, period="2023-24")
    assert told.headline == "No figure of what Harrow spent for each child in 2023-24 is held"
    assert "which the ministry calls a simple omission. The £32.8 million" in " ".join(told.lead)
    year = next(one for one in told.money.prevention if one.period == "2023-24")
    assert isinstance(year.total_pounds, Missing)
    slough = money_of(edition, edition.council("Slough"), period="2023-24").money
    assert harrow.code not in slough.beside or harrow.code in dict(slough.theirs.left_out)


@pytest.mark.parametrize(
    "indicator",
    [
        "spend_per_child_pounds",
        "childrens_social_care_share_of_council_spend_percent",
        "not_looked_after_share_of_spend_percent",
        "spend_per_child_in_care_pounds",
    ],
)
def test_no_measure_is_made_of_a_total_that_lacks_care(edition: Edition, indicator: str):
    history = edition.measures.compare(indicator, edition.council("Harrow").code).history
    values = {cell.period: cell.value for cell in history}

    assert values["2023-24"] == Missing((Reason.NOT_RETURNED,))
    assert not isinstance(values["2022-23"], Missing)
    assert not isinstance(values["2024-25"], Missing)


def test_no_fall_of_harrows_is_told_to_or_from_the_year_that_lacks_care(edition: Edition):
    told = money_of(edition, edition.council("Harrow"))

    assert "2023-24" not in " ".join((*told.own_cuts, *told.over_time))


def test_a_line_that_stands_as_nought_because_its_total_was_not_broken_down_has_no_share(
    edition: Edition,
):
    share, places = "residential_care_share_of_spend_percent", edition.geography
    for name, years in {
        "Richmond upon Thames": ("2022-23", "2023-24"),
        "Kingston upon Thames": ("2022-23",),
        "North Yorkshire": ("2022-23",),
    }.items():
        code = next(area.code for area in places.councils() if area.name == name)
        values = {one.period: one.value for one in edition.measures.compare(share, code).history}
        assert all(isinstance(values[year], Missing) for year in years)


def test_cumberlands_only_return_is_headed_as_one_that_its_other_does_not_bear_out(
    edition: Edition,
):
    told = money_of(edition, edition.council("Cumberland"))
    assert told.headline == (
        "Cumberland sent no return for 2024-25; in 2023-24 it spent £1,572 more for each child "
        "than similar councils, which its other return contradicts"
    )
    assert ONE_IS_WRONG in " ".join(told.lead)


def test_an_old_figure_is_brought_forward_before_it_is_called_far_from_the_new(edition: Edition):
    birmingham = edition.council("Birmingham").code
    found = other_return(edition.books, birmingham, "2024-25", "2020-21")
    assert found.pounds == pytest.approx(370.9e6, rel=0.001)
    assert not found.far_apart


@pytest.mark.parametrize(
    ("council", "older", "newer"),
    [
        ("Birmingham", "£802 for each child in 2020-21", "£370.9 million before income, or £1,266"),
        ("Slough", "£1,180 for each child in 2023-24", "£46.1 million before income, or £987"),
        (
            "Cumberland",
            "£2,838 for each child in 2023-24",
            "£84.7 million before income, or £1,614",
        ),
    ],
)
def test_an_overview_without_an_outturn_of_the_year_tells_what_the_other_return_does(
    edition: Edition, council: str, older: str, newer: str
):
    spent = edition.health_check(edition.council(council), whole=False).what_is_spent.sentence
    assert older in spent
    assert newer in spent


def test_five_of_435_pairs_of_returns_of_one_year_are_far_apart(edition: Edition):
    books, other = edition.books, edition.books.panel_of(SECTION_251)
    names = {area.code: area.name for area in edition.geography.councils()}
    ratios = {}
    for period in YEARS:
        for code in names:
            one = books.panel.whole_at(TOTAL, BEFORE_INCOME, code, period)
            two = other.value_at(TOTAL, BEFORE_INCOME, code, period)
            if not isinstance(one, Missing) and not isinstance(two, Missing):
                ratios[names[code], period] = float(np.exp(abs(np.log(one / two))))
    apart = {name for (name, _), ratio in ratios.items() if ratio >= FAR_APART}
    assert len([one for one in ratios.values() if one >= FAR_APART]) == 5
    assert apart == {"Isles of Scilly", "Nottingham", "Liverpool"}
    assert 430 <= len(ratios) <= 440


def test_liverpool_is_told_that_its_two_returns_of_the_year_cannot_both_be_right(
    edition: Edition,
):
    lead = " ".join(money_of(edition, edition.council("Liverpool")).lead)
    assert "Its section 251 return of 2024-25 tells £95.8 million before income." in lead
    assert ONE_IS_WRONG in lead


def test_liverpool_and_the_isles_of_scilly_are_so_told_beside_others(edition: Edition):
    names = ["Liverpool", "Isles of Scilly", "Manchester", "Birmingham"]
    spend = money_rows(edition, [edition.council(name) for name in names])[0]
    notes = dict(zip(names, (cell.note for cell in spend.cells), strict=True))

    assert notes["Liverpool"] == (
        f"Its section 251 return of 2024-25 tells £95.8 million before income. {ONE_IS_WRONG}"
    )
    assert ONE_IS_WRONG in notes["Isles of Scilly"]
    assert notes["Manchester"] == ""
    assert ONE_IS_WRONG not in notes["Birmingham"]  # it returned no figure to be contradicted


def test_regions_name_the_councils_whose_other_return_contradicts_their_figure(edition: Edition):
    found = {region: money_of_region(edition, region) for region in regions_of(edition)}
    said = {
        region.name: " ".join(region_money_said(edition, region, money))
        for region, money in found.items()
        if money is not None
    }

    assert {name for name, words in said.items() if "contradicted by" in words} == {
        "North West",
        "South West",
    }
    assert "The figure of Liverpool is contradicted by its section 251 return" in said["North West"]
    assert "The figure of the Isles of Scilly is contradicted" in said["South West"]
    ((north_west, money),) = (
        (one, each) for one, each in found.items() if one.name == "North West"
    )
    assert money is not None
    figures = region_figures(edition, north_west, money)
    noted = {one.area.name for one in figures if ONE_IS_WRONG in one.note}
    assert noted == {"Liverpool"}


def test_all_englands_page_says_whose_figure_of_those_at_either_end_is_contradicted(
    edition: Edition,
):
    said = england_money_of(edition).spread

    assert (
        "The figure of Liverpool is contradicted by its section 251 return: one of the two is "
        "likely to be wrong."
    ) in said
    # The Isles of Scilly have too few children to stand at either end.
    assert " ".join(said).count("contradicted") == 1


def test_the_overview_says_what_the_page_about_money_says_of_returns_that_contradict_each_other(
    edition: Edition,
):
    def contradicted(sentence: str) -> bool:
        return "which its other return contradicts" in sentence

    said = {
        area.name: (
            contradicted(edition.health_check(area, whole=False).what_is_spent.sentence),
            contradicted(money_of(edition, area).headline),
        )
        for area in edition.geography.councils()
    }
    assert {name for name, (overview, _) in said.items() if overview} == {
        "Cumberland",
        "Isles of Scilly",
        "Liverpool",
    }
    assert all(overview == money for overview, money in said.values())


@pytest.mark.parametrize(("council", "by_its_figures"), [("Hartlepool", True), ("Essex", False)])
def test_that_parts_are_rounded_is_told_once(edition: Edition, council: str, by_its_figures: bool):
    """By how much, where the parts as shown miss the gap as shown; else in general."""
    told = money_of(edition, edition.council(council))
    assert any(gap.rounded for gap in told.gaps) is by_its_figures
    assert (ROUNDED in " ".join(told.notes)) is not by_its_figures
    assert ADDS_UP in " ".join(told.notes)


@pytest.mark.parametrize(
    ("council", "indicator", "said"),
    [
        ("Liverpool", "spend_per_child_pounds", "Its section 251 return of 2024-25 tells £95.8"),
        ("Isles of Scilly", "spend_per_child_pounds", "Its section 251 return of 2024-25 tells"),
        ("Cumberland", "spend_per_child_pounds", "In 2024-25 its section 251 return, which books"),
        ("Liverpool", "family_support_spend_per_child_pounds", "It rests on the revenue outturn"),
        ("Liverpool", "spend_per_child_in_care_pounds", "It rests on the revenue outturn"),
        ("Cumberland", "family_support_spend_per_child_pounds", "It rests on the revenue outturn"),
        ("Liverpool", "children_looked_after_rate", ""),
        ("Essex", "spend_per_child_pounds", ""),
    ],
)
def test_a_measure_of_spending_says_where_the_two_returns_do_not_agree(
    edition: Edition, council: str, indicator: str, said: str
):
    area = edition.council(council)
    comparison = edition.compared(indicator, area.code, SIMILAR)
    notes = indicator_view(edition, area, comparison).area_notes
    found = [note for note in notes if "section 251" in note]
    if not said:
        assert not found
    else:
        assert found[0].startswith(said)
        assert found[0].endswith(ONE_IS_WRONG)


def test_priorities_and_framework_say_so_where_they_tell_of_spending(edition: Edition):
    for name, contradicted in (("Liverpool", True), ("Essex", False)):
        area = edition.council(name)
        spent = [
            said.sentence
            for section in (*priorities_of(edition, area).sections,)
            for said in section.says
            if said.sentence.startswith("Spending was £")
        ]
        told = [
            said.sentence
            for outcome in framework_of(edition, area).outcomes
            for said in outcome.found
            if said.sentence.startswith("As published, ")
        ]
        assert len(spent) == len(told) == 1
        assert all((ONE_IS_WRONG in sentence) is contradicted for sentence in (*spent, *told))
