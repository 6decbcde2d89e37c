"""Every indicator's study, built when first asked for, and the wobble it is judged by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from brightfutures.measures.panels import Ingredients
from brightfutures.measures.study import Study
from brightfutures.measures.wobble import OwnWobble
from brightfutures.quantities import WrongUse

LENT = 0.75
"""Which of the lenders' wobbles is lent, from the least (0) to the largest (1)."""


@dataclass(frozen=True, kw_only=True)
class WobbleUsed:
    """The wobble one judgement rests on: the indicator's own, or borrowed from its kind."""

    a: float
    transient: float
    long_run: float
    from_changes: int
    borrowed: bool
    times_chance: float | None


class Studies:
    """The studies of a catalogue's indicators over one set of readings."""

    def __init__(self, ingredients: Ingredients) -> None:
        self.ingredients = ingredients
        self._studies: dict[str, Study] = {}
        self._wobbles: dict[tuple[str, int], WobbleUsed | None] = {}

    def study(self, indicator_id: str) -> Study:
        """The study of one indicator; raises `WrongUse` for an id the catalogue lacks."""
        if indicator_id not in self._studies:
            indicator = self.ingredients.catalogue.indicators.get(indicator_id)
            if indicator is None:
                raise WrongUse(f"'{indicator_id}' is not an indicator of the catalogue.")
            self._studies[indicator_id] = Study(
                indicator,
                self.ingredients.material(indicator),
                self.ingredients.places.england,
            )
        return self._studies[indicator_id]

    def wobble(self, study: Study, place: int) -> WobbleUsed | None:
        """The wobble to judge one period by; None where there is none to use."""
        key = (study.indicator.id, place)
        if key not in self._wobbles:
            self._wobbles[key] = self._find_wobble(study, place)
        return self._wobbles[key]

    def _find_wobble(self, study: Study, place: int) -> WobbleUsed | None:
        if not study.counted:
            return None
        own = study.own_wobble(place)
        if own is not None:
            return WobbleUsed(
                a=own.a,
                transient=own.transient,
                long_run=own.long_run,
                from_changes=own.from_changes,
                borrowed=False,
                times_chance=own.times_chance,
            )
        return self._borrowed(study, study.years[place])

    def _borrowed(self, study: Study, year: int) -> WobbleUsed | None:
        """A wobble from the fixed set's indicators of the same kind, no later year used.

        Only the fixed set lends, so that an indicator added outside of it changes no verdict.
        """
        found = []
        for indicator in self.ingredients.catalogue.health_check_set():
            if indicator.kind is study.indicator.kind and indicator.id != study.indicator.id:
                other = self.study(indicator.id)
                places = [place for place, end in enumerate(other.years) if end <= year]
                own = other.own_wobble(places[-1]) if places else None
                if own is not None:
                    found.append(own)
        return lent_by(found) if found else None


def lent_by(others: Sequence[OwnWobble]) -> WobbleUsed:
    """The wobble that indicators with a past lend to one without: three in four have less.

    Indicators of a kind differ several-fold in this. With the middle one of theirs, half of all
    borrowers would be judged by too little.
    """
    return WobbleUsed(
        a=float(np.quantile([own.a for own in others], LENT)),
        transient=float(np.quantile([own.transient for own in others], LENT)),
        long_run=float(np.quantile([own.long_run for own in others], LENT)),
        from_changes=len(others),
        borrowed=True,
        times_chance=None,
    )
