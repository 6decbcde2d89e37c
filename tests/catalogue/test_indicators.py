"""The set of indicators: what must be there, what is held, and the fixed health-check set."""

from brightfutures.catalogue import Catalogue, GoodDirection, IndicatorKind, Stage

ASKED_FOR = [
    "children_looked_after_rate",
    "children_starting_to_be_looked_after_rate",
    "children_starting_to_be_looked_after_without_unaccompanied_children_rate",
    "children_ceasing_to_be_looked_after_rate",
    "children_in_need_rate",
    "referrals_rate",
    "re_referrals_percent",
    "section_47_enquiries_rate",
    "initial_child_protection_conferences_rate",
    "child_protection_plans_rate",
    "repeat_child_protection_plans_percent",
    "child_protection_plans_over_two_years_percent",
    "three_or_more_placements_percent",
    "same_placement_two_years_percent",
    "placed_over_20_miles_percent",
    "unaccompanied_children_looked_after_rate",
    "care_leavers_17_to_18_education_employment_training_percent",
    "care_leavers_19_to_21_education_employment_training_percent",
    "care_leavers_19_to_21_suitable_accommodation_percent",
    "strengths_and_difficulties_score",
    "persistent_absence_children_in_need_percent",
    "attainment_8_children_looked_after",
    "social_worker_vacancy_percent",
    "social_worker_agency_percent",
    "social_worker_turnover_percent",
    "social_worker_caseload",
    "spend_per_child_pounds",
    "not_looked_after_share_of_spend_percent",
]

DEMAND_FUNNEL = [
    "referrals_rate",
    "children_in_need_episodes_started_rate",
    "section_47_enquiries_rate",
    "initial_child_protection_conferences_rate",
    "child_protection_plans_started_rate",
    "child_protection_plans_rate",
    "children_starting_to_be_looked_after_rate",
    "children_looked_after_rate",
]

CONTESTED = [
    "children_looked_after_rate",
    "children_starting_to_be_looked_after_rate",
    "child_protection_plans_rate",
    "repeat_child_protection_plans_percent",
    "re_referrals_percent",
    "spend_per_child_pounds",
    "not_looked_after_share_of_spend_percent",
    "section_47_enquiries_rate",
    "referrals_rate",
]


def test_the_indicators_that_were_asked_for_exist(catalogue: Catalogue) -> None:
    assert set(ASKED_FOR) - set(catalogue.indicators) == set()
    assert set(DEMAND_FUNNEL) - set(catalogue.indicators) == set()


def test_there_are_about_ninety(catalogue: Catalogue) -> None:
    assert 85 <= len(catalogue.indicators) <= 105


def test_they_come_in_the_order_of_the_childs_journey(catalogue: Catalogue) -> None:
    stages = [list(Stage).index(entry.stage) for entry in catalogue.indicators.values()]
    assert stages == sorted(stages)
    order = list(catalogue.indicators)
    places = [order.index(one) for one in DEMAND_FUNNEL[:4]]
    assert places == sorted(places)


def test_contested_ones_say_neither_way_is_good(catalogue: Catalogue) -> None:
    for one in CONTESTED:
        assert catalogue.indicators[one].good_direction is GoodDirection.NEITHER, one


def test_rates_of_all_children_use_the_middle_of_the_year_before(catalogue: Catalogue) -> None:
    for entry in catalogue.indicators.values():
        if entry.denominator == ("children_aged_0_to_17",):
            assert entry.denominator_lag == 1, entry.id
        else:
            assert entry.denominator_lag == 0, entry.id


def test_units_agree_with_what_they_are_per(catalogue: Catalogue) -> None:
    for entry in catalogue.indicators.values():
        if entry.unit == "%":
            assert entry.per == 100, entry.id
        elif entry.unit.startswith("per 10,000"):
            assert entry.per == 10_000, entry.id
        elif entry.unit == "per 100 enquiries":
            assert entry.per == 100, entry.id
        else:
            assert entry.per == 1, entry.id
        assert 0 <= entry.decimal_places <= 1, entry.id


def test_figures_that_cannot_be_tested_say_so(catalogue: Catalogue) -> None:
    for entry in catalogue.indicators.values():
        untestable = entry.kind in (IndicatorKind.FIGURE, IndicatorKind.RATIO)
        money = entry.stage is Stage.MONEY
        assert ("no_counts_published" in entry.warnings) == (untestable and not money), entry.id
        assert ("money_is_not_a_count" in entry.warnings) == money, entry.id


def test_full_time_equivalents_are_never_taken_for_people(catalogue: Catalogue) -> None:
    for entry in catalogue.indicators.values():
        units = {catalogue.series[one].unit for one in (*entry.numerator, *entry.denominator)}
        if any("full-time equivalent" in unit for unit in units):
            assert "counts_fte_not_people" in entry.warnings, entry.id


# What these set spending against, or what is divided, is held from 2022-23 only: every break in
# the other part is earlier than any year that can be shown.
_SINCE_THE_BREAK = {
    "childrens_social_care_share_of_council_spend_percent",
    "residential_care_share_of_spend_percent",
}


def test_breaks_are_warned_of(catalogue: Catalogue) -> None:
    for name in _SINCE_THE_BREAK:
        named = (*catalogue.indicators[name].numerator, *catalogue.indicators[name].denominator)
        for one in named:
            assert all(entry.period < "2022-23" for entry in catalogue.series[one].breaks), name
    for entry in catalogue.indicators.values():
        named = (*entry.numerator, *entry.denominator)
        broken = entry.id not in _SINCE_THE_BREAK and any(
            catalogue.series[one].breaks for one in named
        )
        warned = {"definition_changed", "pandemic"} & set(entry.warnings)
        assert not broken or warned, f"{entry.id} has a break that no warning names"
        assert broken or "definition_changed" not in entry.warnings, f"{entry.id} has no break"


def test_each_is_read_with_another_and_asked_about(catalogue: Catalogue) -> None:
    for entry in catalogue.indicators.values():
        assert entry.read_with, entry.id
        assert 1 <= len(entry.questions) <= 3, entry.id
        assert len(set(entry.questions)) == len(entry.questions), entry.id
        assert len(set(entry.warnings)) == len(entry.warnings), entry.id


def test_the_health_check_covers_every_stage_and_can_be_tested(catalogue: Catalogue) -> None:
    chosen = catalogue.health_check_set()
    assert 28 <= len(chosen) <= 33
    assert {entry.stage for entry in chosen} == set(Stage)
    for entry in chosen:
        # Spending has no counts anywhere; a health check that left it out would mislead.
        testable = entry.kind in (IndicatorKind.RATE, IndicatorKind.PROPORTION)
        assert testable or entry.stage is Stage.MONEY, entry.id


def test_only_tested_health_check_indicators_are_fit_for_the_headline(catalogue: Catalogue) -> None:
    headlines = [entry for entry in catalogue.indicators.values() if entry.headline]
    assert 6 <= len(headlines) <= 12
    for entry in headlines:
        assert entry.health_check, entry.id
        assert entry.kind in (IndicatorKind.RATE, IndicatorKind.PROPORTION), entry.id
        assert "older_than_the_rest" not in entry.warnings, entry.id


def test_pandemic_years_are_marked_where_the_warning_is_given(catalogue: Catalogue) -> None:
    for entry in catalogue.indicators.values():
        if "pandemic" in entry.warnings:
            assert entry.pandemic_periods, entry.id


def test_a_gap_that_matters_is_smaller_where_the_share_is_large(catalogue: Catalogue) -> None:
    # A tenth of nine in ten is nine points: far too much to call about the same.
    for entry in catalogue.indicators.values():
        assert 0 < entry.smallest_gap <= 0.1, entry.id
    nine_in_ten = catalogue.indicators["care_leavers_19_to_21_suitable_accommodation_percent"]
    assert nine_in_ten.smallest_gap <= 0.03


def test_every_stage_has_one_or_two_measures_on_the_first_pages(catalogue: Catalogue) -> None:
    first = [entry for entry in catalogue.indicators.values() if entry.overview]
    assert all(entry.health_check for entry in first)
    for stage in Stage:
        assert sum(entry.stage is stage for entry in first) in (1, 2), stage
