"""The calculations of the track record that worked examples name."""

from __future__ import annotations

import numpy as np

from brightfutures.measures.arrays import Numbers
from brightfutures.measures.intervals import wilson
from brightfutures.measures.results import Level
from brightfutures.measures.track_record.levels import kept_of, sides_called
from brightfutures.measures.track_record.rounds import agree
from brightfutures.measures.track_record.rules import (
    Flagged,
    distance_from_middle,
    ends_of_all,
    relative_change,
)
from brightfutures.measures.verdict import LEVELS
from brightfutures.measures.worked_examples import Answer, Given


def _numbers(given: Given, name: str) -> Numbers:
    return np.array([float(number) for number in given[name]])


def _sides(words: list[str]) -> Numbers:
    return sides_called(np.array([LEVELS.index(Level(word)) for word in words], dtype=np.int8))


def what_became_of_verdicts(given: Given) -> Answer:
    """Counts over verdicts given, where the councils lay later, and the verdicts given later."""
    called, later = _sides(given["called"]), _sides(given["called_later"])
    side = np.sign(_numbers(given, "gap_later"))
    very_same = np.array(given["called"]) == np.array(given["called_later"])
    kept = kept_of(np.abs(called) == 1, called, side, later, very_same)
    low, high = wilson(_one(kept.still_there), _one(kept.placed), 95.0)
    return {
        "flags": kept.flags,
        "placed": kept.placed,
        "still_there": kept.still_there,
        "same": kept.same,
        "same_level": kept.same_level,
        "nothing_clear": kept.nothing_clear,
        "opposite": kept.opposite,
        "cannot_say": kept.cannot_say,
        "still_there_low_percent": 100.0 * low[0],
        "still_there_high_percent": 100.0 * high[0],
    }


def _one(count: int) -> Numbers:
    return np.array([float(count)])


def in_the_highest_or_lowest(given: Given) -> Answer:
    """Which values are in the highest share of all (1), in the lowest (−1), or between (0)."""
    return {"ends": ends_of_all(_numbers(given, "values"), float(given["share"])).tolist()}


def equal_numbers_of_flags(given: Given) -> Answer:
    """As many flags of the quartile rule as of ours, the clearest of each, by their numbers."""
    values = _numbers(given, "values")
    nothing = np.full(len(values), np.nan)
    called, z = _sides(given["called"]), _numbers(given, "z")
    ours = Flagged(called, np.abs(z), nothing, nothing)
    theirs = Flagged(ends_of_all(values, 0.25), distance_from_middle(values), nothing, nothing)
    count = min(int(ours.raised.sum()), int(theirs.raised.sum()))
    return {
        "flags": count,
        "ours": (np.flatnonzero(ours.clearest(count)) + 1.0).tolist(),
        "theirs": (np.flatnonzero(theirs.clearest(count)) + 1.0).tolist(),
    }


def arrow_a_year_on(given: Given) -> Answer:
    """The arrow of the last change, its size, and how it held, asked of each beginning."""
    before, now, after = (_numbers(given, name) for name in ("before", "now", "after"))
    arrow = np.sign(now - before)
    started = _numbers(given, "five_year_start")
    return {
        "arrow": arrow.tolist(),
        "size_percent": (100.0 * relative_change(before, now)).tolist(),
        "beyond_the_five_year_start": agree(arrow, np.sign(after - started)).tolist(),
        "beyond_the_year_before": agree(arrow, np.sign(after - before)).tolist(),
        "went_on": agree(arrow, np.sign(after - now)).tolist(),
    }
