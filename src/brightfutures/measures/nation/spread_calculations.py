"""The calculations of how far councils differ, and of change, that worked examples name."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np

from brightfutures.measures.arrays import Numbers
from brightfutures.measures.nation.england_change import (
    furthest_by_ordinary,
    has_moved,
    ordinary_of,
    yearly_changes_of,
)
from brightfutures.measures.nation.england_now import moved_beyond
from brightfutures.measures.nation.spread_split import parts_of
from brightfutures.measures.nation.spread_then import times_as_far
from brightfutures.measures.results import Movement
from brightfutures.measures.worked_examples import Answer, Given

SAID = {Movement.HAS_RISEN: "higher", Movement.HAS_FALLEN: "lower"}
"""England's figure lies higher or lower; that it rises or falls is not said."""


def _numbers(given: Given, name: str) -> Numbers:
    return np.array([float(number) for number in given[name]])


def _what_lasts(given: Given) -> Answer:
    """The three parts of what sets some councils apart, from their figures on the scale."""
    now, before = _numbers(given, "now"), _numbers(given, "three_years_before")
    s2 = np.full(len(now), float(given["chance"]))
    lasting, wobble, chance = parts_of(now, before, s2)
    return {
        "lasts_percent": 100.0 * lasting.share,
        "lasts_low_percent": 100.0 * lasting.low,
        "lasts_high_percent": 100.0 * lasting.high,
        "comes_and_goes_percent": 100.0 * wobble.share,
        "chance_percent": 100.0 * chance.share,
    }


def _has_england_moved(given: Given) -> Answer:
    """Whether a percentage for all England is higher or lower, from its figures by year."""
    figure = _numbers(given, "figures")
    years = range(len(figure))
    yearly = yearly_changes_of(figure, years, [False] * len(figure), (0, len(figure) - 1))
    change = float(figure[-1] - figure[0])
    moved = has_moved(change, yearly)
    return {
        "change_points": change,
        "ordinary_points": ordinary_of(yearly),
        "says": SAID.get(moved, moved.value),
    }


def _england_some_years_before(given: Given) -> Answer:
    """The newest percentage beside that of some years before, from all figures by year."""
    figure = _numbers(given, "figures")
    ends = (0, len(figure) - 1)
    yearly = yearly_changes_of(figure, range(len(figure)), [False] * len(figure), ends)
    change = float(figure[-1] - figure[-1 - int(given["years_before"])])
    bar = furthest_by_ordinary(yearly)
    moved = moved_beyond(change, bar)
    return {
        "change_points": change,
        "bar_points": bar,
        "times": abs(change) / bar,
        "says": SAID.get(moved, moved.value),
    }


def _closer_together(given: Given) -> Answer:
    """How many times as far apart councils lie as they did, from their figures on the scale."""
    then, now = _numbers(given, "then"), _numbers(given, "now")
    s2 = np.full(len(now), float(given["chance"]))
    found = times_as_far((then, s2), (now, s2))
    times, low, high = found or (float("nan"),) * 3
    return {"times": times, "low": low, "high": high}


SPREAD: Mapping[str, Callable[[Given], Answer]] = {
    "what_lasts": _what_lasts,
    "has_england_moved": _has_england_moved,
    "england_some_years_before": _england_some_years_before,
    "closer_together": _closer_together,
}
"""By the name that a worked example gives."""
