"""The calculations that worked examples on weekly costs and on cuts name."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np

from brightfutures.measures.worked_examples import Answer, Given
from brightfutures.money.shuffles import differences
from brightfutures.money.unit_cost import PlacementYear, unit_cost
from brightfutures.quantities import Missing, Reason


def _weekly_cost(given: Given) -> Answer:
    days = float(given["days_of_care"])
    found = unit_cost(
        "residential_care",
        "2024-25",
        PlacementYear(
            area="here",
            pounds=float(given["pounds"]),
            children=(float(given["children_a_year_before"]) + float(given["children"])) / 2.0,
            both_year_ends=True,
            chance_of_the_day=float(given["chance_of_the_day"]),
            printed_pounds=Missing((Reason.UNAVAILABLE,)),
        ),
    )
    if isinstance(found.weekly, Missing) or isinstance(found.one_placement, Missing):
        return {}
    return {
        "a_week_by_children": found.weekly.pounds,
        "lowest": found.likely.low if found.likely else found.weekly.pounds,
        "highest": found.likely.high if found.likely else found.weekly.pounds,
        "one_placement": found.one_placement.pounds,
        "a_week_by_days": 7.0 * float(given["pounds"]) / days,
    }


def _after_a_cut(given: Given) -> Answer:
    """Each council stands in one year only; changes are in per cent."""
    years = [(given["first_year_cut"], given["first_year_not"])]
    years.append((given["second_year_cut"], given["second_year_not"]))
    changes = [
        (place, float(flag), change)
        for place, groups in enumerate(years)
        for flag, group in zip((1, 0), groups, strict=True)
        for change in group
    ]
    cut = np.full((len(changes), 2), np.nan)
    change = np.full((len(changes), 2, 1), np.nan)
    for row, (year, flag, moved) in enumerate(changes):
        cut[row, year], change[row, year, 0] = flag, float(moved)
    found = differences(cut, change, np.arange(len(changes))[np.newaxis])
    return {"effect": float(found.effect[0])}


COSTS: Mapping[str, Callable[[Given], Answer]] = {
    "weekly_cost": _weekly_cost,
    "after_a_cut": _after_a_cut,
}
"""By the name that a worked example gives."""
