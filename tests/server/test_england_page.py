"""England as a whole, in every form that can be taken away."""

import csv
import io

import pytest
from python_calamine import CalamineWorkbook
from starlette.testclient import TestClient

from brightfutures.delivery.edition import Edition
from brightfutures.delivery.england import england_of, england_view
from brightfutures.delivery.england_files import HISTORY_HEADINGS

MADE_UP = "Made-up England: no figure here is real."


def test_the_plain_data_hold_every_main_measure_with_its_history(
    site: TestClient, made_up_edition: Edition
):
    told = site.get("/england.json").json()
    names = [one["indicator"] for one in told["measures"]]

    assert (told["schema"], told["made_up"], told["notice"]) == (1, True, MADE_UP)
    assert names == [one.indicator.id for one in england_of(made_up_edition).measures]
    assert all(one["history"] for one in told["measures"])


def test_a_growth_leads_to_the_rows_of_both_its_counts(site: TestClient):
    for one in site.get("/england.json").json()["growth"]:
        then, now = (float(row["figure"].replace(",", "")) for row in one["rows"])
        scale = one["now"] / now  # a publisher writes thousands of pounds
        assert then * scale == pytest.approx(one["then"])
        assert one["share"] == pytest.approx(one["now"] / one["then"] - 1)


def test_the_fifths_of_a_gradient_hold_all_that_is_counted(site: TestClient):
    for one in site.get("/england.json").json()["gradients"]:
        newest = one["newest"]
        assert [fifth["place"] for fifth in newest["fifths"]] == [1, 2, 3, 4, 5]
        assert sum(fifth["councils"] for fifth in newest["fifths"]) > 140
        assert newest["ratio_range"]["low"] <= newest["ratio"] <= newest["ratio_range"]["high"]


def test_the_sheet_has_a_row_for_each_measure_and_period_and_the_notice_last(site: TestClient):
    content = site.get("/england.csv").content.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(content)))

    assert rows[0] == list(HISTORY_HEADINGS)
    assert {len(row) for row in rows} == {len(HISTORY_HEADINGS)}
    assert rows[-1][0] == MADE_UP


def test_the_workbook_has_a_sheet_for_each_part(site: TestClient):
    answer = site.get("/england.xlsx")
    book = CalamineWorkbook.from_filelike(io.BytesIO(answer.content))

    assert book.sheet_names == [
        "What it says", "Measures", "History", "Growth", "Deprivation", "Ofsted",
    ]  # fmt: skip
    assert book.get_sheet_by_name("Growth").to_python()[0][0] == MADE_UP
    assert 'filename="england.xlsx"' in answer.headers["content-disposition"]


def test_the_page_is_made_once_for_an_edition_and_small(site: TestClient, made_up_edition: Edition):
    import gzip

    assert england_view(made_up_edition) is england_view(made_up_edition)
    assert len(gzip.compress(site.get("/england").content)) < 60_000


def test_no_other_form_is_there(site: TestClient):
    assert site.get("/england.exe").status_code == 404
