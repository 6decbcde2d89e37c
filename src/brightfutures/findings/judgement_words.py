"""Ofsted's judgements in words: beside the figures, with date and framework, never mixed in."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from brightfutures.published.readings import Judgement

GRADE_WORDS = {
    "outstanding": "Outstanding",
    "good": "Good",
    "requires_improvement": "Requires improvement",
    "inadequate": "Inadequate",
}

PART_WORDS = {
    "overall": "Overall effectiveness",
    "leaders": "Impact of leaders",
    "help_and_protection": "Help and protection",
    "in_care": "Children in care",
    "care_leavers": "Care leavers",
}

FRAMEWORK_WORDS = {
    "ILACS": "Inspection of local authority children’s services (ILACS)",
    "SIF": "Single inspection framework (SIF, to 2017)",
    "SLAC": "Safeguarding and looked-after children inspection (to 2012)",
}


@dataclass(frozen=True, kw_only=True)
class JudgementWords:
    """The newest judgement with an overall grade as it stands on a page.

    `since` tells of a newer inspection that gave none, each part with its grade; blank without.
    """

    overall: str
    parts: tuple[tuple[str, str], ...]
    when: str
    framework: str
    file: str
    row: int
    publication: str = ""
    since: str = ""


def day_in_words(day: str) -> str:
    """An ISO date as a person writes it: 14 July 2024."""
    date = datetime.date.fromisoformat(day)
    return f"{date.day} {date:%B %Y}"


def month_in_words(day: str) -> str:
    """The month of an ISO date as a person writes it: July 2024."""
    return f"{datetime.date.fromisoformat(day):%B %Y}"


def newest_judgement(
    judgements: Sequence[Judgement], publications: Mapping[str, str] | None = None
) -> JudgementWords | None:
    """The newest judgement that gives an overall grade, in words; none if there is none.

    `publications` says which publication each file is of.
    """
    for place, judgement in enumerate(judgements):
        if "overall" in judgement.parts:
            return JudgementWords(
                overall=GRADE_WORDS[judgement.parts["overall"]],
                parts=tuple(
                    (PART_WORDS[part], GRADE_WORDS[judgement.parts[part]])
                    for part in PART_WORDS
                    if part in judgement.parts and part != "overall"
                ),
                when=when_inspected(judgement),
                framework=FRAMEWORK_WORDS.get(judgement.framework, judgement.framework),
                file=judgement.file,
                row=judgement.row,
                publication=(publications or {}).get(judgement.file, ""),
                since=_since(judgements[:place]),
            )
    return None


def _since(newer: Sequence[Judgement]) -> str:
    """That a newer inspection gave no overall grade, and what it gave."""
    for judgement in newer:
        parts = [
            f"{PART_WORDS[part].lower()} {GRADE_WORDS[judgement.parts[part]].lower()}"
            for part in PART_WORDS
            if part in judgement.parts
        ]
        if parts:
            return (
                f"A newer inspection, {when_inspected(judgement).removeprefix('inspected ')}, gave "
                f"no overall grade: {', '.join(parts)}."
            )
    return ""


def when_inspected(judgement: Judgement) -> str:
    """The month of the inspection, or the day on which its report came out.

    Of some inspections the files give the first day and of others the last.
    """
    if judgement.inspected_on:
        return f"inspected in {month_in_words(judgement.inspected_on)}"
    if judgement.published_on:
        return f"published {day_in_words(judgement.published_on)}"
    return "date not published"


def leaders_sentence(judgements: Sequence[Judgement]) -> str:
    """The newest grade for the impact of leaders, or that none is loaded; newest first."""
    for judgement in judgements:
        if "leaders" in judgement.parts:
            grade = GRADE_WORDS[judgement.parts["leaders"]].lower()
            return (
                f"Ofsted’s newest grade for the impact of leaders, {when_inspected(judgement)}, is "
                f"“{grade}”; it stands beside the figures and plays no part in them."
            )
    return "No grade of Ofsted’s for the impact of leaders is in the files that are loaded."
