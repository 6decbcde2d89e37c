"""Reads figures from a table by the reads that its source declares (layouts tidy and wide)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import numpy.typing as npt

from brightfutures.catalogue.series import Series
from brightfutures.catalogue.sources import AreaRule, PeriodRule, Read, ReleaseRule
from brightfutures.published.cells import Figures, cut_short, figures_of, refuse_unreadable
from brightfutures.published.period_forms import end_year, label_end_year, label_of
from brightfutures.published.places import Placed, Places
from brightfutures.published.tables import CUT, Coded, Table
from brightfutures.published.tidy_rows import TidyRows, Vocabulary
from brightfutures.quantities import PeriodKind, PlainError, Reason

Rows = npt.NDArray[np.intp]
# The figures of some rows, the bits of why they are missing, and the numbers of their texts.
Cells = tuple[npt.NDArray[np.float64], npt.NDArray[np.uint16], npt.NDArray[np.int32]]


@dataclass(frozen=True, kw_only=True)
class FigureRules:
    """What a source says of one file's figures, its own rules and the file's laid together."""

    areas: AreaRule
    periods: PeriodRule
    reads: tuple[Read, ...]
    marks: Mapping[str, Reason]
    not_returned: tuple[str, ...]
    aliases: Mapping[str, Mapping[str, str]]
    period: str | None
    release: ReleaseRule
    release_label: str | None
    release_column: str | None


@dataclass(frozen=True)
class FigureReader:
    """Reads one table; `notes` gathers what a person should know that is no error."""

    table: Table
    rules: FigureRules
    places: Places
    words: Vocabulary
    file: int
    notes: list[str]
    _figures: dict[str, Figures] = field(default_factory=dict)
    _text_numbers: dict[str, npt.NDArray[np.int32]] = field(default_factory=dict)
    _labels: dict[str, tuple[Coded, dict[str, int]]] = field(default_factory=dict)

    def read(self, series: Mapping[str, Series]) -> TidyRows | None:
        """Every reading that the reads find, or `None` where there is none."""
        placed = self.places.place(self.table, self.rules.areas, self.rules.aliases)
        self._refuse_short_rows(placed.rows)
        parts = []
        for read in self.rules.reads:
            part = self._read_one(read, series[read.series].period_kind, placed)
            if part is not None:
                parts.append(part)
        return TidyRows.together(parts) if parts else None

    def _refuse_short_rows(self, rows: Rows) -> None:
        """Refuse a row of an area we know that ends before the last column that is read."""
        names = {
            name
            for read in self.rules.reads
            for name in (
                *(self._column_name(read, column) for column in (read.column, *read.plus)),
                *read.where,
            )
        }
        last = max(names, key=self.table.place)
        texts = self.table.column(last)
        if CUT in texts.labels:
            short = np.flatnonzero(texts.codes[rows] == texts.labels.index(CUT))
            if len(short):
                raise cut_short(self.table, last, int(rows[short[0]]))

    def _read_one(self, read: Read, kind: PeriodKind, placed: Placed) -> TidyRows | None:
        chosen = self._matching(read, placed.rows)
        if chosen is None:
            return None
        years = self._end_years(read, placed.rows[chosen])
        within = np.ones(len(years), bool)
        if read.not_before:
            within &= years >= label_end_year(read.not_before)
        if read.not_after:
            within &= years <= label_end_year(read.not_after)
        chosen, years = chosen[within], years[within]
        if not len(chosen):
            return None
        rows = placed.rows[chosen]
        columns = [self._column_name(read, name) for name in (read.column, *read.plus)]
        parts = [self.cells(column, rows) for column in columns]
        for where in read.plus_where:
            further = self._further_rows(replace(read, where=where), placed, chosen, years)
            if further is None:
                return None
            parts += [self._cells_where_found(column, further) for column in columns]
        value, missing, text = self._added(parts)
        area = self._areas(placed, chosen, kind, years)
        if self.rules.not_returned:
            silent = np.isin(area, [self.places.index[code] for code in self.rules.not_returned])
            value[silent], missing[silent] = np.nan, Reason.NOT_RETURNED.bit
        period = self._periods(years, kind)
        return TidyRows(
            series=np.full(len(rows), self.words.series.number(read.series), np.int32),
            area=area,
            period=period,
            value=value * read.times,
            missing=missing,
            release=self._releases(rows),
            file=np.full(len(rows), self.file, np.int32),
            row=self.table.row_numbers[rows],
            column=np.full(
                len(rows),
                self.words.columns.number(
                    " + ".join(self.table.published_name(column) for column in columns)
                ),
                np.int32,
            ),
            text=text,
        )

    def _matching(self, read: Read, rows: Rows) -> Rows | None:
        """Which of the placed rows pass the filters; a filter that none passes is noted."""
        keep = np.ones(len(rows), bool)
        for column, wanted in read.where.items():
            texts, numbers = self._label_numbers(column)
            if wanted not in numbers:
                self.notes.append(
                    f"{self.table.name} has no row where {column} is '{wanted}', so "
                    f"'{read.series}' is not read from it."
                )
                return None
            allowed = self._codes_of(column, wanted)
            codes = texts.codes[rows]
            # A return has thousands of reads with one label each, told faster without a set.
            keep &= codes == allowed[0] if len(allowed) == 1 else np.isin(codes, allowed)
        found = np.flatnonzero(keep)
        if not len(found):
            told = ", ".join(f"{column} is '{label}'" for column, label in read.where.items())
            self.notes.append(
                f"{self.table.name} has no row where {told or 'anything stands'}, so "
                f"'{read.series}' is not read from it."
            )
            return None
        return found

    def _label_numbers(self, column: str) -> tuple[Coded, dict[str, int]]:
        if column not in self._labels:
            texts = self.table.column(column)
            aliases = self.rules.aliases.get(column, {})
            ours = {aliases.get(label, label): place for place, label in enumerate(texts.labels)}
            self._labels[column] = texts, ours
        return self._labels[column]

    def _codes_of(self, column: str, wanted: str) -> list[int]:
        texts, _ = self._label_numbers(column)
        aliases = self.rules.aliases.get(column, {})
        return [
            place for place, label in enumerate(texts.labels) if aliases.get(label, label) == wanted
        ]

    def _end_years(self, read: Read, rows: Rows) -> npt.NDArray[np.int64]:
        fixed = read.period or self.rules.period
        if fixed is not None:
            return np.full(len(rows), label_end_year(fixed), np.int64)
        rule = self.rules.periods
        if rule.column is None:
            raise PlainError(
                f"The source of {self.table.name} does not say which period '{read.series}' is of."
            )
        texts = self.table.column(rule.column)
        years = np.array([end_year(label, rule.form) or 0 for label in texts.labels], np.int64)
        found = years[texts.codes[rows]]
        bad = np.flatnonzero(found == 0)
        if len(bad):
            row = rows[bad[0]]
            raise PlainError(
                f"{self.table.name}, row {self.table.row_numbers[row]}, column '{rule.column}', "
                f"holds '{texts.labels[texts.codes[row]]}', which is not a period as its source "
                "writes them: get the file as published."
            )
        return found

    def _column_name(self, read: Read, name: str) -> str:
        period = read.period or self.rules.period
        return name.replace("{period}", period) if period else name

    def _further_rows(
        self, read: Read, placed: Placed, chosen: Rows, years: npt.NDArray[np.int64]
    ) -> Rows | None:
        """For each chosen row the row of its area and period that passes other filters, or -1."""
        found = self._matching(read, placed.rows)
        if found is None:
            return None
        rows = placed.rows[found]
        keys = zip(
            placed.primary[found].tolist(), self._end_years(read, rows).tolist(), strict=True
        )
        row_of = dict(zip(keys, rows.tolist(), strict=True))
        wanted = zip(placed.primary[chosen].tolist(), years.tolist(), strict=True)
        return np.array([row_of.get(key, -1) for key in wanted], np.intp)

    def _cells_where_found(self, column: str, rows: Rows) -> Cells:
        """The figures of some rows; where there is no row (-1) the figure is unstated."""
        known = rows >= 0
        value = np.full(len(rows), np.nan)
        missing = np.full(len(rows), Reason.UNSTATED.bit, np.uint16)
        text = np.full(len(rows), self.words.texts.number(""), np.int32)
        value[known], missing[known], text[known] = self.cells(column, rows[known])
        return value, missing, text

    def _added(self, parts: Sequence[Cells]) -> Cells:
        """The sum of some cells in each row; what is missing in one is missing in the sum."""
        if len(parts) == 1:
            return parts[0]
        value = np.sum([part[0] for part in parts], axis=0)
        missing = np.bitwise_or.reduce([part[1] for part in parts])
        texts = self.words.texts
        joined = (
            " + ".join(texts.texts[number] or "blank" for number in numbers)
            for numbers in zip(*(part[2].tolist() for part in parts), strict=True)
        )
        return value, missing, texts.numbers(joined)

    def cells(self, column: str, rows: Rows) -> Cells:
        """The figures of some rows of a column; `PlainError` where one cannot be read."""
        texts = self.table.column(column)
        if column not in self._figures:
            self._figures[column] = figures_of(texts.labels, self.rules.marks)
            self._text_numbers[column] = self.words.texts.numbers(texts.labels)
        figures = self._figures[column]
        refuse_unreadable(self.table, column, texts, figures, rows)
        codes = texts.codes[rows]
        return figures.value[codes], figures.missing[codes], self._text_numbers[column][codes]

    def _areas(
        self, placed: Placed, chosen: Rows, kind: PeriodKind, years: npt.NDArray[np.int64]
    ) -> npt.NDArray[np.int32]:
        area = placed.primary[chosen].copy()
        other = placed.alternate[chosen]
        if np.any(area != other):
            for year in set(years.tolist()):
                existed = self.places.existed(kind, year)
                swap = (years == year) & ~existed[area] & existed[other]
                area[swap] = other[swap]
        return area

    def _periods(self, years: npt.NDArray[np.int64], kind: PeriodKind) -> npt.NDArray[np.int32]:
        distinct, inverse = np.unique(years, return_inverse=True)
        labels = (label_of(kind, int(year)) for year in distinct)
        return self.words.periods.numbers(labels)[inverse]

    def _releases(self, rows: Rows) -> npt.NDArray[np.int32]:
        if self.rules.release is ReleaseRule.COLUMN:
            if self.rules.release_column is None:
                raise PlainError(f"The source of {self.table.name} names no release column.")
            texts = self.table.column(self.rules.release_column)
            return self.words.releases.numbers(texts.labels)[texts.codes[rows]]
        if self.rules.release is ReleaseRule.NEWEST_PERIOD:
            return np.full(len(rows), -1, np.int32)  # known once the whole file is read
        return np.full(
            len(rows), self.words.releases.number(self.rules.release_label or ""), np.int32
        )


def with_newest_release(rows: TidyRows, words: Vocabulary) -> TidyRows:
    """Rows whose release is the newest year in the file, now that the whole file is read."""
    waiting = rows.release < 0
    if np.any(waiting):
        labels = {words.periods.texts[number] for number in np.unique(rows.period)}
        newest = max(labels, key=label_end_year)
        rows.release[waiting] = words.releases.number(newest)
    return rows
