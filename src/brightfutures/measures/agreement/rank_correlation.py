"""Rank correlation of figures and grades, and how sure it can be with a council judged twice.

Spearman's ρ is Pearson's correlation of ranks, ties sharing theirs. How far it may be off is
found by leaving each council out in turn, with all its inspections (the jackknife of Quenouille
and Tukey, on Fisher's scale artanh ρ): the inspections of one council are not counted as if they
were of many. Kendall's τ-b is the check, and from the same pairs comes what can be said aloud:
of two inspections with different grades, how often the higher figure had the higher grade.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from brightfutures.measures.arrays import Numbers, Rows
from brightfutures.measures.false_discovery import two_sided_p

NORMAL_95 = 1.959964
NEARLY_ONE = 1.0 - 1e-9


@dataclass(frozen=True, kw_only=True)
class Correlation:
    """Spearman's ρ with its 95% range and two-sided p, and what each council left out gives."""

    rho: float
    low: float
    high: float
    p: float
    left_out: Numbers


def spearman(weights: Numbers, x: Numbers, grade: Rows) -> Numbers:
    """ρ of x and grade for each row of weights, which says how often each inspection counts.

    NaN where either does not vary.
    """
    by_x = _centred_ranks(weights, x)
    by_grade = _centred_ranks(weights, grade.astype(np.float64))
    top = (weights * by_x * by_grade).sum(axis=1)
    size = (weights * by_x**2).sum(axis=1) * (weights * by_grade**2).sum(axis=1)
    found = np.full(len(weights), np.nan)
    np.divide(top, np.sqrt(size), out=found, where=size > 0)
    return found


def _centred_ranks(weights: Numbers, x: Numbers) -> Numbers:
    """Ranks of each row's sample, ties sharing theirs, less their mean."""
    order = np.argsort(x, kind="stable")
    ordered = x[order]
    first = np.concatenate(([True], ordered[1:] != ordered[:-1]))
    starts = np.flatnonzero(first)
    count = np.add.reduceat(weights[:, order], starts, axis=1)
    middle = np.cumsum(count, axis=1) - count / 2.0
    group = np.empty(len(x), dtype=np.intp)
    group[order] = np.cumsum(first) - 1
    return np.asarray(middle[:, group] - weights.sum(axis=1, keepdims=True) / 2.0)


def leaving_each_out(council: Rows) -> Numbers:
    """Weights, a row for each council, in which that council's inspections do not count."""
    return np.asarray((np.unique(council)[:, np.newaxis] != council).astype(np.float64))


def correlation(x: Numbers, grade: Rows, council: Rows) -> Correlation:
    """ρ of x and grade over inspections, each of a council; ranges from whole councils."""
    rho = float(spearman(np.ones((1, len(x))), x, grade)[0])
    left_out = spearman(leaving_each_out(council), x, grade)
    z = np.arctanh(np.clip(rho, -NEARLY_ONE, NEARLY_ONE))
    spread = jackknife_deviation(np.arctanh(np.clip(left_out, -NEARLY_ONE, NEARLY_ONE)))
    return Correlation(
        rho=rho,
        low=float(np.tanh(z - NORMAL_95 * spread)),
        high=float(np.tanh(z + NORMAL_95 * spread)),
        p=_p(float(z), spread),
        left_out=left_out,
    )


def change_of(before: Correlation, after: Correlation) -> tuple[float, float, float, float]:
    """ρ after less ρ before over the same inspections: the change, its 95% range and p."""
    change = after.rho - before.rho
    spread = jackknife_deviation(after.left_out - before.left_out)
    reach = NORMAL_95 * spread
    return change, change - reach, change + reach, _p(change, spread)


def jackknife_deviation(left_out: Numbers) -> float:
    """√((g − 1)/g × Σ(each − their mean)²) over the g councils left out in turn."""
    count = len(left_out)
    around = left_out - left_out.mean()
    return float(np.sqrt((count - 1) / count * (around**2).sum()))


def _p(effect: float, spread: float) -> float:
    if spread <= 0.0:
        return 1.0 if effect == 0.0 else 0.0
    return float(two_sided_p(np.array([effect / spread]))[0])


@dataclass(frozen=True, kw_only=True)
class Pairs:
    """Pairs of inspections: Kendall's τ-b, and how often figure and grade go the same way.

    `same_way` is the share, of pairs with different grades, in which the higher figure had the
    higher grade; equal figures count as half.
    """

    tau_b: float
    same_way: float


def pairs_of(x: Numbers, grade: Rows) -> Pairs:
    """Over every pair of inspections."""
    one, other = np.triu_indices(len(x), 1)
    by_x, by_grade = np.sign(x[one] - x[other]), np.sign(grade[one] - grade[other])
    surplus = float((by_x * by_grade).sum())
    differ_x, differ_grade = float(np.abs(by_x).sum()), float(np.abs(by_grade).sum())
    return Pairs(
        tau_b=float(surplus / np.sqrt(differ_x * differ_grade)),
        same_way=0.5 * (1.0 + surplus / differ_grade),
    )


def with_a_third_held_alike(x: Numbers, grade: Rows, third: Numbers) -> float:
    """The partial correlation of ranks: of x and grade, with a third taken off both.

    (ρ_xg − ρ_x3·ρ_g3) / √((1 − ρ_x3²)(1 − ρ_g3²)).
    """
    once = np.ones((1, len(x)))
    x_grade = spearman(once, x, grade)[0]
    third_grade = spearman(once, third, grade)[0]
    x_third = spearman(once, x, codes_in_order(third))[0]
    left = (1.0 - x_third**2) * (1.0 - third_grade**2)
    return float((x_grade - x_third * third_grade) / np.sqrt(left)) if left > 0 else float("nan")


def codes_in_order(values: Numbers) -> Rows:
    """Values as codes in their order, equal ones alike."""
    return np.unique(values, return_inverse=True)[1]
