"""What LAIT, the dashboard and Fingertips say of one council, worked out from an edition."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from brightfutures.catalogue import Indicator
from brightfutures.catalogue.dictionary_indicators import lait_id
from brightfutures.findings.other_tools import DASHBOARD, FINGERTIPS, LAIT
from brightfutures.measures.compatibility.beside_ours import (
    fingertips_traps,
    lait_traps,
    neighbour_traps,
    reason_trap,
    sides_trap,
)
from brightfutures.measures.compatibility.dashboard import BLANK, dashboard_answer
from brightfutures.measures.compatibility.fingertips import fingertips_answer
from brightfutures.measures.compatibility.inputs import (
    DashboardCells,
    adjoining_columns,
    counts_of,
    dashboard_cells,
    fingertips_measure,
    is_counted,
    joint_areas,
    lait_measure,
    newest_with_value,
    unread_newest_year,
)
from brightfutures.measures.compatibility.lait import LaitMeasure, lait_answer
from brightfutures.measures.compatibility.results import (
    DashboardAnswer,
    FingertipsAnswer,
    LaitAnswer,
)
from brightfutures.measures.compatibility.traps import Trap, TrapKind, trap
from brightfutures.measures.similar import DEFAULT, EARLIER, ENGLAND_SET
from brightfutures.published.period_forms import label_end_year
from brightfutures.published.readings import Neighbour, SourceRow
from brightfutures.published.reports import DictionarySeries
from brightfutures.quantities import Area, AreaKind, CannotAnswer, Missing, Value, find_period

if TYPE_CHECKING:
    from brightfutures.delivery.edition import Edition


@dataclass(frozen=True, eq=False)
class CompatibleAnswers:
    """Other tools' answers from one edition; what they share is worked out once and kept."""

    edition: Edition

    @cached_property
    def dictionary(self) -> Mapping[str, DictionarySeries]:
        """LAIT's dictionary as loaded, by id (`lait:LAC`)."""
        return self.edition.store.dictionary()

    @cached_property
    def tables(self) -> Mapping[str, Mapping[str, Sequence[Neighbour]]]:
        """The newest table of neighbours and the one before, by council."""
        return {name: self.edition.store.neighbours(name) for name in (DEFAULT, EARLIER)}

    def neighbours(self, area: Area) -> Sequence[Neighbour]:
        """The ten of the 2025 table; for a council ended before, of 2021, as LAIT has it."""
        return self.tables[DEFAULT].get(area.code) or self.tables[EARLIER].get(area.code, ())

    def lait(self, entry: DictionarySeries, indicator: Indicator | None, area: Area) -> LaitAnswer:
        """What LAIT shows; `indicator` is ours of the same measure, if there is one."""
        unread = unread_newest_year(entry)
        if unread is not None:
            raise CannotAnswer(
                f"LAIT's newest figures of {entry.id} are for {unread}, which is not one year, "
                "and are not read."
            )
        measure = self._lait_measure(entry)
        if area.code not in measure.councils:
            raise CannotAnswer(f"LAIT has no row for {area.name} in {entry.id}.")
        neighbours = self.neighbours(area)
        answer = lait_answer(measure, area.code, [entry.code for entry in neighbours])
        earlier = self.tables[EARLIER].get(area.code, ())
        traps = [*answer.traps, *neighbour_traps(neighbours, earlier, len(answer.history) - 1)]
        if indicator is not None:
            label = dict(entry.years).get(answer.latest, "")
            ours = self._ours(indicator, area, label)
            traps += reason_trap(answer.value.value, ours, answer.latest)
            comparison = self.edition.measures.compare(indicator.id, area.code)
            moved = comparison.moved.level if comparison.moved else None
            traps += lait_traps(answer, indicator, measure.polarity, moved)
        return replace(answer, traps=tuple(traps))

    def dashboard(self, indicator: Indicator, area: Area) -> tuple[str, DashboardAnswer]:
        """The period and what the dashboard's summary page shows in the indicator's row."""
        if indicator.dashboard is None:
            raise CannotAnswer(f"The dashboard has no row for {indicator.id}.")
        if area.last is not None:
            raise CannotAnswer(f"The dashboard leaves out councils that have ended: {area.name}.")
        cells = self._cells(indicator)
        neighbours = self.neighbours(area)
        own = cells.of(area.code)
        row = self._marked_row(cells, area) if own.published is None else None
        if row is not None:
            own = replace(own, mark=row.as_published.strip("[ ]") or BLANK)
        answer = dashboard_answer(
            indicator.dashboard,
            cells.period,
            own,
            [cells.of(entry.code) for entry in neighbours],
        )
        traps = [*self._joint_trap(area, cells.joint), *answer.traps]
        return cells.period, replace(answer, traps=tuple(traps))

    def _marked_row(self, cells: DashboardCells, area: Area) -> SourceRow | None:
        """The row whose mark stands where there is no figure: the dashboard shows it as it is."""
        if area.code in cells.joint:
            return None
        name = (cells.figures or cells.counts).series
        rows = self.edition.store.source_rows(name, area.code, cells.period)
        return next((row for row in rows[:1] if row.value is None), None)

    def dashboard_sources(self, indicator: Indicator, area: Area) -> tuple[SourceRow, ...]:
        """Where the figure stands that the dashboard starts from, if it is one as printed."""
        cells = self._cells(indicator)
        if cells.figures is None:
            return ()
        name = cells.figures.series
        return self.edition.store.source_rows(name, area.code, cells.period)[:1]

    def fingertips(self, indicator: Indicator, area: Area) -> FingertipsAnswer:
        """What Fingertips' method says of the indicator's counts."""
        if not is_counted(indicator):
            raise CannotAnswer(
                f"Fingertips' method needs a count and what it is out of, and {indicator.id} has "
                "none behind it."
            )
        panel = self.edition.measures.panel(indicator.id)
        geography, catalogue = self.edition.geography, self.edition.catalogue
        until = newest_with_value(panel, len(geography.councils(former=True)))
        if until is None:
            raise CannotAnswer(f"No figures are loaded for '{indicator.id}'.")
        joint = joint_areas(indicator, catalogue, geography)
        country = next(one for one in geography.areas if one.kind is AreaKind.COUNTRY)
        england = panel.value_at(country.code, panel.periods[until])
        kind = catalogue.series[indicator.numerator[0]].period_kind
        columns = adjoining_columns(kind, panel.periods, until)
        answer = fingertips_answer(
            fingertips_measure(indicator, panel),
            counts_of(panel, area.code, columns, joint),
            [panel.periods[column] for column in columns],
            None if isinstance(england, Missing) else england,
            [counts_of(panel, one.code, [until], joint)[0] for one in self.neighbours(area)],
        )
        ours = self._ours(indicator, area, answer.period)
        verdict = self.edition.measures.compare(
            indicator.id, area.code, answer.period, against=ENGLAND_SET
        ).verdict
        names = (*indicator.numerator, *indicator.numerator_less, *indicator.denominator)
        series = [catalogue.series[name] for name in names]
        traps = [
            *self._joint_trap(area, joint),
            *answer.traps,
            *reason_trap(answer.value.value, ours, answer.period),
            *fingertips_traps(answer, verdict.level, series),
        ]
        return replace(answer, traps=tuple(traps))

    def sides(self, indicator: Indicator, area: Area) -> dict[str, float | None]:
        """By how much the council is above each tool's average, by the name of the average.

        Each tool's own figure of the council is set against its own average. A tool whose newest
        year is older than another's is left out: the year, not the average, would differ.
        """
        gaps: dict[str, float | None] = {}
        ends: dict[str, int] = {}
        entry = self.entry_of(indicator)
        if entry is not None and unread_newest_year(entry) is None:
            measure = self._lait_measure(entry)
            if area.code in measure.councils:
                codes = [one.code for one in self.neighbours(area)]
                lait = lait_answer(measure, area.code, codes)
                gaps[LAIT.average] = _gap(lait.value.value, lait.comparison.value)
                ends[LAIT.average] = label_end_year(dict(entry.years)[lait.latest])
        if indicator.dashboard is not None and area.last is None:
            period, dashboard = self.dashboard(indicator, area)
            gaps[DASHBOARD.average] = _gap(dashboard.value.value, dashboard.comparison.value)
            ends[DASHBOARD.average] = label_end_year(period)
        if is_counted(indicator) and gaps:
            pooled = self.fingertips(indicator, area)
            gaps[FINGERTIPS.average] = _gap(pooled.value.value, pooled.neighbours.benchmark.value)
            ends[FINGERTIPS.average] = label_end_year(pooled.period)
        newest = max(ends.values(), default=0)
        return {name: gap for name, gap in gaps.items() if ends[name] == newest}

    def sides_traps(self, indicator: Indicator, area: Area) -> list[Trap]:
        """The trap of averages at odds, where it bites."""
        return sides_trap(self.sides(indicator, area))

    def entry_of(self, indicator: Indicator) -> DictionarySeries | None:
        """The entry of LAIT's dictionary that is the same measure, if it is loaded."""
        if indicator.lait_key is None:
            return None
        return self.dictionary.get(lait_id(indicator.lait_key))

    @staticmethod
    def _joint_trap(area: Area, joint: set[str]) -> list[Trap]:
        return [trap(TrapKind.JOINT_RETURN)] if area.code in joint else []

    def _ours(self, indicator: Indicator, area: Area, period: str) -> Value | None:
        panel = self.edition.measures.panel(indicator.id)
        label = find_period(period, panel.periods)  # 2024 of one publisher is another's 2023-24
        if area.code not in panel.area_index or label is None:
            return None
        return panel.value_at(area.code, label)

    def _lait_measure(self, entry: DictionarySeries) -> LaitMeasure:
        kept = self._measures
        if entry.id not in kept:
            readings = self.edition.store.readings(entry.id)
            if not readings.periods:
                raise CannotAnswer(f"No figures are loaded for '{entry.id}'.")
            kept[entry.id] = lait_measure(readings, entry, self.edition.geography)
        return kept[entry.id]

    def _cells(self, indicator: Indicator) -> DashboardCells:
        kept = self._dashboard_cells
        if indicator.id not in kept:
            edition = self.edition
            panel = edition.measures.panel_as_published(indicator.id)
            if not panel.periods:
                raise CannotAnswer(f"No figures are loaded for '{indicator.id}'.")
            assert indicator.dashboard is not None
            joint = joint_areas(indicator, edition.catalogue, edition.geography)
            kept[indicator.id] = dashboard_cells(
                indicator, indicator.dashboard, panel, edition.store.readings, joint
            )
        return kept[indicator.id]

    @cached_property
    def _measures(self) -> dict[str, LaitMeasure]:
        return {}

    @cached_property
    def _dashboard_cells(self) -> dict[str, DashboardCells]:
        return {}


def _gap(own: float | None, average: float | None) -> float | None:
    return None if own is None or average is None else own - average
