"""The calculations that worked examples name, from plain numbers to plain numbers."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from brightfutures.catalogue import IndicatorKind
from brightfutures.measures.agreement.calculations import AGREEMENT
from brightfutures.measures.arrays import Numbers
from brightfutures.measures.averages import Column, quantiles_of_rows
from brightfutures.measures.comparison_calculations import COMPARISON
from brightfutures.measures.compatibility.calculations import COMPATIBILITY
from brightfutures.measures.context.calculations import CONTEXT
from brightfutures.measures.difference_tests import DifferenceTests
from brightfutures.measures.expectation.calculations import EXPECTED
from brightfutures.measures.false_discovery import q_values, two_sided_p
from brightfutures.measures.funnel import overdispersed_limits, plain_limits
from brightfutures.measures.improving.trials import one_sided_p
from brightfutures.measures.intervals import poisson_limits, wilson
from brightfutures.measures.levels.calculations import LEVELS_BEHIND
from brightfutures.measures.nation.picture_calculations import NATIONAL_PICTURE
from brightfutures.measures.nation.spread_calculations import SPREAD
from brightfutures.measures.pairwise import enough_in_both, too_small_apart, z_of_pair
from brightfutures.measures.ranks import rank_range
from brightfutures.measures.scale import chance_variance, from_scale, to_scale
from brightfutures.measures.track_record.calculations import (
    arrow_a_year_on,
    equal_numbers_of_flags,
    in_the_highest_or_lowest,
    what_became_of_verdicts,
)
from brightfutures.measures.track_record.placebo import line_through, noise_beyond
from brightfutures.measures.verdict import LEVELS, NO_REASON, WHYS, levels_of, what_stops_it
from brightfutures.measures.winsorised import excess_variance
from brightfutures.measures.wobble import long_run_variance, ordinary_move_share
from brightfutures.measures.worked_examples import Answer, Given


def run(calculation: str, given: Given) -> Answer:
    """What a calculation answers for one row of a worked example."""
    return CALCULATIONS[calculation](given)


def _one(given: Given, name: str) -> Numbers:
    return np.array([float(given[name])])


def _many(numbers: Sequence[float]) -> Numbers:
    return np.array([float(number) for number in numbers])


def _range_of_a_proportion(given: Given) -> Answer:
    low, high = wilson(_one(given, "count"), _one(given, "out_of"), float(given["level"]))
    return {"low_percent": 100.0 * low[0], "high_percent": 100.0 * high[0]}


def _range_of_a_count(given: Given) -> Answer:
    low, high = poisson_limits(_one(given, "count"), float(given["level"]))
    return {"low": low[0], "high": high[0]}


def _place_on_the_scale(given: Given) -> Answer:
    kind = IndicatorKind(given["kind"])
    count, base = _one(given, "count"), _one(given, "out_of")
    y = to_scale(kind, count, base)
    return {"y": y[0], "s2": chance_variance(kind, count, base)[0]}


def _three_averages(given: Given) -> Answer:
    kind, per = IndicatorKind(given["kind"]), float(given["per"])
    count, base = _many(given["counts"]), _many(given["out_of"])
    mean = from_scale(kind, np.asarray(to_scale(kind, count, base).mean()), per)
    (middle,) = quantiles_of_rows((per * count / base)[np.newaxis], (0.5,))
    return {
        "mean": float(mean),
        "plain_mean": float((per * count / base).mean()),
        "median": middle[0],
        "pooled": per * float(count.sum() / base.sum()),
    }


def _ordinary_wobble(given: Given) -> Answer:
    changes, chance = _many(given["changes"]), _many(given["chance"])
    a = excess_variance(changes, chance, 2.0)
    typical = float(np.median(chance)) / 2.0
    return {"a": a, "ordinary_move_percent": 100.0 * ordinary_move_share(a, typical, 1.0)}


def _long_run(given: Given) -> Answer:
    return {"long_run": long_run_variance(float(given["a"]), float(given["b"]))}


def _usual_spread(given: Given) -> Answer:
    gaps, chance = _many(given["gaps"]), _many(given["chance"])
    return {"tau2": excess_variance(gaps, chance, 1.0 + 1.0 / float(given["comparators"]))}


def _two_tests(given: Given) -> Answer:
    gap, s2, chance = (float(given[name]) for name in ("gap", "s2", "chance_of_mean"))
    k, a, tau2 = (float(given[name]) for name in ("comparators", "long_run", "tau2"))
    z_wobble = gap / np.sqrt(s2 + a + chance + a / k)
    z_usual = gap / np.sqrt(s2 + tau2 * (1.0 + 1.0 / k) + chance)
    return {
        "z_wobble": float(z_wobble),
        "p": float(two_sided_p(np.array([z_wobble]))[0]),
        "z_usual": float(z_usual),
    }


def _false_discovery(given: Given) -> Answer:
    return {"q": [float(q) for q in q_values(_many(given["p"]))]}


def _places(given: Given) -> Answer:
    found = rank_range(_many(given["y"]), _many(given["v"]), int(given["council"]) - 1)
    assert found is not None
    return {"low": found.low, "high": found.high, "of": found.of}


def _movement(given: Given) -> Answer:
    kind, per = IndicatorKind(given["kind"]), float(given["per"])
    count, base = _many(given["counts"]), _many(given["out_of"])
    ends = [0, 1, 3, 4]
    y = to_scale(kind, count, base)[ends]
    s2 = chance_variance(kind, count, base)[ends]
    first, last = float(y[:2].mean()), float(y[2:].mean())
    z = (last - first) / np.sqrt(float((s2 + float(given["transient"])).sum()) / 4.0)
    return {
        "from": float(from_scale(kind, np.array(first), per)),
        "to": float(from_scale(kind, np.array(last), per)),
        "z": float(z),
        "p": float(two_sided_p(np.array([z]))[0]),
    }


def _one_average_alone(given: Given) -> Answer:
    kind, per = IndicatorKind(given["kind"]), float(given["per"])
    count, base = _one(given, "count"), _one(given, "out_of")
    k, a = float(given["comparators"]), float(given["long_run"])
    centre = to_scale(kind, base * float(given["average"]) / per, base)
    gap = float((to_scale(kind, count, base) - centre)[0])
    s2 = float(chance_variance(kind, count, base)[0])
    noise = s2 + a + float(given["chance_of_mean"]) + a / k
    return {"gap": gap, "z_wobble": gap / float(np.sqrt(noise))}


def _two_councils(given: Given) -> Answer:
    kind, per = IndicatorKind(given["kind"]), float(given["per"])
    count, base = _many(given["counts"]), _many(given["out_of"])
    y, s2 = to_scale(kind, count, base), chance_variance(kind, count, base)
    value = per * count / base
    z = z_of_pair(y, s2, 0, float(given["long_run"]))
    column = Column(y=y, s2=s2, value=value, numerator=count, denominator=base)
    small = too_small_apart(float(given["smallest_gap"]), value, 0)
    return {
        "z_wobble": float(z[1]),
        "p": float(two_sided_p(z)[1]),
        "enough": "yes" if enough_in_both(column, 0)[1] else "no",
        "gap_matters": "no" if small[1] else "yes",
    }


def _line_through_others(given: Given) -> Answer:
    slope, level = line_through(_many(given["began"]), _many(given["improved"]))
    at = float(given["council_began"])
    return {"slope": slope, "expected": level + slope * at}


def _improved_beyond_others(given: Given) -> Answer:
    chance, drift, theirs, unsureness = (
        float(given[name]) for name in ("chance", "drift", "chance_of_others", "unsureness")
    )
    noise = noise_beyond(chance, drift, theirs, unsureness)
    z = (float(given["improved"]) - float(given["expected"])) / np.sqrt(noise)
    return {"z": float(z), "p": float(one_sided_p(np.array([z]))[0])}


def _funnel_of_chance(given: Given) -> Answer:
    kind, per, average = _funnel_given(given)
    low, high = plain_limits(kind, average / per, _one(given, "out_of"), float(given["level"]))
    return {"low": per * low[0], "high": per * high[0]}


def _funnel_of_councils(given: Given) -> Answer:
    kind, per, average = _funnel_given(given)
    share = average / per
    y0 = np.log(share / (1.0 - share)) if kind is IndicatorKind.PROPORTION else np.log(share)
    low, high = overdispersed_limits(
        kind, float(y0), _one(given, "out_of"), float(given["tau2"]), float(given["level"])
    )
    return {"low": per * low[0], "high": per * high[0]}


def _funnel_given(given: Given) -> tuple[IndicatorKind, float, float]:
    return IndicatorKind(given["kind"]), float(given["per"]), float(given["average"])


def _verdict(given: Given) -> Answer:
    """The level from both tests; `far` and what follows matter only for a withheld count."""

    def flag(name: str, otherwise: bool) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
        return np.array([bool(given.get(name, otherwise))])

    z = _one(given, "z_wobble")
    tests = DifferenceTests(
        near=z,
        far=_one(given, "z_far_end") if "z_far_end" in given else z,
        usual_near=_one(given, "z_usual"),
        withheld=flag("withheld", otherwise=False),
        too_small_near=flag("gap_too_small", otherwise=False),
        too_small_far=flag("gap_too_small", otherwise=False),
        agree=flag("averages_agree", otherwise=True),
        enough=flag("enough_children", otherwise=True),
        tau2=float("nan"),
    )
    before = np.array([float(given.get("z_usual_before", "nan"))])
    found = levels_of(tests, what_stops_it(tests, {}, 1), _one(given, "q"), before)
    reason = int(found.reason[0])
    return {
        "level": LEVELS[found.level[0]].value,
        "reason": WHYS[reason].value if reason != NO_REASON else "",
    }


CALCULATIONS: dict[str, Callable[[Given], Answer]] = {
    "range_of_a_proportion": _range_of_a_proportion,
    "range_of_a_count": _range_of_a_count,
    "place_on_the_scale": _place_on_the_scale,
    "three_averages": _three_averages,
    "ordinary_wobble": _ordinary_wobble,
    "long_run": _long_run,
    "usual_spread": _usual_spread,
    "two_tests": _two_tests,
    "false_discovery": _false_discovery,
    "places": _places,
    "movement": _movement,
    "one_average_alone": _one_average_alone,
    "two_councils": _two_councils,
    "line_through_others": _line_through_others,
    "improved_beyond_others": _improved_beyond_others,
    "funnel_of_chance": _funnel_of_chance,
    "funnel_of_councils": _funnel_of_councils,
    "verdict": _verdict,
    "what_became_of_verdicts": what_became_of_verdicts,
    "in_the_highest_or_lowest": in_the_highest_or_lowest,
    "equal_numbers_of_flags": equal_numbers_of_flags,
    "arrow_a_year_on": arrow_a_year_on,
    **AGREEMENT,
    **COMPARISON,
    **COMPATIBILITY,
    **EXPECTED,
    **LEVELS_BEHIND,
    **CONTEXT,
    **NATIONAL_PICTURE,
    **SPREAD,
}
"""By the name that a worked example gives."""
