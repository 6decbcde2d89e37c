"""The made-up section 251 return adds up: by who provides, by line, and beside the other return."""

import numpy as np
import pytest

from brightfutures.catalogue import Catalogue
from brightfutures.synthetic import Written

PROVIDERS = ("own", "private", "other_public", "voluntary")


@pytest.fixture(scope="module")
def lines(catalogue: Catalogue) -> list[str]:
    """Every line that is told by who provides, under its series' beginning."""
    ending = "_own_spend"
    made = (name for name in catalogue.series if name.startswith("section_251_"))
    return [name.removesuffix(ending) for name in made if name.endswith(ending)]


def test_what_each_provider_is_paid_adds_up_to_the_line(written: Written, lines: list[str]) -> None:
    numbers = written.world.drawn.numbers
    told = [line for line in lines if f"{line}_own_spend" in numbers]
    assert len(told) == 25
    for line in told:
        parts = [numbers[f"{line}_{provider}_spend"] for provider in PROVIDERS]
        assert np.array_equal(np.sum(parts, axis=0), numbers[f"{line}_spend"]), line
        assert all((part >= 0).all() for part in parts), line


def test_income_is_what_net_spending_is_less(written: Written, lines: list[str]) -> None:
    numbers = written.world.drawn.numbers
    for line in lines:
        if f"{line}_own_spend" in numbers:
            less = numbers[f"{line}_spend"] - numbers[f"{line}_net_spend"]
            assert np.array_equal(less, numbers[f"{line}_income"]), line


def test_children_in_care_cost_the_same_in_both_returns(written: Written) -> None:
    numbers = written.world.drawn.numbers
    both = (
        numbers["section_251_children_looked_after_spend"],
        numbers["children_looked_after_spend"],
    )
    assert np.array_equal(*both)


def test_a_line_told_in_two_rows_is_read_as_their_sum(written: Written) -> None:
    (planted,) = [
        entry
        for entry in written.planted
        if entry.series == "section_251_fostering_spend" and entry.period == "2018-19"
        and entry.file.endswith("s251ye2019.xlsx")
    ]  # fmt: skip
    there = planted.missing == 0
    truth = written.world.drawn.numbers["fostering_spend"][:, 2019 - 2013]
    places = np.flatnonzero(there[: len(truth)])
    assert len(places) > 140
    assert np.allclose(planted.value[places], truth[places])


def test_a_year_of_a_weekly_cost_is_the_line_over_its_children(written: Written) -> None:
    world = written.world
    numbers = world.drawn.numbers
    (planted,) = [
        entry
        for entry in written.planted
        if entry.series == "fostering_weekly_cost_printed" and entry.period == "2024-25"
    ]
    spend = numbers["fostering_spend"][:, -1]
    children = numbers["children_looked_after_in_foster_care_at_31_march"][:, -1]
    told = np.flatnonzero(planted.missing[: len(spend)] == 0)
    assert len(told) > 140
    weeks = spend[told] / planted.value[told] / children[told]
    assert np.allclose(weeks, 365.25 / 7, rtol=0.01)
