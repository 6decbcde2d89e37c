"""The calculations of figures beside inspection that worked examples name."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import numpy as np

from brightfutures.measures.agreement.periods import NONE, first_that_began, last_that_ended
from brightfutures.measures.agreement.places import percent_below
from brightfutures.measures.agreement.plain_average import cronbach
from brightfutures.measures.agreement.rank_correlation import (
    change_of,
    correlation,
    pairs_of,
    with_a_third_held_alike,
)
from brightfutures.measures.agreement.top_of_table_chance import (
    chance_of_as_few,
    chance_of_as_many,
    steadiness_that_puts,
    truly_low,
)
from brightfutures.measures.agreement.top_of_table_dealt import dealt
from brightfutures.measures.arrays import Numbers, Rows
from brightfutures.measures.worked_examples import Answer, Given
from brightfutures.quantities import Period, PeriodKind


def _numbers(given: Given, name: str) -> Numbers:
    return np.array([float(number) for number in given[name]])


def _codes(given: Given, name: str) -> Rows:
    return np.array(given[name], dtype=np.intp)


def _places(given: Given) -> Answer:
    return {"places": percent_below(_numbers(given, "figures")).tolist()}


def _periods(given: Given) -> Answer:
    kind = PeriodKind(given["kind"])
    periods = [
        Period.ending(kind, year) for year in range(given["first_year"], given["last_year"] + 1)
    ]
    usable = np.array([period.label not in given.get("pandemic", []) for period in periods])
    day, out = (
        np.array([datetime.date.fromisoformat(given[name]).toordinal()])
        for name in ("inspection", "report")
    )
    before = int(last_that_ended(periods, usable, day)[0])
    after = int(first_that_began(periods, usable, out, looks_back=given.get("looks_back", 0))[0])
    return {
        name: "none" if column == NONE else periods[column].label
        for name, column in (("before", before), ("after", after))
    }


def _correlation(given: Given) -> Answer:
    places, grades = _numbers(given, "places"), _codes(given, "grades")
    found, pairs = correlation(places, grades, _codes(given, "council")), pairs_of(places, grades)
    return {
        "rho": found.rho,
        "low": found.low,
        "high": found.high,
        "p": found.p,
        "tau_b": pairs.tau_b,
        "same_way_percent": 100.0 * pairs.same_way,
    }


def _before_and_after(given: Given) -> Answer:
    grades, council = _codes(given, "grades"), _codes(given, "council")
    before, after = (correlation(_numbers(given, name), grades, council) for name in _WHENS)
    change, low, high, p = change_of(before, after)
    return {"change": change, "low": low, "high": high, "p": p}


_WHENS = ("before", "after")


def _third(given: Given) -> Answer:
    places, grades = _numbers(given, "places"), _codes(given, "grades")
    return {"rho": with_a_third_held_alike(places, grades, _numbers(given, "poverty"))}


def _lots(given: Given) -> Answer:
    count, drawn, marked, all_of = (
        int(given[name]) for name in ("found", "drawn", "less_than_good", "councils")
    )
    return {
        "expected": drawn * marked / all_of,
        "as_few_percent": 100.0 * chance_of_as_few(count, drawn, marked, all_of),
        "as_many_percent": 100.0 * chance_of_as_many(count, drawn, marked, all_of),
    }


def _wobble(given: Given) -> Answer:
    found = truly_low(
        float(given["steadiness"]), float(given["lowest_share"]), given["councils"], given["top"]
    )
    return {"truly_low": found.expected, "two_or_more_percent": 100.0 * found.two_or_more}


def _steadiness(given: Given) -> Answer:
    found = steadiness_that_puts(
        float(given["truly_low"]), float(given["lowest_share"]), given["councils"], given["top"]
    )
    return {"steadiness": "none" if found is None else found}


def _dealt(given: Given) -> Answer:
    places, less = (
        np.stack([_numbers(given, f"{name}_{year}_year") for year in ("first", "second")], axis=1)
        for name in ("top", "less_than_good")
    )
    found = dealt(places, less)
    return {"found": found.found, "expected": found.expected, "z": found.z, "p": found.p}


def _one_thing(given: Given) -> Answer:
    return {"alpha": cronbach(int(given["figures"]), float(given["mean_correlation"]))}


AGREEMENT: dict[str, Callable[[Given], Answer]] = {
    "place_among_all": _places,
    "periods_beside_an_inspection": _periods,
    "figures_and_grades": _correlation,
    "before_and_after": _before_and_after,
    "poverty_held_alike": _third,
    "top_by_lot": _lots,
    "histories_dealt": _dealt,
    "top_by_wobble": _wobble,
    "steadiness_needed": _steadiness,
    "one_thing_or_many": _one_thing,
}
"""By the name that a worked example gives."""
