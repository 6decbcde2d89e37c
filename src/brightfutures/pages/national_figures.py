"""The pictures of one indicator over all England: ranked bars, and a funnel with its limits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from markupsafe import Markup

from brightfutures.catalogue import Catalogue, Indicator
from brightfutures.charts.councils import Average, CouncilMark, Standing
from brightfutures.charts.funnel import FunnelChart, FunnelCouncil, FunnelLimits
from brightfutures.charts.ranked_bars import RankedBarsChart
from brightfutures.findings.figures import figure, unit_words
from brightfutures.findings.funnel_words import funnel_message, funnel_notes
from brightfutures.findings.national_words import (
    NameOf,
    counted,
)
from brightfutures.findings.verdict_words import ABOVE, DIFFERENT
from brightfutures.measures.funnel import Funnel
from brightfutures.measures.nation.councils import Nation
from brightfutures.measures.results import National
from brightfutures.pages.figures_of import Picture, chart_words
from brightfutures.quantities import Missing

AVERAGE = "Average council"
INNER = 95.0
NO_LEAGUE_TABLE = (
    "This is not a league table: councils differ in need, and those next to one another in it "
    "often cannot be told apart."
)


def national_marks(
    found: Sequence[National], name_of: NameOf, council: str | None = None
) -> tuple[CouncilMark, ...]:
    """Every council with its figure; dark where a test calls it higher or lower.

    The council with the code `council`, if any, is the reader's own.
    """
    return tuple(
        CouncilMark(
            name=name_of(one.here.area),
            figure=one.here.value,
            standing=Standing.US if one.here.area == council else _standing(one),
        )
        for one in found
    )


def _standing(one: National) -> Standing:
    if one.level not in DIFFERENT:
        return Standing.OTHER
    return Standing.HIGHER if one.level in ABOVE else Standing.LOWER


def ranked_picture(
    indicator: Indicator,
    nation: Nation,
    found: Sequence[National],
    name_of: NameOf,
    council: str | None = None,
) -> Picture | None:
    """All councils from lowest to highest, those called higher or lower picked out."""
    marks = national_marks(found, name_of, council)
    if nation.with_value < 2:
        return None
    told = counted(found)
    described = (
        f"{nation.with_value} councils have a figure. {told.higher} are called higher and "
        f"{told.lower} lower than the average council, and drawn dark."
        if told.tested
        else f"{nation.with_value} councils have a figure."
    )
    chart = RankedBarsChart(
        words=chart_words(
            indicator, f"{indicator.title}: every council, {nation.period}", described
        ),
        councils=marks,
        average=_average(nation),
    )
    dark = ("Dark bars: councils called higher or lower.",) if told.different else ()
    return Picture(
        word="ranked",
        message="Every council at once",
        statistics=f"{indicator.title}, {unit_words(indicator)}, {nation.period}",
        wide=Markup(chart.svg(f"ranked-{indicator.id}")),
        narrow=Markup(chart.svg(f"ranked-narrow-{indicator.id}", narrow=True)),
        table=chart.table(),
        notes=(*dark, NO_LEAGUE_TABLE),
        called=f"{indicator.title}, every council",
    )


def _average(nation: Nation) -> Average | None:
    return None if nation.average is None else Average(name=AVERAGE, number=nation.average)


def funnel_picture_of(
    catalogue: Catalogue,
    indicator: Indicator,
    nation: Nation,
    found: Sequence[National],
    name_of: NameOf,
    *,
    with_chance: bool,
    council: str | None = None,
) -> Picture | None:
    """Figures against how many they are out of, with both kinds of limits.

    Without those of chance for figures that are no count of people, of which it says nothing.
    """
    funnel = nation.funnel
    if funnel is None or not (with_chance or funnel.outside_usual is not None):
        return None
    kept = [limits for limits in funnel.limits if with_chance or limits.overdispersed]
    funnel = replace(funnel, limits=tuple(kept))
    message = funnel_message(funnel, with_chance=with_chance)
    councils = tuple(
        FunnelCouncil(mark=mark, denominator=one.here.denominator)
        for one, mark in zip(found, national_marks(found, name_of, council), strict=True)
        if one.here.denominator is not None and not isinstance(one.here.value, Missing)
    )
    chart = FunnelChart(
        words=chart_words(
            indicator,
            f"{indicator.title}: figures against how many they are out of, {nation.period}",
            _described(indicator, funnel, message),
        ),
        councils=councils,
        denominator_name=_denominator_name(catalogue, indicator),
        average=Average(name=AVERAGE, number=funnel.centre),
        limits=_limits(funnel),
    )
    return Picture(
        word="funnel",
        message=message,
        statistics=f"{indicator.title}, {unit_words(indicator)}, {nation.period}, by how many the "
        "figure is out of",
        wide=Markup(chart.svg(f"funnel-{indicator.id}")),
        narrow=Markup(chart.svg(f"funnel-narrow-{indicator.id}", narrow=True)),
        table=chart.table(),
        notes=funnel_notes(funnel, with_chance=with_chance),
        called=f"the funnel of {indicator.title}",
    )


def _limits(funnel: Funnel) -> tuple[FunnelLimits, ...]:
    return tuple(
        FunnelLimits(
            name=""
            if limits.level > INNER
            else "Usual spread"
            if limits.overdispersed
            else "Chance alone",
            denominators=limits.denominators,
            low=limits.low,
            high=limits.high,
            is_overdispersed=limits.overdispersed,
            is_outer=limits.level > INNER,
        )
        for limits in funnel.limits
    )


def _described(indicator: Indicator, funnel: Funnel, message: str) -> str:
    said = [
        f"Councils with few to count lie further from the average of "
        f"{figure(indicator, funnel.centre)} than councils with many. {message}."
    ]
    for limits in funnel.limits:
        if limits.level == INNER:
            kind = "how councils ordinarily differ" if limits.overdispersed else "chance alone"
            said.append(
                f"At the largest council the limits of {kind} are "
                f"{figure(indicator, limits.low[-1])} and {figure(indicator, limits.high[-1])}."
            )
    return " ".join(said)


def _denominator_name(catalogue: Catalogue, indicator: Indicator) -> str:
    units = tuple(dict.fromkeys(catalogue.series[name].unit for name in indicator.denominator))
    return f"Number of {units[0]}" if len(units) == 1 else "Number in all"
