from collections.abc import Callable
from typing import Any

import pytest

from brightfutures.charts.ranges import RangeMark, RangeRow, RangesChart
from brightfutures.charts.words import ChartWords

Seen = Any
BEFORE = RangeMark(number=-0.3, low=-0.4, high=-0.2)
AFTER = RangeMark(number=0.25, low=-0.1, high=0.6)


def ranges(words: ChartWords, *rows: RangeRow) -> RangesChart:
    return RangesChart(words=words, series=("Before", "After"), rows=rows)


@pytest.mark.parametrize("narrow", [False, True])
def test_a_dot_lies_within_its_range_and_the_first_series_is_hollow(
    words: ChartWords, seen: Callable[[str], Seen], narrow: bool
) -> None:
    row = RangeRow(name="Social workers who come from an agency", marks=(BEFORE, AFTER))
    drawn = seen(ranges(words, row).svg("ranges", narrow=narrow))
    _, hollow = (float(dot.get("cx")) for dot in drawn.drawn(fill="#FFFFFF"))
    _, full = (float(dot.get("cx")) for dot in drawn.drawn(fill="#505A5F", r="4.5"))
    (left, _), (right, _) = drawn.places(stroke_width="2", stroke="#858D92")
    (low, _), (high, _) = drawn.places(stroke_width="2", stroke="#505A5F")

    assert left < hollow < right < full
    assert low < full < high
    said = " ".join(text for text, _ in drawn.texts)
    assert {"Before", "After", "0"} <= set(said.split())
    assert "agency" in said


@pytest.mark.parametrize("narrow", [False, True])
def test_a_series_that_is_us_has_our_colour_and_no_other_has(
    words: ChartWords, seen: Callable[[str], Seen], narrow: bool
) -> None:
    rows = [RangeRow(name=name, marks=(BEFORE, AFTER)) for name in ("Rent", "Density")]
    chart = RangesChart(words=words, series=("Others", "Here"), rows=tuple(rows), last_is_us=True)
    drawn = seen(chart.svg("ranges", narrow=narrow))

    assert len(drawn.drawn(fill="#12436D", r="4.5")) == 1 + len(rows)
    assert len(drawn.drawn(stroke="#12436D")) == len(rows)
    assert not drawn.drawn(fill="#505A5F", r="4.5")
    assert len(drawn.drawn(fill="#FFFFFF")) == 1 + len(rows)
    usual = ranges(words, *rows).svg("ranges", narrow=narrow)
    assert "#12436D" not in usual
    assert 'font-weight="bold"' not in usual


def test_the_row_grows_with_its_rows_and_an_empty_chart_stands(
    words: ChartWords, seen: Callable[[str], Seen]
) -> None:
    row = RangeRow(name="One", marks=(None, AFTER))
    heights = [seen(ranges(words, *[row] * count).svg("ranges")).height for count in (0, 1, 5)]

    assert heights == sorted(heights)
    assert heights[0] < heights[1] < heights[2]


def test_the_table_gives_every_number_with_its_range(words: ChartWords) -> None:
    table = ranges(words, RangeRow(name="One", marks=(BEFORE, None))).table()

    assert table.header == ("Measure", "Before", "After")
    assert table.rows == (("One", "−0.3 (−0.4 to −0.2)", "–"),)


def test_a_number_outside_its_range_and_a_missing_series_are_refused(words: ChartWords) -> None:
    outside = RangeRow(name="One", marks=(RangeMark(number=3, low=1, high=2), None))
    with pytest.raises(ValueError, match="does not hold its number"):
        ranges(words, outside)
    with pytest.raises(ValueError, match="needs 2 marks"):
        ranges(words, RangeRow(name="One", marks=(BEFORE,)))
