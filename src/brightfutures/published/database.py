"""Connections to DuckDB, which may never fetch an extension from the network."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import duckdb

_SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
}

USUALLY, AT_MOST = "32MB", "1GB"
"""How much a database that is read may hold: what nearly every question needs, and all of them."""


def scratch_connection() -> duckdb.DuckDBPyConnection:
    """A database in memory."""
    return duckdb.connect(config=dict(_SETTINGS))


def writing_connection(path: Path) -> duckdb.DuckDBPyConnection:
    """A new database file to write to."""
    return duckdb.connect(str(path), config=dict(_SETTINGS))


def reading_connection(path: Path) -> duckdb.DuckDBPyConnection:
    """A database file to read from; nothing is written, not even for a while.

    One thread answers each question: they are small, and every other would hold memory of its own.
    What has been read is let go for what is read next beyond `USUALLY`: `with_more_room` is for the
    few questions that need more.
    """
    config = {**_SETTINGS, "threads": 1, "memory_limit": USUALLY, "temp_directory": ""}
    return duckdb.connect(str(path), read_only=True, config=config)


@contextmanager
def with_more_room(connection: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """While a question is answered that found too little room; afterwards all is as it was."""
    with connection.cursor() as cursor:
        cursor.execute(f"set memory_limit = '{AT_MOST}'")
        try:
            yield
        finally:
            # Another question may still need the room: then the next to end gives it back.
            with suppress(duckdb.OutOfMemoryException):
                cursor.execute(f"set memory_limit = '{USUALLY}'")
