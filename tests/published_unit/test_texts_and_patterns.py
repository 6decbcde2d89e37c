"""Numbers in text, periods in their many forms, and patterns of file names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brightfutures.published.cells import number_in
from brightfutures.published.claims import matches
from brightfutures.published.period_forms import end_year
from brightfutures.published.releases import newest_last


@given(st.integers(min_value=-(10**12), max_value=10**12))
def test_a_whole_number_with_or_without_commas_is_itself(number):
    assert number_in(str(number)) == number
    assert number_in(f"{number:,}") == number


@given(st.floats(min_value=-1e12, max_value=1e12))
def test_a_decimal_number_is_itself(number):
    assert number_in(repr(number)) == number


@pytest.mark.parametrize(
    "text", ["", "x", "nan", "inf", "1_000", "1,2", "1.2.3", "--1", "1e999", "e5", ".", "1 000"]
)
def test_what_is_no_number(text):
    assert number_in(text) is None


@pytest.mark.parametrize(
    ("text", "form", "year"),
    [
        ("2025", "end_year", 2025),
        ("202324", "academic_pair", 2024),
        ("2010/11", "start_slash", 2011),
        ("2020/21 (p)", "start_slash", 2021),
        ("2019-20 (OT)", "long_pair", 2020),
        ("1999-00", "long_pair", 2000),
        ("2018 (Rev)", "lait", 2018),
        ("2014-16", "lait", None),
        ("2016/17-18/19", "lait", None),
        ("0", "lait", None),
        ("2025", "academic_pair", None),
    ],
)
def test_periods_as_publishers_write_them(text, form, year):
    assert end_year(text, form) == year


def test_releases_sort_by_year_and_then_by_what_follows():
    releases = ["2024-25", "2023", "2025-09-25", "2024", "2025-12-04"]
    assert sorted(releases, key=newest_last) == [
        "2023", "2024", "2024-25", "2025-09-25", "2025-12-04",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("pattern", "path", "claimed"),
    [
        ("b1_*.csv", "/any/where/b1_2025.csv", True),
        ("b1_*.csv", "/any/where/ab1_2025.csv", False),
        ("2025/b1.csv", "/data/2025/b1.csv", True),
        ("2025/b1.csv", "/data/2024/b1.csv", False),
        ("under/**/b?.csv", "/data/under/2019/deep/b1.csv", True),
        ("a(1).csv", "/data/a(1).csv", True),
    ],
)
def test_patterns_of_file_names(pattern, path, claimed):
    assert matches(pattern, path) is claimed
