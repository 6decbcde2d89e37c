"""A worked example as a person reads it: what is given, and what comes out."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from brightfutures.measures.worked_examples import WorkedExample

MOST_SIDE_BY_SIDE = 12
"""Lists of so many entries or fewer stand in columns; longer ones run on as text."""

MOST_COLUMNS = 7
"""An example with more things given and found has them named in every row instead of above."""

NAMES: dict[str, str] = {
    "a": "wobble a",
    "b": "goes away again b",
    "chance": "chance s²",
    "chance_of_mean": "chance of the mean Σs²/k²",
    "chance_of_others": "mean chance of the others",
    "comparators": "councils compared with k",
    "given": "given",
    "goes_away": "goes away again b",
    "high": "to",
    "high_percent": "to (%)",
    "james_stein": "James and Stein’s",
    "level": "level (%)",
    "long_run": "stray from the long run A",
    "low": "from",
    "low_percent": "from (%)",
    "mean_on_scale": "mean on the scale ȳ",
    "p": "p",
    "q": "q",
    "reason": "why",
    "s2": "chance s²",
    "says": "says",
    "squared_error_of_james_stein": "squared error of James and Stein’s",
    "tau2": "usual spread τ²",
    "transient": "goes away again b",
    "unsureness": "how unsure x′Cx",
    "y": "y",
    "v": "variance v",
    "z": "z",
    "z_far_end": "z₁ at the other end",
    "z_usual": "z₂",
    "z_usual_before": "z₂ the period before",
    "z_wobble": "z₁",
}
"""What a key is called where its own words, spaced out, would not do."""


@dataclass(frozen=True, kw_only=True)
class Part:
    """One thing given or found: its name and what it is."""

    name: str
    text: str


@dataclass(frozen=True, kw_only=True)
class Lists:
    """Lists that belong together, entry by entry: a row each."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, kw_only=True)
class Case:
    """One line of an example that holds lists, on its own."""

    note: str
    given: tuple[Part, ...]
    lists: Lists | None
    expected: tuple[Part, ...]
    expected_lists: Lists | None


@dataclass(frozen=True, kw_only=True)
class Line:
    """One line of an example of many plain numbers, each with its name."""

    given: tuple[Part, ...]
    expected: tuple[Part, ...]
    note: str


@dataclass(frozen=True, kw_only=True)
class Grid:
    """An example of plain numbers: a line a row, what is given before what comes out."""

    given: tuple[str, ...]
    expected: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    has_notes: bool


@dataclass(frozen=True, kw_only=True)
class ExampleSection:
    """One worked example with its words: as a grid, as lines, or case by case."""

    anchor: str
    title: str
    says: str
    formula: str
    source: str
    grid: Grid | None
    lines: tuple[Line, ...]
    cases: tuple[Case, ...]


def example_section(example: WorkedExample) -> ExampleSection:
    """A worked example ready for its page."""
    values = [
        value for row in example.rows for value in (*row.given.values(), *row.expected.values())
    ]
    columns = {
        (which, key)
        for row in example.rows
        for which, table in enumerate((row.given, row.expected))
        for key in table
    }
    holds_lists = any(isinstance(value, list) for value in values)
    narrow = len(columns) <= MOST_COLUMNS
    return ExampleSection(
        anchor=example.id.replace("_", "-"),
        title=_curled(example.title),
        says=_curled(example.says),
        formula=_curled(example.formula),
        source=_curled(example.source or ""),
        grid=_grid(example) if narrow and not holds_lists else None,
        lines=_lines(example) if not narrow and not holds_lists else (),
        cases=_cases(example) if holds_lists else (),
    )


def _lines(example: WorkedExample) -> tuple[Line, ...]:
    return tuple(
        Line(
            given=_apart(row.given)[0],
            expected=_apart(row.expected)[0],
            note=_curled(row.note or ""),
        )
        for row in example.rows
    )


def _grid(example: WorkedExample) -> Grid:
    given = tuple(dict.fromkeys(key for row in example.rows for key in row.given))
    expected = tuple(dict.fromkeys(key for row in example.rows for key in row.expected))
    notes = any(row.note for row in example.rows)
    return Grid(
        given=tuple(name_of(key, _values(example, key)) for key in given),
        expected=tuple(name_of(key, _values(example, key)) for key in expected),
        rows=tuple(
            (
                *(value_text(row.given[key]) if key in row.given else "" for key in given),
                *(value_text(row.expected[key]) if key in row.expected else "" for key in expected),
                *([_curled(row.note or "")] if notes else []),
            )
            for row in example.rows
        ),
        has_notes=notes,
    )


def _values(example: WorkedExample, key: str) -> list[Any]:
    return [
        table[key] for row in example.rows for table in (row.given, row.expected) if key in table
    ]


def _cases(example: WorkedExample) -> tuple[Case, ...]:
    found = []
    for row in example.rows:
        given, lists = _apart(row.given)
        expected, expected_lists = _apart(row.expected)
        found.append(
            Case(
                note=_curled(row.note or ""),
                given=given,
                lists=lists,
                expected=expected,
                expected_lists=expected_lists,
            )
        )
    return tuple(found)


def _apart(table: Mapping[str, Any]) -> tuple[tuple[Part, ...], Lists | None]:
    """Short lists of one length side by side, and all else as text."""
    lengths = [len(value) for value in table.values() if isinstance(value, list)]
    length = max(set(lengths), key=lengths.count, default=0)
    beside = {
        key: value
        for key, value in table.items()
        if isinstance(value, list) and len(value) == length and 1 < length <= MOST_SIDE_BY_SIDE
    }
    parts = tuple(
        Part(name=name_of(key, [value]), text=value_text(value))
        for key, value in table.items()
        if key not in beside
    )
    if len(beside) < 2:  # one list alone is as well read as text
        names = [(key, [value]) for key, value in table.items()]
        alone = tuple(Part(name=name_of(*pair), text=value_text(pair[1][0])) for pair in names)
        return alone, None
    rows = tuple(
        (name_of(key, [value]), tuple(value_text(entry) for entry in value))
        for key, value in beside.items()
    )
    return parts, Lists(columns=tuple(str(place + 1) for place in range(length)), rows=rows)


def _curled(text: str) -> str:
    return text.replace("'", "’")


def name_of(key: str, values: Iterable[Any]) -> str:
    """What a key is called; a level in words is a verdict, one in numbers a level."""
    if key == "level" and any(isinstance(value, str) for value in values):
        return "verdict"
    return NAMES.get(key, key.replace("_", " "))


def value_text(value: Any) -> str:
    """One value as it is written: yes and no, words without underscores, a true minus."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        mark = "; " if any(isinstance(entry, str) and "," in entry for entry in value) else ", "
        return mark.join(value_text(entry) for entry in value) or "none"
    if isinstance(value, str):
        return "–" if value in ("", "-") else value.replace("_", " ")
    if isinstance(value, float) and math.isnan(value):
        return "no figure"
    text = f"{value:,}" if isinstance(value, int) else repr(value)
    return text.replace("-", "\N{MINUS SIGN}")
