"""The sources of figures as CSV, XLSX and plain data: files, series, marks, sums."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from brightfutures.delivery.edition import Edition
from brightfutures.delivery.explain import json_text
from brightfutures.delivery.health_check_rows import standing_notice
from brightfutures.delivery.sources import holding_of, holdings_of, sums_of
from brightfutures.delivery.spreadsheets import Workbook, csv_bytes
from brightfutures.findings.data_words import (
    data_headline,
    mark_meaning,
    marks_of,
    newest_words,
    source_headline,
    source_title,
)
from brightfutures.findings.sum_words import sum_sentence
from brightfutures.measures.nation.reconciled import Reconciled
from brightfutures.published.source_holding import SourceHolding

SCHEMA = 1

SOURCES = ("Source id", "Publisher", "Publication", "Page", "Licence", "Newest figures",
           "Files", "Readings", "Note")  # fmt: skip
FILES = ("Source id", "File", "Releases", "Readings", "Bytes", "SHA-256")
SERIES = ("Source id", "Series id", "What is counted", "Unit", "Kind of period", "First period",
          "Last period", "Readings", "With a figure", "Believed", "Why there is none")  # fmt: skip
BREAKS = ("Series id", "First period after", "What changed")
MARKS = ("Source id", "Mark", "Reason", "What it means here", "Cells")
SUMS = ("Source id", "Series id", "Period", "Unit", "Sum of councils", "England",
        "England less councils", "England rounded to", "Councils with a figure",
        "Councils behind a mark", "Councils in no row", "Named", "Account", "In words")  # fmt: skip

Sums = Sequence[tuple[str, Reconciled]]


def data_csv(edition: Edition) -> bytes:
    """Every sum of councils beside England, a series and period a row; the notice in the last."""
    return _sums_csv(edition, sums_of(edition))


def source_csv(edition: Edition, name: str) -> bytes:
    """The same of one source: the header and the notice alone where it gives no main count."""
    return _sums_csv(edition, _of(edition, name))


def data_xlsx(edition: Edition) -> bytes:
    """Sheets: sources, files, series, breaks, marks, sums."""
    holdings = tuple(holdings_of(edition).values())
    return _book(edition, "The data", data_headline(holdings), holdings, sums_of(edition))


def source_xlsx(edition: Edition, name: str) -> bytes:
    """The same sheets of one source."""
    holding, sums = holding_of(edition, name), _of(edition, name)
    headline = source_headline(holding, [one for _, one in sums])
    return _book(edition, source_title(holding.source), headline, (holding,), sums)


def data_json(edition: Edition) -> bytes:
    """Every source whole, and the files that none claims, schema 1."""
    holdings = tuple(holdings_of(edition).values())
    sums = sums_of(edition)
    account = {
        "schema": SCHEMA,
        "made_up": edition.store.made_up,
        "store": edition.store.digest,
        "loaded_at": edition.store.loaded_at,
        "headline": data_headline(holdings),
        "sources": [_account(edition, one, sums) for one in holdings],
        "unclaimed": list(edition.store.unclaimed()),
        "not_read": list(edition.store.notes()),
        "notice": standing_notice(edition),
    }
    return json_text(account).encode("utf-8")


def source_json(edition: Edition, name: str) -> bytes:
    """One source whole, schema 1."""
    account = {
        "schema": SCHEMA,
        "made_up": edition.store.made_up,
        "store": edition.store.digest,
        "loaded_at": edition.store.loaded_at,
        **_account(edition, holding_of(edition, name), _of(edition, name)),
        "notice": standing_notice(edition),
    }
    return json_text(account).encode("utf-8")


def _of(edition: Edition, name: str) -> Sums:
    holding_of(edition, name)
    return [(source, one) for source, one in sums_of(edition) if source == name]


def _sums_csv(edition: Edition, sums: Sums) -> bytes:
    rows = _sum_rows(edition, sums)
    rows.append([standing_notice(edition), *[None] * (len(SUMS) - 1)])
    return csv_bytes(SUMS, rows)


def _book(
    edition: Edition, title: str, headline: str, holdings: Sequence[SourceHolding], sums: Sums
) -> bytes:
    notice = standing_notice(edition)
    book = Workbook(title, notice)
    book.page("What it says", [f"{title}: {headline}.", notice, edition.data_line])
    book.table("Sources", SOURCES, _source_rows(edition, holdings), (36, 40, 60, 60, 30, 30))
    book.table("Files", FILES, _file_rows(holdings), (36, 80, 14, 12, 12, 66))
    book.table("Series", SERIES, _series_rows(edition, holdings), (36, 56, 70, 24, 20))
    book.table("Breaks", BREAKS, _break_rows(holdings), (56, 16, 100))
    book.table("Marks", MARKS, _mark_rows(holdings), (36, 10, 20, 60, 10))
    book.table("Sums", SUMS, _sum_rows(edition, sums), (36, 44, 10, 20, 14, 14))
    return book.content()


def _source_rows(edition: Edition, holdings: Sequence[SourceHolding]) -> list[list[Any]]:
    return [
        [
            one.source.id, one.publisher, source_title(one.source),
            one.source.page, one.source.licence,
            newest_words(one) if one.is_loaded else "not loaded", len(one.files), one.readings,
            one.source.note,
        ]
        for one in holdings
    ]  # fmt: skip


def _file_rows(holdings: Sequence[SourceHolding]) -> list[list[Any]]:
    return [
        [one.source.id, file.path, ", ".join(file.releases), file.readings, file.bytes, file.sha256]
        for one in holdings
        for file in one.files
    ]


def _series_rows(edition: Edition, holdings: Sequence[SourceHolding]) -> list[list[Any]]:
    dictionary = edition.store.dictionary()
    rows = []
    for one in holdings:
        for given in (*one.ours, *one.others):
            ours, theirs = one.catalogue_series.get(given.series), dictionary.get(given.series)
            words = (
                (ours.sentence, ours.unit, ours.period_kind.value)
                if ours
                else (theirs.title, theirs.unit, theirs.period_kind)
                if theirs
                else (None, None, None)
            )
            rows.append(
                [
                    one.source.id, given.series, *words, given.periods[0], given.periods[-1],
                    given.readings, given.with_a_figure, given.believed,
                    ", ".join(f"{reason.value} {count}" for reason, count in given.reasons),
                ]
            )  # fmt: skip
    return rows


def _break_rows(holdings: Sequence[SourceHolding]) -> list[list[Any]]:
    given = {entry.series: one for one in holdings for entry in one.ours}
    return [
        [name, entry.period, entry.sentence]
        for name, one in given.items()
        for entry in one.catalogue_series[name].breaks
    ]


def _mark_rows(holdings: Sequence[SourceHolding]) -> list[list[Any]]:
    return [
        [
            one.source.id, mark, reason.value, mark_meaning(reason),
            one.contents.marks.get(mark, 0),
        ]
        for one in holdings
        for mark, reason in marks_of(one.source).items()
    ]  # fmt: skip


def _sum_rows(edition: Edition, sums: Sums) -> list[list[Any]]:
    series = edition.catalogue.series
    return [
        [
            source, one.row.series, one.row.period, series[one.row.series].unit,
            one.row.sum_of_councils, one.row.england, one.difference, one.england_step,
            one.row.councils_with_value, one.row.withheld_count, one.row.absent_count,
            "; ".join((*one.row.withheld, *one.row.absent)), one.account.value,
            sum_sentence(series[one.row.series], one),
        ]
        for source, one in sums
    ]  # fmt: skip


def _account(edition: Edition, one: SourceHolding, sums: Sums) -> dict[str, Any]:
    """One source as plain data."""
    own = [entry for source, entry in sums if source == one.source.id]
    names = [name.lower().replace(" ", "_").replace("-", "_") for name in SERIES[1:]]
    return {
        "id": one.source.id,
        "publisher": one.publisher,
        "publication": one.source.publication,
        "title": source_title(one.source),
        "page": one.source.page,
        "licence": one.source.licence,
        "note": one.source.note,
        "headline": source_headline(one, own),
        "loaded": one.is_loaded,
        "newest": newest_words(one) if one.is_loaded else None,
        "readings": one.readings,
        "files": [
            {
                "path": file.path,
                "releases": list(file.releases),
                "readings": file.readings,
                "bytes": file.bytes,
                "sha256": file.sha256,
            }
            for file in one.files
        ],
        "series": [dict(zip(names, row[1:], strict=True)) for row in _series_rows(edition, (one,))],
        "breaks": [
            {"series": name, "period": period, "sentence": sentence}
            for name, period, sentence in _break_rows((one,))
        ],
        "marks": [
            {"mark": mark, "reason": reason, "sentence": sentence, "cells": cells}
            for _, mark, reason, sentence, cells in _mark_rows((one,))
        ],
        "sums": [_sum_account(edition, entry) for entry in own],
        "files_not_loaded": list(one.absent_patterns),
        "series_not_given": list(one.absent_series),
    }


def _sum_account(edition: Edition, one: Reconciled) -> dict[str, Any]:
    return {
        "series": one.row.series,
        "period": one.row.period,
        "sum_of_councils": one.row.sum_of_councils,
        "england": one.row.england,
        "england_less_councils": one.difference,
        "england_rounded_to": one.england_step,
        "councils_with_a_figure": one.row.councils_with_value,
        "councils_behind_a_mark": one.row.withheld_count,
        "councils_in_no_row": one.row.absent_count,
        "named": [*one.row.withheld, *one.row.absent],
        "account": one.account.value,
        "sentence": sum_sentence(edition.catalogue.series[one.row.series], one),
    }
