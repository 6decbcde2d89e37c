"""How far councils really differ, and what has moved: the nouns that findings and pages read."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from brightfutures.catalogue.series import Break
from brightfutures.measures.results import Movement, Steadiness

HALF = 0.5


class WhyNoSplit(StrEnum):
    """Why the differences between councils cannot be parted."""

    NO_COUNTS = "no_counts"
    NO_PERIOD_BEFORE = "no_period_before"  # none three years earlier that may be set beside it
    TOO_FEW_COUNCILS = "too_few_councils"


class WhyNoMove(StrEnum):
    """Why it cannot be told whether England's figure has moved."""

    NO_FIGURE = "no_figure"
    TOO_FEW_YEARS = "too_few_years"
    PRICES = "prices"  # pounds of different years never compare


class Lasts(StrEnum):
    """Whether most of the difference lasts, by a range wholly on one side of half."""

    MOST = "most"
    LESS_THAN_HALF = "less_than_half"
    CANNOT_TELL = "cannot_tell"


class Apart(StrEnum):
    """Whether councils lie closer together than they did, or further apart."""

    CLOSER = "closer"
    FURTHER = "further"
    CANNOT_TELL = "cannot_tell"


@dataclass(frozen=True, kw_only=True)
class Part:
    """One part of how councils differ, as a share of the whole (0 to 1), with its 95% range."""

    share: float
    low: float
    high: float


@dataclass(frozen=True, kw_only=True)
class Width:
    """How far apart a low and a high council lie, in the indicator's unit.

    One council in ten lies below `low` and one in ten above `high`; `lasting_low` and
    `lasting_high` are where those two would lie if only the part that lasts were left.
    """

    low: float
    high: float
    lasting_low: float
    lasting_high: float


@dataclass(frozen=True, kw_only=True)
class Split:
    """The variance between councils in one period, parted in three that add up to one.

    `lasting` was there in the period `before`, three years earlier (or four or five), and still
    is; `wobble` came or went in between beyond chance; `chance` is what counting so few gives of
    itself. `councils` is how many are large enough, in both periods, to be read.
    """

    period: str
    before: str
    councils: int
    lasting: Part
    wobble: Part
    chance: Part
    width: Width

    @property
    def lasts(self) -> Lasts:
        """Whether most of it lasts."""
        if self.lasting.low > HALF:
            return Lasts.MOST
        return Lasts.LESS_THAN_HALF if self.lasting.high < HALF else Lasts.CANNOT_TELL


@dataclass(frozen=True, kw_only=True)
class EnglandChange:
    """England's own figure from the first period that can be read to the newest.

    `change` and `ordinary` (the root mean square of `yearly` changes from year to year) are in
    percentage points for a percentage and otherwise as shares of the figure (0.05: 5 in 100 more).
    `since_break` is the break after which it is read, where one stands after 2013.
    """

    from_period: str | None
    to_period: str | None
    from_value: float | None
    to_value: float | None
    change: float | None
    ordinary: float | None
    yearly: int
    moved: Movement
    reason: WhyNoMove | None
    since_break: Break | None


@dataclass(frozen=True, kw_only=True)
class SpreadThen:
    """How far apart councils lie beside how far they did, net of chance, the same councils.

    `times` is the one standard deviation over the other, with its 99% range: 0.8 is a fifth
    closer together.
    """

    from_period: str
    to_period: str
    councils: int
    times: float
    low: float
    high: float
    apart: Apart


@dataclass(frozen=True, kw_only=True)
class Moves:
    """How many councils' own figures have clearly moved over five periods, of so many readable."""

    risen: int
    fallen: int
    readable: int


@dataclass(frozen=True, kw_only=True)
class Circumstances:
    """What councils' circumstances account for, tried on councils held out of the model.

    `explained` is a share of all the variance between councils, below nought where the model
    tells less than the average would; `of_lasting` what that comes to of the part that lasts (0
    to 1), None where there is no split. `held_out_within` is the share of the `councils` held out
    whose figure lay in its 95% range, give or take `sampling_error`.
    """

    explained: float
    of_lasting: float | None
    held_out_within: float
    sampling_error: float
    councils: int


@dataclass(frozen=True, kw_only=True)
class NationalSpread:
    """One indicator over all England: how far councils differ, and what has moved."""

    indicator: str
    period: str
    split: Split | None
    why_no_split: WhyNoSplit | None
    circumstances: Circumstances | None
    steadiness: Steadiness
    different: int
    tested: int
    england: EnglandChange
    councils_moved: Moves
    spread_then: SpreadThen | None
