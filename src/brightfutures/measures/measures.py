"""The public face: comparisons of any area on any indicator, from readings handed to it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from math import isfinite
from threading import RLock

import numpy as np

from brightfutures.catalogue import Catalogue, Geography, Indicator
from brightfutures.measures.agreement.agreeing import agreement_of, share_of_children_in_poverty
from brightfutures.measures.agreement.inspections import inspections_of
from brightfutures.measures.agreement.results import Agreement
from brightfutures.measures.alternatives import alternatives_of
from brightfutures.measures.cells import cell_at
from brightfutures.measures.comparison import similar_period
from brightfutures.measures.context.circumstances import Alikeness, Circumstances, Similarity
from brightfutures.measures.context.nearest import context_of
from brightfutures.measures.context.results import Context
from brightfutures.measures.expectation.expectations import Expectations
from brightfutures.measures.expectation.given import ExpectedGiven, expected_given
from brightfutures.measures.expectation.of_one import context_model_of, expectation_of
from brightfutures.measures.expectation.results import ContextModel, Expectation
from brightfutures.measures.fixed_set import newest_rounds
from brightfutures.measures.improving.improvers import (
    improvers_of,
    refuse_what_cannot_be_asked,
    why_not_tried,
)
from brightfutures.measures.improving.results import Improvers
from brightfutures.measures.improving.trials import Trials
from brightfutures.measures.judge import Against, Judge
from brightfutures.measures.levels.shrinkage import Shrunken, shrunken_of_all, shrunken_of_one
from brightfutures.measures.moved import movements_of_all
from brightfutures.measures.nation.councils import (
    Nation,
    across_england,
    levels_across_england,
    nation_of,
)
from brightfutures.measures.nation.england_now import EnglandNow, england_now
from brightfutures.measures.nation.picture import NationalPicture
from brightfutures.measures.nation.region_history import region_history
from brightfutures.measures.nation.spread import national_spread_of
from brightfutures.measures.nation.spread_results import NationalSpread
from brightfutures.measures.pairwise import Pairs
from brightfutures.measures.panels import Ingredients
from brightfutures.measures.places import places_of
from brightfutures.measures.results import (
    Alternative,
    Cell,
    Comparison,
    Level,
    Movement,
    National,
    Pair,
    SimilarPeriod,
    Why,
)
from brightfutures.measures.similar import SIMILAR
from brightfutures.measures.studies import Studies
from brightfutures.measures.study import Study
from brightfutures.measures.track_record.records import Records, WholeRecord
from brightfutures.measures.track_record.results import IndicatorRecord, TrackRecord
from brightfutures.measures.verdict import LEVELS, NO_REASON, WHYS
from brightfutures.measures.whole_comparison import whole_comparison
from brightfutures.measures.whom import ComparisonSet, comparison_set_of
from brightfutures.measures.years_on_scale import YearsOnScale, years_on_scale
from brightfutures.published.readings import Judgement, Neighbour, Readings
from brightfutures.quantities import (
    CannotAnswer,
    Panel,
    Period,
    WrongUse,
    find_period,
)


class Measures:
    """Panels, comparisons and verdicts over one store's readings.

    Everything is worked out for all councils at once when first asked for, and kept. `against`
    names a comparison set or gives the codes of councils chosen: by default `similar`, the newest
    table or England where those it lists are not alike; by name dfe-2025, dfe-2021, region,
    england, nearest-in-context. Safe to share between threads.
    """

    def __init__(
        self,
        catalogue: Catalogue,
        geography: Geography,
        readings: Callable[[str], Readings],
        neighbours: Callable[[str], Mapping[str, Sequence[Neighbour]]],
    ) -> None:
        self._catalogue = catalogue
        self._places = places_of(geography)
        self._studies = Studies(Ingredients(catalogue, geography, self._places, readings))
        self._judge = Judge(self._studies, neighbours)
        self._pairs = Pairs(self._studies)
        self._trials = Trials(self._judge)
        self._similarity = Similarity(self._judge)
        self._records = Records(self._judge)
        self._expectations = Expectations(self._studies)
        self._lock = RLock()
        self.england = NationalPicture(self._judge, self._lock)
        handed = catalogue, geography, readings, neighbours
        # With workings of its own, so that nobody who asks for a page has to wait for it.
        self._whole_record = WholeRecord(lambda: Measures(*handed)._judge)
        # What every council's page shows alike is made once.
        self._strips: dict[tuple[str, int], tuple[Cell, ...]] = {}
        self._wide: dict[tuple[str, int, int], Comparison] = {}
        self._spreads: dict[str, NationalSpread] = {}
        self._shrunken: dict[tuple[str, int], tuple[Shrunken, ...]] = {}
        self._models: dict[tuple[str, int], ContextModel | None] = {}
        self._behind: dict[tuple[str, int, bool, bool], tuple[tuple[str, str], ...]] = {}
        self._known: tuple[str, ...] | None = None

    def panel(self, indicator_id: str) -> Panel:
        """All councils (former ones too), parts of regions, regions and England."""
        return self._study(indicator_id).material.panel

    def periods(self, indicator_id: str) -> tuple[str, ...]:
        """The labels of an indicator's periods, in order."""
        return self.panel(indicator_id).periods

    def period_objects(self, indicator_id: str) -> tuple[Period, ...]:
        """The same with their kind, which says when they begin and end."""
        return self._study(indicator_id).material.periods

    def over_the_years(self, indicator_id: str) -> YearsOnScale:
        """Every council's figures on the scale of comparison, year by year."""
        return years_on_scale(self._study(indicator_id))

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
        study = self._study(indicator_id)
        row = self._row(area)
        with self._lock:
            self._judge.beside(against)  # a name nobody knows is refused for England too
            place = self._place(study, row, period)
            if row < study.councils:
                return whole_comparison(study, self._judge, against, row, place)
            key = (indicator_id, row, place)
            if key not in self._wide:  # a region or England has no comparison set
                self._wide[key] = whole_comparison(study, self._judge, against, row, place)
            return self._wide[key]

    def health_check(self, area: str, *, against: Against = SIMILAR) -> tuple[Comparison, ...]:
        """Every indicator of the catalogue that has data, in the catalogue's order."""
        return tuple(self.compare(name, area, against=against) for name in self.with_figures())

    def with_figures(self) -> tuple[str, ...]:
        """The indicators for which any council has a figure, in the catalogue's order."""
        if self._known is None:
            names = self._catalogue.indicators
            self._known = tuple(name for name in names if self._study(name).newest is not None)
        return self._known

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
        study, row = self._study(indicator_id), self._row(area)
        if row >= study.councils:
            return ()
        with self._lock:
            place = self._place(study, row, period)
            return alternatives_of(study, self._judge, against, row, place)

    def pairs(
        self, indicator_id: str, area: str, others: Sequence[str], period: str | None = None
    ) -> tuple[Pair, ...]:
        """A council beside each of some others by name, in one period of its own.

        Raises as `compare` does, and `WrongUse` for what is not a council.
        """
        study, row = self._study(indicator_id), self._council(area)
        rows = [self._council(other) for other in others]
        with self._lock:
            place = self._place(study, row, period)
            return self._pairs.pairs(study, row, rows, place)

    def levels(
        self, indicator_id: str, period: str | None = None, *, against: Against = SIMILAR
    ) -> dict[str, tuple[Level, Why | None]]:
        """The verdict on every council that existed in one period (by default the newest)."""
        study = self._study(indicator_id)
        with self._lock:
            place = self._place_of_all(study, period)
            levels = self._judge.levels_of_all(study, against, place)
        return {
            self._places.codes[row]: (
                LEVELS[levels.level[row]],
                WHYS[levels.reason[row]] if levels.reason[row] != NO_REASON else None,
            )
            for row in study.rows_there(place)
        }

    def movements(
        self, indicator_id: str, period: str | None = None, *, against: Against = SIMILAR
    ) -> dict[str, Movement]:
        """Whether the figure of every council that existed has moved, as `compare` says."""
        study = self._study(indicator_id)
        with self._lock:
            place = self._place_of_all(study, period)
            found = movements_of_all(study, self._judge, against, place)
        return {self._places.codes[row]: found[row] for row in study.rows_there(place)}

    def across_england(self, indicator_id: str, period: str | None = None) -> tuple[National, ...]:
        """Every council beside all others on one indicator, in one period (by default the newest).

        Raises as `compare` does.
        """
        study = self._study(indicator_id)
        with self._lock:
            place = self._place_of_all(study, period)
            return across_england(study, self._judge, place)

    def levels_across_england(
        self, indicator_id: str, period: str | None = None
    ) -> tuple[Level, ...]:
        """The levels alone of `across_england`, where only their number is asked for."""
        study = self._study(indicator_id)
        with self._lock:
            place = self._place_of_all(study, period)
            return levels_across_england(study, self._judge, place)

    def nation(self, indicator_id: str, period: str | None = None) -> Nation:
        """One indicator over all England in one period (by default the newest).

        Raises as `compare` does.
        """
        study, england = self._study(indicator_id), self._places.england
        with self._lock:
            place = self._place(study, england or 0, period)
            return nation_of(study, self._judge, england, place)

    def national_spread(self, indicator_id: str) -> NationalSpread:
        """How far councils really differ on one indicator, and what has moved since 2013.

        In the newest period. Raises `WrongUse` for an unknown indicator, `CannotAnswer` for one
        without figures.
        """
        study = self._study(indicator_id)
        with self._lock:
            if indicator_id not in self._spreads:
                place = self._place_of_all(study, None)
                self._spreads[indicator_id] = national_spread_of(
                    study,
                    self._judge,
                    self._catalogue.series,
                    place,
                    self._expectations.held_out(study, place),
                )
            return self._spreads[indicator_id]

    def england_now(self, indicator_id: str) -> EnglandNow:
        """England's newest figure beside those of ten and of five years before."""
        study, row = self._study(indicator_id), self._places.england or 0
        return england_now(study, cell_at(study, row, self._place(study, row, None)))

    def region_history(self, indicator_id: str, region: str) -> tuple[SimilarPeriod, ...]:
        """The councils of a region in every period: their average and their middle half."""
        study, first = self._study(indicator_id), self._places.councils
        with self._lock:
            lie_in = self._places.members[self._row(region) - first]
            return region_history(study, np.flatnonzero(lie_in).tolist())

    def strip(self, indicator_id: str, period: str) -> tuple[Cell, ...]:
        """Every council that existed at the end of the period, in order of name."""
        study = self._study(indicator_id)
        place = self._place(study, 0, period)
        key = (indicator_id, place)
        if key not in self._strips:
            self._strips[key] = tuple(cell_at(study, row, place) for row in study.rows_there(place))
        return self._strips[key]

    def improvers(
        self, indicator_id: str, like: str | None = None, period: str | None = None
    ) -> Improvers:
        """The councils that improved over the five periods that end in this one (the newest).

        With `like` the code of a council, those like it first, and what became of itself.
        Raises `WrongUse` for an unknown name, `CannotAnswer` where nobody can be said to have
        improved: which way is good is contested, there are no counts, or no five periods can
        be read.
        """
        study = self._study(indicator_id)
        row = None if like is None else self._council(like)
        with self._lock:
            refuse_what_cannot_be_asked(study)
            place = self._place(study, 0, period) if period is not None else study.newest or 0
            trial = self._trials.trial(study, place)
            if trial is None:
                raise why_not_tried(study, place)
            return improvers_of(study, self._judge, trial, row)

    def shrunken(self, indicator_id: str, period: str | None = None) -> tuple[Shrunken, ...]:
        """The level behind every council's figure in one period (by default the newest), by name.

        Raises `WrongUse` for an unknown name, and `CannotAnswer` where it cannot be told.
        """
        study = self._study(indicator_id)
        with self._lock:
            place = self._place_of_all(study, period)
            key = (indicator_id, place)
            if key not in self._shrunken:
                self._shrunken[key] = shrunken_of_all(study, place)
            return self._shrunken[key]

    def shrunken_of(
        self, indicator_id: str, area: str, period: str | None = None
    ) -> Shrunken | None:
        """The same of one council alone, which is sooner found; None where it has no counts."""
        study = self._study(indicator_id)
        with self._lock:
            place = self._place_of_all(study, period)
            known = self._shrunken.get((indicator_id, place))
            if known is None:
                return shrunken_of_one(study, place, area)
            return next((one for one in known if one.area == area), None)

    def context(self, area: str) -> Context:
        """A council's circumstances and the councils nearest to it in them.

        Raises `WrongUse` for what is not a council.
        """
        with self._lock:
            return context_of(self._judge.context, self._council(area))

    def expectation(
        self, indicator_id: str, area: str, period: str | None = None
    ) -> Expectation | None:
        """What a council's circumstances would lead one to expect, and the verdict against it.

        None where nothing can be fitted, and for what is not a council. Raises as `compare` does.
        """
        study, row = self._study(indicator_id), self._row(area)
        if row >= study.councils:
            return None
        with self._lock:
            place = self._place(study, row, period)
            return expectation_of(self._expectations, study, row, place)

    def expectations_in_pieces(self) -> Iterator[Callable[[], object]]:
        """What the q against expectation rest on in the newest rounds, one piece a call.

        Whoever first asks for one q has them all worked out, which takes seconds.
        """
        studies = [self._study(name) for name in self.with_figures()]
        for study, place in newest_rounds(studies):
            yield partial(self._judged_against_expectation, study, place)

    def _judged_against_expectation(self, study: Study, place: int) -> None:
        with self._lock:
            self._expectations.judged(study, place)

    def expected_given(
        self, indicator_id: str, circumstances: Sequence[str], period: str | None = None
    ) -> ExpectedGiven | None:
        """What a few circumstances alone would lead one to expect of every council's count.

        None where nothing can be fitted. Raises `WrongUse` for a name that no circumstance has,
        and as `compare` does.
        """
        study = self._study(indicator_id)
        with self._lock:
            place = self._place_of_all(study, period)
            return expected_given(study, place, self._expectations.context, circumstances)

    def context_model(self, indicator_id: str, period: str | None = None) -> ContextModel | None:
        """One indicator's circumstances over England in one period (by default the newest).

        None where nothing can be fitted. Raises as `compare` does.
        """
        study = self._study(indicator_id)
        with self._lock:
            place = self._place_of_all(study, period)
            key = (indicator_id, place)
            if key not in self._models:
                self._models[key] = context_model_of(self._expectations, study, place)
            return self._models[key]

    def counted_as_similar(self, area: str, against: Against = SIMILAR) -> tuple[str, ...]:
        """The councils whose own comparison set holds this one, in order of name.

        One for which another set stands in, such as one that has ended, does not count.
        """
        with self._lock:
            comparators = self._judge.beside(against).comparators
        holds = (comparators.index == self._council(area)).any(axis=1)
        codes = [self._places.codes[row] for row in np.flatnonzero(holds).tolist()]
        return tuple(code for code in codes if code not in comparators.stands_in)

    def comparison_set(self, area: str, against: Against = SIMILAR) -> ComparisonSet:
        """Whom a council is compared with; raises `WrongUse` for an unknown set or council."""
        with self._lock:
            return comparison_set_of(self._judge, against, self._council(area))

    def circumstances(self, area: str, against: Against = SIMILAR) -> Circumstances:
        """A council's circumstances beside its comparison set's; raises `WrongUse` likewise."""
        with self._lock:
            return self._similarity.circumstances(against, self._council(area))

    def alikeness(self) -> tuple[Alikeness, ...]:
        """How alike councils are to their similar councils on each indicator of the fixed set."""
        with self._lock:
            return self._similarity.alikeness

    def similar_history(
        self, indicator_id: str, area: str, against: Against = SIMILAR
    ) -> tuple[SimilarPeriod, ...]:
        """The comparison set's mean and middle half in every period; empty for no council."""
        study, row = self._study(indicator_id), self._row(area)
        if row >= study.councils:
            return ()
        with self._lock:
            beside = self._judge.beside(against)
            return tuple(
                similar_period(study, beside, row, place) for place in range(len(study.years))
            )

    def agreement(self, judgements: Iterable[Judgement]) -> Agreement:
        """How far figures and these grades agree, before inspections and after; takes a second.

        It is not kept: judgements are handed in anew each time.
        """
        studies = [self._study(name) for name in self._catalogue.indicators]
        with self._lock:
            poverty = share_of_children_in_poverty(self._judge.context)
        rows = {code: row for row, code in enumerate(self._places.codes[: self._places.councils])}
        return agreement_of(studies, inspections_of(judgements), rows, poverty)

    def track_record(self) -> TrackRecord:
        """How past verdicts and movements fared, and simpler rules beside them; takes seconds."""
        return self._whole_record.whole()

    def more_of_track_record(self) -> TrackRecord | None:
        """One more step of it, a few hundredths of a second; None before the last."""
        return self._whole_record.more()

    def track_record_of(self, indicator_id: str) -> IndicatorRecord:
        """How the verdicts on one indicator fared beside similar councils, levels alone."""
        study = self._study(indicator_id)
        with self._lock:
            return self._records.of(study)

    def series_behind(
        self, indicator_id: str, period: str, area: str | None = None
    ) -> tuple[tuple[str, str], ...]:
        """The series and periods that a value is made of, for its sources.

        The publisher's own figure is last among them where it was used: for this area, or for
        any where no area is given.
        """
        study = self._study(indicator_id)
        place = self._place(study, 0, period)
        material = study.material
        if area is None:
            printed = bool(material.printed[:, place].any())
            known = bool(np.isfinite(material.panel.denominator[:, place]).any())
        else:
            row = self._row(area)
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

    def _study(self, indicator_id: str) -> Study:
        with self._lock:
            return self._studies.study(indicator_id)

    def _row(self, area: str) -> int:
        row = self._places.rows.get(area)
        if row is None:
            raise WrongUse(f"'{area}' is not the code of a council, a region or England.")
        return row

    def _council(self, area: str) -> int:
        row = self._row(area)
        if row >= self._places.councils:
            raise WrongUse(f"'{area}' is not the code of a council.")
        return row

    def _place(self, study: Study, row: int, period: str | None) -> int:
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

    def _place_of_all(self, study: Study, period: str | None) -> int:
        """The place of what is said of every council at once: by default England's newest."""
        return self._place(study, self._places.england or 0, period)


def _no_such_period(indicator: Indicator, period: str, labels: Sequence[str]) -> str:
    if not labels:
        return f"No figures are loaded for '{indicator.id}'."
    return (
        f"'{indicator.id}' has no figures for {period}; its periods run from {labels[0]} "
        f"to {labels[-1]}."
    )
