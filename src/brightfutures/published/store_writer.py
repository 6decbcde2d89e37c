"""Writes a new store whole, checks it, and only then makes it the one in use."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import numpy.typing as npt

from brightfutures.published.database import reading_connection, writing_connection
from brightfutures.published.judgements import JudgementRow
from brightfutures.published.neighbours import NeighbourRow
from brightfutures.published.reports import DictionarySeries, LoadedFile, ReconciliationRow
from brightfutures.published.store_schema import CURRENT, SCHEMA_NUMBER, TABLES
from brightfutures.published.stored_rows import Rows
from brightfutures.published.tidy_rows import TidyRows, Vocabulary
from brightfutures.quantities import PlainError

KEPT = 2


@dataclass(frozen=True, kw_only=True)
class StoreContent:
    """Everything that goes into a store."""

    about: Mapping[str, str]
    words: Vocabulary
    areas: Sequence[str]
    rows: TidyRows
    place: npt.NDArray[np.int32]
    period_kinds: Mapping[str, str]
    dictionary: Sequence[DictionarySeries]
    files: Sequence[LoadedFile]
    neighbours: Sequence[NeighbourRow]
    judgements: Sequence[JudgementRow]
    reconciliation: Sequence[ReconciliationRow]
    unclaimed: Sequence[str]
    notes: Sequence[str]


def store_name(digest: str) -> str:
    """The file name of a store."""
    return f"store-{digest}.duckdb"


def write_store(home: Path, digest: str, content: StoreContent) -> str:
    """Write, check and put in use; the name of the store. The last good store stands till then."""
    home.mkdir(parents=True, exist_ok=True)
    name = store_name(digest)
    unfinished = home / f"{name}.{os.getpid()}.unfinished"
    unfinished.unlink(missing_ok=True)
    try:
        connection = writing_connection(unfinished)
        try:
            _fill(connection, content)
        finally:
            connection.close()
        _check(unfinished, len(content.rows))
        unfinished.replace(home / name)
    finally:
        unfinished.unlink(missing_ok=True)
        Path(f"{unfinished}.wal").unlink(missing_ok=True)
    make_current(home, name)
    return name


def make_current(home: Path, name: str) -> None:
    """Name the store in use, at one stroke, and remove all but the newest two."""
    waiting = home / f"{CURRENT}.{os.getpid()}"
    waiting.write_text(f"{name}\n", encoding="utf-8")
    waiting.replace(home / CURRENT)
    stores = sorted(home.glob("store-*.duckdb"), key=lambda file: file.stat().st_mtime)
    others = [file for file in stores if file.name != name]
    for old in others[: max(0, len(others) - (KEPT - 1))]:
        try:
            old.unlink()
        except OSError:
            continue  # another program reads it (Windows): a later load removes it


def _fill(connection: duckdb.DuckDBPyConnection, content: StoreContent) -> None:
    for statement in TABLES.split(";"):
        if statement.strip():
            connection.execute(statement)
    about = {"schema": str(SCHEMA_NUMBER), **content.about}
    _insert(connection, "about", [*about], [*about.values()])
    words = content.words
    for table, texts in (
        ("area", content.areas),
        ("period", words.periods.texts),
        ("release", words.releases.texts),
        ("published_column", words.columns.texts),
        ("published_text", words.texts.texts),
    ):
        _insert(connection, table, np.arange(len(texts), dtype=np.int32), list(texts))
    _insert_series(connection, content)
    rows = content.rows
    # What is believed first, area by area: a page asks for one area, and DuckDB then passes
    # over every block that cannot hold it.
    order = np.lexsort((rows.period, rows.series, rows.area, content.place))
    columns = (
        rows.series,
        rows.area,
        rows.period,
        content.place,
        rows.value,
        rows.missing,
        rows.release,
        rows.file,
        rows.row,
        rows.column,
        rows.text,
    )
    _insert(connection, "reading", *(column[order] for column in columns))
    _insert_rows(
        connection,
        "file",
        [
            (
                number,
                file.path,
                file.source,
                file.publisher,
                file.publication,
                file.page,
                file.licence,
                list(file.releases),
                file.sha256,
                file.bytes,
                file.readings,
                file.note,
            )
            for number, file in enumerate(content.files)
        ],
    )
    _insert_rows(
        connection,
        "neighbour",
        [
            (
                row.similar_councils,
                row.council,
                row.place,
                row.neighbour,
                row.closeness,
                row.file,
                row.row,
            )
            for row in content.neighbours
        ],
    )
    _insert_rows(
        connection,
        "judgement",
        [
            (
                row.area,
                row.framework,
                row.inspected_on,
                row.published_on,
                row.part,
                row.grade,
                row.file,
                row.row,
            )
            for row in content.judgements
        ],
    )
    _insert_rows(
        connection,
        "reconciliation",
        [
            (
                row.series,
                row.period,
                row.sum_of_councils,
                row.england,
                row.difference_percent,
                row.councils_with_value,
                row.withheld_count,
                list(row.withheld),
                row.absent_count,
                list(row.absent),
                row.england_rounded_to,
                row.file,
            )
            for row in content.reconciliation
        ],
    )
    _insert(connection, "unclaimed", list(content.unclaimed))
    _insert(connection, "note", list(content.notes))


def _insert_series(connection: duckdb.DuckDBPyConnection, content: StoreContent) -> None:
    described = {entry.id: entry for entry in content.dictionary}
    rows = []
    for number, name in enumerate(content.words.series.texts):
        entry = described.get(name)
        kind = entry.period_kind if entry else content.period_kinds[name]
        rows.append(
            (
                number,
                name,
                entry is not None,
                entry.title if entry else None,
                entry.unit if entry else None,
                entry.polarity if entry else None,
                kind,
                entry.description if entry else None,
                entry.decimal_places if entry else None,
                entry.quartiles_shown if entry else None,
                [text for text, _ in entry.years] if entry else None,
                [label for _, label in entry.years] if entry else None,
            )
        )
    _insert_rows(connection, "series", rows)


def _insert(connection: duckdb.DuckDBPyConnection, table: str, *columns: Any) -> None:
    """Put whole columns into a table through numpy."""
    if not len(columns[0]):
        return
    arrays = {
        f"c{place}": column if isinstance(column, np.ndarray) else np.array(column, dtype=object)
        for place, column in enumerate(columns)
    }
    connection.register("incoming", arrays)
    connection.execute(f"insert into {table} select * from incoming")
    connection.unregister("incoming")


def _insert_rows(
    connection: duckdb.DuckDBPyConnection, table: str, rows: Sequence[tuple[Any, ...]]
) -> None:
    if rows:
        columns = []
        for values in zip(*rows, strict=True):
            column = np.empty(len(values), dtype=object)
            column[:] = values
            columns.append(column)
        _insert(connection, table, *columns)


def _check(store: Path, readings: int) -> None:
    """Open the new store as a reader would and count its rows."""
    rows = Rows(reading_connection(store))
    try:
        ((held,),) = rows("select count(*) from reading")
        ((believed,),) = rows("select count(*) from reading where place = 0")
        ((cells,),) = rows(
            "select count(*) from (select distinct series_id, area_id, period_id from reading)"
        )
    finally:
        rows.close()
    if held != readings or believed != cells:
        raise PlainError(
            "The new store does not hold what was read, perhaps because the disk is full: the "
            "store before is still in use."
        )
