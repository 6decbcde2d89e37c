"""The spend panel beside the ministry's own sheets, read plainly by the place of each column."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from brightfutures.delivery.edition import Edition
from brightfutures.money.panel import SpendPanel, build_spend_panel
from brightfutures.money.panel_sums import england_beside_councils, parts_beside_totals
from brightfutures.quantities import Missing, Reason

pytestmark = pytest.mark.published

ENGLAND = "E92000001"
LONDON = "E5100"  # the Greater London Authority, in the class of boroughs
TOTAL = "childrens_social_care"
COARSE = ["childrens_service_strategy", "asylum_seekers", "children_and_families_services"]
FIRST_LINES = [
    "childrens_service_strategy",
    "children_looked_after",
    "family_support",
    "youth_justice",
    "children_and_young_peoples_safety",
    "asylum_seekers",
    "other_children_and_families",
    TOTAL,
]
WITH_SOCIAL_WORK = [FIRST_LINES[0], "commissioning_and_social_work", *FIRST_LINES[1:]]
IN_CARE = [
    "residential_care",
    "fostering",
    "unaccompanied_children_looked_after",
    "other_children_looked_after",
]
SINCE_2014 = [
    "sure_start_and_early_years",
    "children_looked_after",
    "other_children_and_families",
    "family_support",
    "youth_justice",
    "safeguarding",
    "asylum_seekers",
    "services_for_young_people",
    TOTAL,
]
SINCE_2022 = [*SINCE_2014[:2], *IN_CARE, *SINCE_2014[2:]]
C3, C6, C7 = ("spend", 2), ("income", 5), ("net_spend", 6)
# Year: ending, lines, the column of the first line's C1, columns a line, those of code and class.
LAYOUTS = {
    "2008-09": ("xls", COARSE, 4, 9, 0, 3),
    "2009-10": ("xls", COARSE, 5, 10, 0, 3),
    "2010-11": ("xls", COARSE, 5, 10, 0, 3),
    "2011-12": ("xls", FIRST_LINES, 5, 10, 0, 3),
    "2012-13": ("xls", WITH_SOCIAL_WORK, 5, 10, 0, 3),
    "2013-14": ("xlsx", WITH_SOCIAL_WORK, 5, 4, 0, 3),
    "2014-15": ("xlsx", SINCE_2014, 6, 8, 0, 4),
    **{f"20{y}-{y + 1}": ("xlsx", SINCE_2014, 5, 7, 0, 4) for y in range(15, 19)},
    "2019-20": ("ods", SINCE_2014, 5, 7, 0, 4),
    "2020-21": ("ods", SINCE_2014, 5, 7, 0, 4),
    **{f"20{y}-{y + 1}": ("ods", SINCE_2022, 7, 7, 1, 4) for y in range(22, 25)},
}
ANOTHER_CODE = {  # same area, another code today
    "E06000048": "E06000057",
    "E08000016": "E08000038",
    "E08000019": "E08000039",
    "E08000020": "E08000037",
    "E10000002": "E06000060",
    "E10000023": "E06000065",
    "E10000027": "E06000066",
}
ENDED_2009 = {  # counties of 2008-09, whose sheet has no other code than the ministry's
    "E0221": "E10000001",
    "E0621": "E10000004",
    "E0820": "E06000052",
    "E1321": "E06000047",
    "E2920": "E06000057",
    "E3221": "E06000051",
    "E3921": "E06000054",
}
# Councils with no return, as the notes on the official files list them.
NOT_RETURNED = {
    "2016-17": {"Isles of Scilly"},
    "2020-21": {"Reading", "Slough", "Medway"},
    "2022-23": {"Birmingham", "Slough", "Thurrock", "Torbay"},
    "2023-24": {
        *("Barking and Dagenham", "Birmingham", "Bradford", "Calderdale", "Cornwall"),
        *("North Somerset", "Redbridge", "Somerset", "Thurrock", "Walsall"),
        "Westmorland and Furness",
    },
    "2024-25": {"Birmingham", "Cumberland", "Slough"},
}
NET_MILLIONS = {
    "2011-12": 6422.7,
    "2012-13": 6612.3,
    "2013-14": 6914.6,
    "2014-15": 8091.3,
    "2015-16": 8302.5,
    "2016-17": 8476.0,
    "2017-18": 8833.7,
    "2018-19": 9375.4,
    "2019-20": 9920.1,
    "2020-21": 10512.7,
    "2022-23": 12805.5,
    "2023-24": 14454.7,
    "2024-25": 15556.1,
}
Rows = list[list[Any]]


def rows_of(folder: Path, year: str) -> dict[str, Rows]:
    """The sheets of councils' figures in one year's file, by the measures that each holds."""
    book = CalamineWorkbook.from_path(
        str(folder / f"mhclg/revenue-outturn/RO3_{year}.{LAYOUTS[year][0]}")
    )
    sheets = [name for name in book.sheet_names if "LA" in name and "Data" in name]
    wanted = sheets if year == "2013-14" else sheets[:1]
    return {name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in wanted}


@pytest.fixture(scope="module")
def sheets(published_data: Path) -> dict[str, dict[str, Rows]]:
    return {year: rows_of(published_data, year) for year in LAYOUTS}


@pytest.fixture(scope="module")
def code_of(sheets: dict[str, dict[str, Rows]]) -> dict[str, str]:
    """Today's code by the ministry's, as most of the files that print both have it."""
    told: dict[str, Counter[str]] = {}
    for year, found in sheets.items():
        if year >= "2014-15":
            for row in next(iter(found.values())):
                if row[4] in ("UA", "MD", "L", "LB", "SC") and row[0] != LONDON:
                    code = ANOTHER_CODE.get(row[1]) or str(row[1])
                    told.setdefault(row[0], Counter()).update([code])
    return {**ENDED_2009, **{code: tally.most_common(1)[0][0] for code, tally in told.items()}}


@pytest.fixture(scope="module")
def outturn(edition: Edition) -> SpendPanel:
    return panel_of(edition, "revenue_outturn")


def panel_of(edition: Edition, account: str) -> SpendPanel:
    return build_spend_panel(
        account,
        edition.catalogue.spending,
        edition.geography,
        edition.store.readings,
        edition.store.series(),
    )


def printed(
    year: str, found: dict[str, Rows], code_of: dict[str, str]
) -> Iterator[tuple[str, str, str, Any]]:
    """Line, measure, area and cell of every council and England in one year's sheets."""
    _, lines, first, step, code_column, class_column = LAYOUTS[year]
    columns = [("", [C3, C6, C7])]
    if year == "2013-14":
        columns = [("(1)", [C3]), ("(2)", [("income", 2)]), ("(3)", [("net_spend", 0)])]
    for ending, measures in columns:
        rows = next(rows for name, rows in found.items() if name.endswith(ending))
        for row in rows:
            area = None
            if row[0] == LONDON:
                continue
            if row[class_column] in ("UA", "MD", "L", "LB", "SC") and str(row[0])[:1] == "E":
                text = str(row[code_column])
                area = ANOTHER_CODE.get(text, text) if code_column else code_of.get(text, "unknown")
            elif "ENGLAND" in row[:4]:
                area = ENGLAND
            if area is None:
                continue
            for place, line in enumerate(lines):
                for measure, offset in measures:
                    yield line, measure, area, row[first + step * place + offset]


@pytest.mark.parametrize("year", LAYOUTS)
def test_every_line_of_every_council_is_that_printed(
    year: str, edition: Edition, sheets: dict[str, dict[str, Rows]], code_of: dict[str, str]
) -> None:
    ours: dict[str, dict[str, Any]] = {}
    compared = 0
    for line, measure, area, cell in printed(year, sheets[year], code_of):
        name = f"{line}_{measure}"
        if name not in ours:
            readings = edition.store.readings(name)
            chosen = [
                (readings.areas[a], float(value), int(missing))
                for a, p, value, missing in zip(
                    readings.area_index,
                    readings.period_index,
                    readings.value,
                    readings.missing,
                    strict=True,
                )
                if readings.periods[p] == year
            ]
            ours[name] = {area: (value, missing) for area, value, missing in chosen}
        value, missing = ours[name].pop(area)
        where = f"{name} of {area} in {year}"
        if isinstance(cell, float):
            assert not missing, where
            assert value == pytest.approx(cell * 1000, abs=0.001), where
        else:
            assert missing == Reason.NOT_RETURNED.bit, f"{where}: {cell!r}"
        compared += 1
    lines = LAYOUTS[year][1]
    assert compared >= 150 * 3 * len(lines), year
    for name, left in ours.items():
        assert not left, f"{name} in {year} is of more areas than the sheet: {sorted(left)}"


def test_england_in_2024_25_is_that_printed(outturn: SpendPanel) -> None:
    expected = {
        (TOTAL, "spend"): 16878.9,
        (TOTAL, "net_spend"): 15556.1,
        ("children_looked_after", "spend"): 8917.0,
        ("residential_care", "spend"): 3810.2,
        ("fostering", "spend"): 2161.3,
    }
    for (line, measure), millions in expected.items():
        value = outturn.value_at(line, measure, ENGLAND, "2024-25")
        assert isinstance(value, float)
        assert round(value / 1e6, 1) == millions, line


def test_englands_net_series_is_that_printed(outturn: SpendPanel) -> None:
    for year, millions in NET_MILLIONS.items():
        value = outturn.value_at(TOTAL, "net_spend", ENGLAND, year)
        assert isinstance(value, float)
        assert round(value / 1e6, 1) == millions, year
    absent = outturn.value_at(TOTAL, "net_spend", ENGLAND, "2021-22")
    assert absent == Missing((Reason.UNAVAILABLE,))


@pytest.mark.parametrize("year", LAYOUTS)
def test_councils_add_up_to_england_but_for_those_that_did_not_return(
    year: str, outturn: SpendPanel, edition: Edition, sheets: dict[str, dict[str, Rows]]
) -> None:
    beside = england_beside_councils(outturn, TOTAL, "spend", year)
    names = edition.geography.by_code
    assert {names[code].name for code, _ in beside.absent} == NOT_RETURNED.get(year, set())
    assert all(missing.reasons == (Reason.NOT_RETURNED,) for _, missing in beside.absent)
    assert beside.is_estimate == (year in NOT_RETURNED)
    assert isinstance(beside.england, float)
    if not beside.absent:
        assert beside.england == pytest.approx(beside.councils_pounds, rel=0.0008)
        # What is left is printed for districts and other bodies: nothing of it is a council's.
        others = _printed_for_others(year, next(iter(sheets[year].values())))
        left = beside.england - beside.councils_pounds
        assert left == pytest.approx(others, abs=100_000), year


def _printed_for_others(year: str, rows: Rows) -> float:
    """Gross spending, in pounds, of the districts and other bodies in a year's sheet."""
    _, lines, first, step, _, class_column = LAYOUTS[year]
    places = [first + step * place + 2 for place in range(len(lines))]
    chosen = places if TOTAL not in lines else [places[lines.index(TOTAL)]]
    thousands = [
        row[place]
        for row in rows
        if str(row[0])[:1] == "E" and (row[class_column] in ("SD", "O") or row[0] == LONDON)
        for place in chosen
    ]
    return 1000.0 * sum(cell for cell in thousands if isinstance(cell, float))


def test_parts_add_up_to_their_total_but_where_it_is_known_why(
    outturn: SpendPanel, edition: Edition
) -> None:
    named = {
        # The return's own parts differ from its total by fifty and two hundred thousand pounds.
        ("children_looked_after", "Harrow", "2022-23"),
        ("children_looked_after", "Sandwell", "2022-23"),
        # England's total is estimated apart from its parts (the ministry's note 3).
        ("children_looked_after", "England", "2023-24"),
        # England's row is rounded after it was added up.
        (TOTAL, "England", "2013-14"),
        (TOTAL, "England", "2019-20"),
    }
    names = edition.geography.by_code
    for measure in outturn.measures:
        for gap in parts_beside_totals(outturn, measure):
            assert (gap.line, names[gap.area].name, gap.period) in named, gap
            rounding = names[gap.area].name == "England" and gap.period != "2023-24"
            assert abs(gap.total_pounds - gap.parts_pounds) <= (10_000 if rounding else 130e6)


@pytest.mark.parametrize(
    ("council", "year"),
    [
        ("E09000027", "2022-23"),  # Richmond upon Thames
        ("E09000027", "2023-24"),
        ("E09000021", "2022-23"),  # Kingston upon Thames
        ("E06000065", "2022-23"),  # North Yorkshire
    ],
)
def test_a_total_that_was_not_broken_down_has_parts_not_returned(
    council: str, year: str, outturn: SpendPanel
) -> None:
    assert isinstance(outturn.value_at("children_looked_after", "spend", council, year), float)
    for line in IN_CARE:
        part = outturn.value_at(line, "spend", council, year)
        assert part == Missing((Reason.NOT_RETURNED,)), line


def test_what_the_ministry_calls_an_omission_is_not_nought(outturn: SpendPanel) -> None:
    harrow = "E09000015"
    for line in ("children_looked_after", *IN_CARE):
        found = outturn.value_at(line, "spend", harrow, "2023-24")
        assert found == Missing((Reason.NOT_RETURNED,))
    assert isinstance(outturn.value_at(TOTAL, "spend", harrow, "2023-24"), float)


def test_breaks_are_asked_for_by_line_and_years(outturn: SpendPanel) -> None:
    (adoption,) = outturn.breaks_between("children_looked_after", "2011-12", "2024-25")
    assert adoption.period == "2012-13"
    assert "adoption" in adoption.sentence
    (sure_start,) = outturn.breaks_between(TOTAL, "2010-11", "2024-25")
    assert (sure_start.period, "Sure Start" in sure_start.sentence) == ("2014-15", True)
    assert outturn.breaks_between(TOTAL, "2014-15", "2024-25") == ()


def test_a_line_not_asked_for_in_a_year_was_not_collected(outturn: SpendPanel) -> None:
    found = outturn.value_at("fostering", "spend", ENGLAND, "2019-20")
    assert found == Missing((Reason.NOT_COLLECTED,))
    ended = outturn.value_at(TOTAL, "spend", "E10000001", "2010-11")  # Bedfordshire, to 2009
    assert ended == Missing((Reason.DID_NOT_EXIST,))


def test_budgets_stand_beside_what_was_spent(outturn: SpendPanel, edition: Edition) -> None:
    budget = panel_of(edition, "revenue_budget")
    assert budget.periods == ("2016-17", "2017-18")
    for year, planned, spent in (("2016-17", 7834.5, 8476.0), ("2017-18", 8027.6, 8833.7)):
        before = budget.value_at(TOTAL, "net_budget", ENGLAND, year)
        after = outturn.value_at(TOTAL, "net_spend", ENGLAND, year)
        assert isinstance(before, float)
        assert isinstance(after, float)
        assert (round(before / 1e6, 1), round(after / 1e6, 1)) == (planned, spent)
    assert [gap.area for gap in parts_beside_totals(budget, "net_budget")] == []


def test_budgets_are_those_in_the_file(
    edition: Edition, published_data: Path, code_of: dict[str, str]
) -> None:
    budget = panel_of(edition, "revenue_budget")
    file = published_data / "mhclg/revenue-budget/RA_2017-18_budget_by_LA.csv"
    with file.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.reader(stream))
    places = {line: 29 + place for place, line in enumerate(SINCE_2014)}
    compared = 0
    for row in rows[7:]:
        if row[5] in ("UA", "MD", "L", "SC") and row[1] not in ("NA", LONDON):
            for line, place in places.items():
                value = budget.value_at(line, "net_budget", code_of[row[1]], "2017-18")
                assert value == pytest.approx(float(row[place]) * 1000, abs=0.001)
                compared += 1
    assert compared == 152 * len(SINCE_2014)


@pytest.mark.parametrize(
    ("series", "year", "millions"),
    [
        ("early_intervention_grant", "2011-12", 2212.6),
        ("early_intervention_grant", "2012-13", 2317.1),
        ("sure_start_early_years_and_childcare_grant", "2010-11", 1801.3),
        ("troubled_families_grant", "2013-14", 123.2),
        ("adoption_reform_grant", "2013-14", 124.0),
        ("social_care_support_grant", "2020-21", 1428.3),
    ],
)
def test_grants_are_those_printed(
    series: str, year: str, millions: float, edition: Edition
) -> None:
    readings = edition.store.readings(series)
    (england,) = [
        float(value)
        for a, p, value in zip(
            readings.area_index, readings.period_index, readings.value, strict=True
        )
        if (readings.areas[a], readings.periods[p]) == (ENGLAND, year)
    ]
    assert round(england / 1e6, 1) == millions
