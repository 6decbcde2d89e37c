"""One council's measures as a table in a terminal: one line each, in the order of the journey."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from itertools import zip_longest

from brightfutures.catalogue import STAGE_NAMES, Indicator
from brightfutures.findings.figures import shown
from brightfutures.findings.verdict_words import (
    LEVEL_SHAPES,
    both_ends_words,
    direction_words,
    level_words,
)
from brightfutures.measures import Against
from brightfutures.measures.results import Comparison, Level
from brightfutures.measures.similar import ENGLAND_SET, SIMILAR

BESIDE_ENGLAND = (
    "* beside the average of England’s councils, under the verdict: similar ones are\n"
    "  hardly more alike on this."
)
HOW_TO_READ = (
    "Higher and lower do not mean better or worse, unless it says so.",
    "No clear difference means that the figures cannot tell, not that there is none.",
)


def measure_table(
    measures: Iterable[tuple[Indicator, Comparison]],
    width: int,
    against: Against = SIMILAR,
    heading: str = "similar",
) -> list[str]:
    """The lines of the table; a star where England stands in for those asked for.

    `heading` says in a word whose average stands beside the figure.
    """
    lines: list[str] = []
    stage = None
    titles = width - 59
    for indicator, comparison in measures:
        if indicator.stage is not stage:
            stage = indicator.stage
            lines += [
                "",
                f"{STAGE_NAMES[stage]:<{titles}} {'here':>14} {heading:>9} {'England':>9}",
            ]
        similar = comparison.similar
        beside = shown(indicator, similar.mean if similar else None)
        england = shown(indicator, comparison.england.value if comparison.england else None)
        level = comparison.verdict.level
        title = textwrap.wrap(f"{indicator.title} ({indicator.unit})", titles)
        lines.append(
            f"{title[0]:<{titles}} {shown(indicator, comparison.here.value):>14} {beside:>9} "
            f"{england:>9}  {LEVEL_SHAPES[level]} "
            f"{level_words(indicator, comparison.verdict)}{star(comparison, against)}"
        )
        under = [f"  {more}" for more in title[1:]]
        further = _under_the_verdict(indicator, comparison, against)
        for left, right in zip_longest(under, further, fillvalue=""):
            lines.append(f"{left:<{titles + 39}}{right}" if right else left)
    return lines


def _under_the_verdict(
    indicator: Indicator, comparison: Comparison, against: Against
) -> tuple[str, ...]:
    """What a starred verdict is measured from, better or worse, and if the number is withheld."""
    verdict = comparison.verdict
    starred = star(comparison, against) and verdict.level is not Level.CANNOT_SAY
    average = f"average {shown(indicator, verdict.average)}" if starred else ""
    ends = both_ends_words(comparison.here.value, verdict.level)
    return tuple(filter(None, (average, direction_words(verdict), ends)))


def star(comparison: Comparison, against: Against) -> str:
    """A star where the verdict is beside England though others were asked for."""
    return "*" if comparison.verdict.against == ENGLAND_SET != against else ""
