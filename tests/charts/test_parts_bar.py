"""A parts bar: parts that fill a whole, in order, each as wide as its share."""

import xml.etree.ElementTree as Xml

import pytest
from hypothesis import given
from hypothesis import strategies as some

from brightfutures.charts.parts_bar import HEIGHT, WIDTH, PartsBarChart
from brightfutures.charts.words import ChartWords

WORDS = ChartWords(title="What sets councils apart", description="Most of it lasts.")


def bars(chart: PartsBarChart) -> list[tuple[float, float, str]]:
    """Left edge, width and fill of each part that is drawn."""
    boxes = [one for one in Xml.fromstring(chart.svg("bar")).iter() if one.tag.endswith("rect")]
    *parts, outline = boxes
    assert outline.get("fill") == "none"
    return [
        (float(one.get("x") or 0), float(one.get("width") or 0), one.get("fill") or "")
        for one in parts
    ]


@given(some.floats(0, 1), some.floats(0, 1))
def test_the_parts_stand_in_order_inside_the_bar(one: float, other: float):
    low, high = sorted((one, other))
    shares = (low, high - low, 1.0 - high)
    found = bars(PartsBarChart(words=WORDS, parts=tuple(zip("abc", shares, strict=True))))

    ends = [0.0]
    for left, width, _ in found:
        assert left >= ends[-1]
        ends.append(left + width)
    assert ends[-1] <= WIDTH
    assert all(
        abs(width + 1.5 - share * (WIDTH - 2)) < 0.11
        for (_, width, _), share in zip(
            found, [share for share in shares if share * (WIDTH - 2) > 1.5], strict=True
        )
    )


def test_it_is_named_described_and_small():
    chart = PartsBarChart(words=WORDS, parts=(("lasts", 0.7), ("chance", 0.3)))
    root = Xml.fromstring(chart.svg("bar"))
    texts = {one.tag.rpartition("}")[2]: one.text for one in root.iter()}

    assert (root.get("role"), root.get("viewBox")) == ("img", f"0 0 {WIDTH} {HEIGHT}")
    assert (texts["title"], texts["desc"]) == (WORDS.title, WORDS.description)
    assert chart.table().rows == (("lasts", "0.7"), ("chance", "0.3"))


@pytest.mark.parametrize(
    "shares", [(0.5, 0.4), (1.2, -0.2), (float("nan"), 0.5), (1.0,), (0.25, 0.25, 0.25, 0.25)]
)
def test_what_is_no_whole_is_refused(shares: tuple[float, ...]):
    with pytest.raises(ValueError, match=r"parts|share of a whole|make a whole"):
        PartsBarChart(words=WORDS, parts=tuple((str(share), share) for share in shares))
