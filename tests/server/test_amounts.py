"""An amount is read by one rule, whichever file of a council's own it stands in."""

import pytest

from brightfutures.catalogue import load_catalogue
from brightfutures.delivery.amounts import amount
from brightfutures.delivery.draft_return import read_draft
from brightfutures.delivery.own_budget import read_own_budget
from brightfutures.quantities import WrongUse

LINES = load_catalogue().spend_lines


@pytest.mark.parametrize(
    ("text", "pounds"),
    [
        ("1234", 1234.0),
        ("£1,234.50", 1234.5),
        ("1 234", 1234.0),
        ("£ 1\u00a0234", 1234.0),
        ("-£1,234", -1234.0),
        ("£-1,234", -1234.0),
        ("−1234", -1234.0),
        ("(1,234)", -1234.0),
        ("(£1,234)", -1234.0),
        ("0", 0.0),
    ],
)
def test_an_amount_is_read_as_people_and_spreadsheets_write_it(text: str, pounds: float):
    assert amount(text) == pounds


@pytest.mark.parametrize(
    "text", ["", "x", "1,23", "12,34,567", "£", "--1", "(1", "1)", "-(1)", "1.2.3", "1e6", "£1k"]
)
def test_what_is_no_amount_is_none(text: str):
    assert amount(text) is None


@pytest.mark.parametrize(
    ("text", "pounds"), [("(£1,234)", -1234.0), ("−1 234", -1234.0), ("£-5", -5.0)]
)
def test_a_budget_and_a_draft_read_the_same_amount(text: str, pounds: float):
    budget = f'line,year,budget_pounds,outturn_pounds\nfostering,2024-25,"{text}",\n'
    draft = f'line,gross_pounds\nfostering,"{text}"\n'

    (planned,) = read_own_budget("b.csv", budget.encode(), LINES)
    told = read_draft("d.csv", draft.encode(), LINES, "revenue_outturn", "2024-25")
    assert planned.budget_pounds == pounds
    assert told.pounds("fostering") == pounds


def test_neither_reads_what_is_no_amount():
    with pytest.raises(WrongUse, match="row 2, column budget_pounds: '1k' is not an amount"):
        read_own_budget(
            "b.csv",
            b"line,year,budget_pounds,outturn_pounds\nfostering,2024-25,1k,\n",
            LINES,
        )
    with pytest.raises(WrongUse, match="row 2, column gross_pounds: '1k' is not an amount"):
        read_draft(
            "d.csv", b"line,gross_pounds\nfostering,1k\n", LINES, "revenue_outturn", "2024-25"
        )
