"""Charts as files of their own, and one measure over all England with a council picked out."""

import re
import xml.etree.ElementTree as ElementTree
from itertools import pairwise

import pytest
from starlette.testclient import TestClient

from brightfutures.delivery.edition import Edition

MADE_UP = "Made-up England: no figure here is real."
NATIONAL = "/indicators/referrals_rate"
SVG = "{http://www.w3.org/2000/svg}"


SMALL = ["every small chart, by its measure"]


def word_of(link: str) -> str:
    return link.rsplit(".", 2)[1]


def charts_of(html: str) -> list[str]:
    return re.findall(r'href="([^"]+\.svg(?:\?[^"]*)?)"', html)


@pytest.mark.parametrize(
    ("page", "words"),
    [
        (NATIONAL, ["ranked", "map", "funnel"]),
        ("{council}", ["trend"]),
        ("{council}/indicators/referrals_rate", ["trend"]),
        ("{council}/similar", ["circumstances"]),
        ("/england", ["trend", *SMALL, "deprivation"]),
        ("/", SMALL),
        ("{council}/homes", SMALL),
    ],
)
def test_every_chart_is_to_be_had_as_a_whole_file(
    site: TestClient, council: str, made_up_edition: Edition, page: str, words: list[str]
):
    address = page.format(council=council)
    html = site.get(address).text
    found = charts_of(html)
    small = [word for word in map(word_of, found) if word in made_up_edition.catalogue.indicators]

    stem = "/index" if page == "/" else address
    told = [small if word in SMALL else [word] for word in words]
    assert found == [f"{stem}.{word}.svg" for some in told for word in some]
    assert html.count('<figure class="small-trend">') == len(set(small)) == len(small)
    assert bool(small) == (SMALL[0] in words)
    for link in found:
        answer = site.get(link)
        root = ElementTree.fromstring(answer.content)
        said = " ".join("".join(element.itertext()) for element in root.iter(f"{SVG}text"))
        assert answer.status_code == 200
        assert answer.headers["content-type"] == "image/svg+xml"
        assert ".svg" in answer.headers["content-disposition"]
        assert root.findtext(f"{SVG}title")
        assert root.findtext(f"{SVG}desc")
        assert MADE_UP in said
        assert "Bright Futures" in said
        assert not list(root.iter(f"{SVG}a"))
        assert not {"style", "class"} & {name for one in root.iter() for name in one.attrib}


@pytest.mark.parametrize("word", ["", "nothing", "map", "a" * 300])
def test_a_chart_that_a_page_has_not_is_not_found_and_the_page_says_what_it_has(
    site: TestClient, council: str, word: str
):
    answer = site.get(f"{council}.{word}.svg")

    assert answer.status_code == 404
    assert answer.headers["content-type"].startswith("text/html")


def test_a_chart_keeps_what_the_page_was_asked(site: TestClient, council: str):
    asked = f"{NATIONAL}?council={council.strip('/')}"
    (link,) = [link for link in charts_of(site.get(asked).text) if ".map." in link]

    assert link == f"{NATIONAL}.map.svg?council={council.strip('/')}"
    assert site.get(link).content != site.get(f"{NATIONAL}.map.svg").content


def test_the_map_leads_to_every_council_by_its_name_region_by_region(
    site: TestClient, made_up_edition: Edition
):
    html = site.get(NATIONAL).text
    drawn = html[html.index('aria-labelledby="map-referrals_rate-title') :]
    drawn = drawn[: drawn.index("</svg>")]
    cells = re.findall(
        r'<a href="/([^/]+)/indicators/referrals_rate"><title>([^<]+)</title>', drawn
    )
    councils = made_up_edition.geography.councils()

    assert sorted(name for name, _ in cells) == sorted(
        name for name, area in made_up_edition.council_of_slug.items() if area in councils
    )
    regions = [made_up_edition.council_of_slug[name].region for name, _ in cells]
    assert len([1 for one, next_ in pairwise(regions) if one != next_]) == 8
    for name, said in cells:
        assert said.startswith(made_up_edition.council_of_slug[name].name + ": ")


def test_a_council_is_found_in_all_three_pictures_and_its_choice_is_kept_in_the_form(
    site: TestClient, council: str, made_up_edition: Edition
):
    name = made_up_edition.geography.councils()[0].name
    html = site.get(f"{NATIONAL}?council={council.strip('/')}").text
    main = html[html.index("<main") :]

    assert f'<option value="{council.strip("/")}" selected>{name}<' in main
    assert main.count('fill="#12436D"') + main.count('stroke="#12436D"') >= 6
    assert f'<p class="chosen">{name} has ' in main
    assert '#12436D"' not in site.get(NATIONAL).text


@pytest.mark.parametrize("text", ["nowhere", "<script>", "amber-coast"])
def test_a_council_that_is_none_gets_a_sentence_and_no_page(site: TestClient, text: str):
    answer = site.get(NATIONAL, params={"council": text})

    assert answer.status_code == 404
    assert "<script>" not in answer.text


def test_the_definition_leads_to_its_sources_and_says_what_is_divided_by_what(site: TestClient):
    html = site.get(NATIONAL).text

    for word in ("Counted", "Divided by", "Unit", "Direction", "Smallest gap", "Sources"):
        assert f"<dt>{word}</dt>" in html
    assert re.search(r'<dt>Sources</dt><dd><a href="/data/[a-z0-9_]+">', html)


def test_a_measure_that_cannot_be_tested_has_no_map(site: TestClient):
    html = site.get("/indicators/spend_per_child_pounds").text

    assert 'id="map"' not in html
    assert "ranked.svg" in html
