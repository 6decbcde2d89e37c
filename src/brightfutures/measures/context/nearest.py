"""Councils nearest in context: as a comparison set, and one council's circumstances told."""

from __future__ import annotations

import numpy as np

from brightfutures.catalogue import ContextVariable
from brightfutures.measures.arrays import Numbers
from brightfutures.measures.cells import number_or_none
from brightfutures.measures.context.results import Context, ContextFigure, ContextNeighbour
from brightfutures.measures.context.table import ContextTable, unlay
from brightfutures.measures.similar import (
    ENGLAND_SET,
    NEAREST_IN_CONTEXT,
    TITLES,
    Comparators,
    index_of,
)
from brightfutures.quantities import Missing, Value, bits_to_reasons


def nearest_in_context(table: ContextTable) -> Comparators:
    """For each of today's councils the ten nearest to it; England stands in for the rest.

    It is today's context whatever period is compared.
    """
    return Comparators(
        name=NEAREST_IN_CONTEXT,
        index=index_of(table.nearest),
        closeness={},
        stands_in={
            code: ENGLAND_SET
            for code, others in zip(table.codes, table.nearest, strict=True)
            if not others
        },
        title=title_of(table),
        distance={
            code: {table.codes[other]: float(table.distance[row, other]) for other in others}
            for row, (code, others) in enumerate(zip(table.codes, table.nearest, strict=True))
        },
    )


def title_of(table: ContextTable) -> str:
    """The set's name with the years that its figures are of."""
    years = sorted({period.end_year for period in table.periods if period is not None})
    if not years:
        return TITLES[NEAREST_IN_CONTEXT]
    span = f"{years[0]} to {years[-1]}" if len(years) > 1 else f"{years[0]}"
    return f"{TITLES[NEAREST_IN_CONTEXT]} (our own measure, from figures of {span})"


def context_of(table: ContextTable, row: int) -> Context:
    """One council's circumstances and its nearest councils."""
    each = table.mean_distance[np.isfinite(table.mean_distance)]
    return Context(
        area=table.codes[row],
        title=title_of(table),
        figures=tuple(_figure(table, row, place) for place in range(len(table.variables))),
        nearest=tuple(_neighbour(table, row, other) for other in table.nearest[row]),
        mean_distance=number_or_none(table.mean_distance[row]),
        usual_distance=float(np.median(each)) if len(each) else None,
    )


def _figure(table: ContextTable, row: int, place: int) -> ContextFigure:
    bits = int(table.missing[row, place])
    value: Value = Missing(bits_to_reasons(bits)) if bits else float(table.value[row, place])
    variable = table.variables[place]
    nearest = list(table.nearest[row])
    return ContextFigure(
        variable=variable,
        period=table.periods[place],
        value=value,
        mean=_shown(variable, table.mean[place]),
        score=number_or_none(float(table.score[row, place])),
        nearest_mean=_shown(variable, _mean(table.laid[nearest, place])),
        nearest_score=number_or_none(_mean(table.score[nearest, place])),
    )


def _mean(numbers: Numbers) -> float:
    known = numbers[np.isfinite(numbers)]
    return float(known.mean()) if len(known) else float("nan")


def _shown(variable: ContextVariable, laid: float) -> float | None:
    return unlay(variable.transform, float(laid)) if np.isfinite(laid) else None


def _neighbour(table: ContextTable, row: int, other: int) -> ContextNeighbour:
    apart = table.score[other] - table.score[row]
    known = np.isfinite(apart)
    most = int(np.argmax(np.where(known, np.abs(apart), -1.0)))
    return ContextNeighbour(
        area=table.codes[other],
        distance=float(table.distance[row, other]),
        differs_most=table.variables[most].id,
        differs_by=float(apart[most]),
        left_out=tuple(
            variable.id
            for variable, there in zip(table.variables, known.tolist(), strict=True)
            if not there
        ),
    )
