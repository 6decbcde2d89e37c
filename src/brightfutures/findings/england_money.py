"""What the figures say of England's money: the finding, and all that stands under it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from brightfutures.catalogue import Catalogue, Geography
from brightfutures.findings.budget_words import BudgetWords, budgets_in_words
from brightfutures.findings.england_money_words import (
    apart_sentence,
    england_headline,
    england_lead,
    gap_count_sentence,
    growth_of_total,
    growth_sentence,
    questions_sentence,
)
from brightfutures.findings.gap_words import HOW_SURE
from brightfutures.findings.grant_words import grant_sentence
from brightfutures.findings.money_notes import (
    ALLOCATED,
    CHILDREN,
    NEITHER_WAY,
    NO_2021_22,
    NOT_NOUGHT,
    TWO_RETURNS,
    gap_in_years,
)
from brightfutures.findings.overspend_words import WHAT_IT_IS
from brightfutures.findings.prevention_words import (
    NOT_BEFORE_2014_15,
    WHY_THREE,
    EitherWay,
    fifths_sentence,
    for_each_child_sentence,
    lines_either_way,
    prevention_over_time_sentence,
    prevention_sentence,
    rule_sentence,
)
from brightfutures.findings.provider_cost_words import (
    england_by_provider_sentences,
    newest_by_provider_sentence,
)
from brightfutures.findings.spend_spread_words import (
    SIDE_BY_SIDE,
    innermost_sentence,
    left_out_sentence,
    sector_sentence,
    spread_sentence,
)
from brightfutures.findings.spend_words import contradicted_sentence, prices_sentence
from brightfutures.money.books import Books
from brightfutures.money.checks.question import ReturnQuestion
from brightfutures.money.england_money import EnglandMoney
from brightfutures.money.prevention import RULES
from brightfutures.money.sector_figure import SECTOR_FIGURE
from brightfutures.quantities import CannotAnswer

ENGLAND_NAME = "England"


@dataclass(frozen=True, kw_only=True)
class EnglandMoneyFindings:
    """All that England's page about money says, as sentences, beside the figures."""

    money: EnglandMoney
    headline: str
    lead: tuple[str, ...]
    growth: tuple[str, ...]
    spread: tuple[str, ...]
    judged: tuple[str, ...]
    sector: str
    budgets: tuple[BudgetWords, ...]
    prevention: tuple[str, ...]
    rules: tuple[str, ...]
    either_way: tuple[EitherWay, ...]
    fifths: tuple[str, ...]
    grant: str
    gaps: tuple[str, ...]
    by_provider: tuple[str, ...]
    questions: str
    notes: tuple[str, ...]


def england_money_findings(
    catalogue: Catalogue,
    geography: Geography,
    books: Books,
    money: EnglandMoney | None,
    asked: Mapping[str, Sequence[ReturnQuestion]],
) -> EnglandMoneyFindings:
    """England's money in sentences; `asked` are the questions on each council's newest return.

    Raises `CannotAnswer` where no return is loaded.
    """
    if money is None:
        raise CannotAnswer(
            "The files that are loaded hold no finance return of councils; docs/statistics.md "
            "lists the publications that do."
        )
    names = {area.code: area.name for area in geography.councils(former=True)}
    middle = median(map(len, asked.values())) if asked else None
    return EnglandMoneyFindings(
        money=money,
        headline=england_headline(money),
        lead=england_lead(money, names),
        growth=_growth(catalogue, books, money),
        spread=_spread(money, names),
        judged=_judged(money),
        sector=sector_sentence(SECTOR_FIGURE, money.sector),
        budgets=budgets_in_words(
            ENGLAND_NAME, money.overspends, money.usual.__getitem__, catalogue.spend_lines
        ),
        prevention=_prevention(books, money),
        rules=_rules(catalogue, books, money),
        either_way=_either_way(catalogue, books, money),
        fifths=_fifths(books, money),
        grant=grant_sentence(ENGLAND_NAME, money.grants) if money.grants else "",
        gaps=tuple(gap_count_sentence(one) for one in money.gaps),
        by_provider=_by_provider(money),
        questions=questions_sentence(asked, money.period, middle),
        notes=_notes(books, money),
    )


def _growth(catalogue: Catalogue, books: Books, money: EnglandMoney) -> tuple[str, ...]:
    lines = catalogue.spend_lines
    said = []
    if money.before_the_break is not None:
        said.append(growth_sentence(money.before_the_break, lines))
    total = growth_of_total(money)
    if total is not None:
        said.append(growth_sentence(total, lines))
        said.append(apart_sentence(money.growth, lines))
        said.append(prices_sentence(books.prices, total.first.period, money.period))
    return tuple(filter(None, said))


def _spread(money: EnglandMoney, names: Mapping[str, str]) -> tuple[str, ...]:
    if not money.spreads:
        return ()
    newest = money.spreads[-1]
    ends = newest.every.ends
    at_an_end = money.contradicted & {*ends.lowest, *ends.highest} if ends is not None else ()
    return tuple(
        filter(
            None,
            (
                spread_sentence(newest.every, newest.period),
                innermost_sentence(newest.every),
                contradicted_sentence([names[code] for code in at_an_end]),
                left_out_sentence(newest.every, names),
            ),
        )
    )


def _judged(money: EnglandMoney) -> tuple[str, ...]:
    if not money.spreads or not money.spreads[-1].judged.good_or_outstanding:
        return ()
    newest = money.spreads[-1]
    said = spread_sentence(newest.among_judged, newest.period, newest.judged)
    return (said, SIDE_BY_SIDE)


def _prevention(books: Books, money: EnglandMoney) -> tuple[str, ...]:
    known = [year for year in money.prevention if year.known]
    if not known:
        return ()
    first, last = (books.prevention.for_each_child(one) for one in (known[0], known[-1]))
    said = (
        prevention_sentence(ENGLAND_NAME, known[-1]),
        prevention_over_time_sentence(money.prevention),
        for_each_child_sentence(first, last),
        WHY_THREE,
        NOT_BEFORE_2014_15 if known[0].period == "2014-15" else "",
    )
    return tuple(filter(None, said))


def _rules(catalogue: Catalogue, books: Books, money: EnglandMoney) -> tuple[str, ...]:
    known = [year for year in money.prevention if year.known]
    if not known:
        return ()
    counted = books.prevention.lines(known[-1].period).lines
    return tuple(rule_sentence(rule, counted[rule], catalogue.spend_lines) for rule in RULES)


def _either_way(catalogue: Catalogue, books: Books, money: EnglandMoney) -> tuple[EitherWay, ...]:
    """Of the lines that the outturn asks for in the newest year whose shares are known."""
    known = [year.period for year in money.prevention if year.known]
    if not known:
        return ()
    lines = catalogue.spend_lines.values()
    return lines_either_way(one for one in lines if books.panel.asked_for(one.id, known[-1]))


def _fifths(books: Books, money: EnglandMoney) -> tuple[str, ...]:
    said = [
        fifths_sentence(fifths, [books.prevention.fifth_for_each_child(one) for one in fifths])
        for fifths in (money.first_fifths, money.fifths)
    ]
    return tuple(dict.fromkeys(filter(None, said)))


def _by_provider(money: EnglandMoney) -> tuple[str, ...]:
    said = england_by_provider_sentences(money.by_provider)
    newest = newest_by_provider_sentence(money.by_provider, money.period)
    return (*said, newest) if newest else said


def _notes(books: Books, money: EnglandMoney) -> tuple[str, ...]:
    said = [NEITHER_WAY, ALLOCATED, TWO_RETURNS, NOT_NOUGHT]
    if money.overspends:
        said.append(WHAT_IT_IS)
    said += [HOW_SURE, CHILDREN]
    if gap_in_years(books):
        said.append(NO_2021_22)
    return tuple(said)
