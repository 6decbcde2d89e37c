"""The finding at the top of a council's page of priorities: on which of them it clearly differs."""

from __future__ import annotations

from collections.abc import Sequence

from brightfutures.catalogue import Priority, Reading
from brightfutures.findings.figures import listed
from brightfutures.findings.finding import Certainty, Evidence, Finding
from brightfutures.findings.place_names import placed, placed_first
from brightfutures.findings.priority_words import can_be_tested, stands_apart
from brightfutures.measures.results import Comparison
from brightfutures.quantities import Area, Missing, Reason

FEWEST_TESTED = 6
"""With fewer measures that can be tested nothing is said of a council as a whole."""

Read = tuple[Priority, Sequence[Comparison]]
"""A priority and the comparisons it is read from."""


def priority_headline(sections: Sequence[Read], area: Area) -> Finding:
    """The headline, without a full stop, of at most 25 words.

    It rests on the priorities that are read from where the council stands. Those that no figure
    measures are named as such; money and movement have sentences of their own further down.
    """
    standing = [read for read in sections if read[0].reading is Reading.STANDING]
    comparisons = [entry for _, found in standing for entry in found]
    tested = [entry for entry in comparisons if can_be_tested(entry)]
    if len(tested) < FEWEST_TESTED:
        return Finding(sentence=_nothing(comparisons, area), certainty=Certainty.AS_PUBLISHED)
    apart = [priority.short for priority, found in standing if any(map(stands_apart, found))]
    silent = [
        priority.short
        for priority, _ in sections
        if priority.reading in (Reading.JUDGEMENT, Reading.NOTHING)
    ]
    asked = [priority.short for priority, _ in standing]
    return Finding(
        sentence=_differs(apart, silent, area) if apart else _nothing_apart(asked, silent, area),
        certainty=Certainty.TESTED,
        evidence=tuple(
            Evidence(indicator=entry.indicator, period=entry.period)
            for entry in tested
            if stands_apart(entry) or not apart
        ),
    )


def _differs(apart: Sequence[str], silent: Sequence[str], area: Area) -> str:
    differs = "clearly differed" if area.is_former else "clearly differs"
    cannot = f"; on {listed(silent)} published figures cannot say" if silent else ""
    return f"{placed_first(area.name)} {differs} on {listed(apart)}{cannot}"


def _nothing_apart(asked: Sequence[str], silent: Sequence[str], area: Area) -> str:
    """Names what was asked: another priority may still have a figure that stands apart."""
    cannot = f"; {listed(silent)} cannot be told" if silent else ""
    return f"No clear difference for {placed(area.name)} on {listed(asked)}{cannot}"


def _nothing(comparisons: Sequence[Comparison], area: Area) -> str:
    """Too few children, unless the figures are simply not there: those of a council long ended."""
    absent = {Reason.DID_NOT_EXIST, Reason.NOT_RETURNED, Reason.UNAVAILABLE}
    missing = [entry.here.value for entry in comparisons if isinstance(entry.here.value, Missing)]
    gone = sum(not absent.isdisjoint(value.reasons) for value in missing)
    council = placed(area.name)
    if 2 * gone > len(comparisons):
        return f"Most figures that speak of the seven priorities are not published for {council}"
    return f"There are too few children in {council} for figures to speak of the seven priorities"
