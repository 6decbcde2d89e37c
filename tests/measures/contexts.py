"""Hand-made circumstances: the small England with context to compare it by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import numpy as np
from small_england import SmallEngland, Table, council_codes

from brightfutures.catalogue import Catalogue, ContextUse, ContextVariable, Transform
from brightfutures.catalogue.series import Series, SeriesKind
from brightfutures.quantities import PeriodKind


@dataclass
class EnglandInContext(SmallEngland):
    """A small England with circumstances of its councils, each a series of its own."""

    context: list[ContextVariable] = field(default_factory=list)

    def catalogue(self) -> Catalogue:
        """The declarations, with the circumstances and their series."""
        catalogue = super().catalogue()
        names = {
            name for each in self.context for name in (*each.numerator, *each.denominator)
        } - set(catalogue.series)
        series = {
            name: Series(
                id=name,
                sentence=f"{name}.",
                unit="children",
                kind=SeriesKind.COUNT,
                period_kind=self.kinds.get(name, PeriodKind.MID_YEAR),
                sources=(),
            )
            for name in names
        }
        return replace(
            catalogue,
            series={**catalogue.series, **series},
            context={each.id: each for each in self.context},
        )


def variable(
    name: str, transform: Transform = Transform.NONE, **changes: object
) -> ContextVariable:
    """A circumstance of one series."""
    declared: dict[str, object] = {
        "id": name,
        "title": name,
        "sentence": f"{name}.",
        "unit": "%" if transform is Transform.LOGIT else "children",
        "used_for": (ContextUse.NEAREST, ContextUse.EXPECTED),
        "numerator": (f"{name}_figure",),
        "transform": transform,
    }
    return ContextVariable(**{**declared, **changes})  # type: ignore[arg-type]


def in_context(
    england: SmallEngland, seed: int = 1, *, known: float = 1.0, period: str = "2024"
) -> EnglandInContext:
    """The same England with four circumstances drawn at random, some of them not known."""
    draw = np.random.default_rng(seed)
    made = EnglandInContext(
        **{name: getattr(england, name) for name in SmallEngland.__dataclass_fields__},
        context=[
            variable("size", Transform.LOG),
            variable("poverty", Transform.LOGIT),
            variable("ethnicity", Transform.LOGIT),
            variable("rurality"),
        ],
    )
    codes = council_codes(england.geography)
    made.tables |= {
        "size_figure": _drawn(codes, period, np.exp(draw.normal(10, 1, len(codes)))),
        "poverty_figure": _drawn(codes, period, draw.uniform(5, 60, len(codes))),
        "ethnicity_figure": _drawn(codes, period, draw.uniform(1, 90, len(codes))),
        "rurality_figure": _drawn(codes, period, draw.normal(0, 3, len(codes))),
    }
    for each in made.context:
        table = made.tables[each.numerator[0]]
        for key in [key for key in table if draw.random() >= known]:
            del table[key]
    return made


def _drawn(codes: tuple[str, ...], period: str, numbers: Mapping[int, float] | np.ndarray) -> Table:
    return {(code, period): float(numbers[place]) for place, code in enumerate(codes)}
