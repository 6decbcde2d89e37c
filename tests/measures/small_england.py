"""A small England for tests: councils, declarations and counts, made in memory."""

from __future__ import annotations

import copy
import datetime
import random
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

import numpy as np

from brightfutures.catalogue import Catalogue, Geography, Indicator, Series
from brightfutures.catalogue.indicators import (
    OUTCOMES,
    PRIORITIES,
    GoodDirection,
    IndicatorKind,
    IntervalMethod,
    Stage,
)
from brightfutures.catalogue.series import Break, SeriesKind
from brightfutures.measures import Measures
from brightfutures.published.readings import Neighbour, Readings
from brightfutures.quantities import ENGLAND, Area, AreaKind, PeriodKind, Reason

Table = dict[tuple[str, str], float | Reason]
"""(area, period) to a number or the reason why it is missing."""

AnEngland = TypeVar("AnEngland", bound="SmallEngland")

METHODS = {
    IndicatorKind.RATE: IntervalMethod.BYAR,
    IndicatorKind.PROPORTION: IntervalMethod.WILSON,
    IndicatorKind.RATIO: IntervalMethod.NONE,
    IndicatorKind.FIGURE: IntervalMethod.NONE,
}


def small_geography(councils: int = 24, regions: int = 3) -> Geography:
    """Councils C01, C02 … dealt round regions R1, R2 …, and England."""
    areas = [Area(code=ENGLAND, name="England", kind=AreaKind.COUNTRY)]
    for number in range(1, regions + 1):
        areas.append(Area(code=f"R{number}", name=f"Region {number}", kind=AreaKind.REGION))
    for number in range(1, councils + 1):
        areas.append(
            Area(
                code=f"C{number:02d}",
                name=f"Council {number:02d}",
                kind=AreaKind.COUNCIL,
                region=f"R{1 + number % regions}",
            )
        )
    return Geography(areas=tuple(areas), recodes={}, aliases={})


def indicator(name: str, kind: IndicatorKind = IndicatorKind.RATE, **changes: Any) -> Indicator:
    """An indicator of `name` per people (a figure has no denominator)."""
    declared: dict[str, Any] = {
        "id": name,
        "title": name,
        "sentence": "{council} {value}.",
        "stage": Stage.IN_CARE,
        "outcome": OUTCOMES[0],
        "priority": PRIORITIES[0],
        "kind": kind,
        "numerator": (f"{name}_count",),
        "denominator": () if kind is IndicatorKind.FIGURE else ("people",),
        "unit": "%" if kind is IndicatorKind.PROPORTION else "per 10,000 children",
        "per": 100.0 if kind is IndicatorKind.PROPORTION else 10_000.0,
        "decimal_places": 1,
        "good_direction": GoodDirection.NEITHER,
        "interval": METHODS[kind],
        "health_check": True,
        "read_with": (),
        "warnings": (),
        "questions": (),
        "why_it_matters": "It matters.",
        "what_to_know": (),
        "written_by": "a test",
        "checked_on": datetime.date(2025, 1, 1),
    }
    return Indicator(**{**declared, **changes})


@dataclass
class SmallEngland:
    """Everything `Measures` needs, to be changed freely before `measures()` is called."""

    geography: Geography
    indicators: list[Indicator]
    tables: dict[str, Table] = field(default_factory=dict)
    kinds: dict[str, PeriodKind] = field(default_factory=dict)
    breaks: dict[str, tuple[Break, ...]] = field(default_factory=dict)
    neighbours: dict[str, dict[str, tuple[str, ...]]] = field(default_factory=dict)
    sources: dict[str, tuple[str, ...]] = field(default_factory=dict)
    one_to_five: set[str] = field(default_factory=set)  # series whose withheld counts are small

    def catalogue(self) -> Catalogue:
        """The declarations, with a series for every name that an indicator uses."""
        names: set[str] = set()
        for entry in self.indicators:
            names |= {*entry.numerator, *entry.numerator_less, *entry.denominator}
            names |= {entry.printed} if entry.printed else set()
        series = {
            name: Series(
                id=name,
                sentence=f"{name}.",
                unit="children",
                kind=SeriesKind.COUNT,
                period_kind=self.kinds.get(name, PeriodKind.AT_31_MARCH),
                sources=self.sources.get(name, ()),
                breaks=self.breaks.get(name, ()),
                withheld_is_one_to_five=name in self.one_to_five,
            )
            for name in names
        }
        return Catalogue(
            geography=self.geography,
            sources={},
            series=series,
            indicators={entry.id: entry for entry in self.indicators},
            warnings={},
            questions={},
            glossary={},
        )

    def readings(self, series: str) -> Readings:
        """The table of one series as columns."""
        return as_readings(series, self.tables.get(series, {}))

    def neighbours_of(self, table: str) -> Mapping[str, tuple[Neighbour, ...]]:
        """A table of similar councils."""
        return {
            council: tuple(Neighbour(code, "close") for code in others)
            for council, others in self.neighbours.get(table, {}).items()
        }

    def measures(self) -> Measures:
        """The engine over all of this."""
        return Measures(self.catalogue(), self.geography, self.readings, self.neighbours_of)


def shuffled(england: AnEngland, seed: int) -> AnEngland:
    """The same England with its rows, areas, lists and any circumstances in another order."""
    other, order = copy.deepcopy(england), random.Random(seed)
    for name, table in other.tables.items():
        rows = list(table.items())
        order.shuffle(rows)
        other.tables[name] = dict(rows)
    areas = list(other.geography.areas)
    order.shuffle(areas)
    other.geography = replace(other.geography, areas=tuple(areas))
    for lists in other.neighbours.values():
        for council, others in lists.items():
            lists[council] = tuple(order.sample(others, len(others)))
    order.shuffle(getattr(other, "context", []))
    return other


def as_readings(series: str, table: Table) -> Readings:
    """A table as columns; its areas and periods in the order first met."""
    areas = tuple(dict.fromkeys(area for area, _ in table))
    periods = tuple(sorted({period for _, period in table}))
    rows = list(table.items())
    missing = [value if isinstance(value, Reason) else None for _, value in rows]
    return Readings(
        series=series,
        areas=areas,
        periods=periods,
        area_index=np.array([areas.index(area) for (area, _), _ in rows], dtype=np.int32),
        period_index=np.array([periods.index(label) for (_, label), _ in rows], dtype=np.int32),
        value=np.array(
            [np.nan if isinstance(value, Reason) else float(value) for _, value in rows]
        ),
        missing=np.array([reason.bit if reason else 0 for reason in missing], dtype=np.uint16),
    )


def council_codes(geography: Geography) -> tuple[str, ...]:
    """The councils' codes in order of name."""
    return tuple(area.code for area in geography.councils(former=True))


def random_england(
    seed: int = 1,
    *,
    councils: int = 40,
    years: Iterable[int] = range(2017, 2026),
    kinds: Mapping[str, IndicatorKind] | None = None,
    wobble: float = 0.1,
    neighbours: int = 8,
) -> SmallEngland:
    """An England with counts drawn at random: levels that last, a wobble, chance, and gaps.

    Two in a hundred counts are withheld. Similar councils are drawn at random too.
    """
    draw = np.random.default_rng(seed)
    geography = small_geography(councils)
    kinds = kinds or {"care": IndicatorKind.RATE, "moves": IndicatorKind.PROPORTION}
    england = SmallEngland(
        geography=geography, indicators=[indicator(name, kind) for name, kind in kinds.items()]
    )
    codes = council_codes(geography)
    people = {code: int(draw.integers(3_000, 60_000)) for code in codes}
    england.tables["people"] = {
        (code, str(year)): float(people[code] + 10 * (year - 2000))
        for code in codes
        for year in years
    }
    for name in kinds:
        level = {code: draw.normal(-4.6, 0.3) for code in codes}
        table: Table = {}
        for year in years:
            for code in codes:
                level[code] += draw.normal(0, wobble)
                count = draw.poisson(people[code] * np.exp(level[code]))
                withheld = draw.random() < 0.02
                table[code, str(year)] = Reason.SUPPRESSED if withheld else float(count)
        england.tables[f"{name}_count"] = table
    for code in codes:
        others = [other for other in codes if other != code]
        picked = draw.choice(len(others), size=neighbours, replace=False)
        england.neighbours.setdefault("dfe-2025", {})[code] = tuple(others[i] for i in picked)
    return england
