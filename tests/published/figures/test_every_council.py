"""All 153 councils, all indicators, all years: nothing impossible, nothing lost."""

import numpy as np
import pytest

from brightfutures.catalogue import IndicatorKind, load_catalogue
from brightfutures.quantities import ENGLAND, Reason, bits_to_reasons

pytestmark = pytest.mark.published

INDICATORS = load_catalogue().indicators

# The newest year of each source; what ends before is named with the reason.
NEWEST = {"2025", "2024-25"}
ENDS_BEFORE = {
    "assessments_within_45_days_percent": "2022",  # the later file is not among those loaded
    "injury_admissions_rate": "2023-24",  # OHID's newest
    "school_moves_percent": "2024",  # DfE prints them a year behind
    "three_or_more_social_workers_percent": "2024",  # printed once
}
# Ten times England's rate and true: arrivals at ports and at the place where claims are made,
# and the smallest councils, where one child is a large rate.
FAR_ABOVE_ENGLAND = {
    "City of London",
    "Isles of Scilly",
    "Croydon",
    "Kent",
}
# What social workers record differs so much in use that some councils stand far above others.
RECORDING = "assessment_factor_"


@pytest.mark.parametrize("indicator", INDICATORS)
def test_no_figure_is_impossible(indicator, edition):
    declared = INDICATORS[indicator]
    panel = edition.measures.panel(indicator)
    known = panel.value[~np.isnan(panel.value)]
    assert np.all(known >= 0)
    if declared.unit == "%" and declared.kind is not IndicatorKind.RATE:
        assert np.all(known <= 100)
    if declared.kind is IndicatorKind.PROPORTION:
        both = ~np.isnan(panel.numerator) & ~np.isnan(panel.denominator)
        assert np.all(panel.numerator[both] <= panel.denominator[both])


@pytest.mark.parametrize("indicator", INDICATORS)
def test_england_has_a_figure_unless_none_was_published(indicator, edition):
    panel = edition.measures.panel(indicator)
    row = panel.area_index[ENGLAND]
    for column, period in enumerate(panel.periods):
        reasons = set(bits_to_reasons(int(panel.missing[row, column])))
        not_collected = period in ("2019-20", "2020-21")  # schools' figures in the pandemic
        allowed = {Reason.DENOMINATOR_UNAVAILABLE} | (
            {Reason.UNAVAILABLE} if not_collected else set()
        )
        assert reasons <= allowed, (period, reasons)


@pytest.mark.parametrize("indicator", INDICATORS)
def test_the_newest_year_is_the_newest_published(indicator, edition):
    newest = edition.measures.periods(indicator)[-1]
    expected = {ENDS_BEFORE[indicator]} if indicator in ENDS_BEFORE else NEWEST
    assert newest in expected


@pytest.mark.parametrize("indicator", INDICATORS)
def test_most_councils_have_a_figure_in_the_newest_year(indicator, edition):
    panel = edition.measures.panel(indicator)
    rows = [panel.area_index[area.code] for area in edition.geography.councils()]
    known = int(np.sum(~np.isnan(panel.value[rows, -1])))
    assert known >= 50


@pytest.mark.parametrize(
    "indicator", [name for name in INDICATORS if not name.startswith(RECORDING)]
)
def test_who_stands_at_ten_times_england_is_known(indicator, edition):
    panel = edition.measures.panel(indicator)
    england = panel.value[panel.area_index[ENGLAND]]
    with np.errstate(invalid="ignore"):
        far = np.argwhere(panel.value > 10 * england[None, :])
    names = {edition.name_of(panel.areas[row]) for row, _ in far}
    assert names <= FAR_ABOVE_ENGLAND
