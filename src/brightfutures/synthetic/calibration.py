"""How each series of the made-up England is drawn: declarations measured from the real one."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from importlib.resources import files
from itertools import pairwise

from brightfutures.catalogue.declarations import CatalogueError, build


class QuantityKind(StrEnum):
    """How a series is drawn from the one it is `of`; calibration/README.md explains each."""

    POPULATION = "population"
    RATE = "rate"
    SHARE = "share"
    REST = "rest"
    SAME = "same"
    SUM = "sum"
    DIFFERENCE = "difference"
    AMOUNT_RATE = "amount_rate"
    AMOUNT_SHARE = "amount_share"
    AMOUNT_ODDS = "amount_odds"
    TOTAL = "total"
    TOTAL_SHARE = "total_share"
    MONEY_RATE = "money_rate"
    MONEY_SHARE = "money_share"
    MONEY_PRICE = "money_price"
    GRANT = "grant"
    SCORE = "score"
    EVERYWHERE = "everywhere"
    PRINTED = "printed"


RATES = frozenset(
    {
        QuantityKind.RATE,
        QuantityKind.AMOUNT_RATE,
        QuantityKind.AMOUNT_ODDS,
        QuantityKind.TOTAL,
        QuantityKind.MONEY_RATE,
    }
)
"""Kinds whose scale is the logarithm: for odds it is the log odds of the share they stand for."""

SHARES = frozenset(
    {
        QuantityKind.SHARE,
        QuantityKind.AMOUNT_SHARE,
        QuantityKind.TOTAL_SHARE,
        QuantityKind.MONEY_SHARE,
    }
)
"""Kinds whose scale is the log odds."""

COUNTS = frozenset({QuantityKind.RATE, QuantityKind.SHARE, QuantityKind.SAME, QuantityKind.SUM})
COUNTS_OF_PEOPLE = COUNTS | {QuantityKind.REST}
"""Kinds that count people or events, where a publisher withholds 1 to 5."""


@dataclass(frozen=True, kw_only=True)
class Quantity:
    """One series: what it is of, England's printed figures, and how councils differ and move.

    `england` holds year, figure and the figure it is out of. `spread`, `wobble` (standard
    deviations), `persistence` and `alike` (correlations) are on the scale of comparison.
    Before its first printed year a price moves as England's ratio of `price_as`.
    """

    id: str
    kind: QuantityKind
    of: str | None = None
    less: str | None = None
    lag: int = 0
    group: str | None = None
    england: tuple[tuple[float, ...], ...] = ()
    england_is_sum_of_councils: bool = False
    england_is_mean_of_councils: bool = False
    files: tuple[str, ...] = ()
    spread: float = 0.0
    alike: float = 0.0
    wobble: float = 0.0
    persistence: float = 0.0
    borrowed: tuple[str, ...] = ()
    top: tuple[str, ...] = ()
    bottom: tuple[str, ...] = ()
    per: float = 1.0
    decimal_places: int = 0
    follows_deprivation: bool = False
    of_the_day: float = 0.0
    price_as: str | None = None

    @property
    def has_level(self) -> bool:
        """Whether a true level is drawn for it, rather than worked out from others."""
        return self.kind in RATES | SHARES | {QuantityKind.SCORE}

    @property
    def one_year_wobble(self) -> float:
        """The variance `a`: half that of one-year changes beyond chance."""
        return self.wobble**2

    def england_ratio(self, year: int) -> float:
        """England's figure over what it is out of, in a straight line between printed years."""
        points = [(point[0], point[1] / point[2]) for point in self.england]
        if year <= points[0][0]:
            return points[0][1]
        for (before, low), (after, high) in pairwise(points):
            if year <= after:
                return low + (high - low) * (year - before) / (after - before)
        return points[-1][1]


def read_calibration() -> Mapping[str, Quantity]:
    """Every quantity by its series' id, those that others are made of before them."""
    found: dict[str, Quantity] = {}
    folder = files("brightfutures.synthetic") / "calibration"
    for file in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if file.name.endswith(".toml"):
            for name, table in tomllib.loads(file.read_text(encoding="utf-8")).items():
                if name in found:
                    raise CatalogueError(f"calibration/{file.name} gives '{name}' a second time.")
                found[name] = build(Quantity, {"id": name, **table}, f"calibration/{file.name}")
    return _in_order_of_making(found)


def made_of(quantity: Quantity) -> tuple[str, ...]:
    """The ids that a quantity is made of."""
    single = tuple(name for name in (quantity.of, quantity.less) if name is not None)
    return (*single, *quantity.top, *quantity.bottom)


def _in_order_of_making(found: Mapping[str, Quantity]) -> dict[str, Quantity]:
    ordered: dict[str, Quantity] = {}

    def place(name: str, above: tuple[str, ...]) -> None:
        if name in ordered:
            return
        if name not in found or name in above:
            raise CatalogueError(f"The calibration of '{above[-1]}' rests on '{name}', unknown.")
        for other in made_of(found[name]):
            place(other, (*above, name))
        ordered[name] = found[name]

    for name in found:
        place(name, (name + " itself",))
    return ordered
