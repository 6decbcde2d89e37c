"""Councils side by side as another tool shows them, read in a terminal of eighty columns."""

from __future__ import annotations

import shutil
import textwrap

from brightfutures.delivery.compare import Asked
from brightfutures.delivery.compare_as import ToolRow, side_by_side_as
from brightfutures.delivery.compatible import Compatible
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.health_check_rows import standing_notice
from brightfutures.findings.figures import listed
from brightfutures.measures.compatibility.results import (
    Arrow,
    Benchmark,
    Colour,
    DashboardAnswer,
    FingertipsAnswer,
    LaitAnswer,
    Shown,
)
from brightfutures.quantities import Area

WIDEST_NAME = 26


def compare_as_text(edition: Edition, asked: Asked, tool_text: str) -> str:
    """A block for each measure: a council's figure, its neighbours' and what the tool makes of it.

    The tool's words and colours are its own; its traps stand at the end.
    """
    found = side_by_side_as(edition, asked, tool_text)
    width = max(72, min(shutil.get_terminal_size().columns, 110))
    lines = [standing_notice(edition), ""] if edition.store.made_up else []
    title = f"{listed([area.name for area in found.areas])}, as {found.tool.short} shows it"
    wrapped = textwrap.wrap(title, width)
    lines += [*wrapped, "=" * max(map(len, wrapped))]
    names = min(WIDEST_NAME, max(len(area.name) for area in found.areas))
    for row in found.rows:
        lines += ["", *_block(row, found.areas, names, width)]
    if found.left_out:
        titles = "; ".join(indicator.title for indicator in found.left_out)
        lines += ["", *textwrap.wrap(f"It has no such measure as: {titles}.", width)]
    lines += ["", f"What may mislead in {found.tool.short}"]
    for trap in found.tool.traps:
        lines += textwrap.wrap(f"- {trap}", width, subsequent_indent="  ")
    lines += [
        "",
        f"brightfutures explain MEASURE --council COUNCIL --as {found.tool.id} says more.",
    ]
    return "\n".join(lines)


def _block(row: ToolRow, areas: tuple[Area, ...], names: int, width: int) -> list[str]:
    first = row.first
    assert first is not None
    lines = textwrap.wrap(f"{first.measure} ({first.unit}, {first.period})", width)
    lines.append(f"  {'':<{names}} {'figure':>12} {'neighbours':>12}")
    for area, answer in zip(areas, row.answers, strict=True):
        name, *more = textwrap.wrap(area.name, names)
        own, beside = ("–", "–") if isinstance(answer, str) else _figures(answer)
        lines.append(f"  {name:<{names}} {own:>12} {beside:>12}")
        lines += [f"    {part}" for part in more]
        remark = answer if isinstance(answer, str) else _remark(answer, first.period)
        lines += textwrap.wrap(remark, width, initial_indent="    ", subsequent_indent="    ")
    return lines


def _figures(asked: Compatible) -> tuple[str, str]:
    answer = asked.answer
    beside: Shown
    if isinstance(answer, FingertipsAnswer):
        beside = answer.neighbours.benchmark
    else:
        beside = answer.comparison
    return answer.value.text, beside.text


def _remark(asked: Compatible, period: str) -> str:
    answer = asked.answer
    other = "" if asked.period == period else f"{asked.period}; "
    if isinstance(answer, LaitAnswer):
        return other + _lait(answer)
    if isinstance(answer, DashboardAnswer):
        return f"{other}median of {answer.with_value} of {answer.listed} neighbours"
    return (
        f"{other}beside England {_word(answer.england)}; beside neighbours "
        f"{_word(answer.neighbours)}; trend: {answer.trend.word}"
    )


def _lait(answer: LaitAnswer) -> str:
    parts = [f"mean of {answer.with_value} of {answer.listed} neighbours"]
    if answer.arrow is not Arrow.NONE:
        parts.append(
            f"change {answer.change.text}, arrow {answer.arrow.value}{_colour(answer.arrow_colour)}"
        )
    if answer.rank is not None:
        parts.append(f"rank {answer.rank} of {answer.of}")
    if answer.band_colour is not Colour.NONE:
        parts.append(f"band {answer.band}{_colour(answer.band_colour)}")
    return "; ".join(parts)


def _word(benchmark: Benchmark) -> str:
    word = benchmark.word_of_two_levels
    return f"{word[0].lower()}{word[1:]}{_colour(benchmark.colour)}"


def _colour(colour: Colour) -> str:
    return "" if colour is Colour.NONE else f" ({colour.value})"
