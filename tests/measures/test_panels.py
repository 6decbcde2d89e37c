import datetime
from dataclasses import replace

import pytest
from small_england import SmallEngland, indicator, small_geography

from brightfutures.catalogue import Break, IndicatorKind
from brightfutures.quantities import ENGLAND, Area, AreaKind, Missing, PeriodKind, Reason


def an_england(**changes: object) -> SmallEngland:
    england = SmallEngland(geography=small_geography(4, 2), indicators=[indicator("care")])
    england.tables["care_count"] = {("C01", "2025"): 50.0, ("C02", "2025"): 20.0}
    england.tables["people"] = {("C01", "2025"): 10_000.0, ("C02", "2025"): 5_000.0}
    for name, value in changes.items():
        setattr(england, name, value)
    return england


def value(england: SmallEngland, area: str, period: str, name: str = "care") -> object:
    return england.measures().panel(name).value_at(area, period)


def test_a_value_is_its_numerator_over_its_denominator_per_so_many():
    assert value(an_england(), "C01", "2025") == pytest.approx(50.0)
    assert value(an_england(), "C02", "2025") == pytest.approx(40.0)


def test_a_lag_reaches_back_a_year_into_another_kind_of_period():
    england = an_england(indicators=[indicator("care", denominator_lag=1)])
    england.kinds["people"] = PeriodKind.MID_YEAR
    england.tables["people"] = {("C01", "2024"): 25_000.0, ("C01", "2025"): 10_000.0}
    assert value(england, "C01", "2025") == pytest.approx(20.0)
    behind = england.measures().series_behind("care", "2025")
    assert behind == (("care_count", "2025"), ("people", "2024"))


def test_a_school_year_is_matched_by_the_year_it_ends_in():
    england = an_england()
    england.kinds["care_count"] = PeriodKind.ACADEMIC_YEAR
    england.tables["care_count"] = {("C01", "2024-25"): 50.0}
    assert value(england, "C01", "2024-25") == pytest.approx(50.0)


def test_series_are_added_and_taken_away():
    england = an_england(
        indicators=[
            indicator("care", numerator=("care_count", "more"), numerator_less=("without",))
        ]
    )
    england.tables["more"] = {("C01", "2025"): 30.0}
    england.tables["without"] = {("C01", "2025"): 60.0}
    assert value(england, "C01", "2025") == pytest.approx(20.0)


def test_a_sum_keeps_the_reasons_of_every_part():
    england = an_england(indicators=[indicator("care", numerator=("care_count", "more"))])
    england.tables["care_count"]["C01", "2025"] = Reason.SUPPRESSED
    england.tables["more"] = {("C01", "2025"): Reason.NOT_RETURNED}
    assert value(england, "C01", "2025") == Missing((Reason.SUPPRESSED, Reason.NOT_RETURNED))


def test_a_count_stands_where_its_denominator_is_not_published():
    england = an_england()
    del england.tables["people"]["C01", "2025"]
    panel = england.measures().panel("care")
    assert panel.value_at("C01", "2025") == Missing((Reason.DENOMINATOR_UNAVAILABLE,))
    assert panel.numerator[panel.area_index["C01"], 0] == 50.0


def test_the_publishers_own_figure_is_used_where_only_it_has_a_denominator():
    england = an_england(indicators=[indicator("care", printed="care_printed")])
    del england.tables["people"]["C01", "2025"]
    england.tables["care_printed"] = {("C01", "2025"): 47.0, ("C02", "2025"): 41.0}
    measures = england.measures()
    panel, row = measures.panel("care"), measures.panel("care").area_index["C01"]
    assert panel.value_at("C01", "2025") == 47.0
    assert panel.numerator[row, 0] == 50.0
    assert str(panel.denominator[row, 0]) == "nan"
    assert panel.value_at("C02", "2025") == pytest.approx(40.0)  # counts are preferred
    assert measures.compare("care", "C01").interval is None
    assert measures.series_behind("care", "2025", "C01")[-1] == ("care_printed", "2025")
    assert measures.series_behind("care", "2025", "C02")[-1] == ("people", "2025")


def test_regions_and_england_take_the_printed_figure_where_an_indicator_says_so():
    england = an_england(
        indicators=[indicator("care", printed="care_printed", printed_for_regions_and_england=True)]
    )
    for area, people in ((ENGLAND, 100_000.0), ("R1", 40_000.0)):
        england.tables["care_count"][area, "2025"] = 500.0
        england.tables["people"][area, "2025"] = people
    england.tables["care_printed"] = {(ENGLAND, "2025"): 51.3, ("C01", "2025"): 50.6}
    measures = england.measures()
    panel = measures.panel("care")
    row = panel.area_index[ENGLAND]
    assert panel.value_at(ENGLAND, "2025") == 51.3
    assert (panel.numerator[row, 0], panel.denominator[row, 0]) == (500.0, 100_000.0)
    assert measures.compare("care", ENGLAND).interval is None  # those counts are of other areas
    assert panel.value_at("R1", "2025") == pytest.approx(125.0)  # nothing is printed for it
    assert measures.compare("care", "R1").interval is not None
    assert panel.value_at("C01", "2025") == pytest.approx(50.0)  # a council's is of its counts
    behind = ("care_count", "2025"), ("people", "2025"), ("care_printed", "2025")
    assert measures.series_behind("care", "2025", ENGLAND) == behind
    assert measures.series_behind("care", "2025", "C01") == behind[:2]


def test_regions_and_england_keep_the_figure_of_their_counts_where_nothing_is_said():
    england = an_england(indicators=[indicator("care", printed="care_printed")])
    england.tables["care_count"][ENGLAND, "2025"] = 500.0
    england.tables["people"][ENGLAND, "2025"] = 100_000.0
    england.tables["care_printed"] = {(ENGLAND, "2025"): 51.0}
    assert value(england, ENGLAND, "2025") == pytest.approx(50.0)


def test_a_withheld_count_is_not_replaced_by_a_printed_rate():
    england = an_england(indicators=[indicator("care", printed="care_printed")])
    england.tables["care_count"]["C01", "2025"] = Reason.SUPPRESSED
    england.tables["care_printed"] = {("C01", "2025"): 3.0}
    assert value(england, "C01", "2025") == Missing((Reason.SUPPRESSED,))


def test_a_cell_no_file_speaks_of_is_unavailable():
    assert value(an_england(), "C03", "2025") == Missing((Reason.UNAVAILABLE,))


def test_a_council_that_was_not_there_did_not_exist():
    england = an_england()
    before = Area(
        code="C99",
        name="Old council",
        kind=AreaKind.COUNCIL,
        region="R1",
        last=datetime.date(2023, 3, 31),
    )
    england.geography = replace(england.geography, areas=(*england.geography.areas, before))
    england.tables["care_count"]["C99", "2023"] = 10.0
    england.tables["people"]["C99", "2023"] = 5_000.0
    assert value(england, "C99", "2023") == pytest.approx(20.0)  # its last day counts
    assert value(england, "C99", "2025") == Missing((Reason.DID_NOT_EXIST,))


def test_england_is_the_publishers_row_where_there_is_one():
    england = an_england()
    england.tables["care_count"][ENGLAND, "2025"] = 100.0
    england.tables["people"][ENGLAND, "2025"] = 10_000.0
    cell = england.measures().compare("care", "C01").england
    assert cell is not None
    assert (cell.value, cell.basis) == (100.0, "published")


def test_england_is_else_the_sum_of_the_councils_that_have_both_counts():
    england = an_england(geography=small_geography(3, 1))
    england.tables["care_count"]["C03", "2025"] = 7.0  # has no population, so is in neither sum
    cell = england.measures().compare("care", "C01").england
    assert cell is not None
    assert (cell.numerator, cell.denominator) == (70.0, 15_000.0)
    assert cell.basis == "sum_of_councils"


def test_a_sum_over_few_of_the_councils_is_not_given_as_the_region():
    england = an_england()
    del england.tables["care_count"]["C02", "2025"]
    cell = england.measures().compare("care", "C01").england
    assert cell is not None
    assert cell.value == Missing((Reason.UNAVAILABLE,))


def test_a_published_figure_stands_as_printed_and_has_no_counts():
    england = an_england(indicators=[indicator("score", IndicatorKind.FIGURE)])
    england.tables["score_count"] = {("C01", "2025"): 14.2}
    here = england.measures().compare("score", "C01").here
    assert (here.value, here.numerator, here.denominator) == (14.2, None, None)


def test_nought_out_of_nought_does_not_apply():
    england = an_england()
    england.tables["care_count"]["C01", "2025"] = 0.0
    england.tables["people"]["C01", "2025"] = 0.0
    assert value(england, "C01", "2025") == Missing((Reason.NOT_APPLICABLE,))


def test_nothing_is_read_on_across_a_break_in_any_series():
    england = an_england()
    for year in ("2023", "2024", "2025"):
        england.tables["care_count"]["C01", year] = 50.0
        england.tables["people"]["C01", year] = 10_000.0
    england.breaks["people"] = (Break(period="2024", sentence="Counted anew."),)
    material = england.measures()._lookup.study("care").material
    assert material.joined[0].tolist() == [False, False, True]
    assert material.broken.tolist() == [False, True, False]


def test_a_former_council_is_compared_in_its_own_last_period():
    england = an_england()
    before = Area(
        code="C99",
        name="Old council",
        kind=AreaKind.COUNCIL,
        region="R1",
        last=datetime.date(2023, 3, 31),
    )
    england.geography = replace(england.geography, areas=(*england.geography.areas, before))
    england.tables["care_count"] |= {("C99", "2023"): 10.0, ("C99", "2025"): Reason.NOT_APPLICABLE}
    england.tables["people"]["C99", "2023"] = 5_000.0
    found = england.measures().compare("care", "C99")
    assert (found.period, found.newest_period) == ("2023", "2025")
    assert found.similar is not None
    assert found.similar.set == "england"  # no table holds it


def test_a_council_that_did_not_exist_is_not_also_short_of_a_population():
    england = an_england()
    england.tables["care_count"]["C01", "2025"] = Reason.DID_NOT_EXIST
    del england.tables["people"]["C01", "2025"]
    assert value(england, "C01", "2025") == Missing((Reason.DID_NOT_EXIST,))
