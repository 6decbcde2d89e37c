"""What the data say under each of a council's questions: the figure, and what stands beside it."""

from __future__ import annotations

import re
from dataclasses import replace

from brightfutures.catalogue import Catalogue, Indicator, RaisedBy
from brightfutures.findings.figures import (
    counted,
    figure,
    figure_sentence,
    missing_sentences,
    period_words,
)
from brightfutures.findings.finding import Certainty
from brightfutures.findings.headline import is_behind
from brightfutures.findings.how_many_words import counted_here, gap_words
from brightfutures.findings.measure_words import figures_and_verdict, in_mid_sentence, named
from brightfutures.findings.priority_words import has_moved, stands_apart
from brightfutures.findings.question_choice import Chosen, WhyAsked
from brightfutures.findings.said import Said, say
from brightfutures.findings.two_years import both_ends, from_and_to
from brightfutures.measures.results import Comparison, Movement
from brightfutures.quantities import Area, Missing

AVERAGE_OF = {"similar": "Similar councils average", "england": "All other councils average"}
"""Whose average stands beside a figure: that which the verdict rests on."""


POINTS_AT = re.compile(r"\b(these|this home)\b")
"""What makes a question hard to follow unless it is said first what it is about."""


def topic(catalogue: Catalogue, chosen: Chosen) -> str:
    """What a question is about, in a few words."""
    if chosen.about is not None:
        return catalogue.indicators[chosen.about.indicator].title
    assert chosen.outcome is not None
    return f"{chosen.outcome.short[0].upper()}{chosen.outcome.short[1:]}"


def as_spoken(catalogue: Catalogue, chosen: Chosen) -> str:
    """The question, with the measure named where its own words do not name what it is about."""
    question = chosen.question
    of_itself = question.raised_by is RaisedBy.MEASURE and not POINTS_AT.search(question.question)
    if chosen.about is None or of_itself:
        return question.question
    title = in_mid_sentence(catalogue.indicators[chosen.about.indicator].title)
    words = question.question
    return f"On {title}, {words[0].lower()}{words[1:]}"


def what_data_say(catalogue: Catalogue, area: Area, chosen: Chosen) -> Said:
    """The figure and when, the average beside it, and whether it has moved.

    Of a heading under which nothing is published, that.
    """
    entry = chosen.about
    if entry is None:
        return _nothing_is_published(chosen)
    indicator, here = catalogue.indicators[entry.indicator], entry.here.value
    average = _average(entry)
    if isinstance(here, Missing):
        when = period_words(catalogue, indicator, entry.period)
        why = missing_sentences(here)
        said = [f"{indicator.title} {when}: {why[0].lower()}{why[1:]}"]
    else:
        indicator = _finer_where_alike(indicator, entry, average)
        said = [figure_sentence(indicator, area.name, here, entry.period)]
    if average is not None:
        whom = AVERAGE_OF.get(entry.verdict.against, "The councils beside it average")
        said.append(f"{whom} {figure(indicator, average)}.")
    if chosen.why is not WhyAsked.UNTOLD and has_moved(entry):
        said.append(_movement(indicator, entry, chosen.why))
    if chosen.why is WhyAsked.UNTOLD and is_behind(entry):
        said.append(f"Other councils have figures for {entry.newest_period}.")
    return say(" ".join(said), about=(entry,), certainty=Certainty.AS_PUBLISHED)


def _nothing_is_published(chosen: Chosen) -> Said:
    assert chosen.outcome is not None
    *first, last = chosen.outcome.not_measured
    told = f"{', '.join(first)} or {last}" if first else last
    return say(f"No published figure says {told}.", certainty=Certainty.AS_PUBLISHED)


def _average(entry: Comparison) -> float | None:
    """What the verdict rests on; where there is none, the similar councils' average."""
    if entry.verdict.average is not None:
        return entry.verdict.average
    beside_similar = entry.verdict.against == "similar" and entry.similar is not None
    return entry.similar.mean if beside_similar and entry.similar else None


def _finer_where_alike(indicator: Indicator, entry: Comparison, average: float | None) -> Indicator:
    """With one more decimal place where two that differ would read the same."""
    here = entry.here.value
    if isinstance(here, Missing) or average is None or not stands_apart(entry):
        return indicator
    if figure(indicator, here) != figure(indicator, average):
        return indicator
    return replace(indicator, decimal_places=indicator.decimal_places + 1)


def _movement(indicator: Indicator, entry: Comparison, why: WhyAsked) -> str:
    """From where to where it has moved, if that is why it is asked of; both of two years together.

    Beside a difference it is only said that it has: the newest figure need not be near either.
    """
    moved = entry.moved
    assert moved is not None
    has = "risen" if moved.level is Movement.HAS_RISEN else "fallen"
    ends = both_ends(moved)
    if why is not WhyAsked.MOVED or ends is None:
        return f"It has {has} over five years."
    began, came = (figure(indicator, end) for end in ends)
    return f"It has {has} {from_and_to(moved, began, came)}."


def what_is_merged(catalogue: Catalogue, chosen: Chosen) -> tuple[Said, ...]:
    """The first of the measures that are merged into a question; of those untold, how many."""
    if not chosen.beside:
        return ()
    if chosen.why is WhyAsked.UNTOLD:
        more = len(chosen.beside)
        measures = "main measure" if more == 1 else "main measures"
        said = f"The same is so of {counted(more).lower()} more {measures}."
        return (say(said, about=chosen.beside, certainty=Certainty.AS_PUBLISHED),)
    entry = chosen.beside[0]
    indicator = catalogue.indicators[entry.indicator]
    told = figures_and_verdict(indicator, entry)
    return (say("Read it with ", named(indicator), f" ({told}).", about=(entry,)),)


def how_many(catalogue: Catalogue, chosen: Chosen) -> str:
    """How many children, cases or workers the figure counts, and how many the gap is.

    The range is the verdict's own. Empty where none are counted, or the number is not known.
    """
    entry = chosen.about
    if entry is None or isinstance(entry.here.value, Missing):
        return ""
    indicator = catalogue.indicators[entry.indicator]
    here = counted_here(catalogue, indicator, entry.here)
    gap = gap_words(catalogue, indicator, entry.verdict.gap) if stands_apart(entry) else None
    said = [f"Here that is {here}." if here else "", f"The gap is {gap}." if gap else ""]
    return " ".join(filter(None, said))
