"""What must hold of what is expected, whatever the figures are."""

import copy
import random
from dataclasses import replace

import numpy as np
import pytest
from contexts import EnglandInContext, in_context
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from small_england import council_codes, indicator, random_england

from brightfutures.catalogue import IndicatorKind, Transform
from brightfutures.measures import Measures
from brightfutures.measures.expectation.results import Expectation
from brightfutures.quantities import Reason

FEW = settings(max_examples=4, suppress_health_check=[HealthCheck.too_slow])
SEEDS = some.integers(0, 10_000)
KINDS = {"care": IndicatorKind.RATE, "moves": IndicatorKind.PROPORTION}


def an_england(seed: int) -> EnglandInContext:
    england = random_england(seed, councils=52, years=[2023, 2024, 2025], kinds=KINDS)
    return in_context(england, seed, known=0.99)


def numbers(found: Expectation | None) -> tuple[tuple, tuple]:
    """What is said: words, and numbers."""
    if found is None:
        return (), ()
    without = sorted(found.without, key=lambda each: each.variable.id)
    words = (found.level, found.reason, *((each.variable.id, each.level) for each in without))
    exact = (found.expected, found.low, found.high, found.z_wobble, found.z_usual, found.q)
    known = [np.nan if number is None else number for number in exact]
    return words, (*known, *(each.expected for each in without))


def assert_same(one: dict, other: dict) -> None:
    """The same words, and the same numbers but for what is left of a search."""
    assert {key: words for key, (words, _) in one.items()} == {
        key: words for key, (words, _) in other.items()
    }
    for key, (_, exact) in one.items():
        assert exact == pytest.approx(other[key][1], rel=1e-4, abs=1e-6, nan_ok=True), key


def all_of(
    measures: Measures, england: EnglandInContext
) -> dict[tuple[str, str], tuple[tuple, tuple]]:
    return {
        (name, code): numbers(measures.expected.of(name, code, "2025"))
        for name in KINDS
        for code in council_codes(england.geography)
    }


@FEW
@given(SEEDS)
def test_the_order_of_councils_circumstances_and_rows_changes_nothing(seed: int):
    england = an_england(seed)
    shuffled = copy.deepcopy(england)
    order = random.Random(seed)
    order.shuffle(shuffled.context)
    order.shuffle(shuffled.indicators)
    areas = list(shuffled.geography.areas)
    order.shuffle(areas)
    shuffled.geography = replace(shuffled.geography, areas=tuple(areas))
    for name, table in shuffled.tables.items():
        rows = list(table.items())
        order.shuffle(rows)
        shuffled.tables[name] = dict(rows)
    one, other = england.measures(), shuffled.measures()
    assert_same(all_of(one, england), all_of(other, england))
    for name in KINDS:
        model, again = one.expected.model(name, "2025"), other.expected.model(name, "2025")
        assert model is not None
        assert again is not None
        assert again.explained == pytest.approx(model.explained, rel=1e-5, abs=1e-7)
        assert again.held_out_within == model.held_out_within


@FEW
@given(SEEDS, some.floats(0.1, 100.0), some.floats(-50.0, 50.0))
def test_another_unit_of_a_circumstance_and_a_constant_added_to_it_change_nothing(
    seed: int, times: float, plus: float
):
    england = an_england(seed)
    changed = copy.deepcopy(england)
    for each in changed.context:
        if each.transform is Transform.LOGIT:
            continue
        table = changed.tables[each.numerator[0]]
        for key, figure in table.items():
            assert not isinstance(figure, Reason)
            table[key] = figure * times + (plus if each.transform is Transform.NONE else 0.0)
    assert_same(all_of(england.measures(), england), all_of(changed.measures(), england))


@FEW
@given(SEEDS)
def test_what_is_withheld_is_no_number_in_anybodys_expectation(seed: int):
    """A withheld count that could be any number and one that is not there are alike."""
    withheld = an_england(seed)
    absent = copy.deepcopy(withheld)
    withheld_here = set()
    for name in KINDS:
        table = absent.tables[f"{name}_count"]
        for key in [key for key, figure in table.items() if isinstance(figure, Reason)]:
            del table[key]
            withheld_here.add((name, key[0]))
    one, other = all_of(withheld.measures(), withheld), all_of(absent.measures(), withheld)
    for key, (_, exact) in one.items():
        if key not in withheld_here:
            assert exact == pytest.approx(other[key][1], rel=1e-4, abs=1e-6, nan_ok=True), key


@FEW
@given(SEEDS)
def test_a_figure_made_of_the_circumstances_is_expected_exactly(seed: int):
    england = an_england(seed)
    rurality = england.tables["rurality_figure"]
    score = indicator("score", IndicatorKind.FIGURE, unit="score", per=1.0, health_check=False)
    england.indicators.append(score)
    england.tables["score_count"] = {
        (code, "2025"): 50.0 + 3.0 * float(figure) for (code, _), figure in rurality.items()
    }
    measures = england.measures()
    for code in council_codes(england.geography):
        found = measures.expected.of("score", code, "2025")
        assert found is not None
        if found.expected is not None:
            here = england.tables["score_count"][code, "2025"]
            assert found.expected == pytest.approx(here, abs=1e-4)
    model = measures.expected.model("score", "2025")
    assert model is not None
    assert model.explained == pytest.approx(1.0, abs=1e-6)


@FEW
@given(SEEDS, some.floats(0.2, 5.0))
def test_a_councils_own_figure_has_no_part_in_what_is_expected_of_it(seed: int, times: float):
    england = an_england(seed)
    england.indicators.append(
        indicator("score", IndicatorKind.FIGURE, unit="score", per=1.0, health_check=False)
    )
    codes = council_codes(england.geography)
    draw = np.random.default_rng(seed)
    england.tables["score_count"] = {(code, "2025"): draw.uniform(5, 20) for code in codes}
    changed = copy.deepcopy(england)
    own = changed.tables["score_count"]["C09", "2025"]
    assert not isinstance(own, Reason)
    changed.tables["score_count"]["C09", "2025"] = own * times
    one = england.measures().expected.of("score", "C09", "2025")
    other = changed.measures().expected.of("score", "C09", "2025")
    assert one is not None
    assert other is not None
    assert one.expected is None or one.expected == pytest.approx(other.expected)


@FEW
@given(SEEDS)
def test_an_indicator_outside_the_fixed_set_changes_no_verdict(seed: int):
    alone = an_england(seed)
    beside = copy.deepcopy(alone)
    beside.indicators.append(
        indicator("extra", IndicatorKind.RATE, health_check=False, numerator=("care_count",))
    )
    assert_same(all_of(alone.measures(), alone), all_of(beside.measures(), alone))
