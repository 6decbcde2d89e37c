"""A waterfall: parts lead from one total to another, and shape and words say which way."""

from collections.abc import Callable
from typing import Any

import pytest

from brightfutures.charts.waterfall import Total, WaterfallChart, WaterfallPart
from brightfutures.charts.words import ChartWords
from brightfutures.quantities import Interval

Seen = Any
DARK, PAPER, NAVY = "#505A5F", "#FFFFFF", "#12436D"
NEED = WaterfallPart(name="Need", change=-60.0, range=Interval(-90, -30, 95))
NUMBER = WaterfallPart(name="Number of children helped", change=150.0, range=Interval(70, 230, 95))
NOTHING = WaterfallPart(name="Remainder", change=0.0)


def _pounds(number: float) -> str:
    return f"£{number:,.0f}".replace("-", "−")


def chart(*parts: WaterfallPart, begins: float = 1_000.0) -> WaterfallChart:
    return WaterfallChart(
        words=ChartWords(
            title="Why Northshire spends more",
            description="Need takes £60 from it and number adds £150.",
            show=_pounds,
            show_tick=_pounds,
        ),
        start=Total(name="Similar councils", number=begins),
        parts=parts,
        end=Total(name="Northshire", number=begins + sum(part.change for part in parts)),
    )


def arrows(drawn: Seen, fill: str) -> list[list[float]]:
    """The across of the corners of each arrow of a fill, but for the one in the legend."""
    found = []
    for element in drawn.drawn(fill=fill, stroke=DARK):
        shape = (element.get("d") or "").strip("MZ")
        found.append([float(corner.split()[0]) for corner in shape.split("L")])
    return found[1:]


@pytest.mark.parametrize("narrow", [False, True])
def test_what_adds_is_full_to_the_right_and_what_takes_off_hollow_to_the_left(
    seen: Callable[[str], Seen], narrow: bool
) -> None:
    drawn = seen(chart(NEED, NUMBER).svg("waterfall", narrow=narrow))
    (less,), (more,) = arrows(drawn, PAPER), arrows(drawn, DARK)

    assert less[0] == max(less)
    assert min(less) == less[3] == more[0]  # one begins where the other ended
    assert more[3] == max(more)
    # As far as their numbers are apart.
    assert (more[3] - more[0]) / (less[0] - less[3]) == pytest.approx(150 / 60, abs=0.02)


@pytest.mark.parametrize("narrow", [False, True])
def test_every_part_is_written_with_its_sign_and_ours_is_navy(
    seen: Callable[[str], Seen], narrow: bool
) -> None:
    drawn = seen(chart(NEED, NUMBER, NOTHING).svg("waterfall", narrow=narrow))
    said = [words for words, _ in drawn.texts]

    assert {"−£60", "+£150", "£0", "£1,000", "£1,090", "Need", "Northshire"} <= set(said)
    assert {"adds to it", "takes from it", "95% range"} <= set(said)
    ours = {element.text for element in drawn.drawn(fill=NAVY) if element.text}
    assert ours == {"Northshire", "£1,090"}
    assert "Scale starts at £900, not at 0" in said


def test_a_range_lies_under_its_arrow_about_its_end(seen: Callable[[str], Seen]) -> None:
    drawn = seen(chart(NUMBER).svg("waterfall"))
    (arrow,) = arrows(drawn, DARK)
    _, whisker = drawn.drawn(stroke="#858D92", stroke_width="1.5")  # the first is the legend's
    left, right = (float(part) for part in _ends(whisker.get("d") or ""))

    assert left < arrow[3] < right
    assert arrow[0] < left  # the range leaves nought out


def _ends(shape: str) -> tuple[str, str]:
    begins, _, rest = shape.removeprefix("M").partition("H")
    return begins.split()[0], rest.partition("M")[0]


def test_a_part_of_nothing_has_no_direction(seen: Callable[[str], Seen]) -> None:
    drawn = seen(chart(NOTHING, NUMBER).svg("waterfall"))
    assert len(arrows(drawn, DARK)) == 1
    assert not arrows(drawn, PAPER)


def test_without_ranges_the_legend_has_none(seen: Callable[[str], Seen]) -> None:
    drawn = seen(chart(NOTHING).svg("waterfall"))
    assert "95% range" not in [words for words, _ in drawn.texts]


def test_the_table_has_each_change_its_range_and_the_total_so_far() -> None:
    table = chart(NEED, NUMBER, NOTHING).table()

    assert table.rows == (
        ("Similar councils", "–", "–", "£1,000"),
        ("Need", "−£60", "−£90 to −£30", "£940"),
        ("Number of children helped", "+£150", "+£70 to +£230", "£1,090"),
        ("Remainder", "£0", "–", "£1,090"),
        ("Northshire", "–", "–", "£1,090"),
    )


def test_parts_that_do_not_add_up_are_refused(words: ChartWords) -> None:
    with pytest.raises(ValueError, match="lead to 940"):
        WaterfallChart(
            words=words,
            start=Total(name="a", number=1_000.0),
            parts=(NEED,),
            end=Total(name="b", number=941.0),
        )


@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_a_number_that_is_none_is_refused(words: ChartWords, number: float) -> None:
    with pytest.raises(ValueError, match="say Missing"):
        WaterfallChart(
            words=words,
            start=Total(name="a", number=number),
            parts=(),
            end=Total(name="b", number=number),
        )
