"""From readings to a panel: counts added, divided by what they are out of, reasons kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from threading import RLock

import numpy as np

from brightfutures.catalogue import Catalogue, Geography, Indicator, IndicatorKind
from brightfutures.measures.arrays import Bits, Flags, Numbers
from brightfutures.measures.care_on_other_lines import without_care_on_other_lines
from brightfutures.measures.continuity import break_years, where_it_reads_on
from brightfutures.measures.counts import Count, add_up
from brightfutures.measures.grids import Grid, lay_out, mark_areas_not_there, there_on_last_day
from brightfutures.measures.left_out import without_what_was_left_out
from brightfutures.measures.material import Material
from brightfutures.measures.places import Places
from brightfutures.measures.sums_of_councils import fill_from_councils
from brightfutures.published.readings import Readings
from brightfutures.quantities import Panel, Period, Reason


@dataclass(frozen=True, eq=False)
class Ingredients:
    """What a panel is built from: declarations, areas and a way to ask for a series.

    Panels never change, so each is built once and serves all that work with it; safe to share
    between threads. With `as_published` pounds stand as a file prints them, those too that we make
    no measure of: what other tools show is worked out from them.
    """

    catalogue: Catalogue
    geography: Geography
    places: Places
    readings: Callable[[str], Readings]
    as_published: bool = False
    _built: dict[str, Material] = field(default_factory=dict)
    _lock: RLock = field(default_factory=RLock)

    def material(self, indicator: Indicator) -> Material:
        """The panel of one indicator, with what must be known about its cells."""
        with self._lock:
            if indicator.id not in self._built:
                self._built[indicator.id] = build_material(indicator, self)
            return self._built[indicator.id]


@dataclass(eq=False)
class Fraction:
    """A panel in the making: numerator, denominator and value, areas × periods."""

    numerator: Numbers
    numerator_missing: Bits
    denominator: Numbers
    value: Numbers
    missing: Bits
    spoken: Flags
    summed: Flags


def build_material(indicator: Indicator, ingredients: Ingredients) -> Material:
    """The panel of one indicator over all areas, with what must be known about its cells."""
    kind = ingredients.catalogue.series[indicator.numerator[0]].period_kind
    grids = {name: _grid(name, ingredients) for name in _series_of(indicator)}
    years = _years(indicator, grids)
    periods = tuple(Period.ending(kind, year) for year in years)
    there = there_on_last_day(ingredients.places.areas, periods)

    def laid(names: Sequence[str], lag: int = 0) -> list[Grid]:
        return [
            mark_areas_not_there(grids[name].at([year - lag for year in years]), there)
            for name in names
        ]

    breaks = break_years(indicator, ingredients)
    count = add_up(
        laid(indicator.numerator),
        laid(indicator.numerator_less),
        bounded=_bounded(indicator, ingredients),
    )
    printed = np.zeros(count.value.shape, dtype=bool)
    if indicator.kind is IndicatorKind.FIGURE:
        fraction = _figure(count)
    else:
        fraction = _divided(
            count, add_up(laid(indicator.denominator, indicator.denominator_lag)), indicator.per
        )
        if indicator.printed:
            (figure,) = laid((indicator.printed,))
            printed = _take_printed(fraction, figure)
            if indicator.printed_for_regions_and_england:
                printed |= _take_for_regions(fraction, figure, ingredients.places.councils)
        fill_from_councils(fraction, there, indicator.per, ingredients.places)
    return Material(
        panel=Panel(
            areas=ingredients.places.codes,
            periods=tuple(period.label for period in periods),
            numerator=fraction.numerator,
            denominator=fraction.denominator,
            value=fraction.value,
            missing=fraction.missing,
            numerator_missing=fraction.numerator_missing,
        ),
        periods=periods,
        councils=ingredients.places.councils,
        spoken=fraction.spoken | fraction.summed,
        printed=printed,
        summed=fraction.summed,
        existed=there,
        joined=where_it_reads_on(periods, there, breaks, ingredients),
        broken=np.array([year in breaks for year in years], dtype=bool),
        fewest=count.fewest,
        most=count.most,
        joint=_joint(indicator, ingredients),
    )


def _joint(indicator: Indicator, ingredients: Ingredients) -> tuple[tuple[int, int], ...]:
    """The pairs of councils of which any series of the indicator has one return for both."""
    rows, series = ingredients.places.rows, ingredients.catalogue.series
    sources = {source for name in _series_of(indicator) for source in series[name].sources}
    return tuple(
        (rows[one], rows[other])
        for entry in ingredients.geography.joint_returns
        if not sources.isdisjoint(entry.sources)
        for one in entry.areas
        for other in entry.areas
        if one != other
    )


def _series_of(indicator: Indicator) -> tuple[str, ...]:
    printed = (indicator.printed,) if indicator.printed else ()
    return (*indicator.numerator, *indicator.numerator_less, *indicator.denominator, *printed)


def _bounded(indicator: Indicator, ingredients: Ingredients) -> list[bool]:
    """Of each series of the numerator, whether a withheld count in it is sure to be 1 to 5."""
    series = ingredients.catalogue.series
    return [
        series[name].withheld_is_one_to_five
        for name in (*indicator.numerator, *indicator.numerator_less)
    ]


def _grid(name: str, ingredients: Ingredients) -> Grid:
    catalogue, rows = ingredients.catalogue, ingredients.places.rows

    def as_published(series: str) -> Grid:
        kind = catalogue.series[series].period_kind
        return lay_out(ingredients.readings(series), kind, rows)

    if ingredients.as_published:
        return as_published(name)
    spending = catalogue.spending
    told = without_what_was_left_out(name, as_published(name), spending, rows, as_published)
    return without_care_on_other_lines(name, told, spending, as_published)


def _years(indicator: Indicator, grids: dict[str, Grid]) -> list[int]:
    """The years for which a numerator or the publisher's own figure is known.

    What is taken off the numerator may have been told only later: earlier years hold nothing.
    """
    names = (*indicator.numerator, *((indicator.printed,) if indicator.printed else ()))
    since = max((min(grids[name].years, default=0) for name in indicator.numerator_less), default=0)
    return sorted({year for name in names for year in grids[name].years if year >= since})


def _figure(count: Count) -> Fraction:
    """A published figure stands as it is printed: no count is known behind it."""
    nothing = np.full(count.value.shape, np.nan)
    unknown = np.full(count.value.shape, Reason.UNAVAILABLE.bit, dtype=np.uint16)
    return Fraction(
        numerator=nothing,
        numerator_missing=unknown,
        denominator=nothing.copy(),
        value=count.value,
        missing=count.missing,
        spoken=count.spoken,
        summed=np.zeros(count.value.shape, dtype=bool),
    )


def _divided(count: Count, base: Count, per: float) -> Fraction:
    """The count out of the base.

    Where no file gives the base the count stands and the value is `denominator_unavailable`;
    nought out of nought does not apply.
    """
    base_missing = np.where(
        (base.missing != 0) & ~base.spoken, Reason.DENOMINATOR_UNAVAILABLE.bit, base.missing
    ).astype(np.uint16)
    divides = count.spoken & (count.missing != Reason.DID_NOT_EXIST.bit)
    missing = count.missing | np.where(divides, base_missing, 0).astype(np.uint16)
    missing[(missing == 0) & ~(base.value > 0)] = Reason.NOT_APPLICABLE.bit
    value = np.full(count.value.shape, np.nan)
    np.divide(per * count.value, base.value, out=value, where=missing == 0)
    return Fraction(
        numerator=count.value,
        numerator_missing=count.missing,
        denominator=base.value,
        value=value,
        missing=missing,
        spoken=count.spoken,
        summed=np.zeros(count.value.shape, dtype=bool),
    )


def _take_printed(fraction: Fraction, figure: Grid) -> Flags:
    """Put the publisher's own figure where it alone is known; says where.

    That is where the denominator is not published, or where no file gives the count. A
    withheld count keeps its reason.
    """
    no_base = fraction.spoken & (fraction.missing == Reason.DENOMINATOR_UNAVAILABLE.bit)
    taken = (no_base | ~fraction.spoken) & (figure.missing == 0)
    fraction.value = np.where(taken, figure.value, fraction.value)
    fraction.missing = np.where(taken, 0, fraction.missing).astype(np.uint16)
    fraction.denominator = np.where(taken, np.nan, fraction.denominator)
    # Where only the publisher's figure is spoken of and is missing, its reason is the reason.
    told = ~fraction.spoken & figure.spoken & (figure.missing != 0)
    fraction.missing = np.where(told, figure.missing, fraction.missing).astype(np.uint16)
    fraction.spoken = fraction.spoken | figure.spoken
    return np.asarray(taken)


def _take_for_regions(fraction: Fraction, figure: Grid, councils: int) -> Flags:
    """Put the publisher's own figure in every region and England that has one; says where.

    The counts stay beside it as they are published.
    """
    taken = figure.missing == 0
    taken[:councils] = False
    fraction.value = np.where(taken, figure.value, fraction.value)
    fraction.missing = np.where(taken, 0, fraction.missing).astype(np.uint16)
    return np.asarray(taken)
