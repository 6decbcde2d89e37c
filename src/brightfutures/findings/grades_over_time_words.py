"""Ofsted's overall grades at each 31 March in words: counts, frameworks, and no more."""

from __future__ import annotations

from collections.abc import Sequence

from brightfutures.findings.figures import counted, listed
from brightfutures.findings.judgement_words import GRADE_WORDS
from brightfutures.measures.agreement.grades_over_time import GradesOfYear
from brightfutures.measures.agreement.inspections import GRADES, NOW

NEVER_MIXED = (
    "A grade is an inspector’s judgement of a service in one week. It stands beside the figures "
    "above and plays no part in them, nor they in it."
)


def newest_sentence(years: Sequence[GradesOfYear]) -> str:
    """How councils stood on the newest 31 March."""
    newest = years[-1]
    parts = [
        f"{newest.grades[place]} {GRADE_WORDS[GRADES[place]].lower()}"
        for place in reversed(range(len(GRADES)))
    ]
    without = (
        f"; {counted(newest.without).lower()} had no overall grade in the files"
        if newest.without
        else ""
    )
    return (
        f"At 31 March {newest.year} the {newest.councils} councils were judged, each at its newest "
        f"inspection by then: {listed(parts)}{without}."
    )


def framework_sentences(years: Sequence[GradesOfYear]) -> tuple[str, ...]:
    """Which years mix two frameworks, and what that means; nothing where none does."""
    mixed = [one.year for one in years if len(one.frameworks) > 1]
    other = [one.year for one in years if dict(one.frameworks).keys().isdisjoint({NOW})]
    if not mixed and not other:
        return ()
    before = sorted({*other, *mixed})
    span = f"{min(before)} to {max(before)}" if len(before) > 1 else f"{before[0]}"
    verb = "rest" if len(before) > 1 else "rests"
    return (
        f"The framework for inspecting councils changed in 2018. The counts of {span} {verb} in "
        "part on the one before. A grade under one is not the same grade under the other, so a "
        "change across them does not say that services changed.",
    )


def present_share(year: GradesOfYear) -> str:
    """How many of a year's grades are of the present framework: "132 of 149"."""
    graded = sum(year.grades)
    return f"{dict(year.frameworks).get(NOW, 0)} of {graded}"
