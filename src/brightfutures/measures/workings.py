"""What every question to the comparisons is worked out from, loaded and made when first asked."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from brightfutures.catalogue import Catalogue, Geography
from brightfutures.measures.judge import Judge
from brightfutures.measures.lookup import Lookup
from brightfutures.measures.panels import Ingredients
from brightfutures.measures.places import places_of
from brightfutures.measures.studies import Studies
from brightfutures.published.readings import Neighbour, Readings

if TYPE_CHECKING:  # a server would else load for its first page what that does not ask for
    from brightfutures.measures.comparator_sets import ComparatorSets
    from brightfutures.measures.expectation.expectations import Expectations
    from brightfutures.measures.expected import Expected
    from brightfutures.measures.improving.trials import Trials
    from brightfutures.measures.levels.levels_behind import LevelsBehind
    from brightfutures.measures.nation.all_councils import AllCouncils
    from brightfutures.measures.nation.picture import NationalPicture
    from brightfutures.measures.pairwise import Pairs
    from brightfutures.measures.track_record.records import Records, WholeRecord


class Workings:
    """The parts of `Measures` over one store's readings, each made once."""

    studies_of: type[Studies] = Studies

    def __init__(
        self,
        catalogue: Catalogue,
        geography: Geography,
        readings: Callable[[str], Readings],
        neighbours: Callable[[str], Mapping[str, Sequence[Neighbour]]],
    ) -> None:
        self._catalogue = catalogue
        places = places_of(geography)
        ingredients = Ingredients(catalogue, geography, places, readings)
        self._as_published = Ingredients(catalogue, geography, places, readings, as_published=True)
        self._neighbours = neighbours
        self._ingredients = ingredients
        self._studies = self.studies_of(ingredients)
        self._lookup = Lookup(self._studies)
        self._judge = Judge(self._studies, neighbours)

    @cached_property
    def england(self) -> NationalPicture:
        """The country as a whole."""
        from brightfutures.measures.nation.picture import NationalPicture

        return NationalPicture(self._lookup, self._judge)

    @cached_property
    def all_councils(self) -> AllCouncils:
        """What is said of every council at once."""
        from brightfutures.measures.nation.all_councils import AllCouncils

        return AllCouncils(self._lookup, self._judge, lambda: self._expectations)

    @cached_property
    def expected(self) -> Expected:
        """What circumstances lead one to expect."""
        from brightfutures.measures.expected import Expected

        return Expected(self._lookup, self._expectations)

    @cached_property
    def comparators(self) -> ComparatorSets:
        """Whom a council is compared with."""
        from brightfutures.measures.comparator_sets import ComparatorSets

        return ComparatorSets(self._lookup, self._judge)

    @cached_property
    def levels_behind(self) -> LevelsBehind:
        """What a council's figures say without the ups and downs of one year."""
        from brightfutures.measures.levels.levels_behind import LevelsBehind

        return LevelsBehind(self._lookup)

    @cached_property
    def _expectations(self) -> Expectations:
        from brightfutures.measures.expectation.expectations import Expectations

        return Expectations(self._studies)

    @cached_property
    def _pairs(self) -> Pairs:
        from brightfutures.measures.pairwise import Pairs

        return Pairs(self._studies)

    @cached_property
    def _trials(self) -> Trials:
        from brightfutures.measures.improving.trials import Trials

        return Trials(self._judge)

    @cached_property
    def _whole_record(self) -> WholeRecord:
        """With workings of its own, so that nobody who asks for a page has to wait for it."""
        from brightfutures.measures.track_record.records import WholeRecord

        return WholeRecord(lambda: Judge(self.studies_of(self._ingredients), self._neighbours))

    @cached_property
    def _records(self) -> Records:
        from brightfutures.measures.track_record.records import Records

        return Records(self._judge, self._whole_record)
