"""What is compared: one declaration an indicator, or one for a family of variants.

Writing rules, enforced by tests/catalogue:
- `title` names it as a person would say it, without the unit, under 90 characters, no full stop.
- `sentence` is one plain sentence with `{council}`, `{value}` and `{year}` (the period's label)
  that is true for any value, including one and nought, and says who, of whom, and when;
  `{value}` carries no unit of its own unless a percentage or pounds.
- `why_it_matters` is one to three sentences: what it means for children, not for the council.
- `what_to_know` is at most five facts that change how the figure is read; what many indicators
  share is a warning, referred to by code.
- `good_direction` is `higher` or `lower` only where nearly everyone agrees; contested ones
  (care, plans, re-referrals, spending) are `neither`.
- no word of praise or blame, no abbreviation that is not spelt out, "children in care".
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import StrEnum

from brightfutures.catalogue.other_tools import DashboardRow


class Stage(StrEnum):
    """The child's journey, by which everything is ordered."""

    COMING_IN = "coming_in"
    HELP_AND_PROTECTION = "help_and_protection"
    IN_CARE = "in_care"
    HOMES = "homes"
    LEAVING_CARE = "leaving_care"
    CARE_LEAVERS = "care_leavers"
    WORKFORCE = "workforce"
    MONEY = "money"


STAGE_NAMES: dict[Stage, str] = {
    Stage.COMING_IN: "Coming in",
    Stage.HELP_AND_PROTECTION: "Help and protection",
    Stage.IN_CARE: "In care",
    Stage.HOMES: "Homes",
    Stage.LEAVING_CARE: "Leaving care",
    Stage.CARE_LEAVERS: "Care leavers",
    Stage.WORKFORCE: "Workforce",
    Stage.MONEY: "Money",
}

OUTCOMES: tuple[str, ...] = (
    "Children, young people and families stay together and get the help they need",
    "Children and young people are supported by their family network",
    "Children and young people are safe in and outside of their homes",
    "Children in care and care leavers have stable, loving homes",
    "Multi-agency working is prioritised and effective",
    "Leaders drive conditions for effective practice",
    "The workforce is equipped and effective",
)
"""The National Framework's four outcomes and three enablers, by name (December 2023)."""

PRIORITIES: tuple[str, ...] = (
    "A stronger focus on outcomes",
    "Consistently strong local leadership",
    "Continuous improvement",
    "The right support at the right time",
    "Sustainable funding",
    "A better understanding of what works",
    "Strengthened morale and support for social workers",
)
"""The seven priorities for better-performing children's services."""


class GoodDirection(StrEnum):
    """Which way is good, or that the catalogue does not say."""

    HIGHER = "higher"
    LOWER = "lower"
    NEITHER = "neither"


class IndicatorKind(StrEnum):
    """What the figure is, and so whether and how it can be tested."""

    RATE = "rate"  # a count per so many people: Poisson; Byar's interval
    PROPORTION = "proportion"  # a count out of a count: binomial; Wilson's interval
    RATIO = "ratio"  # two totals that are not a count of people: no test (pounds per child)
    FIGURE = "figure"  # a published figure whose counts are not published: no test


class IntervalMethod(StrEnum):
    """How the range is worked out."""

    BYAR = "byar"  # exact Poisson below 10
    WILSON = "wilson"
    NONE = "none"


@dataclass(frozen=True, kw_only=True)
class Indicator:
    """One indicator, complete.

    numerator           series added together
    numerator_less      series taken away from them (starts less unaccompanied starts)
    denominator         series added together, or empty for a `figure`
    denominator_lag     how many years earlier than the numerator's period the denominator's is
                        (a rate for the year ending March 2025 uses the population of mid-2024)
    per                 10 000 for a rate per 10,000; 100 for a percentage; 1 otherwise
    printed             the publisher's own figure for the same thing, for periods whose
                        denominator is not published, and for checking ours
    printed_for_regions_and_england  their figure is the printed one even where counts are
                        published: the publisher leaves councils without a reliable figure out
                        of the base but not out of the counts it prints, or rounds those counts
                        to ten. Not where the printed figure is rounded more than `decimal_places`
    unit                how a value is read: `per 10,000 children`, `%`, `pounds`, `cases`, `score`
    decimal_places      for display
    smallest_gap        the smallest gap that matters, as a share of the comparison (0.1 a tenth)
    health_check        in the fixed set over which false discovery is controlled
    headline            may be the health check's headline
    overview            stands in the table of the health check's first pages whatever it shows; one
                        or two of a stage, all of the fixed set (what differs stands there too)
    said_higher, said_lower  how a person says that this council's figure is above or below that
                        of `{others}` (similar councils, or England), from a capital letter
                        and without a full stop: "More children are in care than in {others}"
    pandemic_periods    labels whose figures the pandemic distorted: no movement is read there
    lait_key            the key of the same measure in the Local Authority Interactive Tool
    dashboard           the same measure's row in the Department for Education's dashboard
    read_with           ids of indicators that balance it
    warnings, questions codes from the closed vocabularies
    """

    id: str
    title: str
    sentence: str
    stage: Stage
    outcome: str
    priority: str
    kind: IndicatorKind
    numerator: tuple[str, ...]
    numerator_less: tuple[str, ...] = ()
    denominator: tuple[str, ...] = ()
    denominator_lag: int = 0
    printed: str | None = None
    printed_for_regions_and_england: bool = False
    unit: str
    per: float
    decimal_places: int
    good_direction: GoodDirection
    smallest_gap: float = 0.1
    interval: IntervalMethod
    health_check: bool
    headline: bool = False
    overview: bool = False
    said_higher: str | None = None
    said_lower: str | None = None
    pandemic_periods: tuple[str, ...] = ()
    lait_key: str | None = None
    dashboard: DashboardRow | None = None
    read_with: tuple[str, ...]
    warnings: tuple[str, ...]
    questions: tuple[str, ...]
    why_it_matters: str
    what_to_know: tuple[str, ...]
    written_by: str
    checked_on: datetime.date


@dataclass(frozen=True, kw_only=True)
class Warning:
    """A usage warning that many indicators share: a code, a title, one or two sentences.

    The name is the catalogue's own word; nothing here raises Python's.
    """

    id: str
    title: str
    sentence: str


@dataclass(frozen=True, kw_only=True)
class Term:
    """A word with one meaning here."""

    id: str
    term: str
    meaning: str
    official: str | None = None  # the statutory term where ours is the plain one
