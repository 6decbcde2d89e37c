"""A question put to a store's file, by whichever thread."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any, TypeVar, cast

import duckdb

from brightfutures.published.database import with_more_room

Answer = TypeVar("Answer")


class Rows:
    """Rows of a store; safe to share between threads.

    DuckDB shares a database among threads, not a cursor: each thread has its own.
    """

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self._connection = connection
        self._threads = threading.local()

    def __call__(self, query: str, values: list[Any] | None = None) -> list[tuple[Any, ...]]:
        """All rows of an answer."""

        def rows() -> list[tuple[Any, ...]]:
            if values is None:
                return self._cursor().sql(query).fetchall()
            return self._cursor().sql(query, params=values).fetchall()

        return self._answered(rows)

    def columns(self, query: str, values: dict[str, Any]) -> dict[str, Any]:
        """An answer by column, as numpy arrays."""
        return self._answered(lambda: self._cursor().execute(query, values).fetchnumpy())

    def _answered(self, ask: Callable[[], Answer]) -> Answer:
        try:
            return ask()
        except duckdb.OutOfMemoryException:
            with with_more_room(self._connection):
                return ask()

    def close(self) -> None:
        """Close the file; nothing more can be asked."""
        self._connection.close()

    def _cursor(self) -> duckdb.DuckDBPyConnection:
        cursor = getattr(self._threads, "cursor", None)
        if cursor is None:
            cursor = self._threads.cursor = self._connection.cursor()
        return cast("duckdb.DuckDBPyConnection", cursor)
