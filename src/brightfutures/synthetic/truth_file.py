"""The planted truth, written beside the files and read by nothing but what is scored against it."""

from __future__ import annotations

import json
from collections.abc import Mapping

import numpy as np
import numpy.typing as npt

from brightfutures.catalogue import Catalogue, Indicator
from brightfutures.quantities import Period, PeriodKind
from brightfutures.synthetic.calibration import SHARES, Quantity, QuantityKind
from brightfutures.synthetic.levels import (
    PROGRAMME_EFFECT,
    PROGRAMME_FIRST_YEAR,
    PROGRAMME_SERIES,
    Levels,
)
from brightfutures.synthetic.money_truth import money_truth
from brightfutures.synthetic.period_words import end_year_of
from brightfutures.synthetic.world import FIRST_YEAR, YEARS, World

Numbers = npt.NDArray[np.float64]

ABOUT = (
    "What is true in this made-up England, for scoring verdicts and estimates against. `true` is "
    "each council's figure without wobble or chance, in the indicator's unit, by period. "
    "Departures and sizes are on `scale`: the log of a rate or ratio, the log odds of a share, the "
    "figure itself of a score. `null` councils have exactly the mean of their ten similar "
    "councils on that scale in every period, but for those in `null_until`, whose similar "
    "councils include some that a programme changed afterwards: after the named period they are "
    "not. `one_year_wobble` is a: half the variance of one-year changes beyond chance; "
    "`persistence` the correlation of the wobble with that of the year before. An indicator "
    "without `null` is made of others that are planted, so its truth follows but has no pair at "
    "the mean."
)
DIGITS = 7
LONG_LINE = 1000  # letters


def truth_text(world: World, catalogue: Catalogue) -> str:
    """`truth.json`."""
    truth = {
        "schema": 1,
        "made_up": True,
        "seed": world.seed,
        "about": ABOUT,
        "councils": [area.code for area in world.councils.councils],
        "similar_councils": {
            area.code: [world.councils.councils[other].code for other in others]
            for area, others in zip(
                world.councils.councils, world.councils.similar.tolist(), strict=False
            )
        },
        "programme": _programme(world),
        "missing": [
            {
                "council": world.councils.councils[entry.council].code,
                "reason": entry.gap.reason.value,
                "sources": list(entry.gap.sources),
                "years": list(entry.gap.years),
            }
            for entry in world.missing
        ],
        "indicators": {
            indicator.id: _indicator(world, catalogue, indicator)
            for indicator in catalogue.indicators.values()
            if _is_drawn(world, indicator)
        },
        "money": money_truth(world),
    }
    return _in_lines(truth) + "\n"


def _in_lines(truth: Mapping[str, object]) -> str:
    """JSON with a line for each entry of the whole, and of those of its entries that are large."""
    written = []
    for name, entry in truth.items():
        text = _json(entry)
        if isinstance(entry, dict) and len(text) > LONG_LINE:
            inner = ",\n".join(f"  {_json(key)}: {_json(value)}" for key, value in entry.items())
            text = f"{{\n{inner}\n }}"
        written.append(f" {_json(name)}: {text}")
    return "{\n" + ",\n".join(written) + "\n}"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _is_drawn(world: World, indicator: Indicator) -> bool:
    names = (*indicator.numerator, *indicator.numerator_less, *indicator.denominator)
    return all(name in world.drawn.expected for name in names)


def _programme(world: World) -> dict[str, object]:
    levels = world.drawn.levels[PROGRAMME_SERIES]
    return {
        "name": world.councils.programme,
        "series": PROGRAMME_SERIES,
        "councils": [world.councils.councils[place].code for place in levels.programme],
        "from": str(PROGRAMME_FIRST_YEAR),
        "effect": PROGRAMME_EFFECT,
        "effect_percent": round(100 * (float(np.exp(PROGRAMME_EFFECT)) - 1), 4),
    }


def _indicator(world: World, catalogue: Catalogue, indicator: Indicator) -> dict[str, object]:
    kind = catalogue.series[indicator.numerator[0]].period_kind
    lag = indicator.denominator_lag
    years = [year for year in YEARS if year >= FIRST_YEAR]
    labels = [Period.ending(kind, year).label for year in years]
    value = _true(world, indicator, years, lag)
    told: dict[str, object] = {"unit": indicator.unit, "periods": labels}
    node = world.node_of.get(indicator.id)
    if node is not None:
        told |= _planted(world, world.calibration[node], world.drawn.levels[node], kind)
    breaks = {
        entry.period: entry.sentence
        for name in (*indicator.numerator, *indicator.denominator)
        for entry in catalogue.series[name].breaks
        if end_year_of(entry.period) in years
    }
    if breaks:
        told["breaks"] = breaks
    exists = np.array([world.exists(kind, year)[: world.council_count] for year in years]).T
    told["true"] = {
        area.code: [
            _short(number) if there else None
            for number, there in zip(row.tolist(), here.tolist(), strict=True)
        ]
        for area, row, here in zip(world.councils.councils, value, exists, strict=True)
    }
    return told


def _true(world: World, indicator: Indicator, years: list[int], lag: int) -> Numbers:
    """Councils × years of the indicator without wobble or chance."""
    at = [YEARS.index(year) for year in years]
    node = world.node_of.get(indicator.id)
    if node is not None:
        ratio = world.drawn.ratio[node][:, at]
        if world.calibration[node].kind is QuantityKind.AMOUNT_ODDS:
            ratio = ratio / (1 + ratio)
        return indicator.per * (1 - ratio if indicator.numerator_less else ratio)
    expected, drawn = world.drawn.expected, world.drawn.numbers
    top = np.zeros((len(world.councils.councils), len(at)))
    for name in indicator.numerator:
        top += expected[name][:, at]
    for name in indicator.numerator_less:
        top -= expected[name][:, at]
    bottom = np.zeros_like(top)
    before = [YEARS.index(year - lag) for year in years]
    for name in indicator.denominator:
        bottom += drawn[name][:, before]
    with np.errstate(divide="ignore", invalid="ignore"):
        truth: Numbers = indicator.per * top / (bottom if indicator.denominator else 1.0)
    return truth


def _planted(
    world: World, quantity: Quantity, levels: Levels, kind: PeriodKind
) -> dict[str, object]:
    codes = [area.code for area in world.councils.councils]
    told: dict[str, object] = {
        "planted_on": quantity.id,
        "scale": _scale(quantity),
        "spread": quantity.spread,
        "one_year_wobble": _short(quantity.one_year_wobble),
        "persistence": quantity.persistence,
        "null": [code for code, null in zip(codes, levels.null.tolist(), strict=True) if null],
        "movements": [
            {
                "council": codes[move.council],
                "from": Period.ending(kind, move.year).label,
                "size": _short(move.size),
            }
            for move in levels.movements
        ],
    }
    if levels.programme:
        touched = np.isin(world.councils.similar, np.array(levels.programme)).any(axis=1)
        until = Period.ending(kind, PROGRAMME_FIRST_YEAR - 1).label
        told["null_until"] = {
            codes[place]: until
            for place in np.flatnonzero(touched & levels.null[: world.councils.current_count])
        }
    return told


def _scale(quantity: Quantity) -> str:
    if quantity.kind is QuantityKind.SCORE:
        return "figure"
    shared = quantity.kind in SHARES or quantity.kind is QuantityKind.AMOUNT_ODDS
    return "log odds" if shared else "log"


def _short(number: float) -> float | None:
    return float(f"{number:.{DIGITS}g}") if np.isfinite(number) else None
