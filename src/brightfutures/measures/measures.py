"""The public face: comparisons of any area on any indicator, from readings handed to it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import cached_property
from math import isfinite
from typing import TYPE_CHECKING

import numpy as np

from brightfutures.measures.comparison import similar_periods
from brightfutures.measures.judge import Against
from brightfutures.measures.results import Alternative, Comparison, Pair, SimilarPeriod
from brightfutures.measures.similar import SIMILAR
from brightfutures.measures.study import Study
from brightfutures.measures.whole_comparison import whole_comparison
from brightfutures.measures.workings import Workings
from brightfutures.published.readings import Judgement
from brightfutures.quantities import Panel, Period

if TYPE_CHECKING:  # what only some pages ask for is loaded when they do
    from brightfutures.measures.agreement.results import Agreement
    from brightfutures.measures.improving.results import Improvers
    from brightfutures.measures.track_record.results import IndicatorRecord, TrackRecord
    from brightfutures.measures.years_on_scale import YearsOnScale


class Measures(Workings):
    """Panels, comparisons and verdicts over one store's readings.

    Everything is worked out for all councils at once when first asked for, and kept. `against`
    names a comparison set or gives the codes of councils chosen: by default `similar`, the newest
    table or England where those it lists are not alike; by name dfe-2025, dfe-2021, region,
    england, nearest-in-context. Safe to share between threads.
    """

    @cached_property
    def _wide(self) -> dict[tuple[str, int, int], Comparison]:
        """What every council's page shows alike, made once."""
        return {}

    @cached_property
    def _behind(self) -> dict[tuple[str, int, bool, bool], tuple[tuple[str, str], ...]]:
        return {}

    def panel(self, indicator_id: str) -> Panel:
        """All councils (former ones too), parts of regions, regions and England."""
        return self._lookup.study(indicator_id).material.panel

    def panel_as_published(self, indicator_id: str) -> Panel:
        """The same with pounds as returns print them, those too that we make no measure of."""
        indicator = self._catalogue.indicators[indicator_id]
        names = (*indicator.numerator, *indicator.numerator_less, *indicator.denominator)
        if self._catalogue.spending.account_of_series.keys().isdisjoint(names):
            return self.panel(indicator_id)
        return self._as_published.material(indicator).panel

    def periods(self, indicator_id: str) -> tuple[str, ...]:
        """The labels of an indicator's periods, in order."""
        return self.panel(indicator_id).periods

    def period_objects(self, indicator_id: str) -> tuple[Period, ...]:
        """The same with their kind, which says when they begin and end."""
        return self._lookup.study(indicator_id).material.periods

    def over_the_years(self, indicator_id: str) -> YearsOnScale:
        """Every council's figures on the scale of comparison, year by year."""
        from brightfutures.measures.years_on_scale import years_on_scale

        return years_on_scale(self._lookup.study(indicator_id))

    def compare(
        self,
        indicator_id: str,
        area: str,
        period: str | None = None,
        *,
        against: Against = SIMILAR,
    ) -> Comparison:
        """Everything said about one indicator, area and period.

        Without a period, the newest with a value or a reason for the area while it existed.
        Raises `WrongUse` for an unknown indicator, area or comparison, `CannotAnswer` for a
        period without data.
        """
        study = self._lookup.study(indicator_id)
        row = self._lookup.row(area)
        with self._lookup.lock:
            self._judge.beside(against)  # a name nobody knows is refused for England too
            place = self._lookup.place(study, row, period)
            if row < study.councils:
                return whole_comparison(study, self._judge, against, row, place)
            key = (indicator_id, row, place)
            if key not in self._wide:  # a region or England has no comparison set
                self._wide[key] = whole_comparison(study, self._judge, against, row, place)
            return self._wide[key]

    def health_check(self, area: str, *, against: Against = SIMILAR) -> tuple[Comparison, ...]:
        """Every indicator of the catalogue that has data, in the catalogue's order."""
        return tuple(self.compare(name, area, against=against) for name in self.with_figures())

    def with_figures(self, among: Collection[str] | None = None) -> tuple[str, ...]:
        """The indicators (`among` these) for which any council has a figure, as catalogued."""
        return self._lookup.with_figures(among)

    def alternatives(
        self,
        indicator_id: str,
        area: str,
        period: str | None = None,
        *,
        against: Against = SIMILAR,
    ) -> tuple[Alternative, ...]:
        """What would be said with another average, or beside other councils; empty for no council.

        Raises as `compare` does.
        """
        from brightfutures.measures.alternatives import alternatives_of

        study, row = self._lookup.study(indicator_id), self._lookup.row(area)
        if row >= study.councils:
            return ()
        with self._lookup.lock:
            place = self._lookup.place(study, row, period)
            return alternatives_of(study, self._judge, against, row, place)

    def pairs(
        self, indicator_id: str, area: str, others: Sequence[str], period: str | None = None
    ) -> tuple[Pair, ...]:
        """A council beside each of some others by name, in one period of its own.

        Raises as `compare` does, and `WrongUse` for what is not a council.
        """
        study, row = self._lookup.study(indicator_id), self._lookup.council(area)
        rows = [self._lookup.council(other) for other in others]
        with self._lookup.lock:
            place = self._lookup.place(study, row, period)
            return self._pairs.pairs(study, row, rows, place)

    def improvers(
        self, indicator_id: str, like: str | None = None, period: str | None = None
    ) -> Improvers:
        """The councils that improved over the five periods that end in this one (the newest).

        With `like` the code of a council, those like it first, and what became of itself.
        Raises `WrongUse` for an unknown name, `CannotAnswer` where nobody can be said to have
        improved: which way is good is contested, there are no counts, or no five periods can
        be read.
        """
        from brightfutures.measures.improving.improvers import (
            improvers_of,
            refuse_what_cannot_be_asked,
            why_not_tried,
        )

        study = self._lookup.study(indicator_id)
        row = None if like is None else self._lookup.council(like)
        with self._lookup.lock:
            refuse_what_cannot_be_asked(study)
            place = (
                self._lookup.place(study, 0, period) if period is not None else study.newest or 0
            )
            trial = self._trials.trial(study, place)
            if trial is None:
                raise why_not_tried(study, place)
            return improvers_of(study, self._judge, trial, row)

    def similar_history(
        self, indicator_id: str, area: str, against: Against = SIMILAR
    ) -> tuple[SimilarPeriod, ...]:
        """The comparison set's mean and middle half in every period; empty for no council."""
        study, row = self._lookup.study(indicator_id), self._lookup.row(area)
        if row >= study.councils:
            return ()
        with self._lookup.lock:
            return similar_periods(study, self._judge.beside(against), row)

    def agreement(self, judgements: Iterable[Judgement]) -> Agreement:
        """How far figures and these grades agree, before inspections and after; takes a second.

        It is not kept: judgements are handed in anew each time.
        """
        from brightfutures.measures.agreement.agreeing import (
            agreement_of,
            share_of_children_in_poverty,
        )
        from brightfutures.measures.agreement.inspections import inspections_of

        studies = [self._lookup.study(name) for name in self._catalogue.indicators]
        with self._lookup.lock:
            poverty = share_of_children_in_poverty(self._judge.context)
        rows = {
            code: row
            for row, code in enumerate(self._lookup.places.codes[: self._lookup.places.councils])
        }
        return agreement_of(studies, inspections_of(judgements), rows, poverty)

    def track_record(self) -> TrackRecord:
        """How past verdicts and movements fared, and simpler rules beside them; takes seconds."""
        return self._whole_record.whole()

    def more_of_track_record(self) -> TrackRecord | None:
        """One more step of it, a few hundredths of a second; None before the last."""
        return self._whole_record.more()

    def track_record_of(self, indicator_id: str) -> IndicatorRecord:
        """How the verdicts on one indicator fared beside similar councils, levels alone."""
        study = self._lookup.study(indicator_id)
        with self._lookup.lock:
            return self._records.of(study)

    def series_behind(
        self, indicator_id: str, period: str, area: str | None = None
    ) -> tuple[tuple[str, str], ...]:
        """The series and periods that a value is made of, for its sources.

        The publisher's own figure is last among them where it was used: for this area, or for
        any where no area is given.
        """
        study = self._lookup.study(indicator_id)
        place = self._lookup.place(study, 0, period)
        material = study.material
        if area is None:
            printed = bool(material.printed[:, place].any())
            known = bool(np.isfinite(material.panel.denominator[:, place]).any())
        else:
            row = self._lookup.row(area)
            printed = bool(material.printed[row, place])
            known = isfinite(material.panel.denominator[row, place])
        key = (indicator_id, place, printed, known)
        if key not in self._behind:
            self._behind[key] = self._parts(study, place, printed=printed, known=known)
        return self._behind[key]

    def _parts(
        self, study: Study, place: int, *, printed: bool, known: bool
    ) -> tuple[tuple[str, str], ...]:
        """The same by whether the publisher's own figure is used and the denominator is known."""
        indicator, year = study.indicator, study.years[place]
        names = [(name, 0) for name in (*indicator.numerator, *indicator.numerator_less)]
        if known or not printed:
            names += [(name, indicator.denominator_lag) for name in indicator.denominator]
        if printed and indicator.printed:
            names.append((indicator.printed, 0))
        kinds = self._catalogue.series
        return tuple(
            (name, Period.ending(kinds[name].period_kind, year - lag).label) for name, lag in names
        )
