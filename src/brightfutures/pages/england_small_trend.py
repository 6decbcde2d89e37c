"""England's own figure over the years, drawn small for the first page."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from brightfutures.catalogue import Catalogue, Indicator
from brightfutures.charts.trend import Line, TrendChart
from brightfutures.charts.words import ChartTable
from brightfutures.findings.figures import figure
from brightfutures.findings.headline import end_year
from brightfutures.measures.results import Cell
from brightfutures.pages.figures_of import breaks_of, chart_words, while_there_were_figures
from brightfutures.pages.small_pictures import SmallPicture, small_picture
from brightfutures.quantities import Missing

YEARS = 13
"""So many years are shown; the indicator's own page has all."""


def england_small_trend(
    catalogue: Catalogue,
    indicator: Indicator,
    history: Sequence[Cell],
    message: str,
    source: Callable[[], str],
) -> tuple[SmallPicture, ChartTable] | None:
    """The drawing and the table behind it; None where fewer than two figures are known.

    `message` is the finding that it shows; `source` names the publications behind the figures.
    """
    cells = while_there_were_figures(history)
    newest = max((end_year(cell.period) for cell in cells), default=0)
    cells = [cell for cell in cells if newest - YEARS < end_year(cell.period)]
    known = [(cell.period, cell.value) for cell in cells if not isinstance(cell.value, Missing)]
    if len(known) < 2:
        return None
    (first, before), (last, now) = known[0], known[-1]
    periods = tuple(cell.period for cell in cells)
    chart = TrendChart(
        words=chart_words(
            indicator,
            f"{indicator.title}: England",
            f"England went from {figure(indicator, before)} in {first} to "
            f"{figure(indicator, now)} in {last}.",
        ),
        periods=periods,
        us=Line(name="England", figures=tuple(cell.value for cell in cells)),
        breaks=breaks_of(catalogue, indicator, periods),
    )
    drawing = small_picture(
        indicator,
        chart,
        f"england-{indicator.id}",
        message=message,
        source=source,
    )
    return drawing, chart.table()
