"""Who has improved in a made-up England, held against what is true there.

A council found is false where its true figure did not improve by a tenth of the usual spread
more than that of the middle one of the half. Every indicator with a good direction and every
five periods that can be read make one list.
"""

import json
import math
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from brightfutures.catalogue import GoodDirection, Indicator
from brightfutures.delivery.edition import Edition
from brightfutures.measures.improving.improvers import improvement_of
from brightfutures.measures.improving.trials import Trials
from brightfutures.quantities import CannotAnswer

Truth = dict[str, Any]
MATTERS = 0.1  # of a spread


@dataclass(frozen=True)
class Told:
    """One council of a worse half: what is true of it, in spreads, and what was said."""

    list: tuple[str, str]
    gained: float
    planted: bool
    found: bool
    held: bool  # its true gain lies in the range given


@pytest.fixture(scope="module")
def everybody(made_up_edition: Edition, made_up_home: Path) -> list[Told]:
    """Every council of every half."""
    truth: Truth = json.loads((made_up_home.parent / "made-up" / "truth.json").read_text("utf-8"))
    found: list[Told] = []
    for indicator in made_up_edition.catalogue.indicators.values():
        told = truth["indicators"].get(indicator.id, {})
        if indicator.good_direction is not GoodDirection.NEITHER and "movements" in told:
            found += of_one(made_up_edition, indicator, told)
    return found


def of_one(edition: Edition, indicator: Indicator, told: Truth) -> Iterator[Told]:
    measures = edition.measures
    trials = Trials(measures._judge)
    study = measures._lookup.study(indicator.id)
    labels = measures.periods(indicator.id)
    for place, period in enumerate(labels):
        try:
            named = {one.area for one in measures.improvers(indicator.id, period=period).found}
        except CannotAnswer:
            continue
        trial = trials.trial(study, place)
        assert trial is not None
        gains = {}
        for at, row in enumerate(trial.rows.tolist()):
            council = study.material.panel.areas[row]
            gains[at] = trial.sign * true_move(told, council, labels[place - 4 : place + 1])
        usual = float(np.nanmedian(list(gains.values())))
        for at, gain in gains.items():
            one = improvement_of(study, trial, at)
            net = gain - usual
            claimed = trial.sign * (trial.last[trial.rows[at]] - trial.expected[at])
            noise = math.sqrt(trial.beyond.noise[at])
            yield Told(
                list=(indicator.id, period),
                gained=net / told["spread"],
                planted=stepped(told, one.area, labels[place - 3 : place + 1])
                and net > MATTERS * told["spread"],
                found=one.area in named,
                held=abs(claimed - net) <= 1.96 * noise,
            )


def stepped(told: Truth, council: str, periods: tuple[str, ...]) -> bool:
    return any(move["council"] == council and move["from"] in periods for move in told["movements"])


def true_move(told: Truth, council: str, periods: tuple[str, ...]) -> float:
    def scaled(period: str) -> float:
        true = told["true"][council][told["periods"].index(period)]
        if not true:
            return math.nan
        return math.log(true / (100.0 - true)) if told["scale"] == "log odds" else math.log(true)

    y = [scaled(period) for period in periods]
    return (y[3] + y[4] - y[0] - y[1]) / 2.0


def test_hardly_any_list_names_a_council_that_did_not_improve(everybody: list[Told]):
    lists = {one.list for one in everybody}
    false = {one.list for one in everybody if one.found and one.gained <= MATTERS}
    named = sum(one.found for one in everybody)
    allowed = 0.05 + 2 * math.sqrt(0.05 * 0.95 / len(lists))

    print(f"{len(false)} of {len(lists)} lists name one falsely; {named} councils named in all")
    assert len(lists) > 30
    assert len(false) <= allowed * len(lists)


def test_the_range_of_an_improvement_holds_the_true_one(everybody: list[Told]):
    share = sum(one.held for one in everybody) / len(everybody)

    print(f"the range of an improvement holds the true one in {share:.1%}")
    assert 0.93 <= share <= 0.97


def test_who_improved_much_is_found_more_often(everybody: list[Told]):
    planted = [one for one in everybody if one.planted]
    power = {}
    for low, high in ((0.1, 1.0), (1.0, 2.0), (2.0, 9.0)):
        within = [one.found for one in planted if low <= one.gained < high]
        power[low] = sum(within) / len(within)
        print(f"{low} to {high} spreads: {sum(within)} of {len(within)} planted found")

    assert power[2.0] > power[0.1]
