"""The split of every council's gap on the published figures of 2024-25, at both levels."""

import pytest

from brightfutures.delivery.edition import Edition
from brightfutures.money.council_gaps import CouncilGaps, gaps_of_year
from brightfutures.money.gap_result import Cause, GapSplit, WhyLeft
from brightfutures.money.panel import SpendPanel, build_spend_panel
from brightfutures.quantities import AreaKind, Missing, Reason

pytestmark = pytest.mark.published

YEAR = "2024-25"
ESSEX = "E10000012"
NOT_RETURNED = {"E06000063", "E08000025", "E06000039"}  # Cumberland, Birmingham, Slough
NOBODY_OR_WITHHELD = {"E06000053", "E09000001"}  # the Isles of Scilly, the City of London


@pytest.fixture(scope="module")
def panel(edition: Edition) -> SpendPanel:
    catalogue, store = edition.catalogue, edition.store
    return build_spend_panel(
        "revenue_outturn", catalogue.spending, edition.geography, store.readings, catalogue.series
    )


@pytest.fixture(scope="module")
def gaps(edition: Edition, panel: SpendPanel) -> dict[str, CouncilGaps]:
    return gaps_of_year(YEAR, panel, edition.store.readings, edition.measures)


@pytest.fixture(scope="module")
def splits(
    edition: Edition, gaps: dict[str, CouncilGaps]
) -> dict[str, dict[str, GapSplit | Missing]]:
    councils = [
        area.code
        for area in edition.geography.areas
        if area.kind is AreaKind.COUNCIL and not area.is_former
    ]
    return {level: {code: one.gap(code) for code in councils} for level, one in gaps.items()}


def test_it_adds_up_for_every_council_with_data(
    splits: dict[str, dict[str, GapSplit | Missing]],
):
    for level, found in splits.items():
        told = [split for split in found.values() if isinstance(split, GapSplit)]
        assert len(told) >= 148, level
        for split in told:
            total = sum(part.pounds_per_child for part in split.parts)
            assert total == pytest.approx(split.gap, abs=0.005), (level, split.council)
            for part in split.parts:
                assert part.low <= part.pounds_per_child <= part.high


def test_who_has_none_is_named_with_the_reason(splits: dict[str, dict[str, GapSplit | Missing]]):
    for level, found in splits.items():
        without = {code: split for code, split in found.items() if isinstance(split, Missing)}
        reasons = {code: split.reasons for code, split in without.items()}
        assert set(reasons) >= NOT_RETURNED, level
        assert all(reasons[code] == (Reason.NOT_RETURNED,) for code in NOT_RETURNED)
        assert set(reasons) <= NOT_RETURNED | NOBODY_OR_WITHHELD


def test_the_lines_and_children_of_a_part_are_the_files(
    panel: SpendPanel, splits: dict[str, dict[str, GapSplit | Missing]]
):
    essex = splits["in_care"][ESSEX]
    assert isinstance(essex, GapSplit)
    whole = panel.value_at("children_looked_after", "spend", ESSEX, YEAR)
    children = float(whole) / essex.ours_per_child
    assert 300_000 < children < 330_000  # who live in Essex
    assert [part for part in essex.in_remainder if part.why is not WhyLeft.NO_COUNT] == []
    left = {one.name: one.ours_per_child for one in essex.in_remainder}
    other = panel.value_at("other_children_looked_after", "spend", ESSEX, YEAR)
    assert left["other_children_looked_after"] == pytest.approx(float(other) / children)


def test_a_council_with_far_fewer_in_care_than_expected_has_a_clear_number_part(
    splits: dict[str, dict[str, GapSplit | Missing]],
):
    """Essex had 1,141 children in care; deprivation and age would lead one to expect 1,800."""
    essex = splits["in_care"][ESSEX]
    assert isinstance(essex, GapSplit)
    number = essex.part(Cause.NUMBER)
    assert number.high < 0
    assert number.clear


def test_children_in_care_stay_for_about_two_years_on_average(gaps: dict[str, CouncilGaps]):
    (homes, _) = gaps["in_care"].level.kinds
    stay = gaps["in_care"].accounts.mean_stay_years(homes, YEAR)
    assert stay == pytest.approx(2.4, abs=0.2)
