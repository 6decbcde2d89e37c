"""Need: what deprivation and age alone lead one to expect of the number of children helped."""

import math
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

sys.path.insert(0, str(Path(__file__).parent.parent / "measures"))

from contexts import EnglandInContext, in_context
from small_england import random_england

from brightfutures.catalogue import IndicatorKind
from brightfutures.measures.measures import Measures
from brightfutures.money.need import NOT_KNOWN, SURE, Need, NeedDoubt, need_for
from brightfutures.quantities import WrongUse

KINDS = {"care": IndicatorKind.RATE, "moves": IndicatorKind.PROPORTION}
DECLARED = ("poverty", "rurality")


def an_england(councils: int = 60) -> EnglandInContext:
    england = random_england(
        1, councils=councils, years=range(2021, 2026), kinds=KINDS, wobble=0.03
    )
    return in_context(england, 1)


def need_of(measures: Measures, names: tuple[str, ...] = DECLARED) -> Need:
    given = measures.expected.given("care", names, "2025")
    assert given is not None
    return Need(given)


@pytest.fixture(scope="module")
def need() -> Need:
    return need_of(an_england().measures())


def test_children_expected_are_the_rate_times_the_children_who_live_there(need: Need):
    given, panel = need.given, an_england().measures().panel("care")
    column = panel.periods.index("2025")
    children = panel.denominator[: len(given.codes), column]
    row = given.codes.index("C07")
    assert need.children_expected("C07") == pytest.approx(given.rate[row] * children[row])
    assert need.children_expected("no such council") == NOT_KNOWN


def test_only_the_circumstances_asked_for_lead_to_expect(need: Need):
    assert [variable.id for variable in need.given.variables] == list(DECLARED)
    other = need_of(an_england().measures(), ("ethnicity",))
    assert need.children_expected("C07") != other.children_expected("C07")


def test_a_councils_own_figure_has_hardly_a_part_in_what_is_expected_of_it(need: Need):
    england = an_england()
    for (code, year), count in list(england.tables["care_count"].items()):
        if code == "C07" and isinstance(count, (int, float)):
            england.tables["care_count"][code, year] = count * 3.0
    moved = need_of(england.measures()).children_expected("C07")
    assert moved == pytest.approx(float(need.children_expected("C07")), rel=0.05)


def test_doubt_is_of_the_difference_in_circumstances(need: Need):
    assert need.doubt("C07", ["C07"]) == SURE
    alone = need.doubt("C07", ["C01"])
    other_way = need.doubt("C01", ["C07"])
    assert alone.log_variance == pytest.approx(other_way.log_variance)
    assert alone.log_variance > 0
    assert need.doubt("C07", []) == SURE
    assert need.doubt("no such council", ["C01"]) == SURE


def test_doubt_is_the_larger_of_that_between_councils_and_that_between_regions(need: Need):
    given = need.given
    apart = given.design[given.codes.index("C07")] - given.design[given.codes.index("C01")]
    of_councils = float(apart @ given.covariance @ apart)
    moved = np.array([0.1, -0.1, 0.2, -0.2])
    swayed = replace(given, without_each_region=np.outer(moved, apart / (apart @ apart)))
    of_regions = Need(swayed).doubt("C07", ["C01"])
    assert of_regions == NeedDoubt(pytest.approx(3 / 4 * 0.1), 3.0)
    steady = replace(given, without_each_region=swayed.without_each_region / 1000.0)
    assert Need(steady).doubt("C07", ["C01"]) == NeedDoubt(pytest.approx(of_councils), math.inf)


def test_what_moves_as_a_region_is_left_out_is_the_line_without_it():
    england = an_england(councils=90)
    whole = need_of(england.measures()).given
    region = min(area.region or "" for area in england.geography.councils())
    there = {area.code for area in england.geography.councils() if area.region == region}
    for code, period in list(england.tables["care_count"]):
        if code in there:
            del england.tables["care_count"][code, period]
    without = need_of(england.measures()).given
    rows = [row for row, code in enumerate(whole.codes) if code in there]
    expected_then = whole.design[rows] @ whole.without_each_region[0]
    line = np.linalg.lstsq(whole.design, np.log(whole.rate), rcond=None)[0]
    said = np.log(without.rate[rows]) - whole.design[rows] @ line
    assert np.allclose(expected_then, said, atol=0.02)
    assert np.ptp(said) > 0.05


def test_nothing_is_expected_of_too_few_councils():
    assert an_england(councils=24).measures().expected.given("care", DECLARED) is None


def test_a_circumstance_nobody_declares_is_refused():
    measures = an_england().measures()
    with pytest.raises(WrongUse, match="'weather' is not one of the circumstances"):
        measures.expected.given("care", ("weather",))
    with pytest.raises(WrongUse):
        need_for(measures, "care")
