"""What a council's figures cannot tell on one outcome or enabler, in sentences."""

from __future__ import annotations

from collections.abc import Mapping

from brightfutures.catalogue import Indicator
from brightfutures.findings.figures import counted
from brightfutures.findings.finding import Certainty
from brightfutures.findings.framework_profile import OutcomeProfile
from brightfutures.findings.measure_words import named
from brightfutures.findings.said import Part, Said, in_a_row, say
from brightfutures.findings.steady_words import Holds, holds_a_year, steadiness_words
from brightfutures.findings.why_not_words import why_not_words
from brightfutures.measures.results import Level
from brightfutures.quantities import Missing


def unknown(indicators: Mapping[str, Indicator], profile: OutcomeProfile) -> tuple[Said, ...]:
    """What cannot be judged and why, how steady the measures are, and what nobody measures."""
    said = (not_judged(profile), steadiness(indicators, profile), not_measured(profile))
    return tuple(filter(None, said))


def not_judged(profile: OutcomeProfile) -> Said | None:
    """How many measures cannot be judged, and why; None where none can, as the summary says."""
    count = len(profile.published) - len(profile.judged)
    if not count or not profile.judged:
        return None
    more = "One more measure" if count == 1 else f"{counted(count)} more measures"
    return say(
        f"{more} cannot be judged: {why_not_words(profile.why_not)}.",
        about=[one for one in profile.published if one.verdict.level is Level.CANNOT_SAY],
        certainty=Certainty.AS_PUBLISHED,
    )


def steadiness(indicators: Mapping[str, Indicator], profile: OutcomeProfile) -> Said | None:
    """How steady the measures are in all of England, and which that differ here hardly are.

    None where the council has no figure of them.
    """
    words = steadiness_words(profile.steadiness)
    figures = [entry.here.value for entry in profile.published]
    if words is None or all(isinstance(value, Missing) for value in figures):
        return None
    first, last = words
    here = [one for one in profile.different if holds_a_year(one) is Holds.HARDLY]
    items = [(named(indicators[one.indicator]),) for one in here]
    between: list[Part] = [" (here in ", *in_a_row(items), ")"] if here and last else []
    return say(first, between, last, about=profile.published)


def not_measured(profile: OutcomeProfile) -> Said:
    """What matters for this heading and no published figure tells of any council."""
    *first, last = profile.outcome.not_measured
    said = f"{', '.join(first)} or {last}" if first else last
    return say(f"No published figure says {said}.", certainty=Certainty.AS_PUBLISHED)
