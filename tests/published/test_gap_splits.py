"""The split of every council's gap on the published figures of 2024-25, at both levels."""

import pytest

from brightfutures.delivery.edition import Edition
from brightfutures.money.council_gaps import CouncilGaps, gaps_of_year
from brightfutures.money.gap_result import Cause, GapSplit, NoPrice, WhyLeft
from brightfutures.money.panel import SpendPanel, build_spend_panel
from brightfutures.quantities import AreaKind, Missing, Reason

pytestmark = pytest.mark.published

YEAR = "2024-25"
ESSEX = "E10000012"
NOT_RETURNED = {"E06000063", "E08000025", "E06000039"}  # Cumberland, Birmingham, Slough
NOBODY_OR_WITHHELD = {"E06000053", "E09000001"}  # the Isles of Scilly, the City of London
SANDWELL = "E08000028"  # its children's trust's pounds stand on another line
GATESHEAD = "E08000037"  # its care line stands without parts
HULL = "E06000010"
PARTED = {"all_lines": 147, "in_care": 146}


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
        assert len(told) == PARTED[level], level
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
        assert reasons.pop(SANDWELL) == (Reason.UNAVAILABLE,)
        parts_not_told = {GATESHEAD} if level == "in_care" else set()
        assert set(reasons) == NOT_RETURNED | NOBODY_OR_WITHHELD | parts_not_told


def test_pounds_booked_elsewhere_are_parted_nowhere_and_in_nobodys_pool(
    splits: dict[str, dict[str, GapSplit | Missing]],
):
    """Sandwell tells £5,000 for 812 children in care, and £129m on other services."""
    assert splits["all_lines"][SANDWELL] == NoPrice(
        kinds=("in_care",), why=WhyLeft.BOOKED_ELSEWHERE
    )
    assert splits["in_care"][SANDWELL] == NoPrice(
        kinds=("residential_care", "fostering"), why=WhyLeft.NO_SPEND
    )
    for found in splits.values():
        told = [split for split in found.values() if isinstance(split, GapSplit)]
        assert not any(SANDWELL in split.comparators for split in told)
        named = [why for split in told for code, why in split.left_out if code == SANDWELL]
        assert len(named) == 10
        assert all(isinstance(why, NoPrice) for why in named)


def test_without_such_a_comparator_the_price_of_help_in_hull_is_clearly_lower(
    splits: dict[str, dict[str, GapSplit | Missing]],
):
    hull = splits["all_lines"][HULL]
    assert isinstance(hull, GapSplit)
    assert hull.part(Cause.PRICE).pounds_per_child == pytest.approx(-472, abs=1)


def test_a_line_told_without_its_parts_is_priced_by_its_total(
    panel: SpendPanel, splits: dict[str, dict[str, GapSplit | Missing]]
):
    gateshead = splits["all_lines"][GATESHEAD]
    assert isinstance(gateshead, GapSplit)
    assert panel.value_at("residential_care", "spend", GATESHEAD, YEAR) == Missing(
        (Reason.NOT_RETURNED,)
    )
    assert [one.why for one in gateshead.in_remainder] == [WhyLeft.NO_COUNT] * 5
    assert "in_care" in dict(gateshead.part(Cause.PRICE).by_kind)


def test_the_lines_and_children_of_a_part_are_the_files(
    panel: SpendPanel, splits: dict[str, dict[str, GapSplit | Missing]]
):
    essex = splits["in_care"][ESSEX]
    assert isinstance(essex, GapSplit)
    whole = panel.value_at("children_looked_after", "spend", ESSEX, YEAR)
    children = float(whole) / essex.ours_per_child
    assert 300_000 < children < 330_000  # who live in Essex
    assert {part.why for part in essex.in_remainder} == {WhyLeft.NOT_PRICED_APART}
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
    stay = gaps["in_care"].years.mean_stay_years(homes, YEAR)
    assert stay == pytest.approx(2.4, abs=0.2)
