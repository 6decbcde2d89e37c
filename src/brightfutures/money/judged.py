"""Which councils inspectors had judged good or outstanding by a day: beside spend, never in it.

A council's judgement at a day is the overall grade of its newest inspection that was made public
by then, under the framework of 2013 (SIF) or the one that followed it (ILACS). A council not yet
inspected under either has none, and is not counted as anything.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from brightfutures.measures.agreement.inspections import (
    GOOD,
    OVERALL,
    Inspection,
    inspections_of,
    newest_of_each,
)
from brightfutures.published.readings import Judgement

FRAMEWORKS = ("SIF", "ILACS")
"""The frameworks whose overall grades are read."""


@dataclass(frozen=True, kw_only=True)
class Judged:
    """The councils whose newest overall grade on a day was good or outstanding, and all judged."""

    day: datetime.date
    good_or_outstanding: frozenset[str]
    judged: frozenset[str]


def judged_on(judgements: Iterable[Judgement], day: datetime.date) -> Judged:
    """Every council's newest overall grade that was public on a day."""
    known = [
        inspection
        for inspection in inspections_of(judgements)
        if inspection.framework in FRAMEWORKS
        and inspection.known_on <= day
        and OVERALL in inspection.grades
    ]
    newest: tuple[Inspection, ...] = newest_of_each(known)
    return Judged(
        day=day,
        good_or_outstanding=frozenset(
            entry.area for entry in newest if entry.grades[OVERALL] >= GOOD
        ),
        judged=frozenset(entry.area for entry in newest),
    )
