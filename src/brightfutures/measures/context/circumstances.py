"""One council's circumstances beside those of the councils it is compared with.

The circumstances are those by which councils are nearest in context and those that lead one to
expect something of a figure. Each is laid out as in `context_table`, and the councils of a set
are told by their mean, laid back into the unit, and by the least and the most of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from brightfutures.catalogue import ContextUse, ContextVariable
from brightfutures.measures.cells import number_or_none
from brightfutures.measures.context.table import ContextTable, context_table, unlay
from brightfutures.measures.judge import Against, Judge
from brightfutures.measures.similar import DEFAULT, NEAREST_IN_CONTEXT
from brightfutures.measures.whom import ComparisonSet, comparison_set_of
from brightfutures.quantities import Missing, Period, Value, bits_to_reasons


@dataclass(frozen=True, kw_only=True)
class Circumstance:
    """One circumstance of a council and of the councils it is compared with, as far as known.

    `mean`, `low` and `high` are of those councils, in the variable's unit; the scores say the
    same in standard deviations above the mean of today's councils. `known` is of how many.
    """

    variable: ContextVariable
    period: Period | None
    value: Value
    score: float | None
    mean: float | None
    low: float | None
    high: float | None
    mean_score: float | None
    low_score: float | None
    high_score: float | None
    known: int

    @property
    def beyond(self) -> float:
        """How far the council lies above all of them, or below (negative), in deviations."""
        if self.score is None or self.low_score is None or self.high_score is None:
            return 0.0
        return max(0.0, self.score - self.high_score) + min(0.0, self.score - self.low_score)


@dataclass(frozen=True, kw_only=True)
class Member:
    """One council of the set: its published closeness, its distance in context, and both ways.

    `nearest` says whether it is one of the ten nearest in context, `mutual` whether the set of
    that council holds this one.
    """

    area: str
    closeness: str | None
    distance: float | None
    nearest: bool
    mutual: bool


@dataclass(frozen=True, kw_only=True)
class Circumstances:
    """A council, those it is compared with, and in what they differ.

    `nearest_elsewhere` are the councils nearest in context that the set does not hold, with
    their distances; `usual_distance` is that of the ten nearest on average.
    """

    used: ComparisonSet
    members: tuple[Member, ...]
    each: tuple[Circumstance, ...]
    nearest_elsewhere: tuple[tuple[str, float], ...]
    usual_distance: float | None


@dataclass(frozen=True, kw_only=True)
class Alikeness:
    """How alike councils are to their similar councils on one indicator, and to their nearest.

    The mean correlation of up to five periods, over all councils of England.
    """

    indicator: str
    similar: float | None
    nearest: float | None


class Similarity:
    """Circumstances beside any set, and alikeness by indicator, worked out once."""

    def __init__(self, judge: Judge) -> None:
        self._judge = judge

    @cached_property
    def _tables(self) -> tuple[ContextTable, ...]:
        """Those of the nearest, then those that are only expected by."""
        expected = context_table(self._judge.studies.ingredients, ContextUse.EXPECTED)
        return self._judge.context, expected

    def circumstances(self, against: Against, row: int) -> Circumstances:
        """One council beside those of a set; raises `WrongUse` for a set that is not known."""
        context = self._judge.context
        used = comparison_set_of(self._judge, against, row)
        places = self._judge.studies.ingredients.places
        rows = [places.rows[code] for code in used.councils]
        nearest = context.nearest[row]
        index = self._judge.beside(against).comparators.index
        told = {variable.id for variable in context.variables}
        return Circumstances(
            used=used,
            members=tuple(
                Member(
                    area=code,
                    closeness=used.closeness.get(code),
                    distance=number_or_none(float(context.distance[row, other])),
                    nearest=other in nearest,
                    mutual=bool((index[other] == row).any()),
                )
                for code, other in zip(used.councils, rows, strict=True)
            ),
            each=tuple(
                _circumstance(table, place, row, rows)
                for table in self._tables
                for place, variable in enumerate(table.variables)
                if table is context or variable.id not in told
            ),
            nearest_elsewhere=tuple(
                (places.codes[other], float(context.distance[row, other]))
                for other in nearest
                if other not in rows
            ),
            usual_distance=number_or_none(float(context.mean_distance[row])),
        )

    @cached_property
    def alikeness(self) -> tuple[Alikeness, ...]:
        """Of every counted indicator of the fixed set, in its newest period."""
        studies = self._judge.studies
        found = []
        for indicator in studies.ingredients.catalogue.health_check_set():
            study = studies.study(indicator.id)
            if study.newest is not None and study.counted:
                similar, nearest = (
                    self._judge.beside(name).alikeness(study, study.newest)
                    for name in (DEFAULT, NEAREST_IN_CONTEXT)
                )
                found.append(Alikeness(indicator=indicator.id, similar=similar, nearest=nearest))
        return tuple(found)


def _circumstance(table: ContextTable, place: int, row: int, rows: list[int]) -> Circumstance:
    bits, variable = int(table.missing[row, place]), table.variables[place]
    laid, score = table.laid[rows, place], table.score[rows, place]
    laid, score = laid[np.isfinite(laid)], score[np.isfinite(score)]
    value: Value = Missing(bits_to_reasons(bits)) if bits else float(table.value[row, place])

    def shown(number: float) -> float:
        return unlay(variable.transform, number)

    return Circumstance(
        variable=variable,
        period=table.periods[place],
        value=value,
        score=number_or_none(float(table.score[row, place])),
        mean=shown(float(laid.mean())) if len(laid) else None,
        low=shown(float(laid.min())) if len(laid) else None,
        high=shown(float(laid.max())) if len(laid) else None,
        mean_score=float(score.mean()) if len(score) else None,
        low_score=float(score.min()) if len(score) else None,
        high_score=float(score.max()) if len(score) else None,
        known=len(laid),
    )
