"""What a council's page about money is made of, from an edition: findings and view model."""

from __future__ import annotations

from brightfutures.catalogue import Stage
from brightfutures.delivery.answers import downloads_at
from brightfutures.delivery.asked import Asked
from brightfutures.delivery.chosen_comparison import (
    ChosenComparison,
    chosen_comparison,
    with_query,
)
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.money_sources import (
    rows_of_budgets,
    rows_of_children,
    rows_of_lines,
    rows_of_total,
    rows_of_unit_costs,
)
from brightfutures.delivery.return_checks import costs_asked_about, questions_on
from brightfutures.findings.check_words import question_title
from brightfutures.findings.comparison_words import SIMILAR_COUNCILS, Whom
from brightfutures.findings.england_money_words import NOT_SENT
from brightfutures.findings.money import MoneyFindings, money_findings
from brightfutures.findings.money_asks import MoneyAsk, no_return_ask, return_ask
from brightfutures.measures import Against
from brightfutures.measures.similar import SIMILAR
from brightfutures.money.checks.question import ReturnQuestion
from brightfutures.money.council_money import CouncilMoney, council_money
from brightfutures.pages.addresses import stage_address
from brightfutures.pages.money_page import MoneyPage, MoneyPageInputs, money_page
from brightfutures.pages.money_questions import ReturnQuestions, return_questions
from brightfutures.pages.money_unit_costs import UnitCostSection, unit_cost_section
from brightfutures.pages.unit_cost_strip import CostsOfAll
from brightfutures.published.readings import SourceRow
from brightfutures.quantities import ENGLAND, Area, WrongUse, find_period


def money_of(
    edition: Edition,
    area: Area,
    against: Against = SIMILAR,
    whom: Whom = SIMILAR_COUNCILS,
    period: str | None = None,
) -> MoneyFindings:
    """One council's money in figures and sentences; `CannotAnswer` where no return is loaded."""
    money = council_money(edition.books, area, against, period)
    return money_findings(edition.catalogue, edition.geography, edition.books, money, whom)


def year_meant(edition: Edition, text: str | None) -> str | None:
    """The financial year of the return that a person means; None for the newest.

    Raises `WrongUse` for a year that the return does not have.
    """
    if text is None:
        return None
    periods = edition.books.panel.periods
    found = find_period(text, periods)
    if found is None:
        told = f"; it has {periods[0]} to {periods[-1]}." if periods else "."
        raise WrongUse(f"The finance return has no year '{text}'{told}")
    return found


def money_view(edition: Edition, area: Area, chosen: ChosenComparison | None = None) -> MoneyPage:
    """The view model of one council's money on a site, by default beside similar councils."""
    beside = chosen or chosen_comparison(edition, area, Asked())
    found = money_of(edition, area, beside.against, beside.whom)
    inputs = MoneyPageInputs(
        rows=rows_of_lines(edition, area.code, found.money.period, found.money.lines),
        history_rows=rows_of_total(edition, area.code),
        more_rows=_more_rows(edition, found.money),
        source_of_file=dict(edition.source_of_file),
        asks=asks_first(edition, found),
        questions=_questions(edition, found.money),
        unit_costs=_unit_costs(edition, found.money, beside.whom),
        compared=beside.form,
        whom=beside.whom,
        prevention_of_england=edition.books.prevention.history(ENGLAND),
        prevention_breaks=edition.books.prevention.breaks(),
        query=beside.query,
        downloads=with_query(downloads_at(stage_address(area, Stage.MONEY)), beside.query),
    )
    return money_page(edition.catalogue, found, inputs)


def questions_on_return(edition: Edition, money: CouncilMoney) -> tuple[ReturnQuestion, ...]:
    """The questions on every return that is checked, in the order of `questions_by_year`."""
    return tuple(one for asked in questions_by_year(edition, money).values() for one in asked)


def questions_by_year(
    edition: Edition, money: CouncilMoney
) -> dict[str, tuple[ReturnQuestion, ...]]:
    """The questions on the newest return that there should be, and on that of the year told.

    By financial year; nothing of a council that has ended.
    """
    if money.area.is_former:
        return {}
    return {year: questions_on(edition, money.area.code, year) for year in money.checked_years}


def asks_first(edition: Edition, found: MoneyFindings) -> tuple[MoneyAsk, ...]:
    """What to ask first: of the gap, of a line, and of the newest return that raises a question."""
    for year, asked in questions_by_year(edition, found.money).items():
        if asked and asked[0].rule == NOT_SENT:
            return (*found.asks, no_return_ask(year))
        if asked:
            first = question_title(edition.catalogue, asked[0])
            return (*found.asks, return_ask(len(asked), first))
    return found.asks


def _questions(edition: Edition, money: CouncilMoney) -> tuple[ReturnQuestions, ...]:
    return tuple(
        return_questions(edition.catalogue, money.area.name, year, asked)
        for year, asked in questions_by_year(edition, money).items()
    )


def _more_rows(edition: Edition, money: CouncilMoney) -> tuple[SourceRow, ...]:
    """Where the weekly costs, the children of every year and the budgets stand."""
    kinds, code = [one.kind for one in money.unit_costs], money.area.code
    costs = rows_of_unit_costs(edition, code, kinds, money.period) if money.period else ()
    return (*costs, *rows_of_children(edition, code), *rows_of_budgets(edition, code))


def _unit_costs(edition: Edition, money: CouncilMoney, whom: Whom) -> UnitCostSection | None:
    every = {
        one.kind.id: CostsOfAll(
            known=edition.books.unit_costs.of_every_council(one.kind, one.ours.period),
            asked_about=costs_asked_about(edition, one.kind, one.ours.period),
        )
        for one in money.unit_costs
    }
    area = money.area
    return unit_cost_section(area.name, area.code, money.unit_costs, every, edition.name_of, whom)
