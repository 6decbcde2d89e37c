"""What a stage's page says under its headline: the lead, what has moved, what cannot be judged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from brightfutures.catalogue import Catalogue, Indicator
from brightfutures.findings.companions import companion_sentence
from brightfutures.findings.figures import (
    counted,
    figure_sentence,
    missing_sentences,
    period_words,
)
from brightfutures.findings.finding import Certainty
from brightfutures.findings.framework_words import NAMED_AT_MOST, NAMED_OF_MORE
from brightfutures.findings.health_check import beside_sentence, gap_sentences
from brightfutures.findings.measure_words import beginning_once, named
from brightfutures.findings.profile import Profile
from brightfutures.findings.said import Said, in_a_row, say
from brightfutures.findings.verdict_words import (
    DIFFERENT,
    average_sentence,
    why_it_cannot_be_said,
)
from brightfutures.findings.why_not_words import reason_words
from brightfutures.measures.results import Comparison, Level, Movement
from brightfutures.quantities import Area, Missing

LAST_FIGURES = "Figures of a council that has ended say nothing of those that followed it."


def stage_lead(
    catalogue: Catalogue, leading: Comparison, area: Area, by_id: Mapping[str, Comparison]
) -> tuple[str, ...]:
    """The leading figure, what stands beside it, and the gap in children where there is one.

    Beside a figure that cannot be judged nothing stands but why it cannot.
    """
    indicator = catalogue.indicators[leading.indicator]
    here = leading.here.value
    when = period_words(catalogue, indicator, leading.period)
    if isinstance(here, Missing):
        return (f"{indicator.title} {when}: {missing_sentences(here)}",)
    sentences = [figure_sentence(indicator, area.name, here, leading.period)]
    if area.is_former:
        return (*sentences, LAST_FIGURES)
    if leading.verdict.level is Level.CANNOT_SAY:
        return (*sentences, why_it_cannot_be_said(indicator, leading.verdict.reason, here))
    apart = leading.verdict.level in DIFFERENT
    if not (apart and average_sentence(indicator, leading.verdict)):
        sentences += filter(None, [beside_sentence(indicator, leading)])
    sentences += gap_sentences(catalogue, leading)
    sentences += filter(None, [companion_sentence(catalogue.indicators, leading, by_id)])
    return tuple(sentences)


def none_has_moved(profile: Profile) -> Said:
    """That nothing has risen or fallen, or that it cannot be told."""
    read = [
        entry
        for entry in profile.published
        if entry.moved is not None and entry.moved.level is not Movement.CANNOT_SAY
    ]
    if not read:
        return say(
            "Whether any figure has moved cannot be said: that takes comparable counts for five "
            "years in a row, and enough of them.",
            certainty=Certainty.AS_PUBLISHED,
        )
    number = len(read)
    if number == 1:
        said = "The one measure whose movement can be told has not clearly moved over five years."
    else:
        none = "Neither" if number == 2 else "None"
        said = (
            f"{none} of the {counted(number).lower()} measures whose movement can be told has "
            "clearly moved over five years."
        )
    return say(said, about=read)


def not_judged(indicators: Mapping[str, Indicator], profile: Profile) -> tuple[Said, ...]:
    """A sentence for each reason for which measures cannot be judged, the most frequent first."""
    by_reason: dict[str, list[Comparison]] = {}
    for entry in profile.published:
        if entry.verdict.level is Level.CANNOT_SAY:
            reason = reason_words(indicators[entry.indicator], entry)
            by_reason.setdefault(reason, []).append(entry)
    ordered = sorted(by_reason.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    return tuple(_of_one_reason(indicators, reason, group) for reason, group in ordered)


def _of_one_reason(
    indicators: Mapping[str, Indicator], reason: str, group: Sequence[Comparison]
) -> Said:
    shown = group if len(group) <= NAMED_AT_MOST else group[:NAMED_OF_MORE]
    items = beginning_once([(named(indicators[entry.indicator]),) for entry in shown])
    among = ": " if len(shown) == len(group) else ", among them "
    measures = "measure" if len(group) == 1 else "measures"
    return say(
        f"{counted(len(group))} {measures} cannot be judged because {reason}{among}",
        *in_a_row(items),
        ".",
        about=group,
        certainty=Certainty.AS_PUBLISHED,
    )
