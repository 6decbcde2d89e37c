"""Laws of the checks on finance returns, whatever the returns are."""

import sys
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parent.parent / "money" / "checks"))

from returning_england import PERIODS, add_up, checks, put, returns

NEWEST, BEFORE = PERIODS[-1], PERIODS[-2]
OURS = "C003"
SEEDS = st.integers(min_value=0, max_value=10_000)
CHANGE = {"jump_in_spending", "jump_in_total", "jump_in_income"}
FEW = settings(max_examples=8)


@FEW
@given(seed=SEEDS, rise=st.floats(min_value=0.85, max_value=1.3), prices=st.floats(1.0, 1.12))
def test_a_return_equal_to_last_year_s_in_real_terms_raises_no_jump(
    seed: int, rise: float, prices: float
):
    """However far all others moved."""
    told = returns(45, seed, wobble=0.15, rise=rise)
    for _, line, measure, period in list(told):
        if measure == "spend" and period == NEWEST:
            put(
                told,
                OURS,
                line,
                NEWEST,
                told[OURS, line, "spend", BEFORE] * prices,
                told[OURS, line, "income", BEFORE] * prices,
            )
    add_up(told, OURS, NEWEST)

    rules = {one.rule for one in checks(told, prices=prices).questions(OURS)}
    assert not rules & CHANGE
    assert not {one for one in rules if "make" in one or "net_is" in one}


@FEW
@given(seed=SEEDS, order=st.randoms(use_true_random=False))
def test_the_order_of_councils_changes_nothing(seed: int, order):
    told = returns(45, seed, wobble=0.4)
    codes = sorted({key[0] for key in told})
    shuffled = order.sample(codes, len(codes))

    one, other = checks(told), checks(told, shuffled)
    assert [one.questions(code) for code in codes] == [other.questions(code) for code in codes]


@FEW
@given(seed=SEEDS, line=st.sampled_from(["fostering", "safeguarding", "youth_justice"]))
def test_what_is_missing_never_becomes_a_number(seed: int, line: str):
    """No question gives a value of it, and nobody else's questions rest on it as nought."""
    told = returns(45, seed, wobble=0.4)
    without = dict(told)
    for measure in ("spend", "income", "net_spend"):
        without[OURS, line, measure, NEWEST] = None
    found = checks(without).questions(OURS)

    about = [one for one in found if one.line == line]
    assert {one.rule for one in about} <= {"line_left_blank"}
    assert all(one.value is None for one in about)
    assert not any(one.rule == "parts_do_not_make_total" for one in found)


@FEW
@given(seed=SEEDS)
def test_a_return_s_own_figures_do_not_hang_on_a_council_that_sent_none(seed: int):
    told = returns(45, seed, wobble=0.4)
    silent = {
        key: (None if key[0] == OURS and key[3] == NEWEST else pounds)
        for key, pounds in told.items()
    }
    assert [one.rule for one in checks(silent).questions(OURS)] == ["missing_return"]
