"""Whom a council is compared with, in what they differ, and who is compared with it in turn."""

from __future__ import annotations

import numpy as np

from brightfutures.measures.context.circumstances import Alikeness, Circumstances, Similarity
from brightfutures.measures.context.nearest import context_of
from brightfutures.measures.context.results import Context
from brightfutures.measures.judge import Against, Judge
from brightfutures.measures.lookup import Lookup
from brightfutures.measures.similar import SIMILAR
from brightfutures.measures.whom import ComparisonSet, comparison_set_of


class ComparatorSets:
    """The sets of councils that one council is compared with, whatever the indicator.

    Each raises `WrongUse` for a set that is not known and for what is not a council.
    """

    def __init__(self, lookup: Lookup, judge: Judge) -> None:
        self._lookup = lookup
        self._judge = judge
        self._similarity = Similarity(judge)

    def comparison_set(self, area: str, against: Against = SIMILAR) -> ComparisonSet:
        """Whom a council is compared with."""
        with self._lookup.lock:
            return comparison_set_of(self._judge, against, self._lookup.council(area))

    def circumstances(self, area: str, against: Against = SIMILAR) -> Circumstances:
        """A council's circumstances beside its comparison set's."""
        with self._lookup.lock:
            return self._similarity.circumstances(against, self._lookup.council(area))

    def alikeness(self) -> tuple[Alikeness, ...]:
        """How alike councils are to their similar councils on each indicator of the fixed set."""
        with self._lookup.lock:
            return self._similarity.alikeness

    def context(self, area: str) -> Context:
        """A council's circumstances and the councils nearest to it in them."""
        with self._lookup.lock:
            return context_of(self._judge.context, self._lookup.council(area))

    def counted_as_similar(self, area: str, against: Against = SIMILAR) -> tuple[str, ...]:
        """The councils whose own comparison set holds this one, in order of name.

        One for which another set stands in, such as one that has ended, does not count.
        """
        with self._lookup.lock:
            comparators = self._judge.beside(against).comparators
        holds = (comparators.index == self._lookup.council(area)).any(axis=1)
        codes = [self._lookup.places.codes[row] for row in np.flatnonzero(holds).tolist()]
        return tuple(code for code in codes if code not in comparators.stands_in)
