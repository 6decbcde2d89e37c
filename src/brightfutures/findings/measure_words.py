"""A measure named within a sentence, with its figure beside what that was judged against."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from brightfutures.catalogue import Indicator
from brightfutures.findings.figures import figure, is_percentage, is_pounds, missing_words
from brightfutures.findings.said import Named, Part
from brightfutures.findings.verdict_words import UNUSUAL, level_words
from brightfutures.measures.results import Comparison, Level
from brightfutures.quantities import Missing


def named(indicator: Indicator) -> Named:
    """The title as it stands in mid-sentence, leading to the indicator's page."""
    return Named(indicator.id, in_mid_sentence(indicator.title))


def in_mid_sentence(title: str) -> str:
    """A title without its capital; none of them begins with a name."""
    return title[:1].lower() + title[1:]


SHARED_BEGINNING = "assessments that recorded "
"""How the names of seventeen measures begin, said once where several follow each other."""


def beginning_once(items: Sequence[tuple[Part, ...]]) -> list[tuple[Part, ...]]:
    """Runs of pieces of which the first names a measure, a shared beginning said once in a row.

    "Assessments that recorded neglect (…), gangs (…) and trafficking (…)".
    """
    found = []
    shared = False
    for first, *rest in items:
        begins = isinstance(first, Named) and first.words.startswith(SHARED_BEGINNING)
        if isinstance(first, Named) and begins and shared:
            first = Named(first.indicator, first.words.removeprefix(SHARED_BEGINNING))
        shared = begins
        found.append((first, *rest))
    return found


def in_pair(first: Named, second: Named) -> tuple[Part, ...]:
    """Two measures to be read with each other."""
    (one,), (other,) = beginning_once([(first,), (second,)])
    comma = "," if ", " in first.words else ""
    return (one, f"{comma} with ", other)


def figures_beside(indicator: Indicator, comparison: Comparison) -> str:
    """Ours against what the verdict rests on: "54% against 47%", "98 against 78 per 10,000".

    Two that would read the same although they differ are given one more decimal place.
    """
    here, average = comparison.here.value, comparison.verdict.average
    if isinstance(here, Missing):
        return "a number that is withheld, but it is so whichever it is"
    if average is None:
        return with_unit(indicator, figure(indicator, here))
    ours, theirs = figure(indicator, here), figure(indicator, average)
    if ours == theirs and comparison.verdict.level is not Level.ABOUT_THE_SAME:
        finer = replace(indicator, decimal_places=indicator.decimal_places + 1)
        ours, theirs = figure(finer, here), figure(finer, average)
    return f"{ours} against {with_unit(indicator, theirs)}"


def figures_and_verdict(indicator: Indicator, comparison: Comparison) -> str:
    """The same with what is said of it: "54% against 47%, higher"; or ours, if nothing can be."""
    verdict, here = comparison.verdict, comparison.here.value
    if verdict.level is Level.CANNOT_SAY:
        ours = missing_words(here) if isinstance(here, Missing) else figure(indicator, here)
        return f"{ours}, cannot be judged"
    return f"{figures_beside(indicator, comparison)}, {level_words(indicator, verdict).lower()}"


def with_unit(indicator: Indicator, text: str) -> str:
    """A figure as it is read, with its unit unless it carries one: 98 per 10,000, 54%, 17 cases."""
    if is_percentage(indicator) or is_pounds(indicator):
        return text
    return f"{text} {indicator.unit.removesuffix(' children')}"


def unusual_words(comparison: Comparison) -> str:
    """That it is also outside the usual spread, where it is."""
    if comparison.verdict.level not in UNUSUAL:
        return ""
    return "unusually " + ("high" if comparison.verdict.level is Level.UNUSUALLY_HIGH else "low")
