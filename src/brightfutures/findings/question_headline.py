"""The finding at the top of a council's questions: what to begin with, or that nothing stands out.

At most 25 words, without a full stop.
"""

from __future__ import annotations

from collections.abc import Sequence

from brightfutures.catalogue import Catalogue
from brightfutures.findings.figures import counted, listed
from brightfutures.findings.finding import MOST_WORDS, Certainty, Evidence, Finding
from brightfutures.findings.measure_words import in_mid_sentence
from brightfutures.findings.place_names import placed, placed_first
from brightfutures.findings.priority_headline import FEWEST_TESTED
from brightfutures.findings.priority_words import can_be_tested, has_moved, stands_apart
from brightfutures.findings.question_choice import Chosen, WhyAsked
from brightfutures.measures.results import Comparison
from brightfutures.quantities import Area

STANDS_OUT = (WhyAsked.DIFFERS, WhyAsked.MOVED)


def questions_headline(
    catalogue: Catalogue, area: Area, chosen: Sequence[Chosen], comparisons: Sequence[Comparison]
) -> Finding:
    """What to ask of first where something stands out, and otherwise that nothing does."""
    first = chosen[0]
    ask = f"{counted(len(chosen))} question{'' if len(chosen) == 1 else 's'} to ask about children"
    whom = f"{ask} in {placed(area.name)}"
    if first.about is not None and first.why in STANDS_OUT:
        about = in_mid_sentence(catalogue.indicators[first.about.indicator].title)
        return Finding(
            sentence=_short_enough(f"{whom}: start with {about}", f"{ask}: start with {about}"),
            certainty=Certainty.TESTED,
            evidence=_evidence((first.about,)),
        )
    tested = [one for one in comparisons if can_be_tested(one)]
    if len(tested) < FEWEST_TESTED:
        return Finding(
            sentence=_short_enough(f"{whom}, of whom published figures tell little", whom),
            certainty=Certainty.AS_PUBLISHED,
        )
    if any(stands_apart(one) or has_moved(one) for one in comparisons):
        return Finding(sentence=_short_enough(whom, ask), certainty=Certainty.AS_PUBLISHED)
    return Finding(
        sentence=_short_enough(f"{whom}, where no figure that can be tested stands out", whom),
        certainty=Certainty.TESTED,
        evidence=_evidence(tested),
    )


def headline_of_one_that_has_ended(area: Area, successors: Sequence[Area]) -> Finding:
    """Nobody can be asked any more: whom to ask instead."""
    year = f" in {area.last.year}" if area.last else ""
    ended = f"{placed_first(area.name)} was replaced{year}"
    whom = listed([placed(each.name) for each in successors])
    said = f"{ended}; put questions about its children to {whom}" if whom else ended
    return Finding(sentence=_short_enough(said, ended), certainty=Certainty.AS_PUBLISHED)


def _short_enough(*wordings: str) -> str:
    """The fullest wording of those that keeps within the limit."""
    fitting = (said for said in wordings if len(said.split()) <= MOST_WORDS)
    return next(fitting, wordings[-1])


def _evidence(entries: Sequence[Comparison]) -> tuple[Evidence, ...]:
    return tuple(Evidence(indicator=one.indicator, period=one.period) for one in entries)
