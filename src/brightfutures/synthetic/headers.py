"""The header of a file: the real one where the form has it, else the columns that are read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from brightfutures.catalogue.sources import AreaRule, Read
from brightfutures.synthetic.forms import Form


def header_of(
    form: Form,
    areas: AreaRule,
    period_column: str | None,
    release_column: str | None,
    period: str | None,
    reads: Iterable[Read],
) -> list[str]:
    """The columns in order; one that is addressed by its letter has no name of its own."""
    if form.columns:
        return [evened(column) for column in form.columns]
    wanted: dict[str, None] = {}
    for column in (
        *form.leading,
        *((areas.level_column,) if areas.level_column else ()),
        *areas.code_columns,
        *areas.dfe_code_columns,
        *areas.name_columns,
        *((period_column,) if period_column else ()),
        *((release_column,) if release_column else ()),
    ):
        wanted.setdefault(column)
    for read in reads:
        for column in read.where:
            wanted.setdefault(column)
        for column in (read.column, *read.plus):
            wanted.setdefault(column.replace("{period}", read.period or period or ""))
    lettered = {letter_place(column) for column in wanted if column.startswith("#")}
    header: list[str] = []
    for column in wanted:
        if column.startswith("#"):
            continue
        while len(header) in lettered:
            header.append("")
        header.append(evened(column))
    while lettered and len(header) <= max(lettered):
        header.append("")
    return header


def place_of(header: Sequence[str], column: str) -> int:
    """Where a column stands, by name or letter."""
    return letter_place(column) if column.startswith("#") else header.index(evened(column))


def letter_place(column: str) -> int:
    """The place, from 0, of a column addressed as `#D`."""
    number = 0
    for letter in column[1:].upper():
        number = number * 26 + ord(letter) - 64
    return number - 1


def evened(name: str) -> str:
    """A name with runs of spaces as one, as it is compared."""
    return " ".join(name.split())
