"""A chart drawn small on a page, which can be had large as a file of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from markupsafe import Markup

from brightfutures.catalogue import Indicator
from brightfutures.charts.trend import TrendChart
from brightfutures.pages.figures_of import Picture, drawn_large


@dataclass(frozen=True, kw_only=True)
class SmallPicture:
    """A small drawing; `large` draws the same for a file, only when that is asked for.

    `word` names it in the address of the file, and is the indicator's id.
    """

    word: str
    small: Markup
    large: Callable[[], Picture]


def small_picture(
    indicator: Indicator,
    chart: TrendChart,
    identifier: str,
    *,
    message: str,
    source: Callable[[], str],
    numbered: TrendChart | None = None,
    shaded: str = "",
) -> SmallPicture:
    """A history drawn small, with what its file says over and under the large drawing.

    `identifier` is the small drawing's on its page. `numbered` is the same history with its breaks
    numbered as on the page, where notes are shared; the file has its own. `shaded` says what the
    band is, after a full stop.
    """

    def large() -> Picture:
        picture = drawn_large(
            indicator, replace(chart, across=None), message, source(), shaded=shaded
        )
        return replace(picture, word=indicator.id)

    return SmallPicture(
        word=indicator.id, small=Markup((numbered or chart).small_svg(identifier)), large=large
    )
