"""One figure as another tool shows it, as a person reads it in a terminal: `explain --as`."""

from __future__ import annotations

import textwrap

from brightfutures.delivery.compatible import Compatible, ask
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.health_check_rows import standing_notice
from brightfutures.measures.compatibility.results import (
    Arrow,
    Benchmark,
    DashboardAnswer,
    FingertipsAnswer,
    LaitAnswer,
)

WIDTH = 80

Row = tuple[str, str, str]
"""A name, a figure as the tool shows it, and a remark."""


def compatible_text(
    edition: Edition, indicator_text: str, council_text: str, tool_text: str
) -> str:
    """A readable account of what a tool shows, the traps that bite, and where it comes from."""
    asked = ask(edition, indicator_text, council_text, tool_text)
    lines = [standing_notice(edition), ""] if edition.store.made_up else []
    lines += [
        *textwrap.wrap(f"As {asked.tool.short} shows it: {asked.measure}", WIDTH),
        f"{asked.area.name}, {asked.period}, {asked.unit}",
        "",
    ]
    rows = _rows(asked)
    name, figure = (max(len(row[place]) for row in rows) for place in (0, 1))
    lines += [
        f"  {row[0]:<{name}}  {row[1]:>{figure}}{f'  {row[2]}' if row[2] else ''}" for row in rows
    ]
    if asked.traps:
        lines += ["", "What may mislead here"]
        for sentence in asked.traps:
            lines += textwrap.wrap(f"- {sentence}", WIDTH, subsequent_indent="  ")
    lines += ["", "Where the figure stands"]
    lines += [
        f"  {row.as_published:>12}  {row.file}, row {row.row}, column {row.column}\n"
        f"  {'':>12}  {row.publisher}, {row.publication}, release {row.release}"
        for row in asked.sources
    ] or ["  No file that is loaded gives this figure."]
    return "\n".join(lines)


def _rows(asked: Compatible) -> list[Row]:
    answer = asked.answer
    if isinstance(answer, LaitAnswer):
        return _lait(asked.area.name, answer)
    if isinstance(answer, DashboardAnswer):
        return _dashboard(asked.area.name, answer)
    return _fingertips(asked.area.name, answer)


def _lait(name: str, answer: LaitAnswer) -> list[Row]:
    direction = {"High": "a high figure is called good", "Low": "a low figure is called good"}.get(
        answer.polarity or "", "LAIT calls neither direction good"
    )
    since = f" since {answer.change_from}" if answer.change_from else ""
    rows = [
        (name, answer.value.text, ""),
        (
            "Statistical neighbours",
            answer.comparison.text,
            f"mean of {answer.with_value} of {answer.listed}",
        ),
        ("England", answer.england.text, ""),
        (
            f"Change{since}",
            answer.change.text,
            f"{_arrow(answer)}; {direction}",
        ),
        ("Change of neighbours", answer.comparison_change.text, ""),
        (
            "National rank",
            "-" if answer.rank is None else str(answer.rank),
            "" if answer.rank is None else f"of {answer.of}",
        ),
        (
            "Quartile band",
            answer.band,
            "" if answer.band_colour.value == "none" else answer.band_colour.value,
        ),
    ]
    return [*rows, *((f"  band {one.band}", one.label, "") for one in answer.bounds)]


def _arrow(answer: LaitAnswer) -> str:
    if answer.arrow is Arrow.NONE:
        return "no arrow"
    return f"arrow {answer.arrow.value}, {answer.arrow_colour.value}"


def _dashboard(name: str, answer: DashboardAnswer) -> list[Row]:
    rows = [
        (name, answer.value.text, ""),
        (
            "Statistical neighbours (median)",
            answer.comparison.text,
            f"median of {answer.with_value} of {answer.listed}",
        ),
    ]
    if answer.comparison_count is not None:
        own = "na" if answer.count is None else f"{answer.count:,.0f}"
        rows.append((f"{name}, number", own, ""))
        rows.append(
            (
                "Statistical neighbours (median), number",
                f"{answer.comparison_count:,.0f}",
                "a sum, though it is called a median",
            )
        )
    return rows


def _fingertips(name: str, answer: FingertipsAnswer) -> list[Row]:
    rows: list[Row] = [(name, answer.value.text, "")]
    for interval in (answer.interval_95, answer.interval_998):
        if interval is not None:
            label = f"  its {interval.level:g}% range"
            rows.append((label, f"{interval.low:,.1f} to {interval.high:,.1f}", ""))
    rows.append(_benchmark("England", answer.england, ""))
    pooled = f"average of {answer.neighbours.pooled_of} of {answer.listed}, "
    rows.append(_benchmark("Statistical neighbours, pooled", answer.neighbours, pooled))
    trend = answer.trend
    years = f"{trend.periods[0]} to {trend.periods[-1]}" if trend.periods else ""
    chi2 = f"{years}, chi-squared {trend.chi2:.1f} of 9.5 needed" if trend.chi2 else years
    return [*rows, ("Recent trend", trend.word, chi2)]


def _benchmark(name: str, found: Benchmark, before: str) -> Row:
    word = found.word_of_two_levels
    colour = "" if found.colour.value == "none" else f", {found.colour.value}"
    return name, found.benchmark.text, f"{before}{word}{colour}"
