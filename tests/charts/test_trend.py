from collections.abc import Callable
from typing import Any

import pytest

from brightfutures.charts.timeline import Break, Timeline
from brightfutures.charts.trend import Line, TrendChart
from brightfutures.charts.words import ChartWords
from brightfutures.quantities import Interval, Missing, Reason

Seen = Any

WITHHELD = Missing((Reason.SUPPRESSED,))
NOT_RETURNED = Missing((Reason.NOT_RETURNED,))
YEARS = ("2021", "2022", "2023", "2024", "2025")
NAVY = "#12436D"


def trend(words: ChartWords, *figures: Any, **rest: Any) -> TrendChart:
    return TrendChart(
        words=words, periods=YEARS, us=Line(name="Northshire", figures=figures), **rest
    )


def our_line(chart: Seen) -> str:
    (line,) = [e for e in chart.drawn(stroke=NAVY, fill="none") if e.get("stroke-linecap")]
    return str(line.get("d"))


def words_on(chart: Seen) -> list[str]:
    return [words for words, _ in chart.texts]


def end_labels(
    words: ChartWords, seen: Callable[[str], Seen], top_of_band: float, narrow: bool, **rest: Any
) -> str:
    """What stands beyond the end of the lines of a council and England with a band."""
    england = Line(name="England", figures=(70, 71, 72, 73, 74))
    band = ((60, top_of_band),) * 5
    chart = trend(words, 70, 73, 80, 91, 94, comparison=england, middle_half=band, **rest)
    drawn = seen(chart.svg("care", narrow=narrow))
    end = max(x for x, _ in drawn.places(stroke=NAVY))
    return " ".join(words for words, box in drawn.texts if box[0] > end)


@pytest.mark.parametrize("narrow", [False, True])
def test_lines_are_named_at_their_ends(
    words: ChartWords, seen: Callable[[str], Seen], narrow: bool
) -> None:
    told = end_labels(words, seen, 80, narrow)
    assert told == "Northshire 94 England 74 shaded: middle half"


@pytest.mark.parametrize("narrow", [False, True])
def test_a_band_of_our_own_is_named_beneath_our_line(
    words: ChartWords, seen: Callable[[str], Seen], narrow: bool
) -> None:
    told = end_labels(
        words, seen, 98, narrow, middle_half_name="shaded: all rules", band_is_ours=True
    )
    assert told == "Northshire 94 shaded: all rules England 74"


def test_the_narrow_chart_has_letters_no_smaller_than_fourteen_units(words: ChartWords) -> None:
    svg = trend(words, 70, 73, 80, 91, 94).svg("care", narrow=True)
    assert 'viewBox="0 0 340 300"' in svg
    assert 'font-size="14"' in svg


def test_a_line_is_not_joined_over_a_missing_figure(
    words: ChartWords, seen: Callable[[str], Seen]
) -> None:
    line = our_line(seen(trend(words, 70, 73, NOT_RETURNED, 91, 94).svg("care")))
    assert line.count("M") == 2
    assert line.count("l") == 2


def test_a_line_is_not_joined_over_a_break_and_the_break_has_its_number(
    words: ChartWords, seen: Callable[[str], Seen]
) -> None:
    chart = trend(
        words, 70, 73, 80, 91, 94, breaks=(Break(at="2023", number=4, sentence="Counted anew."),)
    )
    drawn = seen(chart.svg("care"))
    assert our_line(drawn).count("M") == 2
    assert "4" in words_on(drawn)
    assert chart.table().notes == ("4. Counted anew.",)


def test_a_year_left_out_keeps_its_room_and_breaks_the_line() -> None:
    timeline = Timeline(("2018-19", "2021-22", "2022-23"))
    assert timeline.places == (2018, 2021, 2022)
    assert timeline.runs((1.0, 2.0, 3.0)) == ((0,), (1, 2))


def test_an_index_published_every_few_years_is_joined() -> None:
    assert Timeline(("2015", "2019")).runs((1.0, 2.0)) == ((0, 1),)


def test_a_withheld_figure_is_a_ring_below_the_plot_where_no_figure_can_be(
    words: ChartWords, seen: Callable[[str], Seen]
) -> None:
    drawn = seen(trend(words, 0, 73, WITHHELD, 91, 94).svg("care"))
    (ring,) = drawn.drawn(fill="#FFFFFF")
    zero = max(y for _, y in drawn.places(stroke="#BFC5CA"))
    assert float(ring.get("cy")) - float(ring.get("r")) > zero
    assert our_line(drawn).count("M") == 2
    assert "hollow: withheld" in words_on(drawn)


def test_a_withheld_figure_that_must_lie_in_a_range_is_a_hollow_rod_over_it(
    words: ChartWords, seen: Callable[[str], Seen]
) -> None:
    us = Line(
        name="Northshire",
        figures=(7.0, WITHHELD, 8.0, 7.0, 8.0),
        ranges=(None, Interval(1, 5, 99.8), None, None, None),
    )
    drawn = seen(TrendChart(words=words, periods=YEARS, us=us).svg("care"))
    (rod,) = drawn.drawn(fill="#FFFFFF")
    assert rod.tag.endswith("rect")
    bottom = max(y for _, y in drawn.places(stroke="#BFC5CA"))
    assert float(rod.get("y")) + float(rod.get("height")) < bottom


def test_a_figure_that_is_missing_and_not_withheld_has_no_mark(
    words: ChartWords, seen: Callable[[str], Seen]
) -> None:
    with_gap = seen(trend(words, 70, 73, NOT_RETURNED, 91, 94).svg("care"))
    assert not with_gap.drawn(fill="#FFFFFF")
    nothing = seen(trend(words, *(NOT_RETURNED,) * 5).svg("care"))
    assert not nothing.drawn(stroke=NAVY)
    assert "Northshire: no figures" in " ".join(words_on(nothing))


def test_a_label_says_the_year_of_a_figure_that_is_not_the_newest(
    words: ChartWords, seen: Callable[[str], Seen]
) -> None:
    drawn = seen(trend(words, 70, 73, 80, 91, NOT_RETURNED).svg("care"))
    assert "Northshire 91 in 2024" in " ".join(words_on(drawn))


def test_the_scale_begins_at_zero_or_says_where_it_begins(
    words: ChartWords, seen: Callable[[str], Seen]
) -> None:
    figures = (88.0, 90.0, 91.0, 93.0, 95.0)
    assert "0" in words_on(seen(trend(words, *figures).svg("care")))
    cut = words_on(seen(trend(words, *figures, from_zero=False).svg("care")))
    assert "0" not in cut
    assert "Scale starts at 88, not at 0" in cut


def test_the_table_holds_every_figure_range_and_reason(words: ChartWords) -> None:
    us = Line(
        name="Northshire",
        figures=(70, 73, WITHHELD, NOT_RETURNED, 94.25),
        ranges=(None, Interval(65, 82.5, 95), None, None, None),
    )
    chart = TrendChart(
        words=words,
        periods=YEARS,
        us=us,
        comparison=Line(name="England", figures=(70, 71, 72, None, 74)),
        middle_half=((60, 80), None, None, None, (61, 83)),
    )
    table = chart.table()
    assert table.header == (
        "Period",
        "Northshire",
        "Northshire, likely range",
        "England",
        "Middle half",
    )
    assert table.rows == (
        ("2021", "70", "–", "70", "60 to 80"),
        ("2022", "73", "65 to 82.5", "71", "–"),
        ("2023", "withheld", "–", "72", "–"),
        ("2024", "not returned", "–", "–", "–"),
        ("2025", "94.3", "–", "74", "61 to 83"),
    )
    assert table.holds_numbers == (False, True, True, True, True)


def test_text_from_people_is_escaped(words: ChartWords) -> None:
    us = Line(name="<script>&", figures=(1, 2, 3, 4, 5))
    svg = TrendChart(words=words, periods=YEARS, us=us).svg("care")
    assert "<script" not in svg
    assert "&lt;script&gt;&amp;" in svg


def test_a_trend_of_thirteen_years_is_about_two_and_a_half_thousand_letters(
    words: ChartWords,
) -> None:
    years = tuple(map(str, range(2013, 2026)))
    chart = TrendChart(
        words=words,
        periods=years,
        us=Line(name="Northshire", figures=tuple(60.5 + i for i in range(13))),
        comparison=Line(name="Similar councils", figures=tuple(70.3 + i for i in range(13))),
        middle_half=tuple((50.7 + i, 80.1 + i) for i in range(13)),
    )
    assert len(chart.svg("care")) < 2_700


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"periods": ()}, "at least one period"),
        ({"periods": ("2025", "2024")}, "in time order"),
        ({"periods": ("2025", "2025")}, "each period once"),
        ({"us": Line(name="Northshire", figures=(1,))}, "Northshire needs 2 figures"),
        (
            {"us": Line(name="Northshire", figures=(1, 2), ranges=(None,))},
            "Northshire needs 2 ranges",
        ),
        ({"middle_half": ((3.0, 2.0), None)}, "middle half .* runs from 3.0 to 2.0"),
        ({"middle_half": (None,)}, "middle half needs 2 ranges"),
        ({"breaks": (Break(at="1999", number=1, sentence="Anew."),)}, "1999 is not in a period"),
    ],
)
def test_a_trend_that_does_not_hold_together_is_refused(
    words: ChartWords, change: dict[str, Any], message: str
) -> None:
    whole = {
        "words": words,
        "periods": ("2024", "2025"),
        "us": Line(name="Northshire", figures=(1, 2)),
    }
    with pytest.raises(ValueError, match=message):
        TrendChart(**(whole | change))
