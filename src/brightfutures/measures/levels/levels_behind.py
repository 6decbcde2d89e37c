"""The levels behind councils' figures, kept where they were worked out for all at once."""

from __future__ import annotations

from brightfutures.measures.levels.shrinkage import Shrunken, shrunken_of_all, shrunken_of_one
from brightfutures.measures.lookup import Lookup


class LevelsBehind:
    """The level behind a council's figure, without the ordinary ups and downs of one year.

    Each raises `WrongUse` for an unknown name, and `CannotAnswer` where it cannot be told.
    """

    def __init__(self, lookup: Lookup) -> None:
        self._lookup = lookup
        self._of_all: dict[tuple[str, int], tuple[Shrunken, ...]] = {}

    def of_all(self, indicator_id: str, period: str | None = None) -> tuple[Shrunken, ...]:
        """Of every council in one period (by default the newest), in order of name."""
        study = self._lookup.study(indicator_id)
        with self._lookup.lock:
            place = self._lookup.place_of_all(study, period)
            key = (indicator_id, place)
            if key not in self._of_all:
                self._of_all[key] = shrunken_of_all(study, place)
            return self._of_all[key]

    def of(self, indicator_id: str, area: str, period: str | None = None) -> Shrunken | None:
        """The same of one council alone, which is sooner found; None where it has no counts."""
        study = self._lookup.study(indicator_id)
        with self._lookup.lock:
            place = self._lookup.place_of_all(study, period)
            known = self._of_all.get((indicator_id, place))
            if known is None:
                return shrunken_of_one(study, place, area)
            return next((one for one in known if one.area == area), None)
