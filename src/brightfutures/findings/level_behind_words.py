"""The level behind a council's figure in words: how far out it truly is likely to be.

The figure itself always stands beside it, for drawing figures towards the average hides the
small council that truly is far out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from brightfutures.catalogue import Indicator
from brightfutures.findings.context_model_words import share_words
from brightfutures.findings.figures import figure, is_percentage, number
from brightfutures.findings.verdict_words import DIFFERENT
from brightfutures.measures.changes import FEWEST_COUNTED, FEWEST_OUT_OF
from brightfutures.measures.levels.shrinkage import Shrunken, size_of_a_fifth
from brightfutures.measures.results import Cell, Verdict, Why

HALF = 0.5
"""With less than this share of its distance its own, a council far out would hardly show."""

HARDLY, NEARLY_ALL = 0.075, 0.95
WIDE = 2.0
"""A range this wide or wider is not given to a decimal place."""

ABOUT_THE_SAME = 0.1
"""A level is about the figure itself where they differ by less than this share of its range."""

FIVE, LEAST = 0.05, 0.01


@dataclass(frozen=True, kw_only=True)
class LevelSaid:
    """The level beside the figure, how much of it is the council's own, and what to bear in mind.

    `cell` is the level alone and `note` its range, for a row of a table.
    """

    cell: str
    note: str
    here: str
    own: str
    place: str
    bear_in_mind: str

    @property
    def sentences(self) -> tuple[str, ...]:
        """All of it, in the order in which it is read."""
        return (self.here, self.own, self.place, self.bear_in_mind)


def too_few_for_a_chance(here: Cell, reason: Why | None) -> bool:
    """Whether no chance of a place can be given, for a figure and why it had no verdict.

    How far figures ordinarily move is known from those of five or more counted, of thirty or more
    (`measures/changes.py`). Of rates of fewer with a chance over 99 in 100, from 2016 to 2024,
    six in ten were in that fifth a year later, where of all others 96 in 100 were. So it is where
    fewer than five are expected, of which there is no verdict.
    """
    top, base = here.numerator, here.denominator
    few = top is not None and base is not None and (top < FEWEST_COUNTED or base < FEWEST_OUT_OF)
    return few or reason is Why.TOO_FEW_CHILDREN


def level_said(indicator: Indicator, found: Shrunken, *, too_few: bool = False) -> LevelSaid:
    """All that is said of one council; of `too_few` no chance of a place."""
    places = _places(indicator, found)
    level, low, high = (
        _written(indicator, value, places)
        for value in (found.estimate, found.range.low, found.range.high)
    )
    width = found.range.high - found.range.low
    same = abs(found.raw - found.estimate) < ABOUT_THE_SAME * width
    nearer = "about the same" if same else f"more likely about {level}"
    average = _written(indicator, found.average, indicator.decimal_places)
    return LevelSaid(
        cell=level,
        note=f"probably {low} to {high}, chance and the ordinary wobble allowed for",
        here=f"The figure is {figure(indicator, found.raw)}. Allowing for chance and the ordinary "
        f"wobble, and going by how far councils differ, the level behind it is {nearer}, probably "
        f"between {low} and {high}.",
        own=f"Of whatever sets it apart from the average council, at {average}, "
        f"{own_words(found.reliability)}.",
        place=no_chance_sentence(found) if too_few else place_sentence(found),
        bear_in_mind=_bear_in_mind(found),
    )


def beside_the_verdict(found: Shrunken, verdict: Verdict) -> str | None:
    """That a clear difference stands, where the level is drawn in to about that same average.

    The verdict asks whether the figure is apart from those it is compared with by more than it
    ordinarily moves; the level asks how far out the council is likely to be, going by how far
    all councils differ. None where the two cannot puzzle anybody.
    """
    average = verdict.average
    if verdict.level not in DIFFERENT or average is None:
        return None
    if not found.range.low <= average <= found.range.high:
        return None
    return (
        "That the figure is clearly apart from those it is compared with still stands: by itself "
        "it is. But figures so far out are often chance or a passing year, so that the level "
        "behind it may lie nearer to theirs."
    )


def own_words(reliability: float) -> str:
    """How much of a council's distance from the average counts as its own, and the rest."""
    if reliability < HARDLY:
        return "hardly anything counts as its own; nearly all is put down to chance and the wobble"
    if reliability > NEARLY_ALL:
        return "nearly all counts as its own"
    return (
        f"{share_words(reliability)} counts as its own; the rest is put down to chance and the "
        "wobble"
    )


def place_sentence(found: Shrunken) -> str:
    """The chances of being among the highest and the lowest fifth; the likelier first."""
    councils = found.rank.of
    fifth = size_of_a_fifth(councils)
    ends = [("highest", found.chance_highest_fifth), ("lowest", found.chance_lowest_fifth)]
    (first, chance), (second, other) = sorted(ends, key=lambda end: -end[1])
    if chance < LEAST:
        return (
            f"It is most unlikely that its level is truly among the {fifth} highest or the {fifth} "
            f"lowest of {councils} councils: {chance_words(chance)} for either."
        )
    said = (
        f"The chance that its level is truly among the {fifth} {first} of {councils} councils is "
        f"{chance_words(chance)}"
    )
    return (
        f"{said}."
        if other < LEAST
        else f"{said}; among the {fifth} {second}, " + (f"{chance_words(other)}.")
    )


def no_chance_sentence(found: Shrunken) -> str:
    """That the numbers are too small for the chance of a place."""
    fifth = size_of_a_fifth(found.rank.of)
    return (
        "The numbers here are too small to say how likely it is that its level is truly among the "
        f"{fifth} highest or the {fifth} lowest of {found.rank.of} councils."
    )


def chance_words(chance: float) -> str:
    """A chance to the nearest five in a hundred, and no finer."""
    if chance < LEAST:
        return "less than 1 in 100"
    if chance < FIVE:
        return "less than 5 in 100"
    if chance > 1.0 - LEAST:
        return "more than 99 in 100"
    if chance > 1.0 - FIVE:
        return "more than 95 in 100"
    return f"about {5 * round(20.0 * chance)} in 100"


def level_of_all_sentence(every: Sequence[Shrunken]) -> str:
    """The same of the council of middling reliability, for a page of all councils."""
    own = own_words(median(one.reliability for one in every))
    return (
        f"Of whatever sets a council apart from the average here, as a rule {own}. The level "
        "behind each council’s figure is on its own page."
    )


def _bear_in_mind(found: Shrunken) -> str:
    years = "Its earlier years are not counted in this"
    if found.reliability >= HALF:
        return f"{years}."
    return (
        f"As less than half counts as its own, a council that truly stands far out would hardly "
        f"show here. {years}: look at them too."
    )


def _places(indicator: Indicator, found: Shrunken) -> int:
    """The decimal places that a range so wide deserves."""
    wide = found.range.high - found.range.low >= WIDE
    return 0 if wide else indicator.decimal_places


def _written(indicator: Indicator, value: float, places: int) -> str:
    return f"{number(value, places)}{'%' if is_percentage(indicator) else ''}"
