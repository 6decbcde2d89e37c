"""Trend: has it changed? One dark line for us, a dashed one beside it, the usual range shaded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from brightfutures.charts.frame import NARROW, WIDE
from brightfutures.charts.small_trend_picture import small_trend_picture
from brightfutures.charts.timeline import Break, Timeline
from brightfutures.charts.trend_picture import trend_picture
from brightfutures.charts.words import ChartTable, ChartWords, Figure, is_withheld, refuse_nonsense
from brightfutures.quantities import Interval


@dataclass(frozen=True, kw_only=True)
class Line:
    """A name and a figure for each period.

    `ranges`, one for each period or none at all, are the ranges in which the figures likely
    lie; for a withheld figure, the range in which it must lie.
    """

    name: str
    figures: tuple[Figure, ...]
    ranges: tuple[Interval | None, ...] = ()


@dataclass(frozen=True, kw_only=True)
class TrendChart:
    """Our figures over time beside a comparison and the middle half of similar councils.

    `middle_half` holds (low, high) for each period, or nothing: what else the band is of is said
    by its name beside the picture and its heading in the table. The name stands beneath the
    comparison's, or where `band_is_ours` beneath our own, so that it is plain whose band it is. The
    scale begins at zero unless `from_zero` is false, and then the chart says where it begins. Lines
    are never joined over a missing figure, a period left out, or a break. `across` names the first
    and the last period of its width, where charts that stand side by side are to run over the same
    years.
    """

    words: ChartWords
    periods: tuple[str, ...]
    us: Line
    comparison: Line | None = None
    middle_half: tuple[tuple[float, float] | None, ...] = ()
    middle_half_name: str = "shaded: middle half"
    middle_half_heading: str = "Middle half"
    band_is_ours: bool = False
    withheld_name: str = "hollow: withheld"
    breaks: tuple[Break, ...] = ()
    from_zero: bool = True
    across: tuple[str, str] | None = None

    def __post_init__(self) -> None:
        title, periods = self.words.title, self.periods
        places = self.timeline.places
        if self.reach[0] > places[0] or self.reach[1] < places[-1]:
            raise ValueError(f"'{title}' has periods outside of those it is to run across.")
        for line in filter(None, (self.us, self.comparison)):
            if len(line.figures) != len(periods):
                raise ValueError(f"{line.name} needs {len(periods)} figures in '{title}'.")
            if line.ranges and len(line.ranges) != len(periods):
                raise ValueError(f"{line.name} needs {len(periods)} ranges in '{title}'.")
            refuse_nonsense(line.figures, title)
            refuse_nonsense(
                (end for span in line.ranges if span for end in (span.low, span.high)), title
            )
        if self.middle_half and len(self.middle_half) != len(periods):
            raise ValueError(f"The middle half needs {len(periods)} ranges in '{title}'.")
        for low, high in filter(None, self.middle_half):
            refuse_nonsense((low, high), title)
            if low > high:
                raise ValueError(f"The middle half in '{title}' runs from {low} to {high}.")

    @cached_property
    def timeline(self) -> Timeline:
        """The periods and breaks along the chart."""
        return Timeline(self.periods, self.breaks)

    @cached_property
    def reach(self) -> tuple[float, float]:
        """The places along the timeline at which the plot begins and ends."""
        if self.across is None:
            return self.timeline.places[0], self.timeline.places[-1]
        places = Timeline(tuple(dict.fromkeys(self.across))).places
        return places[0], places[-1]

    def svg(self, identifier: str, *, narrow: bool = False, named_by: str | None = None) -> str:
        """The chart as SVG, 720 units wide, or 340 for a small screen.

        With `named_by`, the identifier of the same chart elsewhere on the page, whose title and
        description stand for this one too.
        """
        return trend_picture(self, identifier, NARROW if narrow else WIDE, named_by)

    def small_svg(self, identifier: str) -> str:
        """The chart as one of many, 280 by 138 units; a legend for all of them names its lines."""
        return small_trend_picture(self, identifier)

    def table(self) -> ChartTable:
        """A row for each period: our figure, its range, the comparison, the middle half."""
        show = self.words
        columns: list[tuple[str, Sequence[str]]] = [
            (self.us.name, [show.figure(figure) for figure in self.us.figures])
        ]
        if self.us.ranges:
            columns.append((f"{self.us.name}, likely range", self._spans(self.us.ranges)))
        if self.comparison:
            figures = self.comparison.figures
            columns.append((self.comparison.name, [show.figure(figure) for figure in figures]))
        if self.middle_half:
            spans = [None if span is None else show.span(*span) for span in self.middle_half]
            columns.append((self.middle_half_heading, [span or "–" for span in spans]))
        header = ("Period", *(name for name, _ in columns))
        rows = zip(self.periods, *(cells for _, cells in columns), strict=True)
        return ChartTable(
            caption=show.title,
            header=header,
            rows=tuple(rows),
            holds_numbers=(False, *(True for _ in columns)),
            notes=self.timeline.notes,
        )

    def _spans(self, ranges: Sequence[Interval | None]) -> list[str]:
        return ["–" if span is None else self.words.span(span.low, span.high) for span in ranges]

    def withheld(self) -> tuple[int, ...]:
        """The periods, by place, in which our figure is held back by its publisher."""
        return tuple(i for i, figure in enumerate(self.us.figures) if is_withheld(figure))
