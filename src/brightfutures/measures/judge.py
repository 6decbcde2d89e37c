"""Who is compared with whom, and false discovery over the fixed health-check set."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property

import numpy as np

from brightfutures.measures.arrays import Numbers
from brightfutures.measures.averages import Average
from brightfutures.measures.beside import Beside, Judged, forget_entries
from brightfutures.measures.context.nearest import nearest_in_context
from brightfutures.measures.context.table import ContextTable, context_table
from brightfutures.measures.false_discovery import q_beside, q_values, two_sided_p
from brightfutures.measures.fixed_set import Family, family_of_round
from brightfutures.measures.similar import (
    DEFAULT,
    EARLIER,
    ENGLAND_SET,
    NEAREST_IN_CONTEXT,
    REGION,
    SIMILAR,
    TABLE_OF,
    Comparators,
    chosen_councils,
    everyone_else,
    from_table,
    same_region,
)
from brightfutures.measures.studies import Studies
from brightfutures.measures.study import Study
from brightfutures.measures.verdict import Levels, levels_of
from brightfutures.published.readings import Neighbour
from brightfutures.quantities import WrongUse

LEAST_ALIKE = 0.15
"""Below this similar councils say nothing, and unless asked for by name England is used instead."""

CHOSEN_LISTS_KEPT = 4

Against = str | tuple[str, ...]
"""The name of a comparison set, or the codes of the councils chosen."""

ColumnOfP = Callable[[Beside, Study, int], Numbers]


def p_of_difference(beside: Beside, study: Study, place: int) -> Numbers:
    """Whether the figure differs from its comparison."""
    return beside.judged(study, place).p


def p_from_the_median(beside: Beside, study: Study, place: int) -> Numbers:
    """Whether the figure differs from its comparison's median, no other average asked."""
    return beside.judged(study, place, Average.MEDIAN).p


def p_from_the_pooled(beside: Beside, study: Study, place: int) -> Numbers:
    """Whether the figure differs from its comparison taken as one, no other average asked."""
    return beside.judged(study, place, Average.POOLED).p


def p_of_move(beside: Beside, study: Study, place: int) -> Numbers:
    """Whether the figure has moved."""
    return two_sided_p(beside.moves(study, place).z)


def p_of_gap_move(beside: Beside, study: Study, place: int) -> Numbers:
    """Whether its gap to the comparison has moved."""
    return two_sided_p(beside.moves(study, place).gap_z)


P_OF_DIFFERENCE: Mapping[Average | None, ColumnOfP] = {
    None: p_of_difference,
    Average.MEAN: p_of_difference,  # p rests on the mean alone already
    Average.MEDIAN: p_from_the_median,
    Average.POOLED: p_from_the_pooled,
}


class Judge:
    """Comparison sets and, over all indicators of the fixed set, q."""

    def __init__(
        self,
        studies: Studies,
        neighbours: Callable[[str], Mapping[str, Sequence[Neighbour]]],
    ) -> None:
        self.studies = studies
        self._neighbours = neighbours
        self._beside: dict[Against, Beside] = {}
        self._levels: dict[tuple[str, int, Against, str, Average | None], Levels] = {}
        self._across: dict[tuple[str, int], tuple[Levels, Judged, Numbers]] = {}
        self._outside: dict[tuple[str, int, Against, ColumnOfP], Numbers] = {}
        self._families: dict[tuple[Against, int, ColumnOfP], Family] = {}

    def beside(self, against: Against) -> Beside:
        """Comparisons with a set by name; raises `WrongUse` for one that is not known."""
        key = against if isinstance(against, tuple) else TABLE_OF.get(against, against)
        if key not in self._beside:
            made = Beside(self._comparators(key), self.studies)
            if isinstance(key, tuple):
                self._forget_old_lists()
            self._beside[key] = made
        return self._beside[key]

    def _comparators(self, against: Against) -> Comparators:
        places = self.studies.ingredients.places
        if isinstance(against, tuple):
            return chosen_councils(places, against)
        if against == ENGLAND_SET:
            return everyone_else(places)
        if against == REGION:
            return same_region(places)
        if against == NEAREST_IN_CONTEXT:
            return nearest_in_context(self.context)
        if against == EARLIER:
            return from_table(places, self._neighbours(EARLIER), EARLIER)
        if against == DEFAULT:
            tables = self._neighbours(DEFAULT), self._neighbours(EARLIER)
            return from_table(places, tables[0], DEFAULT, tables[1])
        raise WrongUse(
            f"'{against}' is not a comparison: use {SIMILAR}, {DEFAULT}, {EARLIER}, {REGION}, "
            f"{ENGLAND_SET}, {NEAREST_IN_CONTEXT} or a list of councils."
        )

    @cached_property
    def context(self) -> ContextTable:
        """Every council's circumstances and how far apart councils are in them."""
        return context_table(self.studies.ingredients)

    def _forget_old_lists(self) -> None:
        chosen = [key for key in self._beside if isinstance(key, tuple)]
        for key in chosen[: max(0, len(chosen) + 1 - CHOSEN_LISTS_KEPT)]:
            del self._beside[key]
            for family in [entry for entry in self._families if entry[0] == key]:
                del self._families[family]
            for level in [entry for entry in self._levels if entry[2] == key]:
                del self._levels[level]
            for outside in [entry for entry in self._outside if entry[2] == key]:
                del self._outside[outside]

    def forget(self, indicator_id: str) -> None:
        """Let go of what was worked out of one indicator; the fixed set's p and q are kept."""
        for beside in self._beside.values():
            beside.forget(indicator_id)
        forget_entries(self._levels, indicator_id)
        forget_entries(self._across, indicator_id)
        forget_entries(self._outside, indicator_id)

    def switched(self, study: Study, against: Against, place: int) -> Beside:
        """The set really used: England for similar councils that are not alike, unless named."""
        beside = self.beside(against)
        if against in TABLE_OF:
            alike = beside.alikeness(study, place)
            if alike is not None and alike < LEAST_ALIKE:
                return self.beside(ENGLAND_SET)
        return beside

    def used(self, study: Study, against: Against, place: int, row: int) -> Beside:
        """The set really used for one council: England stands in for one no table holds."""
        beside = self.switched(study, against, place)
        return self.beside(ENGLAND_SET) if beside.comparators.not_held[row] else beside

    def _p(self, study: Study, against: Against, place: int, column: ColumnOfP) -> Numbers:
        beside = self.switched(study, against, place)
        p = column(beside, study, place)
        stand_in = beside.comparators.not_held & np.isfinite(study.column(place).y)
        if stand_in.any():
            p = np.where(stand_in, column(self.beside(ENGLAND_SET), study, place), p)
        return p

    def _family(self, against: Against, year: int, column: ColumnOfP) -> Family:
        """The fixed set's tests of one round: the periods that end in one year."""
        key = (against, year, column)
        if key not in self._families:
            self._families[key] = family_of_round(
                self.studies, year, lambda study, place: self._p(study, against, place, column)
            )
        return self._families[key]

    def q(self, study: Study, against: Against, place: int, column: ColumnOfP) -> Numbers:
        """Q of one indicator and period for every council, over the fixed set of its round."""
        family = self._family(against, study.years[place], column)
        row = family.row.get(study.indicator.id)
        if row is not None:
            return np.asarray(family.q[row])
        key = (study.indicator.id, place, against, column)
        if key not in self._outside:
            self._outside[key] = q_beside(self._p(study, against, place, column), family.p)
        return self._outside[key]

    def _q_beside(
        self, study: Study, against: Against, place: int, beside: Beside, column: ColumnOfP
    ) -> Numbers:
        """Q of the difference where `beside` is used, be it not the set the period would switch to.

        A verdict followed into later years keeps its set; the rest of its family is as it is.
        """
        if beside is self.switched(study, against, place):
            return self.q(study, against, place, column)
        family = self._family(against, study.years[place], column)
        return family.q_instead(study.indicator.id, column(beside, study, place))

    def levels_of_all(self, study: Study, against: Against, place: int) -> Levels:
        """The level of every council in one period, each against the set really used for it."""
        beside = self.switched(study, against, place)
        levels = self.levels(study, against, place, beside)
        stand_in = beside.comparators.not_held
        if not stand_in.any():
            return levels
        england = self.levels(study, against, place, self.beside(ENGLAND_SET))
        return Levels(
            level=np.where(stand_in, england.level, levels.level),
            reason=np.where(stand_in, england.reason, levels.reason),
        )

    def across_councils(self, study: Study, place: int) -> tuple[Levels, Judged, Numbers]:
        """Every council beside all others: levels, tests and q.

        False discovery is controlled over the councils of this one indicator and period, which
        is another question than a council's own page asks: which of them differ here.
        """
        key = (study.indicator.id, place)
        if key not in self._across:
            beside = self.beside(ENGLAND_SET)
            judged = beside.judged(study, place)
            q = q_values(judged.p)
            before = beside.usual_before(study, place)
            levels = levels_of(judged.tests, judged.stopped, q, before)
            self._across[key] = levels, judged, q
        return self._across[key]

    def levels(
        self,
        study: Study,
        against: Against,
        place: int,
        beside: Beside,
        only: Average | None = None,
    ) -> Levels:
        """The level of every council that is compared with `beside` where `against` is asked.

        With `only` every difference, and every other of the fixed set, is from that average.
        """
        key = (study.indicator.id, place, against, beside.comparators.name, only)
        if key not in self._levels:
            judged = beside.judged(study, place, only)
            if judged.tests is None:
                nothing = np.full(study.councils, np.nan)
                self._levels[key] = levels_of(judged.tests, judged.stopped, nothing, nothing)
            else:
                q = self._q_beside(study, against, place, beside, P_OF_DIFFERENCE[only])
                before = beside.usual_before(study, place, only)
                self._levels[key] = levels_of(judged.tests, judged.stopped, q, before)
        return self._levels[key]
