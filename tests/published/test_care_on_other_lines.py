"""Where a return tells next to nothing on children in care, no measure is made of it."""

import pytest

from brightfutures.delivery.edition import Edition
from brightfutures.measures.care_on_other_lines import IN_CARE, LEAST_IN_CARE
from brightfutures.money.finance_returns import BEFORE_INCOME
from brightfutures.money.prevention import TOTAL
from brightfutures.quantities import Missing, Reason

pytestmark = pytest.mark.published

NOT_ON_CARE = "not_looked_after_share_of_spend_percent"
EACH = "spend_per_child_in_care_pounds"
HOMES = "residential_care_share_of_spend_percent"
YEARS = ("2018-19", "2019-20", "2020-21", "2022-23", "2023-24", "2024-25")


@pytest.mark.parametrize("indicator", [NOT_ON_CARE, EACH, HOMES])
def test_sandwells_care_on_other_lines_makes_no_figure(edition: Edition, indicator: str):
    sandwell = edition.council("Sandwell").code
    values = {
        one.period: one.value for one in edition.measures.compare(indicator, sandwell).history
    }

    told = [values[year] for year in YEARS if year in values]
    assert told[-3:] == [Missing((Reason.UNAVAILABLE,))] * 3
    assert all(isinstance(value, Missing) for value in told)
    if indicator != HOMES:  # a line that the return has asked for since 2022-23 only
        assert not isinstance(values["2017-18"], Missing)


def test_what_sandwell_spent_in_all_stands(edition: Edition):
    sandwell = edition.council("Sandwell").code
    here = edition.measures.compare("spend_per_child_pounds", sandwell, "2024-25").here

    assert here.value == pytest.approx(1584, abs=0.5)


def test_it_stands_beside_nobody_and_in_no_strip(edition: Edition):
    values = [cell.value for _, cell in edition.named_cells(NOT_ON_CARE, "2024-25")]
    told = [value for value in values if not isinstance(value, Missing)]

    assert max(told) < 100.0 * (1.0 - LEAST_IN_CARE)
    assert len(told) >= 140


def test_the_figures_lost_are_those_of_the_rule_and_no_others(edition: Edition):
    panel = edition.books.panel
    ours = edition.measures.panel(NOT_ON_CARE)
    printed = edition.measures.panel_as_published(NOT_ON_CARE)
    lost, kept, without = set(), 0, set()
    for area in edition.geography.councils():
        for period in ours.periods:
            now = ours.value_at(area.code, period)
            then = printed.value_at(area.code, period)
            if isinstance(then, Missing):
                continue
            whole = panel.whole_at(TOTAL, BEFORE_INCOME, area.code, period)
            care = panel.value_at(IN_CARE, BEFORE_INCOME, area.code, period)
            if isinstance(now, Missing):
                lost.add((area.name, period))
            else:
                kept += 1
                assert now == then
            if isinstance(whole, Missing) or isinstance(care, Missing):
                continue  # left out by the publisher's own word
            if care < LEAST_IN_CARE * whole:
                without.add((area.name, period))

    assert lost == without | {("Harrow", "2023-24")}
    assert len(without) == 43
    assert kept == 1865


def test_the_dashboards_figure_is_still_the_one_that_it_shows(edition: Edition):
    share = edition.catalogue.indicators[NOT_ON_CARE]
    _, answer = edition.compatible.dashboard(share, edition.council("Sandwell"))

    assert answer.value.text == "100.0"
