"""Parquet, which only DuckDB writes here; the one place where `synthetic` may use it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import duckdb
import numpy as np


def write_parquet(path: Path, header: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """A table of text cells as parquet; one thread, so that the same rows give the same bytes."""
    settings: dict[str, str | bool | int | float | list[str]] = {
        "autoinstall_known_extensions": "false",
        "autoload_known_extensions": "false",
        "threads": 1,
    }
    with duckdb.connect(config=settings) as connection:
        columns = list(zip(*rows, strict=True))
        connection.register(
            "made_up",
            {
                name: np.array(column, dtype=object)
                for name, column in zip(header, columns, strict=True)
            },
        )
        quoted = str(path).replace("'", "''")
        connection.sql(f"copy made_up to '{quoted}' (format parquet)")
