"""Inspections as values: who was judged, when, under which framework, and each grade as a code."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from brightfutures.published.readings import Judgement

GRADES: tuple[str, ...] = ("inadequate", "requires_improvement", "good", "outstanding")
"""Ofsted's grades from the lowest to the highest; a grade's code is its place here (0 to 3)."""

INADEQUATE = GRADES.index("inadequate")
GOOD = GRADES.index("good")
"""A grade whose code is under this is less than good."""

OVERALL = "overall"
NOW = "ILACS"
"""The framework in use since 2018, of which Ofsted publishes a table of judgements."""


@dataclass(frozen=True, kw_only=True)
class Inspection:
    """One inspection of one council.

    `day` is the day that its file gives: the first of some inspections and the last of others.
    `grades` maps each part that was judged to the code of its grade.
    """

    area: str
    framework: str
    day: datetime.date
    published_on: datetime.date | None
    grades: Mapping[str, int]

    @property
    def known_on(self) -> datetime.date:
        """The day on which the grade was made public; the inspection's where that is not said."""
        return self.published_on or self.day


def inspections_of(judgements: Iterable[Judgement]) -> tuple[Inspection, ...]:
    """Judgements with their grades as codes, by council and then by day."""
    found = [
        Inspection(
            area=judgement.area,
            framework=judgement.framework,
            day=datetime.date.fromisoformat(judgement.inspected_on),
            published_on=datetime.date.fromisoformat(judgement.published_on)
            if judgement.published_on
            else None,
            grades={part: GRADES.index(grade) for part, grade in judgement.parts.items()},
        )
        for judgement in judgements
    ]
    return tuple(sorted(found, key=lambda entry: (entry.area, entry.day, entry.framework)))


def newest_of_each(inspections: Iterable[Inspection]) -> tuple[Inspection, ...]:
    """The newest inspection of each council."""
    newest: dict[str, Inspection] = {}
    for entry in inspections:
        if entry.area not in newest or entry.day >= newest[entry.area].day:
            newest[entry.area] = entry
    return tuple(newest.values())
