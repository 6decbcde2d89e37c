"""How far councils' spending for each child lies apart, as it is asked for: by year and line."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from brightfutures.money.finance_returns import BEFORE_INCOME, OUTTURN
from brightfutures.money.judged import Judged, judged_on
from brightfutures.money.panel import SpendPanel
from brightfutures.money.prevention import TOTAL
from brightfutures.money.sector_figure import SECTOR_FIGURE
from brightfutures.money.spread import FEWEST_CHILDREN, Spread, spread_of
from brightfutures.published.readings import Judgement
from brightfutures.quantities import Missing, Value


@dataclass(frozen=True, eq=False)
class SpreadBook:
    """Spreads over the panels, children and grades handed to it; `councils` are every code."""

    panel_of: Callable[[str], SpendPanel]
    councils: Sequence[str]
    children: Callable[[str, str], Value]
    every_judgement: Callable[[], Iterable[Judgement]]

    def judged(self, day: datetime.date) -> Judged:
        """Which councils' newest overall grade was good or outstanding on a day."""
        if day not in self._judged:
            self._judged[day] = judged_on(self._judgements, day)
        return self._judged[day]

    def spread(
        self,
        period: str,
        line: str = TOTAL,
        measure: str = BEFORE_INCOME,
        account: str = OUTTURN,
        judged: datetime.date | None = None,
        fewest_children: float = FEWEST_CHILDREN,
    ) -> Spread:
        """The spread of councils' spend per child in pounds of the year.

        With `judged`, among those whose newest overall grade was good or outstanding on that day.
        """
        panel = self.panel_of(account)
        known: dict[str, float] = {}
        children: dict[str, float] = {}
        for area in self.councils:
            pounds = panel.whole_at(line, measure, area, period)
            living = self.children(area, period)
            if not isinstance(pounds, Missing) and not isinstance(living, Missing) and living > 0:
                known[area], children[area] = pounds / living, living
        among = None if judged is None else self.judged(judged).good_or_outstanding
        return spread_of(known, children, among=among, fewest_children=fewest_children)

    def sector_figure(self) -> Spread:
        """The reading of the files that comes nearest to what was said of 2015-16."""
        said = SECTOR_FIGURE
        return self.spread(
            said.period, said.line, said.measure, said.account, said.judged, said.fewest_children
        )

    @cached_property
    def _judged(self) -> dict[datetime.date, Judged]:
        return {}

    @cached_property
    def _judgements(self) -> tuple[Judgement, ...]:
        return tuple(self.every_judgement())
