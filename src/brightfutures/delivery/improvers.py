"""Who has improved on an indicator, as plain data: the answer of `improvers --json`, schema 1."""

from __future__ import annotations

from typing import Any

from brightfutures.catalogue import Indicator
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.health_check_rows import standing_notice
from brightfutures.findings.improver_words import (
    ASK_THEM,
    FLATTERED,
    asking_sentence,
    improvement_sentence,
    who_improved,
)
from brightfutures.measures.improving.results import Improvement, Improvers
from brightfutures.quantities import Area, AreaKind, PeriodKind, WrongUse

SCHEMA = 1


def improvers(
    edition: Edition,
    indicator_text: str,
    like_text: str | None = None,
    period_text: str | None = None,
) -> tuple[Indicator, Area | None, Improvers]:
    """The indicator and the council meant, and who improved.

    Raises `WrongUse` for a wrong name, `CannotAnswer` where nobody can be said to have improved.
    """
    edition = edition.holding(indicator_text)
    indicator = edition.indicator(indicator_text)
    like = None if like_text is None else asking_council(edition, like_text)
    period = edition.period(indicator, period_text)
    found = edition.measures.improvers(indicator.id, like.code if like else None, period)
    return indicator, like, found


def asking_council(edition: Edition, text: str) -> Area:
    """The council that asks; `WrongUse` for a region or England."""
    area = edition.area(text)
    if area.kind is not AreaKind.COUNCIL:
        raise WrongUse(f"Only a council can be like another, and {area.name} is not one.")
    return area


def what_is_counted(edition: Edition, indicator: Indicator) -> tuple[str, PeriodKind]:
    """What an indicator's numerator counts, and over what stretch of time."""
    series = edition.catalogue.series[indicator.numerator[0]]
    return series.unit, series.period_kind


def improvers_data(
    edition: Edition,
    indicator_text: str,
    like_text: str | None = None,
    period_text: str | None = None,
) -> dict[str, Any]:
    """Who improved, as plain data."""
    indicator, like, found = improvers(edition, indicator_text, like_text, period_text)
    counts = what_is_counted(edition.holding(indicator_text), indicator)
    asks = like.name if like else None
    return {
        "schema": SCHEMA,
        "made_up": edition.store.made_up,
        "indicator": indicator.id,
        "title": indicator.title,
        "unit": indicator.unit,
        "counts": counts[0],
        "period_kind": counts[1].value,
        "good_direction": indicator.good_direction.value,
        "began": list(found.began),
        "ended": list(found.ended),
        "worse_half": {
            "councils": found.half,
            "of": found.read,
            "middle": found.middle,
            "typical_from": found.typical_from,
            "typical_to": found.typical_to,
        },
        "like": _asking(edition, indicator, counts, found),
        "sentence": who_improved(found, asks),
        "improvers": [
            {
                **_improvement(edition, one),
                "sentence": improvement_sentence(
                    indicator, counts, found, one, edition.name_of(one.area)
                ),
            }
            for one in found.found
        ],
        "remarks": [ASK_THEM, *([FLATTERED] if found.found else [])],
        "notice": standing_notice(edition),
    }


def _improvement(edition: Edition, one: Improvement) -> dict[str, Any]:
    net, likeness = one.net, one.likeness
    return {
        "code": one.area,
        "name": edition.name_of(one.area),
        "from": one.from_value,
        "to": one.to_value,
        "expected": one.expected_value,
        "gain": {
            "value": net.value,
            "low": net.low,
            "high": net.high,
            "children": net.children,
            "children_low": net.children_low,
            "children_high": net.children_high,
        },
        "z": one.z,
        "q": one.q,
        "moved_q": one.moved_q,
        "likeness": likeness
        and {
            "similar": likeness.similar,
            "closeness": likeness.closeness,
            "distance": likeness.distance,
        },
    }


def _asking(
    edition: Edition, indicator: Indicator, counts: tuple[str, PeriodKind], found: Improvers
) -> dict[str, Any] | None:
    asking = found.asking
    if asking is None:
        return None
    name = edition.name_of(asking.area)
    return {
        "code": asking.area,
        "name": name,
        "outcome": asking.outcome.value,
        "reason": asking.reason and asking.reason.value,
        "from": asking.from_value,
        "to": asking.to_value,
        "expected": asking.expected_value,
        "usual_distance": asking.usual_distance,
        "improvement": asking.improvement and _improvement(edition, asking.improvement),
        "sentence": asking_sentence(indicator, counts, found, name),
    }
