"""The lines of a return in a table: a row without figures says why once; nobody's is no dash."""

from brightfutures.catalogue import load_catalogue
from brightfutures.money.council_money import LineOfYear
from brightfutures.money.per_child import PerChild
from brightfutures.pages.money_lines import MoneyCell, line_headings, line_rows
from brightfutures.quantities import Missing, Money, Reason, Value

LINES = load_catalogue().spend_lines
NOT_RETURNED = Missing((Reason.NOT_RETURNED,))


def each(pounds: Value) -> PerChild:
    money = pounds if isinstance(pounds, Missing) else Money(pounds, "2024-25")
    return PerChild(
        period="2024-25", pounds=pounds, children=1.0, cash=money, real=money, why_cash=""
    )


def row(pounds: Value, theirs: PerChild | None, other: Value = 7e6) -> tuple[MoneyCell, ...]:
    line = LineOfYear(
        line="fostering",
        depth=2,
        spend_pounds=pounds,
        income_pounds=pounds,
        net_pounds=pounds,
        section_251_pounds=other,
        ours=each(pounds),
        theirs=theirs,
    )
    return line_rows([line], LINES)[0].cells


def test_figures_side_by_side_that_are_missing_for_one_reason_say_it_once():
    cells = row(NOT_RETURNED, each(300.0))

    assert [(cell.text, cell.span) for cell in cells] == [
        ("not returned", 4),
        ("£300", 1),
        ("7.00", 1),
    ]
    assert sum(cell.span for cell in cells) == len(line_headings("Similar councils")) - 1


def test_two_reasons_are_told_apart():
    cells = row(NOT_RETURNED, None, Missing((Reason.NOT_COLLECTED,)))

    assert [(cell.text, cell.span) for cell in cells] == [("not returned", 4), ("not collected", 1)]


def test_where_nobody_stands_beside_there_is_no_column_for_them():
    assert len(row(1e6, None)) == len(line_headings()) - 1
    assert len(row(1e6, each(1.0))) == len(line_headings("Similar councils")) - 1
