"""Draws every series for every council and year: true level, wobble, then counting chance."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from brightfutures.synthetic.calibration import (
    COUNTS_OF_PEOPLE,
    SHARES,
    Quantity,
    QuantityKind,
)
from brightfutures.synthetic.chance import generator
from brightfutures.synthetic.councils import MERGED_ON, Councils
from brightfutures.synthetic.levels import Levels, plant_levels
from brightfutures.synthetic.scales import england_levels, from_scale
from brightfutures.synthetic.wobble import draw_wobble

Numbers = npt.NDArray[np.float64]

MOST_SHARED_OUT = 0.98  # of a parent, among the parts that have a level of their own
THOUSAND = 1000.0
GROWTH_WOBBLE = 0.004  # a year, of a council's children beside England's


@dataclass(eq=False)
class Drawn:
    """Councils × years. `expected` is what a figure would be without wobble and chance.

    `ratio` is the true ratio on no scale, for quantities that have a level.
    """

    years: tuple[int, ...]
    numbers: dict[str, Numbers] = field(default_factory=dict)
    expected: dict[str, Numbers] = field(default_factory=dict)
    ratio: dict[str, Numbers] = field(default_factory=dict)
    levels: dict[str, Levels] = field(default_factory=dict)


def draw_everything(
    seed: int,
    calibration: Mapping[str, Quantity],
    councils: Councils,
    years: tuple[int, ...],
    tested: frozenset[str],
) -> Drawn:
    """Every series of the calibration; `tested` are those on which some are planted at the mean."""
    drawn = Drawn(years)
    shared_out: dict[tuple[str, str], Numbers] = {}
    for quantity in calibration.values():
        if quantity.kind is QuantityKind.POPULATION:
            people = _population(seed, quantity, councils, years)
            drawn.numbers[quantity.id] = drawn.expected[quantity.id] = people
        elif quantity.has_level:
            _draw_with_level(seed, quantity, councils, drawn, shared_out, tested)
        elif quantity.kind is not QuantityKind.REST:
            _work_out(quantity, drawn)
    for quantity in calibration.values():
        if quantity.kind is QuantityKind.REST:
            _leave_the_rest(quantity, calibration, drawn)
    return drawn


def _population(
    seed: int, quantity: Quantity, councils: Councils, years: tuple[int, ...]
) -> Numbers:
    """Children by council: each grows as England does, a little faster or slower."""
    chance = generator(seed, f"growth of {quantity.id}")
    current = councils.current_count
    growth = GROWTH_WOBBLE * chance.standard_normal((len(councils.councils), 1))
    past = np.array(years)[None, :] - 2024
    people: Numbers = councils.size_2024[:, None] * np.exp(growth * past)
    england = np.array([quantity.england_ratio(year) for year in years])
    people = np.rint(people * england / people[:current].sum(axis=0))
    heir = next(place for place, area in enumerate(councils.councils) if area.first == MERGED_ON)
    people[heir] = people[current:].sum(axis=0)
    return people


def _out_of(quantity: Quantity, drawn: Drawn) -> Numbers:
    """What a quantity is out of, `lag` years earlier; the first years repeat the first."""
    if quantity.of is None:
        return np.ones_like(next(iter(drawn.numbers.values())))
    whole = drawn.numbers[quantity.of]
    if not quantity.lag:
        return whole
    return np.concatenate([whole[:, :1]] * quantity.lag + [whole[:, : -quantity.lag]], axis=1)


def _draw_with_level(
    seed: int,
    quantity: Quantity,
    councils: Councils,
    drawn: Drawn,
    shared_out: dict[tuple[str, str], Numbers],
    tested: frozenset[str],
) -> None:
    years = drawn.years
    levels = plant_levels(seed, quantity, councils, years, tested=quantity.id in tested)
    wobble = draw_wobble(seed, quantity, len(councils.councils), len(years))
    whole = _out_of(quantity, drawn)
    weights = (
        np.maximum(whole, 1)
        if quantity.of
        else np.repeat(councils.size_2024[:, None], len(years), axis=1)
    )
    exists = np.arange(len(councils.councils)) < councils.current_count
    # With the wobble, whose mean is not nought on every scale, so that England's figure is right.
    moved = levels.departure + wobble
    level = england_levels(quantity, years, moved[exists], weights[exists])
    true = from_scale(quantity, level + levels.departure)
    now = from_scale(quantity, level + moved)
    if quantity.kind in SHARES and quantity.group is not None and quantity.of is not None:
        key = (quantity.of, quantity.group)
        taken = shared_out.get(key, np.zeros_like(whole))
        now = np.minimum(now, np.maximum(MOST_SHARED_OUT - taken, 0))
        shared_out[key] = taken + now
        left = 1 - taken
        now_of_left = np.where(left > 0, now / np.maximum(left, 1e-9), 0)
        before = _taken_numbers(quantity, drawn, shared_out)
        drawn.numbers[quantity.id] = _draw(seed, quantity, whole - before, now_of_left)
        shared_out[(*key[:1], f"{key[1]} numbers")] = before + drawn.numbers[quantity.id]
    else:
        drawn.numbers[quantity.id] = _draw(seed, quantity, whole, now)
    drawn.levels[quantity.id] = levels
    drawn.ratio[quantity.id] = true
    drawn.expected[quantity.id] = true if quantity.kind is QuantityKind.SCORE else true * whole


def _taken_numbers(
    quantity: Quantity, drawn: Drawn, shared_out: Mapping[tuple[str, str], Numbers]
) -> Numbers:
    key = (quantity.of or "", f"{quantity.group} numbers")
    return shared_out.get(key, np.zeros_like(drawn.numbers[quantity.of or ""]))


def _draw(seed: int, quantity: Quantity, whole: Numbers, ratio: Numbers) -> Numbers:
    """Counting chance by the kind of quantity: Poisson, binomial, or none."""
    chance = generator(seed, f"counting of {quantity.id}")
    kind = quantity.kind
    whole = np.maximum(whole, 0)
    mean = whole * ratio
    if kind is QuantityKind.RATE:
        return chance.poisson(mean).astype(np.float64)
    if kind is QuantityKind.SHARE:
        return chance.binomial(whole.astype(np.int64), np.clip(ratio, 0, 1)).astype(np.float64)
    if kind in (QuantityKind.AMOUNT_RATE, QuantityKind.AMOUNT_ODDS, QuantityKind.AMOUNT_SHARE):
        deviation = np.sqrt(mean * (1 - ratio) if kind is QuantityKind.AMOUNT_SHARE else mean)
        amount = mean + deviation * chance.standard_normal(mean.shape)
        top = whole if kind is QuantityKind.AMOUNT_SHARE else np.inf
        tenths: Numbers = np.rint(10 * np.clip(amount, 0, top)) / 10
        return tenths
    if kind in (QuantityKind.MONEY_RATE, QuantityKind.MONEY_SHARE):
        thousands: Numbers = np.rint(mean / THOUSAND) * THOUSAND
        return thousands
    if kind is QuantityKind.SCORE:
        return np.asarray(np.maximum(ratio, 0).round(quantity.decimal_places))
    return np.rint(mean)


def _work_out(quantity: Quantity, drawn: Drawn) -> None:
    """Quantities that follow from others; a printed figure is made where it is printed."""
    for numbers in (drawn.numbers, drawn.expected):
        if quantity.kind is QuantityKind.SAME and quantity.of is not None:
            numbers[quantity.id] = numbers[quantity.of]
        elif quantity.kind is QuantityKind.SUM:
            numbers[quantity.id] = np.sum([numbers[name] for name in quantity.top], axis=0)
        elif quantity.kind is QuantityKind.DIFFERENCE and quantity.of and quantity.less:
            numbers[quantity.id] = numbers[quantity.of] - numbers[quantity.less]


def _leave_the_rest(quantity: Quantity, calibration: Mapping[str, Quantity], drawn: Drawn) -> None:
    """What the other parts of the group leave of their parent."""
    parts = [
        other.id
        for other in calibration.values()
        if other.of == quantity.of and other.group == quantity.group and other.id != quantity.id
    ]
    for numbers in (drawn.numbers, drawn.expected):
        whole = numbers[quantity.of or ""]
        numbers[quantity.id] = whole - np.sum([numbers[name] for name in parts], axis=0)


def counts_people(quantity: Quantity) -> bool:
    """Whether a publisher would withhold it where it is 1 to 5."""
    return quantity.kind in COUNTS_OF_PEOPLE
