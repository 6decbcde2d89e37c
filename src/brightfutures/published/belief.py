"""Which of several readings of one cell is believed: the first source, then the newest release."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from brightfutures.catalogue.series import Series
from brightfutures.published.releases import newest_last
from brightfutures.published.tidy_rows import TidyRows, Vocabulary


def believed_first(
    rows: TidyRows, words: Vocabulary, series: Mapping[str, Series], sources: Sequence[str]
) -> tuple[TidyRows, npt.NDArray[np.int32]]:
    """The rows sorted by series, area, period and belief, and each row's place within its cell.

    `sources` is the source of each file, by the file's number. Place 0 is the one believed.
    """
    source_rank = np.zeros(len(rows), np.int32)
    for number in np.unique(rows.series):
        declared = series.get(words.series.texts[number])
        if declared is not None and len(declared.sources) > 1:
            ranks = {source: place for place, source in enumerate(declared.sources)}
            of_file = np.array([ranks.get(source, len(ranks)) for source in sources], np.int32)
            these = rows.series == number
            source_rank[these] = of_file[rows.file[these]]
    labels = words.releases.texts
    sorted_releases = sorted(range(len(labels)), key=lambda number: newest_last(labels[number]))
    age = np.empty(len(labels), np.int32)
    age[sorted_releases] = -np.arange(len(labels), dtype=np.int32)
    order = np.lexsort(
        (rows.row, rows.file, age[rows.release], source_rank, rows.period, rows.area, rows.series)
    )
    ordered = rows.chosen(order)
    new_cell = np.zeros(len(ordered), bool)
    new_cell[:1] = True
    for column in (ordered.series, ordered.area, ordered.period):
        new_cell[1:] |= column[1:] != column[:-1]
    starts = np.flatnonzero(new_cell)
    within = np.arange(len(ordered)) - np.repeat(starts, np.diff([*starts, len(ordered)]))
    return ordered, within.astype(np.int32)
