"""The calculations that worked examples on money name, from plain numbers to plain numbers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from statistics import fmean

import numpy as np

from brightfutures.measures.worked_examples import Answer, Given
from brightfutures.money.chance_of_the_day import chance_of_the_day
from brightfutures.money.cost_calculations import COSTS
from brightfutures.money.gap_factors import Totals, parts_of_gap
from brightfutures.money.order_free import order_free_parts
from brightfutures.money.overspend import Overspend, how_usual
from brightfutures.money.per_child import SpendOfYear, per_child, per_child_together
from brightfutures.money.prevention import RULES, PreventionYear
from brightfutures.money.prices import Prices, price_years
from brightfutures.quantities import Missing, Money


def _gap_in_two(given: Given) -> Answer:
    number, price = order_free_parts(
        lambda now: np.asarray(now[0] * now[1]),
        [np.array(float(given[name])) for name in ("our_number", "our_price")],
        [np.array(float(given[name])) for name in ("their_number", "their_price")],
    )
    return {
        "gap": float(given["our_number"]) * float(given["our_price"])
        - float(given["their_number"]) * float(given["their_price"]),
        "number": float(number),
        "price": float(price),
    }


def _gap_in_parts(given: Given) -> Answer:
    def side(name: str) -> Totals:
        def column(what: str) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
            return np.array([float(given[f"{name}_{what}"])])

        counts = np.array([[float(count) for count in given[f"{name}_children_of_each_kind"]]])
        pounds = np.array([[float(spend) for spend in given[f"{name}_pounds_on_each_kind"]]])
        return Totals(
            spend=pounds.sum(axis=1) + column("other_pounds"),
            children=column("children_living_there"),
            expected=column("children_expected"),
            helped=counts.sum(axis=1),
            kind_spend=pounds,
            kind_children=counts,
        )

    ours, theirs = side("our"), side("their")
    need, number, mix, price, remainder = parts_of_gap(ours, theirs)[0].sum(axis=1).tolist()
    return {
        "ours_per_child": float(ours.per_child[0]),
        "theirs_per_child": float(theirs.per_child[0]),
        "need": need,
        "number": number,
        "mix": mix,
        "price": price,
        "remainder": remainder,
    }


def _chance_of_the_day(given: Given) -> Answer:
    stay = float(given["mean_stay_years"])
    return {
        "one_year_end": chance_of_the_day(stay, both_year_ends=False),
        "mean_of_both": chance_of_the_day(stay, both_year_ends=True),
    }


def _real_terms(given: Given) -> Answer:
    """Pounds of one financial year in prices of the next, by quarters, years and growth."""
    quarters = {
        (2020 + place // 4, place % 4 + 1): float(index)
        for place, index in enumerate(given.get("quarters", ()))
    }
    yearly = {2020: float(given["year"]), 2021: float(given["next_year"])}
    growth = {2022 + place: float(rise) for place, rise in enumerate(given["growth"])}
    found = price_years(yearly, quarters, growth, {})
    spent = Money(float(given["pounds"]), "2020-21")
    return {
        "index": found["2020-21"].index,
        "index_a_year_on": found["2021-22"].index,
        "pounds_a_year_on": Prices(found).in_prices_of(spent, "2021-22").pounds,
    }


def _councils_together(given: Given) -> Answer:
    """Councils' pounds over their children, and the mean of their own figures."""
    spends = [
        SpendOfYear(area=str(place), period="2024-25", pounds=float(pounds), children=float(living))
        for place, (pounds, living) in enumerate(
            zip(given["pounds"], given["children"], strict=True)
        )
    ]
    together = per_child_together(spends, Prices(), "2024-25").cash
    each = [per_child(spend, Prices(), "2024-25").cash for spend in spends]
    assert isinstance(together, Money)
    return {
        "together": together.pounds,
        "mean_of_their_own": fmean(one.pounds for one in each if isinstance(one, Money)),
    }


def _overspend(given: Given) -> Answer:
    """What was spent over a budget, and how many of some councils did so."""
    councils = {
        str(place): Overspend(
            line="fostering",
            period="2024-25",
            budget_pounds=float(budget),
            outturn_pounds=float(outturn),
        )
        for place, (budget, outturn) in enumerate(
            zip(given["budgets"], given["outturns"], strict=True)
        )
    }
    usual = how_usual("fostering", "2024-25", councils)
    first = councils["0"]
    assert first.over_share is not None
    assert usual.middle_share is not None
    return {
        "over_percent": 100.0 * first.over_share,
        "councils_over": float(usual.over),
        "middle_percent": 100.0 * usual.middle_share,
    }


def _prevention(given: Given) -> Answer:
    """The share of spend that is prevention under each rule, in per cent."""
    by_rule = (
        float(given["open_to_all"]),
        float(given["open_to_all"]) + float(given["in_difficulty"]),
        float(given["open_to_all"]) + float(given["in_difficulty"]) + float(given["partly_early"]),
    )
    year = PreventionYear(
        area="here",
        period="2024-25",
        total_pounds=float(given["all"]),
        pounds=dict(zip(RULES, by_rule, strict=True)),
    )
    shares = [year.share(rule) for rule in RULES]
    return {
        str(rule): 100.0 * share
        for rule, share in zip(RULES, shares, strict=True)
        if not isinstance(share, Missing)
    }


MONEY: Mapping[str, Callable[[Given], Answer]] = {
    "gap_in_two": _gap_in_two,
    "gap_in_parts": _gap_in_parts,
    "chance_of_the_day": _chance_of_the_day,
    "real_terms": _real_terms,
    "councils_together": _councils_together,
    "overspend": _overspend,
    "prevention": _prevention,
    **COSTS,
}
"""By the name that a worked example gives."""
