"""The store as readers see it: readings of a series, and the file and row behind each figure."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import TYPE_CHECKING, Any, cast

import duckdb
import numpy as np
import numpy.typing as npt

from brightfutures.catalogue import Catalogue, Geography, load_catalogue, read_geography
from brightfutures.published.area_rows import COLUMNS, AreaRows, StoreNames
from brightfutures.published.database import reading_connection
from brightfutures.published.published_texts import PublishedTexts
from brightfutures.published.readings import Judgement, Neighbour, Readings, SourceRow
from brightfutures.published.releases import newest_last
from brightfutures.published.reports import DictionarySeries, LoadedFile, ReconciliationRow
from brightfutures.published.series_shelf import SeriesShelf
from brightfutures.published.store_schema import CURRENT, SCHEMA_NUMBER
from brightfutures.published.stored_readings import StoredWords
from brightfutures.published.stored_reports import FILES, SUMS, loaded_files, sums_beside_england
from brightfutures.published.stored_rows import Rows
from brightfutures.quantities import CannotAnswer

if TYPE_CHECKING:  # loaded by the page that asks for it
    from brightfutures.published.source_contents import SourceContents

_NOTHING = (
    "Nothing is loaded yet: `brightfutures load FOLDER` loads published files, and "
    "`brightfutures demo` makes an England of made-up figures to look at."
)

_SOURCE_COLUMNS = (
    "file.path, publisher, file.publication, page, licence, release.label, sha256, row_number, "
    "published_column.name, value, published_text.text"
)
_SOURCE_TABLES = (
    "reading join file using (file_id) join release using (release_id) "
    "join published_column using (column_id) join published_text using (text_id)"
)


class OtherVersion(CannotAnswer):
    """The store was made by another version of the software."""


def open_store(home: Path) -> Store:
    """The store in use in a home folder; `CannotAnswer` where there is none."""
    name = current_name(home)
    if name is None:
        raise CannotAnswer(_NOTHING)
    return Store(home / name, home, load_catalogue())


def store_in_use(home: Path, catalogue: Catalogue) -> Store | None:
    """The store in use, or `None` where there is none that this version can read."""
    name = current_name(home)
    if name is None:
        return None
    try:
        return Store(home / name, home, catalogue)
    except CannotAnswer:
        return None


def current_name(home: Path) -> str | None:
    """The name of the store in use, as the last whole load wrote it."""
    try:
        return (home / CURRENT).read_text(encoding="utf-8").strip() or None
    except FileNotFoundError:
        return None


class Store:
    """One store, open for reading; safe to share between threads.

    Readings are kept in memory once asked for. A store never changes: `is_stale` says when a
    newer load has put another in use.
    """

    def __init__(self, path: Path, home: Path, catalogue: Catalogue) -> None:
        self.name = path.name
        self._home = home
        self._rows = Rows(_opened(path))
        about = _about(self._rows)
        self.made_up = about["made_up"] == "yes"
        self.digest = about["digest"]
        self.loaded_at = about["loaded_at"]
        self.geography: Geography = (
            read_geography(cast("Any", _TomlText(about["geography"])))
            if self.made_up
            else catalogue.geography
        )
        self._words = StoredWords(
            areas=tuple(code for (code,) in self._rows("select code from area order by area_id")),
            first_joint=len(self.geography.areas),
            periods=tuple(
                label for (label,) in self._rows("select label from period order by period_id")
            ),
        )
        self._shelf = SeriesShelf(self._rows, self._words, catalogue.spending.account_of_series)

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; nothing more can be asked of this store."""
        self._rows.close()

    def is_stale(self) -> bool:
        """Whether another store has been put in use since this one was opened."""
        return current_name(self._home) != self.name

    def series(self) -> tuple[str, ...]:
        """The ids of every series that has a reading."""
        return tuple(self._shelf.numbers)

    def readings(self, series: str) -> Readings:
        """A series as it is believed now: every area and period that a file speaks of.

        A series that no loaded file gives has no rows. All series of a return of spending are read
        when a second one is asked for, and all others of the catalogue when the first is; those of
        a publisher's dictionary are read one by one.
        """
        return self._shelf.readings(series)

    def read_first(self, series: Collection[str]) -> None:
        """Read these series of the catalogue, before another is asked for and all are read."""
        self._shelf.read_first(series)

    def dictionary(self) -> Mapping[str, DictionarySeries]:
        """The series known only from a publisher's own dictionary, by id."""
        rows = self._rows(
            "select series, title, unit, polarity, period_kind, description, decimal_places, "
            "quartiles_shown, published_years, years from series "
            "where from_dictionary order by series"
        )
        return MappingProxyType(
            {
                row[0]: DictionarySeries(
                    id=row[0],
                    title=row[1],
                    unit=row[2],
                    polarity=row[3],
                    period_kind=row[4],
                    description=row[5],
                    decimal_places=row[6],
                    quartiles_shown=row[7],
                    years=tuple(zip(row[8], row[9], strict=True)),
                )
                for row in rows
            }
        )

    def neighbours(self, table: str) -> Mapping[str, tuple[Neighbour, ...]]:
        """Each council's similar councils in the published order, by council code."""
        found: dict[str, list[Neighbour]] = {}
        for council, neighbour, closeness in self._rows(
            "select council, neighbour, closeness from neighbour where similar_councils = ? "
            "order by council, place",
            [table],
        ):
            found.setdefault(council, []).append(Neighbour(neighbour, closeness))
        return MappingProxyType({council: tuple(rows) for council, rows in found.items()})

    def judgements(self, area: str) -> tuple[Judgement, ...]:
        """Ofsted's inspections of a council, newest first."""
        return self._judgements_of_area.get(area, ())

    @cached_property
    def _judgements_of_area(self) -> Mapping[str, tuple[Judgement, ...]]:
        found: dict[str, list[Judgement]] = {}
        for judgement in self.every_judgement():
            found.setdefault(judgement.area, []).append(judgement)
        return {area: tuple(judgements) for area, judgements in found.items()}

    def every_judgement(self) -> tuple[Judgement, ...]:
        """Ofsted's inspections of every council, newest first."""
        found: dict[tuple[Any, ...], dict[str, str]] = {}
        for *inspection, part, grade in self._rows(
            "select area, framework, inspected_on, published_on, file.path, row_number, part, "
            "grade from judgement join file using (file_id) "
            "order by inspected_on desc, file_id, row_number"
        ):
            found.setdefault(tuple(inspection), {})[part] = grade
        return tuple(
            Judgement(
                area=area_code,
                framework=framework,
                inspected_on=inspected,
                published_on=published,
                parts=parts,
                file=file,
                row=row,
            )
            for (area_code, framework, inspected, published, file, row), parts in found.items()
        )

    def source_rows(self, series: str, area: str, period: str) -> tuple[SourceRow, ...]:
        """Where a figure stands: the row believed first, then other sources and releases."""
        rows = self._rows(
            f"select {_SOURCE_COLUMNS} from {_SOURCE_TABLES} "
            "where series_id = (select series_id from series where series = ?) "
            "and area_id = (select area_id from area where code = ?) "
            "and period_id = (select period_id from period where label = ?) order by place",
            [series, area, period],
        )
        found = (SourceRow(series, *row) for row in rows)
        return tuple(replace(row, publisher=self.publisher_words(row.publisher)) for row in found)

    def believed_rows(self, area: str) -> Mapping[tuple[str, str], SourceRow]:
        """Where each of an area's figures that is believed stands, by series and period.

        One question for a whole page; a publisher's own dictionary series are left out.
        """
        number = self._area_numbers.get(area, -1)
        columns = self._rows.columns(
            f"select {COLUMNS} from reading where place = 0 and area_id = $number",
            {"number": number},
        )
        own = self._in_catalogue[columns["series_id"]]
        return AreaRows(self._names, {name: column[own] for name, column in columns.items()})

    @cached_property
    def _area_numbers(self) -> Mapping[str, int]:
        return {code: number for number, code in enumerate(self._words.areas)}

    @cached_property
    def _in_catalogue(self) -> npt.NDArray[np.bool_]:
        """Of each series by its number whether the catalogue knows it, not only a dictionary."""
        numbers = self._shelf.numbers
        found = np.zeros(max(numbers.values(), default=0) + 1, dtype=bool)
        for name, number in numbers.items():
            found[number] = name not in self._shelf.from_dictionary
        return found

    @cached_property
    def _names(self) -> StoreNames:
        return StoreNames(
            series={number: name for name, number in self._shelf.numbers.items()},
            periods=self._words.periods,
            files=self.files(),
            releases=[
                label for (label,) in self._rows("select label from release order by release_id")
            ],
            columns=[
                name
                for (name,) in self._rows("select name from published_column order by column_id")
            ],
            texts=self._published_texts(),
        )

    def _published_texts(self) -> PublishedTexts:
        def read(first: int, end: int) -> list[str]:
            found = self._rows(
                "select text from published_text where text_id >= ? and text_id < ? "
                "order by text_id",
                [first, end],
            )
            return [text for (text,) in found]

        ((count,),) = self._rows("select count(*) from published_text")
        return PublishedTexts(count, read)

    def files(self) -> tuple[LoadedFile, ...]:
        """Every file in the store."""
        return loaded_files(self._rows(FILES), self.publisher_words)

    def publisher_words(self, publisher: str) -> str:
        """Whose figures these are: nobody's where they are made up in a publisher's layout."""
        return f"Made up, in the layout of {publisher}" if self.made_up else publisher

    def newest_release(self, source: str) -> str | None:
        """The newest release of a source that is in the store."""
        releases = {
            release for file in self.files() if file.source == source for release in file.releases
        }
        return max(releases, key=newest_last, default=None)

    def periods_of_sources(self) -> Mapping[str, tuple[str, ...]]:
        """The labels of the periods that each source gives figures for, in no order."""
        rows = self._rows(
            "select file.source, list(distinct period.label) from reading "
            "join file using (file_id) join period using (period_id) group by file.source"
        )
        return MappingProxyType({source: tuple(labels) for source, labels in rows})

    def unclaimed(self) -> tuple[str, ...]:
        """Files in the folders loaded that no source claims."""
        return tuple(path for (path,) in self._rows("select path from unclaimed"))

    def notes(self) -> tuple[str, ...]:
        """What was not read and why, in sentences."""
        return tuple(sentence for (sentence,) in self._rows("select sentence from note"))

    def reconciliation(self) -> tuple[ReconciliationRow, ...]:
        """Main counts added up beside England, in the catalogue's order, oldest first."""
        return sums_beside_england(self._rows(SUMS))

    @cached_property
    def contents(self) -> Mapping[str, SourceContents]:
        """What it holds from each source; a tenth of a second the first time, then kept."""
        from brightfutures.published.source_contents import source_contents

        return source_contents(self._rows, self._names.texts)


def _about(rows: Rows) -> dict[str, str]:
    """What the store says of itself; `OtherVersion` where this version cannot read it."""
    try:
        about = dict(rows("select key, value from about"))
    except duckdb.Error as error:
        rows.close()
        raise OtherVersion(_other_version()) from error
    if about.get("schema") != str(SCHEMA_NUMBER):
        rows.close()
        raise OtherVersion(_other_version())
    return about


def _opened(path: Path) -> duckdb.DuckDBPyConnection:
    if not path.is_file():
        raise CannotAnswer(f"The store {path.name} is gone. {_NOTHING}")
    try:
        return reading_connection(path)
    except duckdb.Error as error:
        raise OtherVersion(_other_version()) from error


def _other_version() -> str:
    return (
        "The store was made by another version of brightfutures or is damaged: load the files "
        "again with `brightfutures load FOLDER` and it is rebuilt."
    )


class _TomlText:
    """The text of a ledger kept in the store, read as the file that it was."""

    name = "geography.toml"

    def __init__(self, text: str) -> None:
        self._text = text

    def read_text(self, encoding: str = "utf-8") -> str:
        """The text."""
        return self._text
