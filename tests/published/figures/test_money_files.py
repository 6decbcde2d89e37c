"""The files of the pages about money, from the official statistics: every figure, with sources."""

import csv
import io
from collections.abc import Sequence

import pytest
from python_calamine import CalamineWorkbook

from brightfutures.delivery.asked import Asked
from brightfutures.delivery.chosen_comparison import chosen_comparison
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.england_money_files import england_money_csv
from brightfutures.delivery.money_files import money_csv, money_xlsx
from brightfutures.quantities import ENGLAND

pytestmark = pytest.mark.published

Rows = Sequence[dict[str, str]]


def rows_of(content: bytes) -> Rows:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))[:-1]


def of_council(edition: Edition, name: str) -> Rows:
    area = edition.area(name)
    return rows_of(money_csv(edition, area, chosen_comparison(edition, area, Asked())))


@pytest.fixture(scope="module")
def england(edition: Edition) -> Rows:
    return rows_of(england_money_csv(edition))


def the_one(rows: Rows, **wanted: str) -> dict[str, str]:
    named = {name.replace("_", " "): value for name, value in wanted.items()}
    (found,) = (row for row in rows if all(row[name] == value for name, value in named.items()))
    return found


@pytest.mark.parametrize("name", ["Essex", "Isles of Scilly", "Birmingham", "Thurrock", "Cumbria"])
def test_every_row_has_a_unit_a_year_and_a_figure_or_its_reason(edition: Edition, name: str):
    """Of a council with all, a tiny one, one without a return, and one that has ended."""
    for row in of_council(edition, name):
        assert row["Unit"]
        assert row["Year"]
        assert bool(row["Figure"]) != bool(row["Why missing"]), row


def test_a_weekly_cost_stands_with_its_range_and_the_rows_behind_it(edition: Edition):
    rows = of_council(edition, "Essex")
    week = the_one(rows, Told_as="A week of one placement", Whose="Essex", Id="residential_care")
    printed = the_one(
        rows, Told_as="The same as the department prints it", Whose="Essex", Id="residential_care"
    )

    assert float(week["Range from"]) < float(week["Figure"]) < float(week["Range to"])
    assert week["File"].startswith("mhclg/revenue-outturn/RO3_2024-25.ods; dfe/")
    assert week["Row"].startswith("128; ")
    assert (printed["Figure"], printed["File"]) == ("7650.0", "dfe/lait/bds_long_0.parquet")


def test_a_council_without_a_return_is_asked_for_it_and_not_told_nought(edition: Edition):
    asked = the_one(of_council(edition, "Birmingham"), Id="missing_return")

    assert (asked["Figure"], asked["Why missing"]) == ("", "not_returned")
    assert "it is not nought" in asked["In words"]


def test_england_tells_weekly_costs_by_provider_with_the_files_behind_them(england: Rows):
    bought = the_one(england, Told_as="A week of one placement", Id="fostering_bought")
    own = the_one(england, Told_as="A week of one placement", Id="residential_care_own")

    assert bought["About"] == "Fostering bought from companies and charities"
    assert bought["Year"] == "2021-22"
    assert float(bought["Figure"]) > 0
    assert bought["File"].startswith("dfe/section-251/s251_cyps_national")
    assert (own["Figure"], bool(own["Why missing"])) == ("", True)


def test_england_holds_its_grants_fifths_and_the_weekly_cost_of_each_council(
    edition: Edition, england: Rows
):
    parts = {row["Part"] for row in england}

    assert {"Grants for early help", "Prevention by fifth of councils"} <= parts
    essex = the_one(england, Part="Weekly costs, council by council", Whose="Essex",
                    Id="fostering", Told_as="A week of one placement")  # fmt: skip
    assert essex["File"]
    assert (essex["Area"], essex["Area code"]) == ("Essex", "E10000012")
    asked = [row for row in england if row["Part"] == "Weekly costs, council by council"
             and "The checks on its return ask" in row["In words"]]  # fmt: skip
    assert 0 < len(asked) < 40
    own = of_council(edition, asked[0]["Whose"])
    assert (
        asked[0]["In words"]
        in the_one(own, Id=asked[0]["Id"], Told_as=asked[0]["Told as"], Whose=asked[0]["Whose"])[
            "In words"
        ]
    )
    for row in england:
        assert row["Unit"]
        assert bool(row["Figure"]) != bool(row["Why missing"]), row


def test_the_workbook_says_of_each_weekly_cost_whether_the_checks_ask_about_it(edition: Edition):
    """As the page’s rings do: in 2024-25 about two of Thurrock’s, and none of Essex’s own."""
    for name, ours in (("Thurrock", ["yes", "yes", "no"]), ("Essex", ["no", "no", "no"])):
        area = edition.area(name)
        content = money_xlsx(edition, area, chosen_comparison(edition, area, Asked()))
        sheet = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_name("Placements")
        table = sheet.to_python()
        heading = next(row for row in table if row[0] == "Kind")
        rows = [dict(zip(heading, row, strict=True)) for row in table[table.index(heading) + 1 :]]
        own = [row for row in rows if row["Whose"] == name]
        assert [row["Asked about by the checks"] for row in own] == ours
        fostering = next(row for row in own if row["Kind"] == "Fostering")
        assert (
            "Plymouth; Sutton; Telford and Wrekin; Thurrock"
            in (fostering["Councils whose cost the checks ask about"])
        )
        beside = [row for row in rows if row["Whose"] != name]
        assert beside
        assert not any(row["Asked about by the checks"] for row in beside)


def test_england_has_a_row_for_each_council_with_its_code_or_the_reason_why_not(
    edition: Edition, england: Rows
):
    there = {area.code for area in edition.geography.councils()}
    for kind in ("residential_care", "fostering", "all_in_care"):
        rows = [
            row
            for row in england
            if row["Part"] == "Weekly costs, council by council"
            and row["Id"] == kind
            and row["Told as"] == "A week of one placement"
        ]
        assert len(rows) == len(there)
        assert {row["Area code"] for row in rows} == there
        assert all(row["Area"] == row["Whose"] for row in rows)
        assert all(row["In words"] for row in rows if not row["Figure"])
        reasons = {row["Whose"]: row["Why missing"] for row in rows}
        assert reasons["Birmingham"] == "not_returned"
        assert reasons["Isles of Scilly"]
        assert not reasons["Essex"]
    assert {row["Area code"] for row in england if row["Part"] == "Weekly costs"} == {ENGLAND}
