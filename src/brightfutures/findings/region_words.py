"""A region in words: its own figure as published, and what is tested of its councils.

A region has no similar regions, so its figure is never called higher or lower by a test; its
councils are, each against the average of all other councils of England or against similar ones.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from brightfutures.catalogue import Catalogue, Indicator
from brightfutures.findings.figures import counted, figure, figure_sentence, listed
from brightfutures.findings.finding import MOST_WORDS
from brightfutures.findings.measure_words import named
from brightfutures.findings.place_names import placed_region
from brightfutures.findings.said import Said, in_a_row, say
from brightfutures.findings.verdict_words import ABOVE, DIFFERENT
from brightfutures.measures.results import Comparison, Level
from brightfutures.quantities import Missing

NO_TEST = (
    "A region’s own figure is not tested: there are no similar regions to set it beside, so it "
    "stands here as published. What is tested is each of its councils."
)
COUNTS_ARE_NO_SCORE = (
    "“Higher” and “lower” mean a difference of more than a figure ordinarily moves. They mean "
    "neither better nor worse, and how many councils differ is no score of a region."
)
MOST_NAMED = 3


@dataclass(frozen=True)
class Sides:
    """How many councils a test calls higher and lower, of how many tested, of how many in all."""

    higher: int
    lower: int
    tested: int
    councils: int

    @property
    def different(self) -> int:
        """How many are called either."""
        return self.higher + self.lower

    @property
    def most(self) -> str | None:
        """The side on which more than half of all its councils clearly lie, if there is one."""
        for side, count in (("higher", self.higher), ("lower", self.lower)):
            if 2 * count > self.councils:
                return side
        return None

    @property
    def on_it(self) -> int:
        """How many lie on the side where more do."""
        return max(self.higher, self.lower)


def sides_of(levels: Iterable[Level], councils: int) -> Sides:
    """The councils counted by what a test says of them."""
    found = list(levels)
    above = sum(level in ABOVE for level in found)
    return Sides(
        higher=above,
        lower=sum(level in DIFFERENT for level in found) - above,
        tested=sum(level is not Level.CANNOT_SAY for level in found),
        councils=councils,
    )


def region_headline(indicator: Indicator | None, sides: Sides | None, region: str) -> str:
    """The finding of a region, without a full stop; with no indicator that no measure has it."""
    if indicator is None or sides is None or sides.most is None:
        return (
            f"On no leading measure do most councils of {placed_region(region)} clearly lie on "
            "one side of England’s average"
        )
    said = indicator.said_higher if sides.most == "higher" else indicator.said_lower
    counted_ones, most = _so_many_councils(sides, region), f"most {region} councils"
    wordings = [] if said is None else [
        said.format(council=counted_ones, others="the average council of England"),
        said.format(council=counted_ones, others="the average council"),
        said.format(council=most, others="the average council"),
    ]  # fmt: skip
    wordings += [
        f"{indicator.title}: {sides.most} in {who} than in the average council"
        for who in (counted_ones, most)
    ]
    fitting = (words for words in wordings if len(words.split()) <= MOST_WORDS)
    return next(fitting, wordings[-1])


def _so_many_councils(sides: Sides, region: str) -> str:
    where = placed_region(region)
    if sides.on_it == sides.councils:
        return f"all {sides.councils} councils of {where}"
    return f"{sides.on_it} of the {sides.councils} councils of {where}"


def region_lead(
    catalogue: Catalogue, indicator: Indicator, here: Comparison, across: Sides, region: str
) -> tuple[str, ...]:
    """The region's own figure with England's beside it, as published, and what is tested."""
    value, england = here.here.value, here.england
    said = []
    if isinstance(value, Missing):
        said.append(f"No figure of {placed_region(region)} itself is published on this.")
    else:
        said.append(figure_sentence(indicator, placed_region(region), value, here.period))
        if here.here.basis != "published":
            said.append(
                "That is its councils taken together, for no figure of the region is published."
            )
    if england is not None and not isinstance(england.value, Missing):
        said.append(f"England’s figure is {figure(indicator, england.value)}.")
    return (*said, *_beside_the_average(across))


def _beside_the_average(across: Sides) -> tuple[str, ...]:
    """How many of its councils are clearly higher and lower than the average council."""
    if not across.tested:
        return ()
    if not across.different:
        return (
            f"None of its {across.councils} councils is clearly higher or lower than the average "
            "council of England.",
        )
    are = "is" if across.higher == 1 else "are"
    higher, lower = (count or "none" for count in (across.higher, across.lower))
    return (
        f"Of its {across.councils} councils, {higher} {are} clearly higher than the average "
        f"council of England and {lower} clearly lower.",
    )


def most_councils_share(
    found: Sequence[tuple[Indicator, Sides, Comparison]],
) -> Said | None:
    """The other leading measures on which most of its councils lie on one side, named."""
    shared = [entry for entry in found if entry[1].most is not None]
    if not shared:
        return None
    measures = [
        (
            named(indicator),
            f" ({sides.on_it} of {sides.councils} {sides.most})",
        )
        for indicator, sides, _ in shared[:MOST_NAMED]
    ]
    return say(
        "Most of its councils also lie clearly on one side of England’s average on ",
        in_a_row(measures),
        ".",
        about=[here for _, _, here in shared[:MOST_NAMED]],
    )


def beside_similar_councils(
    found: Sequence[tuple[Indicator, Sides, Comparison]],
) -> Said | None:
    """The leading measure on which most of its councils differ from councils like them.

    `found` holds only measures on which similar councils are alike, for on others all councils of
    England stand in for them.
    """
    tested = [entry for entry in found if entry[1].tested]
    if not tested:
        return None
    indicator, sides, here = max(tested, key=lambda entry: entry[1].different)
    if not sides.different:
        return say(
            "None of its councils clearly differs from similar councils on any leading measure "
            "that those say something of.",
            about=[here for _, _, here in tested],
        )
    parts = [
        f"{count} clearly {word}"
        for count, word in ((sides.higher, "higher"), (sides.lower, "lower"))
        if count
    ]
    return say(
        "They differ most often from similar councils on ",
        named(indicator),
        f": {' and '.join(parts)}, of {sides.tested} that can be tested.",
        about=[here],
    )


def improved_words(names: int, measures: int, england: int) -> str:
    """How many councils of the region are among those that improved; counts of names."""
    if not england:
        return "No council of England is named as clearly improved on any measure."
    if england == 1:
        where = "is here" if names else "is not here"
        return f"The one council named in all England as clearly improved {where}."
    of_england = f"{counted(england).lower()} named in all England as clearly improved"
    if not names:
        return f"None of its councils is among the {of_england}."
    on = "on one measure" if measures == 1 else f"on {counted(measures).lower()} measures"
    return f"{counted(names)} of the {of_england} {'is' if names == 1 else 'are'} here, {on}."


def may_ask_words(names: Sequence[str]) -> str:
    """Which other councils of the region could learn from one that improved."""
    if not names:
        return "No other council here began in the worse half and stayed with the rest of it."
    return f"Also began in the worse half here, and may ask it: {listed(names)}."


def chart_message(indicator: Indicator, region: str, here: Comparison) -> str:
    """What the chart shows: the two figures as published, and no test of them."""
    where, value = placed_region(region), here.here.value
    if isinstance(value, Missing):
        return f"No figure of {where} itself is published for {here.period}"
    said = f"In {here.period} {where} stands at {figure(indicator, value)}"
    england = here.england
    if england is None or isinstance(england.value, Missing):
        return said
    return f"{said}, England at {figure(indicator, england.value)}"


def sides_words(sides: Sides, why_none: str) -> tuple[tuple[str, str], ...]:
    """Counts of verdicts for a table: a shape and words for each; nought is said too.

    Where no council can be tested, `why_none` says why.
    """
    if not sides.tested:
        return (("", f"cannot be tested: {why_none}"),)
    parts = [
        (shape, f"{count} {word}")
        for shape, count, word in (("▲", sides.higher, "higher"), ("▼", sides.lower, "lower"))
        if count
    ]
    return (*(parts or [("●", "none differs")]), ("", f"of {sides.tested} tested"))
