"""What to read beside how far figures and grades agree: what was done, and what it cannot say."""

from __future__ import annotations

from brightfutures.measures.agreement.links import FEWEST_COUNCILS, FEWEST_ON_A_SIDE
from brightfutures.measures.agreement.results import Agreement

CAVEATS: tuple[str, ...] = (
    "Neither is the truth. A grade is a judgement of practice seen in a few weeks; a figure counts "
    "what was recorded in a year or on a day. Both wobble.",
    "Inspectors see the figures before they come, so some agreement is to be expected.",
    "A poor grade is followed by money, agency staff and changed thresholds. What goes with a "
    "grade given before may be what the grade led to. Grades repeat, so what goes with the next "
    "grade may also be what the last one led to: the table otherwise reckoned has each link with "
    "the last grade held alike.",
    "What goes together need not be cause and effect: both may come from what surrounds a council. "
    "The same table has each link with children’s poverty held alike; nothing else is.",
    "Some measures count nearly the same children, and what they count may be recorded in "
    "different ways. Not each link is a finding of its own.",
)
"""True whatever was found."""


def method_sentences(found: Agreement) -> tuple[str, ...]:
    """What was done, with the numbers it was done on."""
    years = [
        label
        for one in found.indicators
        for link in one.overall.links
        for label in (link.first_period, link.last_period)
    ]
    figures = f", with figures of {min(years)[:4]} to {_end(max(years))}" if years else ""
    without = (
        f" (without an overall grade in {found.without_overall})" if found.without_overall else ""
    )
    said = [
        f"{found.inspections} inspections of {found.councils} councils from {found.first_year} to "
        f"{found.last_year}{without}, under the framework in use since 2018{figures}. “Before” is "
        "the last period that ended at least four weeks before the inspection, “after” the first "
        "that began once the report was out; neither is more than two years away.",
        "A council’s figure is its place among all councils in that period, so nothing that moved "
        "all of England matters. Periods that the pandemic distorted are passed over. A measure "
        f"is tested where {FEWEST_COUNCILS} councils or more can be used, with "
        f"{FEWEST_ON_A_SIDE} inspections or more on each side of “good”.",
        f"All {found.tests} tests of this page are corrected together, so that of the links called "
        "clear about one in twenty is none. A council inspected twice is not counted as two: "
        "ranges come from leaving whole councils out in turn.",
    ]
    if found.earlier:
        said.append(
            f"{found.earlier} inspections under earlier frameworks have an overall grade only, "
            "read by pattern from the reports. They count only in the column that says so, as a "
            "council’s last grade where that is held alike, and where a council at the top of a "
            "table stood so judged."
        )
    care_leavers = _care_leavers(found)
    if care_leavers:
        said.append(care_leavers)
    return tuple(said)


def _end(label: str) -> str:
    """The year in which a period ends: 2024 of 2023-24."""
    return label[:4] if len(label) == 4 else label[:2] + label[-2:]


def _care_leavers(found: Agreement) -> str | None:
    """How few judgements of care leavers there are, since they were judged apart only lately."""
    most = [
        link.inspections
        for one in found.indicators
        if one.part is not None and one.part.part == "care_leavers"
        for link in one.part.links
    ]
    if not most:
        return None
    return (
        "Care leavers have been judged apart from children in care only since January 2023, so "
        f"at most {max(most)} inspections can be set beside their figures."
    )
