"""The lettered strip: every council chosen has a shape and a letter, and none hides another."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brightfutures.charts.lettered_strip import (
    SHAPES,
    Lettered,
    LetteredStripChart,
    mark,
    rows_apart,
)
from brightfutures.charts.words import ChartWords
from brightfutures.quantities import Missing, Reason

WORDS = ChartWords(title="Plans: the councils chosen", description="A is at 3.")


def chart(*figures, councils=(1.0, 2.0, 9.0)) -> LetteredStripChart:
    chosen = tuple(
        Lettered(letter="ABCDEFGHIJK"[place], name=f"Council {place}", figure=figure)
        for place, figure in enumerate(figures)
    )
    return LetteredStripChart(words=WORDS, councils=councils, chosen=chosen)


def letters(svg: str) -> list[tuple[float, float, str]]:
    found = re.findall(r'<text x="([\d.-]+)" y="([\d.-]+)"[^>]*>(\w)</text>', svg)
    return [(float(x), float(y), letter) for x, y, letter in found]


def test_each_council_chosen_has_its_letter_and_one_without_a_figure_has_none():
    svg = chart(3.0, Missing((Reason.SUPPRESSED,)), 9.0).svg("one")
    assert [letter for _, _, letter in letters(svg)] == ["A", "C"]
    assert 'role="img"' in svg
    assert "style=" not in svg


@given(st.lists(st.floats(0, 100), min_size=1, max_size=10))
def test_no_letter_lies_on_another(figures):
    placed = letters(chart(*figures, councils=(0.0, 100.0)).svg("one"))
    for row in {y for _, y, _ in placed}:
        across = sorted(x for x, y, _ in placed if y == row)
        assert all(later - earlier >= 10.8 for earlier, later in pairwise(across))
    assert min(y for _, y, _ in placed) > 8


def test_rows_are_filled_from_the_lowest():
    assert rows_apart([0.0, 100.0, 5.0, 103.0, 8.0]) == [0, 0, 1, 1, 2]


def test_the_table_names_each_with_its_letter_and_figure():
    table = chart(3.0, Missing((Reason.SUPPRESSED,))).table()
    assert table.rows == (("Council 0", "A", "3"), ("Council 1", "B", "–"))


def test_every_council_has_a_shape_of_its_own_and_there_are_no_more_than_shapes():
    assert len({mark(place) for place in range(len(SHAPES))}) == len(SHAPES)
    with pytest.raises(ValueError, match="more councils than shapes"):
        chart(*[1.0] * (len(SHAPES) + 1))
