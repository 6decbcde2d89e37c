"""What followed cuts on made-up councils: what was planted is found, and what was not is not."""

from dataclasses import replace

import numpy as np
import pytest

from brightfutures.catalogue import IndicatorKind
from brightfutures.measures.years_on_scale import YearsOnScale
from brightfutures.money.after_cuts import AfterCut, AfterCuts, Followed, after_cuts, in_unit
from brightfutures.money.cuts import Cuts
from brightfutures.money.what_could_follow import WHAT_COULD_FOLLOW

COUNCILS = 150
BASES = (2015, 2016, 2017, 2018)
YEARS = tuple(range(2012, 2021))
LINE = "youth_justice"
ASKED = WHAT_COULD_FOLLOW[LINE]
REFERRALS = ("referrals_rate",)
SIZES = np.random.default_rng(1).normal(11.0, 0.7, size=COUNCILS)
SHUFFLES = 99


def series(name: str, y: np.ndarray) -> YearsOnScale:
    return YearsOnScale(name, IndicatorKind.RATE, YEARS, y, np.ones(y.shape, dtype=bool))


def england(
    seed: int,
    *,
    planted: float = 0.0,
    before: float = 0.0,
    share: float = 0.15,
    asked: tuple[str, ...] = REFERRALS,
) -> AfterCuts:
    """Cuts at random, and indicators that wander with shocks common to all.

    Wherever a council cut, referrals rise by `planted` in the year after the base and stay there;
    by `before` they had risen in the year before. A council may cut in several years.
    """
    random = np.random.default_rng(seed)
    cut = (random.random((COUNCILS, len(BASES))) < share).astype(np.float64)
    made = {}
    for name in asked:
        steps = random.normal(0.0, 0.06, size=(COUNCILS, len(YEARS)))
        common = random.normal(0.0, 0.1, size=len(YEARS))
        noise = random.normal(0.0, 0.05, size=(COUNCILS, len(YEARS)))
        y = np.cumsum(steps + common, axis=1) + noise
        if name == "referrals_rate":
            for row, place in zip(*np.nonzero(cut), strict=True):
                y[row, YEARS.index(BASES[place]) + 1 :] += planted
                y[row, YEARS.index(BASES[place]) :] += before
        made[name] = series(name, y)
    children = series("children", SIZES[:, np.newaxis] + 0.01 * random.normal(size=(150, 9)))
    handed = Cuts(LINE, 1, BASES, cut, cut * -0.3, {})
    return after_cuts(
        {(LINE, 1): handed}, made.__getitem__, children, SIZES, {LINE: asked}, SHUFFLES
    )


def of(found: AfterCuts, indicator: str, years_on: int) -> AfterCut:
    (one,) = (
        one
        for one in found.results
        if (one.indicator, one.span_years, one.years_on) == (indicator, 1, years_on)
    )
    return one


def test_a_planted_effect_lies_in_its_interval_at_the_stated_coverage():
    planted, held = 0.10, []
    for seed in range(120):
        # One year on from the base of a cut that is not made again until then.
        one = of(england(seed, planted=planted, share=0.08), "referrals_rate", 1)
        assert one.likely is not None
        held.append(planted in one.likely)

    # Of 120 intervals of 95%, 107 to 119 hold the truth with a chance of 99.5%.
    assert 107 <= sum(held) <= 120


def test_an_effect_of_the_smallest_size_seen_is_apart_from_nought_four_times_in_five():
    usual = [of(england(seed, share=0.08), "referrals_rate", 1) for seed in range(40)]
    sizes = [np.log1p(one.smallest_seen.high / 100.0) for one in usual if one.smallest_seen]
    seen = []
    for seed in range(120):
        one = of(england(seed, planted=float(np.mean(sizes)), share=0.08), "referrals_rate", 1)
        assert one.likely is not None
        seen.append(0.0 not in one.likely)

    # Of 120, four in five give or take three standard deviations of a share.
    assert np.mean(seen) == pytest.approx(0.8, abs=0.12)


def test_effects_stray_neither_way_on_average():
    # Councils that cut before or soon after are no comparison, or this would be less.
    for years_on in (1, 2):
        found = [
            of(england(seed, planted=0.10, share=0.04), "referrals_rate", years_on).effect
            for seed in range(80)
        ]
        known = [effect for effect in found if effect is not None]
        assert np.mean(known) == pytest.approx(0.10, abs=0.015)


def test_a_large_planted_effect_is_told_on_its_side_and_never_on_the_other():
    for planted, followed in ((0.3, Followed.MORE), (-0.3, Followed.LESS)):
        said = [
            of(england(seed, planted=planted), "referrals_rate", 1).followed for seed in range(20)
        ]
        assert said.count(followed) >= 15
        assert set(said) <= {followed, Followed.ALREADY_APART}


def test_where_nothing_was_planted_something_is_told_in_at_most_one_england_of_twenty():
    any_told = [bool(england(seed, asked=ASKED).told) for seed in range(60)]

    # Of 60 Englands, more than 8 with a chance of 0.5% if it is one in twenty.
    assert sum(any_told) <= 8


def test_p_is_below_a_twentieth_as_often_as_it_says_where_nothing_was_planted():
    found = [england(1_000 + seed, asked=ASKED) for seed in range(40)]
    after = [one.p for england_ in found for one in england_.results if one.p is not None]
    before = [one.before_p for england_ in found for one in england_.results]
    children = [one.p for england_ in found for one in england_.placebos]

    for p in (after, before, children):
        assert np.mean(np.array(p, dtype=float) < 0.05) == pytest.approx(0.05, abs=0.03)


def test_councils_that_had_moved_apart_before_are_not_told_of():
    found = of(england(3, planted=0.4, before=0.4), "referrals_rate", 1)

    assert found.before is not None
    assert found.before > 0.25
    assert found.followed is Followed.ALREADY_APART


def test_with_fewer_than_ten_councils_that_cut_nothing_is_said():
    found = england(5, planted=0.5, share=0.006)

    for one in found.results:
        assert one.councils < 10
        assert one.followed is Followed.TOO_FEW
        assert one.effect is one.likely is one.p is one.q is one.unit_effect is None


def test_no_change_is_read_from_to_or_across_the_pandemic():
    found = england(7)

    # Three years on from 2018 + 1 is 2022, and two years on 2021: only earlier bases are left.
    cuts = [of(found, "referrals_rate", years_on).cuts for years_on in (1, 2, 3)]
    assert cuts[0] > cuts[1] > cuts[2] > 0
    ended = {base + 1 + 3 for base in BASES if base + 1 + 3 < 2021}
    assert cuts[2] == sum(
        int((found.cuts[LINE, 1].compared(3)[:, BASES.index(year - 4)] == 1.0).sum())
        for year in ended
    )


def test_every_declared_indicator_has_an_answer_at_every_horizon():
    found = england(8, asked=ASKED)

    assert [(one.indicator, one.years_on) for one in found.of_line(LINE)] == [
        (name, years_on) for name in ASKED for years_on in (1, 2, 3)
    ]
    assert len(found.placebos) == 3


def test_false_discovery_is_over_all_that_is_asked():
    found = england(9, planted=0.2, asked=ASKED)
    p = np.array([one.p for one in found.results])

    for one in found.results:
        assert one.q is not None
        assert one.p is not None
        assert one.q >= one.p
    assert max(one.q for one in found.results if one.q) == pytest.approx(p.max(), rel=1e-9)


def test_the_same_figures_give_the_same_answer():
    assert england(11).results == england(11).results


@pytest.mark.parametrize(
    ("kind", "effect", "usual", "expected"),
    [
        (IndicatorKind.RATE, np.log(1.1), 5.0, 10.0),
        (IndicatorKind.PROPORTION, 0.0, -1.0, 0.0),
        (IndicatorKind.PROPORTION, np.log(1.5), 0.0, 10.0),
    ],
)
def test_effects_are_told_in_per_cent_or_percentage_points(
    kind: IndicatorKind, effect: float, usual: float, expected: float
):
    assert in_unit(kind, effect, usual) == pytest.approx(expected)


def test_a_line_with_no_year_to_read_has_no_answer():
    empty = Cuts(LINE, 1, (), np.empty((COUNCILS, 0)), np.empty((COUNCILS, 0)), {})
    nothing = series("x", np.zeros((COUNCILS, len(YEARS))))

    found = after_cuts({(LINE, 1): empty}, lambda name: replace(nothing, name=name), nothing, SIZES)

    assert found.results == ()
