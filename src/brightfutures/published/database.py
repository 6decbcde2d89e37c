"""Connections to DuckDB, which may never fetch an extension from the network."""

from __future__ import annotations

from pathlib import Path

import duckdb

_SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
}


def scratch_connection() -> duckdb.DuckDBPyConnection:
    """A database in memory."""
    return duckdb.connect(config=dict(_SETTINGS))


def writing_connection(path: Path) -> duckdb.DuckDBPyConnection:
    """A new database file to write to."""
    return duckdb.connect(str(path), config=dict(_SETTINGS))


def reading_connection(path: Path) -> duckdb.DuckDBPyConnection:
    """A database file to read from; nothing can be written through it.

    One thread answers each question: they are small, and every other would hold memory of its own.
    """
    return duckdb.connect(str(path), read_only=True, config={**_SETTINGS, "threads": 1})
