"""One file, one figure for a cell: repeats are kept once, contradictions are refused."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from brightfutures.catalogue.sources import Repeats
from brightfutures.published.tidy_rows import TidyRows, Vocabulary
from brightfutures.quantities import PlainError


def without_repeated_cells(
    rows: TidyRows, words: Vocabulary, areas: Sequence[str], file: str, rule: Repeats
) -> TidyRows:
    """Each cell of one release once: the first of equal rows.

    Raises `PlainError` naming both rows where two differ and the source does not say which
    counts.
    """
    keys = np.stack([rows.series, rows.area, rows.period, rows.release]).astype(np.int64)
    combined = np.zeros(len(rows), np.int64)
    for key in keys:
        combined = combined * (int(key.max()) + 1) + key
    order = np.argsort(combined, kind="stable")
    ordered = combined[order]
    repeated = np.flatnonzero(ordered[1:] == ordered[:-1]) + 1
    if not len(repeated):
        return rows
    first = _first_of_each(ordered)
    if rule is Repeats.REFUSE:
        _refuse_contradiction(rows, words, areas, file, order, first, repeated)
    keep = np.ones(len(rows), bool)
    if rule is Repeats.KEEP_LAST:
        keep[order[repeated - 1]] = False
    else:
        keep[order[repeated]] = False
    return rows.chosen(keep)


def _first_of_each(ordered: npt.NDArray[np.int64]) -> npt.NDArray[np.intp]:
    """For each place in sorted keys, the place at which its key begins."""
    return np.searchsorted(ordered, ordered, side="left")


def _refuse_contradiction(
    rows: TidyRows,
    words: Vocabulary,
    areas: Sequence[str],
    file: str,
    order: npt.NDArray[np.intp],
    first: npt.NDArray[np.intp],
    repeated: npt.NDArray[np.intp],
) -> None:
    one, other = order[first[repeated]], order[repeated]
    same = (rows.missing[one] == rows.missing[other]) & (
        (rows.value[one] == rows.value[other]) | (rows.missing[one] != 0)
    )
    faults = np.flatnonzero(~same)
    if len(faults):
        here, there = one[faults[0]], other[faults[0]]
        raise PlainError(
            f"{file}, rows {rows.row[here]} and {rows.row[there]}, give different figures, "
            f"'{words.texts.texts[rows.text[here]]}' and '{words.texts.texts[rows.text[there]]}', "
            f"for {words.series.texts[rows.series[here]]} of {areas[rows.area[here]]} in "
            f"{words.periods.texts[rows.period[here]]}: get the file as published, or narrow what "
            "its source reads."
        )
