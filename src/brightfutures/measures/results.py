"""What a comparison says: the nouns that findings, pages and commands read."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from brightfutures.quantities import Interval, Value


class Level(StrEnum):
    """The verdict's words. Higher and lower never mean better or worse."""

    UNUSUALLY_LOW = "unusually_low"
    LOWER = "lower"
    ABOUT_THE_SAME = "about_the_same"
    HIGHER = "higher"
    UNUSUALLY_HIGH = "unusually_high"
    CANNOT_SAY = "cannot_say"


class Why(StrEnum):
    """Why a verdict cannot be given, or why it stopped at about the same."""

    NO_COUNTS = "no_counts"
    VALUE_MISSING = "value_missing"
    TOO_FEW_COMPARATORS = "too_few_comparators"
    TOO_FEW_CHILDREN = "too_few_children"
    BREAK_IN_SERIES = "break_in_series"
    WITHHELD_ENDS_DISAGREE = "withheld_ends_disagree"
    UNRELIABLE = "unreliable"
    NO_HISTORY = "no_history"  # too little past to know how much the figure ordinarily moves
    NO_CONTEXT = "no_context"  # its circumstances are not known, so nothing can be expected
    JOINT_RETURN = "joint_return"  # the two councils return one figure together
    NOT_A_COUNCIL = "not_a_council"  # verdicts are worked out for councils only
    TOO_FEW_PERIODS = "too_few_periods"  # movement needs five years in a row
    PANDEMIC = "pandemic"  # movement is not read across the periods it distorted
    AREA_CHANGED = "area_changed"
    WITHIN_WOBBLE = "within_wobble"
    GAP_TOO_SMALL = "gap_too_small"
    AVERAGES_DISAGREE = "averages_disagree"
    NOT_AFTER_CORRECTION = "not_after_correction"  # stands alone, but not among so many tests


class Direction(StrEnum):
    """What a level means for children, only where the catalogue says which way is good."""

    BETTER = "better"
    WORSE = "worse"
    NEITHER = "neither"


@dataclass(frozen=True, kw_only=True)
class Cell:
    """One area's figure in one period."""

    area: str
    period: str
    value: Value
    numerator: float | None
    denominator: float | None
    basis: str = "published"  # or sum_of_councils, for regions and England


@dataclass(frozen=True, kw_only=True)
class Comparator:
    """One similar council with its figure.

    How close it is, in the published table's words, or how far in context (`distance`).
    """

    area: str
    value: Value
    closeness: str | None
    distance: float | None = None


@dataclass(frozen=True, kw_only=True)
class SimilarCouncils:
    """The comparison set: who, how many have a value, and the three averages.

    `mean` is the mean on the comparison's own scale, shown back-transformed: twice as much and
    half as much weigh alike in it. `plain_mean` is that of values, as other tools give it, which a
    few very high ones pull up; no verdict rests on it. `median` is the median of values;
    `pooled` all their numerators over all their denominators.
    `alikeness` is the correlation, over England, of a council with each of its similar councils
    on this indicator, the mean of this and up to four earlier periods; `None` where it
    cannot be worked out. Of the councils of a region, of a list, or of England, the same fields.
    """

    set: str  # dfe-2025, dfe-2021, region, england, nearest-in-context, or chosen
    title: str
    councils: tuple[Comparator, ...]
    with_value: int
    mean: float | None
    plain_mean: float | None
    median: float | None
    pooled: float | None
    middle_half: tuple[float, float] | None
    alikeness: float | None


@dataclass(frozen=True, kw_only=True)
class Wobble:
    """How much an indicator ordinarily moves in one year beyond chance.

    `a` is a variance on the comparison's scale (log or logit); `transient` the part of it that
    goes away again; `long_run` how far a council strays from its own long run, by which a
    difference is judged. `ordinary_move_share` is one standard deviation of a year's change for a
    council of median size, as a share of its figure (0.08: about 8 in 100 up or down).
    `times_chance` is how many times as much the yearly changes vary as chance alone would have
    it. `from_changes` counts the years of change read, or the indicators lent from if `borrowed`.
    """

    a: float
    transient: float
    long_run: float
    from_changes: int
    borrowed: bool
    ordinary_move_share: float | None
    times_chance: float | None = None


@dataclass(frozen=True, kw_only=True)
class Gap:
    """The council less its comparison, in the indicator's unit and in children, with ranges."""

    value: float
    low: float
    high: float
    children: float | None
    children_low: float | None
    children_high: float | None


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """The answer in one word, what it rests on, and what else could have been said.

    `z_wobble` and `z_usual` are z₁ and z₂ of DESIGN.md, section 5; `p` is two-sided from z₁ and
    `q` its Benjamini-Hochberg value over the fixed health-check set (for an indicator outside
    of it, as if it alone were added to the set). `against` names the comparison used:
    `similar`, `region`, `chosen`, or `england`, also where similar councils tell nothing.
    `average` is the mean it was judged against, in the indicator's unit. A withheld count has
    no z, p, q or gap.
    """

    level: Level
    reason: Why | None
    direction: Direction
    against: str
    z_wobble: float | None = None
    z_usual: float | None = None
    z_usual_before: float | None = None
    p: float | None = None
    q: float | None = None
    gap: Gap | None = None
    averages_agree: bool | None = None
    average: float | None = None


@dataclass(frozen=True, kw_only=True)
class Steadiness:
    """How strongly councils' gaps agree one and three years apart (correlations)."""

    one_year: float | None
    three_years: float | None


@dataclass(frozen=True, kw_only=True)
class RankRange:
    """The places from lowest (1) that it probably holds (95%), of so many councils with a value."""

    low: int
    high: int
    of: int


class Movement(StrEnum):
    """Whether a council's own figure has moved over five periods."""

    HAS_RISEN = "has_risen"
    HAS_FALLEN = "has_fallen"
    NO_CLEAR_CHANGE = "no_clear_change"
    CANNOT_SAY = "cannot_say"


class Approach(StrEnum):
    """Whether a council's gap to its similar councils has moved over the same five periods."""

    FURTHER = "further"
    NEARER = "nearer"
    CROSSED = "crossed"  # from below them to above, or from above to below
    NO_CLEAR_CHANGE = "no_clear_change"
    CANNOT_SAY = "cannot_say"


@dataclass(frozen=True, kw_only=True)
class Moved:
    """The mean of the last two periods against that of the first two of five.

    `from_period` and `to_period` are the first and the last of the five. The values are the first
    two and the last two taken together, counts over what they are counted of (`two_years`); the
    test takes the means on the scale, which can even lie the other way.
    """

    level: Movement
    from_period: str | None
    to_period: str | None
    from_value: float | None
    to_value: float | None
    q: float | None
    reason: Why | None = None
    against_similar: Approach = Approach.CANNOT_SAY
    against_similar_q: float | None = None


@dataclass(frozen=True, kw_only=True)
class SimilarPeriod:
    """The comparison set in one period, for the trend chart; `None` where nobody has a value."""

    period: str
    mean: float | None
    low: float | None
    high: float | None
    with_value: int


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """Everything said about one indicator, one area and one period."""

    indicator: str
    area: str
    period: str
    here: Cell
    interval: Interval | None
    interval_998: Interval | None
    similar: SimilarCouncils | None
    region: Cell | None
    england: Cell | None
    verdict: Verdict
    wobble: Wobble | None
    steadiness: Steadiness | None
    rank: RankRange | None
    moved: Moved | None
    history: tuple[Cell, ...]
    newest_period: str  # of this indicator for any council: is ours behind?


@dataclass(frozen=True, kw_only=True)
class Alternative:
    """What would be said with another average, or beside other councils.

    `name` is mean, median or pooled (of the councils the verdict rests on), or the name of a
    comparison set. `value` is that average in the indicator's unit. `agrees` says whether the
    council would be called on the same side, or on none, as in the verdict given; `None` where
    either cannot say.
    """

    name: str
    title: str
    value: float | None
    level: Level
    reason: Why | None
    agrees: bool | None


@dataclass(frozen=True, kw_only=True)
class Pair:
    """One council beside another by name: higher or lower than that one, or neither.

    `z_wobble`, `p` and `q` are of the difference between the two, q over the fixed health-check
    set of this pair of councils. The level is never unusually high or low: two councils have no
    usual spread. Better or worse only where the catalogue says which way is good.
    """

    other: str
    level: Level
    reason: Why | None
    direction: Direction
    z_wobble: float | None = None
    p: float | None = None
    q: float | None = None


@dataclass(frozen=True, kw_only=True)
class National:
    """One council among all of England's on one indicator.

    The level is against the mean of all other councils, with false discovery controlled over
    the councils of this one indicator and period (not over indicators, as a council's own page
    does): it answers which councils differ, not on what a council differs.
    """

    here: Cell
    interval: Interval | None
    level: Level
    reason: Why | None
    z_wobble: float | None
    q: float | None
    rank: RankRange | None
