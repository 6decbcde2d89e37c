"""The fast track record agrees with the slow twin on small Englands drawn at random."""

from dataclasses import asdict

import pytest
from slow_track_record import Remembering, SlowRecord
from small_england import SmallEngland, council_codes, random_england

from brightfutures.catalogue import IndicatorKind
from brightfutures.measures import Level
from brightfutures.measures.track_record.results import Rule, TrackRecord
from brightfutures.quantities import Reason

YEARS = list(range(2017, 2026))
KINDS = {"care": IndicatorKind.RATE, "moves": IndicatorKind.PROPORTION}
FIRST_WITH_A_WOBBLE = 2019


@pytest.fixture(scope="module", params=[4, 5])
def both(request: pytest.FixtureRequest) -> tuple[TrackRecord, SlowRecord]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("brightfutures.measures.judge.LEAST_ALIKE", -1.0)  # similar councils always
        england = random_england(request.param, councils=32, years=YEARS, kinds=KINDS, wobble=0.05)
        nothing_withheld(england)
        england.neighbours["dfe-2021"] = england.neighbours["dfe-2025"]
        slow = Remembering(england, YEARS, list(council_codes(england.geography)))
        return england.measures().track_record(), SlowRecord(slow, FIRST_WITH_A_WOBBLE)


def nothing_withheld(england: SmallEngland) -> None:
    for table in england.tables.values():
        for key, value in table.items():
            table[key] = 40.0 if isinstance(value, Reason) else value


@pytest.mark.parametrize("years_after", [1, 2])
@pytest.mark.parametrize("name", list(KINDS))
def test_what_became_of_verdicts(both: tuple[TrackRecord, SlowRecord], name: str, years_after: int):
    record, slow = both
    found = record.of(name)
    assert found is not None
    flags = 0
    for level in Level:
        if level is not Level.CANNOT_SAY:
            kept = asdict(found.kept(years_after, levels=(level,)))
            expected = slow.kept(name, level.value, years_after)
            assert kept == {count: expected[count] for count in kept}, level
            flags += kept["flags"] if level is not Level.ABOUT_THE_SAME else 0
    assert flags > 10


@pytest.mark.parametrize("years_after", [1, 2])
@pytest.mark.parametrize("name", list(KINDS))
def test_how_often_any_council_stays_on_its_side(
    both: tuple[TrackRecord, SlowRecord], name: str, years_after: int
):
    record, slow = both
    found = record.of(name)
    assert found is not None
    held, expected = found.any_side(years_after), slow.any_side(name, years_after)
    assert (held.held, held.of) == (expected["held"], expected["of"])
    assert held.of > 100


@pytest.mark.parametrize(("rule", "parts"), [(Rule.QUARTERS, 4), (Rule.FIFTHS, 5)])
@pytest.mark.parametrize("name", list(KINDS))
def test_levels_beside_simpler_rules(
    both: tuple[TrackRecord, SlowRecord], name: str, rule: Rule, parts: int
):
    record, slow = both
    found = record.of(name)
    assert found is not None
    beside, expected = found.beside(rule), slow.levels_beside(name, parts)
    assert beside.flags == expected["flags"] > 10
    for yardstick in ("ours_on_ours", "theirs_on_ours", "ours_on_theirs", "theirs_on_theirs"):
        held = getattr(beside, yardstick)
        assert (held.held, held.of) == (expected[yardstick], beside.flags), yardstick


@pytest.mark.parametrize("name", list(KINDS))
def test_movements_beside_arrows(both: tuple[TrackRecord, SlowRecord], name: str):
    record, slow = both
    found = record.of(name)
    assert found is not None
    beside, expected = found.beside(Rule.ARROW), slow.movements(name)
    assert beside.flags == expected["flags"] > 5
    for yardstick in (
        "ours_on_ours", "theirs_on_ours", "ours_on_theirs", "theirs_on_theirs",
        "ours_went_on", "theirs_went_on", "largest_on_ours",
    ):  # fmt: skip
        held = getattr(beside, yardstick)
        assert (held.held, held.of) == (expected[yardstick], beside.flags), yardstick
    kept = found.moved(1)
    assert (kept.flags, kept.still_there) == (expected["flags"], expected["ours_on_ours"])
    assert (kept.same, kept.opposite) == (expected["same"], expected["opposite"])
    anyone = found.any_movement(1)
    assert (anyone.held, anyone.of) == (expected["any_held"], expected["any"])
