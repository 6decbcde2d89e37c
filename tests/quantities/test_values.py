"""Missing values keep every reason; numbers, ranges and money refuse nonsense."""

import datetime

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from brightfutures.quantities import (
    Area,
    AreaKind,
    Interval,
    Missing,
    Money,
    Panel,
    Period,
    PeriodKind,
    Reason,
    bits_to_reasons,
    find_period,
    reasons_to_bits,
    round_half_away_from_zero,
)

reasons = st.lists(st.sampled_from(list(Reason)), min_size=1, max_size=4)
numbers = st.floats(allow_nan=False, allow_infinity=False, min_value=-1e9, max_value=1e9)


@given(reasons, reasons)
def test_arithmetic_with_what_is_missing_keeps_every_reason(first, second):
    together = {*first, *second}
    for result in (
        Missing(tuple(first)) + Missing(tuple(second)),
        Missing(tuple(first)) / Missing(tuple(second)),
        Missing(tuple(second)) - Missing(tuple(first)),
    ):
        assert set(result.reasons) == together


@given(reasons, numbers)
def test_a_number_added_to_what_is_missing_is_missing_for_the_same_reasons(first, number):
    missing = Missing(tuple(first))
    for result in (missing + number, number + missing, number * missing, missing / number):
        assert result == missing


def test_a_missing_value_never_becomes_a_number_or_a_truth():
    missing = Missing((Reason.SUPPRESSED,))
    with pytest.raises(TypeError, match="suppressed"):
        float(missing)
    with pytest.raises(TypeError):
        bool(missing)


def test_a_missing_value_needs_a_reason():
    with pytest.raises(ValueError, match="at least one reason"):
        Missing(())


@given(reasons)
def test_reasons_survive_the_way_into_an_array_and_back(first):
    assert set(bits_to_reasons(reasons_to_bits(first))) == set(first)


def test_the_list_of_reasons_is_closed_and_fits_sixteen_bits():
    assert len(Reason) == 10
    assert reasons_to_bits(Reason) == 2**10 - 1


@pytest.mark.parametrize(
    ("number", "places", "expected"),
    [(2.5, 0, 3.0), (-2.5, 0, -3.0), (0.285, 2, 0.29), (1.005, 2, 1.01), (0.04, 1, 0.0)],
)
def test_halves_are_rounded_away_from_zero(number, places, expected):
    assert round_half_away_from_zero(number, places) == expected


def test_nought_is_never_written_with_a_minus():
    assert str(round_half_away_from_zero(-0.2)) == "0.0"


def test_two_price_years_cannot_be_added():
    with pytest.raises(ValueError, match="2023-24 prices and in 2024-25 prices"):
        Money(1.0, "2023-24") + Money(1.0, "2024-25")
    assert Money(1.0, "2024-25") + Money(2.0, "2024-25") == Money(3.0, "2024-25")


def test_an_interval_runs_from_low_to_high():
    assert 2.0 in Interval(1.0, 3.0, 95)
    with pytest.raises(ValueError, match="low to high"):
        Interval(3.0, 1.0, 95)


@given(st.sampled_from(list(PeriodKind)), st.integers(1990, 2060), st.integers(-30, 30))
def test_a_period_shifted_there_and_back_is_itself(kind, year, years):
    period = Period.ending(kind, year)
    assert period.shifted(years).shifted(-years) == period
    assert period.end_year == year


@pytest.mark.parametrize("label", ["2023-25", "23-24", "2023/24", "", "2024-25-26"])
def test_a_school_year_must_be_written_as_one(label):
    with pytest.raises(ValueError, match="2023-24"):
        Period(PeriodKind.ACADEMIC_YEAR, label)


def test_a_school_year_across_the_century_is_a_year():
    assert Period.ending(PeriodKind.ACADEMIC_YEAR, 2000).label == "1999-00"
    assert Period(PeriodKind.ACADEMIC_YEAR, "1999-00").end_year == 2000


def test_2024_also_finds_2023_24():
    assert find_period("2024", ("2022-23", "2023-24")) == "2023-24"
    assert find_period("2023-24", ("2022-23", "2023-24")) == "2023-24"
    assert find_period("2030", ("2022-23", "2023-24")) is None


def test_an_area_exists_between_its_days():
    area = Area(
        code="X1", name="Old", kind=AreaKind.COUNCIL, region="R",
        first=datetime.date(2000, 4, 1), last=datetime.date(2019, 3, 31),
    )  # fmt: skip
    assert area.existed_on(datetime.date(2019, 3, 31))
    assert not area.existed_on(datetime.date(2019, 4, 1))
    assert area.is_former


def _panel(value, missing):
    shape = np.array(value, dtype=float)
    return Panel(
        areas=("A", "B"), periods=("2024",), numerator=shape.copy(), denominator=shape.copy(),
        value=shape.copy(), missing=np.array(missing, dtype=np.uint16),
        numerator_missing=np.zeros(shape.shape, dtype=np.uint16),
    )  # fmt: skip


def test_a_panel_is_missing_a_value_exactly_where_a_reason_stands():
    panel = _panel([[1.0], [np.nan]], [[0], [Reason.SUPPRESSED.bit]])
    assert panel.value_at("A", "2024") == 1.0
    assert panel.value_at("B", "2024") == Missing((Reason.SUPPRESSED,))
    with pytest.raises(ValueError, match="exactly where a reason"):
        _panel([[1.0], [np.nan]], [[0], [0]])
    with pytest.raises(ValueError, match="exactly where a reason"):
        _panel([[1.0], [2.0]], [[0], [Reason.SUPPRESSED.bit]])


def test_a_panel_cannot_be_written_to():
    panel = _panel([[1.0], [2.0]], [[0], [0]])
    with pytest.raises(ValueError, match="read-only"):
        panel.value[0, 0] = 5.0


def test_a_panel_of_some_areas_keeps_their_order():
    panel = _panel([[1.0], [2.0]], [[0], [0]]).only(("B",))
    assert panel.areas == ("B",)
    assert panel.value_at("B", "2024") == 2.0
