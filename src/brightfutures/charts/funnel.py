"""Funnel: who differs by more than numbers this small would anyway? Figure against how many."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from brightfutures.charts.councils import Average, CouncilMark, Councils, ranking_table
from brightfutures.charts.frame import NARROW, WIDE
from brightfutures.charts.funnel_picture import funnel_picture
from brightfutures.charts.words import ChartTable, ChartWords, plain_number, refuse_nonsense


@dataclass(frozen=True, kw_only=True)
class FunnelCouncil:
    """A council with the number its figure is out of."""

    mark: CouncilMark
    denominator: float


@dataclass(frozen=True, kw_only=True)
class FunnelLimits:
    """The range in which figures ordinarily lie, for denominators from small to large.

    `is_overdispersed` tells limits that allow for how much councils ordinarily differ from
    limits for counting chance alone, and `is_outer` the wider pair of two. Limits without a name
    are drawn and not labelled.
    """

    name: str
    denominators: tuple[float, ...]
    low: tuple[float, ...]
    high: tuple[float, ...]
    is_overdispersed: bool = False
    is_outer: bool = False

    def __post_init__(self) -> None:
        refuse_nonsense((*self.denominators, *self.low, *self.high), self.name)
        if not len(self.denominators) == len(self.low) == len(self.high) or not self.low:
            raise ValueError(f"The limits '{self.name}' need a low and a high at every place.")
        if any(later <= earlier for earlier, later in pairwise(self.denominators)):
            raise ValueError(f"The limits '{self.name}' go from small denominators to large.")


@dataclass(frozen=True, kw_only=True)
class FunnelChart:
    """Each council's figure against its denominator, with an average and limits around it.

    A council that a test calls higher or lower is a dark triangle that points up or down.
    `denominator_name` says what councils are ordered by ("Children aged 0 to 17"). Limits are
    drawn only as far as the councils' own figures reach. Councils without a number are in the
    table and not in the picture.
    """

    words: ChartWords
    councils: tuple[FunnelCouncil, ...]
    denominator_name: str
    average: Average
    limits: tuple[FunnelLimits, ...] = ()
    from_zero: bool = True

    def __post_init__(self) -> None:
        title = self.words.title
        Councils(self.marks).checked(title)
        refuse_nonsense([self.average.number], title)
        for council in self.councils:
            refuse_nonsense([council.denominator], title)
            if council.denominator < 0:
                raise ValueError(f"{council.mark.name} cannot be out of {council.denominator}.")

    @property
    def marks(self) -> tuple[CouncilMark, ...]:
        """The councils without their denominators."""
        return tuple(council.mark for council in self.councils)

    def svg(self, identifier: str, *, narrow: bool = False) -> str:
        """The chart as SVG, 720 units wide, or 340 for a small screen."""
        return funnel_picture(self, identifier, NARROW if narrow else WIDE)

    def table(self) -> ChartTable:
        """Every council with its figure and denominator, highest figure first."""
        texts = {council.mark.name: plain_number(council.denominator) for council in self.councils}
        return ranking_table(self.words, self.marks, (self.denominator_name, texts))
