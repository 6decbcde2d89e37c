"""Every figure that England's page about money tells, part by part: its CSV, and a sheet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from brightfutures.catalogue import IndicatorKind
from brightfutures.catalogue.checks import Severity
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.england_money import questions_of_all
from brightfutures.delivery.money_england_cost_figures import (
    costs_of_each_council,
    costs_of_england,
)
from brightfutures.delivery.money_england_prevention_figures import (
    figures_of_fifths,
    figures_of_grants,
)
from brightfutures.delivery.money_figure import (
    COUNCILS,
    EACH_CHILD,
    NOT_KNOWN,
    POUNDS,
    SHARE,
    MoneyFigure,
    Subject,
    in_prices_of,
)
from brightfutures.delivery.money_figures import (
    BUDGETS,
    figures_of_budgets,
    figures_of_lines,
    figures_of_prevention,
    figures_of_returns,
    figures_of_years,
    subject_of_line,
)
from brightfutures.delivery.money_sources import (
    rows_of_pounds,
    rows_of_spend,
)
from brightfutures.findings.after_cuts_words import after_cut_sentence
from brightfutures.findings.england_money import ENGLAND_NAME, EnglandMoneyFindings
from brightfutures.findings.figures import many
from brightfutures.findings.gap_words import part_title
from brightfutures.money.england_money import EnglandMoney, Growth
from brightfutures.money.prevention import TOTAL
from brightfutures.money.split_levels import LEVEL_OF
from brightfutures.money.spread import Spread
from brightfutures.quantities import ENGLAND

GROWTH, SPREAD = "How it grew", "How far councils lie apart"
GAPS = "What councils’ gaps are made of"
AFTER_CUTS, QUESTIONS = "What followed cuts", "Questions on the returns"


def england_figures(edition: Edition, found: EnglandMoneyFindings) -> Iterator[MoneyFigure]:
    """All but the returns' own lines, in the order of the page."""
    money = found.money
    yield from figures_of_years(edition, ENGLAND_NAME, money.history, ENGLAND)
    yield from _growth(edition, money)
    yield from figures_of_lines(edition, ENGLAND_NAME, "", ENGLAND, money.period, money.lines)
    yield from _spread(money)
    yield from _gaps(money)
    yield from costs_of_england(edition, money)
    yield from figures_of_prevention(edition, ENGLAND, ENGLAND_NAME, money.prevention)
    yield from figures_of_fifths(edition, money)
    yield from figures_of_grants(edition, money)
    yield from figures_of_budgets(edition, ENGLAND, ENGLAND_NAME, money.overspends)
    yield from _how_usual(money)
    yield from _after_cuts(edition)
    yield from _questions(edition, money)
    yield from costs_of_each_council(edition, money)


def every_england_figure(edition: Edition, found: EnglandMoneyFindings) -> Iterator[MoneyFigure]:
    """All of the page, and every line and year of the returns."""
    yield from england_figures(edition, found)
    yield from figures_of_returns(edition, ENGLAND, ENGLAND_NAME)


def _growth(edition: Edition, money: EnglandMoney) -> Iterator[MoneyFigure]:
    before = [money.before_the_break] if money.before_the_break else []
    for one in (*before, *money.growth):
        yield from _growth_of_line(edition, one)


def _growth_of_line(edition: Edition, one: Growth) -> Iterator[MoneyFigure]:
    first, last = one.first.period, one.last.period
    ends = {year: rows_of_spend(edition, ENGLAND, year, one.line) for year in (first, last)}
    pounds = {year: rows_of_pounds(edition, ENGLAND, year, one.line) for year in (first, last)}
    both = (*pounds[first], *pounds[last])
    now = subject_of_line(edition, one.line, part=GROWTH, whose=ENGLAND_NAME, period=last)
    then = replace(now, period=first)
    yield then.told("Spending then", in_prices_of(POUNDS, one.then), one.then, pounds[first])
    yield now.told("Spending now", in_prices_of(POUNDS, one.now), one.now, pounds[last])
    yield now.told(f"Growth beyond prices since {first}", SHARE, one.share, both)
    yield now.told(
        f"Growth for each child beyond prices since {first}",
        SHARE,
        one.share_per_child,
        (*ends[first], *ends[last]),
    )


def _spread(money: EnglandMoney) -> Iterator[MoneyFigure]:
    for one in money.spreads:
        yield from _ends(one.period, "All councils", one.every)
        if one.judged.judged:
            day = one.judged.day.isoformat()
            who = f"Councils judged good or outstanding by {day}"
            yield from _ends(one.period, who, one.among_judged)


def _ends(period: str, whose: str, spread: Spread) -> Iterator[MoneyFigure]:
    ends = spread.ends
    of_all = Subject(
        part=SPREAD, about="All children’s social care", id=TOTAL, whose=whose, period=period
    )
    yield of_all.told("Councils with a figure", COUNCILS, float(spread.councils))
    too_few = "" if ends else "Too few councils to tell the ends of."
    for told_as, value in (
        ("The one in the middle", spread.middle),
        ("Ten lowest, mean", ends.lowest_mean if ends else None),
        ("Ten highest, mean", ends.highest_mean if ends else None),
        ("Each of the ten lowest at most", ends.under if ends else None),
        ("Each of the ten highest at least", ends.over if ends else None),
    ):
        yield replace(of_all, words=too_few).told(told_as, EACH_CHILD, value)


def _gaps(money: EnglandMoney) -> Iterator[MoneyFigure]:
    for counts in money.gaps:
        level = LEVEL_OF[counts.level]
        for one in counts.causes:
            cause = Subject(
                part=GAPS,
                about=part_title(level, one.cause),
                id=one.cause.value,
                within=level.id,
                whose=f"{counts.parted} councils",
                period=money.period,
            )
            for told_as, councils in (
                ("Councils where it is the largest part", one.largest),
                ("Largest, and clear which way", one.largest_and_clear),
                ("Surely the largest", one.surely_largest),
                ("Clearly more", one.more),
                ("Clearly less", one.less),
            ):
                yield cause.told(told_as, COUNCILS, float(councils))
            yield cause.told("Size in the middle council", EACH_CHILD, one.middle_size_pounds)


def _how_usual(money: EnglandMoney) -> Iterator[MoneyFigure]:
    for period, usual in money.usual.items():
        year = Subject(
            part=BUDGETS,
            about="All children’s social care",
            id=usual.line,
            whose="All councils",
            period=period,
        )
        with_both, over = float(usual.councils), float(usual.over)
        yield year.told("Councils with a budget and an outturn", COUNCILS, with_both)
        yield year.told("Councils that spent more than their budget", COUNCILS, over)
        yield year.told("Outturn less budget in the middle council", SHARE, usual.middle_share)


def _after_cuts(edition: Edition) -> Iterator[MoneyFigure]:
    """Each comparison: how much more the measure had risen where the line was cut."""
    catalogue = edition.catalogue
    for one in edition.books.after_cuts.results:
        line, indicator = catalogue.spend_lines[one.line], catalogue.indicators[one.indicator]
        proportion = indicator.kind is IndicatorKind.PROPORTION
        yield MoneyFigure(
            part=AFTER_CUTS,
            about=f"{line.title}: {indicator.title}",
            id=one.indicator,
            within=one.line,
            whose=f"{many(one.councils, 'council')} that cut it, beside those that did not",
            period=f"cut over {many(one.span_years, 'year')}, {many(one.years_on, 'year')} on",
            told_as="Rise beyond that of other councils",
            unit="percentage points" if proportion else "% of the rate",
            value=NOT_KNOWN if one.unit_effect is None else one.unit_effect,
            low=one.unit_likely.low if one.unit_likely else None,
            high=one.unit_likely.high if one.unit_likely else None,
            words=after_cut_sentence(one, line, indicator),
        )


def _questions(edition: Edition, money: EnglandMoney) -> Iterator[MoneyFigure]:
    """How many questions of each kind every council's newest return raises."""
    for code, asked in questions_of_all(edition).items():
        for severity in Severity:
            yield MoneyFigure(
                part=QUESTIONS,
                about=severity.value.replace("_", " "),
                id=severity.value,
                whose=edition.name_of(code),
                period=money.period,
                told_as="Questions on the newest return",
                unit="questions",
                value=float(sum(one.severity is severity for one in asked)),
            )
