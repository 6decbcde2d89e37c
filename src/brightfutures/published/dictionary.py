"""Reads a file whose measures are named by its own dictionary (LAIT): a series for each key."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from brightfutures.catalogue.sources import DictionaryRule, TableRule
from brightfutures.published.cells import figures_of, refuse_unreadable
from brightfutures.published.csv_files import csv_rows
from brightfutures.published.figures import FigureRules
from brightfutures.published.headers import table_below_header
from brightfutures.published.period_forms import end_year, label_of, spans_two_years
from brightfutures.published.places import Places
from brightfutures.published.reports import DictionarySeries
from brightfutures.published.tables import Table, evened
from brightfutures.published.tidy_rows import TidyRows, Vocabulary
from brightfutures.quantities import PeriodKind, PlainError

# What a bare year means is said by the dictionary; a pair of years says it itself. LAIT's
# "Financial Year" stands for both the year to 31 March and the position on that day, under one
# label; its 30 September is a day.
_BARE_YEAR = {
    "Academic Year": PeriodKind.ACADEMIC_YEAR,
    "Financial Year": PeriodKind.YEAR_TO_31_MARCH,
    "Annual (end of Sept)": PeriodKind.AT_30_SEPTEMBER,
    "Annual": PeriodKind.AT_31_MARCH,
}
_PAIR_OF_YEARS = {"Academic Year": PeriodKind.ACADEMIC_YEAR}


@dataclass(frozen=True)
class Entry:
    """What the dictionary says of one key."""

    title: str
    unit: str
    polarity: str | None
    year_type: str | None
    description: str | None
    decimal_places: int
    quartiles_shown: bool


DECIMAL_PLACES = 1
"""What LAIT takes where its dictionary is silent."""


def read_dictionary(
    name: str, content: bytes, rule: DictionaryRule, encoding: str
) -> dict[str, Entry]:
    """The dictionary's entries by key, spaces evened; of a key named twice, the first."""
    rows, numbers = csv_rows(name, content, encoding)
    table = table_below_header(name, rows, numbers, TableRule(encoding=encoding))

    def cell(column: str | None, place: int) -> str | None:
        if column is None:
            return None
        texts = table.column(column)
        return texts.labels[texts.codes[place]] or None

    entries: dict[str, Entry] = {}
    for place in range(table.count):
        key = evened(cell(rule.dictionary_key_column, place) or "")
        if key:
            entries.setdefault(
                key,
                Entry(
                    title=evened(cell(rule.title_column, place) or key),
                    unit=evened(cell(rule.unit_column, place) or ""),
                    polarity=cell(rule.polarity_column, place),
                    year_type=cell(rule.year_type_column, place),
                    description=cell(rule.description_column, place),
                    decimal_places=_decimal_places(cell(rule.decimal_places_column, place)),
                    quartiles_shown=cell(rule.no_quartiles_column, place) != "N",
                ),
            )
    return entries


def _decimal_places(text: str | None) -> int:
    return int(text) if text is not None and text.isdigit() else DECIMAL_PLACES


@dataclass(frozen=True)
class DictionaryReading:
    """What was read, the series it made, and what was not read, in sentences."""

    rows: TidyRows
    series: tuple[DictionarySeries, ...]
    notes: tuple[str, ...]


def read_keyed_figures(
    table: Table,
    rule: DictionaryRule,
    figure_rules: FigureRules,
    entries: Mapping[str, Entry],
    places: Places,
    words: Vocabulary,
    file: int,
) -> DictionaryReading:
    """Every figure whose key the dictionary names and whose period is one that we have.

    Periods over several years, and keys without an entry, are counted in the notes.
    """
    keys = table.column(rule.key_column)
    column = figure_rules.periods.column
    if column is None:
        raise PlainError(f"The source of {table.name} does not say which column is the period.")
    periods = table.column(column)
    placed = places.place(table, figure_rules.areas, figure_rules.aliases)
    form = figure_rules.periods.form
    years = [end_year(label, form) for label in periods.labels]
    pairs_of_years = np.array(
        [
            year is not None and spans_two_years(label)
            for year, label in zip(years, periods.labels, strict=True)
        ]
    )
    spanning = np.zeros(len(keys.labels), bool)
    np.logical_or.at(spanning, keys.codes, pairs_of_years[periods.codes])
    kinds, series = _series(keys.labels, spanning.tolist(), rule, entries)
    series_of_key = np.full(len(keys.labels), -1, np.int32)
    for number, label in enumerate(keys.labels):
        if number in kinds:
            series_of_key[number] = words.series.number(_id(rule, label))
    # The label of each distinct pair of key and period, for the kind follows from both.
    pairs = keys.codes.astype(np.int64) * len(periods.labels) + periods.codes
    distinct, inverse = np.unique(pairs, return_inverse=True)
    label_of_pair = np.full(len(distinct), -1, np.int32)
    unread: Counter[str] = Counter()
    written: dict[str, list[tuple[str, str]]] = {entry.id: [] for entry in series}
    sizes = np.bincount(inverse, minlength=len(distinct))
    for place, pair in enumerate(distinct.tolist()):
        key, period = divmod(pair, len(periods.labels))
        year = years[period]
        if key not in kinds:
            unread["its key is not in the dictionary"] += int(sizes[place])
            continue
        ours = ""
        if year is None:
            unread["it covers several years or names none"] += int(sizes[place])
        else:
            ours = label_of(kinds[key], year)
            label_of_pair[place] = words.periods.number(ours)
        written[_id(rule, keys.labels[key])].append((periods.labels[period], ours))
    periods_of_rows = label_of_pair[inverse][placed.rows]
    kept = np.flatnonzero((periods_of_rows >= 0) & (series_of_key[keys.codes[placed.rows]] >= 0))
    rows = placed.rows[kept]
    texts = table.column(rule.value_column)
    figures = figures_of(texts.labels, figure_rules.marks)
    refuse_unreadable(table, rule.value_column, texts, figures, rows)
    codes = texts.codes[rows]
    count = len(rows)
    release = -1
    if figure_rules.release_label is not None:
        release = words.releases.number(figure_rules.release_label)
    name = words.columns.number(table.published_name(rule.value_column))
    return DictionaryReading(
        TidyRows(
            series=series_of_key[keys.codes[rows]],
            area=placed.primary[kept],
            period=periods_of_rows[kept],
            value=figures.value[codes],
            missing=figures.missing[codes],
            release=np.full(count, release, np.int32),
            file=np.full(count, file, np.int32),
            row=table.row_numbers[rows],
            column=np.full(count, name, np.int32),
            text=words.texts.numbers(texts.labels)[codes],
        ),
        tuple(replace(entry, years=tuple(sorted(written[entry.id]))) for entry in series),
        tuple(
            f"{table.name}: {number:,} rows are not read, each because {reason}."
            for reason, number in unread.items()
        ),
    )


def _id(rule: DictionaryRule, label: str) -> str:
    return f"{rule.prefix}:{evened(label)}"


def _series(
    keys: Sequence[str],
    spanning: Sequence[bool],
    rule: DictionaryRule,
    entries: Mapping[str, Entry],
) -> tuple[dict[int, PeriodKind], list[DictionarySeries]]:
    """The kind of period of each key (one for each), and the series that its entry makes.

    `spanning` says which keys have periods that are written as two years.
    """
    kinds: dict[int, PeriodKind] = {}
    series: list[DictionarySeries] = []
    for number, label in enumerate(keys):
        entry = entries.get(evened(label))
        if entry is None:
            continue
        year_type = entry.year_type or ""
        if spanning[number]:
            kind = _PAIR_OF_YEARS.get(year_type, PeriodKind.FINANCIAL_YEAR)
        else:
            kind = _BARE_YEAR.get(year_type, PeriodKind.CALENDAR_YEAR)
        kinds[number] = kind
        series.append(
            DictionarySeries(
                id=_id(rule, label),
                title=entry.title,
                unit=entry.unit,
                polarity=entry.polarity,
                period_kind=kind.value,
                description=entry.description,
                decimal_places=entry.decimal_places,
                quartiles_shown=entry.quartiles_shown,
                years=(),
            )
        )
    return kinds, series
