"""What a store says of its own files and sums, from its rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from brightfutures.published.reports import LoadedFile, ReconciliationRow

FILES = (
    "select path, source, publisher, publication, page, licence, releases, sha256, bytes, "
    "readings, note from file order by file_id"
)
SUMS = "select * from reconciliation"


def loaded_files(
    rows: Iterable[tuple[Any, ...]], publisher: Callable[[str], str]
) -> tuple[LoadedFile, ...]:
    """Every file of a store; `publisher` says how a publisher is named."""
    return tuple(
        LoadedFile(
            path=row[0],
            source=row[1],
            publisher=publisher(row[2]),
            publication=row[3],
            page=row[4],
            licence=row[5],
            releases=tuple(row[6]),
            sha256=row[7],
            bytes=row[8],
            readings=row[9],
            note=row[10],
        )
        for row in rows
    )


def sums_beside_england(rows: Iterable[tuple[Any, ...]]) -> tuple[ReconciliationRow, ...]:
    """Every main count and period added up beside England."""
    return tuple(
        ReconciliationRow(
            series=row[0],
            period=row[1],
            sum_of_councils=row[2],
            england=row[3],
            difference_percent=row[4],
            councils_with_value=row[5],
            withheld_count=row[6],
            withheld=tuple(row[7]),
            absent_count=row[8],
            absent=tuple(row[9]),
            england_rounded_to=row[10],
            file=row[11],
        )
        for row in rows
    )
