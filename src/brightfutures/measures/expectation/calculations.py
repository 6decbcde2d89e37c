"""The calculations of worked examples on what circumstances would lead one to expect."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np

from brightfutures.catalogue import IndicatorKind
from brightfutures.measures.arrays import Numbers
from brightfutures.measures.expectation.difference import along_the_range
from brightfutures.measures.expectation.held_out import HeldOut
from brightfutures.measures.expectation.reach import Reach, reach_of
from brightfutures.measures.expectation.regression import (
    Figures,
    best_line,
    levels_without_own,
    line_at,
)
from brightfutures.measures.expectation.scale import chance_of_level
from brightfutures.measures.scale import chance_variance, from_scale, to_scale
from brightfutures.measures.worked_examples import Answer, Given


def _numbers(given: Given, name: str) -> Numbers:
    return np.array([float(number) for number in given[name]])


def _figures(given: Given) -> Figures:
    score = _numbers(given, "score")
    design = np.column_stack([np.ones(len(score)), score])
    return Figures(_numbers(given, "y"), np.full(len(score), float(given["s2"])), design)


def _expected_from_the_others(given: Given) -> Answer:
    figures = _figures(given)
    line = line_at(figures, float(given["tau2"]))
    level, unsureness = levels_without_own(figures, line)
    place = int(given["council"]) - 1
    return {
        "with_its_own": float(line.level(figures.design)[place]),
        "expected": float(level[place]),
        "unsureness": float(unsureness[place]),
    }


def _spread_beyond_circumstances(given: Given) -> Answer:
    line = best_line(_figures(given), 1.0)
    return {"slope": float(line.coefficients[1]), "tau2": line.spread}


def _range_of_what_is_expected(given: Given) -> Answer:
    below, above = reach_of(_numbers(given, "strays"))
    level, deviation = float(given["expected"]), float(given["deviation"])
    ends = level + deviation * np.array([-below, 0.0, above])
    kind, per = IndicatorKind(given["kind"]), float(given["per"])
    low, middle, high = from_scale(kind, ends, per)
    return {"below": below, "above": above, "low": low, "middle": middle, "high": high}


def _tests_against_expectation(given: Given) -> Answer:
    kind, per = IndicatorKind(given["kind"]), float(given["per"])
    count, out_of = (np.array([float(given[name])]) for name in ("count", "out_of"))
    usual = np.array([float(given["expected"])])
    unsureness, spread, wobble = (float(given[name]) for name in ("unsureness", "tau2", "long_run"))
    level = np.log(usual / (per - usual) if kind is IndicatorKind.PROPORTION else usual / per)
    gap = to_scale(kind, count, out_of) - level
    s2 = chance_variance(kind, count, out_of)
    own = chance_of_level(kind, level, out_of)
    reach = Reach(np.array([float(given["below"])]), np.array([float(given["above"])]))
    along = along_the_range(gap / np.sqrt(spread + unsureness + own), reach)
    z = gap / np.sqrt(s2 + wobble + unsureness)
    return {"gap": float(gap[0]), "z_wobble": float(z[0]), "z_usual": float(along[0])}


def _explained(given: Given) -> Answer:
    laid = _numbers(given, "y")
    held_out = HeldOut(
        laid=laid,
        expected=_numbers(given, "expected"),
        average=_numbers(given, "average"),
        within=np.ones(len(laid), dtype=bool),
        weighed=np.ones(len(laid), dtype=bool),
    )
    return {"explained": held_out.explained}


EXPECTED: Mapping[str, Callable[[Given], Answer]] = {
    "expected_from_the_others": _expected_from_the_others,
    "spread_beyond_circumstances": _spread_beyond_circumstances,
    "range_of_what_is_expected": _range_of_what_is_expected,
    "tests_against_expectation": _tests_against_expectation,
    "explained_of_councils_held_out": _explained,
}
"""By the name that a worked example gives."""
