"""What is expected given circumstances: of whom, from whom, and when nothing can be said."""

import datetime
from dataclasses import replace
from statistics import fmean

import numpy as np
import pytest
from contexts import EnglandInContext, in_context
from small_england import council_codes, indicator, random_england

from brightfutures.catalogue import ContextUse, IndicatorKind
from brightfutures.catalogue.geography import JointReturn
from brightfutures.measures.expectation.held_out import FOLDS, folds_of
from brightfutures.measures.expectation.levels import FEWEST_COUNCILS
from brightfutures.measures.expectation.reach import reach_of, reach_without_own
from brightfutures.measures.expectation.regression import Figures, best_line
from brightfutures.measures.results import Level, Why
from brightfutures.quantities import ENGLAND, Reason

KINDS = {"care": IndicatorKind.RATE, "moves": IndicatorKind.PROPORTION}


def an_england(seed: int = 1, councils: int = 60, **changes: object) -> EnglandInContext:
    england = random_england(
        seed, councils=councils, years=range(2021, 2026), kinds=KINDS, wobble=0.03
    )
    return in_context(england, seed, **changes)  # type: ignore[arg-type]


def planted(times: float) -> EnglandInContext:
    """The same, in which C07 has so many times its children in care in every year."""
    england = an_england()
    for (code, year), count in list(england.tables["care_count"].items()):
        if code == "C07" and not isinstance(count, Reason):
            england.tables["care_count"][code, year] = round(count * times)
    return england


def test_a_council_far_above_what_is_expected_is_called_so_in_the_unit_and_in_children():
    england = planted(4.0)
    found = england.measures().expected.of("care", "C07", "2025")
    assert found is not None
    assert found.level is Level.UNUSUALLY_HIGH
    assert found.expected is not None
    assert found.high is not None
    assert found.gap is not None
    here, people = found.here.value, found.here.denominator
    assert isinstance(here, float)
    assert people is not None
    assert here > found.high > found.expected
    assert found.gap.value == pytest.approx(here - found.expected)
    assert found.gap.low < found.gap.value < found.gap.high
    assert found.gap_children == pytest.approx(found.gap.value * people / 10_000)
    low = planted(0.3).measures().expected.of("care", "C07", "2025")
    assert low is not None
    assert low.level is Level.UNUSUALLY_LOW


def test_what_is_expected_of_a_council_hardly_heeds_its_own_figure():
    one = planted(1.0).measures().expected.of("care", "C07", "2025")
    other = planted(4.0).measures().expected.of("care", "C07", "2025")
    assert one is not None
    assert other is not None
    assert one.expected is not None
    assert other.expected == pytest.approx(one.expected, rel=0.03)


def test_nothing_is_expected_without_circumstances_or_of_too_few_councils_or_of_no_council():
    bare = an_england()
    bare.context = []
    assert bare.measures().expected.of("care", "C07") is None
    assert bare.measures().expected.model("care") is None
    few = an_england(councils=FEWEST_COUNCILS - 1).measures()
    assert few.expected.of("care", "C07") is None
    measures = an_england().measures()
    assert measures.expected.of("care", "R1") is None
    assert measures.expected.of("care", ENGLAND) is None


def test_a_circumstance_that_is_used_for_something_else_is_not_used_here():
    england = an_england()
    poverty = next(each for each in england.context if each.id == "poverty")
    england.context = [
        replace(each, used_for=(ContextUse.NEAREST,)) if each.id == "size" else each
        for each in england.context
        if each.id != "poverty"
    ] + [replace(poverty, only_for=("moves",))]
    measures = england.measures()
    for name, used in (("care", {"ethnicity", "rurality"}),
                       ("moves", {"ethnicity", "rurality", "poverty"})):  # fmt: skip
        model = measures.expected.model(name)
        assert model is not None
        assert {each.variable.id for each in model.effects} == used


def test_a_council_with_a_circumstance_that_is_not_known_gets_no_expectation():
    england = an_england()
    del england.tables["poverty_figure"]["C07", "2024"]
    measures = england.measures()
    found = measures.expected.of("care", "C07", "2025")
    assert found is not None
    assert (found.level, found.reason) == (Level.CANNOT_SAY, Why.NO_CONTEXT)
    assert (found.expected, found.low, found.high, found.gap, found.without) == (
        None, None, None, None, ()
    )  # fmt: skip
    model = measures.expected.model("care", "2025")
    assert model is not None
    withheld = sum(
        isinstance(count, Reason)
        for (code, year), count in england.tables["care_count"].items()
        if year == "2025" and code != "C07"
    )
    assert model.left_out == 1 + withheld
    assert model.councils == 60 - model.left_out


def test_a_withheld_count_is_judged_only_where_both_its_ends_agree():
    england = an_england()
    england.one_to_five = {"care_count"}
    england.tables["care_count"]["C07", "2025"] = Reason.SUPPRESSED
    found = england.measures().expected.of("care", "C07", "2025")
    assert found is not None
    assert found.expected is not None
    assert found.level in (Level.LOWER, Level.UNUSUALLY_LOW)  # a hundred or so are expected
    assert (found.p, found.z_wobble, found.gap) == (None, None, None)
    england.one_to_five = set()
    unknown = england.measures().expected.of("care", "C07", "2025")
    assert unknown is not None
    assert (unknown.level, unknown.reason) == (Level.CANNOT_SAY, Why.VALUE_MISSING)
    assert unknown.expected == pytest.approx(found.expected)


def test_figures_without_counts_have_an_expectation_and_a_range_but_no_verdict():
    england = an_england()
    codes = council_codes(england.geography)
    draw = np.random.default_rng(5)
    poverty = {code: float(england.tables["poverty_figure"][code, "2024"]) for code in codes}
    for name, unit in (("pounds", "pounds"), ("share", "%")):
        england.indicators.append(
            indicator(name, IndicatorKind.FIGURE, unit=unit, per=1.0, health_check=False)
        )
        england.tables[f"{name}_count"] = {}
    for code in codes:
        noise = draw.normal()
        england.tables["pounds_count"][code, "2025"] = float(
            np.exp(7 + 0.01 * poverty[code] + 0.2 * noise)
        )
        england.tables["share_count"][code, "2025"] = float(
            np.clip(4 + 0.2 * poverty[code] + 2 * noise, 0, 100)
        )
    measures = england.measures()
    for name in ("pounds", "share"):
        for code in codes:
            found = measures.expected.of(name, code, "2025")
            assert found is not None
            assert (found.level, found.reason) == (Level.CANNOT_SAY, Why.NO_COUNTS)
            assert found.expected is not None
            assert found.low is not None
            assert found.high is not None
            assert 0.0 <= found.low < found.expected < found.high
            assert name == "pounds" or found.high <= 100.0
        model = measures.expected.model(name, "2025")
        assert model is not None
        assert model.explained > 0.2
        assert {each.adds for each in model.effects} == {name == "share"}
        steepest = max(model.effects, key=lambda each: each.expected_above - each.expected_below)
        assert steepest.variable.id == "poverty"
        assert steepest.clear


def test_what_the_model_says_of_a_circumstance_is_what_was_planted():
    england = an_england(3, councils=150)
    codes = council_codes(england.geography)
    laid = {code: np.log(p / (100 - p)) for code in codes
            if (p := float(england.tables["poverty_figure"][code, "2024"]))}  # fmt: skip
    mean, spread = fmean(laid.values()), float(np.std(list(laid.values())))
    draw = np.random.default_rng(3)
    for code in codes:
        score = (laid[code] - mean) / spread
        people = float(england.tables["people"][code, "2025"])
        level = np.exp(-5.0 + 0.4 * score + draw.normal(0, 0.2))
        england.tables["care_count"][code, "2025"] = float(draw.poisson(people * level))
    model = england.measures().expected.model("care", "2025")
    assert model is not None
    effect = next(each for each in model.effects if each.variable.id == "poverty")
    assert effect.low < np.exp(0.4) < effect.high
    assert effect.clear
    assert effect.expected_above / effect.expected_below == pytest.approx(effect.times**2)
    assert model.spread == pytest.approx(0.2, rel=0.2)
    assert model.spread_alone == pytest.approx(np.hypot(0.2, 0.4), rel=0.2)
    assert model.explained == pytest.approx(0.8, abs=0.1)


def test_where_circumstances_tell_nothing_no_gain_is_printed():
    explained = []
    for seed in range(6):
        model = an_england(seed).measures().expected.model("care", "2025")
        assert model is not None
        explained.append(model.explained)
    assert fmean(explained) < 0.0


@pytest.mark.parametrize("shape", ["bell", "skewed", "heavy"])
def test_a_range_taken_from_the_others_holds_nineteen_in_twenty_whatever_the_shape(shape: str):
    draw = np.random.default_rng(1)
    held = []
    for _ in range(60):
        strays = {
            "bell": lambda: draw.normal(size=150),
            "skewed": lambda: draw.exponential(size=150) - 1.0,
            "heavy": lambda: draw.standard_t(2, size=150),
        }[shape]()
        below, above = reach_without_own(strays)
        held.append(float(((strays >= -below) & (strays <= above)).mean()))
        low, high = reach_of(strays[:-1])
        assert (below[-1], above[-1]) == (pytest.approx(low), pytest.approx(high))
    assert fmean(held) == pytest.approx(0.95, abs=0.01)


def test_the_spread_of_councils_of_one_size_is_that_of_the_textbook():
    draw = np.random.default_rng(2)
    design = np.column_stack([np.ones(50), draw.normal(size=(50, 2))])
    figures = Figures(draw.normal(0, 0.5, 50), np.full(50, 0.04), design)
    rest = figures.working - design @ np.linalg.lstsq(design, figures.working, rcond=None)[0]
    assert best_line(figures, 3.0).spread == pytest.approx(rest @ rest / 47 - 0.04, rel=1e-8)
    much_chance = Figures(figures.working, np.full(50, 4.0), design)
    assert best_line(much_chance, 3.0).spread == 0.0


def test_folds_are_fixed_by_codes_and_those_who_return_together_are_in_one():
    codes = [f"C{number:02d}" for number in range(30)]
    fold = folds_of(codes)
    assert fold.tolist() == [*range(FOLDS)] * 3
    turned = folds_of(codes[::-1])
    assert turned[::-1].tolist() == fold.tolist()
    together = folds_of(codes, [(3, 14), (14, 3)])
    assert together[3] == together[14] == 3


def test_councils_that_return_one_figure_have_no_part_in_each_others_range():
    england = an_england()
    joint = JointReturn(areas=("C05", "C06"), sources=("returns",), sentence="They do.")
    england.geography = replace(england.geography, joint_returns=(joint,))
    england.sources["care_count"] = ("returns",)
    for code in ("C05", "C06"):
        england.tables["people"][code, "2025"] = 20_000.0
        england.tables["care_count"][code, "2025"] = 900.0
    for name in ("size", "poverty", "ethnicity", "rurality"):
        table = england.tables[f"{name}_figure"]
        table["C06", "2024"] = table["C05", "2024"]
    one, other = (england.measures().expected.of("care", code, "2025") for code in ("C05", "C06"))
    assert one is not None
    assert other is not None
    assert one.expected == pytest.approx(other.expected)
    england.geography = replace(england.geography, joint_returns=())
    pulled = england.measures().expected.of("care", "C05", "2025")
    assert pulled is not None
    assert pulled.expected is not None
    assert one.expected is not None
    assert pulled.expected > one.expected * 1.005


def test_a_council_that_has_ended_has_no_circumstances_today():
    england = an_england()
    areas = [
        replace(each, last=datetime.date(2024, 3, 31)) if each.code == "C07" else each
        for each in england.geography.areas
    ]
    england.geography = replace(england.geography, areas=tuple(areas))
    found = england.measures().expected.of("care", "C07")
    assert found is not None
    assert found.period == "2024"
    assert isinstance(found.here.value, float)
    assert (found.expected, found.level, found.reason) == (
        None, Level.CANNOT_SAY, Why.NO_CONTEXT
    )  # fmt: skip
