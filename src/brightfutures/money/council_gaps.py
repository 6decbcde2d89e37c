"""The gap of any council in its parts: years, need and similar councils put together."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from brightfutures.measures.judge import Against
from brightfutures.measures.measures import Measures
from brightfutures.measures.similar import SIMILAR
from brightfutures.money.council_year import CouncilYear
from brightfutures.money.council_years import CouncilYears
from brightfutures.money.financial_years import end_year
from brightfutures.money.gap_behind import GapBehind, behind_of
from brightfutures.money.gap_result import GapSplit
from brightfutures.money.gap_split import split_gap
from brightfutures.money.need import Need, need_for
from brightfutures.money.panel import SpendPanel
from brightfutures.money.split_levels import LEVELS, SplitLevel
from brightfutures.published.readings import Readings
from brightfutures.quantities import CannotAnswer, Missing, Reason


class CouncilGaps:
    """Gaps of all councils at one level in one financial year; what is worked out is kept."""

    def __init__(
        self,
        level: SplitLevel,
        period: str,
        panel: SpendPanel,
        readings: Callable[[str], Readings],
        measures: Measures,
    ) -> None:
        self.level = level
        self.period = period
        self._measures = measures
        self._end = str(end_year(period))
        self.need: Need | None = self._need()
        self.years = CouncilYears(level, panel, readings, self._wobbles())
        self._made: dict[str, CouncilYear] = {}
        self._split: dict[tuple[str, str], GapSplit | Missing] = {}

    def gap(self, council: str, against: Against = SIMILAR) -> GapSplit | Missing:
        """A council's gap against its comparison set; `Missing` where it cannot be worked out.

        Raises `WrongUse` for an unknown set or council. Those against a set with a name are kept:
        the overview of a council, its page about money and England's all ask for them.
        """
        if not isinstance(against, str):
            return self._gap(council, against)
        key = (council, against)
        if key not in self._split:
            self._split[key] = self._gap(council, against)
        return self._split[key]

    def _gap(self, council: str, against: Against) -> GapSplit | Missing:
        others = self._measures.comparators.comparison_set(council, against).councils
        if self.need is None:
            return Missing((Reason.UNAVAILABLE,))
        return split_gap(
            self._year(council, self.need),
            [self._year(other, self.need) for other in others],
            need_doubt=self.need.doubt(council, others),
            needed=self.level.needed,
        )

    def behind(self, split: GapSplit) -> GapBehind:
        """The figures that a split of this year and level was made from."""
        assert self.need is not None  # there is no split without it
        return behind_of(
            split,
            self._year(split.council, self.need),
            [self._year(other, self.need) for other in split.comparators],
        )

    def _year(self, council: str, need: Need) -> CouncilYear:
        if council not in self._made:
            self._made[council] = self.years.of(council, self.period, need)
        return self._made[council]

    def _need(self) -> Need | None:
        try:
            return need_for(self._measures, self.level.need_indicator, self._end)
        except CannotAnswer:  # no figures of that year are loaded
            return None

    def _wobbles(self) -> Mapping[str, float]:
        """How much each number ordinarily moves, the same for every council."""
        found = {}
        for name in {kind.wobble_indicator for kind in self.level.kinds}:
            council = self.need.given.codes[0] if self.need else None
            wobble = self._measures.compare(name, council).wobble if council else None
            if wobble is not None:
                found[name] = wobble.long_run
        return found


def gaps_of_year(
    period: str, panel: SpendPanel, readings: Callable[[str], Readings], measures: Measures
) -> dict[str, CouncilGaps]:
    """Gaps at every level, by its id."""
    return {level.id: CouncilGaps(level, period, panel, readings, measures) for level in LEVELS}
