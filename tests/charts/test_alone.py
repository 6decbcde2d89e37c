"""A chart as a file of its own: a whole drawing that says what it is and leads nowhere."""

import xml.etree.ElementTree as ElementTree

import pytest

from brightfutures.charts.alone import Caption, standing_alone
from brightfutures.charts.drawing import picture, text, titled
from brightfutures.charts.sparkline import SparklineChart
from brightfutures.charts.words import ChartWords

SVG = "{http://www.w3.org/2000/svg}"
CAPTION = Caption(
    message="More children are in care & fewer leave",
    statistics="Per 10,000 children, 2013 to 2025",
    foot=("Source: a table.", "Bright Futures. Version 1."),
)


def alone(drawing: str, caption: Caption = CAPTION) -> ElementTree.Element:
    return ElementTree.fromstring(standing_alone(drawing, caption).encode("utf-8"))


def words_of(root: ElementTree.Element) -> str:
    return " ".join("".join(element.itertext()) for element in root.iter(f"{SVG}text"))


@pytest.fixture
def drawing(words: ChartWords) -> str:
    return SparklineChart(words=words, periods=("2024", "2025"), figures=(1, 2)).svg("spark")


def test_the_file_is_named_and_described_and_carries_its_words_and_its_source(
    drawing: str, words: ChartWords
):
    root = alone(drawing)

    assert root.tag == f"{SVG}svg"
    assert root.findtext(f"{SVG}title") == words.title
    assert words.description in (root.findtext(f"{SVG}desc") or "")
    for said in (CAPTION.message, CAPTION.statistics, *CAPTION.foot):
        assert said in words_of(root)


def test_it_stands_on_white_over_its_whole_size(drawing: str):
    root = alone(drawing)
    ground = root.find(f"{SVG}rect")

    assert ground is not None
    assert ground.get("fill") == "#FFFFFF"
    assert (ground.get("width"), ground.get("height")) == (root.get("width"), root.get("height"))


def test_a_notice_stands_in_the_picture_and_in_its_description(drawing: str):
    notice = "Made-up England: no figure here is real."
    root = alone(drawing, Caption(message="A", statistics="B", foot=(), notice=notice))

    assert notice in words_of(root)
    assert (root.findtext(f"{SVG}desc") or "").startswith(notice)


def test_links_become_plain_groups_as_a_file_leads_nowhere(words: ChartWords):
    link = titled("Essex: 52", text(1, 9, "Ess"), address="/essex")
    root = alone(picture(words, "map", 50, 20, [link], text_size=9, role="group"))

    assert not list(root.iter(f"{SVG}a"))
    assert "Essex: 52" in [title.text for title in root.iter(f"{SVG}title")]


def test_a_long_caption_is_wrapped_within_the_file(drawing: str):
    long = Caption(message="Children in care " * 20, statistics="s", foot=("Source " * 60,))
    root = alone(drawing, long)

    height = float(root.get("height") or 0)
    assert all(float(one.get("y") or 0) < height for one in root.findall(f"{SVG}text"))


def test_what_is_no_drawing_of_ours_is_refused():
    with pytest.raises(ValueError, match="can stand alone"):
        standing_alone("<svg></svg>", CAPTION)
