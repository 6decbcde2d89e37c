"""CSV as publishers write it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence


def csv_bytes(
    rows: Iterable[Sequence[str]], *, byte_order_mark: bool = False, encoding: str = "utf-8"
) -> bytes:
    """Rows as CSV with plain line ends; cells with commas are quoted."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerows(rows)
    plain = "utf-8" if encoding.startswith("utf-8") else encoding
    mark = "\ufeff" if byte_order_mark else ""
    return (mark + text.getvalue()).encode(plain)
