"""From places and grades to links: what is correlated, and with how many inspections at least."""

from __future__ import annotations

import numpy as np

from brightfutures.measures.agreement.inspections import GOOD, OVERALL
from brightfutures.measures.agreement.periods import NONE
from brightfutures.measures.agreement.placed import Judged, Placed
from brightfutures.measures.agreement.rank_correlation import (
    change_of,
    correlation,
    pairs_of,
    spearman,
    with_a_third_held_alike,
)
from brightfutures.measures.agreement.results import Link, Otherwise, Shift, WithPart
from brightfutures.measures.arrays import Flags, Numbers, Rows

FEWEST_COUNCILS = 40
FEWEST_ON_A_SIDE = 10
"""Nothing is tested with fewer councils, or fewer inspections judged good or better, or less."""

UNCORRECTED = float("nan")


def with_part(part: str, placed: Placed, judged: Judged) -> WithPart:
    """Agreement with the judgements of one part, before and after, not yet corrected."""
    grade = judged.grades(part)
    before, after = (
        (grade != NONE) & np.isfinite(place) for place in (placed.before, placed.after)
    )
    return WithPart(
        part=part,
        before=link_of(placed, judged, grade, before, after=False),
        after=link_of(placed, judged, grade, after, after=True),
        shift=_shift(placed, judged, grade, before & after),
    )


def link_of(
    placed: Placed, judged: Judged, grade: Rows, used: Flags, *, after: bool
) -> Link | None:
    """One correlation over the inspections used; None where they are too few."""
    council = judged.rows[used]
    if not _enough(grade[used], council):
        return None
    place = (placed.after if after else placed.before)[used]
    column = (placed.after_column if after else placed.before_column)[used]
    found = correlation(place, grade[used], council)
    if not np.isfinite([found.rho, found.p]).all():
        return None
    pairs = pairs_of(place, grade[used])
    return Link(
        rho=found.rho,
        low=found.low,
        high=found.high,
        p=found.p,
        q=UNCORRECTED,
        tau_b=pairs.tau_b,
        same_way=pairs.same_way,
        inspections=int(used.sum()),
        councils=len(np.unique(council)),
        first_period=placed.labels[int(column.min())],
        last_period=placed.labels[int(column.max())],
    )


def circumstance_link(placed: Placed, judged: Judged) -> Link | None:
    """The correlation of a council's circumstance with its overall grade."""
    grade = judged.grades(OVERALL)
    used = (grade != NONE) & np.isfinite(placed.before)
    return link_of(placed, judged, grade, used, after=False)


def _enough(grade: Rows, council: Rows) -> bool:
    good = int((grade >= GOOD).sum())
    return (
        len(np.unique(council)) >= FEWEST_COUNCILS
        and min(good, len(grade) - good) >= FEWEST_ON_A_SIDE
    )


def _shift(placed: Placed, judged: Judged, grade: Rows, used: Flags) -> Shift | None:
    council = judged.rows[used]
    if not _enough(grade[used], council):
        return None
    before = correlation(placed.before[used], grade[used], council)
    after = correlation(placed.after[used], grade[used], council)
    change, low, high, p = change_of(before, after)
    if not np.isfinite([change, p]).all():
        return None
    return Shift(
        before=before.rho,
        after=after.rho,
        change=change,
        low=low,
        high=high,
        p=p,
        q=UNCORRECTED,
        inspections=int(used.sum()),
    )


def otherwise(placed: Placed, judged: Judged, third: Numbers | None = None) -> Otherwise:
    """ρ with the overall grade over these inspections, with a third place taken off if given."""
    grade = judged.grades(OVERALL)
    held = np.zeros(len(grade)) if third is None else third
    rhos: list[float | None] = []
    counts = []
    for place in (placed.before, placed.after):
        used = (grade != NONE) & np.isfinite(place) & np.isfinite(held)
        counts.append(int(used.sum()))
        rhos.append(_rho(place[used], grade[used], None if third is None else held[used]))
    return Otherwise(
        before=rhos[0],
        after=rhos[1],
        before_inspections=counts[0],
        after_inspections=counts[1],
    )


def _rho(place: Numbers, grade: Rows, third: Numbers | None) -> float | None:
    if len(place) < FEWEST_COUNCILS:
        return None
    if third is None:
        found = float(spearman(np.ones((1, len(place))), place, grade)[0])
    else:
        found = with_a_third_held_alike(place, grade, third)
    return found if np.isfinite(found) else None
