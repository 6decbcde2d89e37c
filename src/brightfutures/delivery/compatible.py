"""One figure as another tool shows it, as plain data: `explain --as`, schema 1.

Every tool answers with the same keys; what a tool does not have is null.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from brightfutures.catalogue import Indicator
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.explain import source
from brightfutures.findings.compatible_words import trap_sentences
from brightfutures.findings.other_tools import DASHBOARD, LAIT, OtherTool, other_tools
from brightfutures.measures.compatibility.results import (
    Benchmark,
    Colour,
    DashboardAnswer,
    FingertipsAnswer,
    LaitAnswer,
    Shown,
)
from brightfutures.published.readings import SourceRow
from brightfutures.published.reports import DictionarySeries
from brightfutures.quantities import Area, AreaKind, CannotAnswer, Interval, WrongUse

SCHEMA = 1

Answer = LaitAnswer | DashboardAnswer | FingertipsAnswer


@dataclass(frozen=True, kw_only=True)
class Compatible:
    """One tool's answer about one council, with what the answer is about."""

    tool: OtherTool
    indicator: Indicator | None  # None for a measure known only from LAIT's dictionary
    measure: str  # what the tool calls it
    unit: str
    area: Area
    period: str
    answer: Answer
    traps: tuple[str, ...]
    sources: tuple[SourceRow, ...]


def find_tool(text: str) -> OtherTool:
    """The tool that a person means; `WrongUse` with the three names."""
    for tool in other_tools():
        if text.strip().lower() == tool.id:
            return tool
    names = [tool.id for tool in other_tools()]
    raise WrongUse(f"There is no tool '{text}' to answer as: {', '.join(names[:2])} or {names[2]}.")


def ask(edition: Edition, indicator_text: str, council_text: str, tool_text: str) -> Compatible:
    """What a tool shows of one council on one indicator.

    Raises `WrongUse` for a name that is not known, `CannotAnswer` where the tool has no such
    measure: nothing is ever approximated.
    """
    tool = find_tool(tool_text)
    if ":" in indicator_text:
        return _ask_lait_alone(edition, indicator_text, council_text, tool)
    indicator = edition.indicator(indicator_text)
    area = _council(edition, council_text)
    answers = edition.compatible
    answer: Answer
    measure, unit = indicator.title, indicator.unit
    sources: tuple[SourceRow, ...] = ()
    if tool is LAIT:
        entry = answers.entry_of(indicator)
        if entry is None:
            raise CannotAnswer(_not_in_lait(indicator))
        answer = answers.lait(entry, indicator, area)
        measure, unit, period = entry.title, entry.unit, answer.latest
        sources = _lait_sources(edition, entry, area, answer)
    elif tool is DASHBOARD:
        period, answer = answers.dashboard(indicator, area)
        if indicator.dashboard is not None:
            measure = indicator.dashboard.title
        sources = answers.dashboard_sources(indicator, area)
    else:
        answer = answers.fingertips(indicator, area)
        period = answer.period
    traps = [*answer.traps, *answers.sides_traps(indicator, area)]
    if not sources and tool is not LAIT:
        comparison = edition.measures.compare(indicator.id, area.code, period)
        sources = edition.source_rows(comparison)
    return Compatible(
        tool=tool,
        indicator=indicator,
        measure=measure,
        unit=unit,
        area=area,
        period=period,
        answer=answer,
        traps=trap_sentences(tuple(traps), area.name),
        sources=sources,
    )


def _ask_lait_alone(
    edition: Edition, measure_text: str, council_text: str, tool: OtherTool
) -> Compatible:
    """A measure known only from LAIT's dictionary: only LAIT itself has it."""
    edition.holding(measure_text)  # refuses one of ours, and a key that no dictionary has
    wanted = measure_text.strip().lower()
    entry = next(one for one in edition.compatible.dictionary.values() if one.id.lower() == wanted)
    if tool is not LAIT:
        raise CannotAnswer(f"{entry.id} is known only from LAIT: ask for it with `--as lait`.")
    area = _council(edition, council_text)
    answer = edition.compatible.lait(entry, None, area)
    return Compatible(
        tool=tool,
        indicator=None,
        measure=entry.title,
        unit=entry.unit,
        area=area,
        period=answer.latest,
        answer=answer,
        traps=trap_sentences(answer.traps, area.name),
        sources=_lait_sources(edition, entry, area, answer),
    )


def _council(edition: Edition, text: str) -> Area:
    area = edition.area(text)
    if area.kind is not AreaKind.COUNCIL:
        raise WrongUse(f"Another tool's answer is about a council, and {area.name} is not one.")
    return area


def _not_in_lait(indicator: Indicator) -> str:
    if indicator.lait_key is None:
        return f"LAIT has no measure that is the same as {indicator.id}, so it cannot be shown."
    return f"LAIT's measure {indicator.lait_key} is not among the files that are loaded."


def _lait_sources(
    edition: Edition, entry: DictionarySeries, area: Area, answer: LaitAnswer
) -> tuple[SourceRow, ...]:
    label = dict(entry.years).get(answer.latest, "")
    return edition.store.source_rows(entry.id, area.code, label)[:1]


def compatible(
    edition: Edition, indicator_text: str, council_text: str, tool: str
) -> dict[str, Any]:
    """What a tool shows of one council on one indicator, as plain data."""
    return as_data(edition, ask(edition, indicator_text, council_text, tool))


def as_data(edition: Edition, asked: Compatible) -> dict[str, Any]:
    """One answer as plain data."""
    indicator = asked.indicator
    return {
        "schema": SCHEMA,
        "made_up": edition.store.made_up,
        "as": asked.tool.id,
        "tool": asked.tool.title,
        "tool_page": asked.tool.page,
        "indicator": indicator.id if indicator else None,
        "title": indicator.title if indicator else None,
        "measure": asked.measure,
        "unit": asked.unit,
        "council": {
            "code": asked.area.code,
            "name": asked.area.name,
            "kind": asked.area.kind.value,
        },
        "period": asked.period,
        **_NOTHING,
        **_figures(asked.answer),
        "traps": list(asked.traps),
        "sources": [source(row) for row in asked.sources],
    }


_NOTHING: dict[str, Any] = dict.fromkeys(
    (
        "value", "shown", "interval", "comparison", "england", "count", "polarity", "change",
        "arrow", "colour", "rank", "of", "band", "band_colour", "bounds", "trend", "history",
    )
)  # fmt: skip
"""Every key that a tool may leave empty, in order."""


def _figures(answer: Answer) -> dict[str, Any]:
    if isinstance(answer, LaitAnswer):
        return _lait(answer)
    return _dashboard(answer) if isinstance(answer, DashboardAnswer) else _fingertips(answer)


def _lait(answer: LaitAnswer) -> dict[str, Any]:
    ranked = answer.rank is not None
    return {
        **_own(answer.value),
        "comparison": _average("mean", answer.comparison, answer.with_value, answer.listed),
        "england": _shown(answer.england),
        "change": {
            **_shown(answer.change),
            "from": answer.change_from,
            "comparison": answer.comparison_change.value,
        },
        "polarity": answer.polarity,
        "arrow": answer.arrow.value,
        "colour": answer.arrow_colour.value,
        "rank": answer.rank,
        "of": answer.of if ranked else None,
        "band": answer.band,
        "band_colour": answer.band_colour.value,
        "bounds": [{"band": one.band, "label": one.label} for one in answer.bounds],
        "history": [
            {
                "period": one.year,
                "value": one.value,
                "comparison": one.comparison,
                "with_value": one.with_value,
            }
            for one in answer.history
        ],
    }


def _dashboard(answer: DashboardAnswer) -> dict[str, Any]:
    counted = answer.comparison_count is not None
    return {
        **_own(answer.value),
        "comparison": _average("median", answer.comparison, answer.with_value, answer.listed),
        "count": {"value": answer.count, "sum_of_neighbours": answer.comparison_count}
        if counted
        else None,
    }


def _fingertips(answer: FingertipsAnswer) -> dict[str, Any]:
    neighbours = answer.neighbours
    return {
        **_own(answer.value),
        "interval": _intervals((answer.interval_95, answer.interval_998)),
        "comparison": {
            "average": "pooled",
            "with_value": neighbours.pooled_of,
            "listed": answer.listed,
            **_benchmark(neighbours),
        },
        "england": _benchmark(answer.england),
        "colour": answer.england.colour.value if answer.england.colour is not Colour.NONE else None,
        "trend": {
            "trend": answer.trend.trend.value,
            "word": answer.trend.word,
            "chi2": answer.trend.chi2,
            "same_sign": answer.trend.same_sign,
            "periods": list(answer.trend.periods),
            "reason": answer.trend.reason and answer.trend.reason.value,
        },
    }


def _own(shown: Shown) -> dict[str, Any]:
    return {"value": shown.value, "shown": shown.text}


def _shown(shown: Shown) -> dict[str, Any]:
    return {"value": shown.value, "shown": shown.text}


def _average(name: str, shown: Shown, with_value: int, listed: int) -> dict[str, Any]:
    return {"average": name, "with_value": with_value, "listed": listed, **_shown(shown)}


def _benchmark(benchmark: Benchmark) -> dict[str, Any]:
    return {
        **_shown(benchmark.benchmark),
        "significance": benchmark.significance.value,
        "word": benchmark.word,
        "word_of_two_levels": benchmark.word_of_two_levels,
        "colour": benchmark.colour.value if benchmark.colour is not Colour.NONE else None,
    }


def _intervals(intervals: Sequence[Interval | None]) -> list[dict[str, float]] | None:
    found = [
        {"low": one.low, "high": one.high, "level": one.level}
        for one in intervals
        if one is not None
    ]
    return found or None
