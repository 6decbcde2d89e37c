"""Who is like a council: its finding, in what they differ, how alike they are, who improved."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from brightfutures.catalogue import Geography, Indicator
from brightfutures.catalogue.geography import JointReturn
from brightfutures.findings.alikeness_words import alikeness_sentences
from brightfutures.findings.circumstance_words import (
    CircumstanceRow,
    beyond_sentence,
    circumstance_headline,
    circumstance_rows,
    differ_most_sentence,
)
from brightfutures.findings.comparison_words import SIMILAR_COUNCILS, Whom
from brightfutures.findings.figures import counted, listed, number
from brightfutures.findings.finding import Certainty, Finding
from brightfutures.findings.place_names import placed, placed_first
from brightfutures.findings.said import Said
from brightfutures.measures.context.circumstances import Alikeness, Circumstances
from brightfutures.quantities import Area

MOST_TOLD_OF = 40
"""Of a longer set, such as all England, only the council's own joint return is told."""

NOT_MUTUAL = (
    "Being listed is not mutual: a council may be among the ten most like another, and have ten "
    "that are more like itself."
)


@dataclass(frozen=True, kw_only=True)
class SimilarFindings:
    """All that the page of a council's similar councils says, as values and sentences.

    `nearer` names those nearest in context that the set leaves out.
    """

    area: Area
    whom: Whom
    headline: Finding
    found: Circumstances
    differ: tuple[str, ...]
    rows: tuple[CircumstanceRow, ...]
    nearer: str | None
    alike: tuple[Said, ...]
    alikeness: tuple[Alikeness, ...]
    joint: tuple[str, ...]


def similar_findings(
    indicators: Mapping[str, Indicator],
    geography: Geography,
    area: Area,
    found: Circumstances,
    alikeness: Sequence[Alikeness],
    whom: Whom,
) -> SimilarFindings:
    """What is to be said of a council and of those it is compared with."""

    def name_of(code: str) -> str:
        return geography.by_code[code].name

    differ = (differ_most_sentence(found.each), beyond_sentence(found.each))
    return SimilarFindings(
        area=area,
        whom=whom,
        headline=_headline(area, found, whom),
        found=found,
        differ=() if area.is_former else tuple(filter(None, differ)),
        rows=() if area.is_former else circumstance_rows(found.each),
        nearer=None if area.is_former else nearer_sentence(area, found, whom, name_of),
        alike=alikeness_sentences(indicators, alikeness),
        alikeness=tuple(alikeness),
        joint=tuple(
            joint_sentence(entry, area, found, name_of) for entry in _joint(geography, area, found)
        ),
    )


def _headline(area: Area, found: Circumstances, whom: Whom) -> Finding:
    if area.last is not None:
        listed_then = "its similar councils are those listed in 2021"
        beside = listed_then if whom is SIMILAR_COUNCILS else f"it stands beside {whom.councils}"
        sentence = f"{placed_first(area.name)} was replaced in {area.last.year}; {beside}"
        return Finding(sentence=sentence, certainty=Certainty.AS_PUBLISHED)
    sentence = circumstance_headline(found.each, area.name, _its(whom, len(found.used.councils)))
    return Finding(sentence=sentence, certainty=Certainty.AS_PUBLISHED)


def _its(whom: Whom, number: int) -> Whom:
    """Similar councils as those of one council: "its ten similar councils"."""
    if whom is not SIMILAR_COUNCILS:
        return whom
    its = f"its {counted(number).lower()} similar councils"
    return Whom(heading=whom.heading, councils=its, after_number=whom.after_number)


def nearer_sentence(
    area: Area, found: Circumstances, whom: Whom, name_of: Callable[[str], str]
) -> str | None:
    """Which of the nearest in our own context space the set holds, and which it leaves out."""
    if found.usual_distance is None:
        return None
    both = [one for one in found.members if one.nearest]
    elsewhere = [name_of(code) for code, _ in found.nearest_elsewhere]
    if not elsewhere:
        return f"All of the ten councils nearest to {placed(area.name)} in context are among them."
    if not both:
        return (
            f"None of the ten councils nearest to {placed(area.name)} in our own measure of "
            f"context is among them. Those ten: {listed(elsewhere)}."
        )
    are = "is" if len(both) == 1 else "are"
    return (
        f"{counted(len(both))} of the ten councils nearest to {placed(area.name)} in our own "
        f"measure of context {are} among them. Nearest, but not among them: {listed(elsewhere)}."
    )


def _joint(geography: Geography, area: Area, found: Circumstances) -> list[JointReturn]:
    """The joint returns of the council, and those of two councils that it stands beside."""
    councils = found.used.councils if len(found.used.councils) <= MOST_TOLD_OF else ()
    beside = {*councils, area.code}
    return [
        entry
        for entry in geography.joint_returns
        if len(beside & set(entry.areas)) > 1
        or (area.code in entry.areas and not set(entry.areas).isdisjoint(found.used.councils))
    ]


def joint_sentence(
    entry: JointReturn, area: Area, found: Circumstances, name_of: Callable[[str], str]
) -> str:
    """What a joint return means for who counts: its own twin never, two of others both."""
    if area.code in entry.areas:
        twin = listed([name_of(code) for code in entry.areas if code != area.code])
        return f"{entry.sentence} On those figures {twin} is left out of the comparison."
    return f"{entry.sentence} Both count on those figures, each with the figure of both."


def distance_words(distance: float | None) -> str:
    """How far a council is in context, to one place."""
    return "–" if distance is None else number(distance, 1)
