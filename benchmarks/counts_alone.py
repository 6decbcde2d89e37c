"""The same engine with counting chance taken for all the noise there is.

Nothing else differs: the same comparison sets, smallest gaps, agreement of averages and false
discovery over the same fixed set. It shows what the wobble is for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from brightfutures.catalogue import Catalogue, Geography
from brightfutures.measures import Measures
from brightfutures.measures.judge import Judge
from brightfutures.measures.studies import Studies, WobbleUsed
from brightfutures.measures.study import Study
from brightfutures.published.readings import Neighbour, Readings


class StudiesByCountsAlone(Studies):
    """Studies that know of no wobble; where none is known at all, none is known here either."""

    def wobble(self, study: Study, place: int) -> WobbleUsed | None:
        """A wobble of nought."""
        used = super().wobble(study, place)
        return replace(used, a=0.0, transient=0.0, long_run=0.0) if used else None


class MeasuresByCountsAlone(Measures):
    """Measures over the same readings, judged by counting chance alone."""

    def __init__(
        self,
        catalogue: Catalogue,
        geography: Geography,
        readings: Callable[[str], Readings],
        neighbours: Callable[[str], Mapping[str, Sequence[Neighbour]]],
    ) -> None:
        super().__init__(catalogue, geography, readings, neighbours)
        self._studies = StudiesByCountsAlone(self._studies.ingredients)
        self._judge = Judge(self._studies, neighbours)
