"""What accounts for a difference, found by trying steps one by one, agrees with the rule."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from brightfutures.catalogue import load_catalogue
from brightfutures.measures.nation.reconciled import SumAccount, reconciled, rounding_step
from brightfutures.published.reports import ReconciliationRow

COUNT = "children_looked_after_at_31_march"
SERIES = load_catalogue().series

FIGURES = st.lists(
    st.builds(lambda times, step: times * step, st.integers(0, 2000), st.sampled_from([1, 5, 10])),
    max_size=6,
)


def slow_step(figures: list[int]) -> int | None:
    """The largest of four steps by which each figure but nought divides without a remainder."""
    known = [Fraction(figure) for figure in figures if figure != 0]
    fitting = [
        step for step in (5, 10, 100, 1000) if all((one / step).denominator == 1 for one in known)
    ]
    if not known or not fitting:
        return None
    return max(fitting) if len(known) > 1 or max(fitting) >= 100 else None


@given(FIGURES)
def test_the_step_is_as_found_by_exact_fractions(figures: list[int]):
    assert rounding_step(figures) == slow_step(figures)


@given(
    st.lists(
        st.tuples(st.integers(1, 5000), st.integers(-30, 30), st.integers(0, 1)),
        min_size=1,
        max_size=6,
    )
)
def test_the_account_is_as_told_by_trying_each_explanation_in_turn(sums):
    rows = [
        ReconciliationRow(
            series=COUNT,
            period=str(2010 + place),
            sum_of_councils=tens * 10 - strays,
            england=tens * 10,
            difference_percent=-strays / tens / 10 * 100,
            councils_with_value=152,
            withheld_count=hidden,
            withheld=("Ash",) * hidden,
            absent_count=0,
            absent=(),
            england_rounded_to=10,
            file="cla.csv",
        )
        for place, (tens, strays, hidden) in enumerate(sums)
    ]
    step = slow_step([tens * 10 for tens, _, _ in sums])
    own = slow_step([tens * 10 - strays for tens, strays, _ in sums]) if len(sums) >= 3 else None

    for one, (_, strays, hidden) in zip(reconciled(rows, SERIES, {}), sums, strict=True):
        # A sum of 152 errors of at most half a step, each with variance step² / 12.
        most = (step or 0) / 2 + 3 * ((own or 0) ** 2 / 12 * 152) ** 0.5
        if hidden:
            expected = SumAccount.SOME_MISSING
        elif strays == 0:
            expected = SumAccount.AGREES
        else:
            expected = SumAccount.ROUNDING if abs(strays) <= most else SumAccount.NOT_ACCOUNTED_FOR
        assert one.account is expected
        assert one.difference == strays
