"""How far councils differ and what has moved, on the official statistics."""

import pytest

from brightfutures.delivery.edition import Edition
from brightfutures.measures.nation.spread_results import Lasts, NationalSpread
from brightfutures.measures.results import Movement
from brightfutures.quantities import ENGLAND, Missing

pytestmark = pytest.mark.published


@pytest.fixture(scope="module")
def spreads(edition: Edition) -> dict[str, NationalSpread]:
    return {
        name: edition.measures.all_councils.national_spread(name)
        for name in edition.measures.with_figures()
    }


@pytest.mark.parametrize(
    ("name", "then", "first", "now", "newest"),
    [
        ("children_looked_after_rate", "2013", 60, "2025", 67),
        ("repeat_child_protection_plans_percent", "2013", 14.9, "2025", 24.5),
        ("social_worker_vacancy_percent", "2017", 17.0, "2025", 14.2),
        ("social_worker_caseload", "2017", 17.7, "2025", 15.2),
    ],
)
def test_englands_figures_are_those_the_department_prints(
    spreads: dict[str, NationalSpread], name: str, then: str, first: float, now: str, newest: float
):
    found = spreads[name].england
    places = 0 if first == int(first) and newest == int(newest) else 1

    assert (found.from_period, found.to_period) == (then, now)
    assert found.from_value is not None
    assert found.to_value is not None
    assert (round(found.from_value, places), round(found.to_value, places)) == (first, newest)


def test_englands_figures_are_those_of_every_other_page(
    edition: Edition, spreads: dict[str, NationalSpread]
):
    for name, found in spreads.items():
        for period, value in (
            (found.england.from_period, found.england.from_value),
            (found.england.to_period, found.england.to_value),
        ):
            if period is not None:
                cell = edition.measures.compare(name, ENGLAND, period).here
                assert not isinstance(cell.value, Missing)
                assert cell.value == value


def test_no_change_is_read_across_a_break_or_from_before_2013(
    edition: Edition, spreads: dict[str, NationalSpread]
):
    for name, found in spreads.items():
        first = found.england.from_period
        if first is None:
            continue
        material = edition.measures._lookup.study(name).material
        place = material.panel.periods.index(first)
        assert material.periods[place].end_year >= 2013
        assert not material.broken[place + 1 :].any(), name
        if found.split is not None:
            before = material.panel.periods.index(found.split.before)
            assert not material.broken[before + 1 :].any(), name


def test_the_three_parts_are_a_whole_on_every_measure(spreads: dict[str, NationalSpread]):
    parted = [found.split for found in spreads.values() if found.split is not None]
    for split in parted:
        shares = [part.share for part in (split.lasting, split.wobble, split.chance)]
        assert sum(shares) == pytest.approx(1.0)
        assert min(shares) >= 0.0
        assert split.councils >= 30
    assert len(parted) >= 60
    assert all((found.split is None) is bool(found.why_no_split) for found in spreads.values())


def test_care_rates_last_and_the_turnover_of_social_workers_does_not(
    spreads: dict[str, NationalSpread],
):
    care, turnover = (
        spreads["children_looked_after_rate"],
        spreads["social_worker_turnover_percent"],
    )
    assert care.split is not None
    assert turnover.split is not None
    assert care.split.lasts is Lasts.MOST
    assert care.split.lasting.share > 0.9
    assert turnover.split.lasts is Lasts.LESS_THAN_HALF


def test_what_lasts_goes_with_how_steady_a_measure_has_been(spreads: dict[str, NationalSpread]):
    """The share that lasts is of the newest years; steadiness is the mean of all years."""
    pairs = [
        (found.split.lasting.share, found.steadiness.three_years)
        for found in spreads.values()
        if found.split is not None and found.steadiness.three_years is not None
    ]
    off = [abs(share - steady) for share, steady in pairs]
    assert len(pairs) > 55
    assert sum(off) / len(off) < 0.1


def test_what_circumstances_account_for_is_printed_for_all_of_the_health_check(
    edition: Edition, spreads: dict[str, NationalSpread]
):
    for indicator in edition.catalogue.health_check_set():
        circumstances = spreads[indicator.id].circumstances
        assert circumstances is not None, indicator.id
        assert circumstances.of_lasting is None or 0.0 <= circumstances.of_lasting <= 1.0


def test_england_has_moved_on_some_measures_and_not_on_others(spreads: dict[str, NationalSpread]):
    said = {found.england.moved for found in spreads.values()}
    assert said == set(Movement)
