"""The pictures of one comparison: trend, strip, sparkline and ranked bars, ready for a page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from brightfutures.catalogue import Catalogue, Indicator
from brightfutures.charts.councils import Average, CouncilMark, Standing
from brightfutures.charts.palette import DARK, FAINT, GREY, PAPER, US
from brightfutures.charts.ranked_bars import RankedBarsChart
from brightfutures.charts.sparkline import SparklineChart
from brightfutures.charts.strip import StripChart
from brightfutures.charts.timeline import Break
from brightfutures.charts.trend import Line, TrendChart
from brightfutures.charts.words import ChartTable, ChartWords
from brightfutures.findings.comparison_words import whom_of
from brightfutures.findings.figures import (
    figure,
    is_percentage,
    is_pounds,
    missing_words,
    shown,
    unit_words,
)
from brightfutures.findings.place_names import placed, placed_first
from brightfutures.findings.verdict_words import verdict_sentence
from brightfutures.measures.results import Cell, Comparison, Movement, SimilarPeriod
from brightfutures.quantities import Area, Missing, Reason, Value


@dataclass(frozen=True, kw_only=True)
class Picture:
    """A figure on a page: its message, its drawing in two widths, and the table behind it.

    `word` names the drawing in the address under which it can be had as a file of its own.
    """

    message: str
    statistics: str
    wide: Markup
    narrow: Markup | None
    table: ChartTable
    source: str | None = None
    notes: tuple[str, ...] = ()
    called: str | None = None
    word: str | None = None


def chart_words(indicator: Indicator, title: str, description: str) -> ChartWords:
    """The words of one chart of an indicator, which write figures as the page does."""
    return ChartWords(
        title=title,
        description=description,
        show=lambda number: figure(indicator, number),
        show_missing=missing_words,
        show_tick=_tick(indicator),
    )


def _tick(indicator: Indicator) -> Callable[[float], str] | None:
    """How money and percentages stand on an axis; other numbers as the axis needs."""
    if is_pounds(indicator):
        return lambda tick: f"£{tick:,.0f}"
    return (lambda tick: f"{tick:g}%") if is_percentage(indicator) else None


def trend(
    catalogue: Catalogue,
    area: Area,
    comparison: Comparison,
    averages: Sequence[SimilarPeriod],
    england: Sequence[Cell],
    source: str,
) -> Picture:
    """The council's history beside what it is compared with."""
    indicator = catalogue.indicators[comparison.indicator]
    history = while_there_were_figures(comparison.history)
    periods = tuple(cell.period for cell in history)
    by_period = {average.period: average for average in averages}
    against_england = comparison.verdict.against == "england" or not averages
    beside: tuple[Value | None, ...] = (
        tuple({cell.period: cell.value for cell in england}.get(label) for label in periods)
        if against_england
        else tuple(by_period[label].mean if label in by_period else None for label in periods)
    )
    half = (
        () if against_england else tuple(middle_half_of(by_period.get(label)) for label in periods)
    )
    other = "England" if against_england else whom_of(comparison).heading
    chart = TrendChart(
        words=chart_words(
            indicator,
            f"{indicator.title}: {area.name}",
            _trend_description(indicator, area, comparison),
        ),
        periods=periods,
        us=Line(name=area.name, figures=tuple(cell.value for cell in history)),
        comparison=Line(name=other, figures=beside),
        middle_half=half,
        breaks=breaks_of(catalogue, indicator, periods),
    )
    table = chart.table()
    return Picture(
        word="trend",
        message=_trend_message(indicator, area, comparison),
        statistics=f"{indicator.title}, {unit_words(indicator)}, {periods[0]} to {periods[-1]}",
        wide=Markup(chart.svg("trend")),
        narrow=Markup(chart.svg("trend-narrow", narrow=True, named_by="trend")),
        table=table,
        source=source,
        notes=table.notes,
        called=indicator.title,
    )


def drawn_large(
    indicator: Indicator, chart: TrendChart, message: str, source: str, *, shaded: str = ""
) -> Picture:
    """A history as the picture that proves a page's finding; `shaded` says what the band is."""
    table = chart.table()
    return Picture(
        word="trend",
        message=message,
        statistics=f"{indicator.title}, {unit_words(indicator)}, {chart.periods[0]} to "
        f"{chart.periods[-1]}{shaded}",
        wide=Markup(chart.svg(f"trend-{indicator.id}")),
        narrow=Markup(chart.svg(f"trend-narrow-{indicator.id}", narrow=True)),
        table=table,
        source=source,
        notes=table.notes,
        called=indicator.title,
    )


def while_there_were_figures(history: Sequence[Cell]) -> Sequence[Cell]:
    """The history from its first figure until the council ended; at least two periods."""
    known = [place for place, cell in enumerate(history) if not isinstance(cell.value, Missing)]
    first = known[0] if known else len(history)
    end = len(history)
    while end > first + 2 and _did_not_exist(history[end - 1]):
        end -= 1
    return history[max(0, min(first, len(history) - 2)) : end]


def _did_not_exist(cell: Cell) -> bool:
    return isinstance(cell.value, Missing) and Reason.DID_NOT_EXIST in cell.value.reasons


def middle_half_of(average: SimilarPeriod | None) -> tuple[float, float] | None:
    """The middle half of similar councils in one period; one alone has none."""
    if average is None or average.low is None or average.high is None or average.with_value < 2:
        return None
    return (average.low, average.high)


def breaks_of(
    catalogue: Catalogue, indicator: Indicator, periods: tuple[str, ...]
) -> tuple[Break, ...]:
    """The breaks in any series behind an indicator that fall among these periods."""
    found: dict[str, str] = {}
    for name in (*indicator.numerator, *indicator.numerator_less, *indicator.denominator):
        for entry in catalogue.series[name].breaks:
            if entry.period in periods[1:]:
                found.setdefault(entry.period, entry.sentence)
    return tuple(
        Break(at=label, number=place, sentence=sentence)
        for place, (label, sentence) in enumerate(sorted(found.items()), start=1)
    )


def _trend_message(indicator: Indicator, area: Area, comparison: Comparison) -> str:
    """Whether the figure has moved; of a council that has ended, whether it had by then."""
    moved, whose = comparison.moved, f"{placed_first(area.name)}’s figure"
    if moved is None or not moved.from_period or moved.level not in _MESSAGES:
        return f"{placed_first(area.name)} over the years"
    now, then = _MESSAGES[moved.level]
    if area.is_former:
        years = f"from about {moved.from_period} to about {moved.to_period}"
        return then.format(whose=whose, where=placed(area.name), years=years)
    since = f"since about {moved.from_period}"
    return now.format(whose=whose, where=placed(area.name), years=since)


_MESSAGES = {
    Movement.HAS_RISEN: ("{whose} has risen {years}", "{whose} rose {years}"),
    Movement.HAS_FALLEN: ("{whose} has fallen {years}", "{whose} fell {years}"),
    Movement.NO_CLEAR_CHANGE: (
        "No clear change in {where} {years}",
        "No clear change in {where} {years}",
    ),
}
"""What is said of a movement, of a council of today and of one that has ended."""


def _trend_description(indicator: Indicator, area: Area, comparison: Comparison) -> str:
    if all(isinstance(cell.value, Missing) for cell in comparison.history):
        return went_from_to(indicator, area, comparison.history)
    went = went_from_to(indicator, area, comparison.history)
    return f"{went} {first_sentence(verdict_sentence(indicator, comparison))}"


def first_sentence(text: str) -> str:
    """What is said first; the rest stands in the words under the picture.

    Where nothing can be said, the reason is said as well.
    """
    first, stop, rest = text.partition(". ")
    if first == "Cannot say":
        return f"{first}. {first_sentence(rest)}"
    return first + stop.rstrip()


def went_from_to(indicator: Indicator, area: Area, history: Sequence[Cell]) -> str:
    """The first and the last known figure of a history, in a sentence."""
    known = [cell for cell in history if not isinstance(cell.value, Missing)]
    if not known:
        return f"There is no published figure for {placed(area.name)} in any period."
    first, last = known[0], known[-1]
    return (
        f"{placed_first(area.name)} went from {shown(indicator, first.value)} in {first.period} to "
        f"{shown(indicator, last.value)} in {last.period}."
    )


def marks(
    area: Area, comparison: Comparison, named_cells: Sequence[tuple[str, Cell]]
) -> tuple[CouncilMark, ...]:
    """Every council with its figure: ours, a similar one, or any other."""
    similar = {entry.area for entry in comparison.similar.councils} if comparison.similar else set()
    return tuple(
        CouncilMark(
            name=name,
            figure=cell.value,
            standing=Standing.US
            if cell.area == area.code
            else Standing.SIMILAR
            if cell.area in similar
            else Standing.OTHER,
        )
        for name, cell in named_cells
    )


def strip(
    indicator: Indicator, area: Area, comparison: Comparison, councils: tuple[CouncilMark, ...]
) -> Markup:
    """Every council as a tick, similar ones darker, ours a diamond."""
    numbers = [mark.number for mark in councils if mark.number is not None]
    if len(numbers) < 2:
        return Markup("")
    spread = (
        f"Councils run from {figure(indicator, min(numbers))} to {figure(indicator, max(numbers))}."
    )
    here = comparison.here.value
    ours = (
        f"There is no figure for {placed(area.name)}."
        if isinstance(here, Missing)
        else f"{placed_first(area.name)} is at {figure(indicator, here)}."
    )
    chart = StripChart(
        words=chart_words(indicator, f"{indicator.title}: all councils", f"{ours} {spread}"),
        councils=councils,
        middle_half=comparison.similar.middle_half if comparison.similar else None,
    )
    return Markup(chart.svg(f"strip-{indicator.id}"))


def sparkline(catalogue: Catalogue, area: Area, comparison: Comparison) -> Markup:
    """The council's history in a thumbnail."""
    indicator = catalogue.indicators[comparison.indicator]
    return thumbnail(catalogue, indicator, area.name, comparison.history)


def thumbnail(
    catalogue: Catalogue, indicator: Indicator, name: str, history: Sequence[Cell]
) -> Markup:
    """The last twelve periods of a history, small; nothing for fewer than two figures."""
    history = history[-12:]
    if sum(not isinstance(cell.value, Missing) for cell in history) < 2:
        return Markup("")
    periods = tuple(cell.period for cell in history)
    chart = SparklineChart(
        words=chart_words(
            indicator,
            f"{indicator.title}, year by year",
            f"{placed_first(name)} from {periods[0]} to {periods[-1]}.",
        ),
        periods=periods,
        figures=tuple(cell.value for cell in history),
        breaks=breaks_of(catalogue, indicator, periods),
    )
    return Markup(chart.svg(f"spark-{indicator.id}"))


def ranked(
    indicator: Indicator, comparison: Comparison, councils: tuple[CouncilMark, ...]
) -> Picture | None:
    """All councils from lowest to highest, ours picked out."""
    known = sum(mark.number is not None for mark in councils)
    if known < 2:
        return None
    england = comparison.england
    chart = RankedBarsChart(
        words=chart_words(
            indicator,
            f"{indicator.title}: every council, {comparison.period}",
            f"{known} councils have a figure. {verdict_sentence(indicator, comparison)}",
        ),
        councils=councils,
        average=None
        if england is None or isinstance(england.value, Missing)
        else Average(name="England", number=england.value),
    )
    return Picture(
        word="ranked",
        message="Every council at once",
        statistics=f"{indicator.title}, {unit_words(indicator)}, {comparison.period}",
        wide=Markup(chart.svg(f"ranked-{indicator.id}")),
        narrow=Markup(chart.svg(f"ranked-narrow-{indicator.id}", narrow=True)),
        table=chart.table(),
        notes=(
            "This is not a league table: councils differ in need, and those next to one another "
            "in it often cannot be told apart.",
        ),
        called=f"{indicator.title}, every council",
    )


def legend_mark(kind: str) -> Markup:
    """One mark of a legend, 18 by 14 units, hidden from assistive technology."""
    shapes = {
        "us": f'<path d="M9 1l6 6-6 6-6-6z" fill="{US}"/>',
        "similar": f'<path d="M9 1v12" stroke="{DARK}" stroke-width="2"/>',
        "middle_half": f'<rect x="1" y="1" width="16" height="12" fill="{FAINT}"/>',
        "line": f'<path d="M1 7h11" stroke="{US}" stroke-width="2.5"/>'
        f'<circle cx="13" cy="7" r="3.5" fill="{US}"/>',
        "dashes": f'<path d="M1 7h16" stroke="{DARK}" stroke-width="1.5" stroke-dasharray="4 3"/>',
        "ring": f'<circle cx="9" cy="7" r="3.5" fill="{PAPER}" stroke="{US}" stroke-width="2"/>',
        "other": f'<path d="M9 2v10" stroke="{GREY}" stroke-width="1"/>',
        "asked_about": f'<circle cx="9" cy="7" r="3" fill="{PAPER}" stroke="{DARK}"/>',
        "beyond": f'<path d="M7 3v8l5-4z" fill="{GREY}"/>',
    }
    return Markup(
        '<svg width="18" height="14" viewBox="0 0 18 14" aria-hidden="true">{}</svg>'
    ).format(Markup(shapes[kind]))
