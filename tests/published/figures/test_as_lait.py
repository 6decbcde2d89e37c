"""LAIT's own numbers, worked out again and slowly from its raw file, beside `--as lait`.

Nothing of the code under test is used: figures are exact fractions of the text in the file,
neighbours come from LAIT's own workbook, and polarity from its dictionary.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from math import isfinite

import duckdb
import pytest

from brightfutures.catalogue import load_catalogue
from brightfutures.catalogue.dictionary_indicators import lait_id
from brightfutures.quantities import find_period
from turns import by_turns

pytestmark = pytest.mark.published

OURS = [one.lait_key for one in load_catalogue().indicators.values() if one.lait_key]
# Of LAIT's others: high and low good, none, quartiles off, money in millions, years in pairs.
OTHERS = [
    "LACnum", "CIN_EngMaths9-4", "CINFixedExclusion", "CINPermExclusion", "LACDistance",
    "Vacancies_cover", "Unacc_Asylmn_Seek_Childn%", "LAC_SGO_FFC_Rel%", "TotalLACFinance",
    "LACFinance", "FirstYJS", "ReoffYO", "Work_Force_NoSW", "CareLeavers_LA_NotInTouch",
]  # fmt: skip


HAIR = Fraction(1, 2**26)
"""The square root of the spacing of doubles at 1, which the tool adds before it cuts."""


@dataclass
class Raw:
    """One measure as the files have it: figures by council and year, none for a dash."""

    polarity: str
    places: int
    banded: bool
    figures: dict[int, dict[str, Fraction | None]] = field(
        default_factory=lambda: defaultdict(dict)
    )


@pytest.fixture(scope="module")
def raw(official) -> dict[str, Raw]:
    """Every measure of the tool's file by key, with what its dictionary says first."""
    found: dict[str, Raw] = {}
    for row in official.rows("dfe/lait/lait_data_dictionary.csv"):
        found.setdefault(
            row["Measure_short"].strip(),
            Raw(
                row["Polarity"],
                1 if row["dps"] == "NA" else int(row["dps"]),
                row["No_Quartile"] != "N",
            ),
        )
    rows = duckdb.sql(
        f"""select trim("Short Desc"), cast("LA Number" as integer), "Years", "Values"
        from '{official.folder / "dfe/lait/bds_long_0.parquet"}'"""
    ).fetchall()
    for key, number, year, text in rows:
        figure = None if text in ("-", "c", "..") else Fraction(text)
        found[key].figures[number][year] = figure
    return found


@pytest.fixture(scope="module")
def neighbours(official) -> dict[int, list[int]]:
    """LAIT's own table: each council and its ten."""
    found = {}
    for row in official.sheet("dfe/lait/sn_may_2025.xlsx", "LA SN Groups"):
        cells = [row[2], *row[5:25:2]]
        if all(isinstance(cell, float) and cell > 200 for cell in cells):
            council, *ten = map(int, cells)
            found[council] = ten
    return found


def test_the_workbook_holds_every_council(neighbours):
    assert len(neighbours) >= 158
    assert {len(ten) for ten in neighbours.values()} == {10}


def mean(figures):
    there = [figure for figure in figures if figure is not None]
    return sum(there, Fraction(0)) / len(there) if there else None


def less(one, other):
    return None if one is None or other is None else one - other


def quartile(figures, share):
    """R's type 7, in exact fractions."""
    ordered = sorted(figures)
    place = (len(ordered) - 1) * share
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (place - below) * (ordered[above] - ordered[below])


def shown(figure, places):
    """Commas, half away from zero with a hair; from a million in millions to three places."""
    if figure is None:
        return "NA"
    size, word = abs(figure), ""
    for unit, name in ((10**9, " billion"), (10**6, " million")):
        if size >= unit:
            size, word = size / unit, name
            places = 0 if (size % 10) == 0 else 3
            break
    cut = int(size * 10**places + Fraction(1, 2) + HAIR)
    return f"{'-' if figure < 0 else ''}{Decimal(cut).scaleb(-places):,}{word}"


def band(figure, figures, measure):
    if not measure.banded or measure.polarity not in ("High", "Low"):
        return "-"
    if figure is None:
        return "NA"
    bounds = [quartile(figures, Fraction(part, 4)) for part in (1, 2, 3)]
    place = sum(figure > bound for bound in bounds)
    return ("DCBA" if measure.polarity == "High" else "ABCD")[place]


def colour(change, polarity):
    if not change or polarity not in ("High", "Low"):
        return "black"
    return "green" if (change > 0) == (polarity == "High") else "red"


def near(one, other):
    if one is None or other is None:
        return one is other
    return abs(float(one) - float(other)) <= 1e-12 * max(1.0, abs(float(other)))


@pytest.mark.parametrize("key", by_turns([*OURS, *OTHERS], 3))
def test_every_council_has_the_numbers_that_lait_shows(key, raw, neighbours, official, edition):
    measure = raw[key]
    by_number = official.council_codes()
    answers = edition.compatible
    entry = answers.dictionary[lait_id(key)]
    councils = {number: rows for number, rows in measure.figures.items() if number < 970}
    latest = max(year for rows in councils.values() for year in rows)
    figures = [rows[latest] for rows in councils.values() if rows.get(latest) is not None]
    compared = 0
    for number, ten in neighbours.items():
        rows = councils[number]
        newest, *older = sorted(rows, key=lambda year: int(year[:4]), reverse=True)
        own = rows[latest]
        change = less(rows[newest], rows[older[0]]) if older else None
        average = mean([councils[one].get(latest) for one in ten])
        area = edition.geography.by_code[by_number[str(number)]]
        answer = answers.lait(entry, None, area)

        assert answer.latest == latest
        assert near(answer.value.value, own), (area.name, answer.value, own)
        assert near(answer.comparison.value, average), (area.name, answer.comparison, average)
        assert answer.with_value == sum(councils[one].get(latest) is not None for one in ten)
        assert near(answer.change.value, change)
        assert answer.value.text == shown(own, measure.places)
        assert answer.comparison.text == shown(average, measure.places), area.name
        sign = "none" if change is None else ("level", "up", "down")[(change > 0) - (change < 0)]
        assert answer.arrow.value == sign
        assert answer.arrow_colour.value == colour(change, measure.polarity)
        ahead = None
        if own is not None and measure.polarity in ("High", "Low"):
            high = measure.polarity == "High"
            ahead = 1 + sum(one > own if high else one < own for one in figures)
        assert answer.rank == ahead
        assert answer.of == len(figures)
        assert answer.band == band(own, figures, measure), (area.name, own)
        for year in answer.history:
            assert near(year.comparison, mean([councils[one].get(year.year) for one in ten]))
        compared += own is not None
    assert compared >= (15 if key == "LAC_SGO_FFC_Rel%" else 45), compared


def test_at_least_fifty_of_our_indicators_are_compared(raw):
    assert len(OURS) >= 50
    assert set(OURS) <= set(raw)


def test_polarity_and_rounding_are_kept_as_the_dictionary_has_them(raw, edition):
    for key, measure in raw.items():
        entry = edition.compatible.dictionary[lait_id(key)]
        assert entry.polarity == measure.polarity, key
        assert entry.decimal_places == measure.places, key
        assert entry.quartiles_shown == measure.banded, key


def test_the_newest_year_is_found_as_text_and_is_the_newest(raw, edition):
    """The rule is by text; in this release the greatest text is the latest year of each."""
    for key, measure in raw.items():
        years = {year for number, rows in measure.figures.items() if number < 970 for year in rows}
        written = {text for text, _ in edition.compatible.dictionary[lait_id(key)].years}
        assert written == years, key
        assert int(max(years)[:4]) == max(int(year[:4]) for year in years), key


def test_a_measure_is_claimed_only_where_its_newest_figures_are_ours(edition):
    """The same definition: equal to within the coarser rounding, for nearly every council."""
    for indicator in edition.catalogue.indicators.values():
        if indicator.lait_key is None:
            continue
        entry = edition.compatible.dictionary[lait_id(indicator.lait_key)]
        readings = edition.store.readings(entry.id)
        panel = edition.measures.panel(indicator.id)
        newest = max(
            label for _, label in entry.years if find_period(label, panel.periods) is not None
        )
        label = find_period(newest, panel.periods)
        assert label is not None
        same = together = 0
        for area, period, value in zip(
            readings.area_index, readings.period_index, readings.value, strict=True
        ):
            code = readings.areas[area]
            if readings.periods[period] != newest or code not in panel.area_index:
                continue
            ours = panel.value_at(code, label)
            if isinstance(ours, float) and isfinite(value):
                together += 1
                same += abs(ours - value) <= 0.51
        assert together >= 15, (indicator.id, label)
        assert same >= 0.97 * together, (indicator.id, label, same, together)


def test_where_lait_and_we_both_say_which_way_is_good_we_agree(raw, edition):
    ours = {"High": "higher", "Low": "lower"}
    for indicator in edition.catalogue.indicators.values():
        if indicator.lait_key and indicator.good_direction != "neither":
            theirs = ours.get(raw[indicator.lait_key].polarity)
            assert theirs in (None, indicator.good_direction.value), indicator.id
