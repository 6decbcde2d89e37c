"""Figures of money that a council's files and England's share: returns, years, rules, budgets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from brightfutures.delivery.edition import Edition
from brightfutures.delivery.money_figure import (
    CHILDREN,
    EACH_CHILD,
    POUNDS,
    SHARE,
    MoneyFigure,
    Subject,
    in_prices_of,
)
from brightfutures.delivery.money_rows import figures_of
from brightfutures.delivery.money_sources import (
    BUDGETED,
    SPENT,
    SPENT_AFTER_INCOME,
    rows_of_children,
    rows_of_pounds,
    rows_of_spend,
    rows_told,
)
from brightfutures.findings.prevention_words import (
    RULE_TITLES,
    UNREAD_SENTENCES,
    may_not_hold_all,
)
from brightfutures.findings.together_words import of_how_many
from brightfutures.money.council_money import LineOfYear
from brightfutures.money.overspend import Overspend
from brightfutures.money.per_child import PerChild
from brightfutures.money.prevention import RULES, TOTAL, PreventionYear
from brightfutures.published.readings import SourceRow
from brightfutures.quantities import Missing, Reason

RETURNS = "The returns"
FOR_EACH_CHILD = "For each child"
LINES = "Lines of the year"
PREVENTION = "Prevention"
BUDGETS = "Budget and outturn"
"""Parts that more than one page has."""

NO_BUDGET = Missing((Reason.DENOMINATOR_UNAVAILABLE,))
"""Why a budget that is not above nought has no share."""


def figures_of_returns(edition: Edition, code: str, whose: str) -> Iterator[MoneyFigure]:
    """Every line and year of every return, with its row."""
    spending = edition.catalogue.spending
    for one in figures_of(edition, code):
        yield MoneyFigure(
            part=RETURNS,
            about=one.line.title,
            id=one.line.id,
            within=one.parent,
            whose=whose,
            period=one.period,
            told_as=spending.measures[one.measure].title,
            unit=POUNDS,
            value=one.pounds,
            account=spending.accounts[one.account].title,
            behind=(one.row,) if one.row else (),
        )


def subject_of_line(edition: Edition, line: str, *, part: str, whose: str, period: str) -> Subject:
    """A line of the returns in a year, as what several figures are of."""
    title = edition.catalogue.spend_lines[line].title
    return Subject(part=part, about=title, id=line, whose=whose, period=period)


def figures_of_years(
    edition: Edition, whose: str, history: Sequence[PerChild], code: str | None = None
) -> Iterator[MoneyFigure]:
    """Spending for each child in every year; `code` is of the one area, None of several."""
    for one in history:
        pounds, children = _behind_year(edition, code, one.period)
        silent = [edition.name_of(left) for left, _ in one.left_out]
        words = "" if code else of_how_many(one.councils, silent)
        both, in_real_terms = (*pounds, *children), in_prices_of(EACH_CHILD, one.real)
        total = subject_of_line(edition, TOTAL, part=FOR_EACH_CHILD, whose=whose, period=one.period)
        year = replace(total, words=words)
        yield year.told("Spending before income", POUNDS, one.pounds, pounds)
        yield year.told("Children aged 0 to 17", CHILDREN, one.children, children)
        yield year.told("For each child, cash", EACH_CHILD, one.cash, both)
        yield year.told("For each child, real terms", in_real_terms, one.real, both)


def _behind_year(
    edition: Edition, code: str | None, period: str
) -> tuple[tuple[SourceRow, ...], tuple[SourceRow, ...]]:
    """Where the pounds and the children of a year stand; nothing of several councils."""
    if code is None:
        return (), ()
    return (
        rows_of_pounds(edition, code, period, TOTAL),
        rows_of_children(edition, code, (period,)),
    )


def figures_of_lines(
    edition: Edition, whose: str, beside: str, code: str, period: str, lines: Sequence[LineOfYear]
) -> Iterator[MoneyFigure]:
    """Every line of the year that is told for each child, here and in the councils beside."""
    for line in lines:
        for who, one, behind in (
            (whose, line.ours, rows_of_spend(edition, code, period, line.line)),
            (beside, line.theirs, ()),
        ):
            if one is None:
                continue
            silent = [edition.name_of(left) for left, _ in one.left_out]
            words = "" if who == whose else of_how_many(one.councils, silent)
            of_line = subject_of_line(edition, line.line, part=LINES, whose=who, period=one.period)
            told = of_line.told("For each child, cash", EACH_CHILD, one.cash, behind)
            yield replace(told, words=words)


def figures_of_prevention(
    edition: Edition, code: str, whose: str, years: Iterable[PreventionYear]
) -> Iterator[MoneyFigure]:
    """Pounds and shares under the three rules in every year."""
    book, lines = edition.books.prevention, edition.catalogue.spend_lines
    for year in years:
        nought = book.at_nought(code, year.period)
        counted = book.lines(year.period).lines
        for rule in RULES:
            places = [(one, year.period) for one in counted[rule]]
            pounds = rows_told(edition, code, SPENT, places)
            both = (*pounds, *rows_of_pounds(edition, code, year.period, TOTAL))
            words = (
                UNREAD_SENTENCES[year.unread]
                if year.unread
                else may_not_hold_all([lines[one] for one in counted[rule] if one in nought])
            )
            counted_so = Subject(
                part=PREVENTION,
                about=RULE_TITLES[rule],
                id=rule.value,
                whose=whose,
                period=year.period,
                words=words,
            )
            yield counted_so.told("Prevention", POUNDS, year.pounds[rule], pounds)
            share = year.share(rule)
            yield counted_so.told("Prevention as a share of spending", SHARE, share, both)


def figures_of_budgets(
    edition: Edition, code: str, whose: str, overspends: Mapping[str, Sequence[Overspend]]
) -> Iterator[MoneyFigure]:
    """Budget and outturn after income, by year and line, and by how much it was passed."""
    for period, lines in overspends.items():
        for one in lines:
            place = ((one.line, period),)
            budget = rows_told(edition, code, BUDGETED, place)
            outturn = rows_told(edition, code, SPENT_AFTER_INCOME, place)
            both = (*budget, *outturn)
            over, share = one.over_pounds, one.over_share
            why = over if isinstance(over, Missing) else NO_BUDGET
            of_line = subject_of_line(edition, one.line, part=BUDGETS, whose=whose, period=period)
            yield of_line.told("Budget after income", POUNDS, one.budget_pounds, budget)
            yield of_line.told("Outturn after income", POUNDS, one.outturn_pounds, outturn)
            yield of_line.told("Outturn less budget", POUNDS, over, both)
            share_or_why = why if share is None else share
            yield of_line.told("Outturn less budget, as a share of it", SHARE, share_or_why, both)
