"""Small multiples: one small trend for each measure, over the same years, and one table of all."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from brightfutures.catalogue import Catalogue, Indicator
from brightfutures.charts.timeline import Break, Timeline
from brightfutures.charts.trend import Line, TrendChart
from brightfutures.findings.comparison_words import SIMILAR_COUNCILS, Whom
from brightfutures.findings.figures import figure, missing_words, unit_words
from brightfutures.findings.headline import end_year
from brightfutures.findings.measure_words import in_mid_sentence
from brightfutures.findings.notes import why_not_moved
from brightfutures.findings.place_names import placed_first
from brightfutures.measures.results import Cell, Comparison, Movement, SimilarPeriod
from brightfutures.pages.figures_of import (
    breaks_of,
    chart_words,
    legend_mark,
    middle_half_of,
    went_from_to,
    while_there_were_figures,
)
from brightfutures.pages.small_pictures import SmallPicture, small_picture
from brightfutures.quantities import Area, Missing

YEARS = 13
"""So many years are shown; a measure's own page goes back to its beginning."""


@dataclass(frozen=True, kw_only=True)
class SmallTrend:
    """One measure: its name, its unit, whether it has moved, its drawing, and the rows behind it.

    Each row has the period, our figure, England's and the middle half of similar councils.
    """

    title: str
    href: str
    unit: str
    moved: str
    has_moved: bool
    drawing: SmallPicture
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, kw_only=True)
class TrendLegend:
    """The marks that all the drawings share; the ring only where one has a withheld figure."""

    us: Markup
    similar: Markup
    england: Markup
    withheld: Markup | None


@dataclass(frozen=True, kw_only=True)
class SmallTrends:
    """All the drawings of a page, what their marks mean, and the sentence of each break."""

    trends: tuple[SmallTrend, ...]
    more: tuple[SmallTrend, ...]
    legend: TrendLegend
    header: tuple[str, ...]
    notes: tuple[str, ...]
    more_notes: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class TrendInputs:
    """What the drawings ask of the floors below: histories by indicator, and addresses.

    `whom` is how those are called whose middle half is drawn; `source_of` is the sentence that
    names the publications behind a comparison.
    """

    averages: Callable[[str], Sequence[SimilarPeriod]]
    england: Callable[[str], Sequence[Cell]]
    address_of: Callable[[str], str]
    whom: Whom = SIMILAR_COUNCILS
    source_of: Callable[[Comparison], str] = lambda comparison: ""


def small_trends(
    catalogue: Catalogue,
    area: Area,
    main: Sequence[Comparison],
    more: Sequence[Comparison],
    inputs: TrendInputs,
) -> SmallTrends:
    """The drawings of the measures in view and of the others, all over the same years."""
    cut = _over_the_same_years(area, (*main, *more))
    across = _across({cell.period for history in cut.values() for cell in history})
    shared = _Shared(across, {}, inputs)

    def drawn(group: Sequence[Comparison], first: int = 0) -> list[tuple[SmallTrend, bool]]:
        known = [entry for entry in group if entry.indicator in cut]
        return [
            _trend(catalogue, area, entry, cut[entry.indicator], shared, f"small-{number}")
            for number, entry in enumerate(known, start=first)
        ]

    in_view, notes = drawn(main), shared.notes
    others = drawn(more, len(in_view))
    return SmallTrends(
        trends=tuple(made for made, _ in in_view),
        more=tuple(made for made, _ in others),
        legend=TrendLegend(
            us=legend_mark("line"),
            similar=legend_mark("middle_half"),
            england=legend_mark("dashes"),
            withheld=legend_mark("ring")
            if any(withheld for _, withheld in (*in_view, *others))
            else None,
        ),
        header=("Period", area.name, "England", f"Middle half of {inputs.whom.councils}"),
        notes=notes,
        more_notes=shared.notes[len(notes) :],
    )


@dataclass(frozen=True)
class _Shared:
    """What the drawings of a page have in common: the years, the numbers of breaks, the inputs."""

    across: tuple[str, str]
    numbers: dict[str, int]  # the number of each break's sentence, given out as they come
    inputs: TrendInputs

    @property
    def notes(self) -> tuple[str, ...]:
        """The sentence of each break met so far after its number."""
        return tuple(f"{number}. {sentence}" for sentence, number in self.numbers.items())


def _over_the_same_years(
    area: Area, comparisons: Sequence[Comparison]
) -> dict[str, tuple[Cell, ...]]:
    """The newest years of each measure's history, by indicator.

    Of a council that has ended they end with its last figure, and a measure of which nothing is
    published until then has none.
    """
    histories = {
        entry.indicator: tuple(while_there_were_figures(entry.history)) for entry in comparisons
    }
    cells = [cell for history in histories.values() for cell in history]
    known = [cell for cell in cells if not isinstance(cell.value, Missing)]
    ends = [end_year(cell.period) for cell in (known if area.is_former and known else cells)]
    newest = max(ends)
    cut = {
        name: tuple(cell for cell in history if newest - YEARS < end_year(cell.period) <= newest)
        for name, history in histories.items()
    }
    return {name: history for name, history in cut.items() if history}


def _across(periods: Collection[str]) -> tuple[str, str]:
    """The earliest and the latest of some periods; of two of one date the first by its name."""
    ordered = sorted(sorted(periods), key=lambda period: Timeline((period,)).places[0])
    return ordered[0], ordered[-1]


def _trend(
    catalogue: Catalogue,
    area: Area,
    comparison: Comparison,
    history: Sequence[Cell],
    shared: _Shared,
    identifier: str,
) -> tuple[SmallTrend, bool]:
    """One drawing, and whether a figure of ours is withheld in it."""
    indicator, inputs = catalogue.indicators[comparison.indicator], shared.inputs
    periods = tuple(cell.period for cell in history)
    averages = {average.period: average for average in inputs.averages(indicator.id)}
    england = {cell.period: cell.value for cell in inputs.england(indicator.id)}
    chart = TrendChart(
        words=chart_words(
            indicator,
            f"{indicator.title}, year by year",
            _description(indicator, area, history, averages.get(periods[-1]), inputs.whom),
        ),
        periods=periods,
        us=Line(name=area.name, figures=tuple(cell.value for cell in history)),
        comparison=Line(name="England", figures=tuple(map(england.get, periods))),
        middle_half=tuple(middle_half_of(averages.get(period)) for period in periods),
        breaks=breaks_of(catalogue, indicator, periods),
        across=shared.across,
    )
    numbered = tuple(_numbered(entry, shared.numbers) for entry in chart.breaks)
    has_moved, moved = moved_words(indicator, comparison)
    made = SmallTrend(
        title=indicator.title,
        href=inputs.address_of(indicator.id),
        unit=unit_words(indicator),
        moved=moved,
        has_moved=has_moved,
        drawing=small_picture(
            indicator,
            chart,
            identifier,
            message=f"{placed_first(area.name)}: {in_mid_sentence(moved)}",
            source=lambda: inputs.source_of(comparison),
            numbered=replace(chart, breaks=numbered) if numbered else chart,
            shaded=f". Shaded: the middle half of {inputs.whom.councils}",
        ),
        rows=chart.table().rows,
    )
    return made, bool(chart.withheld())


def _numbered(entry: Break, numbers: dict[str, int]) -> Break:
    """A break with the number that its sentence has on this page."""
    return replace(entry, number=numbers.setdefault(entry.sentence, len(numbers) + 1))


def _description(
    indicator: Indicator,
    area: Area,
    history: Sequence[Cell],
    average: SimilarPeriod | None,
    whom: Whom,
) -> str:
    went = went_from_to(indicator, area, history)
    if average is None or average.low is None or average.high is None:
        return went
    low, high = figure(indicator, average.low), figure(indicator, average.high)
    last = history[-1]
    if isinstance(last.value, Missing):
        went += f" Its figure of {last.period}: {missing_words(last.value)}."
    return f"{went} The middle half of {whom.councils} lie from {low} to {high} in {last.period}."


def moved_words(indicator: Indicator, comparison: Comparison) -> tuple[bool, str]:
    """Whether a figure has moved, and the words for it under its drawing, or why none are said."""
    moved = comparison.moved
    if moved is None or moved.level is Movement.CANNOT_SAY or moved.from_period is None:
        why = why_not_moved(indicator, moved.reason if moved else None)
        return False, f"Whether it has moved cannot be said: {why}"
    words = {
        Movement.HAS_RISEN: "Has risen since about",
        Movement.HAS_FALLEN: "Has fallen since about",
    }
    has_moved = moved.level in words
    return has_moved, f"{words.get(moved.level, 'No clear change since about')} {moved.from_period}"
