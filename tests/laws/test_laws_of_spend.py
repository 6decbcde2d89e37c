"""Laws of prevention, spread and real terms."""

import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parents[1] / "money"))

from small_books import ASH, BEECH, CEDAR, panel, prices

from brightfutures.money.per_child import SpendOfYear, per_child, per_child_together
from brightfutures.money.prevention import (
    RULES,
    PreventionLines,
    PreventionYear,
    prevention_year,
    share_of,
)
from brightfutures.money.spread import spread_of
from brightfutures.quantities import Missing, Money

POUNDS = st.integers(0, 10**9).map(float)
LINES = ("children_looked_after", "sure_start_and_early_years", "family_support", "youth_justice")
COUNCIL = st.fixed_dictionaries(dict.fromkeys((*LINES, "rest"), POUNDS))


def told(parts: dict[str, float], times: float = 1.0) -> dict[str, float]:
    """A council's lines, with a total that holds them all."""
    lines = {name: times * parts[name] for name in LINES}
    return {**lines, "childrens_social_care": times * sum(parts.values())}


def year_of(parts: dict[str, float], times: float = 1.0, beside: float = 1.0) -> PreventionYear:
    made = panel(
        {
            (ASH, "2024-25"): told(parts, times),
            (BEECH, "2024-25"): told(dict.fromkeys((*LINES, "rest"), beside)),
        }
    )
    return prevention_year(made, PreventionLines.of(made, "2024-25"), "spend", ASH)


@given(COUNCIL)
def test_shares_lie_between_nought_and_one_and_each_rule_holds_the_one_before(parts):
    year = year_of(parts)

    if year.known:
        strict, middle, broad = (year.share(rule) for rule in RULES)
        assert 0 <= strict <= middle <= broad <= 1


@given(COUNCIL, st.sampled_from([2.0, 4.0, 1024.0]))
def test_other_prices_change_no_share(parts, factor: float):
    one, other = year_of(parts), year_of(parts, factor)

    for rule in RULES:
        assert one.share(rule) == other.share(rule)


@given(COUNCIL, POUNDS)
def test_another_councils_return_changes_no_share_of_yours(parts, beside: float):
    assert year_of(parts) == year_of(parts, beside=beside)


@given(COUNCIL)
def test_what_a_rule_counts_and_the_rest_are_the_whole(parts):
    year = year_of(parts)

    for rule in RULES:
        both = year.pounds[rule] + year.rest_pounds(rule)
        if not isinstance(both, Missing):
            assert both == pytest.approx(year.total_pounds)


@given(st.lists(st.integers(1, 5_000), min_size=40, max_size=80), st.randoms())
def test_the_order_of_councils_changes_no_spread(figures, chance):
    codes = [f"c{place:02d}" for place in range(len(figures))]
    per = dict(zip(codes, map(float, figures), strict=True))
    children = dict.fromkeys(codes, 10_000.0)
    turned = list(per.items())
    chance.shuffle(turned)

    assert spread_of(dict(turned), children) == spread_of(per, children)


@given(st.lists(st.integers(1, 5_000), min_size=40, max_size=80), st.sampled_from([0.5, 2.0, 4.0]))
def test_a_change_of_prices_changes_no_ratio(figures, factor: float):
    per = {f"c{place:02d}": float(figure) for place, figure in enumerate(figures)}
    children = dict.fromkeys(per, 10_000.0)
    one = spread_of(per, children).ends
    other = spread_of({code: factor * figure for code, figure in per.items()}, children).ends

    assert one is not None
    assert other is not None
    assert one.ratio == pytest.approx(other.ratio)
    assert one.lowest == other.lowest


@given(
    st.lists(st.tuples(POUNDS, st.integers(1, 10**6)), min_size=1, max_size=8),
    st.integers(50, 200),
)
def test_councils_together_lie_between_the_lowest_and_the_highest_of_them(councils, index: int):
    there = prices(y2022=index, y2023=100)
    spends = [
        SpendOfYear(area=CEDAR, period="2022-23", pounds=pounds, children=float(children))
        for pounds, children in councils
    ]
    each = [per_child(spend, there, "2023-24").real for spend in spends]
    together = per_child_together(spends, there, "2023-24").real

    assert isinstance(together, Money)
    amounts = [one.pounds for one in each if isinstance(one, Money)]
    assert min(amounts) - 1e-6 <= together.pounds <= max(amounts) * (1 + 1e-9) + 1e-6
    assert together.price_year == "2023-24"


@given(POUNDS, POUNDS)
def test_there_is_a_share_just_where_the_total_is_above_nought(part: float, total: float):
    share = share_of(part, total)

    assert isinstance(share, Missing) == (total <= 0)
