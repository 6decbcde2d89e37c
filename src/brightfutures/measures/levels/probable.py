"""The levels by which places are reckoned, and how sure each is."""

from __future__ import annotations

from brightfutures.measures.arrays import Numbers
from brightfutures.measures.studies import Studies
from brightfutures.measures.study import Study


def probable_levels(study: Study, studies: Studies, place: int) -> tuple[Numbers, Numbers] | None:
    """Every council's level on the scale and its variance; NaN for one without a figure.

    The level behind the figure; where that cannot be told, the figure itself with chance and the
    (borrowed) wobble, which makes the places somewhat too sure. None where there is no wobble.
    """
    found = study.levels_behind(place)
    if found is not None:
        return found.estimate, found.variance
    wobble = studies.wobble(study, place)
    if wobble is None:
        return None
    column = study.column(place)
    return column.y, column.s2 + wobble.long_run
