"""Councils side by side as another tool shows them: `compare --as`, schema 1."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from brightfutures.catalogue import Indicator
from brightfutures.delivery.compare import Asked, councils_named
from brightfutures.delivery.compatible import SCHEMA, Compatible, as_data, ask, find_tool
from brightfutures.delivery.edition import Edition
from brightfutures.findings.other_tools import OtherTool
from brightfutures.quantities import Area, CannotAnswer, WrongUse


@dataclass(frozen=True, kw_only=True)
class ToolRow:
    """One measure as a tool shows it for each council named; a sentence where it shows none."""

    name: str
    answers: tuple[Compatible | str, ...]

    @property
    def first(self) -> Compatible | None:
        """The first council's answer that there is."""
        return next((each for each in self.answers if isinstance(each, Compatible)), None)


@dataclass(frozen=True, kw_only=True)
class ComparedAs:
    """All that a tool shows of the councils named; `left_out` are measures it does not have."""

    tool: OtherTool
    areas: tuple[Area, ...]
    rows: tuple[ToolRow, ...]
    left_out: tuple[Indicator, ...]


def side_by_side_as(edition: Edition, asked: Asked, tool_text: str) -> ComparedAs:
    """What a tool shows of several councils, of the measures asked for or the health check's.

    Raises `CannotAnswer` for a measure asked for by name that the tool has for no council named.
    """
    if asked.period is not None or asked.against is not None:
        raise WrongUse(
            "--period and --against do not go with --as: another tool has its own newest period "
            "and its own neighbours."
        )
    tool = find_tool(tool_text)
    areas = councils_named(edition, asked.councils)
    if asked.indicators:
        names = dict.fromkeys(name.strip().lower() for name in asked.indicators)
        rows = [_row(edition, name, areas, tool) for name in names]
        for row in rows:
            if row.first is None:
                raise CannotAnswer(str(row.answers[0]))
        return ComparedAs(tool=tool, areas=areas, rows=tuple(rows), left_out=())
    found = [
        (indicator, _row(edition, indicator.id, areas, tool))
        for indicator in edition.catalogue.health_check_set()
    ]
    return ComparedAs(
        tool=tool,
        areas=areas,
        rows=tuple(row for _, row in found if row.first is not None),
        left_out=tuple(indicator for indicator, row in found if row.first is None),
    )


def _row(edition: Edition, name: str, areas: Sequence[Area], tool: OtherTool) -> ToolRow:
    answers: list[Compatible | str] = []
    for area in areas:
        try:
            answers.append(ask(edition, name, area.code, tool.id))
        except CannotAnswer as why:
            answers.append(str(why))
    return ToolRow(name=name, answers=tuple(answers))


def compare_as(edition: Edition, asked: Asked, tool_text: str) -> dict[str, Any]:
    """What a tool shows of several councils, as plain data."""
    found = side_by_side_as(edition, asked, tool_text)
    return {
        "schema": SCHEMA,
        "made_up": edition.store.made_up,
        "as": found.tool.id,
        "councils": [{"code": area.code, "name": area.name} for area in found.areas],
        "indicators": [
            {
                "indicator": row.name,
                "councils": [
                    {"council": {"code": area.code, "name": area.name}, "cannot_answer": answer}
                    if isinstance(answer, str)
                    else _without_preamble(as_data(edition, answer))
                    for area, answer in zip(found.areas, row.answers, strict=True)
                ],
            }
            for row in found.rows
        ],
        "left_out": [indicator.id for indicator in found.left_out],
    }


def _without_preamble(answer: dict[str, Any]) -> dict[str, Any]:
    once = ("schema", "made_up", "as", "tool", "tool_page")
    return {key: value for key, value in answer.items() if key not in once}
