"""The pictures of a region: its history beside England's, and where its councils lie."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from brightfutures.catalogue import Catalogue, Indicator
from brightfutures.charts.councils import CouncilMark, Standing
from brightfutures.charts.strip import StripChart
from brightfutures.charts.trend import Line, TrendChart
from brightfutures.findings.figures import figure
from brightfutures.findings.place_names import placed_region
from brightfutures.findings.region_words import chart_message
from brightfutures.measures.results import Cell, Comparison, SimilarPeriod
from brightfutures.pages.figures_of import (
    Picture,
    breaks_of,
    chart_words,
    drawn_large,
    middle_half_of,
    while_there_were_figures,
)
from brightfutures.quantities import Area, Missing


def region_trend(
    catalogue: Catalogue,
    area: Area,
    comparison: Comparison,
    councils: Sequence[SimilarPeriod],
    england: Sequence[Cell],
    source: str,
) -> Picture:
    """The region's history beside England's, with the middle half of its councils shaded."""
    indicator = catalogue.indicators[comparison.indicator]
    history = while_there_were_figures(comparison.history)
    periods = tuple(cell.period for cell in history)
    beside = {cell.period: cell.value for cell in england}
    inside = {one.period: one for one in councils}
    chart = TrendChart(
        words=chart_words(
            indicator,
            f"{indicator.title}: {area.name}",
            _description(indicator, area, history, inside.get(periods[-1])),
        ),
        periods=periods,
        us=Line(name=area.name, figures=tuple(cell.value for cell in history)),
        comparison=Line(name="England", figures=tuple(map(beside.get, periods))),
        middle_half=tuple(middle_half_of(inside.get(period)) for period in periods),
        middle_half_name="shaded: half its councils",
        band_is_ours=True,
        breaks=breaks_of(catalogue, indicator, periods),
    )
    return drawn_large(
        indicator,
        chart,
        chart_message(indicator, area.name, comparison),
        source,
        shaded=f". Shaded: the middle half of the councils of {placed_region(area.name)}.",
    )


def _description(
    indicator: Indicator, area: Area, history: Sequence[Cell], last: SimilarPeriod | None
) -> str:
    where = placed_region(area.name)
    known = [(cell.period, cell.value) for cell in history if not isinstance(cell.value, Missing)]
    if not known:
        return f"There is no published figure for {where} in any period."
    (first, before), (newest, now) = known[0], known[-1]
    said = (
        f"{where[0].upper()}{where[1:]} went from {figure(indicator, before)} in {first} to "
        f"{figure(indicator, now)} in {newest}."
    )
    if last is None or last.low is None or last.high is None:
        return said
    low, high = figure(indicator, last.low), figure(indicator, last.high)
    return f"{said} The middle half of its councils lie from {low} to {high} in {last.period}."


def region_strip(
    indicator: Indicator,
    area: Area,
    comparison: Comparison,
    inside: set[str],
    named_cells: Sequence[tuple[str, Cell]],
) -> Markup:
    """Every council as a tick, the region's taller and darker, the region itself the diamond."""
    numbers = [cell.value for _, cell in named_cells if not isinstance(cell.value, Missing)]
    if len(numbers) < 2:
        return Markup("")
    own = sorted(
        cell.value
        for _, cell in named_cells
        if cell.area in inside and not isinstance(cell.value, Missing)
    )
    here = comparison.here.value
    said = [] if isinstance(here, Missing) else [f"{area.name} is at {figure(indicator, here)}."]
    if own:
        ends = f"from {figure(indicator, own[0])} to {figure(indicator, own[-1])}"
        said.append(f"Its councils run {ends}.")
    ends = f"from {figure(indicator, min(numbers))} to {figure(indicator, max(numbers))}"
    said.append(f"All councils run {ends}.")
    marks = [
        CouncilMark(
            name=name,
            figure=cell.value,
            standing=Standing.SIMILAR if cell.area in inside else Standing.OTHER,
        )
        for name, cell in named_cells
    ]
    marks.append(CouncilMark(name=area.name, figure=here, standing=Standing.US))
    chart = StripChart(
        words=chart_words(indicator, f"{indicator.title}: all councils", " ".join(said)),
        councils=tuple(marks),
    )
    return Markup(chart.svg(f"strip-{indicator.id}"))
