"""What the plain data of every page of a council begin with, and how they give a sentence."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from brightfutures.delivery.edition import Edition
from brightfutures.delivery.explain import SCHEMA, number_or_null
from brightfutures.delivery.health_check_rows import standing_notice
from brightfutures.findings.said import Said
from brightfutures.measures.results import Comparison
from brightfutures.quantities import Area, Missing


def preamble(edition: Edition, area: Area) -> dict[str, Any]:
    """Whose data these are, of which schema, and what must be known before they are used."""
    return {
        "schema": SCHEMA,
        "made_up": edition.store.made_up,
        "notice": standing_notice(edition),
        "data": edition.data_line,
        "council": {"code": area.code, "name": area.name},
    }


def said_account(said: Said) -> dict[str, Any]:
    """A sentence with how sure it is and what it rests on."""
    return {
        "sentence": said.sentence,
        "certainty": said.certainty.value,
        "evidence": [asdict(evidence) for evidence in said.evidence],
    }


def measure_account(edition: Edition, entry: Comparison) -> dict[str, Any]:
    """A council's figure on one indicator with its verdict and its movement."""
    indicator, value, verdict = (
        edition.catalogue.indicators[entry.indicator],
        entry.here.value,
        entry.verdict,
    )
    return {
        "indicator": entry.indicator,
        "title": indicator.title,
        "unit": indicator.unit,
        "period": entry.period,
        "value": number_or_null(value),
        "missing": [reason.value for reason in value.reasons] if isinstance(value, Missing) else [],
        "level": verdict.level.value,
        "reason": verdict.reason.value if verdict.reason else None,
        "direction": verdict.direction.value,
        "against": verdict.against,
        "average": verdict.average,
        "movement": entry.moved.level.value if entry.moved else None,
    }
