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
    figures.agree(indicator, printed, to_a_tenth, at_least=1300)


@pytest.mark.parametrize(
    ("indicator", "period", "area", "printed"),
    [
        # Birmingham's agency workers, Sunderland's and Gateshead's leavers are marked unreliable:
        # DfE leaves the council out of the base too, but prints the base with it.
        ("social_worker_agency_percent", "2024", "E92000001", 16.2),
        ("social_worker_agency_percent", "2024", "E12000005", 13.9),
        ("social_worker_turnover_percent", "2024", "E92000001", 13.9),
        ("social_worker_turnover_percent", "2024", "E12000001", 14),
        ("social_worker_turnover_percent", "2022", "E92000001", 17.2),
        ("social_worker_turnover_percent", "2022", "E12000001", 14.8),
    ],
)
def test_regions_and_england_are_as_printed_where_a_council_is_left_out_of_the_base(
    indicator, period, area, printed, edition
):
    panel = edition.measures.panel(indicator)
    assert panel.value_at(area, period) == printed
    behind = edition.measures.series_behind(indicator, period, area)
    series, label = behind[-1]
    assert series == f"{indicator}_printed"
    assert edition.store.source_rows(series, area, label)[0].as_published == str(printed)
