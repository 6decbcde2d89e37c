"""Parts bar: what is a whole made of? One small bar in two or three parts that fill it."""

from __future__ import annotations

import math
from dataclasses import dataclass

from brightfutures.charts.drawing import box, picture
from brightfutures.charts.palette import DARK, GREY, PAPER
from brightfutures.charts.words import ChartTable, ChartWords

WIDTH, HEIGHT = 160, 18
_EDGE = 1.0
_GAP = 1.5  # of white after each part, so that two greys never touch
_FILLS = (DARK, GREY, PAPER)
"""From the left: the first part dark, the second grey, the third hollow."""


@dataclass(frozen=True, kw_only=True)
class PartsBarChart:
    """Named shares of one whole, which add up to it."""

    words: ChartWords
    parts: tuple[tuple[str, float], ...]

    def __post_init__(self) -> None:
        shares = [share for _, share in self.parts]
        if not 2 <= len(shares) <= len(_FILLS):
            raise ValueError(f"'{self.words.title}' needs two or three parts.")
        if any(not 0.0 <= share <= 1.0 for share in shares):
            raise ValueError(f"A part of '{self.words.title}' is no share of a whole.")
        if not math.isclose(sum(shares), 1.0, abs_tol=1e-6):
            raise ValueError(f"The parts of '{self.words.title}' do not make a whole.")

    def svg(self, identifier: str) -> str:
        """The bar as SVG, 160 by 18 units: an outline, and each part in its own grey."""
        inside, height = WIDTH - 2 * _EDGE, HEIGHT - 2 * _EDGE
        marks, left = [], _EDGE
        for (_, share), fill in zip(self.parts, _FILLS, strict=False):
            width = share * inside
            if width > _GAP:
                marks.append(box(left, _EDGE, width - _GAP, height, fill=fill))
            left += width
        marks.append(box(_EDGE, _EDGE, inside, height, fill="none", stroke=DARK, stroke_width=1))
        return picture(self.words, identifier, WIDTH, HEIGHT, marks)

    def table(self) -> ChartTable:
        """A row for each part with its share."""
        return ChartTable(
            caption=self.words.title,
            header=("Part", "Share"),
            rows=tuple((name, self.words.show(share)) for name, share in self.parts),
            holds_numbers=(False, True),
        )
