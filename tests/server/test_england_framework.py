"""How far councils differ on each outcome, in every form that can be taken away."""

import csv
import io

import pytest
from python_calamine import CalamineWorkbook
from starlette.testclient import TestClient

from brightfutures.delivery.edition import Edition
from brightfutures.delivery.england_framework import HEADINGS

ADDRESS = "/england/framework"
MADE_UP = "Made-up England: no figure here is real."


def test_the_plain_data_hold_every_measure_under_its_outcome(
    site: TestClient, made_up_edition: Edition
):
    told = site.get(f"{ADDRESS}.json").json()
    names = [one["indicator"] for outcome in told["outcomes"] for one in outcome["measures"]]

    assert (told["schema"], told["made_up"], told["notice"]) == (1, True, MADE_UP)
    assert sorted(names) == sorted(made_up_edition.measures.with_figures())
    assert [one["id"] for one in told["outcomes"]] == list(made_up_edition.catalogue.outcomes)


def test_the_parts_in_the_plain_data_make_a_whole(site: TestClient):
    told = site.get(f"{ADDRESS}.json").json()
    splits = [one["split"] for outcome in told["outcomes"] for one in outcome["measures"]]
    parted = [split for split in splits if split is not None]
    for split in parted:
        shares = [split[part]["share"] for part in ("lasting", "wobble", "chance")]
        assert sum(shares) == pytest.approx(1.0)
    assert len(parted) > 50


def test_the_sheet_has_a_row_for_each_measure_and_the_notice_last(
    site: TestClient, made_up_edition: Edition
):
    content = site.get(f"{ADDRESS}.csv").content.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(content)))

    assert rows[0] == list(HEADINGS)
    assert {len(row) for row in rows} == {len(HEADINGS)}
    assert [row[2] for row in rows[1:-1]] == list(made_up_edition.measures.with_figures())
    assert rows[-1][0] == MADE_UP


def test_the_workbook_has_the_words_and_the_measures(site: TestClient):
    answer = site.get(f"{ADDRESS}.xlsx")
    book = CalamineWorkbook.from_filelike(io.BytesIO(answer.content))

    assert book.sheet_names == ["What it says", "Measures"]
    assert book.get_sheet_by_name("Measures").to_python()[0][0] == MADE_UP
    assert 'filename="england-framework.xlsx"' in answer.headers["content-disposition"]


def test_no_other_form_and_no_other_word_is_there(site: TestClient):
    assert site.get(f"{ADDRESS}.exe").status_code == 404
    assert site.get("/england/nothing").status_code == 404
