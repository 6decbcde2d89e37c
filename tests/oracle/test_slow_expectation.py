"""Leaving each council out without a fit of its own gives what a fit without it would give."""

from collections import Counter
from dataclasses import replace

import numpy as np
import pytest
from contexts import EnglandInContext, in_context
from slow_expectation import SlowExpectation, ends_of
from small_england import random_england

from brightfutures.catalogue import IndicatorKind
from brightfutures.catalogue.geography import JointReturn
from brightfutures.measures.levels.likelihoods import Likelihood, Observations
from brightfutures.measures.levels.random_intercept import fit_random_intercept
from brightfutures.quantities import Reason

YEARS = [2022, 2023, 2024, 2025]
KINDS = {
    "care": IndicatorKind.RATE,
    "moves": IndicatorKind.PROPORTION,
    "plans": IndicatorKind.RATE,
}


def an_england(seed: int, councils: int = 48) -> EnglandInContext:
    """An England whose care goes with its poverty, with a few far off and a few small councils."""
    england = random_england(seed, councils=councils, years=YEARS, kinds=KINDS, wobble=0.05)
    made = in_context(england, seed)
    draw = np.random.default_rng(seed)
    for code in sorted({code for code, _ in made.tables["people"]}):
        poverty = float(made.tables["poverty_figure"][code, "2024"])
        lift = np.exp(0.02 * (poverty - 30) + draw.choice([0.0, 0.9], p=[0.9, 0.1]))
        small = 0.02 if draw.random() < 0.1 else 1.0
        for year in YEARS:
            key = (code, str(year))
            made.tables["people"][key] = round(float(made.tables["people"][key]) * small)
            for name in KINDS:
                top = made.tables[f"{name}_count"][key]
                if not isinstance(top, Reason):
                    made.tables[f"{name}_count"][key] = float(round(top * small * lift))
    return made


def with_a_joint_return(england: EnglandInContext) -> EnglandInContext:
    """The same, C05 and C06 returning one figure for care together."""
    joint = JointReturn(areas=("C05", "C06"), sources=("returns",), sentence="They do.")
    england.geography = replace(england.geography, joint_returns=(joint,))
    england.sources["care_count"] = ("returns",)
    for year in YEARS:
        england.tables["care_count"]["C06", str(year)] = england.tables["care_count"][
            "C05", str(year)
        ]
        england.tables["people"]["C06", str(year)] = england.tables["people"]["C05", str(year)]
    return england


@pytest.mark.parametrize("seed", [1, 2])
def test_what_is_expected_its_range_and_the_verdict_are_those_of_the_slow_twin(seed: int):
    england = an_england(seed)
    slow, measures = SlowExpectation(england, YEARS), england.measures()
    seen: Counter[str] = Counter()
    for council in slow.councils[::3]:
        for name, answer in slow.judge(council, 2025).items():
            found = measures.expected.of(name, council, "2025")
            assert found is not None
            low, middle, high = slow.range(name, 2025, council)
            assert found.expected == pytest.approx(middle, rel=1e-7)
            assert (found.low, found.high) == (pytest.approx(low), pytest.approx(high))
            assert (found.level, found.reason) == (answer.level, answer.reason), (council, name)
            seen[answer.level] += 1
            if answer.z_wobble is None:
                continue
            assert found.z_wobble == pytest.approx(answer.z_wobble, rel=1e-5)
            assert found.z_usual == pytest.approx(answer.z_usual, rel=1e-6)
    assert {"higher", "unusually_high", "lower"} & set(seen)
    assert "cannot_say" in seen


def test_a_council_that_returns_its_figure_with_another_is_expected_without_both():
    england = with_a_joint_return(an_england(3))
    slow, measures = SlowExpectation(england, YEARS), england.measures()
    for council in ("C05", "C06", "C07"):
        found = measures.expected.of("care", council, "2025")
        assert found is not None
        low, middle, high = slow.range("care", 2025, council)
        assert found.expected == pytest.approx(middle, rel=1e-7)
        assert (found.low, found.high) == (pytest.approx(low), pytest.approx(high))


@pytest.mark.parametrize("name", list(KINDS))
def test_a_whole_fit_without_the_council_would_expect_the_same(name: str):
    """τ² and the weights are held; found anew they move no expectation by a fiftieth of its sd."""
    england = an_england(4)
    slow, measures = SlowExpectation(england, YEARS), england.measures()
    for council in slow.known(name, 2025)[::5]:
        left = [one for one in slow.known(name, 2025) if one != council]
        level = float(np.array(slow.scores(council)) @ slow.fit(name, 2025, left).coefficients)
        apart = level - slow.others(name, 2025, council)[0]
        assert abs(apart) < 0.02 * slow.deviation(name, 2025, council)
        found = measures.expected.of(name, council, "2025")
        assert found is not None
        assert found.expected == pytest.approx(slow.slow.back(name, level), rel=0.02)


def test_what_is_expected_without_a_circumstance_is_a_fit_without_it():
    england = an_england(5)
    found = england.measures().expected.of("care", "C04", "2025")
    assert found is not None
    assert [each.variable.id for each in found.without] == [each.id for each in england.context]
    for each in found.without:
        slow = SlowExpectation(england, YEARS, without=each.variable.id)
        assert each.expected == pytest.approx(slow.range("care", 2025, "C04")[1], rel=0.005)


@pytest.mark.parametrize("name", ["care", "moves"])
def test_councils_held_out_are_those_of_ten_whole_fits(name: str):
    england = an_england(6)
    slow, model = SlowExpectation(england, YEARS), england.measures().expected.model(name, "2025")
    assert model is not None
    councils = sorted(slow.known(name, 2025))
    apart, alone, within = 0.0, 0.0, 0
    for tenth in range(10):
        out = councils[tenth::10]
        kept = [one for one in councils if one not in out]
        fit = slow.fit(name, 2025, kept)
        tops, bases = zip(*[slow.slow.counts(name, one, 2025) for one in kept], strict=True)  # type: ignore[arg-type]
        average = alone_level(slow, name, list(tops), list(bases))
        points = [
            ((fit.working[at], fit.working_variance[at], fit.spread**2), slow.scores(one))
            for at, one in enumerate(kept)
        ]
        lines = [slow.line_through(points[:at] + points[at + 1 :]) for at in range(len(kept))]
        below, above = ends_of(
            [
                stray_from(slow, name, one, line, fit.spread)
                for one, line in zip(kept, lines, strict=True)
            ]
        )
        for one in out:
            own = slow.slow.counts(name, one, 2025)
            assert own
            level = float(np.array(slow.scores(one)) @ fit.coefficients)
            within += -below <= stray_from(slow, name, one, fit, fit.spread) <= above
            per = 100 if slow.slow.kind(name) is IndicatorKind.PROPORTION else 10_000
            if own[1] >= 30 and own[1] * slow.slow.back(name, level) / per >= 5:
                y = slow.slow.y(name, *own)
                apart += (y - level) ** 2
                alone += (y - average) ** 2
    assert model.explained == pytest.approx(1 - apart / alone, abs=0.005)
    assert model.held_out_within == pytest.approx(within / len(councils), abs=1.01 / len(councils))


def stray_from(slow: SlowExpectation, name: str, council: str, fit, spread: float) -> float:
    """How far a council's figure lies from a line, in its own standard deviations."""
    own = slow.slow.counts(name, council, 2025)
    assert own
    x = np.array(slow.scores(council))
    level = float(x @ fit.coefficients)
    noise = spread**2 + x @ fit.covariance @ x + slow.chance(name, level, own[1])
    return float((slow.slow.y(name, *own) - level) / np.sqrt(noise))


def alone_level(slow: SlowExpectation, name: str, tops: list, bases: list) -> float:
    """The level of a fit to these counts with no circumstances."""
    proportion = slow.slow.kind(name) is IndicatorKind.PROPORTION
    kind = Likelihood.BINOMIAL if proportion else Likelihood.POISSON
    counts = Observations(kind, np.array(tops), np.array(bases))
    return float(fit_random_intercept(counts, np.ones((len(tops), 1))).coefficients[0])
