"""The planted truth is what it says: pairs at the mean, movements, a programme, a wobble."""

import json
from typing import Any

import numpy as np
import pytest

from brightfutures.catalogue import Catalogue
from brightfutures.synthetic import Written
from brightfutures.synthetic.wobble import draw_wobble


@pytest.fixture(scope="module")
def truth(written: Written) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(written.truth.read_text(encoding="utf-8"))
    return told


def _scaled(told: dict[str, Any], council: str) -> np.ndarray[Any, np.dtype[np.float64]]:
    """A council's true figures on the scale of the indicator."""
    true = np.array(told["true"][council], dtype=float)
    if told["scale"] == "log odds":
        whole = 100 if told["unit"] == "%" else 1
        return np.log(true / (whole - true))
    # A series that had ended has a true figure of nought, and no logarithm.
    return np.log(np.where(true > 0, true, np.nan)) if told["scale"] == "log" else true


def test_half_of_the_councils_of_every_planted_indicator_are_at_the_mean(
    truth: dict[str, Any],
) -> None:
    for told in truth["indicators"].values():
        if "null" in told:
            assert len(told["null"]) == 76


def test_a_null_council_has_exactly_the_mean_of_its_similar_councils(
    truth: dict[str, Any],
) -> None:
    checked = 0
    for name, told in truth["indicators"].items():
        for council in told.get("null", ()):
            others = truth["similar_councils"][council]
            mean = np.mean([_scaled(told, other) for other in others], axis=0)
            gap = _scaled(told, council) - mean
            if council in told.get("null_until", {}):
                gap = gap[: told["periods"].index(told["null_until"][council]) + 1]
            # Where one of them did not exist yet, there is no mean to be at.
            gap = gap[~np.isnan(gap)]
            assert np.all(np.abs(gap) < 1e-4), f"{name} {council}"
            checked += 1
    assert checked > 5_000


def test_most_of_the_health_check_has_planted_pairs(
    truth: dict[str, Any], catalogue: Catalogue
) -> None:
    planted = [
        indicator.id
        for indicator in catalogue.health_check_set()
        if "null" in truth["indicators"].get(indicator.id, {})
    ]
    assert len(planted) >= 0.9 * len(catalogue.health_check_set())


def test_a_planted_movement_is_a_step_of_its_size(truth: dict[str, Any]) -> None:
    told = truth["indicators"]["children_looked_after_rate"]
    assert told["movements"]
    england = np.nanmean([_scaled(told, code) for code in truth["similar_councils"]], axis=0)
    for move in told["movements"]:
        scaled = _scaled(told, move["council"]) - england
        at = told["periods"].index(move["from"])
        step = scaled[at] - scaled[at - 1]
        assert abs(step - move["size"]) < 0.1


def test_the_programme_changes_its_series_by_its_effect(written: Written) -> None:
    levels = written.world.drawn.levels["children_starting_to_be_looked_after"]
    departure = levels.departure[list(levels.programme)]
    before, after = departure[:, 2020 - 2013], departure[:, 2021 - 2013]
    moved = {move.council for move in levels.movements if move.year == 2021}
    still = [place not in moved for place in levels.programme]
    assert np.allclose((after - before)[still], -0.25)
    assert len(levels.programme) == 10


def test_the_wobble_has_the_variance_and_persistence_that_were_measured(
    written: Written,
) -> None:
    quantity = written.world.calibration["section_47_enquiries"]
    wobble = draw_wobble(1, quantity, 20_000, 3)
    changes = wobble[:, 1] - wobble[:, 0]
    assert np.isclose(changes.var() / 2, quantity.one_year_wobble, rtol=0.05)
    kept = np.corrcoef(wobble[:, 0], wobble[:, 1])[0, 1]
    assert np.isclose(kept, quantity.persistence, atol=0.03)


def test_councils_differ_as_much_as_was_measured(written: Written) -> None:
    for name in ("children_looked_after_at_31_march", "referrals", "re_referrals"):
        levels = written.world.drawn.levels[name]
        current = written.world.councils.current_count
        spread = levels.departure[:current, 1].std()
        assert np.isclose(spread, written.world.calibration[name].spread, rtol=1e-6)
