"""True levels: what each council's figure would be without wobble, chance or a publisher.

Everything is on the scale of comparison (see `Quantity`). Half the councils are planted exactly at
the mean of their similar councils, in every year: a verdict that one of these is higher or lower is
false by construction. The others differ as much as real councils do; some of them move at a
known time, and a few take part in a programme whose effect is known.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from brightfutures.quantities import PlainError
from brightfutures.synthetic.calibration import Quantity
from brightfutures.synthetic.chance import generator
from brightfutures.synthetic.councils import Councils

Numbers = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]

SHARE_NULL = 0.5
SHARE_MOVING = 0.15  # of those that are not planted at the mean
FIRST_MOVE, LAST_MOVE = 2017, 2024
SMALLEST_MOVE, LARGEST_MOVE = 1.0, 2.5  # in spreads

MARGIN = 0.02
"""How far below the most a council's mean must lie for it to be planted there."""

PROGRAMME_SERIES = "children_starting_to_be_looked_after"
PROGRAMME_FIRST_YEAR = 2021
PROGRAMME_EFFECT = -0.25  # log rate: about a fifth fewer
PROGRAMME_COUNCILS = 10


@dataclass(frozen=True)
class Movement:
    """A step that stays: at the year that ends in `year`, by `size` on the scale."""

    council: int
    year: int
    size: float


@dataclass(frozen=True, eq=False)
class Levels:
    """Councils × years of departures from England's level, and what was planted in them.

    `led` is for each council the departure that its context alone leads to: what is left of it
    where no council had a level of its own and none moved.
    """

    departure: Numbers
    null: Flags
    movements: tuple[Movement, ...]
    programme: tuple[int, ...]  # places of the councils that take part, if it acts on this
    led: Numbers


def plant_levels(
    seed: int,
    quantity: Quantity,
    councils: Councils,
    years: tuple[int, ...],
    *,
    tested: bool,
    most: Numbers | None = None,
) -> Levels:
    """The planted departures of one quantity; only where `tested` are some planted at the mean.

    No departure is above `most` (councils × years), where it is given: other councils are
    brought down to it, and one that cannot be at the mean of its similar councils changes
    places with one that can.
    """
    chance = generator(seed, f"levels of {quantity.id}")
    count, current = len(councils.councils), councils.current_count
    context, own = _free(chance, quantity, councils)
    free = context + own
    null = np.zeros(count, bool)
    order = np.arange(current)
    movements: list[Movement] = []
    steps = np.zeros((count, len(years)))
    if tested:
        order = chance.permutation(current)
        null[order[: round(SHARE_NULL * current)]] = True
        for council in np.flatnonzero(~null[:current]).tolist():
            if chance.random() < SHARE_MOVING:
                size = chance.uniform(SMALLEST_MOVE, LARGEST_MOVE) * quantity.spread
                signed = float(size if chance.random() < 0.5 else -size)
                year = int(chance.integers(FIRST_MOVE, LAST_MOVE + 1))
                movements.append(Movement(council, year, signed))
                steps[council, np.array(years) >= year] += signed
    settled = _at_the_mean(free[:, None], null, councils)
    spread = settled[:current, 0].std()
    scale = quantity.spread / spread if spread > 0 else 0.0
    departure = settled * scale + _at_the_mean(steps, null, councils)
    if most is not None:
        moving = {move.council for move in movements}
        able = [place for place in order.tolist() if place not in moving]
        departure, null = _held_within(free[:, None] * scale + steps, null, most, councils, able)
    taking_part: tuple[int, ...] = ()
    if quantity.id == PROGRAMME_SERIES:
        taking_part = _taking_part(seed, null, councils)
        started = np.array(years) >= PROGRAMME_FIRST_YEAR
        departure[np.ix_(np.array(taking_part), np.flatnonzero(started))] += PROGRAMME_EFFECT
    led = _at_the_mean(context[:, None] * scale, null, councils)[:, 0]
    # The last digits of a solved system differ between machines.
    settled, led = np.round(departure, 9), np.round(led, 9)
    return Levels(settled, null, tuple(movements), taking_part, led)


def _free(
    chance: np.random.Generator, quantity: Quantity, councils: Councils
) -> tuple[Numbers, Numbers]:
    """How councils would differ were none planted: by context, which like ones share, and own.

    Half of what context does is deprivation, so that high and low councils tend to be the same.
    """
    direction: Numbers = chance.standard_normal((councils.context.shape[1],))
    direction[0] = 0
    direction *= np.sqrt(0.5) / np.linalg.norm(direction)
    direction[0] = np.sqrt(0.5)
    if quantity.follows_deprivation:
        direction[:] = 0
        direction[0] = 1
    shared = min(max(quantity.alike, 0.0), 0.95)
    context = councils.context @ direction
    own = chance.standard_normal(len(councils.councils))
    return np.sqrt(shared) * context, np.sqrt(1 - shared) * own


def _at_the_mean(free: Numbers, null: Flags, councils: Councils) -> Numbers:
    """The same, with each null council at the mean of its similar councils, null ones included."""
    current = councils.current_count
    nulls = np.flatnonzero(null[:current])
    if not len(nulls):
        return free.copy()
    mean_of = np.zeros((current, current))
    np.put_along_axis(mean_of, councils.similar, 1 / councils.similar.shape[1], axis=1)
    others = np.flatnonzero(~null[:current])
    system = np.eye(len(nulls)) - mean_of[np.ix_(nulls, nulls)]
    settled = free.copy()
    settled[nulls] = np.linalg.solve(system, mean_of[np.ix_(nulls, others)] @ free[others])
    return settled


def _held_within(
    free: Numbers, null: Flags, most: Numbers, councils: Councils, able: list[int]
) -> tuple[Numbers, Flags]:
    """Departures nowhere above `most`, and who is at the mean; `able` may be, in order of turn."""
    current = councils.current_count
    free, null = np.minimum(free, most), null.copy()
    tried: set[int] = set()
    while True:
        settled = _at_the_mean(free, null, councils)
        over = np.flatnonzero(null & (settled > most).any(axis=1))
        if not len(over):
            return settled, null
        tried.update(over.tolist())
        null[over] = False
        mean = settled[councils.similar].mean(axis=1)
        fits = (mean <= most[:current] - MARGIN).all(axis=1)
        turn = [place for place in able if not null[place] and place not in tried and fits[place]]
        if len(turn) < len(over):
            raise PlainError("Too few councils have room to lie at the mean of their similar ones.")
        null[turn[: len(over)]] = True


def _taking_part(seed: int, null: Flags, councils: Councils) -> tuple[int, ...]:
    """Councils in the programme: none planted at the mean, none tiny, spread over the regions."""
    chance = generator(seed, "programme")
    able = np.flatnonzero(
        ~null[: councils.current_count] & (councils.size_2024[: councils.current_count] > 20_000)
    )
    chosen = chance.permutation(able)[:PROGRAMME_COUNCILS]
    return tuple(sorted(chosen.tolist()))
