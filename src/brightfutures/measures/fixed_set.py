"""False discovery over the fixed set: every indicator's tests in one round, and their q."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from brightfutures.measures.arrays import Numbers
from brightfutures.measures.false_discovery import q_beside, q_values
from brightfutures.measures.studies import Studies
from brightfutures.measures.study import Study


@dataclass(frozen=True, eq=False)
class Family:
    """The fixed set's p-values of one round, indicators × councils, and their q."""

    row: Mapping[str, int]
    p: Numbers
    q: Numbers

    def q_instead(self, indicator_id: str, p: Numbers) -> Numbers:
        """Q of another test of an indicator, in the place of its own; the rest is as it is."""
        row = self.row.get(indicator_id)
        return q_beside(p, self.p if row is None else np.delete(self.p, row, axis=0))


def family_of_round(studies: Studies, year: int, p_of: Callable[[Study, int], Numbers]) -> Family:
    """The fixed set's tests of one round: the periods that end in one year.

    `p_of` gives the p of every council on one indicator in one of its periods.
    """
    fixed = studies.ingredients.catalogue.health_check_set()
    p = np.full((len(fixed), studies.ingredients.places.councils), np.nan)
    for row, indicator in enumerate(fixed):
        study = studies.study(indicator.id)
        place = study.column_of_round(year)
        if place is not None:
            p[row] = p_of(study, place)
    rows = {indicator.id: row for row, indicator in enumerate(fixed)}
    return Family(row=rows, p=p, q=q_values(p))


def newest_rounds(studies: Iterable[Study]) -> Iterator[tuple[Study, int]]:
    """The fixed set's tests of every round in which any of these studies is newest.

    Each as a study and the column of its period, the newest round first.
    """
    known = [(study, study.newest) for study in studies if study.newest is not None]
    years = {study.years[newest] for study, newest in known}
    for year in sorted(years, reverse=True):
        for study, _ in known:
            place = study.column_of_round(year) if study.indicator.health_check else None
            if place is not None:
                yield study, place
