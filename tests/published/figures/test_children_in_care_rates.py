"""Rates of children in care, starting and leaving, as DfE prints them in whole numbers."""

from fractions import Fraction

import pytest

pytestmark = pytest.mark.published

RATES = "dfe/children-looked-after/2025/cla_number_and_rate_per_10k_children.csv"
PRINTED = {
    "children_looked_after_rate": "Children looked after on 31 March each year",
    "children_starting_to_be_looked_after_rate": "Children starting to be looked after each year",
    "children_ceasing_to_be_looked_after_rate": "Children ceasing to be looked after each year",
}


@pytest.mark.parametrize("indicator", PRINTED)
def test_rates_worked_out_from_counts_and_population_are_those_printed(
    indicator, figures, official, rounding
):
    printed = official.printed(RATES, "rate_per_10000", population_type=PRINTED[indicator])
    figures.agree(indicator, printed, rounding(0, base_to=Fraction(0)), at_least=800)


@pytest.mark.parametrize("indicator", PRINTED)
def test_the_counts_and_the_population_behind_a_rate_are_those_printed_beside_it(
    indicator, figures, official, edition
):
    panel = edition.measures.panel(indicator)
    for column, ours in (
        ("children_count", panel.numerator),
        ("population_estimate", panel.denominator),
    ):
        printed = official.printed(RATES, column, population_type=PRINTED[indicator])
        figures.same_counts(f"{indicator} {column}", printed, panel, ours, at_least=800)
