"""More calculations that worked examples name: what stands beside a verdict."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np

from brightfutures.catalogue import IndicatorKind
from brightfutures.measures.arrays import Numbers
from brightfutures.measures.changes import Changes
from brightfutures.measures.difference_tests import DifferenceTests, nearer_and_further
from brightfutures.measures.false_discovery import two_sided_p
from brightfutures.measures.gap_range import GapOnScale, range_of_gap
from brightfutures.measures.intervals_of_means import mean_limits
from brightfutures.measures.judge import LEAST_ALIKE
from brightfutures.measures.moved import approach_of
from brightfutures.measures.movement import move_over
from brightfutures.measures.scale import chance_variance, to_scale
from brightfutures.measures.similar import Comparators
from brightfutures.measures.standing import alikeness_by_period, standing_of
from brightfutures.measures.steadiness import steadiness_of
from brightfutures.measures.studies import lent_by
from brightfutures.measures.verdict import (
    LEVELS,
    NO_REASON,
    WHYS,
    levels_of,
    what_stops_it,
)
from brightfutures.measures.wobble import OwnWobble, estimate_wobble, long_run_variance
from brightfutures.measures.worked_examples import Answer, Given


def _numbers(given: Given, name: str) -> Numbers:
    return np.array([float(number) for number in given[name]])


def _range_of_a_mean(given: Given) -> Answer:
    mean, deviation, children = (
        np.array([float(given[name])]) for name in ("mean", "standard_deviation", "children")
    )
    low, high = mean_limits(mean, deviation, children, float(given["level"]))
    return {"low": low[0], "high": high[0]}


def _what_goes_away(given: Given) -> Answer:
    """Two years' changes of the same councils; the chance of each year is the same in all."""
    first, second = _numbers(given, "first"), _numbers(given, "second")
    s2 = float(given["s2"])
    nothing = np.full(len(first), np.nan)
    net = np.stack([nothing, first, second], axis=1)
    changes = Changes(net=net, chance=0.0 * net + 2.0 * s2, shared=0.0 * net + s2)
    found = estimate_wobble(changes, 2)
    assert found is not None
    return {"a": found.a, "goes_away": found.transient, "long_run": found.long_run}


def _borrowed_wobble(given: Given) -> Answer:
    lenders = [
        OwnWobble(
            a=a, transient=b, long_run=long_run_variance(a, b), from_changes=2, times_chance=1.0
        )
        for a, b in zip(given["a"], given["goes_away"], strict=True)
    ]
    lent = lent_by(lenders)
    return {"a": lent.a, "long_run": lent.long_run, "lenders": float(lent.from_changes)}


def _gap_in_children(given: Given) -> Answer:
    kind, per = IndicatorKind(given["kind"]), float(given["per"])
    count, base = np.array([float(given["count"])]), np.array([float(given["out_of"])])
    share = float(given["mean"]) / per
    mean = np.log(share / (1.0 - share)) if kind is IndicatorKind.PROPORTION else np.log(share)
    place = GapOnScale(
        kind=kind,
        per=per,
        mean=float(mean),
        gap=float(to_scale(kind, count, base)[0] - mean),
        chance=float(chance_variance(kind, count, base)[0]) + float(given["chance_of_mean"]),
        long_run=float(given["long_run"]),
        comparators=float(given["comparators"]),
    )
    found = range_of_gap(place, per * float(count[0]) / float(base[0]), float(base[0]))
    assert found.children is not None
    assert found.children_low is not None
    assert found.children_high is not None
    return {
        "gap": found.value,
        "low": found.low,
        "high": found.high,
        "children": found.children,
        "children_low": found.children_low,
        "children_high": found.children_high,
    }


def _alikeness(given: Given) -> Answer:
    """Councils in a ring, each beside so many that follow it in the list."""
    y, similar = _numbers(given, "y")[:, np.newaxis], int(given["similar"])
    count = len(y)
    ring = [[(own + step) % count for step in range(1, similar + 1)] for own in range(count)]
    others = Comparators(name="dfe-2025", index=np.array(ring), closeness={}, stands_in={})
    alike = float(alikeness_by_period(others, y, standing_of(others, y, 0.0 * y))[0])
    return {"alikeness": alike, "compared_with": "england" if alike < LEAST_ALIKE else "similar"}


def _steadiness(given: Given) -> Answer:
    gap = np.stack([_numbers(given, "gap_then"), _numbers(given, "gap_now")], axis=1)
    found = steadiness_of(gap, np.ones(gap.shape, dtype=bool), 1).one_year
    assert found is not None
    return {"one_year": found}


def _withheld_at_both_ends(given: Given) -> Answer:
    """A count withheld as 1 to 5 beside a mean on the scale."""
    kind, base = IndicatorKind(given["kind"]), np.array([float(given["out_of"])])
    z = []
    for count in (np.array([1.0]), np.array([5.0])):
        gap = to_scale(kind, count, base) - float(given["mean_on_scale"])
        z.append(gap / np.sqrt(chance_variance(kind, count, base) + float(given["noise_besides"])))
    near, far, _ = nearer_and_further(*z)
    yes, no = np.array([True]), np.array([False])
    tests = DifferenceTests(
        near=near,
        far=far,
        usual_near=near,
        withheld=yes,
        too_small_near=no,
        too_small_far=no,
        agree=yes,
        enough=yes,
        tau2=float("nan"),
    )
    nothing = np.array([np.nan])
    found = levels_of(tests, what_stops_it(tests, {}, 1), two_sided_p(near), nothing)
    reason = int(found.reason[0])
    return {
        "z_if_one": float(z[0][0]),
        "z_if_five": float(z[1][0]),
        "level": LEVELS[found.level[0]].value,
        "reason": WHYS[reason].value if reason != NO_REASON else "",
    }


def _movement_of_the_gap(given: Given) -> Answer:
    """The gap on the scale in the first two and the last two of five periods."""
    gap = _numbers(given, "gaps")
    noise = np.full(4, float(given["chance"]) + float(given["chance_of_mean"]))
    noise += float(given["transient"]) * (1.0 + 1.0 / float(given["comparators"]))
    first, last, z = (float(each) for each in move_over(gap, noise))
    p = float(two_sided_p(np.array([z]))[0])
    return {
        "first": first,
        "last": last,
        "z": z,
        "p": p,
        "approach": approach_of(first, last, p, 0.1).value,
    }


COMPARISON: Mapping[str, Callable[[Given], Answer]] = {
    "range_of_a_mean": _range_of_a_mean,
    "what_goes_away": _what_goes_away,
    "borrowed_wobble": _borrowed_wobble,
    "gap_in_children": _gap_in_children,
    "alikeness": _alikeness,
    "steadiness": _steadiness,
    "withheld_at_both_ends": _withheld_at_both_ends,
    "movement_of_the_gap": _movement_of_the_gap,
}
"""By the name that a worked example gives."""
