"""An indicator of every council over the years, on the scale of comparison, for other modules."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from brightfutures.catalogue import IndicatorKind
from brightfutures.measures.arrays import Flags, Numbers
from brightfutures.measures.study import Study


@dataclass(frozen=True, eq=False)
class YearsOnScale:
    """`y` is councils × years; `reads_on` whether the change from the year before may be read.

    `name` is the indicator's id, and `years` are those in which its periods end.
    """

    name: str
    kind: IndicatorKind
    years: tuple[int, ...]
    y: Numbers
    reads_on: Flags

    def change(self, first: int, last: int) -> Numbers:
        """Each council's change from the year `first` to `last`; NaN where it cannot be read."""
        nothing = np.full(len(self.y), np.nan)
        if first not in self.years or last not in self.years or first > last:
            return nothing
        start, end = self.years.index(first), self.years.index(last)
        read = self.reads_on[:, start + 1 : end + 1].all(axis=1)
        return np.where(read, self.y[:, end] - self.y[:, start], np.nan)


def years_on_scale(study: Study) -> YearsOnScale:
    """The councils of a study."""
    rows = slice(study.councils)
    return YearsOnScale(
        name=study.indicator.id,
        kind=study.indicator.kind,
        years=study.years,
        y=study.y[rows],
        reads_on=study.material.joined[rows],
    )
