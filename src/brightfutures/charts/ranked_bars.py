"""Ranked bars: who is high and who is low? Every council as a thin bar, lowest to highest."""

from __future__ import annotations

from dataclasses import dataclass

from brightfutures.charts.councils import Average, CouncilMark, Councils, ranking_table
from brightfutures.charts.frame import NARROW, WIDE
from brightfutures.charts.ranked_bars_picture import ranked_bars_picture
from brightfutures.charts.words import ChartTable, ChartWords, refuse_nonsense


@dataclass(frozen=True, kw_only=True)
class RankedBarsChart:
    """Every council that has a number as a bar from zero, lowest at the left.

    We are navy and named; similar councils, or those a test calls higher or lower, are dark; the
    lowest and the highest council are named below. Where councils have ranges, each bar has its
    range as a thin line.
    Councils without a number are in the table and not in the picture.
    """

    words: ChartWords
    councils: tuple[CouncilMark, ...]
    average: Average | None = None

    def __post_init__(self) -> None:
        Councils(self.councils).checked(self.words.title)
        if self.average:
            refuse_nonsense([self.average.number], self.words.title)

    def svg(self, identifier: str, *, narrow: bool = False) -> str:
        """The chart as SVG, 720 units wide, or 340 for a small screen."""
        return ranked_bars_picture(self, identifier, NARROW if narrow else WIDE)

    def table(self) -> ChartTable:
        """Every council with its figure and range, highest first, those without one last."""
        return ranking_table(self.words, self.councils)
