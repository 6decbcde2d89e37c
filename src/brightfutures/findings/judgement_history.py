"""A council's inspections from the newest back: every part, framework, age, and timing.

A grade stands beside the figures with its date and its framework. It plays no part in any figure
or verdict, and grades under two frameworks are never set against each other.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from brightfutures.catalogue import Catalogue, Geography
from brightfutures.findings.figures import counted, listed, number
from brightfutures.findings.judgement_words import (
    FRAMEWORK_WORDS,
    GRADE_WORDS,
    PART_WORDS,
    day_in_words,
    month_in_words,
)
from brightfutures.findings.place_names import placed, placed_first
from brightfutures.measures.results import Comparison, Level
from brightfutures.published.readings import Judgement
from brightfutures.quantities import Area, Missing, Period

PRESENT_FRAMEWORK = "ILACS"

NO_OVERALL_GRADE = "No overall grade"

PLAYS_NO_PART = "The grade plays no part in any figure or verdict on this page."

SIF_WARNING = (
    "Only the overall grade, read by pattern from the published reports. It was another framework: "
    "its grades cannot be set against today’s grade for grade."
)

JudgementsOf = Callable[[str], Sequence[Judgement]]
"""The inspections of an area by its code, newest first."""


@dataclass(frozen=True, kw_only=True)
class Inspection:
    """One inspection in words: when, how old on the day asked for, and each part with its grade.

    `age_years` is in years of 365.25 days; `overall` is None where no overall grade was given.
    """

    framework: str
    framework_words: str
    when: str
    date: str
    age_years: float | None
    overall: str | None
    parts: tuple[tuple[str, str], ...]
    file: str
    row: int
    publication: str


@dataclass(frozen=True, kw_only=True)
class BesideOfsted:
    """What inspectors judged, to stand beside the figures.

    `as_of` is the day on which ages are counted: that on which the figures were loaded. `newest`
    is None for a council never inspected in the files that are loaded. `earlier` are those before
    it under the present framework and `other_frameworks` those under any other.
    """

    as_of: str
    newest: Inspection | None
    earlier: tuple[Inspection, ...]
    other_frameworks: tuple[Inspection, ...]
    notes: tuple[str, ...]

    @property
    def sentences(self) -> tuple[str, ...]:
        """Everything there is to say, in order, for a terminal or a sheet."""
        return (*newest_sentences(self), *history_sentences(self), *self.notes, PLAYS_NO_PART)


def beside_ofsted(
    catalogue: Catalogue,
    geography: Geography,
    area: Area,
    judgements_of: JudgementsOf,
    comparisons: Sequence[Comparison],
    as_of: datetime.date,
    publications: Mapping[str, str] | None = None,
) -> BesideOfsted:
    """The judgements of one council, with their age on a day and how they lie to the figures."""
    found = [
        _inspection(judgement, as_of, publications or {}) for judgement in judgements_of(area.code)
    ]
    newest = found[0] if found else None
    timing = _timing(catalogue, newest, comparisons) if newest else None
    return BesideOfsted(
        as_of=as_of.isoformat(),
        newest=newest,
        earlier=tuple(one for one in found[1:] if one.framework == PRESENT_FRAMEWORK),
        other_frameworks=tuple(one for one in found[1:] if one.framework != PRESENT_FRAMEWORK),
        notes=(
            *([timing] if timing else []),
            *_of_others(geography, area, judgements_of, inspected=newest is not None),
        ),
    )


def _inspection(
    judgement: Judgement, as_of: datetime.date, publications: Mapping[str, str]
) -> Inspection:
    date = judgement.inspected_on or judgement.published_on or ""
    day = datetime.date.fromisoformat(date) if date else None
    grades = {part: GRADE_WORDS[grade] for part, grade in judgement.parts.items()}
    return Inspection(
        framework=judgement.framework,
        framework_words=FRAMEWORK_WORDS.get(judgement.framework, judgement.framework),
        when=month_in_words(date) if day else "on a date that is not published",
        date=date,
        age_years=round((as_of - day).days / 365.25, 1) if day else None,
        overall=grades.get("overall"),
        parts=tuple(
            (words, grades[part])
            for part, words in PART_WORDS.items()
            if part in grades and part != "overall"
        ),
        file=judgement.file,
        row=judgement.row,
        publication=publications.get(judgement.file, ""),
    )


def newest_sentences(ofsted: BesideOfsted) -> tuple[str, ...]:
    """The newest inspection in words: its grade, its age and its parts."""
    newest = ofsted.newest
    if newest is None:
        return ()
    grade = newest.overall or NO_OVERALL_GRADE
    parts = listed([f"{words.lower()} {given.lower()}" for words, given in newest.parts])
    said = [f"{grade}, {inspected_words(ofsted, newest)}."]
    said += [f"{parts[0].upper()}{parts[1:]}."] if parts else []
    return (*said, f"{newest.framework_words}.")


def inspected_words(ofsted: BesideOfsted, inspection: Inspection) -> str:
    """When an inspection was and how old it is: "inspected July 2025, 1.4 years before ..."."""
    said = f"inspected in {inspection.when}" if inspection.date else inspection.when
    if inspection.age_years is None:
        return said
    return f"{said}: {age_words(inspection.age_years)} old on {day_in_words(ofsted.as_of)}"


def age_words(years: float) -> str:
    """1.4 years, 1 year, or less than a tenth of one."""
    if years < 0.1:
        return "less than a tenth of a year"
    text = number(years, 1).removesuffix(".0")
    return f"{text} year{'' if text == '1' else 's'}"


def history_sentences(ofsted: BesideOfsted) -> tuple[str, ...]:
    """The inspections before the newest: those under the present framework, then the others."""
    said = []
    if ofsted.earlier:
        said.append(f"Before it under the same framework: {_grades(ofsted.earlier)}.")
    for name in dict.fromkeys(one.framework for one in ofsted.other_frameworks):
        group = [one for one in ofsted.other_frameworks if one.framework == name]
        warning = f" {SIF_WARNING}" if name == "SIF" else ""
        said.append(f"{group[0].framework_words}: {_grades(group)}.{warning}")
    return tuple(said)


def _grades(inspections: Sequence[Inspection]) -> str:
    return listed(
        [f"{(one.overall or 'no overall grade').lower()} in {one.when}" for one in inspections]
    )


def _timing(
    catalogue: Catalogue, newest: Inspection, comparisons: Sequence[Comparison]
) -> str | None:
    """Whether most of the figures are older or newer than the inspection, and by how much."""
    ends: Counter[datetime.date] = Counter()
    for entry in comparisons:
        judged = entry.verdict.level is not Level.CANNOT_SAY
        if judged or not isinstance(entry.here.value, Missing):
            numerator = catalogue.indicators[entry.indicator].numerator[0]
            kind = catalogue.series[numerator].period_kind
            ends[Period(kind, entry.period).last_day] += 1
    if not ends or not newest.date:
        return None
    end, _ = max(ends.items(), key=lambda pair: (pair[1], pair[0]))
    inspected = datetime.date.fromisoformat(newest.date)
    months = 12 * (inspected.year - end.year) + inspected.month - end.month
    said = f"Most of the figures here run to {day_in_words(end.isoformat())}"
    if not months:
        return f"{said}, the month of that inspection."
    apart = f"{counted(abs(months)).lower()} month{'' if abs(months) == 1 else 's'}"
    if months > 0:
        return f"{said}, {apart} before that inspection: they are older than its grades."
    return f"{said}, {apart} after that inspection: they are newer than its grades."


def _of_others(
    geography: Geography, area: Area, judgements_of: JudgementsOf, *, inspected: bool
) -> list[str]:
    """Of a former council its successors; of one never inspected itself those it came from."""
    said = []
    if not inspected:
        said.append(f"No inspection of {placed(area.name)} is in the files that are loaded.")
    if area.is_former and area.successors:
        names = [placed(geography.by_code[code].name) for code in area.successors]
        own = "has judgements of its own" if len(names) == 1 else "have judgements of their own"
        said.append(f"{listed(names)} took its place and {own}.")
    if not inspected and not area.is_former:
        for before in geography.areas:
            if area.code in before.successors and judgements_of(before.code):
                one = judgements_of(before.code)[0]
                grade = GRADE_WORDS[one.parts["overall"]].lower() if "overall" in one.parts else ""
                when = month_in_words(one.inspected_on)
                said.append(
                    f"{placed_first(before.name)}, before it, was judged {grade} in {when}."
                )
    return said
