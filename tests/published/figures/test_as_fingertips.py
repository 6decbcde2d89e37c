"""Fingertips' rules on Fingertips' own file: the verdicts and trends that it printed are ours.

And the three official ways to average neighbours, on children in care in 2025: they disagree.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from fractions import Fraction
from statistics import median

import pytest

from brightfutures.catalogue import GoodDirection
from brightfutures.findings.other_tools import DASHBOARD, FINGERTIPS, LAIT
from brightfutures.measures.compatibility.fingertips import FingertipsMeasure, benchmark_of
from brightfutures.measures.compatibility.fingertips_trend import Point, recent_trend
from brightfutures.measures.compatibility.results import Trend
from brightfutures.quantities import Interval

pytestmark = pytest.mark.published

INJURIES = FingertipsMeasure(
    proportion=False, per=10_000.0, good=GoodDirection.LOWER, largest=250.0
)
VALUE, LOW, HIGH = "Value", "Lower CI 95.0 limit", "Upper CI 95.0 limit"


@pytest.fixture(scope="module")
def printed(official):
    """The rows of the indicator's file for all children, by area and then by year."""
    found: dict[str, dict[str, dict[str, str]]] = defaultdict(dict)
    for row in official.rows("ohid/la_hospital_admissions_2324.csv"):
        if row["Sex"] == "Persons" and row["Category"] == "":
            found[row["Area Code"]][row["Time period"]] = row
    return found


def limits(row):
    return Interval(float(row[LOW]), float(row[HIGH]), 95.0) if row[VALUE] else None


def test_beside_england_every_council_has_the_word_that_fingertips_printed(printed):
    england = printed["E92000001"]
    compared = Counter()
    for code, years in printed.items():
        for year, row in years.items():
            if code == "E92000001":
                continue
            benchmark = float(england[year][VALUE])
            found = benchmark_of("England", benchmark, (limits(row), None), INJURIES)
            assert found.word == row["Compared to England value or percentiles"], (code, year)
            compared[found.word] += 1
    assert compared["Better"] > 800
    assert compared["Worse"] > 700
    assert compared["Similar"] > 450
    assert compared["Not compared"] > 30


def test_a_trend_is_seen_for_just_the_areas_for_which_fingertips_printed_one(printed):
    """Its file calls every one of them by the opposite direction, England's fall included."""
    compared = Counter()
    for code, years in printed.items():
        points = []
        for year in sorted(years):
            row = years[year]
            interval = limits(row)
            points.append(
                Point(
                    period=year, value=float(row[VALUE]), count=1.0, denominator=2.0,
                    low_95=interval.low, high_95=interval.high,
                )
                if interval else None
            )  # fmt: skip
        found = recent_trend(points, GoodDirection.LOWER, proportion=False)
        word = years[max(years)]["Recent Trend"]
        opposite = {
            Trend.DECREASING: "Increasing and getting worse",
            Trend.INCREASING: "Decreasing and getting better",
        }
        assert opposite.get(found.trend, found.word) == word, (code, found)
        compared[found.trend] += 1
    assert compared[Trend.DECREASING] == 73  # England among them
    assert compared[Trend.INCREASING] == 3
    assert compared[Trend.NO_CHANGE] == 76
    assert compared[Trend.CANNOT_BE_CALCULATED] == 2


@pytest.fixture(scope="module")
def three_averages(edition):
    """The council's published rate and the three tools' averages, on children in care.

    The median stands before the dashboard rounds it; as shown, one more council changes side.
    """
    indicator = edition.catalogue.indicators["children_looked_after_rate"]
    answers = edition.compatible
    entry = answers.entry_of(indicator)
    rates = {
        area.code: answers.dashboard(indicator, area)[1].value.value
        for area in edition.geography.councils()
    }
    found = {}
    for area in edition.geography.councils():
        own = rates[area.code]
        if own is not None:
            ten = [rates[one.code] for one in answers.neighbours(area)]
            lait = answers.lait(entry, None, area)
            pooled = answers.fingertips(indicator, area).neighbours
            found[area.name] = (
                own,
                lait.comparison.value,
                median([rate for rate in ten if rate is not None]),
                pooled.benchmark.value,
            )
    return found


def test_sefton_has_92_and_its_neighbours_104_110_or_91_7(three_averages):
    own, mean, middle, pooled = three_averages["Sefton"]
    assert (own, mean, middle) == (92, 104, 110)
    assert round(pooled, 1) == 91.7


def test_20_of_151_councils_lie_above_or_not_by_the_average_that_is_taken(three_averages):
    assert len(three_averages) == 151
    disagree = [
        name
        for name, (own, *averages) in three_averages.items()
        if len({own > average for average in averages}) > 1
    ]
    assert len(disagree) == 20
    assert "Sefton" in disagree
    spread = sorted(max(averages) - min(averages) for _, *averages in three_averages.values())
    assert round(median(spread), 1) == 5.5
    assert round(spread[int(0.9 * len(spread))], 1) == 10.1
    assert round(spread[-1], 1) == 18.3


def test_the_pooled_average_is_that_of_the_files(three_averages, official):
    """All ten councils' children over all children who live there, from the files themselves."""
    rates = "dfe/children-looked-after/2025/cla_number_and_rate_per_10k_children.csv"
    counts = {
        row["old_la_code"]: row
        for row in official.rows(rates)
        if row["time_period"] == "2025"
        and row["population_type"] == "Children looked after on 31 March each year"
        and row["geographic_level"] == "Local authority"
    }
    names = {}
    for row in official.rows("dfe/statistical-neighbours/sn_model_2025_wide.csv"):
        ten = [counts[row[f"SN_{place}"]] for place in range(1, 11)]
        there = [one for one in ten if one["children_count"].isdigit()]
        count = sum(Fraction(one["children_count"]) for one in there)
        names[row["la_name"]] = count / sum(Fraction(one["population_estimate"]) for one in there)
    compared = 0
    for name, (*_, pooled) in three_averages.items():
        if name in names:
            assert abs(pooled - float(names[name] * 10_000)) < 1e-9, name
            compared += 1
    assert compared > 140


def test_the_trap_of_averages_at_odds_is_named_for_sefton(edition):
    indicator = edition.catalogue.indicators["children_looked_after_rate"]
    gaps = edition.compatible.sides(indicator, edition.area("Sefton"))
    assert gaps[LAIT.average] == -12
    assert gaps[DASHBOARD.average] == -18
    assert gaps[FINGERTIPS.average] > 0
