"""Our own record as rows: what became of verdicts and of movements, measure by measure."""

from __future__ import annotations

from typing import Any

from brightfutures.delivery.edition import Edition
from brightfutures.delivery.health_check_rows import standing_notice
from brightfutures.delivery.spreadsheets import Workbook, csv_bytes
from brightfutures.delivery.track_record import VERDICTS, YEARS_AFTER, title_of
from brightfutures.findings.track_record_words import (
    CAVEATS,
    overall_sentences,
    table_sentences,
)
from brightfutures.findings.verdict_words import LEVEL_WORDS
from brightfutures.measures.track_record.counts import Kept
from brightfutures.measures.track_record.results import IndicatorRecord, TrackRecord

HEADINGS = (
    "Measure", "Indicator id", "In the health-check set", "Beside", "Said", "Years after",
    "Times said", "That can be looked up", "Still on that side", "Same side called again",
    "Very same verdict", "No difference clear", "The opposite called", "Could not be said",
)  # fmt: skip

ALL = "All of the set"
MOVED = "has risen or has fallen"


def track_record_rows(edition: Edition) -> list[list[Any]]:
    """A row for each measure, verdict and number of years after; first the whole set.

    Still on that side is, of a movement, still beyond where it began.
    """
    record = edition.measures.track_record()
    rows = _rows(record, [ALL, None, "yes", "similar"])
    groups = (
        (record.indicators, "yes", "similar"),
        (record.beside_england, "yes", "england"),
        (record.others, "no", "similar"),
    )
    for records, in_the_set, beside in groups:
        for one in records:
            title = title_of(edition, one.indicator)
            rows += _rows(one, [title, one.indicator, in_the_set, beside])
    return rows


def _rows(record: TrackRecord | IndicatorRecord, of: list[Any]) -> list[list[Any]]:
    levels = [
        [*of, LEVEL_WORDS[level], years, *_counts(kept)]
        for level in VERDICTS
        for years in YEARS_AFTER
        if (kept := record.kept(years, levels=(level,))).flags
    ]
    moved = [
        [*of, MOVED, years, *_counts(kept)]
        for years in YEARS_AFTER
        if (kept := record.moved(years)).flags
    ]
    return [*levels, *moved]


def _counts(kept: Kept) -> list[int]:
    return [
        kept.flags,
        kept.placed,
        kept.still_there,
        kept.same,
        kept.same_level,
        kept.nothing_clear,
        kept.opposite,
        kept.cannot_say,
    ]


def track_record_csv(edition: Edition) -> bytes:
    """Every row, with the standing notice in the last."""
    notice = [standing_notice(edition), *[None] * (len(HEADINGS) - 1)]
    return csv_bytes(HEADINGS, [*track_record_rows(edition), notice])


def track_record_xlsx(edition: Edition) -> bytes:
    """Sheets: what it says, and every row."""
    record = edition.measures.track_record()
    book = Workbook("Our own track record", standing_notice(edition))
    said = [*overall_sentences(record), *table_sentences(record), *CAVEATS]
    book.page("What it says", ["Our own track record", standing_notice(edition), *said])
    book.table("Record", HEADINGS, track_record_rows(edition), (52, 44, 12, 10, 22, *[12] * 9))
    return book.content()
