"""What we said our verdicts would do, in words: met or not met, and by how much."""

from __future__ import annotations

from collections.abc import Callable

from brightfutures.findings.track_record_rule_words import (
    largest_sentence,
)
from brightfutures.findings.track_record_words import (
    any_movement_sentence,
    any_side_sentence,
    likely,
    of,
    percent,
)
from brightfutures.measures.similar import ENGLAND_SET
from brightfutures.measures.track_record.criteria import MOVEMENT_BEYOND_START
from brightfutures.measures.track_record.criterion import Criterion, ListedTest

TitleOf = Callable[[str], str]
"""An indicator's title by its id."""

CRITERIA: dict[str, str] = {
    "opposite_after_1": "The opposite verdict a year later: at most 3 times in 100.",
    "opposite_after_2": "The opposite verdict two years later: at most 2 times in 100.",
    "same_side_after_1": (
        "Still on that side of the same councils’ average a year later: at least 90 times in 100, "
        "on every listed measure but one."
    ),
    "at_least_the_quartiles": (
        "Still on that side a year later at least as often as with the quartile rule, at equal "
        "numbers of flags."
    ),
    "movement_beyond_start_after_1": (
        "Has risen or has fallen: still beyond where it began a year later, at least 90 times in "
        "100."
    ),
    "at_least_the_arrow": (
        "Has risen or has fallen: still beyond where it began at least as often as the arrow, on "
        "every listed measure, at equal numbers of flags. Each is asked about its own start: ours "
        "the mean of the first two of its five periods, the arrow the year before."
    ),
}
"""What each criterion asks."""


def heading(test: ListedTest) -> str:
    """Which years, and beside whom."""
    whom = "all other councils of England" if test.against == ENGLAND_SET else "similar councils"
    return f"{test.first_year} to {test.last_year}, beside {whom}"


def met_words(criterion: Criterion) -> str:
    """Met, not met, or that nothing could be counted."""
    if criterion.met is None:
        return "Nothing to count"
    return "Met" if criterion.met else "Not met"


def criterion_sentence(criterion: Criterion, title_of: TitleOf) -> str:
    """What came of one criterion, over all listed measures, and which of them fall short alone."""
    if criterion.met is None:
        return "Nothing could be counted."
    found = f"{of(criterion.whole)}, {likely(criterion.whole)}"
    if criterion.beside is not None:
        found += f"; by the rule {of(criterion.beside)}, {likely(criterion.beside)}"
    return " ".join(
        (
            f"Over all listed measures: {found}.",
            _alone(criterion, title_of),
            *_beside_it(criterion),
        )
    )


def _alone(criterion: Criterion, title_of: TitleOf) -> str:
    """On how many listed measures it holds taken alone, and on which it does not."""
    good = criterion.indicators_that_meet_it
    if good.held == good.of:
        return f"It holds on each of the {good.of} that can be counted."
    short = "; ".join(_short_of(criterion, title_of))
    return f"It holds on {good.held} of {good.of} taken alone, and not on: {short}."


def _beside_it(criterion: Criterion) -> list[str]:
    """What the figure is to be read beside: any council at all, and size alone."""
    found = []
    if criterion.anyone is not None and criterion.anyone.of:
        movement = criterion.id == MOVEMENT_BEYOND_START
        sentence = any_movement_sentence if movement else any_side_sentence
        found.append(sentence(criterion.anyone))
    if criterion.largest is not None and criterion.largest.of:
        found.append(largest_sentence(criterion.largest, criterion.whole))
    return found


def _short_of(criterion: Criterion, title_of: TitleOf) -> list[str]:
    rule = dict(criterion.each_beside)
    found = []
    for indicator, held in criterion.each:
        if not held.of or criterion.holds(indicator):
            continue
        said = f"{title_of(indicator)} ({held.held} of {held.of}, {percent(held)}"
        theirs = rule.get(indicator)
        if theirs is not None:
            said += f"; by the rule {theirs.held} of {theirs.of}, {percent(theirs)}"
        found.append(f"{said})")
    return found
