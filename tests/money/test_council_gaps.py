"""Accounts and gaps of the councils of the made-up England, from what is loaded of it."""

from dataclasses import replace

import numpy as np
import pytest

from brightfutures.delivery.edition import Edition
from brightfutures.money.council_gaps import CouncilGaps, gaps_of_year
from brightfutures.money.financial_years import mid_year_within
from brightfutures.money.gap_result import Cause, GapSplit
from brightfutures.money.panel import build_spend_panel
from brightfutures.quantities import Missing, Reason, WrongUse

YEAR = "2024-25"


@pytest.fixture(scope="module")
def gaps(made_up_edition: Edition) -> dict[str, CouncilGaps]:
    catalogue, store = made_up_edition.catalogue, made_up_edition.store
    panel = build_spend_panel(
        "revenue_outturn",
        catalogue.spending,
        made_up_edition.geography,
        store.readings,
        catalogue.series,
    )
    return gaps_of_year(YEAR, panel, store.readings, made_up_edition.measures)


def councils(made_up_edition: Edition) -> list[str]:
    return [
        area.code
        for area in made_up_edition.geography.areas
        if area.kind.value == "council" and not area.is_former
    ]


def test_it_adds_up_and_every_pound_is_somewhere(
    made_up_edition: Edition, gaps: dict[str, CouncilGaps]
):
    for level, one in gaps.items():
        told = 0
        for code in councils(made_up_edition):
            split = one.gap(code)
            if isinstance(split, GapSplit):
                told += 1
                total = sum(part.pounds_per_child for part in split.parts)
                assert total == pytest.approx(split.gap, abs=0.005)
                assert split.part(Cause.PRICE).doubt.similar_councils > 0
        assert told > 100, level


def test_children_are_the_mean_of_both_year_ends(
    made_up_edition: Edition, gaps: dict[str, CouncilGaps]
):
    one = gaps["in_care"]
    assert one.need is not None
    code = one.need.given.codes[40]
    year = one.years.of(code, YEAR, one.need)
    cells = made_up_edition.measures.panel("children_looked_after_rate")
    row = cells.areas.index(code)
    ends = [cells.numerator[row, cells.periods.index(year)] for year in ("2024", "2025")]
    assert year.children_helped == pytest.approx(sum(ends) / 2)
    assert year.children_living_there == pytest.approx(
        cells.denominator[row, cells.periods.index(str(int(mid_year_within(YEAR)) + 1))]
    )


def test_how_long_help_lasts_says_how_much_chance_is_of_the_day(gaps: dict[str, CouncilGaps]):
    one = gaps["in_care"]
    assert one.need is not None
    year = one.years.of(one.need.given.codes[40], YEAR, one.need)
    assert all(0 < kind.chance_of_the_day < 0.5 for kind in year.kinds)


def test_an_unknown_council_is_refused_and_a_year_without_figures_has_none(
    made_up_edition: Edition, gaps: dict[str, CouncilGaps]
):
    with pytest.raises(WrongUse):
        gaps["in_care"].gap("E99999999")
    panel = gaps["in_care"].years.panel
    early = gaps_of_year("2006-07", panel, made_up_edition.store.readings, made_up_edition.measures)
    code = councils(made_up_edition)[0]
    assert all(isinstance(one.gap(code), Missing) for one in early.values())


def test_a_line_of_which_a_part_is_not_told_is_priced_by_its_own_total(
    gaps: dict[str, CouncilGaps],
):
    one = gaps["all_lines"]
    assert one.need is not None
    code, panel = one.need.given.codes[40], one.years.panel
    whole = panel.value_at("children_looked_after", "spend", code, YEAR)
    value, missing = panel.value.copy(), panel.missing.copy()
    at = np.s_[panel.line_index["fostering"], :, panel.places.rows[code], panel.period_index[YEAR]]
    value[at], missing[at] = np.nan, Reason.NOT_RETURNED.bit
    years = replace(one.years, panel=replace(panel, value=value, missing=missing))
    in_care = years.of(code, YEAR, one.need).kinds[0]
    assert in_care.spend_pounds == whole
    by_parts = one.years.of(code, YEAR, one.need).kinds[0]
    assert by_parts.spend_pounds == pytest.approx(whole)


def test_what_england_spends_on_one_child_is_known_of_every_kind(gaps: dict[str, CouncilGaps]):
    for one in gaps.values():
        assert one.need is not None
        year = one.years.of(one.need.given.codes[40], YEAR, one.need)
        for kind in year.kinds:
            assert kind.usual_pounds > 5_000
            assert not kind.booked_elsewhere
