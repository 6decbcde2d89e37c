"""The calculations of growth and of the deprivation gradient that worked examples name."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import numpy as np

from brightfutures.measures.nation.gradient import GROUPS, Fifth, pooled, ratio_between, slope_index
from brightfutures.measures.nation.growth import growth_share
from brightfutures.measures.worked_examples import Answer, Given


def _growth(given: Given) -> Answer:
    """How much a count has grown, and how much its rate has."""
    counts, rates = given["counts"], given["rates"]
    return {
        "more_percent": 100.0 * growth_share(float(counts[0]), float(counts[1])),
        "more_for_each_child_percent": 100.0 * growth_share(float(rates[0]), float(rates[1])),
    }


def _gradient(given: Given) -> Answer:
    """The most deprived councils beside the least."""
    per = float(given["per"])
    most = _group(1, given["most_counts"], given["most_children"], per)
    least = _group(GROUPS, given["least_counts"], given["least_children"], per)
    times, span = ratio_between(most, least)
    return {
        "most_deprived": most.rate,
        "least_deprived": least.rate,
        "times": times,
        "low": span.low,
        "high": span.high,
    }


def _slope_index(given: Given) -> Answer:
    """The slope over five groups of two councils each, the most deprived first."""
    per = float(given["per"])
    counts, children = given["counts"], given["children"]
    groups = [
        _group(
            place + 1, counts[2 * place : 2 * place + 2], children[2 * place : 2 * place + 2], per
        )
        for place in range(GROUPS)
    ]
    slope, span = slope_index(groups)
    return {"slope": slope, "low": span.low, "high": span.high}


def _group(place: int, counts: Sequence[float], children: Sequence[float], per: float) -> Fifth:
    return pooled(place, np.array(counts, dtype=float), np.array(children, dtype=float), per)


NATIONAL_PICTURE: Mapping[str, Callable[[Given], Answer]] = {
    "growth": _growth,
    "gradient": _gradient,
    "slope_index": _slope_index,
}
"""By the name that a worked example gives."""
