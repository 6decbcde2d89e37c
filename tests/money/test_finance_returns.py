"""The names by which money asks for returns and for how a line is told are declared ones."""

from brightfutures.catalogue import load_catalogue
from brightfutures.money.finance_returns import (
    AFTER_INCOME,
    BEFORE_INCOME,
    BUDGET,
    BUDGET_AFTER_INCOME,
    INCOME,
    OUTTURN,
    SECTION_251,
)


def test_every_return_is_declared_and_tells_a_line_in_the_ways_that_are_asked_for():
    accounts = load_catalogue().spending.accounts

    assert accounts[OUTTURN].measures == (BEFORE_INCOME, INCOME, AFTER_INCOME)
    assert {BEFORE_INCOME, INCOME, AFTER_INCOME} <= set(accounts[SECTION_251].measures)
    assert accounts[BUDGET].measures == (BUDGET_AFTER_INCOME,)
