from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from brightfutures.charts.councils import Average, CouncilMark, Standing
from brightfutures.charts.funnel import FunnelChart, FunnelCouncil, FunnelLimits
from brightfutures.charts.words import ChartWords
from brightfutures.quantities import Missing, Reason

Seen = Any
NAVY, GREY = "#12436D", "#858D92"

CHANCE = FunnelLimits(
    name="95% by chance", denominators=(100, 1000, 10_000), low=(-50, 40, 60), high=(900, 90, 80)
)
USUAL = FunnelLimits(
    name="95% as councils differ",
    denominators=(100, 1000, 10_000),
    low=(-90, 20, 40),
    high=(950, 120, 100),
    is_overdispersed=True,
)


def funnel(words: ChartWords, *figures: Any, ours: Any = 94.0, **rest: Any) -> FunnelChart:
    councils = [
        FunnelCouncil(
            mark=CouncilMark(name=f"Council {i}", figure=figure), denominator=1000.0 * (i + 1)
        )
        for i, figure in enumerate(figures)
    ]
    us = CouncilMark(name="Northshire", figure=ours, standing=Standing.US)
    councils.append(FunnelCouncil(mark=us, denominator=9000))
    return FunnelChart(
        words=words,
        councils=tuple(councils),
        denominator_name="Children aged 0 to 17",
        average=Average(name="England", number=70),
        **rest,
    )


@pytest.mark.parametrize("narrow", [False, True])
def test_every_council_with_a_number_is_a_dot_and_we_are_a_named_diamond(
    words: ChartWords, seen: Callable[[str], Seen], narrow: bool
) -> None:
    withheld = Missing((Reason.SUPPRESSED,))
    drawn = seen(funnel(words, 60, withheld, 80, None).svg("funnel", narrow=narrow))
    (dots,) = drawn.drawn(stroke=GREY, stroke_linecap="round")
    assert dots.get("d").count("M") == 2
    assert len(drawn.drawn(fill=NAVY)) == 2
    assert "Northshire 94" in [text for text, _ in drawn.texts]


def test_a_missing_figure_of_ours_has_no_diamond(
    words: ChartWords, seen: Callable[[str], Seen]
) -> None:
    drawn = seen(funnel(words, 60, 80, ours=Missing((Reason.SUPPRESSED,))).svg("funnel"))
    assert not drawn.drawn(fill=NAVY)


def test_limits_by_chance_and_as_councils_differ_are_told_apart_without_colour(
    words: ChartWords, seen: Callable[[str], Seen]
) -> None:
    drawn = seen(funnel(words, 60, 80, limits=(CHANCE, USUAL)).svg("funnel"))
    assert len(drawn.drawn(stroke_dasharray="2 3")) == 1
    assert len([e for e in drawn.drawn(stroke_width="1.5") if not e.get("stroke-dasharray")]) == 1
    texts = " ".join(text for text, _ in drawn.texts)
    assert "95% by chance" in texts
    assert "95% as councils differ" in texts


def test_the_outer_pair_of_limits_is_lighter_or_sparser_and_needs_no_name(
    words: ChartWords, seen: Callable[[str], Seen]
) -> None:
    outer = [replace(limits, name="", is_outer=True) for limits in (CHANCE, USUAL)]
    chart = funnel(words, 60, 80, limits=(CHANCE, USUAL, *outer))
    drawn = seen(chart.svg("funnel"))
    assert len(drawn.drawn(stroke_dasharray="1.5 6")) == 1
    assert len(drawn.drawn(stroke_width="0.7")) == 1
    without = seen(replace(chart, limits=(CHANCE, USUAL)).svg("funnel"))
    assert [text for text, _ in drawn.texts] == [text for text, _ in without.texts]


def test_a_council_that_is_called_higher_or_lower_is_a_dark_triangle(
    words: ChartWords, seen: Callable[[str], Seen]
) -> None:
    chart = funnel(words, 60, 80, 90)
    called = [Standing.HIGHER, Standing.LOWER, Standing.OTHER, Standing.US]
    councils = tuple(
        replace(council, mark=council.mark._replace(standing=standing))
        for council, standing in zip(chart.councils, called, strict=True)
    )
    chart = replace(chart, councils=councils)
    drawn = seen(chart.svg("funnel"))
    up, down = drawn.drawn(fill="#505A5F", stroke_width="0.5")
    assert up.get("d").endswith("l-4 -7z")
    assert down.get("d").endswith("l-4 7z")
    assert {row[-1] for row in chart.table().rows} == {"▲ higher", "▼ lower", "", "this council"}


def test_a_limit_ends_where_it_leaves_the_plot(
    words: ChartWords, seen: Callable[[str], Seen]
) -> None:
    drawn = seen(funnel(words, 60, 80, limits=(CHANCE,)).svg("funnel"))
    (limit,) = drawn.drawn(stroke_dasharray="2 3")
    assert limit.get("d").count("M") == 2
    heights = [y for _, y in drawn.places(stroke_dasharray="2 3")]
    assert heights.count(min(heights)) == 1


def test_our_name_stays_clear_of_the_axis_when_our_figure_is_nought(
    words: ChartWords, seen: Callable[[str], Seen]
) -> None:
    drawn = seen(funnel(words, 60, 80, ours=0).svg("funnel"))
    label = next(box for text, box in drawn.texts if text == "Northshire 0")
    axis = next(box for text, box in drawn.texts if text == "5,000")
    assert label[3] < axis[1]


def test_what_councils_are_ordered_by_is_written_under_the_axis(
    words: ChartWords, seen: Callable[[str], Seen]
) -> None:
    drawn = seen(funnel(words, 60, 80).svg("funnel"))
    assert "Children aged 0 to 17" in [text for text, _ in drawn.texts]


def test_the_table_has_the_denominators(words: ChartWords) -> None:
    table = funnel(words, 60, 80).table()
    assert table.header == ("Council", "Figure", "Children aged 0 to 17", "Which")
    assert table.rows[0] == ("Northshire", "94", "9,000", "this council")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"high": (1.0,)}, "need a low and a high"),
        ({"denominators": (3.0, 2.0, 1.0)}, "from small denominators to large"),
    ],
)
def test_limits_that_do_not_hold_together_are_refused(change: dict[str, Any], message: str) -> None:
    whole = {
        "name": "95%",
        "denominators": (1.0, 2.0, 3.0),
        "low": (0.0,) * 3,
        "high": (1.0,) * 3,
    }
    with pytest.raises(ValueError, match=message):
        FunnelLimits(**(whole | change))


def test_a_denominator_below_zero_is_refused(words: ChartWords) -> None:
    council = FunnelCouncil(mark=CouncilMark(name="Leeds", figure=1), denominator=-1)
    with pytest.raises(ValueError, match="Leeds cannot be out of -1"):
        FunnelChart(
            words=words,
            councils=(council,),
            denominator_name="Children",
            average=Average(name="England", number=1),
        )
