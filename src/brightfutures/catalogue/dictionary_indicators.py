"""Measures known only from a publisher's own dictionary: shown on request, never tested.

They have no declaration of ours: the title, unit and description are the publisher's. No counts
are published with them, so nothing can be tested, and none is ever a finding.
"""

from __future__ import annotations

import datetime

from brightfutures.catalogue.indicators import (
    OUTCOMES,
    PRIORITIES,
    GoodDirection,
    Indicator,
    IndicatorKind,
    IntervalMethod,
    Stage,
)
from brightfutures.catalogue.series import Series, SeriesKind
from brightfutures.quantities import PeriodKind

LAIT = "lait"
"""What stands before the colon for a measure of the Local Authority Interactive Tool."""


def lait_id(key: str) -> str:
    """The id of the measure with this key of that tool's dictionary."""
    return f"{LAIT}:{key}"


def dictionary_series(name: str, title: str, unit: str, period_kind: PeriodKind) -> Series:
    """The series behind such a measure, believed as published."""
    return Series(
        id=name,
        sentence=f"{title.rstrip('.')}.",
        unit=unit,
        kind=SeriesKind.PUBLISHED_FIGURE,
        period_kind=period_kind,
        sources=(),
    )


def dictionary_indicator(name: str, title: str, unit: str, description: str | None) -> Indicator:
    """Such a measure as an indicator without counts, stage or outcome of its own."""
    return Indicator(
        id=name,
        title=title,
        sentence="{year}, {council}: {value}.",
        stage=Stage.COMING_IN,  # every indicator has one; no page shows this one's
        outcome=OUTCOMES[0],
        priority=PRIORITIES[0],
        kind=IndicatorKind.FIGURE,
        numerator=(name,),
        unit=unit,
        per=1.0,
        decimal_places=0 if unit.lower().startswith(("number", "spend", "unit cost")) else 1,
        good_direction=GoodDirection.NEITHER,
        interval=IntervalMethod.NONE,
        health_check=False,
        read_with=(),
        warnings=(),
        questions=(),
        why_it_matters="",
        what_to_know=(description,) if description else (),
        written_by="the publisher’s dictionary",
        checked_on=datetime.date.min,
    )
