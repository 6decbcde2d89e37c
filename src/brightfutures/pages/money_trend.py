"""Spend for each child through the years as a picture, in real terms where prices are known."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from brightfutures.catalogue import Break as DeclaredBreak
from brightfutures.charts.timeline import Break
from brightfutures.charts.trend import Line, TrendChart
from brightfutures.charts.words import ChartWords
from brightfutures.findings.figures import missing_words
from brightfutures.findings.place_names import placed_first
from brightfutures.findings.pounds_words import whole_pounds
from brightfutures.money.per_child import PerChild
from brightfutures.pages.figures_of import Picture
from brightfutures.quantities import Missing, Money, Reason, Value


def spend_picture(
    name: str,
    history: Sequence[PerChild],
    beside: Sequence[PerChild],
    breaks: Sequence[DeclaredBreak],
    source: str,
    other: str,
) -> Picture | None:
    """Spend for each child, with the others taken together beside it; None without two figures.

    Real terms where any year has an index: a year without one is then a gap, and the note says
    what it was in cash. Without any index the whole is in cash, and the note says so.
    """
    kept = _while_there(history)
    if sum(isinstance(one.real, Money) for one in kept) < 2:
        return None
    by_period = {one.period: one for one in beside}
    periods = tuple(one.period for one in kept)
    in_real_terms = any(one.why_cash is None and one.period != periods[-1] for one in kept)
    ours = tuple(_figure(one, in_real_terms) for one in kept)
    theirs = tuple(
        _figure(by_period[label], in_real_terms) if label in by_period else None
        for label in periods
    )
    price_year = history[-1].period
    terms = f"in prices of {price_year}" if in_real_terms else "in pounds of each year"
    title = f"Spending for each child {terms}: {name}"
    chart = TrendChart(
        words=ChartWords(
            title=title,
            description=_description(name, periods, ours),
            show=whole_pounds,
            show_missing=missing_words,
            show_tick=lambda tick: f"£{tick:,.0f}",
        ),
        periods=periods,
        us=Line(name=name, figures=ours),
        comparison=Line(name=other, figures=theirs) if beside else None,
        breaks=tuple(
            Break(at=one.period, number=number, sentence=one.sentence)
            for number, one in enumerate(
                sorted(
                    (one for one in breaks if one.period in periods[1:]),
                    key=lambda one: one.period,
                ),
                start=1,
            )
        ),
    )
    table = chart.table()
    return Picture(
        word="spending",
        message=_message(name, periods, ours, max((one.period for one in breaks), default="")),
        statistics=f"Spending before income, pounds for each child aged 0 to 17, {terms}, "
        f"{periods[0]} to {periods[-1]}",
        wide=Markup(chart.svg("spending")),
        narrow=Markup(chart.svg("spending-narrow", narrow=True, named_by="spending")),
        table=table,
        source=source,
        notes=(*table.notes, *_cash_notes(kept, in_real_terms)),
        called="spending through the years",
    )


def _while_there(history: Sequence[PerChild]) -> Sequence[PerChild]:
    """From the first year with a figure to the last in which the council existed."""
    known = [place for place, one in enumerate(history) if one.missing is None]
    if not known:
        return ()
    end = len(history)
    while end > known[-1] + 1 and _was_gone(history[end - 1]):
        end -= 1
    return history[known[0] : end]


def _was_gone(one: PerChild) -> bool:
    return one.missing is not None and (
        Reason.DID_NOT_EXIST in one.missing.reasons or Reason.UNAVAILABLE in one.missing.reasons
    )


def _figure(one: PerChild, in_real_terms: bool) -> Value | None:
    money = one.real if in_real_terms else one.cash
    if isinstance(money, Missing):
        return money
    return None if in_real_terms and one.why_cash else money.pounds


def _cash_notes(kept: Sequence[PerChild], in_real_terms: bool) -> tuple[str, ...]:
    """What years without an index were in cash, or that all is in cash."""
    if not in_real_terms:
        return ("No index of prices is loaded for these years, so these are pounds as spent.",)
    return tuple(
        f"{one.why_cash} In {one.period} it was {whole_pounds(one.cash.pounds)}."
        for one in kept
        if one.why_cash and isinstance(one.cash, Money)
    )


def _message(
    name: str, periods: Sequence[str], figures: Sequence[Value | None], last_break: str
) -> str:
    """From where to where spending went since the last break, where two years can be told."""
    known = [
        (period, figure)
        for period, figure in zip(periods, figures, strict=True)
        if isinstance(figure, float) and period >= last_break
    ]
    if len(known) < 2:
        return f"{placed_first(name)} through the years"
    (first, then), (last, now) = known[0], known[-1]
    return (
        f"{placed_first(name)} spent {whole_pounds(then)} for each child in {first} and "
        f"{whole_pounds(now)} in {last}"
    )


def _description(name: str, periods: Sequence[str], figures: Sequence[Value | None]) -> str:
    known = [
        (period, figure)
        for period, figure in zip(periods, figures, strict=True)
        if isinstance(figure, float)
    ]
    if not known:
        return f"There is no figure of {name} in any year."
    (first, then), (last, now) = known[0], known[-1]
    return (
        f"{placed_first(name)} went from {whole_pounds(then)} in {first} to {whole_pounds(now)} in "
        f"{last}."
    )
