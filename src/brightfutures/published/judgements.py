"""Reads inspections: one row an inspection of one council, grades by part judged."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from brightfutures.catalogue.sources import AreaRule, JudgementsRule
from brightfutures.published.places import Places
from brightfutures.published.tables import CUT, Table
from brightfutures.quantities import PlainError

NOT_JUDGED = "not_judged"
_MONTH_NAMES = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_MONTHS = {name: number for number, name in enumerate(_MONTH_NAMES, 1)}
_DAY_SLASH_MONTH = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_DAY_MONTH_YEAR = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\s+([A-Za-z]+)\s+(\d{4})")


@dataclass(frozen=True)
class JudgementRow:
    """One part of one inspection with its grade; a part that was not judged is left out."""

    area: str
    framework: str
    inspected_on: str
    published_on: str | None
    part: str
    grade: str
    file: int
    row: int
    rank: int = 1


def read_judgements(
    table: Table,
    rule: JudgementsRule,
    areas: AreaRule,
    places: Places,
    file: int,
    aliases: Mapping[str, Mapping[str, str]] = MappingProxyType({}),
) -> list[JudgementRow]:
    """Every judgement in a table; rows with no part judged (focused visits) give none."""
    placed = places.place(table, areas, aliases)
    found: list[JudgementRow] = []
    for place, area in zip(placed.rows.tolist(), placed.primary.tolist(), strict=True):
        row = int(table.row_numbers[place])
        parts = _parts(table, rule, place, row)
        if not parts:
            continue
        inspected_on = _date(table, rule.date_columns, place, rule.date_form, row)
        if inspected_on is None:
            raise PlainError(
                f"{table.name}, row {row}, column '{rule.date_columns[0]}', says not when the "
                "inspection was."
            )
        published_on = None
        if rule.published_column is not None:
            published_on = _date(table, (rule.published_column,), place, rule.date_form, row)
        framework = rule.framework or _cell(table, rule.framework_column or "", place)
        for part, grade in parts.items():
            found.append(
                JudgementRow(
                    places.codes[area],
                    framework,
                    inspected_on.isoformat(),
                    published_on.isoformat() if published_on else None,
                    part,
                    grade,
                    file,
                    row,
                    rule.rank,
                )
            )
    return found


def _parts(table: Table, rule: JudgementsRule, place: int, row: int) -> dict[str, str]:
    grades = {word.casefold(): grade for word, grade in rule.grades.items()}
    parts: dict[str, str] = {}
    for column, part in rule.parts.items():
        word = _cell(table, column, place)
        if not word:
            continue
        grade = grades.get(word.casefold())
        if grade is None:
            raise PlainError(
                f"{table.name}, row {row}, column '{table.published_name(column)}', holds the "
                f"grade '{word}', which its source does not declare."
            )
        if grade != NOT_JUDGED:
            parts.setdefault(part, grade)
    return parts


def _cell(table: Table, column: str, place: int) -> str:
    texts = table.column(column)
    text = texts.labels[texts.codes[place]]
    return "" if text == CUT else text


def _date(
    table: Table, columns: tuple[str, ...], place: int, form: str, row: int
) -> datetime.date | None:
    for column in columns:
        text = _cell(table, column, place)
        if not text:
            continue
        date = date_in(text, form)
        if date is None:
            raise PlainError(
                f"{table.name}, row {row}, column '{table.published_name(column)}', holds "
                f"'{text}', which is not a date as its source writes them."
            )
        return date
    return None


def date_in(text: str, form: str) -> datetime.date | None:
    """The date that a text gives, or the last day of the range it names.

    `form` is one or several of `iso` (2025-03-31), `words` (18 February to 1 March 2019) and
    formats in the letters of `strptime`, tried in order and separated by ` | `; a cell that a
    workbook holds as a date is always `iso`.
    """
    for one in ("iso", *form.split(" | ")):
        try:
            if one == "iso":
                return datetime.date.fromisoformat(text)
            if one == "words":
                return _last_day_in_words(text)
            return datetime.datetime.strptime(text, one).date()
        except ValueError:
            continue
    return None


def _last_day_in_words(text: str) -> datetime.date:
    """The last day that a text names; `ValueError` where it names none."""
    dates = [
        datetime.date(int(year), _MONTHS[month.lower()], int(day))
        for day, month, year in _DAY_MONTH_YEAR.findall(text)
        if month.lower() in _MONTHS
    ] + [
        datetime.date(int(year), int(month), int(day))
        for day, month, year in _DAY_SLASH_MONTH.findall(text)
    ]
    return max(dates)


def without_repeats(rows: list[JudgementRow]) -> list[JudgementRow]:
    """Each council's inspection once, where several files tell of it: the lowest rank's account.

    Two accounts are of one inspection where their reports were published within a week of each
    other, or, without that, where the inspections ended within 35 days of each other.
    """
    kept: dict[str, list[tuple[datetime.date | None, datetime.date, int, int]]] = {}
    result: list[JudgementRow] = []
    for row in sorted(rows, key=lambda row: row.rank):
        inspected = datetime.date.fromisoformat(row.inspected_on)
        published = datetime.date.fromisoformat(row.published_on) if row.published_on else None
        known = kept.setdefault(row.area, [])
        other = next((entry for entry in known if _same(entry, published, inspected)), None)
        if other is None:
            known.append((published, inspected, row.file, row.row))
        elif other[2:] != (row.file, row.row):
            continue
        result.append(row)
    return result


def _same(
    known: tuple[datetime.date | None, datetime.date, int, int],
    published: datetime.date | None,
    inspected: datetime.date,
) -> bool:
    if known[0] is not None and published is not None:
        return abs((known[0] - published).days) <= 7
    return abs((known[1] - inspected).days) <= 35
