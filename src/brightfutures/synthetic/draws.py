"""Draws every series for every council and year: true level, wobble, then counting chance."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import numpy.typing as npt

from brightfutures.synthetic.calibration import (
    COUNTS_OF_PEOPLE,
    Quantity,
    QuantityKind,
)
from brightfutures.synthetic.chance import generator
from brightfutures.synthetic.councils import MERGED_ON, Councils
from brightfutures.synthetic.everywhere import draw_everywhere
from brightfutures.synthetic.levels import Levels, plant_levels
from brightfutures.synthetic.scales import england_levels, from_scale, on_scale, price_ratio
from brightfutures.synthetic.shares import SharedOut, in_order, parts_of_one_whole
from brightfutures.synthetic.unit_prices import Priced, draw_priced
from brightfutures.synthetic.wobble import draw_wobble

Numbers = npt.NDArray[np.float64]

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
    priced: dict[str, Priced] = field(default_factory=dict)


def draw_everything(
    seed: int,
    calibration: Mapping[str, Quantity],
    councils: Councils,
    years: tuple[int, ...],
    tested: frozenset[str],
) -> Drawn:
    """Every series of the calibration; `tested` are those on which some are planted at the mean."""
    drawn = Drawn(years)
    wholes = parts_of_one_whole(calibration)
    for quantity in calibration.values():
        if quantity.kind is QuantityKind.POPULATION:
            people = _population(seed, quantity, councils, years)
            drawn.numbers[quantity.id] = drawn.expected[quantity.id] = people
        elif quantity.id in drawn.numbers:
            continue  # with the other parts of its whole
        elif quantity.kind is QuantityKind.EVERYWHERE:
            figures = draw_everywhere(seed, quantity, years, drawn.numbers)
            drawn.numbers[quantity.id] = drawn.expected[quantity.id] = figures
        elif quantity.kind is QuantityKind.MONEY_PRICE:
            _draw_priced(seed, quantity, calibration, councils, drawn)
        elif quantity.id in wholes:
            _draw_parts(seed, wholes[quantity.id], councils, drawn, tested)
        elif quantity.has_level:
            one = _level(seed, quantity, councils, drawn, quantity.id in tested, None)
            numbers = _draw(seed, quantity, _out_of(quantity, drawn), one.now)
            _keep(quantity, drawn, one, numbers)
        elif quantity.kind is QuantityKind.REST:
            # Others may be made of the rest, so its parts are drawn now if they are not yet.
            parts = _other_parts(quantity, calibration)
            waiting = [part for part in parts if part not in drawn.numbers and part in wholes]
            if waiting:
                _draw_parts(seed, wholes[waiting[0]], councils, drawn, tested)
            if all(part in drawn.numbers for part in parts):
                _leave_the_rest(quantity, calibration, drawn)
        else:
            _work_out(quantity, drawn)
    for quantity in calibration.values():
        if quantity.kind is QuantityKind.REST and quantity.id not in drawn.numbers:
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


@dataclass(frozen=True, eq=False)
class OneLevel:
    """A quantity's true ratio, and what it is with the wobble; councils × years."""

    levels: Levels
    true: Numbers
    now: Numbers


def _level(
    seed: int,
    quantity: Quantity,
    councils: Councils,
    drawn: Drawn,
    tested: bool,
    most: Numbers | None,
) -> OneLevel:
    """The level of one quantity, its true ratio nowhere above `most`.

    England's level is found as if there were no `most`, so that where that cuts in England's
    figure comes out a little below the printed one.
    """
    years = drawn.years
    levels = plant_levels(seed, quantity, councils, years, tested=tested)
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
    if most is not None:
        room = np.round(on_scale(quantity, most) - level, 9)
        levels = plant_levels(seed, quantity, councils, years, tested=tested, most=room)
    return OneLevel(
        levels=levels,
        true=from_scale(quantity, level + levels.departure),
        now=from_scale(quantity, level + levels.departure + wobble),
    )


def _keep(quantity: Quantity, drawn: Drawn, one: OneLevel, numbers: Numbers) -> None:
    drawn.numbers[quantity.id] = numbers
    drawn.levels[quantity.id] = one.levels
    drawn.ratio[quantity.id] = one.true
    whole = 1.0 if quantity.kind is QuantityKind.SCORE else _out_of(quantity, drawn)
    drawn.expected[quantity.id] = one.true * whole


def _draw_parts(
    seed: int,
    parts: Sequence[Quantity],
    councils: Councils,
    drawn: Drawn,
    tested: frozenset[str],
) -> None:
    """The parts of one whole: those with planted pairs first, the others in what these leave."""
    planted, others = in_order(parts, tested, drawn.years)
    shared = SharedOut.nothing(_out_of(parts[0], drawn))
    fixed: list[OneLevel] = []
    for part in planted:
        fixed.append(_level(seed, part, councils, drawn, True, shared.most_true))
        shared.true = shared.true + fixed[-1].true
    steadied = shared.steadied([(one.true, one.now) for one in fixed])
    free = [_level(seed, part, councils, drawn, False, None) for part in others]
    true = shared.squeezed_true([one.true for one in free])
    now = shared.squeezed_now([one.now for one in free], steadied)
    for part, one, level, moving in zip(
        (*planted, *others),
        (*fixed, *free),
        (*(one.true for one in fixed), *true),
        (*steadied, *now),
        strict=True,
    ):
        numbers = _draw(seed, part, *shared.left_for(moving))
        shared.take(moving, numbers)
        _keep(part, drawn, replace(one, true=level, now=moving), numbers)


def _draw_priced(
    seed: int,
    quantity: Quantity,
    calibration: Mapping[str, Quantity],
    councils: Councils,
    drawn: Drawn,
) -> None:
    """Spend on the children of a line, from what each council pays for one of them."""
    before = calibration.get(quantity.price_as or "")
    ratio = np.array([price_ratio(quantity, before, year) for year in drawn.years])

    def children(numbers: Mapping[str, Numbers]) -> Numbers:
        there = numbers[quantity.of or ""]
        return np.maximum(there - numbers[quantity.less], 0.0) if quantity.less else there

    counted, expected = children(drawn.numbers), children(drawn.expected)
    one = draw_priced(seed, quantity, councils, ratio, counted, expected)
    drawn.priced[quantity.id] = one
    drawn.numbers[quantity.id] = np.rint(one.spend / THOUSAND) * THOUSAND
    drawn.expected[quantity.id] = one.lasting * one.children


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


def _other_parts(quantity: Quantity, calibration: Mapping[str, Quantity]) -> list[str]:
    """The parts of the same whole in the same group."""
    return [
        other.id
        for other in calibration.values()
        if other.of == quantity.of and other.group == quantity.group and other.id != quantity.id
    ]


def _leave_the_rest(quantity: Quantity, calibration: Mapping[str, Quantity], drawn: Drawn) -> None:
    """What the other parts of the group leave of their parent."""
    parts = _other_parts(quantity, calibration)
    for numbers in (drawn.numbers, drawn.expected):
        whole = numbers[quantity.of or ""]
        numbers[quantity.id] = whole - np.sum([numbers[name] for name in parts], axis=0)


def counts_people(quantity: Quantity) -> bool:
    """Whether a publisher would withhold it where it is 1 to 5."""
    return quantity.kind in COUNTS_OF_PEOPLE
