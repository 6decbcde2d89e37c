"""A small England that has been inspected: figures and grades with a planted link, or none."""

from __future__ import annotations

import datetime

import numpy as np
from small_england import SmallEngland, council_codes, indicator, small_geography

from brightfutures.catalogue import GoodDirection, IndicatorKind
from brightfutures.measures.agreement.inspections import GRADES
from brightfutures.measures.agreement.results import Agreement
from brightfutures.published.readings import Judgement

YEARS = range(2015, 2026)
DIRECTIONS = (GoodDirection.HIGHER, GoodDirection.LOWER)
FIGURES = 12
ROUNDS = ("2019-06-10", "2023-06-12")


def an_inspected_england(
    seed: int, *, linked: int = 0, strength: float = 1.5, councils: int = 120
) -> tuple[SmallEngland, list[Judgement]]:
    """Twelve figures, in turn good if high and good if low, and two inspections of each council.

    Each figure has a level of its own that lasts, and a wobble. Each council has a quality that
    its grades follow, with a wobble too; the first `linked` figures follow it by `strength`, in
    the direction that the catalogue calls good.
    """
    draw = np.random.default_rng(seed)
    geography = small_geography(councils)
    codes = council_codes(geography)
    quality = draw.normal(size=councils)
    england = SmallEngland(geography=geography, indicators=[])
    for number in range(FIGURES):
        direction = DIRECTIONS[number % 2]
        name = f"figure_{number}"
        england.indicators.append(
            indicator(name, IndicatorKind.FIGURE, good_direction=direction, health_check=True)
        )
        sign = 1.0 if direction is GoodDirection.HIGHER else -1.0
        level = draw.normal(size=councils)
        if number < linked:
            level = level + strength * sign * quality
        england.tables[f"{name}_count"] = {
            (code, str(year)): float(50.0 + 5.0 * level[row] + 2.0 * draw.normal())
            for row, code in enumerate(codes)
            for year in YEARS
        }
    judgements = []
    for day in ROUNDS:
        seen = quality + 0.5 * draw.normal(size=councils)
        cuts = np.quantile(seen, (0.15, 0.45, 0.85))
        grades = np.searchsorted(cuts, seen)
        judgements += [
            judgement(code, day, int(grade))
            for code, grade in zip(codes, grades.tolist(), strict=True)
        ]
    return england, judgements


def judgement(area: str, day: str, grade: int, framework: str = "ILACS") -> Judgement:
    """One inspection with the same grade for every part."""
    out = datetime.date.fromisoformat(day) + datetime.timedelta(days=50)
    return Judgement(
        area=area,
        framework=framework,
        inspected_on=day,
        published_on=out.isoformat(),
        parts=dict.fromkeys(("overall", "leaders", "in_care"), GRADES[grade]),
        file="judged.ods",
        row=1,
    )


def agreement(england: SmallEngland, judgements: list[Judgement]) -> Agreement:
    """What is found on them."""
    return england.measures().agreement(judgements)
