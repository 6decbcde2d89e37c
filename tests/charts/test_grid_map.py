"""The grid map: a cell for every council, its verdict as a shape, a link that says both."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brightfutures.charts.councils import CouncilMark, Standing
from brightfutures.charts.grid_map import GridMapChart
from brightfutures.charts.grid_map_cells import MapCell, Told
from brightfutures.charts.palette import DARK, US
from brightfutures.charts.words import ChartWords
from brightfutures.quantities import Missing, Reason, Value

WITHHELD = Missing((Reason.SUPPRESSED,))
KEY = tuple((told, told.value.capitalize()) for told in Told)
SVG = "{http://www.w3.org/2000/svg}"


def cell(
    place: int,
    told: Told = Told.NO_DIFFERENCE,
    figure: Value = 5.0,
    *,
    us: bool = False,
    address: str | None = None,
) -> MapCell:
    return MapCell(
        mark=CouncilMark(
            name=f"Place {place}",
            figure=figure,
            standing=Standing.US if us else Standing.OTHER,
        ),
        column=place % 12,
        row=1 + place // 12,
        letters="Plc",
        region="North" if place < 24 else "South",
        told=told,
        said=f"Place {place}: {told}",
        address=address,
    )


def chart(words: ChartWords, *cells: MapCell) -> GridMapChart:
    return GridMapChart(words=words, cells=cells, key=KEY)


def test_each_cell_is_a_link_that_says_its_council_and_its_verdict_in_the_order_given(
    seen: Callable[[str], Any], words: ChartWords
):
    cells = [cell(place, address=f"/place-{place}") for place in (3, 1, 30)]
    drawn = seen(chart(words, *cells).svg("map")).root
    links = list(drawn.iter(f"{SVG}a"))

    assert drawn.get("role") == "group"
    assert [link.get("href") for link in links] == ["/place-3", "/place-1", "/place-30"]
    assert [link.findtext(f"{SVG}title") for link in links] == [one.said for one in cells]


def test_cells_that_lead_nowhere_are_an_image_and_hold_no_link(
    seen: Callable[[str], Any], words: ChartWords
):
    drawn = seen(chart(words, cell(1), cell(2)).svg("map")).root

    assert drawn.get("role") == "img"
    assert not list(drawn.iter(f"{SVG}a"))


def test_the_cells_of_a_region_stand_together_under_its_name(
    seen: Callable[[str], Any], words: ChartWords
):
    drawn = seen(chart(words, cell(1), cell(2), cell(30)).svg("map")).root
    groups = [group for group in drawn.iter(f"{SVG}g") if group.get("role") == "group"]

    assert [group.get("aria-label") for group in groups] == ["North", "South"]
    assert [len(group.findall(f"{SVG}g")) for group in groups] == [2, 1]


@pytest.mark.parametrize("narrow", [False, True])
def test_every_verdict_has_a_shape_of_its_own_so_that_shade_is_never_alone(
    words: ChartWords, narrow: bool
):
    shapes = set()
    for told in Told:
        svg = chart(words, cell(1, told)).svg("map", narrow=narrow)
        drawn = svg[svg.index('role="group" aria-label="North"') : svg.index("</g></g>")]
        kinds = re.findall(r"<(path|circle)|(?<=h)9l-4.5 (-?8)|(h8)", drawn)
        shapes.add(str(kinds))
    assert len(shapes) == len(Told)


def test_a_council_without_a_figure_is_an_empty_outline_and_counted_as_such(
    seen: Callable[[str], Any], words: ChartWords
):
    drawn = seen(chart(words, cell(1, Told.CANNOT_SAY, WITHHELD), cell(2)).svg("map"))

    assert len(drawn.drawn(stroke_dasharray="2 2")) == 2  # the cell, and its line of the legend
    assert "No figure: 1" in [said for said, _ in drawn.texts]


def test_a_verdict_on_a_withheld_figure_is_shown_as_any_other(words: ChartWords):
    one = chart(words, cell(1, Told.HIGHER, WITHHELD)).svg("map")

    assert one == chart(words, cell(1, Told.HIGHER, 5.0)).svg("map")


def test_only_the_council_asked_about_is_navy_and_the_legend_says_its_figure(
    seen: Callable[[str], Any], words: ChartWords
):
    drawn = seen(chart(words, cell(1, Told.HIGHER), cell(2, us=True)).svg("map"))
    squares = [
        mark
        for mark in drawn.drawn(fill=US)
        if mark.tag == f"{SVG}path" and "v" in mark.get("d", "")
    ]

    assert len(squares) == 2  # the cell, and its line of the legend
    assert drawn.texts[0][0].startswith("Place 2")
    assert any("v" in mark.get("d", "") for mark in drawn.drawn(fill=DARK))


def test_the_table_has_every_council_in_the_order_of_the_cells(words: ChartWords):
    table = chart(words, cell(30, Told.LOWER), cell(1, Told.CANNOT_SAY, WITHHELD)).table()

    assert table.rows == (
        ("Place 30", "South", "5", "Lower"),
        ("Place 1", "North", "withheld", "Cannot say"),
    )


def test_two_councils_on_one_cell_or_none_at_all_are_refused(words: ChartWords):
    with pytest.raises(ValueError, match="share a cell"):
        chart(words, cell(1), cell(1))
    with pytest.raises(ValueError, match="no cells"):
        chart(words)


places = st.sets(st.integers(0, 200), min_size=1, max_size=60)


@given(st.data(), places, st.booleans())
def test_nothing_leaves_the_drawing_and_no_two_words_of_the_key_or_of_regions_meet(
    seen: Callable[[str], Any], data: st.DataObject, found: set[int], narrow: bool
):
    words = ChartWords(title="Children in care", description="A square for each council.")
    cells = tuple(
        cell(place, data.draw(st.sampled_from(Told)), data.draw(st.sampled_from([5.0, WITHHELD])))
        for place in sorted(found)
    )
    drawn = seen(chart(words, *cells).svg("map", narrow=narrow))

    for left, top, right, bottom in (*drawn.marks, *(box for _, box in drawn.texts)):
        assert -0.2 <= left <= right <= drawn.width + 0.2
        assert -0.2 <= top <= bottom <= drawn.height + 0.2
    texts = sorted(drawn.texts)
    for number, (_, one) in enumerate(texts):
        for _, other in texts[number + 1 :]:
            assert (
                one[2] <= other[0] + 0.2
                or other[2] <= one[0] + 0.2
                or one[3] <= other[1] + 0.2
                or other[3] <= one[1] + 0.2
            )
