import random
from collections.abc import Callable
from typing import Any

import pytest

from brightfutures.charts.councils import Average, CouncilMark, Standing
from brightfutures.charts.ranked_bars import RankedBarsChart
from brightfutures.charts.words import ChartWords
from brightfutures.quantities import Interval, Missing, Reason

Seen = Any
NAVY, DARK, PALE = "#12436D", "#505A5F", "#BFC5CA"


def ranked(words: ChartWords, ours: int = 40, **rest: Any) -> RankedBarsChart:
    chance = random.Random(2)
    standings = {ours: Standing.US} | dict.fromkeys(range(100, 110), Standing.SIMILAR)
    councils = tuple(
        CouncilMark(
            name="Northshire" if i == ours else f"Council {i}",
            figure=float(i + 1),
            standing=standings.get(i, Standing.OTHER),
        )
        for i in chance.sample(range(153), 153)
    )
    return RankedBarsChart(words=words, councils=councils, **rest)


def bars(drawn: Seen, colour: str) -> int:
    shapes = [e.get("d") for e in drawn.drawn(stroke=colour) if e.get("stroke-dasharray") is None]
    return sum(shape.count("V") for shape in shapes)


@pytest.mark.parametrize("narrow", [False, True])
def test_every_council_is_a_bar_and_similar_councils_are_dark(
    words: ChartWords, seen: Callable[[str], Seen], narrow: bool
) -> None:
    drawn = seen(ranked(words).svg("bars", narrow=narrow))
    assert bars(drawn, PALE) == 142
    assert bars(drawn, DARK) == 10
    assert bars(drawn, NAVY) == 2  # our bar, and the thin line from it to our name


def test_bars_rise_from_left_to_right(words: ChartWords, seen: Callable[[str], Seen]) -> None:
    (others,) = [e for e in seen(ranked(words).svg("bars")).drawn(stroke=PALE) if "V" in e.get("d")]
    tops = [float(bar.partition("V")[2]) for bar in others.get("d").split("M")[1:]]
    assert tops == sorted(tops, reverse=True)


@pytest.mark.parametrize("ours", [0, 20, 76, 152])
@pytest.mark.parametrize("narrow", [False, True])
def test_we_and_both_ends_are_named(
    words: ChartWords, seen: Callable[[str], Seen], ours: int, narrow: bool
) -> None:
    chart = ranked(words, ours, average=Average(name="England", number=78))
    texts = " ".join(text for text, _ in seen(chart.svg("bars", narrow=narrow)).texts)
    assert f"Northshire {ours + 1}" in texts
    assert "Lowest: " in texts
    assert "Highest: " in texts
    assert "England" in texts


@pytest.mark.parametrize("ours", [0, 10, 40, 76, 120, 152])
@pytest.mark.parametrize("narrow", [False, True])
def test_our_name_lies_over_no_bar(
    words: ChartWords, seen: Callable[[str], Seen], ours: int, narrow: bool
) -> None:
    drawn = seen(ranked(words, ours).svg("bars", narrow=narrow))
    label = next(b for text, b in drawn.texts if text == f"Northshire {ours + 1}")
    for colour in (PALE, DARK):
        for x, y in drawn.places(stroke=colour):
            assert not (label[0] <= x <= label[2] and y < label[3] and y > 40)


def test_each_range_is_a_thin_line(words: ChartWords, seen: Callable[[str], Seen]) -> None:
    councils = tuple(
        CouncilMark(name=f"Council {i}", figure=10.0, range=Interval(8, 13, 95)) for i in range(20)
    )
    drawn = seen(RankedBarsChart(words=words, councils=councils).svg("bars"))
    assert bars(drawn, "#858D92") == 20


def test_a_council_without_a_number_is_in_the_table_and_not_in_the_picture(
    words: ChartWords, seen: Callable[[str], Seen]
) -> None:
    councils = (
        CouncilMark(name="Leeds", figure=3),
        CouncilMark(name="Hull", figure=Missing((Reason.NOT_RETURNED,)), standing=Standing.US),
    )
    chart = RankedBarsChart(words=words, councils=councils)
    drawn = seen(chart.svg("bars"))
    assert bars(drawn, PALE) == 1
    assert not drawn.drawn(stroke=NAVY)
    assert "Hull not returned" in [text for text, _ in drawn.texts]
    assert chart.table().rows[-1] == ("Hull", "not returned", "this council")


def test_ranked_bars_of_every_council_are_under_five_thousand_letters(words: ChartWords) -> None:
    assert len(ranked(words).svg("bars")) < 5_000
