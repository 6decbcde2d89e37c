"""England's figures are those of its councils, and are not called one council's."""

from brightfutures.catalogue import load_catalogue
from brightfutures.money.behind_unit_costs import behind_provider, behind_unit_cost
from brightfutures.money.finance_returns import BEFORE_INCOME, OUTTURN, SECTION_251
from brightfutures.money.placement_kinds import CHILDREN_BY_PROVIDER, PLACEMENT_KINDS, WHO_PROVIDES
from brightfutures.pages.england_source_lines import of_all_councils

CATALOGUE = load_catalogue()


def test_no_sentence_behind_a_figure_of_england_is_of_one_council():
    accounts = [CATALOGUE.spending.accounts[name] for name in (OUTTURN, SECTION_251)]
    series = {one.series(line, BEFORE_INCOME) for one in accounts for line in CATALOGUE.spend_lines}
    for kind in PLACEMENT_KINDS:
        series |= {name for name, _ in behind_unit_cost(CATALOGUE.spending, kind, "2024-25")}
        for who in WHO_PROVIDES if kind.id in CHILDREN_BY_PROVIDER else ():
            parts = behind_provider(CATALOGUE.spending, kind, "2024-25", who)
            series |= {name for name, _ in parts}
    known = series.intersection(CATALOGUE.series)
    told = [of_all_councils(CATALOGUE.series[name].sentence) for name in known]

    assert len(told) > 30
    assert not [one for one in told if "the council " in one or " its " in one]


def test_what_the_councils_spent_is_said_so():
    one = "What the council spent on care in the year, as told in its section 251 return"

    assert of_all_councils(one) == (
        "What England’s councils spent on care in the year, as told in their section 251 returns"
    )
