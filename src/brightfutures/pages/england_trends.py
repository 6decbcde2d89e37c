"""England's small multiples: its line over all years, with the middle half of councils behind."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from brightfutures.catalogue import Catalogue
from brightfutures.charts.timeline import Timeline
from brightfutures.charts.trend import Line, TrendChart
from brightfutures.findings.england_picture import EnglandMeasure
from brightfutures.findings.england_picture_words import change_words, spread_sentence
from brightfutures.findings.figures import figure, unit_words
from brightfutures.findings.measure_words import in_mid_sentence
from brightfutures.pages.addresses import national_address
from brightfutures.pages.figures_of import (
    Picture,
    breaks_of,
    chart_words,
    drawn_large,
    while_there_were_figures,
)
from brightfutures.pages.small_pictures import small_picture
from brightfutures.pages.small_trends import SmallTrend
from brightfutures.quantities import Missing

HEADER = ("Period", "England", "Middle half of councils")


@dataclass
class EnglandTrends:
    """The drawings of a page: the years they share, and the sentence of each break so far."""

    catalogue: Catalogue
    measures: Sequence[EnglandMeasure]
    source_of: Callable[[str], str]
    numbers: dict[str, int] = field(default_factory=dict)

    @property
    def notes(self) -> tuple[str, ...]:
        """The sentence of each break after its number."""
        return tuple(f"{number}. {sentence}" for sentence, number in self.numbers.items())

    def small(self, measure: EnglandMeasure) -> SmallTrend:
        """One measure as one of many, over the years that all of them share."""
        chart = self._chart(measure, self._across())
        numbered = tuple(
            replace(entry, number=self.numbers.setdefault(entry.sentence, len(self.numbers) + 1))
            for entry in chart.breaks
        )
        return SmallTrend(
            title=measure.indicator.title,
            href=national_address(measure.indicator.id),
            unit=unit_words(measure.indicator),
            moved=self._moved(measure),
            has_moved=measure.has_moved,
            drawing=small_picture(
                measure.indicator,
                chart,
                f"small-{measure.indicator.id}",
                message=f"England: {in_mid_sentence(self._moved(measure))}",
                source=lambda: self.source_of(measure.indicator.id),
                numbered=replace(chart, breaks=numbered),
            ),
            rows=chart.table().rows,
        )

    def first(self, measure: EnglandMeasure, message: str, source: str) -> Picture:
        """The measure that the page's finding is about, drawn large."""
        chart, indicator = self._chart(measure, None), measure.indicator
        return drawn_large(indicator, chart, message, source)

    def _chart(self, measure: EnglandMeasure, across: tuple[str, str] | None) -> TrendChart:
        indicator = measure.indicator
        history = while_there_were_figures(measure.history)
        periods = tuple(cell.period for cell in history)
        spreads = {one.period: (one.low_quarter, one.high_quarter) for one in measure.spreads}
        return TrendChart(
            words=chart_words(indicator, f"{indicator.title}: England", _described(measure)),
            periods=periods,
            us=Line(name="England", figures=tuple(cell.value for cell in history)),
            middle_half=tuple(spreads.get(period) for period in periods),
            middle_half_name="shaded: middle half of councils",
            breaks=breaks_of(self.catalogue, indicator, periods),
            across=across,
        )

    def _across(self) -> tuple[str, str]:
        periods = {
            cell.period for one in self.measures for cell in while_there_were_figures(one.history)
        }
        ordered = sorted(periods, key=lambda period: Timeline((period,)).places[0])
        return ordered[0], ordered[-1]

    def _moved(self, measure: EnglandMeasure) -> str:
        words = change_words(measure)
        since = f" since {measure.change.from_period}" if measure.change.from_period else ""
        said = f"{words[:1].upper()}{words[1:]}"
        return said if words.startswith("cannot") else f"{said}{since}"


def _described(measure: EnglandMeasure) -> str:
    known = [cell for cell in measure.history if not isinstance(cell.value, Missing)]
    if not known:
        return "There is no published figure for England in any period."
    indicator, first, last = measure.indicator, known[0], known[-1]
    ends = [
        f"{figure(indicator, cell.value)} in {cell.period}"
        for cell in (first, last)
        if not isinstance(cell.value, Missing)
    ]
    return f"England went from {' to '.join(ends)}. {spread_sentence(measure)}".strip()
