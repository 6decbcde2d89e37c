from collections.abc import Callable
from typing import Any

import pytest

from brightfutures.charts.timeline import Break
from brightfutures.charts.trend import Line, TrendChart
from brightfutures.charts.words import ChartWords
from brightfutures.quantities import Missing, Reason

Seen = Any
NAVY, BAND = "#12436D", "#DDE3E8"
WITHHELD = Missing((Reason.SUPPRESSED,))


def small(words: ChartWords, *figures: Any, **changes: Any) -> TrendChart:
    periods = tuple(str(2026 - len(figures) + i) for i in range(len(figures)))
    given: dict[str, Any] = {"comparison": Line(name="England", figures=(70.0,) * len(figures))}
    return TrendChart(
        words=words,
        periods=periods,
        us=Line(name="Northshire", figures=figures),
        **{**given, **changes},
    )


def test_it_writes_the_newest_figures_and_no_names(
    words: ChartWords, seen: Callable[[str], Seen]
) -> None:
    written = [text for text, _ in seen(small(words, 60, 80, 94).small_svg("care")).texts]

    assert {"94", "70"} <= set(written)
    assert not any("Northshire" in text or "England" in text for text in written)


def test_a_line_that_ends_early_says_when(words: ChartWords, seen: Callable[[str], Seen]) -> None:
    drawn = seen(small(words, 60, 80, None).small_svg("care"))

    assert " ".join(text for text, _ in drawn.texts if text != "2025").count("in 2024") == 1


def test_its_letters_can_be_read_at_the_width_of_a_small_telephone(
    words: ChartWords, seen: Callable[[str], Seen]
) -> None:
    drawn = seen(small(words, 60, 80, 94).small_svg("care"))

    shown_at = 320 - 2 * 20  # a page keeps a margin of 20 on either side
    assert float(drawn.root.get("font-size")) * shown_at / drawn.width >= 12


def test_it_begins_at_zero_and_its_scale_has_only_its_ends_written(
    words: ChartWords, seen: Callable[[str], Seen]
) -> None:
    drawn = seen(small(words, 60, 80, 94).small_svg("care"))
    left = [text for text, box in drawn.texts if box[2] < drawn.width / 4 and "20" not in text]

    assert sorted(left) == ["0", "100"]


def test_charts_side_by_side_run_over_the_same_years(
    words: ChartWords, seen: Callable[[str], Seen]
) -> None:
    across = ("2013", "2025")
    long = seen(small(words, *([50.0] * 13), across=across).small_svg("long"))
    short = seen(small(words, 50.0, 50.0, across=across).small_svg("short"))

    def years(drawn: Seen) -> list[float]:
        return [x for x, _ in drawn.places(stroke=NAVY, fill="none")]

    assert years(short) == pytest.approx(years(long)[-2:])


def test_years_outside_of_those_shared_are_refused(words: ChartWords) -> None:
    with pytest.raises(ValueError, match="outside of those it is to run across"):
        small(words, 1.0, 2.0, 3.0, across=("2024", "2025"))


def test_gaps_and_breaks_part_the_line_and_a_break_has_its_number(
    words: ChartWords, seen: Callable[[str], Seen]
) -> None:
    broken = small(
        words, 9, 8, None, 7, 6, breaks=(Break(at="2025", number=4, sentence="Counted anew."),)
    )
    drawn = seen(broken.small_svg("care"))

    (line,) = drawn.drawn(stroke=NAVY, fill="none")
    assert line.get("d").count("M") == 1  # the two that follow each other; the others stand alone
    assert "4" in [text for text, _ in drawn.texts]
    assert broken.table().notes == ("4. Counted anew.",)


def test_a_withheld_figure_is_a_ring_and_the_middle_half_a_band(
    words: ChartWords, seen: Callable[[str], Seen]
) -> None:
    band = ((60.0, 70.0), (62.0, 71.0))
    drawn = seen(small(words, 65, WITHHELD, middle_half=band).small_svg("care"))

    assert len(drawn.drawn(fill="#FFFFFF", stroke=NAVY)) == 1
    assert len(drawn.places(fill=BAND)) == 5


def test_it_is_small(words: ChartWords) -> None:
    assert len(small(words, *([64.7] * 13)).small_svg("care")) < 3000
