"""What circumstances lead one to expect: of a council, of all, and by which model."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from brightfutures.measures.expectation.expectations import Expectations
from brightfutures.measures.expectation.given import ExpectedGiven, expected_given
from brightfutures.measures.expectation.of_one import context_model_of, expectation_of
from brightfutures.measures.expectation.results import ContextModel, Expectation
from brightfutures.measures.fixed_set import newest_rounds
from brightfutures.measures.lookup import Lookup
from brightfutures.measures.study import Study


class Expected:
    """What is expected from circumstances, indicator by indicator.

    Each raises `WrongUse` for an unknown name and `CannotAnswer` for a period without data.
    """

    def __init__(self, lookup: Lookup, expectations: Expectations) -> None:
        self._lookup = lookup
        self._expectations = expectations
        self._models: dict[tuple[str, int], ContextModel | None] = {}

    def of(self, indicator_id: str, area: str, period: str | None = None) -> Expectation | None:
        """What a council's circumstances would lead one to expect, and the verdict against it.

        None where nothing can be fitted, and for what is not a council.
        """
        study, row = self._lookup.study(indicator_id), self._lookup.row(area)
        if row >= study.councils:
            return None
        with self._lookup.lock:
            place = self._lookup.place(study, row, period)
            return expectation_of(self._expectations, study, row, place)

    def given(
        self, indicator_id: str, circumstances: Sequence[str], period: str | None = None
    ) -> ExpectedGiven | None:
        """What a few circumstances alone would lead one to expect of every council's count.

        None where nothing can be fitted. Raises `WrongUse` for a name that no circumstance has.
        """
        study = self._lookup.study(indicator_id)
        with self._lookup.lock:
            place = self._lookup.place_of_all(study, period)
            return expected_given(study, place, self._expectations.context, circumstances)

    def model(self, indicator_id: str, period: str | None = None) -> ContextModel | None:
        """One indicator's circumstances over England in one period (by default the newest).

        None where nothing can be fitted.
        """
        study = self._lookup.study(indicator_id)
        with self._lookup.lock:
            place = self._lookup.place_of_all(study, period)
            key = (indicator_id, place)
            if key not in self._models:
                self._models[key] = context_model_of(self._expectations, study, place)
            return self._models[key]

    def in_pieces(self) -> Iterator[Callable[[], object]]:
        """What the q against expectation rest on in the newest rounds, one piece a call.

        Whoever first asks for one q has them all worked out, which takes seconds.
        """
        studies = [self._lookup.study(name) for name in self._lookup.with_figures()]
        for study, place in newest_rounds(studies):
            yield partial(self._judged, study, place)

    def _judged(self, study: Study, place: int) -> None:
        with self._lookup.lock:
            self._expectations.judged(study, place)
