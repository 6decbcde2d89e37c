"""Whether councils add up to England's own figure, and what can account for a difference."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from brightfutures.catalogue import Series
from brightfutures.published.reports import ReconciliationRow

STEPS = (1000, 100, 10, 5)
"""What publishers round whole figures to, the coarsest first."""

TENTH = 0.1
"""What they round figures to that are not whole."""

SURE_FROM_ONE = 100
"""A single figure that is a multiple of this is taken as rounded: of 10, one in ten is so."""

SURE_OF_SUMS = 3
"""Sums of councils that must be multiples of a step before councils are taken as rounded to it."""

DEVIATIONS = 3
"""Standard deviations of the sum of councils' rounding errors that rounding is held to make."""


class SumAccount(StrEnum):
    """What can account for the difference between a sum of councils and England's own figure."""

    AGREES = "agrees"  # they are equal, and every council has a figure
    ROUNDING = "rounding"  # every council has a figure, and rounding alone can make the difference
    SOME_MISSING = "some_missing"  # some council's figure is missing
    NOT_ACCOUNTED_FOR = "not_accounted_for"  # none is missing, and rounding cannot make it
    NO_ENGLAND = "no_england"  # the publisher gives none


@dataclass(frozen=True, kw_only=True)
class Reconciled:
    """One main count in one period beside England's own figure, in the count's own unit.

    `difference` is England's own figure less the sum of councils, None without the first.
    `england_step` is what England's figure is rounded to, as far as its figures show; None
    where they show no rounding.
    """

    row: ReconciliationRow
    difference: float | None
    england_step: float | None
    account: SumAccount

    @property
    def missing_count(self) -> int:
        """How many councils have no figure: a mark in its place, or no row."""
        return self.row.withheld_count + self.row.absent_count

    @property
    def adds_up(self) -> bool:
        """Whether the two agree but for rounding, with no council missing."""
        return self.account in (SumAccount.AGREES, SumAccount.ROUNDING)


def reconciled(
    rows: Sequence[ReconciliationRow], series: Mapping[str, Series], source_of: Mapping[str, str]
) -> tuple[Reconciled, ...]:
    """Each sum beside England's figure, in the order given; `source_of` is by file.

    What figures are rounded to is read from all of one file's, or of one source's where those
    show more. Rounding makes a difference of at most half of England's step, and of three
    standard deviations of the sum of councils' own errors: a figure rounded to a step errs
    evenly within half of it on either side, with a standard deviation of step / √12.
    """
    groups: dict[tuple[str, str], list[ReconciliationRow]] = {}
    for row in rows:
        for kept in _kept_in(row, source_of):
            groups.setdefault((row.series, kept), []).append(row)
    found = []
    for row in rows:
        beside = [groups[row.series, kept] for kept in _kept_in(row, source_of)]
        own = series[row.series].rounded_to or _coarsest(
            [one.sum_of_councils for one in group] for group in beside if len(group) >= SURE_OF_SUMS
        )
        step = _coarsest([one.england for one in group if one.england] for group in beside)
        found.append(_one(row, None if row.england is None else step, own or 0))
    return tuple(found)


def _kept_in(row: ReconciliationRow, source_of: Mapping[str, str]) -> tuple[str, ...]:
    """The file of England's figure and the source of that file, as far as they are known."""
    if row.file is None or row.england is None:
        return ()
    source = source_of.get(row.file)
    return (row.file,) if source is None else (row.file, f"source {source}")


def _coarsest(groups: Iterable[Sequence[float]]) -> float | None:
    steps = [step for group in groups if (step := rounding_step(group))]
    return max(steps, default=None)


def rounding_step(figures: Sequence[float]) -> float | None:
    """The coarsest step that every one of these figures is a multiple of.

    None where there is no such step, or where one figure alone is too little to tell by.
    """
    known = [figure for figure in figures if figure]
    if not all(_is_multiple(figure, 1) for figure in known):
        return TENTH if all(_is_multiple(figure, TENTH) for figure in known) else None
    for step in STEPS:
        if known and all(_is_multiple(figure, step) for figure in known):
            return step if len(known) > 1 or step >= SURE_FROM_ONE else None
    return None


def _is_multiple(figure: float, step: float) -> bool:
    times = figure / step
    return abs(times - round(times)) < 1e-6


def _one(row: ReconciliationRow, step: float | None, own_step: float) -> Reconciled:
    difference = None if row.england is None else round(row.england - row.sum_of_councils, 6)
    most = (step or 0) / 2
    most += DEVIATIONS * own_step * math.sqrt(row.councils_with_value / 12)
    return Reconciled(
        row=row,
        difference=difference,
        england_step=step,
        account=_account(row, difference, most),
    )


def _account(row: ReconciliationRow, difference: float | None, most: float) -> SumAccount:
    if difference is None:
        return SumAccount.NO_ENGLAND
    if row.withheld_count or row.absent_count:
        return SumAccount.SOME_MISSING
    if difference == 0:
        return SumAccount.AGREES
    return SumAccount.ROUNDING if abs(difference) <= most else SumAccount.NOT_ACCOUNTED_FOR
