from collections.abc import Callable
from typing import Any

from brightfutures.charts.sparkline import SparklineChart
from brightfutures.charts.timeline import Break
from brightfutures.charts.words import ChartWords
from brightfutures.quantities import Missing, Reason

Seen = Any
WITHHELD = Missing((Reason.SUPPRESSED,))
NAVY = "#12436D"


def sparkline(words: ChartWords, *figures: Any, **rest: Any) -> SparklineChart:
    periods = tuple(str(2026 - len(figures) + i) for i in range(len(figures)))
    return SparklineChart(words=words, periods=periods, figures=figures, **rest)


def test_a_sparkline_ends_in_a_dot_at_the_newest_period(
    words: ChartWords, seen: Callable[[str], Seen]
) -> None:
    drawn = seen(sparkline(words, 1, 2, 3, 4).svg("care"))
    (dot,) = [e for e in drawn.drawn(fill=NAVY) if e.tag.endswith("circle")]
    assert (float(dot.get("cx")), float(dot.get("cy"))) == drawn.places(stroke=NAVY)[-1]


def test_a_sparkline_whose_newest_figure_is_missing_has_no_end_dot(
    words: ChartWords, seen: Callable[[str], Seen]
) -> None:
    assert not seen(sparkline(words, 1, 2, 3, None).svg("care")).drawn(fill=NAVY)


def test_gaps_and_breaks_part_the_line(words: ChartWords, seen: Callable[[str], Seen]) -> None:
    gap = seen(sparkline(words, 1, 2, None, 4, 5).svg("care"))
    broken = seen(
        sparkline(
            words, 1, 2, 3, 4, breaks=(Break(at="2024", number=1, sentence="Counted anew."),)
        ).svg("care")
    )
    for drawn in (gap, broken):
        (line,) = drawn.drawn(stroke=NAVY, fill="none")
        assert line.get("d").count("M") == 2


def test_a_withheld_figure_is_a_ring_under_the_line(
    words: ChartWords, seen: Callable[[str], Seen]
) -> None:
    drawn = seen(sparkline(words, 9, 5, WITHHELD, 0).svg("care"))
    (ring,) = drawn.drawn(fill="#FFFFFF")
    lowest = max(box[3] for box in drawn.marks[:-1])
    assert float(ring.get("cy")) - float(ring.get("r")) >= lowest - 3.2


def test_a_figure_that_hardly_moves_looks_as_if_it_hardly_moves(
    words: ChartWords, seen: Callable[[str], Seen]
) -> None:
    drawn = seen(sparkline(words, 70, 71, 70, 71).svg("care"))
    heights = [y for _, y in drawn.places(stroke=NAVY)]
    assert max(heights) - min(heights) < 2


def test_a_sparkline_is_small_and_has_no_text(
    words: ChartWords, seen: Callable[[str], Seen]
) -> None:
    svg = sparkline(words, *(60.5 + i * 1.7 for i in range(7))).svg("care")
    assert len(svg) < 800
    assert not seen(svg).texts


def test_the_table_of_a_sparkline_has_a_row_for_each_period(words: ChartWords) -> None:
    assert sparkline(words, 1, WITHHELD).table().rows == (("2024", "1"), ("2025", "withheld"))
