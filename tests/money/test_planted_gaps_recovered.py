"""Need, number, mix and price planted in the made-up England are found again in what is loaded.

The truth is that of the ten similar councils themselves; the ranges say too that they might have
been others, so they hold it more often than 95 times in 100. In CI two more Englands are made.
"""

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest

from brightfutures.delivery.edition import Edition
from brightfutures.money.council_gaps import gaps_of_year
from brightfutures.money.gap_result import Cause, GapSplit
from brightfutures.money.panel import build_spend_panel
from brightfutures.published.load import load
from brightfutures.synthetic import write_made_up_england

MORE_SEEDS = (4, 5) if os.environ.get("CI") == "true" else ()
FACTORS = (Cause.NEED, Cause.NUMBER, Cause.MIX, Cause.PRICE)
LARGE_ENOUGH = 5_000  # children who live there: of fewer, next to nobody is in a children's home


@dataclass(frozen=True)
class Found:
    """One part of one council's gap: what was told of it, how far its range goes, what is true."""

    level: str
    cause: Cause
    told: float
    reach: float
    true: float

    @property
    def held(self) -> bool:
        return abs(self.told - self.true) <= self.reach


def found_in(edition: Edition, truth: Path) -> Iterator[Found]:
    planted = json.loads(truth.read_text("utf-8"))["money"]["gaps"]
    catalogue, store = edition.catalogue, edition.store
    panel = build_spend_panel(
        "revenue_outturn", catalogue.spending, edition.geography, store.readings, catalogue.series
    )
    gaps = gaps_of_year(planted["period"], panel, store.readings, edition.measures)
    for level, one in gaps.items():
        true = planted["levels"][level]["parts"]
        for code in true:
            split = one.gap(code)
            if not isinstance(split, GapSplit) or not large_enough(edition, code):
                continue
            for cause, pounds in zip(FACTORS, true[code], strict=True):
                part = split.part(cause)
                reach = (part.high - part.low) / 2.0
                yield Found(level, cause, part.pounds_per_child, reach, pounds)


def large_enough(edition: Edition, code: str) -> bool:
    panel = edition.measures.panel("children_looked_after_rate")
    return panel.denominator[panel.areas.index(code), -1] >= LARGE_ENOUGH


@pytest.fixture(scope="module")
def found(
    made_up_home: Path, made_up_edition: Edition, tmp_path_factory: pytest.TempPathFactory
) -> list[Found]:
    told = list(found_in(made_up_edition, made_up_home.parent / "made-up" / "truth.json"))
    for seed in MORE_SEEDS:
        place = tmp_path_factory.mktemp("england")
        written = write_made_up_england(place / "made-up", seed=seed)
        load([written.statistics], place / "home")
        edition = Edition.open(place / "home")
        told += found_in(edition, written.truth)
        edition.store.close()
    return told


def of_cause(found: list[Found], level: str, cause: Cause) -> list[Found]:
    return [one for one in found if one.level == level and one.cause is cause]


EACH = pytest.mark.parametrize("cause", FACTORS)
LEVELS = pytest.mark.parametrize("level", ["all_lines", "in_care"])


@EACH
def test_ranges_hold_what_was_planted_as_often_as_they_say(found: list[Found], cause: Cause):
    held = [one.held for one in found if one.cause is cause]
    assert len(held) > 280 * (1 + len(MORE_SEEDS))
    assert float(np.mean(held)) >= 0.93


@EACH
def test_ranges_of_a_fourth_of_the_width_would_not(found: list[Found], cause: Cause):
    missed = [abs(one.told - one.true) > one.reach / 4.0 for one in found if one.cause is cause]
    assert float(np.mean(missed)) > 0.1


@LEVELS
@EACH
def test_what_was_planted_larger_is_told_larger(found: list[Found], level: str, cause: Cause):
    told, true = np.array([(one.told, one.true) for one in of_cause(found, level, cause)]).T
    assert np.corrcoef(told, true)[0, 1] > 0.8
    assert abs(np.mean(told - true)) < 0.2 * np.std(true)


@EACH
def test_a_part_that_is_clear_goes_the_way_that_was_planted(found: list[Found], cause: Cause):
    clear = [one for one in found if one.cause is cause and abs(one.told) > one.reach]
    assert len(clear) > 30
    assert np.mean([one.told * one.true > 0 for one in clear]) > 0.97
