import random
from collections.abc import Callable
from typing import Any

import pytest

from brightfutures.charts.councils import CouncilMark, Standing
from brightfutures.charts.strip import StripChart
from brightfutures.charts.words import ChartWords
from brightfutures.quantities import Interval, Missing, Reason

Seen = Any
NAVY, DARK, GREY = "#12436D", "#505A5F", "#858D92"
WITHHELD = Missing((Reason.SUPPRESSED,))


def marks(*figures: Any, standing: Standing = Standing.OTHER) -> tuple[CouncilMark, ...]:
    return tuple(
        CouncilMark(name=f"Council {i}", figure=figure, standing=standing)
        for i, figure in enumerate(figures)
    )


def us(figure: Any, span: Interval | None = None) -> tuple[CouncilMark, ...]:
    return (CouncilMark(name="Northshire", figure=figure, standing=Standing.US, range=span),)


def test_we_are_a_navy_diamond_at_our_place_between_lowest_and_highest(
    words: ChartWords, seen: Callable[[str], Seen]
) -> None:
    drawn = seen(StripChart(words=words, councils=marks(0, 100) + us(50)).svg("strip"))
    places = [x for x, _ in drawn.places(fill=NAVY)]
    assert (min(places) + max(places)) / 2 == drawn.width / 2


def test_similar_councils_are_darker_than_others(
    words: ChartWords, seen: Callable[[str], Seen]
) -> None:
    councils = marks(0, 30, 100) + marks(40, 60, standing=Standing.SIMILAR)
    drawn = seen(StripChart(words=words, councils=councils).svg("strip"))
    assert len(drawn.places(stroke=DARK)) == 2 * 2
    assert len(drawn.places(stroke=GREY)) == 2 * 3


def test_a_council_without_a_number_has_no_tick(
    words: ChartWords, seen: Callable[[str], Seen]
) -> None:
    councils = marks(0, WITHHELD, None, 100) + us(WITHHELD)
    drawn = seen(StripChart(words=words, councils=councils).svg("strip"))
    assert len(drawn.places(stroke=GREY)) == 2 * 2
    assert not drawn.drawn(fill=NAVY)
    assert not drawn.drawn(stroke=NAVY)


def test_we_are_hollow_over_the_range_in_which_our_withheld_figure_must_lie(
    words: ChartWords, seen: Callable[[str], Seen]
) -> None:
    councils = marks(0, 100) + us(WITHHELD, Interval(10, 50, 99.8))
    (rod,) = seen(StripChart(words=words, councils=councils).svg("strip")).drawn(stroke=NAVY)
    assert rod.get("fill") == "#FFFFFF"


def test_councils_beyond_the_scale_are_arrowheads_and_we_never_are(
    words: ChartWords, seen: Callable[[str], Seen]
) -> None:
    councils = marks(1, 40, 60, 500) + us(90)
    drawn = seen(StripChart(words=words, councils=councils, scale=(30, 80)).svg("strip"))
    assert len(drawn.places(stroke=GREY)) == 2 * 2
    assert {x for x, _ in drawn.places(fill=GREY)} == {1, 6, drawn.width - 6, drawn.width - 1}
    assert max(x for x, _ in drawn.places(fill=NAVY)) < drawn.width - 1


def test_our_diamond_at_the_edge_covers_no_arrowhead(
    words: ChartWords, seen: Callable[[str], Seen]
) -> None:
    councils = marks(1, 40, 60, 500) + us(80)
    drawn = seen(StripChart(words=words, councils=councils, scale=(30, 80)).svg("strip"))
    assert max(x for x, _ in drawn.places(fill=NAVY)) <= drawn.width - 6


def test_a_strip_of_every_council_is_under_four_thousand_letters_and_has_no_text(
    words: ChartWords, seen: Callable[[str], Seen]
) -> None:
    chance = random.Random(1)
    councils = marks(*(chance.gauss(70, 20) for _ in range(142)))
    councils += tuple(
        CouncilMark(name=f"Like us {i}", figure=60.0 + i, standing=Standing.SIMILAR)
        for i in range(10)
    )
    svg = StripChart(words=words, councils=councils + us(94), middle_half=(62, 67)).svg("strip")
    assert len(svg) < 4_000
    assert not seen(svg).texts


def test_the_table_lists_every_council_highest_first_and_those_without_a_figure_last(
    words: ChartWords,
) -> None:
    councils = marks(5, WITHHELD, 9) + us(7)
    assert StripChart(words=words, councils=councils).table().rows == (
        ("Council 2", "9", ""),
        ("Northshire", "7", "this council"),
        ("Council 0", "5", ""),
        ("Council 1", "withheld", ""),
    )


def test_two_councils_cannot_both_be_us(words: ChartWords) -> None:
    with pytest.raises(ValueError, match="Only one council can be us"):
        StripChart(words=words, councils=us(1) + us(2))


def test_a_scale_from_high_to_low_is_refused(words: ChartWords) -> None:
    with pytest.raises(ValueError, match="from high to low"):
        StripChart(words=words, councils=us(1), scale=(5, 1))
