"""The finding at the top of a council's profile: on which headings it clearly differs."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from brightfutures.catalogue import Indicator
from brightfutures.findings.few import is_few
from brightfutures.findings.figures import counted, listed
from brightfutures.findings.finding import MOST_WORDS, Certainty, Evidence, Finding
from brightfutures.findings.framework_profile import OutcomeProfile
from brightfutures.findings.place_names import placed, placed_first
from brightfutures.quantities import Area, Missing, Reason

FEW_HEADINGS = 2
"""So many headings that nothing can be said of are named; more are counted."""


def framework_headline(
    indicators: Mapping[str, Indicator], profiles: Sequence[OutcomeProfile], area: Area
) -> Finding:
    """The headline, without a full stop: the fullest wording that is short enough.

    A heading is named if the council differs on a measure of it that is not old and rests on
    more than a few.
    """
    telling = {
        profile.outcome.id: [
            entry
            for entry in profile.different
            if not profile.is_old(entry) and not is_few(indicators[entry.indicator], entry)
        ]
        for profile in profiles
    }
    apart = [profile for profile in profiles if telling[profile.outcome.id]]
    judged = [profile for profile in profiles if profile.judged]
    unknown = [profile for profile in profiles if not profile.judged]
    evidence = tuple(
        Evidence(indicator=entry.indicator, period=entry.period)
        for profile in judged
        for entry in (telling[profile.outcome.id] if apart else profile.judged)
    )
    if not judged:
        return Finding(sentence=_nothing(profiles, area), certainty=Certainty.AS_PUBLISHED)
    wordings = _apart(apart, unknown, area) if apart else _none_apart(judged, unknown, area)
    short = [said for said in (make() for make in wordings) if len(said.split()) <= MOST_WORDS]
    return Finding(sentence=short[0], certainty=Certainty.TESTED, evidence=evidence)


def _apart(
    apart: Sequence[OutcomeProfile], unknown: Sequence[OutcomeProfile], area: Area
) -> list[Callable[[], str]]:
    council = placed_first(area.name)
    differs = f"clearly {differ_words(area)}"
    on = listed([profile.outcome.short for profile in apart])
    number = counted(len(apart)).lower()
    headings = "heading" if len(apart) == 1 else "headings"
    return [
        lambda: f"{council} {differs} from other councils on {on}; {_cannot(unknown)}",
        lambda: f"{council} {differs} on {on}; {_cannot(unknown)}",
        lambda: f"{council} {differs} on {number} {headings}; {_cannot(unknown)}",
    ]


def _none_apart(
    judged: Sequence[OutcomeProfile], unknown: Sequence[OutcomeProfile], area: Area
) -> list[Callable[[], str]]:
    council, number = placed(area.name), counted(len(judged)).lower()
    headings = f"{number} heading{'' if len(judged) == 1 else 's'} that"
    on, does = f"On the {headings} can be judged {council}", does_words(area)
    return [
        lambda: f"{on} {does} not clearly differ from other councils; {_cannot(unknown)}",
        lambda: f"{on} {does} not clearly differ; {_cannot(unknown)}",
        lambda: (
            f"On {number} of its headings {council} {does} not clearly differ; {_cannot(unknown)}"
        ),
    ]


def differ_words(area: Area) -> str:
    """The verb of a council that differs, or differed if it has ended."""
    return "differed" if area.is_former else "differ" if _is_plural(area) else "differs"


def does_words(area: Area) -> str:
    """The verb of a question about a council."""
    return "did" if area.is_former else "do" if _is_plural(area) else "does"


def _is_plural(area: Area) -> bool:
    return area.name.startswith("Isles ")


def _cannot(unknown: Sequence[OutcomeProfile]) -> str:
    """The headings of which nothing can be said, by name or by number."""
    if not unknown:
        return "every heading can be judged"
    if len(unknown) <= FEW_HEADINGS:
        return f"no figure can judge {' or '.join(profile.outcome.short for profile in unknown)}"
    return f"{counted(len(unknown)).lower()} headings cannot be judged"


def _nothing(profiles: Sequence[OutcomeProfile], area: Area) -> str:
    """Too few children, unless the figures are simply not there: those of a council long ended."""
    values = [entry.here.value for profile in profiles for entry in profile.published]
    absent = {Reason.DID_NOT_EXIST, Reason.NOT_RETURNED, Reason.UNAVAILABLE}
    gone = [
        value
        for value in values
        if isinstance(value, Missing) and not absent.isdisjoint(value.reasons)
    ]
    if 2 * len(gone) > len(values):
        return f"No figure of {placed(area.name)} that could be judged is published"
    return f"There are too few children in {placed(area.name)} for any heading to be judged"
