"""The same engine with counting chance taken for all the noise there is.

Nothing else differs: the same comparison sets, smallest gaps, agreement of averages and false
discovery over the same fixed set. It shows what the wobble is for.
"""

from __future__ import annotations

from dataclasses import replace

from brightfutures.measures import Measures
from brightfutures.measures.studies import Studies, WobbleUsed
from brightfutures.measures.study import Study


class StudiesByCountsAlone(Studies):
    """Studies that know of no wobble; where none is known at all, none is known here either."""

    def wobble(self, study: Study, place: int) -> WobbleUsed | None:
        """A wobble of nought."""
        used = super().wobble(study, place)
        return replace(used, a=0.0, transient=0.0, long_run=0.0) if used else None


class MeasuresByCountsAlone(Measures):
    """Measures over the same readings, judged by counting chance alone."""

    studies_of = StudiesByCountsAlone
