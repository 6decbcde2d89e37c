"""A council on the seven priorities as plain data: the JSON answer of its page, schema 1.

Each priority stands for itself: there is no score and no sum over them. `in_turn` has a sentence
for each measure that stands apart, has moved or is told untested; `measures` has all those that a
priority is read from.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from brightfutures.catalogue import GoodDirection
from brightfutures.delivery.council_account import measure_account, preamble, said_account
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.other_returns import other_return_of
from brightfutures.findings.priorities import (
    HOW_TO_READ,
    Priorities,
    PriorityFindings,
    indicators_read,
    priorities,
)
from brightfutures.findings.priority_improvement import Improved
from brightfutures.pages.priorities_page import steps_of
from brightfutures.quantities import Area, CannotAnswer


def priorities_of(edition: Edition, area: Area) -> Priorities:
    """What figures say of one council on each of the seven."""
    return priorities(
        edition.catalogue,
        edition.geography,
        area,
        edition.compared_on(indicators_read(edition.catalogue), area),
        edition.store.judgements(area.code),
        improved(edition),
        other_return_of(edition, area),
    )


def improved(edition: Edition) -> Improved:
    """How many councils of England improved on each measure of which it can be asked."""
    measures = edition.measures
    known = measures.with_figures()
    found: dict[str, int | None] = {}
    for entry in edition.catalogue.health_check_set():
        if entry.id in known and entry.good_direction is not GoodDirection.NEITHER:
            try:
                found[entry.id] = len(measures.improvers(entry.id).found)
            except CannotAnswer:
                found[entry.id] = None
    return found


def priorities_account(edition: Edition, area: Area) -> dict[str, Any]:
    """The whole page."""
    found = priorities_of(edition, area)
    return {
        **preamble(edition, area),
        "headline": found.headline.sentence,
        "lead": found.lead,
        "how_to_read": list(HOW_TO_READ),
        "notes": list(found.area_notes),
        "priorities": [_priority(edition, found, section) for section in found.sections],
    }


def _priority(edition: Edition, found: Priorities, section: PriorityFindings) -> dict[str, Any]:
    priority = section.priority
    return {
        "id": priority.id,
        "name": priority.name,
        "means": priority.means,
        "read_from": priority.reading.value,
        "says": [said_account(said) for said in section.says],
        "in_turn": [said_account(said) for said in section.in_turn],
        "cannot_say": list(priority.cannot),
        "ask": [asdict(question) for question in section.questions],
        "go_next": [
            {"words": step.words, "address": step.address}
            for step in steps_of(edition.catalogue, found, section)
        ],
        "measures": [measure_account(edition, entry) for entry in section.comparisons],
    }
