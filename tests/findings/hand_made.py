"""Indicators and comparisons made by hand, one field changed at a time."""

from __future__ import annotations

import datetime
from typing import Any

from brightfutures.catalogue import (
    Audience,
    Catalogue,
    GoodDirection,
    Indicator,
    IndicatorKind,
    Question,
    Series,
)
from brightfutures.catalogue.geography import Geography
from brightfutures.catalogue.indicators import (
    OUTCOMES,
    PRIORITIES,
    IntervalMethod,
    Stage,
)
from brightfutures.catalogue.series import SeriesKind
from brightfutures.measures.results import (
    Cell,
    Comparator,
    Comparison,
    Direction,
    Gap,
    Level,
    SimilarCouncils,
    Verdict,
    Why,
)
from brightfutures.quantities import ENGLAND, Missing, PeriodKind, Reason, Value

HERE = "E10000012"
SIMILAR = tuple(f"E060000{number:02d}" for number in range(1, 11))
WITHHELD = Missing((Reason.SUPPRESSED,))

UNITS = {
    IndicatorKind.RATE: ("per 10,000 children", 10_000.0, IntervalMethod.BYAR),
    IndicatorKind.PROPORTION: ("%", 100.0, IntervalMethod.WILSON),
    IndicatorKind.RATIO: ("pounds", 1.0, IntervalMethod.NONE),
    IndicatorKind.FIGURE: ("cases", 1.0, IntervalMethod.NONE),
}


def indicator(
    name: str = "visits_rate", kind: IndicatorKind = IndicatorKind.RATE, **changes: Any
) -> Indicator:
    """An indicator of visits, that may be a headline."""
    unit, per, interval = UNITS[kind]
    declared: dict[str, Any] = {
        "id": name,
        "title": "Visits",
        "sentence": "{council} had {value} visits in {year}.",
        "stage": Stage.COMING_IN,
        "outcome": OUTCOMES[0],
        "priority": PRIORITIES[0],
        "kind": kind,
        "numerator": ("visits",),
        "denominator": ("people",),
        "unit": unit,
        "per": per,
        "decimal_places": 0,
        "good_direction": GoodDirection.NEITHER,
        "interval": interval,
        "health_check": True,
        "headline": True,
        "said_higher": "More visits are made in {council} than in {others}",
        "said_lower": "Fewer visits are made in {council} than in {others}",
        "read_with": (),
        "warnings": (),
        "questions": ("visits",),
        "why_it_matters": "It matters.",
        "what_to_know": (),
        "written_by": "a test",
        "checked_on": datetime.date(2025, 1, 1),
    }
    return Indicator(**{**declared, **changes})


def catalogue(*indicators: Indicator) -> Catalogue:
    """A catalogue of these indicators, with the series and the question they speak of."""
    names = {
        name
        for entry in indicators
        for name in (*entry.numerator, *entry.numerator_less, *entry.denominator)
    }
    series = {
        name: Series(
            id=name,
            sentence=f"Every one of the {name}.",
            unit=name,
            kind=SeriesKind.COUNT,
            period_kind=PeriodKind.AT_31_MARCH,
            sources=(),
        )
        for name in names
    }
    return Catalogue(
        series=series,
        sources={},
        indicators={entry.id: entry for entry in indicators},
        warnings={},
        questions={"visits": question("visits", question="Who was visited?", why="Some were not.")},
        glossary={},
        geography=Geography(areas=(), recodes={}, aliases={}),
    )


def question(name: str, **changes: Any) -> Question:
    """A question for everybody, raised by a measure."""
    declared: dict[str, Any] = {
        "question": f"What of {name}?",
        "why": "It matters.",
        "ask_next": f"And after {name}?",
        "for_whom": tuple(Audience),
    }
    return Question(id=name, **{**declared, **changes})


def cell(value: Value, area: str = HERE, period: str = "2025", basis: str = "published") -> Cell:
    """A figure, with counts where it is a number."""
    known = not isinstance(value, Missing)
    return Cell(
        area=area,
        period=period,
        value=value,
        numerator=120.0 if known else None,
        denominator=4_000.0 if known else None,
        basis=basis,
    )


def similar(mean: float | None = 200.0, **changes: Any) -> SimilarCouncils:
    """Ten similar councils that all have the mean."""
    given: dict[str, Any] = {
        "set": "dfe-2025",
        "title": "Department for Education, 2025",
        "councils": tuple(
            Comparator(area=code, value=WITHHELD if mean is None else mean, closeness="Very close")
            for code in SIMILAR
        ),
        "with_value": 0 if mean is None else 10,
        "mean": mean,
        "plain_mean": mean,
        "median": mean,
        "pooled": mean,
        "middle_half": None if mean is None else (0.9 * mean, 1.1 * mean),
        "alikeness": 0.6,
    }
    return SimilarCouncils(**{**given, **changes})


def gap(value: float = 100.0, children: float | None = 40.0) -> Gap:
    """A gap with a range of a fifth on either side."""
    return Gap(
        value=value,
        low=0.8 * value,
        high=1.2 * value,
        children=children,
        children_low=None if children is None else 0.8 * children,
        children_high=None if children is None else 1.2 * children,
    )


def verdict(level: Level = Level.HIGHER, reason: Why | None = None, **changes: Any) -> Verdict:
    """A verdict against similar councils; without a gap unless one is given."""
    given: dict[str, Any] = {"direction": Direction.NEITHER, "against": "similar"}
    return Verdict(level=level, reason=reason, **{**given, **changes})


def comparison(value: Value = 300.0, **changes: Any) -> Comparison:
    """A council at 300 with similar councils at 200 and England at 250."""
    given: dict[str, Any] = {
        "indicator": "visits_rate",
        "area": HERE,
        "period": "2025",
        "here": cell(value),
        "interval": None,
        "interval_998": None,
        "similar": similar(),
        "region": None,
        "england": cell(250.0, ENGLAND),
        "verdict": verdict(),
        "wobble": None,
        "steadiness": None,
        "rank": None,
        "moved": None,
        "history": (cell(value),),
        "newest_period": "2025",
    }
    return Comparison(**{**given, **changes})
