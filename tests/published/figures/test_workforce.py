"""Social workers: rates worked out from full-time equivalents beside those DfE prints."""

from fractions import Fraction

import pytest

pytestmark = pytest.mark.published

INDICATORS = "dfe/workforce/csww_indicators_2017_to_2025.csv"
RATES = {
    "social_worker_vacancy_percent": "vacancy_rate_fte",
    "social_worker_agency_percent": "agency_rate_fte",
    "social_worker_turnover_percent": "turnover_rate_fte",
    "social_worker_caseload": "caseload_fte",
    "social_worker_absence_percent": "absence_rate_fte",
}

# Where a council's leavers, agency workers or cases are marked unreliable, DfE leaves the council
# out of the base of England's and the region's rate too, but prints the base with it. Ours is
# the percentage of the counts printed.
LEFT_OUT_OF_THE_BASE = {
    "social_worker_agency_percent": {
        ("E92000001", "2024"),
        ("E12000005", "2024"),  # Birmingham
        ("E92000001", "2023"),
        ("E12000007", "2023"),  # Sutton
        ("E13000002", "2023"),
    },
    "social_worker_turnover_percent": {
        ("E92000001", "2024"),
        ("E12000001", "2024"),  # Sunderland
        ("E92000001", "2022"),
        ("E12000001", "2022"),  # Gateshead
    },
}


def of_each_council(official, printed):
    """A return of two councils together is shown as the figure of each."""
    return [
        official.figure(code, figure.period, figure.text)
        for figure in printed
        for code in figure.area.split(" / ")
    ]


@pytest.mark.parametrize("indicator", RATES)
def test_rates_of_social_workers_are_those_printed(indicator, figures, official, rounding):
    printed = of_each_council(official, official.printed(INDICATORS, RATES[indicator]))
    to_a_tenth = rounding(1, counts_to=Fraction(1, 10), base_to=Fraction(1, 10), everywhere=True)
    figures.agree(
        indicator, printed, to_a_tenth, at_least=1300, known=LEFT_OUT_OF_THE_BASE.get(indicator, ())
    )
