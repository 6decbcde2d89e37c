"""A measure's history beside England's figure and similar councils', period by period."""

from __future__ import annotations

from dataclasses import dataclass

from brightfutures.delivery.edition import Edition
from brightfutures.delivery.explain import number_or_null
from brightfutures.measures import Against
from brightfutures.measures.results import Comparison
from brightfutures.measures.similar import SIMILAR
from brightfutures.quantities import ENGLAND


@dataclass(frozen=True, kw_only=True)
class PeriodBeside:
    """What stands beside a council's figure in one period; None where it is not known."""

    period: str
    england: float | None
    similar_average: float | None
    similar_middle_half_low: float | None
    similar_middle_half_high: float | None


def history_beside(
    edition: Edition, comparison: Comparison, against: Against = SIMILAR
) -> tuple[PeriodBeside, ...]:
    """One for each period of the council's history, in its order."""
    measures, indicator = edition.measures, comparison.indicator
    england = {cell.period: cell.value for cell in measures.compare(indicator, ENGLAND).history}
    rows = measures.similar_history(indicator, comparison.area, against)
    similar = {row.period: row for row in rows}
    found = []
    for cell in comparison.history:
        beside, value = similar.get(cell.period), england.get(cell.period)
        found.append(
            PeriodBeside(
                period=cell.period,
                england=None if value is None else number_or_null(value),
                similar_average=beside.mean if beside else None,
                similar_middle_half_low=beside.low if beside else None,
                similar_middle_half_high=beside.high if beside else None,
            )
        )
    return tuple(found)
