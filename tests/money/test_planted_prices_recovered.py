"""Unit prices planted in the made-up England are found again in what is loaded of it.

Truth is what a council pays by its planted prices beside what England pays for the children that
its similar councils have: those ten are some of many they might have been, and the range says so.
"""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from slow_gap_split import parts_over_all_orders

from brightfutures.delivery.edition import Edition
from brightfutures.money.council_gaps import CouncilGaps, gaps_of_year
from brightfutures.money.gap_result import Cause, GapSplit
from brightfutures.money.panel import build_spend_panel

YEAR = "2024-25"
CARE, FAMILIES = "other_children_looked_after_spend", "family_support_spend"
"""Lines of all children in care, and of all others in need."""
LINES_OF_KINDS = {
    "in_care": (("residential_care_spend",), ("fostering_spend",)),
    "all_lines": (
        (
            CARE,
            "residential_care_spend",
            "fostering_spend",
            "unaccompanied_children_looked_after_spend",
        ),
        (FAMILIES, "safeguarding_spend"),
    ),
}
"""By level, the lines of each kind of help; the first is of all children of the kind."""

Split = tuple[GapSplit, list[float]]


class PlantedPrices:
    """What is true of one year's prices."""

    def __init__(self, truth: dict[str, Any]) -> None:
        self.equal = set(truth["equal_in_price"])
        self.lines = truth["lines"]
        self.at = truth["periods"].index(YEAR)

    def children(self, line: str, council: str) -> float:
        return float(self.lines[line]["children_counted"][council][self.at])

    def pounds(self, line: str, council: str, *, at_englands: bool) -> float:
        told = self.lines[line]
        price = told["england_pounds"] if at_englands else told["unit_price_pounds"][council]
        return float(price[self.at]) * self.children(line, council)

    def factors(
        self, one: CouncilGaps, councils: tuple[str, ...], *, at_englands: bool
    ) -> tuple[Any, ...]:
        """Need, number, mix and price of several councils taken together."""
        assert one.need is not None
        years = [one.years.of(council, YEAR, one.need) for council in councils]
        living = sum(float(year.children_living_there) for year in years)
        expected = sum(float(year.children_expected) for year in years)
        helped = sum(self.children(CARE, council) for council in councils)
        if one.level.id == "all_lines":
            helped += sum(self.children(FAMILIES, council) for council in councils)
        kinds = LINES_OF_KINDS[one.level.id]
        children = np.array([sum(self.children(kind[0], c) for c in councils) for kind in kinds])
        pounds = [
            sum(self.pounds(line, c, at_englands=at_englands) for line in kind for c in councils)
            for kind in kinds
        ]
        return expected / living, helped / expected, children / helped, np.array(pounds) / children


def value(now: Any) -> float:
    need, number, mix, price = now
    return float(need * number * (mix * price).sum())


@pytest.fixture(scope="module")
def planted(made_up_home: Path) -> PlantedPrices:
    told = (made_up_home.parent / "made-up" / "truth.json").read_text("utf-8")
    return PlantedPrices(json.loads(told)["money"])


@pytest.fixture(scope="module")
def splits(made_up_edition: Edition, planted: PlantedPrices) -> Callable[[str], list[Split]]:
    catalogue, store = made_up_edition.catalogue, made_up_edition.store
    panel = build_spend_panel(
        "revenue_outturn", catalogue.spending, made_up_edition.geography, store.readings,
        catalogue.series,
    )  # fmt: skip
    gaps = gaps_of_year(YEAR, panel, store.readings, made_up_edition.measures)
    found: dict[str, list[Split]] = {}
    for level, one in gaps.items():
        found[level] = []
        for area in made_up_edition.geography.councils():
            split = one.gap(area.code)
            if isinstance(split, GapSplit) and all(
                planted.children(kind[0], area.code) > 0 for kind in LINES_OF_KINDS[level]
            ):
                ours = planted.factors(one, (area.code,), at_englands=False)
                theirs = planted.factors(one, split.comparators, at_englands=True)
                found[level].append((split, parts_over_all_orders(value, ours, theirs)))
    return found.__getitem__


LEVELS = pytest.mark.parametrize("level", LINES_OF_KINDS)
PRICE = list(Cause).index(Cause.PRICE)


def far_and_reach(split: GapSplit, true: float) -> tuple[float, float]:
    part = split.part(Cause.PRICE)
    return abs(part.pounds_per_child - true), (part.high - part.low) / 2.0


@LEVELS
def test_planted_prices_lie_in_their_ranges_as_often_as_they_say(
    splits: Callable[[str], list[Split]], level: str
):
    apart = [far_and_reach(split, true[PRICE]) for split, true in splits(level)]
    assert len(apart) > 140
    assert 0.90 <= np.mean([far <= reach for far, reach in apart]) <= 0.98
    assert np.mean([far <= reach / 2.0 for far, reach in apart]) < 0.82
    assert np.median([far / reach for far, reach in apart]) < 0.5


@LEVELS
def test_prices_that_differ_more_make_larger_parts(
    splits: Callable[[str], list[Split]], level: str
):
    told = [
        (split.part(Cause.PRICE).pounds_per_child, true[PRICE]) for split, true in splits(level)
    ]
    found, true = np.array(told).T
    assert np.corrcoef(found, true)[0, 1] > 0.9


def test_a_council_that_pays_what_its_similar_councils_pay_has_a_price_part_that_may_be_nought(
    splits: Callable[[str], list[Split]], planted: PlantedPrices
):
    equal = [split for split, _ in splits("in_care") if split.council in planted.equal]
    others = [split for split, _ in splits("in_care") if split.council not in planted.equal]
    assert len(equal) > 25
    assert not any(split.part(Cause.PRICE).clear for split in equal)
    assert np.mean([split.part(Cause.PRICE).clear for split in others]) > 0.4
    assert np.median([np.divide(*far_and_reach(split, 0.0)) for split in equal]) < 0.25


@LEVELS
def test_parts_of_every_council_add_up_to_its_gap(splits: Callable[[str], list[Split]], level: str):
    for split, _ in splits(level):
        total = sum(part.pounds_per_child for part in split.parts)
        assert total == pytest.approx(split.gap, abs=0.005)
