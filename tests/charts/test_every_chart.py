"""Laws that hold for every kind of chart, whatever the figures."""

import math
import re
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brightfutures.charts.councils import Average, CouncilMark, Standing
from brightfutures.charts.funnel import FunnelChart, FunnelCouncil, FunnelLimits
from brightfutures.charts.ranges import RangeMark, RangeRow, RangesChart
from brightfutures.charts.ranked_bars import RankedBarsChart
from brightfutures.charts.sparkline import SparklineChart
from brightfutures.charts.strip import StripChart
from brightfutures.charts.timeline import Break
from brightfutures.charts.trend import Line, TrendChart
from brightfutures.charts.waterfall import Total, WaterfallChart, WaterfallPart
from brightfutures.charts.words import ChartWords
from brightfutures.quantities import Interval, Missing, Reason

Seen = Any

numbers = st.one_of(
    st.floats(allow_nan=False, allow_infinity=False),
    st.floats(0, 200),
    st.integers(0, 3).map(float),
)
missing = st.sampled_from(Reason).map(lambda reason: Missing((reason,)))
figures = st.one_of(numbers, missing, st.none())
names = st.one_of(
    st.sampled_from(["Leeds", "Bournemouth, Christchurch and Poole", "West Northamptonshire"]),
    st.text(min_size=1, max_size=40),
)
titles = st.text(min_size=1, max_size=30).filter(str.strip)
chart_words = st.builds(ChartWords, title=titles, description=titles)
spans = st.tuples(numbers, numbers).map(lambda pair: (min(pair), max(pair)))
intervals = st.one_of(st.none(), spans.map(lambda span: Interval(*span, 95)))


def _period(year: int) -> str:
    return str(year)


@st.composite
def timelines(draw: st.DrawFn) -> tuple[tuple[str, ...], tuple[Break, ...]]:
    years = sorted(draw(st.sets(st.integers(2000, 2030), min_size=1, max_size=14)))
    periods = tuple(map(_period, years))
    at = draw(st.lists(st.sampled_from(periods), max_size=3))
    return periods, tuple(
        Break(at=period, number=i + 1, sentence="Counted anew.") for i, period in enumerate(at)
    )


@st.composite
def lines(draw: st.DrawFn, count: int) -> Line:
    ranges = draw(st.one_of(st.just(()), st.tuples(*[intervals] * count)))
    return Line(name=draw(names), figures=draw(st.tuples(*[figures] * count)), ranges=ranges)


@st.composite
def trends(draw: st.DrawFn) -> TrendChart:
    periods, breaks = draw(timelines())
    count = len(periods)
    return TrendChart(
        words=draw(chart_words),
        periods=periods,
        us=draw(lines(count)),
        comparison=draw(st.one_of(st.none(), lines(count))),
        middle_half=draw(st.one_of(st.just(()), st.tuples(*[st.one_of(st.none(), spans)] * count))),
        breaks=breaks,
        from_zero=draw(st.booleans()),
        across=draw(st.sampled_from([None, ("1999", "2031"), (periods[0], "2040")])),
    )


@st.composite
def sparklines(draw: st.DrawFn) -> SparklineChart:
    periods, breaks = draw(timelines())
    values = draw(st.tuples(*[figures] * len(periods)))
    return SparklineChart(words=draw(chart_words), periods=periods, figures=values, breaks=breaks)


@st.composite
def councils(draw: st.DrawFn) -> tuple[CouncilMark, ...]:
    others = st.sampled_from([Standing.OTHER, Standing.SIMILAR])
    marks = draw(
        st.lists(
            st.builds(CouncilMark, name=names, figure=figures, standing=others, range=intervals),
            max_size=30,
            unique_by=lambda mark: mark.name,
        )
    )
    us = CouncilMark(name="Us", figure=draw(figures), standing=Standing.US, range=draw(intervals))
    return tuple(m for m in marks if m.name != "Us") + draw(st.sampled_from([(), (us,)]))


@st.composite
def strips(draw: st.DrawFn) -> StripChart:
    return StripChart(
        words=draw(chart_words),
        councils=draw(councils()),
        middle_half=draw(st.one_of(st.none(), spans)),
        scale=draw(st.one_of(st.none(), spans)),
    )


averages = st.builds(Average, name=names, number=numbers)


@st.composite
def ranked_bars(draw: st.DrawFn) -> RankedBarsChart:
    return RankedBarsChart(
        words=draw(chart_words),
        councils=draw(councils()),
        average=draw(st.one_of(st.none(), averages)),
    )


@st.composite
def limits(draw: st.DrawFn) -> FunnelLimits:
    wide = st.one_of(numbers.map(abs), st.floats(0, 1e5))
    places = sorted(draw(st.sets(wide, min_size=1, max_size=8)))
    pairs = [draw(spans) for _ in places]
    return FunnelLimits(
        name=draw(names),
        denominators=tuple(places),
        low=tuple(low for low, _ in pairs),
        high=tuple(high for _, high in pairs),
        is_overdispersed=draw(st.booleans()),
    )


@st.composite
def funnels(draw: st.DrawFn) -> FunnelChart:
    return FunnelChart(
        words=draw(chart_words),
        councils=tuple(
            FunnelCouncil(mark=mark, denominator=abs(draw(numbers))) for mark in draw(councils())
        ),
        denominator_name=draw(names),
        average=draw(averages),
        limits=tuple(draw(st.lists(limits(), max_size=3))),
        from_zero=draw(st.booleans()),
    )


@st.composite
def ranges(draw: st.DrawFn) -> RangesChart:
    series = draw(st.lists(names, min_size=1, max_size=2))
    marks = (
        st.tuples(numbers, numbers, numbers)
        .map(sorted)
        .map(lambda three: RangeMark(low=three[0], number=three[1], high=three[2]))
    )
    each = st.tuples(*[st.one_of(st.none(), marks)] * len(series))
    rows = draw(st.lists(st.builds(RangeRow, name=names, marks=each), max_size=8))
    return RangesChart(words=draw(chart_words), series=tuple(series), rows=tuple(rows))


@st.composite
def waterfalls(draw: st.DrawFn) -> WaterfallChart:
    some = st.one_of(st.floats(-1e300, 1e300), st.floats(-200, 200), st.integers(-3, 3).map(float))
    begins = draw(some)
    parts = tuple(
        WaterfallPart(name=draw(names), change=draw(some), range=draw(intervals_within(1e300)))
        for _ in range(draw(st.integers(0, 7)))
    )
    ends = begins
    for part in parts:
        ends += part.change
    return WaterfallChart(
        words=draw(chart_words),
        start=Total(name=draw(names), number=begins),
        parts=parts,
        end=Total(name=draw(names), number=ends),
    )


def intervals_within(most: float) -> st.SearchStrategy[Interval | None]:
    either = st.one_of(st.floats(-most, most), st.floats(-200, 200))
    pairs = st.tuples(either, either).map(lambda pair: Interval(min(pair), max(pair), 95))
    return st.one_of(st.none(), pairs)


large = st.one_of(trends(), ranked_bars(), funnels(), ranges(), waterfalls())
pictures = st.one_of(
    st.tuples(large, st.booleans()).map(lambda pair: pair[0].svg("chart", narrow=pair[1])),
    st.one_of(sparklines(), strips()).map(lambda chart: chart.svg("chart")),
    trends().map(lambda chart: chart.small_svg("chart")),
)


@given(pictures)
def test_every_chart_is_a_named_and_described_image_without_styles_or_scripts(
    seen: Callable[[str], Seen], svg: str
) -> None:
    chart = seen(svg)
    assert chart.root.get("role") == "img"
    named_by = (chart.root.get("aria-labelledby") or "").split()
    found = {element.get("id"): element for element in chart.root.iter() if element.get("id")}
    assert [found[name].tag.rpartition("}")[2] for name in named_by] == ["title", "desc"]
    assert all((found[name].text or "").strip() for name in named_by)
    kinds = {element.tag.rpartition("}")[2] for element in chart.root.iter()}
    assert kinds <= {"svg", "title", "desc", "g", "path", "circle", "rect", "text"}
    for element in chart.root.iter():
        assert not {"style", "class", "href"} & set(element.attrib)
        for name, value in element.attrib.items():
            assert not re.search("nan|inf|url|http", value, re.IGNORECASE), name


@given(pictures)
def test_no_mark_and_no_word_ever_leaves_the_drawing(seen: Callable[[str], Seen], svg: str) -> None:
    chart = seen(svg)
    for left, top, right, bottom in (*chart.marks, *(box for _, box in chart.texts)):
        assert -0.2 <= left <= right <= chart.width + 0.2
        assert -0.2 <= top <= bottom <= chart.height + 0.2


@given(pictures)
def test_no_word_ever_lies_over_another(seen: Callable[[str], Seen], svg: str) -> None:
    # Our name in a funnel is written twice in one place: once as its own white edge.
    texts = sorted(set(seen(svg).texts))
    for place, (words, one) in enumerate(texts):
        for others, other in texts[place + 1 :]:
            apart = (
                one[2] <= other[0] + 0.2
                or other[2] <= one[0] + 0.2
                or one[3] <= other[1] + 0.2
                or other[3] <= one[1] + 0.2
            )
            assert apart, (words, others)


@given(st.one_of(trends(), sparklines(), strips(), ranked_bars(), funnels(), waterfalls()))
def test_the_same_chart_is_the_same_bytes_and_has_a_whole_table(chart: Any) -> None:
    assert chart.svg("one") == chart.svg("one")
    table = chart.table()
    assert table.caption == chart.words.title
    assert all(len(row) == len(table.header) for row in table.rows)
    assert all(isinstance(cell, str) and cell for row in table.rows for cell in row[1:-1])


@given(pictures)
def test_every_colour_is_one_of_the_palette(seen: Callable[[str], Seen], svg: str) -> None:
    palette = {"#12436D", "#505A5F", "#858D92", "#BFC5CA", "#DDE3E8", "#FFFFFF", "none", None}
    for element in seen(svg).root.iter():
        assert {element.get("fill"), element.get("stroke")} <= palette


@pytest.mark.parametrize("text", ["", "  "])
def test_a_chart_without_a_description_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="needs a description a person would say"):
        ChartWords(title="Children in care", description=text)


def test_a_chart_without_a_title_is_refused() -> None:
    with pytest.raises(ValueError, match="needs a title"):
        ChartWords(title=" ", description="Children in care have risen.")


@pytest.mark.parametrize("identifier", ["", "1st", "a b", 'a"', "a<b"])
def test_an_id_that_could_break_the_page_is_refused(words: ChartWords, identifier: str) -> None:
    chart = SparklineChart(words=words, periods=("2025",), figures=(1,))
    with pytest.raises(ValueError, match="cannot be the id of a chart"):
        chart.svg(identifier)


@pytest.mark.parametrize("number", [math.nan, math.inf])
def test_a_number_that_is_not_one_is_refused(words: ChartWords, number: float) -> None:
    with pytest.raises(ValueError, match="say Missing"):
        SparklineChart(words=words, periods=("2025",), figures=(number,))
    with pytest.raises(ValueError, match="say Missing"):
        StripChart(words=words, councils=(CouncilMark(name="Leeds", figure=number),))
