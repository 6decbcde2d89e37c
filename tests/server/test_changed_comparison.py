"""Changing whom a council is compared with: by the form, in every word, in files, and refused."""

import csv
import io
import re

import pytest
from starlette.testclient import TestClient

from brightfutures.catalogue.lookup import find_area
from brightfutures.delivery.asked import Asked
from brightfutures.delivery.chosen_comparison import MOST_CHOSEN, chosen_comparison
from brightfutures.delivery.edition import Edition
from brightfutures.findings.place_names import placed_first
from brightfutures.pages.addresses import slug
from brightfutures.quantities import WrongUse


def words(html: str) -> str:
    """What the page says, also to those who cannot see it, without the ways on and the form."""
    main = html.split("<main", 1)[1].split("</main>", 1)[0]
    without = re.sub(r"<form.*?</form>", " ", main, flags=re.S)
    return " ".join(re.sub(r"<[^>]+>", " ", without).split())


def against(edition: Edition, council: str, *said: str):
    area = find_area(edition.geography, council)
    return chosen_comparison(edition, area, Asked(query=tuple(("against", one) for one in said)))


@pytest.fixture(scope="module")
def others(made_up_edition: Edition) -> list[str]:
    return [slug(area) for area in made_up_edition.geography.councils()[1:30]]


@pytest.mark.parametrize("word", ["homes", "coming-in"])
@pytest.mark.parametrize("asked", ["region", "england", "nearest-in-context", "own"])
def test_nothing_on_a_stage_says_similar_councils_when_others_are_asked_for(
    site: TestClient, council: str, others: list[str], word: str, asked: str
):
    asked = ",".join(others[:7]) if asked == "own" else asked
    answer = site.get(f"{council}/{word}?against={asked}")
    assert answer.status_code == 200
    assert "similar" not in words(answer.text).lower()
    assert "similar councils" in words(site.get(f"{council}/{word}").text)


def test_the_form_stands_at_what_is_asked_for_and_links_take_it_with_them(
    site: TestClient, council: str
):
    html = site.get(f"{council}/homes?against=region").text
    assert re.findall(r'<option value="([\w-]+)" selected', html) == ["region"]
    assert f'href="{council}/in-care?against=region"' in html
    assert f'href="{council}/homes.csv?against=region"' in html
    usual = site.get(f"{council}/homes").text
    assert re.findall(r'<option value="([\w-]+)" selected', usual) == ["similar"]
    assert "?against=" not in usual


def test_files_name_whom_the_figures_stand_beside(site: TestClient, council: str):
    text = site.get(f"{council}/homes.csv?against=region").content.decode("utf-8-sig")
    heading, *rows = csv.reader(io.StringIO(text))
    assert "Rest of the region, average" in heading
    assert not [cell for cell in heading if "Similar" in cell]
    assert rows[-1][0].startswith("Compared with the ")
    told = site.get(f"{council}/homes.json?against=england").json()
    assert told["compared_with"]["set"] == "england"
    assert {one["verdict"]["against"] for one in told["measures"]} == {"england"}
    assert site.get(f"{council}/homes.xlsx?against=region").status_code == 200


def test_a_list_is_read_with_commas_repeated_or_by_name_and_said_in_one_way(
    made_up_edition: Edition, others: list[str]
):
    names = [made_up_edition.council_of_slug[word].name for word in others[:3]]
    found = [
        against(made_up_edition, "Avengate", ",".join(others[:3])),
        against(made_up_edition, "Avengate", *reversed(others[:3])),
        against(
            made_up_edition, "Avengate", f"{names[1]}, {names[0]}; {names[2]}".replace("; ", ", ")
        ),
        against(made_up_edition, "Avengate", ",".join([*others[:3], "avengate", others[0]])),
    ]
    assert len({(one.against, one.query) for one in found}) == 1
    assert "three councils that you chose" in found[0].sentence
    again = against(made_up_edition, "Avengate", found[0].query.removeprefix("?against="))
    assert again.against == found[0].against


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ("regoin", "Or the comparison 'region'?"),
        ("avengate", "only Avengate is named"),
        ("england,region", "is called 'region'|is not one"),
    ],
)
def test_what_is_neither_a_set_nor_a_council_is_refused_in_a_sentence(
    made_up_edition: Edition, said: str, sentence: str
):
    with pytest.raises(WrongUse, match=sentence):
        against(made_up_edition, "Avengate", said)


def test_no_more_than_so_many_councils_are_taken(made_up_edition: Edition, others: list[str]):
    with pytest.raises(WrongUse, match=f"may hold {MOST_CHOSEN} councils"):
        against(made_up_edition, "Avengate", *others[: MOST_CHOSEN + 3])


def test_a_long_list_is_still_an_address_that_can_be_read_again(
    made_up_edition: Edition, others: list[str]
):
    chosen = against(made_up_edition, "Avengate", *others[:MOST_CHOSEN])
    again = against(made_up_edition, "Avengate", chosen.query.removeprefix("?against="))
    assert again.against == chosen.against
    assert len(chosen.query) <= 420


def test_the_file_of_a_measure_says_beside_whom(site: TestClient, indicator: str):
    for query, whom in (("", "imilar"), ("?against=region", "region")):
        lines = site.get(f"{indicator}.csv{query}").content.decode("utf-8-sig").splitlines()
        rows = list(csv.DictReader(lines[:-1]))
        assert all(whom in row["Beside whom"] for row in rows)
        assert [row["Verdict"] for row in rows[:-1]] == [""] * (len(rows) - 1)
        assert rows[-1]["Verdict"]
        assert float(rows[-1]["Average beside it"]) > 0


@pytest.mark.parametrize(
    "page", ["avengate", "avengate/in-care", "avengate/money", "avengate/similar",
             "avengate/indicators/children_looked_after_rate"],
)  # fmt: skip
def test_of_one_council_that_is_chosen_nothing_is_said_in_the_plural(
    site: TestClient, others: list[str], page: str
):
    text = site.get(f"/{page}?against={others[0]}").text
    assert "ouncils you chose" not in text
    assert "The councils chosen" not in text
    assert not re.search(r"\b1 councils", text)
    assert "that you chose" in text
    if page.endswith("money"):
        assert "that takes at least three councils to compare with" in text


def test_a_council_that_has_ended_is_left_out_of_a_list_in_a_sentence(
    made_up_edition: Edition, others: list[str]
):
    ended = next(area for area in made_up_edition.geography.councils(former=True) if area.is_former)
    assert ended.last is not None
    found = against(made_up_edition, "Avengate", others[0], slug(ended))
    assert found.sentence.endswith(
        f"{placed_first(ended.name)} is left out: it ended in {ended.last.year}, and has no "
        "figures of today."
    )
    assert slug(ended) not in found.query
    assert ended.code not in found.used.councils
    with pytest.raises(WrongUse, match=r"is left out: it ended .* compared with councils of today"):
        against(made_up_edition, "Avengate", slug(ended))


def test_one_council_alone_is_said_to_be_too_few_and_has_no_middle_half(
    site: TestClient, council: str, made_up_edition: Edition
):
    other = next(
        area for area in made_up_edition.geography.councils() if council != f"/{slug(area)}"
    )
    html = site.get(f"{council}?against={slug(other)}").text

    assert "Too few councils stand beside" in html
    assert "that takes six councils to compare with" in html
    assert "shaded: middle half" not in html
