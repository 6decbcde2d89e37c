"""An edition: one store of statistics, the catalogue and the comparisons worked out from both."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from markupsafe import Markup

from brightfutures import __version__
from brightfutures.catalogue import Catalogue, Geography, Indicator, load_catalogue
from brightfutures.catalogue.lookup import find_area, nearest_names
from brightfutures.delivery.first_series import first_series
from brightfutures.delivery.other_returns import other_return_of
from brightfutures.findings.first_measures import spoken_of
from brightfutures.findings.health_check import HealthCheck, health_check
from brightfutures.findings.judgement_words import day_in_words
from brightfutures.measures import Against, Measures
from brightfutures.measures.results import Cell, Comparison
from brightfutures.measures.similar import SIMILAR
from brightfutures.money.books import Books
from brightfutures.money.gap_result import GapSplit
from brightfutures.money.split_levels import ALL_LINES
from brightfutures.pages.addresses import slug
from brightfutures.pages.render import Site
from brightfutures.published.readings import SourceRow
from brightfutures.published.store import Store, open_store
from brightfutures.quantities import Area, AreaKind, WrongUse, find_period

if TYPE_CHECKING:  # what the first page does not ask for is loaded by the one that does
    from brightfutures.delivery.compatible_answers import CompatibleAnswers
    from brightfutures.measures.agreement.results import Agreement

AREAS_KEPT = 24
"""How many areas' source rows are kept in memory; each is about half a megabyte."""

COMPARISONS_KEPT = 512
"""How many comparisons are kept: those of five councils on every indicator, ten kB each."""

RowsOfArea = Callable[[str], Mapping[tuple[str, str], SourceRow]]
RowsByName = tuple[tuple[str, tuple[SourceRow, ...]], ...]


def _beside(comparison: Comparison) -> tuple[str, ...]:
    """The codes of England, the region and the similar councils a figure stands beside."""
    cells = [cell for cell in (comparison.england, comparison.region) if cell is not None]
    similar = comparison.similar.councils if comparison.similar else ()
    codes = (*(cell.area for cell in cells), *(entry.area for entry in similar))
    return tuple(dict.fromkeys(code for code in codes if code != comparison.area))


@dataclass(frozen=True, eq=False)
class Edition:
    """What every form of delivery asks: one store, read once, and everything said from it."""

    store: Store
    catalogue: Catalogue

    @classmethod
    def open(cls, home: Path) -> Edition:
        """The edition whose store is current in this home; `CannotAnswer` if nothing is loaded."""
        return cls(open_store(home), load_catalogue())

    @cached_property
    def _cells(self) -> dict[tuple[str, str], tuple[tuple[str, Cell], ...]]:
        return {}

    @cached_property
    def council_of_slug(self) -> Mapping[str, Area]:
        """Every council, former ones too, by the word its addresses begin with."""
        return {slug(area): area for area in self.geography.councils(former=True)}

    @property
    def geography(self) -> Geography:
        """The store's own ledger of areas: England's, or the made-up one."""
        return self.store.geography

    @cached_property
    def measures(self) -> Measures:
        """The comparisons, worked out as they are asked for and kept."""
        return Measures(self.catalogue, self.geography, self.store.readings, self.store.neighbours)

    @cached_property
    def books(self) -> Books:
        """What councils spend, worked out as it is asked for and kept."""
        return Books(
            catalogue=self.catalogue,
            geography=self.geography,
            readings=self.store.readings,
            held=self.store.series(),
            measures=self.measures,
            every_judgement=self.store.every_judgement,
        )

    def area(self, text: str) -> Area:
        """The council, region or country that a person means; `WrongUse` with nearest names."""
        return find_area(self.geography, text)

    def council(self, text: str) -> Area:
        """As `area`, for what only a council has."""
        area = self.area(text)
        if area.kind is not AreaKind.COUNCIL:
            raise WrongUse(f"A health check is of a council, and {area.name} is not one.")
        return area

    def holding(self, text: str) -> Edition:
        """This edition; for a measure known only from a publisher's dictionary, one of just that.

        `lait:` and a key of the Local Authority Interactive Tool, in any case, name such a one.
        """
        if ":" not in text:
            return self
        from brightfutures.delivery.dictionary_edition import edition_of_one

        return edition_of_one(self, text)

    @cached_property
    def agreement(self) -> Agreement:
        """How far figures and Ofsted's grades agree; a second or two the first time, then kept."""
        councils = self.geography.councils(former=True)
        return self.measures.agreement(
            judgement for area in councils for judgement in self.store.judgements(area.code)
        )

    @cached_property
    def compatible(self) -> CompatibleAnswers:
        """What other tools say, worked out by their rules from the same store."""
        from brightfutures.delivery.compatible_answers import CompatibleAnswers

        return CompatibleAnswers(self)

    def indicator(self, text: str) -> Indicator:
        """The indicator with this id; `WrongUse` with the nearest ids."""
        found = self.catalogue.indicators.get(text.strip().lower())
        if found is None:
            near = nearest_names(text, tuple(self.catalogue.indicators))
            hint = f": did you mean {' or '.join(near)}?" if near else "."
            raise WrongUse(f"There is no indicator '{text}'{hint}")
        return found

    def period(self, indicator: Indicator, text: str | None) -> str | None:
        """The label of the period a person means (`2024` also finds `2023-24`)."""
        if text is None:
            return None
        labels = self.measures.periods(indicator.id)
        found = find_period(text, labels)
        if found is None:
            raise WrongUse(
                f"{indicator.id} has no period '{text}'; it has {labels[0]} to {labels[-1]}."
            )
        return found

    @cached_property
    def compared(self) -> Callable[[str, str, Against], Comparison]:
        """A council's newest comparison on an indicator; those asked for last are kept.

        Every page of a council's indicators also shows a few others of its indicators.
        """

        def found(indicator: str, area: str, against: Against) -> Comparison:
            return self.measures.compare(indicator, area, against=against)

        return lru_cache(maxsize=COMPARISONS_KEPT)(found)

    def compared_on(
        self, indicators: Collection[str], area: Area, against: Against = SIMILAR
    ) -> tuple[Comparison, ...]:
        """The same on each of these indicators that has data, in the catalogue's order."""
        known = self.measures.with_figures(frozenset(indicators))
        return tuple(self.compared(name, area.code, against) for name in known)

    def name_of(self, code: str) -> str:
        """An area's name by its canonical code."""
        return self.geography.by_code[code].name

    def named_cells(self, indicator: str, period: str) -> tuple[tuple[str, Cell], ...]:
        """Every council's figure in a period, with its name; kept, as every page asks for it."""
        key = (indicator, period)
        if key not in self._cells:
            self._cells[key] = tuple(
                (self.name_of(cell.area), cell)
                for cell in self.measures.all_councils.strip(indicator, period)
            )
        return self._cells[key]

    def health_check(
        self, area: Area, *, against: Against = SIMILAR, whole: bool = True
    ) -> HealthCheck:
        """One council's health check; if not `whole`, only what its first pages speak of."""
        if not whole:
            self.store.read_first(first_series(self.catalogue))
        wanted = self.measures.with_figures() if whole else spoken_of(self.catalogue)
        return health_check(
            self.catalogue,
            self.geography,
            area,
            self.compared_on(wanted, area, against),
            self.store.judgements(area.code),
            self.publications,
            self._gap_of(area, against),
            other_return_of(self, area),
        )

    def _gap_of(self, area: Area, against: Against) -> GapSplit | None:
        """The parts of an area's gap in spending in the newest year, where it can be parted."""
        period = self.books.price_year
        if period is None or area.is_former or area.kind is not AreaKind.COUNCIL:
            return None
        split = self.books.gaps(period)[ALL_LINES.id].gap(area.code, against)
        return split if isinstance(split, GapSplit) else None

    def source_rows(self, comparison: Comparison) -> tuple[SourceRow, ...]:
        """The file and row of every reading that the area's own figure is made of."""
        return self._rows_behind(comparison, comparison.area, self._believed_rows)

    def rows_of_series(self, area: str, parts: Iterable[tuple[str, str]]) -> tuple[SourceRow, ...]:
        """Where an area's figure of each of these series and periods stands, of those it has."""
        rows = self._believed_rows(area)
        return tuple(rows[part] for part in parts if part in rows)

    def rows_by_series(self, area: str) -> Mapping[tuple[str, str], SourceRow]:
        """Where each figure of an area stands, by series and period."""
        return self._believed_rows(area)

    def rows_of_others(self, comparison: Comparison) -> RowsByName:
        """By name, the same of England, the region and the similar councils it stands beside.

        A figure that is a sum of councils has no row of its own and is left out.
        """
        found = (
            (self.name_of(code), self._rows_behind(comparison, code, self._believed_rows))
            for code in _beside(comparison)
        )
        return tuple((name, rows) for name, rows in found if rows)

    def _rows_behind(
        self, comparison: Comparison, area: str, rows_of: RowsOfArea
    ) -> tuple[SourceRow, ...]:
        behind = self.measures.series_behind(comparison.indicator, comparison.period, area)
        if ":" in comparison.indicator:  # a dictionary's series are asked for one by one
            found = (self.store.source_rows(name, area, period)[:1] for name, period in behind)
            return tuple(row for rows in found for row in rows)
        rows = rows_of(area)
        return tuple(rows[part] for part in dict.fromkeys(behind) if part in rows)

    @cached_property
    def _believed_rows(self) -> RowsOfArea:
        """An area's rows; those of the areas asked for last are kept, England's among them."""
        return lru_cache(maxsize=AREAS_KEPT)(self.store.believed_rows)

    @cached_property
    def publications(self) -> Mapping[str, str]:
        """Which publication each file is of."""
        return {file.path: f"{file.publisher}: {file.publication}" for file in self.store.files()}

    @cached_property
    def source_of_file(self) -> Mapping[str, str]:
        """The source each file is of, by the name in its address."""
        return {file.path: file.source for file in self.store.files()}

    @property
    def data_line(self) -> str:
        """One line for the foot of a page: version, and which statistics, loaded when."""
        day = day_in_words(self.store.loaded_at[:10])
        kind = "Made-up statistics" if self.store.made_up else "Published statistics"
        return f"{kind}, loaded {day} (store {self.store.digest[:8]}). brightfutures {__version__}."

    def site(
        self,
        *,
        home: str | None = None,
        stylesheet: str | None = None,
        inline_style: Markup | None = None,
        address: str | None = None,
        council: Area | None = None,
        makes_pdf: bool = False,
        beside: tuple[str, ...] | None = None,
    ) -> Site:
        """What every page of this edition shares, and where on the site one page stands."""
        return Site(
            made_up=self.store.made_up,
            data_line=self.data_line,
            home=home,
            stylesheet=stylesheet,
            inline_style=inline_style,
            address=address,
            council=council,
            region=self.geography.by_code.get(council.region or "") if council else None,
            makes_pdf=makes_pdf,
            beside=beside,
        )
