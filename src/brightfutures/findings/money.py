"""What a council's figures say of money: the finding, the lead, and all that stands under it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from brightfutures.catalogue import Catalogue, Geography
from brightfutures.findings.area_notes import area_notes
from brightfutures.findings.budget_words import BudgetWords, budgets_in_words
from brightfutures.findings.comparison_words import SIMILAR_COUNCILS, Whom
from brightfutures.findings.gap_words import (
    HOW_SURE,
    PartWords,
    against_sentence,
    left_out_sentence,
    mean_sentence,
    parts_in_words,
    rounded_sentence,
    too_few_beside,
    why_no_split,
)
from brightfutures.findings.lines_beside_words import lines_beside_sentences
from brightfutures.findings.money_asks import MoneyAsk, money_asks
from brightfutures.findings.money_headline import gap_clause, largest_against, money_headline
from brightfutures.findings.money_notes import money_notes, notes_of_the_year
from brightfutures.findings.own_cuts_words import own_cuts_in_words
from brightfutures.findings.own_prevention_words import own_prevention_in_words
from brightfutures.findings.pounds_words import large_pounds
from brightfutures.findings.spend_words import (
    beside_sentence,
    few_children_sentence,
    gap_sentence,
    other_return_sentence,
    over_time_sentence,
    prices_sentence,
    returns_apart_sentence,
    spend_sentence,
)
from brightfutures.findings.stage_words import LAST_FIGURES
from brightfutures.money.books import Books
from brightfutures.money.council_money import CouncilMoney, LevelGap, LineOfYear
from brightfutures.money.finance_returns import BEFORE_INCOME, BUDGET, OUTTURN, SECTION_251
from brightfutures.money.gap_result import GapSplit
from brightfutures.money.gap_split import FEWEST_COMPARATORS
from brightfutures.money.other_return import OtherReturn, other_return
from brightfutures.money.per_child import PerChild
from brightfutures.money.prevention import TOTAL
from brightfutures.money.split_levels import ALL_LINES, SplitLevel
from brightfutures.quantities import CannotAnswer, Missing, Money, Reason

ACCOUNTS = (OUTTURN, SECTION_251, BUDGET, "specific_grants")
"""The returns whose joint makers are told of on this page."""


@dataclass(frozen=True, kw_only=True)
class GapWords:
    """One level of the gap in words; `why_not` where it cannot be parted, and then no parts."""

    level: LevelGap
    parts: tuple[PartWords, ...]
    rounded: str
    mean: str
    left_out: str
    why_not: str


RESTS_ON_ONE_RETURN = "Its other return contradicts the newer figure, and so the change."
"""What is said of a change to a year of which two returns cannot both be right."""


@dataclass(frozen=True, kw_only=True)
class MoneyFindings:
    """All that a council's page about money says, as sentences, beside the figures it rests on."""

    money: CouncilMoney
    headline: str
    lead: tuple[str, ...]
    gaps: tuple[GapWords, ...]
    how_sure: str
    over_time: tuple[str, ...]
    prevention: tuple[str, ...]
    budgets: tuple[BudgetWords, ...]
    own_cuts: tuple[str, ...]
    asks: tuple[MoneyAsk, ...]
    notes_of_the_year: tuple[str, ...]
    lines_beside: tuple[str, ...]
    notes: tuple[str, ...]
    area_notes: tuple[str, ...]


def money_findings(
    catalogue: Catalogue,
    geography: Geography,
    books: Books,
    money: CouncilMoney | None,
    whom: Whom = SIMILAR_COUNCILS,
) -> MoneyFindings:
    """One council's money in sentences. Raises `CannotAnswer` where no return is loaded."""
    if money is None:
        raise CannotAnswer(
            "The files that are loaded hold no finance return of councils; docs/statistics.md "
            "lists the publications that do."
        )
    names = {area.code: area.name for area in geography.councils(former=True)}
    area = money.area
    gaps = tuple(_gap(catalogue, one, money, names, whom) for one in money.gaps)
    other = other_return(books, area.code, money.asked.period, money.period)
    return MoneyFindings(
        money=money,
        headline=money_headline(
            area,
            money.asked,
            money.ours,
            money.theirs,
            money.split,
            whom=whom,
            other=other,
        ),
        lead=(
            *_lead(money, names, whom, _left_out(catalogue, books, money)),
            *_beside_the_lead(money, other),
        ),
        gaps=gaps,
        how_sure=HOW_SURE if any(one.parts for one in gaps) else "",
        over_time=_over_time(books, money, other),
        prevention=own_prevention_in_words(catalogue, books, money),
        budgets=budgets_in_words(
            area.name, money.overspends, books.budgets.how_usual, catalogue.spend_lines
        ),
        own_cuts=own_cuts_in_words(catalogue, books, area),
        asks=money_asks(catalogue, money, whom),
        notes_of_the_year=notes_of_the_year(catalogue, money),
        lines_beside=lines_beside_sentences(money.lines, catalogue.spend_lines, names, whom),
        notes=money_notes(catalogue, books, money, names),
        area_notes=area_notes(geography, area, ACCOUNTS),
    )


def _left_out(catalogue: Catalogue, books: Books, money: CouncilMoney) -> str:
    """What the publisher says was left out of the year that is told; nothing where all is there."""
    year = money.ours.period
    for one in catalogue.spending.omissions.values():
        if (one.account, one.area, one.period) == (books.panel.account, money.area.code, year):
            rest = books.panel.value_at(TOTAL, BEFORE_INCOME, one.area, year)
            if isinstance(rest, Missing):
                return one.sentence
            return (
                f"{one.sentence} The {large_pounds(rest)} that its return tells is all the rest, "
                "and is set beside nobody’s."
            )
    return ""


def _lead(
    money: CouncilMoney, names: Mapping[str, str], whom: Whom, left_out: str
) -> tuple[str, ...]:
    """The year's pounds for each child, whom they stand beside, the gap, and it in a year."""
    ours, theirs, council = money.ours, money.theirs, money.area.name
    said = [spend_sentence(council, ours, why_none=left_out)]
    if money.period is None:
        return (said[0],)
    total = ours.pounds
    if not isinstance(total, Missing) and not isinstance(ours.children, Missing):
        said[0] = f"{said[0].removesuffix('.')} who lives there, or {large_pounds(total)} in all."
    if money.area.is_former:
        return (*said, LAST_FIGURES)
    if theirs is not None:
        beside = {code: names[code] for code in money.beside}
        said += [beside_sentence(theirs, beside, whom), _gap_in_a_year(ours, theirs, whom)]
    return tuple(filter(None, said))


def _beside_the_lead(money: CouncilMoney, other: OtherReturn) -> Iterator[str]:
    """The other return, where ours is of an older year or far from it, and how few children."""
    asked, apart = money.asked, ""
    if not money.area.is_former and money.period == asked.period:
        apart = returns_apart_sentence(other)
    elif not money.area.is_former:
        yield from filter(None, (other_return_sentence(other),))
    split = money.split
    if split is not None and money.period == asked.period and gap_clause(split):
        yield from filter(None, (against_sentence(ALL_LINES, largest_against(split)),))
    yield from filter(None, (f"{few_children_sentence(money.ours.children)} {apart}".strip(),))


def _gap_in_a_year(ours: PerChild, theirs: PerChild, whom: Whom) -> str:
    """The gap for each child, and for all the children here in a year."""
    told = gap_sentence(ours, theirs, whom)
    if isinstance(ours.cash, Missing) or isinstance(theirs.cash, Missing):
        return told
    if isinstance(ours.children, Missing) or "for each child" not in told:
        return told
    pounds = abs(ours.cash.pounds - theirs.cash.pounds) * ours.children
    return (
        f"{told.removesuffix('.')}; for all the children here, {large_pounds(pounds)} in the year."
    )


def _gap(
    catalogue: Catalogue,
    one: LevelGap,
    money: CouncilMoney,
    names: Mapping[str, str],
    whom: Whom,
) -> GapWords:
    """One level of the gap; only lines that the return of the year asked for are named."""
    council, lines = money.area.name, [line.line for line in money.lines]
    if not isinstance(one.split, GapSplit) or one.behind is None:
        assert isinstance(one.split, Missing)
        told = _told_here(one.level, money.lines)
        why = (
            too_few_beside(len(money.beside))
            if one.split.reasons == (Reason.UNAVAILABLE,) and len(money.beside) < FEWEST_COMPARATORS
            else why_no_split(council, one.level, one.split, told_here=told)
        )
        return GapWords(level=one, parts=(), rounded="", mean="", left_out="", why_not=why)
    asked = {name: catalogue.spend_lines[name] for name in lines}
    return GapWords(
        level=one,
        parts=parts_in_words(one.level, one.split, one.behind, asked, whom),
        rounded=rounded_sentence(one.split),
        mean=mean_sentence(council, one.split, whom),
        left_out=left_out_sentence(one.split, names),
        why_not="",
    )


def _told_here(level: SplitLevel, lines: Sequence[LineOfYear]) -> bool:
    """Whether a council tells the spending of each kind of help that is needed, or else of one."""
    told = {one.line for one in lines if not isinstance(one.spend_pounds, Missing)}
    needed = [kind for kind in level.kinds if kind.id in level.needed]
    if needed:
        return all(told.issuperset(kind.lines) for kind in needed)
    return any(told.issuperset(kind.lines) for kind in level.kinds)


def _over_time(books: Books, money: CouncilMoney, other: OtherReturn) -> tuple[str, ...]:
    """How spend for each child changed beyond prices since the last break, and by which prices.

    Where the other return of the newest year is far from its figure, that is said of the change.
    """
    first, last = years_to_set_beside(money)
    if first is None or last is None:
        return ("Too few years have a figure to set one beside another.",)
    breaks = books.panel.breaks_between(TOTAL, first.period, last.period)
    change = over_time_sentence(first, last, breaks)
    if other.far_apart and other.period == last.period:
        change = f"{change} {RESTS_ON_ONE_RETURN}"
    return (
        spend_sentence(money.area.name, last),
        change,
        prices_sentence(books.prices, first.period, money.newest),
    )


def years_to_set_beside(money: CouncilMoney) -> tuple[PerChild | None, PerChild | None]:
    """The first year after the last break and the newest, of those with a figure."""
    last_break = max((one.period for one in money.breaks), default="")
    known = [
        one
        for one in money.history
        if isinstance(one.real, Money) and (one.period >= last_break or not last_break)
    ]
    if len(known) < 2:
        return None, None
    return known[0], known[-1]
