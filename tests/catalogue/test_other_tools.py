"""What indicators are called in other tools: each measure claimed once, in the right unit."""

from brightfutures.catalogue import Catalogue, DashboardFigure, IndicatorKind

NOT_THE_SAME = (
    "placed_over_20_miles_percent",  # theirs leaves out homes inside the council's own area
    "care_leavers_19_to_21_activity_not_known_percent",  # theirs is of those not in touch
    "spend_per_child_in_care_pounds",  # theirs is for a week and rounded to 5 pounds
)


def test_more_than_fifty_indicators_have_the_interactive_tools_key(catalogue: Catalogue) -> None:
    keys = [one.lait_key for one in catalogue.indicators.values() if one.lait_key]
    assert len(keys) >= 50
    assert len(set(keys)) == len(keys)


def test_a_measure_that_only_looks_alike_is_not_claimed(catalogue: Catalogue) -> None:
    for one in NOT_THE_SAME:
        assert catalogue.indicators[one].lait_key is None, one


def test_the_dashboards_rows_are_claimed_once_and_in_its_own_words(catalogue: Catalogue) -> None:
    rows = [one.dashboard for one in catalogue.indicators.values() if one.dashboard]
    assert len(rows) == 62  # of 68: the rest are national only, counts of grades, or not held
    assert len({row.title for row in rows}) == len(rows)
    for row in rows:
        assert 0 <= row.decimal_places <= 1
        assert not row.title.endswith(".")


def test_only_a_count_over_a_base_is_rebuilt(catalogue: Catalogue) -> None:
    for one in catalogue.indicators.values():
        if one.dashboard and one.dashboard.figure is not DashboardFigure.PUBLISHED:
            assert one.kind in (IndicatorKind.RATE, IndicatorKind.RATIO), one.id
        if one.dashboard and one.dashboard.sums_counts:
            assert one.kind is IndicatorKind.RATE, one.id
