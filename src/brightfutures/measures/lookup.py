"""Which study, row and column the names that are asked for stand for."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from threading import RLock

import numpy as np

from brightfutures.catalogue import Indicator
from brightfutures.measures.studies import Studies
from brightfutures.measures.study import Study
from brightfutures.quantities import CannotAnswer, WrongUse, find_period


class Lookup:
    """Finds what the names of indicators, areas and periods stand for.

    Raises `WrongUse` for a name that is not known, and `CannotAnswer` for a period without data.
    Whoever then works with what was found holds the `lock`.
    """

    def __init__(self, studies: Studies) -> None:
        self.studies = studies
        self.places = studies.ingredients.places
        self.lock = RLock()
        self._with_figures: tuple[str, ...] | None = None

    def with_figures(self, among: Collection[str] | None = None) -> tuple[str, ...]:
        """The indicators for which any council has a figure, in the catalogue's order.

        With `among` only those of these ids; no other is read for it.
        """
        names = self.studies.ingredients.catalogue.indicators
        if among is not None:
            wanted = (name for name in names if name in among)
            return tuple(name for name in wanted if self.study(name).newest is not None)
        if self._with_figures is None:
            self._with_figures = self.with_figures(among=names)
        return self._with_figures

    def study(self, indicator_id: str) -> Study:
        """One indicator's study, made when first asked for."""
        with self.lock:
            return self.studies.study(indicator_id)

    def row(self, area: str) -> int:
        """The row of a council, a part of a region, a region or England in every panel."""
        row = self.places.rows.get(area)
        if row is None:
            raise WrongUse(f"'{area}' is not the code of a council, a region or England.")
        return row

    def council(self, area: str) -> int:
        """The row of a council, of today or a former one."""
        row = self.row(area)
        if row >= self.places.councils:
            raise WrongUse(f"'{area}' is not the code of a council.")
        return row

    def place(self, study: Study, row: int, period: str | None) -> int:
        """The column of a period in the study's panel.

        Without a period, the newest with a value or a reason for the row while it existed.
        """
        labels = study.material.panel.periods
        if period is not None:
            label = find_period(period, labels)
            if label is None:
                raise CannotAnswer(_no_such_period(study.indicator, period, labels))
            return labels.index(label)
        if study.newest is None:
            raise CannotAnswer(f"No figures are loaded for '{study.indicator.id}'.")
        until = slice(study.newest + 1)
        spoken = study.material.spoken[row, until] & study.material.existed[row, until]
        found = np.flatnonzero(spoken)
        return int(found[-1]) if len(found) else study.newest

    def place_of_all(self, study: Study, period: str | None) -> int:
        """The place of what is said of every council at once: by default England's newest."""
        return self.place(study, self.places.england or 0, period)


def _no_such_period(indicator: Indicator, period: str, labels: Sequence[str]) -> str:
    if not labels:
        return f"No figures are loaded for '{indicator.id}'."
    return (
        f"'{indicator.id}' has no figures for {period}; its periods run from {labels[0]} "
        f"to {labels[-1]}."
    )
