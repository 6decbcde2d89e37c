"""Every council's circumstances, standardised, and how far apart any two councils are.

One table for each use: the circumstances by which councils are nearest, and those that lead one
to expect something of an indicator (`context_table(ingredients, ContextUse.EXPECTED)`, and of it
`expected_for` an indicator).

The formula is the Euclidean distance of standard scores, each variable weighing the same: as in
CIPFA's nearest neighbours, without weights; NFER's and the Department's models weigh theirs
(Benton, Chamberlain, Wilson and Teeman 2007).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from brightfutures.catalogue import ContextUse, ContextVariable, Transform
from brightfutures.measures.arrays import Bits, Flags, Numbers
from brightfutures.measures.counts import Count, add_up
from brightfutures.measures.grids import Grid, lay_out, mark_areas_not_there, there_on_last_day
from brightfutures.measures.panels import Ingredients
from brightfutures.quantities import Period, PeriodKind, Reason

NEAREST = 10
LEAST_KNOWN = 0.5
"""The share of the variables that a council, and any pair of councils, must have."""

DIGITS = 9
"""Distances are compared to so many decimals: further ones differ with the order of adding up."""


@dataclass(frozen=True, eq=False)
class ContextTable:
    """Councils × variables, of the newest period of each that half of today's councils have.

    `value` is in the variable's unit and NaN where `missing` holds a reason; `today` says which
    councils are there today. `periods` is `None` for a variable of which nothing is loaded.
    `regions` says in which each council lies, by code; it is empty where nobody asks.
    """

    variables: tuple[ContextVariable, ...]
    periods: tuple[Period | None, ...]
    codes: tuple[str, ...]
    today: Flags
    value: Numbers
    missing: Bits
    regions: tuple[str | None, ...] = ()

    @cached_property
    def laid(self) -> Numbers:
        """The figures as they are laid out; NaN where that cannot be done (no log of nought)."""
        laid = np.empty(self.value.shape)
        for place, variable in enumerate(self.variables):
            laid[:, place] = lay(variable.transform, self.value[:, place])
        return laid

    @cached_property
    def mean(self) -> Numbers:
        """The mean of today's councils as laid out, one for each variable."""
        return _over_known(np.where(self.today[:, np.newaxis], self.laid, np.nan))

    @cached_property
    def score(self) -> Numbers:
        """Standard scores: less the mean of today's councils, over their standard deviation.

        NaN too for a variable in which today's councils do not differ.
        """
        apart = self.laid - self.mean
        spread = np.sqrt(_over_known(np.where(self.today[:, np.newaxis], apart, np.nan) ** 2))
        score = np.full(apart.shape, np.nan)
        np.divide(apart, spread, out=score, where=np.broadcast_to(spread > 0, apart.shape))
        return score

    def expected_for(self, indicator_id: str) -> ContextTable:
        """The same councils with only the circumstances that are declared for an indicator."""
        return self.only(
            variable.id for variable in self.variables if variable.leads_to_expect(indicator_id)
        )

    def only(self, names: Iterable[str]) -> ContextTable:
        """The same councils with only the circumstances of these names."""
        wanted = set(names)
        keep = [place for place, variable in enumerate(self.variables) if variable.id in wanted]
        return replace(
            self,
            variables=tuple(self.variables[place] for place in keep),
            periods=tuple(self.periods[place] for place in keep),
            value=self.value[:, keep],
            missing=self.missing[:, keep],
        )

    @cached_property
    def distance(self) -> Numbers:
        """Councils × councils: how far apart two councils are, as `distances` has it."""
        return distances(self.score)

    @cached_property
    def mean_distance(self) -> Numbers:
        """How far each council's nearest are from it, on average; NaN where it has none."""
        return np.array(
            [
                self.distance[row, list(others)].mean() if others else np.nan
                for row, others in enumerate(self.nearest)
            ]
        )

    @cached_property
    def nearest(self) -> tuple[tuple[int, ...], ...]:
        """For each of today's councils the rows of its ten nearest of today's, nearest first.

        Of two equally far the one with the lower code comes first. Empty for former councils.
        """
        order = np.argsort(np.array(self.codes), kind="stable")
        place = np.empty(len(order), dtype=np.int64)
        place[order] = np.arange(len(order))
        lists: list[tuple[int, ...]] = []
        for row, there in enumerate(self.today):
            far = np.where(self.today, np.round(self.distance[row], DIGITS), np.inf)
            first = np.lexsort((place, far))[:NEAREST]
            lists.append(tuple(first[np.isfinite(far[first])].tolist()) if there else ())
        return tuple(lists)


def lay(transform: Transform, value: Numbers) -> Numbers:
    """Figures as they are laid out: themselves, their log, or for percentages their log odds."""
    if transform is Transform.NONE:
        return value
    laid = np.full(value.shape, np.nan)
    logged = _before_the_log(transform, value)
    np.log(logged, out=laid, where=np.isfinite(logged) & (logged > 0))
    return laid


def _before_the_log(transform: Transform, value: Numbers) -> Numbers:
    if transform is Transform.LOGIT:
        return _odds(value)
    return value + 1.0 if transform is Transform.LOG_ONE_PLUS else value


def unlay(transform: Transform, laid: float) -> float:
    """The figure that a number laid out stands for."""
    if transform is Transform.NONE:
        return laid
    if transform is Transform.LOG_ONE_PLUS:
        return float(np.expm1(laid))
    odds = float(np.exp(laid))
    return odds if transform is Transform.LOG else 100.0 * odds / (1.0 + odds)


def _odds(percent: Numbers) -> Numbers:
    odds = np.full(percent.shape, np.nan)
    np.divide(percent, 100.0 - percent, out=odds, where=percent < 100.0)
    return odds


def distances(score: Numbers) -> Numbers:
    """The distance of every two rows of standard scores (NaN where one is not known).

    √(V/m · Σ(difference of scores)²) over the m of V variables that both have; infinite from a
    row to itself, and where m is under half of V.
    """
    variables = score.shape[1]
    known = np.isfinite(score)
    filled = np.where(known, score, 0.0)
    squares = np.zeros((len(score), len(score)))
    for place in range(score.shape[1]):
        both = known[:, place, np.newaxis] & known[np.newaxis, :, place]
        apart = filled[:, place, np.newaxis] - filled[np.newaxis, :, place]
        squares += np.where(both, apart**2, 0.0)
    shared = known.astype(np.float64) @ known.T.astype(np.float64)
    far = np.full(squares.shape, np.inf)
    fit = (shared > 0) & (shared >= LEAST_KNOWN * variables)
    np.divide(squares * variables, shared, out=far, where=fit)
    np.fill_diagonal(far, np.inf)
    return np.asarray(np.sqrt(far))


def _over_known(numbers: Numbers) -> Numbers:
    """The mean of each column's finite numbers; NaN for a column without any."""
    known = np.isfinite(numbers)
    total = np.where(known, numbers, 0.0).sum(axis=0)
    mean = np.full(total.shape, np.nan)
    np.divide(total, known.sum(axis=0), out=mean, where=known.any(axis=0))
    return mean


def context_table(ingredients: Ingredients, use: ContextUse = ContextUse.NEAREST) -> ContextTable:
    """The circumstances declared for a use, of every council, from the readings handed over."""
    places = ingredients.places
    councils = places.areas[: places.councils]
    today = np.array([not area.is_former for area in councils], dtype=bool)
    variables = tuple(
        variable for variable in ingredients.catalogue.context.values() if use in variable.used_for
    )
    columns = [_newest(variable, ingredients, today) for variable in variables]
    empty = np.zeros((len(councils), 0))
    return ContextTable(
        variables=variables,
        periods=tuple(period for period, _, _ in columns),
        codes=places.codes[: places.councils],
        today=today,
        value=np.column_stack([empty, *(value for _, value, _ in columns)]),
        missing=np.column_stack([empty.astype(np.uint16), *(missing for _, _, missing in columns)]),
        regions=tuple(area.region for area in councils),
    )


def _newest(
    variable: ContextVariable, ingredients: Ingredients, today: Flags
) -> tuple[Period | None, Numbers, Bits]:
    """A variable in the newest period that at least half of today's councils have."""
    kinds = [ingredients.catalogue.series[names[0]].period_kind for names in _parts(variable)]
    grids = {
        name: lay_out(ingredients.readings(name), kind, ingredients.places.rows)
        for names, kind in zip(_parts(variable), kinds, strict=True)
        for name in dict.fromkeys(names)
    }
    for year in sorted(set(grids[variable.numerator[0]].years), reverse=True):
        period = Period.ending(kinds[0], year)
        bases: tuple[Period, ...] = (period,)
        if variable.denominator_by_then:
            bases = _by_then(period, kinds[1], grids[variable.denominator[0]].years)
        for base in bases:
            value, missing = _in_period(variable, grids, period, base, ingredients)
            if np.isfinite(value[today]).sum() >= LEAST_KNOWN * today.sum():
                return period, value, missing
    nothing = np.full(len(today), np.nan)
    return None, nothing, np.full(len(today), Reason.UNAVAILABLE.bit, dtype=np.uint16)


def _parts(variable: ContextVariable) -> tuple[tuple[str, ...], ...]:
    """The series that are added up above, and below where there is a denominator."""
    return (variable.numerator, *((variable.denominator,) if variable.denominator else ()))


def _by_then(period: Period, kind: PeriodKind, years: Sequence[int]) -> tuple[Period, ...]:
    """The periods of a denominator that had ended by a numerator's last day, newest first."""
    ended = (Period.ending(kind, year) for year in sorted(years, reverse=True))
    return tuple(each for each in ended if each.last_day <= period.last_day)


def _in_period(
    variable: ContextVariable,
    grids: dict[str, Grid],
    period: Period,
    base_period: Period,
    ingredients: Ingredients,
) -> tuple[Numbers, Bits]:
    councils = ingredients.places.councils
    there = there_on_last_day(ingredients.places.areas, (period,))

    def added(names: Sequence[str], when: Period) -> Count:
        laid = [mark_areas_not_there(grids[name].at((when.end_year,)), there) for name in names]
        return add_up(laid)

    top = added(variable.numerator, period)
    value, missing = top.value[:councils, 0], top.missing[:councils, 0]
    if variable.denominator:
        bottom = added(variable.denominator, base_period)
        base = bottom.value[:councils, 0]
        missing = missing | bottom.missing[:councils, 0]
        missing[(missing == 0) & ~(base > 0)] = Reason.NOT_APPLICABLE.bit
        share = np.full(councils, np.nan)
        np.divide(value, base, out=share, where=missing == 0)
        value = share
    return np.where(missing == 0, variable.per * value, np.nan), missing
