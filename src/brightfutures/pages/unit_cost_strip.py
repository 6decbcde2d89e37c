"""Where all councils' weekly cost of a kind of placement lies: a strip, and its words.

A few returns book the costs of many children on a line of few, or the other way round. Costs far
out would squeeze all others, so the scale ends before them: an arrowhead marks the edge, and they
are counted beneath it and named in words.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from brightfutures.charts.councils import CouncilMark, Standing
from brightfutures.charts.far_out import WithoutFarOut, without_far_out
from brightfutures.charts.strip import StripChart
from brightfutures.charts.words import ChartWords
from brightfutures.findings.figures import listed, many
from brightfutures.findings.place_names import placed, placed_first
from brightfutures.findings.pounds_words import whole_pounds
from brightfutures.findings.unit_cost_words import rings_sentence
from brightfutures.money.council_money import UnitCostBeside
from brightfutures.money.unit_cost import UnitCost
from brightfutures.quantities import Missing, Money

FEWEST_IN_A_STRIP = 2


@dataclass(frozen=True, kw_only=True)
class UnitCostStrip:
    """The strip, nothing where too few have a cost; the words beneath it, and who lies beyond.

    `beyond` names those that `rings`, which councils the checks ask about, does not. `marks` are
    the kinds of mark that are drawn, as a key names them.
    """

    picture: Markup
    beneath: str
    beyond: str
    rings: str = ""
    marks: frozenset[str] = frozenset()


@dataclass(frozen=True, kw_only=True)
class CostsOfAll:
    """The weekly cost of each council that has one, and those that the checks ask about."""

    known: Mapping[str, UnitCost]
    asked_about: Collection[str] = ()


def unit_cost_strip(
    council: str,
    code: str,
    one: UnitCostBeside,
    every: CostsOfAll,
    name_of: Callable[[str], str],
) -> UnitCostStrip:
    """Every council that has a cost as a tick, with a ring where a check asks about it."""
    known = {
        area: cost.weekly.pounds
        for area, cost in every.known.items()
        if isinstance(cost.weekly, Money)
    }
    asked = [area for area in known if area in every.asked_about]
    if len(known) < FEWEST_IN_A_STRIP:
        return UnitCostStrip(picture=Markup(""), beneath=many(len(known), "council"), beyond="")
    here = one.ours.weekly
    scale = without_far_out(
        tuple(known.values()), None if isinstance(here, Missing) else here.pounds
    )
    beside = set(one.beside)
    chart = StripChart(
        words=ChartWords(
            title=f"{one.kind.title}, cost of a week: all councils",
            description=_description(council, here, known.values(), scale, len(asked)),
            show=whole_pounds,
        ),
        councils=tuple(
            CouncilMark(
                name=name_of(area),
                figure=pounds,
                standing=Standing.US
                if area == code
                else Standing.SIMILAR
                if area in beside
                else Standing.OTHER,
                asked_about=area in every.asked_about,
            )
            for area, pounds in known.items()
        ),
        scale=(scale.low, scale.high),
    )
    return UnitCostStrip(
        picture=Markup(chart.svg(f"strip-{one.kind.id}")),
        beneath=_beneath(len(known), scale, sum(scale.holds(known[area]) for area in asked)),
        beyond=_named({area: known[area] for area in known if area not in asked}, scale, name_of),
        rings=rings_sentence(
            [(name_of(area), known[area]) for area in asked],
            [name_of(area) for area in asked if not scale.holds(known[area])],
        ),
        marks=frozenset(_marks(code, known, beside, asked, scale)),
    )


def _marks(
    code: str,
    known: Mapping[str, float],
    beside: Collection[str],
    asked: Collection[str],
    scale: WithoutFarOut,
) -> Iterator[str]:
    """The kinds of mark on the strip."""
    drawn = {area for area, pounds in known.items() if scale.holds(pounds)}
    yield "other"
    if code in drawn:
        yield "us"
    if drawn & set(beside):
        yield "similar"
    if drawn & set(asked):
        yield "asked_about"
    if scale.below or scale.above:
        yield "beyond"


def _description(
    council: str, here: Money | Missing, every: Iterable[float], scale: WithoutFarOut, asked: int
) -> str:
    ours = (
        f"There is no figure for {placed(council)}. "
        if isinstance(here, Missing)
        else f"{placed_first(council)} is at {whole_pounds(here.pounds)}. "
    )
    known = tuple(every)
    run = f"Councils run from {whole_pounds(min(known))} to {whole_pounds(max(known))}"
    if asked:
        run = f"{run}, and the checks ask about {'one' if asked == 1 else asked} of them"
    if not (scale.below or scale.above):
        return f"{ours}{run}."
    ends = f"The scale is from {whole_pounds(scale.low)} to {whole_pounds(scale.high)}"
    beyond = len(scale.below) + len(scale.above)
    return f"{ours}{run}. {ends}, and {beyond} beyond it {'is' if beyond == 1 else 'are'} marked."


def _beneath(councils: int, scale: WithoutFarOut, rings: int) -> str:
    """How many councils, from where to where, how many lie beyond an edge, how many have a ring."""
    said = [
        f"{many(councils - len(scale.below) - len(scale.above), 'council')}, "
        f"{whole_pounds(scale.low)} to {whole_pounds(scale.high)}"
    ]
    if scale.below:
        down = "at" if len(scale.below) == 1 else "down to"
        said.append(f"{len(scale.below)} below the edge, {down} {whole_pounds(scale.below[0])}")
    if scale.above:
        up = "at" if len(scale.above) == 1 else "up to"
        said.append(f"{len(scale.above)} beyond the edge, {up} {whole_pounds(scale.above[-1])}")
    if rings:
        said.append(many(rings, "ring"))
    return "; ".join(said)


def _named(known: Mapping[str, float], scale: WithoutFarOut, name_of: Callable[[str], str]) -> str:
    """Which of these lie beyond an edge of the strip, in the order of their names."""
    beyond = {*scale.below, *scale.above}
    names = sorted((name_of(area), pounds) for area, pounds in known.items() if pounds in beyond)
    if not names:
        return ""
    told = listed([f"{placed(name)} ({whole_pounds(pounds)})" for name, pounds in names])
    return f"Beyond the edge of the strip: {told}."
