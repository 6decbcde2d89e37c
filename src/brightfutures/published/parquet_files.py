"""Reads parquet by DuckDB, every cell as text, so that marks and numbers are told apart by us."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import duckdb
import numpy as np

from brightfutures.published.database import scratch_connection
from brightfutures.published.tables import Table, evened
from brightfutures.quantities import PlainError

_NUMBERS = {"DOUBLE", "FLOAT"}


def read_parquet(name: str, path: Path) -> Table:
    """The table in a parquet file; its rows are counted from 1, for it has no header row."""
    connection = scratch_connection()
    quoted = str(path).replace("'", "''")
    try:
        described = connection.sql(f"describe select * from read_parquet('{quoted}')").fetchall()
        chosen = ", ".join(_as_text(column, kind) for column, kind, *_ in described)
        columns = connection.sql(f"select {chosen} from read_parquet('{quoted}')").fetchnumpy()
    except duckdb.Error as error:
        raise PlainError(
            f"{name} is not a sound parquet file: get it again, or load without it."
        ) from error
    finally:
        connection.close()
    header = tuple(evened(column) for column, *_ in described)
    values = [columns[column] for column, *_ in described]
    count = len(values[0])
    if not count:
        raise PlainError(f"{name} has no rows.")

    def cells(place: int) -> Iterable[str]:
        return values[place].tolist()  # type: ignore[no-any-return]

    return Table(name, header, 1, np.arange(1, count + 1, dtype=np.int64), cells)


def _as_text(column: str, kind: str) -> str:
    quoted = '"' + column.replace('"', '""') + '"'
    text = f"cast({quoted} as varchar)"
    if kind in _NUMBERS:
        # 301.0 is the code 301: whole numbers are written without a point.
        text = (
            f"case when {quoted} = floor({quoted}) and abs({quoted}) < 1e15 "
            f"then cast(cast({quoted} as bigint) as varchar) else {text} end"
        )
    return f"coalesce({text}, '') as {quoted}"
