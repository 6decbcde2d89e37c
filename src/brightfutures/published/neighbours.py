"""Reads tables of similar councils: a council and those like it, in order, with closeness."""

from __future__ import annotations

from dataclasses import dataclass

from brightfutures.catalogue.sources import NeighboursRule
from brightfutures.published.places import Places
from brightfutures.published.tables import CUT, Table
from brightfutures.quantities import PlainError


@dataclass(frozen=True)
class NeighbourRow:
    """One council's similar council at its place in the published order, from 1."""

    similar_councils: str
    council: str
    place: int
    neighbour: str
    closeness: str
    file: int
    row: int


def read_neighbours(
    table: Table, rule: NeighboursRule, places: Places, file: int
) -> list[NeighbourRow]:
    """Every pair in a table of similar councils.

    Councils are known by DfE or ONS code. Raises `PlainError` naming the row and column of an
    unknown code, of a council named twice and of one that is its own similar council.
    """
    found: list[NeighbourRow] = []
    councils = table.column(rule.code_column)
    seen: set[str] = set()
    for place, row in enumerate(table.row_numbers.tolist()):
        text = councils.labels[councils.codes[place]]
        if not text and not _any_neighbour(table, rule, place):
            continue  # a heading between parts of the table
        council = _council(table, places, text, rule.code_column, row)
        if council in seen:
            raise PlainError(f"{table.name}, row {row}, gives '{text}' a second time.")
        seen.add(council)
        for order, (code_column, closeness_column) in enumerate(
            zip(rule.neighbour_columns, rule.closeness_columns, strict=True), 1
        ):
            codes, closeness = table.column(code_column), table.column(closeness_column)
            neighbour_text = codes.labels[codes.codes[place]]
            neighbour = _council(table, places, neighbour_text, code_column, row)
            if neighbour == council:
                raise PlainError(f"{table.name}, row {row}, calls '{text}' similar to itself.")
            words = closeness.labels[closeness.codes[place]]
            found.append(
                NeighbourRow(
                    rule.table, council, order, neighbour, "" if words == CUT else words, file, row
                )
            )
    return found


def _any_neighbour(table: Table, rule: NeighboursRule, place: int) -> bool:
    columns = (table.column(column) for column in rule.neighbour_columns)
    return any(column.labels[column.codes[place]] not in ("", CUT) for column in columns)


def _council(table: Table, places: Places, text: str, column: str, row: int) -> str:
    found = places.find(text, dfe=True)
    if found is None:
        found = places.find(text)
    if found is None or found >= places.first_joint:
        raise PlainError(
            f"{table.name}, row {row}, column '{table.published_name(column)}', holds "
            f"'{text}', which is no council's code: correct it, or add the council to "
            "geography.toml."
        )
    return places.codes[found]
