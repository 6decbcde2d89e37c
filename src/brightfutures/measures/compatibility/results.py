"""What the other tools say: plain results, figures unrounded and as each tool shows them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from brightfutures.measures.compatibility.traps import Trap
from brightfutures.quantities import Interval


class Arrow(StrEnum):
    """LAIT's arrow: the sign of the change, before rounding."""

    UP = "up"
    DOWN = "down"
    LEVEL = "level"
    NONE = "none"


class Colour(StrEnum):
    """A tool's colour; `none` where it gives none."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"
    BLACK = "black"
    NONE = "none"


@dataclass(frozen=True, kw_only=True)
class Shown:
    """One number, and the text by which the tool shows it."""

    value: float | None
    text: str


@dataclass(frozen=True, kw_only=True)
class BandLabel:
    """One of LAIT's quartile bands as its label says it."""

    band: str
    label: str


@dataclass(frozen=True, kw_only=True)
class LaitYear:
    """One year of LAIT's table: the council, and the mean of today's neighbours."""

    year: str
    value: float | None
    comparison: float | None
    with_value: int


@dataclass(frozen=True, kw_only=True)
class LaitAnswer:
    """What LAIT shows of one council and measure.

    `latest` and `change_from` are years as LAIT writes them. `polarity` is High or Low, or `None`
    where the dictionary calls neither good. `of` is how many councils have a
    value in the latest year. `band` is A to D, "-" where LAIT gives none, NA without a value.
    """

    latest: str
    polarity: str | None
    value: Shown
    comparison: Shown
    with_value: int
    listed: int
    england: Shown
    change: Shown
    change_from: str | None
    comparison_change: Shown
    arrow: Arrow
    arrow_colour: Colour
    rank: int | None
    of: int
    band: str
    band_colour: Colour
    bounds: tuple[BandLabel, ...]
    quartiles: tuple[float, ...]
    history: tuple[LaitYear, ...]
    traps: tuple[Trap, ...]


@dataclass(frozen=True, kw_only=True)
class DashboardAnswer:
    """What the dashboard's summary page shows of one council and row.

    `count` is the council's own number and the one beside the neighbours, which is a sum; `None`
    where the dashboard shows no number.
    """

    value: Shown
    comparison: Shown
    with_value: int
    listed: int
    count: float | None
    comparison_count: float | None
    traps: tuple[Trap, ...]


class Significance(StrEnum):
    """Fingertips' verdict against one benchmark, before a direction is called good."""

    LOWER = "lower"
    SIMILAR = "similar"
    HIGHER = "higher"
    NOT_COMPARED = "not_compared"


@dataclass(frozen=True, kw_only=True)
class Benchmark:
    """One comparison of Fingertips: with a benchmark by the council's own interval.

    `word` is Better, Similar or Worse where a direction is good, else Lower, Similar or Higher;
    `word_of_two_levels` is Best or Worst beyond the 99.8% limits. `pooled_of` is how many
    councils a pooled average is made of.
    """

    name: str
    benchmark: Shown
    significance: Significance
    word: str
    word_of_two_levels: str
    colour: Colour
    pooled_of: int | None


class Trend(StrEnum):
    """Fingertips' recent trend."""

    INCREASING = "increasing"
    DECREASING = "decreasing"
    NO_CHANGE = "no_significant_change"
    CANNOT_BE_CALCULATED = "cannot_be_calculated"


class WhyNoTrend(StrEnum):
    """Why a trend cannot be calculated."""

    NO_LATEST_VALUE = "no_latest_value"
    TOO_FEW_POINTS = "too_few_points"
    COUNT_IS_DENOMINATOR = "count_is_denominator"


@dataclass(frozen=True, kw_only=True)
class RecentTrend:
    """Fingertips' test of the last five points.

    `chi2` is compared with 9.5495 (99.8%); `same_sign` says whether the slope has one sign in
    all six fits: of the five points, and of each four of them.
    """

    trend: Trend
    word: str
    chi2: float | None
    same_sign: bool | None
    periods: tuple[str, ...]
    reason: WhyNoTrend | None


@dataclass(frozen=True, kw_only=True)
class FingertipsAnswer:
    """What Fingertips' method says of one council and indicator.

    `neighbours` compares with their pooled average, of those of the `listed` that have counts.
    """

    period: str
    value: Shown
    interval_95: Interval | None
    interval_998: Interval | None
    england: Benchmark
    neighbours: Benchmark
    listed: int
    trend: RecentTrend
    traps: tuple[Trap, ...]
