"""A council's questions: whole, without a dead link, for whoever asks, the same in every form."""

import csv
import io
import re

import pytest
from python_calamine import CalamineWorkbook
from starlette.testclient import TestClient

from brightfutures.delivery.edition import Edition
from brightfutures.pages.questions_page import FOR_WORD, questions_address

MADE_UP = "Made-up England: no figure here is real."


@pytest.fixture(scope="module")
def page(council: str) -> str:
    return f"{council}/questions"


def text_of(html: str) -> str:
    return re.sub(r"<[^>]+>", "", html)


def test_ten_questions_stand_on_it(site: TestClient, page: str):
    answer = site.get(page)

    assert answer.status_code == 200
    assert MADE_UP in answer.text
    assert "<script" not in answer.text
    assert re.findall(r'<h2 id="question-(\d+)"', answer.text) == [str(n) for n in range(1, 11)]
    assert answer.text.count("Ask next:") == answer.text.count("How sure:") == 10


def test_the_measures_it_asks_about_have_pages(
    site: TestClient, council: str, page: str, made_up_edition: Edition
):
    links = set(re.findall(r'href="([^"#]+)"', site.get(page).text))
    measures = [link for link in links if link.startswith(f"{council}/indicators/")]

    assert len(measures) >= 5
    assert {link.rpartition("/")[2] for link in measures} <= set(
        made_up_edition.measures.with_figures()
    )
    assert site.get(measures[0]).status_code == 200


def test_json_says_what_the_page_says(site: TestClient, page: str):
    told, text = site.get(f"{page}.json").json(), text_of(site.get(page).text)

    assert (told["schema"], told["made_up"], told["notice"]) == (1, True, MADE_UP)
    assert told["headline"] in text
    assert [one["number"] for one in told["questions"]] == list(range(1, 11))
    for one in told["questions"]:
        assert one["question"] in text
        assert one["ask_next"] in text
        assert one["why_asked"] in text
        assert (one["how_many"] or "") in text
        for said in (*one["data_say"], one["how_sure"]):
            assert said["sentence"] in text
            assert said["evidence"] or said["certainty"] == "as_published"
        assert (one["measure"] is None) is (one["address"] is None)


def test_a_row_of_the_csv_is_a_question(site: TestClient, page: str):
    content = site.get(f"{page}.csv").content
    assert content.startswith(b"\xef\xbb\xbf")
    heading, *rows, last = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))

    assert last[0] == MADE_UP
    assert {len(row) for row in rows} == {len(heading)}
    assert [row[0] for row in rows] == [str(number) for number in range(1, 11)]
    assert all(row[heading.index("Question")].endswith("?") for row in rows)


def test_the_workbook_holds_what_it_says_and_a_row_each(site: TestClient, page: str):
    answer = site.get(f"{page}.xlsx")
    book = CalamineWorkbook.from_filelike(io.BytesIO(answer.content))

    assert book.sheet_names == ["What it says", "Questions"]
    assert "-questions.xlsx" in answer.headers["content-disposition"]
    assert book.get_sheet_by_name("Questions").to_python()[0][0] == MADE_UP


@pytest.mark.parametrize("word", FOR_WORD.values())
def test_each_of_those_who_ask_gets_their_own(site: TestClient, page: str, word: str):
    answer, told = site.get(f"{page}?for={word}"), site.get(f"{page}.json?for={word}").json()

    assert f'<link rel="canonical" href="{page}?for={word}">' in answer.text
    assert told["for"] == word
    assert len(told["questions"]) == 10
    assert all(word in one["for_whom"] for one in told["questions"])
    assert f'href="{page}.csv?for={word}"' in answer.text


def test_nobody_else_asks(site: TestClient, page: str):
    answer = site.get(f"{page}?for=everyone")

    assert answer.status_code in (400, 404)
    assert "corporate-parenting" in answer.text


def test_one_that_has_ended_leads_to_its_successors_questions(
    site: TestClient, made_up_edition: Edition
):
    councils = made_up_edition.geography.councils(former=True)
    ended = next(area for area in councils if area.is_former)
    answer = site.get(questions_address(ended))

    assert answer.status_code == 200
    assert "was replaced in" in answer.text
    assert "question-1" not in answer.text
    for code in ended.successors:
        heir = made_up_edition.geography.by_code[code]
        assert f'href="{questions_address(heir)}"' in answer.text
        assert site.get(questions_address(heir)).status_code == 200
    told = site.get(f"{questions_address(ended)}.json").json()
    assert [one["code"] for one in told["ask_instead"]] == list(ended.successors)
    assert len(site.get(f"{questions_address(ended)}.csv").text.splitlines()) == 2


def test_there_is_no_other_form_of_it(site: TestClient, page: str):
    assert site.get(f"{page}.exe").status_code == 404
