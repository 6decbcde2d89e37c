"""Some councils' money side by side in words: each figure with its range, or why there is none."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass

from brightfutures.catalogue.spending import SpendLine
from brightfutures.findings.figures import missing_sentences, missing_words
from brightfutures.findings.no_cost_words import short_why_no_cost, why_no_cost
from brightfutures.findings.pounds_words import share_words, whole_pounds
from brightfutures.findings.prevention_words import may_not_hold_all, why_not_known
from brightfutures.findings.sentence_case import inside
from brightfutures.findings.spend_words import returns_apart_sentence
from brightfutures.findings.unit_cost_words import (
    ASKED_ABOUT,
    TOO_NARROW,
    likely_words,
)
from brightfutures.money.placement_kinds import ALL_IN_CARE, PlacementKind
from brightfutures.money.prevention import RULES
from brightfutures.money.side_by_side import CouncilBeside, MoneyBeside
from brightfutures.quantities import Missing, Value

NOT_TESTED = (
    "None of these differences is tested: they are full counts of pounds. Spending more or less "
    "than another says nothing of how well children are helped, and councils book the same cost "
    "on different lines. Each council’s own page of money says what its figures hold."
)

SPEND, PREVENTION, WEEK = "spend_per_child", "prevention_middle_share", "weekly_cost_"
"""What the rows are called in a file; a weekly cost has its kind after it."""


@dataclass(frozen=True, kw_only=True)
class MoneyCellWords:
    """One council's figure: the number, as it is shown, its range, and what to know of it.

    `low` and `high` are a weekly cost's likely range, and of prevention the shares by the strict
    and the broad rule. `note` says why there is no figure, or what may not be in it.
    """

    code: str
    value: Value
    shown: str
    low: float | None = None
    high: float | None = None
    range_words: str = ""
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class MoneyRowWords:
    """One measure of every council asked for; `of_all` are all councils' figures.

    `beside_title` is what stands beside the title on a page, `unit` what a file tells it in, and
    `range_note` what to know of every range.
    """

    id: str
    title: str
    beside_title: str
    unit: str
    period: str
    range_is: str
    cells: tuple[MoneyCellWords, ...]
    england: MoneyCellWords
    of_all: tuple[float, ...]
    show: Callable[[float], str]
    range_note: str = ""


def money_side_by_side(
    found: MoneyBeside,
    lines: Mapping[str, SpendLine],
    asked_about: Mapping[str, Collection[str]],
) -> tuple[MoneyRowWords, ...]:
    """The rows; `asked_about` has by kind the councils whose weekly cost the checks ask about."""
    return tuple(_rows(found, lines, asked_about))


def _rows(
    found: MoneyBeside,
    lines: Mapping[str, SpendLine],
    asked_about: Mapping[str, Collection[str]],
) -> Iterator[MoneyRowWords]:
    yield MoneyRowWords(
        id=SPEND,
        title="Spending on children’s social care for each child",
        beside_title="pounds for each child, before income",
        unit="pounds for each child",
        period=found.period,
        range_is="",
        cells=tuple(map(_spend, found.councils)),
        england=_spend(found.england),
        of_all=found.spend_of_all,
        show=whole_pounds,
    )
    yield MoneyRowWords(
        id=PREVENTION,
        title="Prevention as a share of that spending",
        beside_title="by the middle rule of what counts",
        unit="%",
        period=found.period,
        range_is="strict to broad rule",
        cells=tuple(_prevention(one, lines) for one in found.councils),
        england=_prevention(found.england, lines),
        of_all=found.prevention_of_all,
        show=share_words,
    )
    for kind in found.kinds:
        asked = asked_about.get(kind.id, ())
        yield MoneyRowWords(
            id=f"{WEEK}{kind.id}",
            title=f"What a week of {inside(kind.title)} cost",
            beside_title="pounds a week, before income",
            unit="pounds a week",
            period=found.period,
            range_is="likely range",
            cells=tuple(_week(one, kind, asked) for one in found.councils),
            england=_week(found.england, kind, ()),
            of_all=found.costs_of_all[kind.id],
            show=whole_pounds,
            range_note="" if kind.id == ALL_IN_CARE.id else TOO_NARROW,
        )


def _spend(one: CouncilBeside) -> MoneyCellWords:
    cash = one.spend.cash
    if isinstance(cash, Missing):
        return _missing(one.code, cash, missing_sentences(cash))
    return MoneyCellWords(
        code=one.code,
        value=cash.pounds,
        shown=whole_pounds(cash.pounds),
        note=returns_apart_sentence(one.other),
    )


def _prevention(one: CouncilBeside, lines: Mapping[str, SpendLine]) -> MoneyCellWords:
    low, middle, high = (one.prevention.share(rule) for rule in RULES)
    if isinstance(low, Missing) or isinstance(middle, Missing) or isinstance(high, Missing):
        why = next(each for each in (middle, low, high) if isinstance(each, Missing))
        shown = "cannot be read" if one.prevention.unread else missing_words(why)
        return _missing(one.code, why, why_not_known(one.prevention), shown)
    return MoneyCellWords(
        code=one.code,
        value=middle,
        shown=share_words(middle),
        low=low,
        high=high,
        range_words=f"{share_words(low)} to {share_words(high)}",
        note=may_not_hold_all([lines[name] for name in one.nought]),
    )


def _week(one: CouncilBeside, kind: PlacementKind, asked_about: Collection[str]) -> MoneyCellWords:
    cost = one.costs[kind.id]
    if isinstance(cost.weekly, Missing):
        return _missing(one.code, cost.weekly, why_no_cost(cost), short_why_no_cost(cost))
    likely = cost.likely
    return MoneyCellWords(
        code=one.code,
        value=cost.weekly.pounds,
        shown=whole_pounds(cost.weekly.pounds),
        low=likely.low if likely else None,
        high=likely.high if likely else None,
        range_words=likely_words(cost),
        note=ASKED_ABOUT if one.code in asked_about else "",
    )


def _missing(code: str, why: Missing, note: str, shown: str = "") -> MoneyCellWords:
    return MoneyCellWords(code=code, value=why, shown=shown or missing_words(why), note=note)
