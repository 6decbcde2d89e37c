"""Prevention through time as a picture: the middle rule's line within the band of all three."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from markupsafe import Markup

from brightfutures.catalogue import Break as DeclaredBreak
from brightfutures.charts.timeline import Break
from brightfutures.charts.trend import Line, TrendChart
from brightfutures.charts.words import ChartTable, ChartWords
from brightfutures.findings.figures import missing_words
from brightfutures.findings.place_names import placed
from brightfutures.findings.pounds_words import share_words
from brightfutures.findings.prevention_words import (
    prevention_over_time_sentence,
    prevention_sentence,
)
from brightfutures.money.prevention import RULES, PreventionYear
from brightfutures.pages.figures_of import Picture
from brightfutures.quantities import Missing, Reason, Value

NARROWEST, MIDDLE, WIDEST = RULES

FEWEST_YEARS = 2
"""With fewer there is nothing to draw through time."""

UNREAD = "cannot be told"
"""In the table, of a year that our own rule does not read; the sentence above says why."""


def prevention_picture(
    council: str,
    years: Sequence[PreventionYear],
    breaks: Sequence[DeclaredBreak],
    source: str,
    england: Sequence[PreventionYear] = (),
) -> Picture | None:
    """One council's prevention from the first year that is known, England's middle rule beside it.

    None where fewer than two years of the council are known. A year without a figure is a gap, and
    so is one that is not in the returns.
    """
    known = [year for year in years if year.known]
    if len(known) < FEWEST_YEARS:
        return None
    years = _while_there(years[years.index(known[0]) :])
    periods = tuple(year.period for year in years)
    beside = {year.period: year for year in england}
    title = f"Share of spending that is prevention: {council}"
    chart = TrendChart(
        words=ChartWords(
            title=title,
            description=_description(council, years, known[-1]),
            show=lambda percent: share_words(percent / 100),
            show_missing=missing_words,
            show_tick=lambda tick: f"{tick:g}%",
        ),
        periods=periods,
        us=Line(name=council, figures=tuple(_percent(year) for year in years)),
        comparison=Line(
            name="England",
            figures=tuple(
                _percent(beside[period]) if period in beside else None for period in periods
            ),
        )
        if england
        else None,
        middle_half=tuple(_band(year) for year in years),
        middle_half_name="shaded: all rules",
        middle_half_heading="Strict to broad rule",
        band_is_ours=True,
        breaks=tuple(
            Break(at=one.period, number=number, sentence=one.sentence)
            for number, one in enumerate(
                (one for one in breaks if one.period in periods[1:]), start=1
            )
        ),
    )
    table = _with_reasons(chart.table(), years)
    return Picture(
        word="prevention",
        message=_message(council),
        statistics=f"Share of spending on children’s social care by the middle rule, {periods[0]} "
        f"to {periods[-1]}; shaded from the strict to the broad rule",
        wide=Markup(chart.svg("prevention")),
        narrow=Markup(chart.svg("prevention-narrow", narrow=True, named_by="prevention")),
        table=table,
        source=source,
        notes=table.notes,
        called=title,
    )


def _with_reasons(table: ChartTable, years: Sequence[PreventionYear]) -> ChartTable:
    """The table with words, not a dash, in our own column where our rule does not read a year."""
    unread = {year.period for year in years if year.unread is not None}
    rows = tuple(
        (row[0], UNREAD, *row[2:]) if row[0] in unread else tuple(row) for row in table.rows
    )
    return replace(table, rows=rows)


def _while_there(years: Sequence[PreventionYear]) -> Sequence[PreventionYear]:
    """To the last year in which the council existed."""
    end = len(years)
    while end and _was_gone(years[end - 1]):
        end -= 1
    return years[:end]


def _was_gone(year: PreventionYear) -> bool:
    total = year.total_pounds
    return isinstance(total, Missing) and Reason.DID_NOT_EXIST in total.reasons


def _message(council: str) -> str:
    return f"How much of what {placed(council)} spends is prevention depends on what one counts"


def _description(council: str, years: Sequence[PreventionYear], newest: PreventionYear) -> str:
    over_time = prevention_over_time_sentence(years)
    return f"{prevention_sentence(council, newest)} {over_time}".strip()


def _percent(year: PreventionYear) -> Value | None:
    """The middle rule's share; nothing to say where it is our own rule that does not read it."""
    share = year.share(MIDDLE)
    if year.unread is not None:
        return None
    return share if isinstance(share, Missing) else 100.0 * share


def _band(year: PreventionYear) -> tuple[float, float] | None:
    low, high = year.share(NARROWEST), year.share(WIDEST)
    if isinstance(low, Missing) or isinstance(high, Missing):
        return None
    return 100.0 * low, 100.0 * high
