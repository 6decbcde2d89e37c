"""A stage made by hand: its measures, its pairs, and what is found of it."""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import Any

from hand_made import HERE, catalogue, cell, comparison, gap, indicator, question, verdict

from brightfutures.catalogue import (
    Catalogue,
    Indicator,
    PairToRead,
    Stage,
    StageDeclaration,
)
from brightfutures.catalogue.geography import Geography
from brightfutures.findings.stage import StageFindings, stage_findings
from brightfutures.measures.results import Comparison, Level, Moved, Movement, Why
from brightfutures.quantities import Area, AreaKind

ESSEX = Area(code=HERE, name="Essex", kind=AreaKind.COUNCIL, region="E12000006")
ENDED = replace(ESSEX, name="Oldshire", last=datetime.date(2023, 3, 31))
NOWHERE = Geography(areas=(), recodes={}, aliases={})


def measure(name: str, **changes: Any) -> Indicator:
    given = {"title": name.capitalize(), "questions": (f"ask_{name}", f"then_{name}"), **changes}
    return indicator(f"{name}_rate", **given)


def compared(name: str, level: Level = Level.ABOUT_THE_SAME, **changes: Any) -> Comparison:
    """Of a measure: 300 here (120 counted) against an average of 200 per 10,000."""
    size = changes.pop("z_usual", 2.0)
    reason = changes.pop("reason", None)
    given = {
        "indicator": f"{name}_rate",
        "verdict": verdict(level, reason, average=200.0, gap=gap(), z_usual=size),
        **changes,
    }
    return comparison(given.pop("value", 300.0), **given)


def cannot(name: str, why: Why = Why.TOO_FEW_CHILDREN, **changes: Any) -> Comparison:
    return compared(name, Level.CANNOT_SAY, verdict=verdict(Level.CANNOT_SAY, why), **changes)


def moved(movement: Movement) -> Moved:
    return Moved(
        level=movement, from_period="2021", to_period="2025",
        from_value=100.0, to_value=300.0, q=0.01,
    )  # fmt: skip


def few(name: str, here: float, of: float, level: Level = Level.LOWER) -> Comparison:
    """A measure of which so many are counted here, of so many."""
    value = 10_000 * here / of
    return compared(
        name,
        level,
        here=replace(cell(value), numerator=here, denominator=of),
        history=(cell(value),),
    )


def a_catalogue(*indicators: Indicator, pairs: tuple[PairToRead, ...] = ()) -> Catalogue:
    made = catalogue(*indicators)
    stage = StageDeclaration(
        id="coming_in", about="visits", means="Who is visited.", together=pairs
    )
    codes = {code for entry in indicators for code in entry.questions}
    questions = {code: question(code) for code in (*codes, "unaccompanied_children_support")}
    return replace(made, stages={"coming_in": stage}, questions=questions)


def found_of(
    *entries: Comparison,
    indicators: dict[str, Indicator] | None = None,
    area: Area = ESSEX,
    pairs: tuple[PairToRead, ...] = (),
) -> StageFindings:
    known = indicators or {
        entry.indicator: measure(entry.indicator.removesuffix("_rate")) for entry in entries
    }
    return stage_findings(
        a_catalogue(*known.values(), pairs=pairs), NOWHERE, area, Stage.COMING_IN, entries
    )
