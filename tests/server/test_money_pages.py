"""The pages about money: a council's and England's, in every form, and where they lead."""

import csv
import gzip
import io
import re

import pytest
from python_calamine import CalamineWorkbook
from starlette.testclient import TestClient

from brightfutures.pages.addresses import MONEY, RESERVED
from brightfutures.pages.site_nav import foot_nav
from dead_links import DeadLinks

MADE_UP = "Made-up England: no figure here is real."
KILOBYTES = 1024


@pytest.fixture(scope="module", params=["council", "england"])
def page(request: pytest.FixtureRequest, council: str) -> str:
    return f"{council}/money" if request.param == "council" else MONEY


def links(html: str) -> list[str]:
    return sorted(set(re.findall(r'href="([^"#]+)"', html)))


def plain(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", "", html).replace("&#39;", "'").split())


def test_it_says_what_it_is_and_is_small_enough_to_send(site: TestClient, page: str):
    answer = site.get(page)

    assert answer.status_code == 200
    assert MADE_UP in answer.text
    assert "<script" not in answer.text
    assert answer.text.count("<h1>") == 1
    assert len(gzip.compress(answer.content)) < 60 * KILOBYTES


def test_every_address_on_it_leads_somewhere(site: TestClient, page: str, dead: DeadLinks):
    elsewhere = {address for _, address in foot_nav()}
    ours = [link for link in links(site.get(page).text) if link not in elsewhere]

    assert f"{page}.svg" not in ours
    assert dead(ours) == []


def test_no_council_may_take_its_first_word_and_every_page_leads_to_it(
    site: TestClient, council: str
):
    assert MONEY.strip("/") in RESERVED
    assert MONEY in links(site.get("/").text)
    assert f"{council}/money" in links(site.get(council).text)
    assert MONEY in links(site.get(f"{council}/money").text)


def test_a_measure_of_money_leads_back_to_the_councils_money(site: TestClient, council: str):
    html = site.get(f"{council}/indicators/spend_per_child_pounds").text

    assert re.search(rf'<a href="{council}/money" aria-current="true"', html)


def test_the_json_has_the_split_with_ranges_and_sum_and_every_line_of_both_returns(
    site: TestClient, council: str
):
    html = plain(site.get(f"{council}/money").text)
    told = site.get(f"{council}/money.json").json()

    assert (told["schema"], told["made_up"], told["notice"]) == (1, True, MADE_UP)
    assert told["headline"] in html
    for gap in told["gaps"]:
        split = gap["split"]
        if split is None:
            assert gap["why_not"] in html
            continue
        assert split["sum_of_parts_pounds"] == pytest.approx(split["gap_pounds"], abs=0.005)
        assert [one["part"] for one in split["parts"]] == ["need", "number", "mix", "price",
                                                           "remainder"]  # fmt: skip
        for one in split["parts"]:
            assert one["low"] <= one["pounds_per_child"] <= one["high"]
            assert one["sentence"].partition(": ")[2] in html
    assert {"line", "return", "year", "pounds", "missing", "file", "row"} <= set(told["lines"][0])
    assert any(one["return"] == "revenue_outturn" for one in told["lines"])
    for year in told["prevention"]["years"]:
        assert set(year["shares"]) == {"strict", "middle", "broad"}
    assert isinstance(told["checks"], list)
    for said in (*told["own_cuts"], *(one["question"] for one in told["ask_first"])):
        assert said in html


def test_another_comparison_is_kept_by_the_page_and_its_files(site: TestClient, council: str):
    html = site.get(f"{council}/money?against=england").text
    told = site.get(f"{council}/money.json?against=england").json()

    assert f"{council}/money.json?against=england" in html
    assert told["compared_with"]["set"] == "england"


def test_englands_json_counts_in_how_many_councils_each_part_is_clear(site: TestClient):
    told = site.get("/money.json").json()

    assert told["area"]["name"] == "England"
    assert {one["level"] for one in told["gaps"]} == {"all_lines", "in_care"}
    for level in told["gaps"]:
        for part in level["parts"]:
            assert part["more"] + part["less"] <= level["councils"]
        assert sum(part["largest"] for part in level["parts"]) == level["councils"]
    assert len(told["checks"]["councils"]) > 100
    assert told["after_cuts"]["comparisons"]


def rows_of(site: TestClient, address: str) -> list[dict[str, str]]:
    text = site.get(address).content.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def test_the_csv_has_a_row_for_every_figure_with_unit_year_and_file_or_reason(
    site: TestClient, page: str
):
    answer = site.get(f"{page}.csv")
    *figures, last = rows_of(site, f"{page}.csv")

    name = f"{page.strip('/').replace('/', '-')}" if page != MONEY else "england-money"
    assert f'filename="{name}.csv"' in answer.headers["content-disposition"]
    assert last["Part"] == MADE_UP
    assert len(figures) > 100
    for row in figures:
        assert row["Part"]
        assert row["About"]
        assert row["Whose"]
        assert row["Unit"]
        assert row["Year"]
        assert bool(row["Figure"]) != bool(row["Why missing"]), row
    returned = [row for row in figures if row["Part"] == "The returns" and row["Figure"]]
    assert all(row["File"] and row["Row"] and row["Return"] for row in returned)


PARTS = {"The gap", "Lines of the year", "For each child", "Weekly costs", "Prevention",
         "Budget and outturn", "Questions on the return", "The returns"}  # fmt: skip
OF_ENGLAND = (PARTS - {"The gap", "Questions on the return"}) | {
    "How it grew", "How far councils lie apart", "What councils’ gaps are made of",
    "Prevention by fifth of councils", "Grants for early help", "What followed cuts",
    "Questions on the returns", "Weekly costs, council by council",
}  # fmt: skip


def test_the_csv_holds_every_part_of_the_page(site: TestClient, council: str):
    of_council = {row["Part"] for row in rows_of(site, f"{council}/money.csv")[:-1]}
    of_england = {row["Part"] for row in rows_of(site, f"{MONEY}.csv")[:-1]}

    assert of_council <= PARTS
    assert of_council >= PARTS - {"Questions on the return"}  # where there is one to ask
    assert of_england <= OF_ENGLAND
    assert of_england >= OF_ENGLAND - {"Grants for early help"}


def test_the_gap_of_the_csv_is_that_of_the_json_and_its_parts_add_up(
    site: TestClient, council: str
):
    rows = [row for row in rows_of(site, f"{council}/money.csv") if row["Part"] == "The gap"]
    for gap in site.get(f"{council}/money.json").json()["gaps"]:
        ours = [row for row in rows if row["Id"] == gap["level"]]
        if gap["split"] is None:
            assert [row["In words"] for row in ours] == [gap["why_not"]]
            continue
        parts = [row for row in ours if row["Told as"].startswith("Part: ")]
        (total,) = (row for row in ours if row["Told as"].startswith("The gap: the sum"))
        assert sum(float(row["Figure"]) for row in parts) == pytest.approx(float(total["Figure"]))
        for row, part in zip(parts, gap["split"]["parts"], strict=True):
            assert float(row["Figure"]) == pytest.approx(part["pounds_per_child"])
            assert float(row["Range from"]) == pytest.approx(part["low"])
            assert float(row["Range to"]) == pytest.approx(part["high"])


@pytest.mark.parametrize("page", ["council", "england"])
def test_a_share_is_told_in_files_as_per_cent_and_in_one_unit(
    site: TestClient, council: str, page: str
):
    rows = rows_of(site, f"{council}/money.csv" if page == "council" else "/money.csv")
    assert not [row for row in rows if "share" in row["Unit"] or "_" in row["Unit"]]
    shares = [
        float(row["Figure"])
        for row in rows
        if row["Told as"] == "Prevention as a share of spending" and row["Figure"]
    ]
    assert 1.0 < max(shares) <= 100.0


def test_the_csv_has_prevention_costs_and_questions_as_the_json(site: TestClient, council: str):
    rows = rows_of(site, f"{council}/money.csv")
    told = site.get(f"{council}/money.json").json()

    shares = {
        (row["Year"], row["Id"]): row["Figure"]
        for row in rows
        if row["Told as"] == "Prevention as a share of spending"
    }
    for year in told["prevention"]["years"]:
        for rule, share in year["shares"].items():
            assert shares[year["year"], rule] == ("" if share is None else str(100.0 * share))
    weeks = {
        (row["Id"], row["Whose"]): row
        for row in rows
        if row["Told as"] == "A week of one placement"
    }
    for one in told["unit_costs"]:
        here = [row for (kind, whose), row in weeks.items()
                if kind == one["kind"] and whose != "Similar councils"]  # fmt: skip
        assert [row["Figure"] or None for row in here] == [
            None if one["here"]["weekly_pounds"] is None else str(one["here"]["weekly_pounds"])
        ]
    asked = [row for row in rows if row["Part"] == "Questions on the return"]
    assert [row["Id"] for row in asked] == [one["rule"] for one in told["checks"]]


def test_another_comparison_is_kept_by_the_csv(site: TestClient, council: str):
    whose = {row["Whose"] for row in rows_of(site, f"{council}/money.csv?against=england")}

    assert "Similar councils" not in whose
    assert len(whose) > 2


def test_the_workbook_has_what_it_says_and_a_sheet_for_each_part(site: TestClient, council: str):
    answer = site.get(f"{council}/money.xlsx")
    book = CalamineWorkbook.from_filelike(io.BytesIO(answer.content))

    assert book.sheet_names == [
        "What it says", "The gap", "Lines of the year", "Lines and years", "For each child",
        "Prevention", "Placements", "Budgets", "Questions", "Figures and sources",
    ]  # fmt: skip
    england = CalamineWorkbook.from_filelike(io.BytesIO(site.get("/money.xlsx").content))
    assert england.sheet_names == [
        "What it says", "Lines and years", "For each child", "Growth", "Spread", "Gaps",
        "Prevention", "Placements", "Lines of the year", "Weekly costs", "By fifth", "Grants",
        "Budgets", "After cuts", "Questions", "Figures and sources",
    ]  # fmt: skip
    assert len(england.get_sheet_by_name("Placements").to_python()) > 300  # all that strips draw


@pytest.mark.parametrize("word", ["gap", "gap-in-care", "spending", "prevention"])
def test_each_chart_is_a_file_of_its_own(site: TestClient, council: str, word: str):
    answer = site.get(f"{council}/money.{word}.svg")

    assert answer.headers["content-type"] == "image/svg+xml"
    assert "<svg" in answer.text
    assert MADE_UP in answer.text


def test_an_unknown_form_or_comparison_is_refused(site: TestClient, council: str):
    assert site.get(f"{council}/money.exe").status_code == 404
    assert site.get(f"{council}/money?against=nobody").status_code in (400, 404)


def test_england_says_which_lines_could_count_either_way_and_a_council_leads_there(
    site: TestClient, council: str
):
    html = site.get(MONEY).text
    told = site.get("/money.json").json()["prevention"]["lines_that_could_count_either_way"]

    assert '<details id="which-lines">' in html
    assert f'href="{MONEY}#which-lines"' in site.get(f"{council}/money").text
    assert {one["narrowest"] for one in told} == {"strict", "middle", "broad", None}
    for one in told:
        assert f"<dt>{one['title']}</dt><dd>{one['sentence']}</dd>" in html


def test_englands_fifths_of_the_first_year_and_the_newest_are_told_in_the_same_prices(
    site: TestClient,
):
    told = site.get("/money.json").json()["prevention"]
    both = [*told["first_fifths"], *told["fifths"]]

    assert [one["fifth"] for one in both] == [1, 2, 3, 4, 5] * 2
    assert len({one["year"] for one in both}) == 2
    assert len({one["price_year"] for one in both}) == 1
    assert "for each child, in prices of" in plain(site.get(MONEY).text)


def test_a_council_says_why_no_share_before_2014_15_stands_beside_the_others(
    site: TestClient, council: str
):
    assert "Before 2014-15 children’s centres and youth" in plain(site.get(f"{council}/money").text)


def test_england_says_what_its_grant_for_early_help_was_and_what_came_after(site: TestClient):
    told = plain(site.get(MONEY).text)

    assert re.search(r"The Early Intervention Grant brought .{1,40} in 2011-12 and", told)
    assert "the Troubled Families grants" in told
