"""Finds the area of each row by the geography ledger: codes, DfE codes, names, joint returns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

import numpy as np
import numpy.typing as npt

from brightfutures.catalogue.geography import Geography, fold
from brightfutures.catalogue.sources import AreaRule
from brightfutures.published.tables import CUT, Coded, Table
from brightfutures.quantities import ENGLAND, AreaKind, Period, PeriodKind, PlainError

_SKIP, _BLANK = -1, -2
_REGIONAL = frozenset({AreaKind.REGION, AreaKind.PART_OF_REGION})


@dataclass(frozen=True)
class Placed:
    """The rows of a table that speak of an area we know.

    `rows` are places in the table. `primary` is the area of each, `alternate` another that its
    codes name as well (the same where there is none): the one that existed in the period counts.
    """

    rows: npt.NDArray[np.intp]
    primary: npt.NDArray[np.int32]
    alternate: npt.NDArray[np.int32]


class Places:
    """The areas of a ledger by number, with joint returns numbered after them."""

    def __init__(self, geography: Geography) -> None:
        self.geography = geography
        self.codes = tuple(area.code for area in geography.areas) + tuple(
            "/".join(joint.areas) for joint in geography.joint_returns
        )
        self.index = {code: place for place, code in enumerate(self.codes)}
        self._kinds = [area.kind for area in geography.areas]
        self._kinds += [AreaKind.COUNCIL] * len(geography.joint_returns)
        self._joint = {frozenset(joint.areas): joint for joint in geography.joint_returns}
        self._dfe = {code.lstrip("0"): canon for code, canon in geography.code_of_dfe_code.items()}

    @property
    def first_joint(self) -> int:
        """The number of the first joint return; those below are areas."""
        return len(self.geography.areas)

    def members(self, joint: int) -> tuple[int, ...]:
        """The councils of a joint return."""
        return tuple(self.index[code] for code in self.codes[joint].split("/"))

    @cache  # noqa: B019 (lives as long as one load)
    def existed(self, kind: PeriodKind, end_year: int) -> npt.NDArray[np.bool_]:
        """Which areas existed on the last day of a period."""
        day = Period.ending(kind, end_year).last_day
        flags = [area.existed_on(day) for area in self.geography.areas]
        joint = [
            all(self.geography.by_code[code].existed_on(day) for code in entry.areas)
            for entry in self.geography.joint_returns
        ]
        return np.array(flags + joint)

    def find(self, text: str, *, dfe: bool = False, name: bool = False) -> int | None:
        """The number of the area that a code or name means, joint returns included."""
        code = self._single(text, dfe=dfe, name=name)
        if code is not None:
            return self.index[code]
        if "/" in text:
            parts = [self._single(part.strip(), dfe=dfe, name=name) for part in text.split("/")]
            joint = self._joint.get(frozenset(part for part in parts if part))
            if joint is not None and None not in parts:
                return self.index["/".join(joint.areas)]
        return None

    def _single(self, text: str, *, dfe: bool, name: bool) -> str | None:
        if name:
            return self.geography.code_of_name.get(fold(text))
        if dfe:
            return self._dfe.get(text.lstrip("0"))
        return self.geography.canonical(text)

    def place(
        self,
        table: Table,
        rule: AreaRule,
        aliases: Mapping[str, Mapping[str, str]] = MappingProxyType({}),
    ) -> Placed:
        """Find the area of every row; `PlainError` names the first whose area is unknown.

        `aliases` are the source's own, by column: label as published → label we know.
        """
        if rule.everywhere is not None:
            rows = np.arange(len(table.row_numbers))
            area = np.full(len(rows), self.index[rule.everywhere], np.int32)
            return Placed(rows, area, area)
        columns = [
            *((column, False, False) for column in rule.code_columns),
            *((column, True, False) for column in rule.dfe_code_columns),
            *((column, False, True) for column in rule.name_columns),
        ]
        if not columns:
            raise PlainError(
                f"The source of {table.name} does not say which column holds the area."
            )
        texts = [table.column(column) for column, _, _ in columns]
        level = table.column(rule.level_column) if rule.level_column else None
        resolver = _Resolver(self, table, rule, tuple(columns))
        primary, alternate = [], []
        combined, inverse = _distinct_rows([*texts, *([level] if level else [])])
        for row in combined:
            cells = [
                aliases.get(column, {}).get(label, label)
                for (column, _, _), label in zip(
                    columns, (text.labels[text.codes[row]] for text in texts), strict=True
                )
            ]
            label = level.labels[level.codes[row]] if level else None
            first, second = resolver.resolve(cells, label, int(table.row_numbers[row]))
            primary.append(first)
            alternate.append(second)
        first_of = np.array(primary, np.int32)[inverse]
        second_of = np.array(alternate, np.int32)[inverse]
        rows = np.flatnonzero(first_of >= 0)
        return Placed(rows, first_of[rows], second_of[rows])

    def kind(self, place: int) -> AreaKind:
        """What an area is; a joint return is a council's."""
        return self._kinds[place]


@dataclass(frozen=True)
class _Resolver:
    """Works out one distinct combination of codes, names and level."""

    places: Places
    table: Table
    rule: AreaRule
    columns: tuple[tuple[str, bool, bool], ...]

    def resolve(self, cells: Sequence[str], level: str | None, row: int) -> tuple[int, int]:
        kinds = self._kinds_of(level, row)
        if kinds is None or self._skipped(cells):
            return _SKIP, _SKIP
        if kinds == {AreaKind.COUNTRY}:
            return (self.places.index[ENGLAND],) * 2
        found = list(self._candidates(cells, kinds))
        if found:
            # Inner and Outer London stand under London's code in some years: the name decides.
            part = [one for one in found if self.places.kind(one) is AreaKind.PART_OF_REGION]
            first = part[0] if part else found[0]
            other = next((one for one in found if one != first), first)
            if self.places.kind(first) is not AreaKind.COUNCIL:
                other = first
            return first, other
        if self.rule.skip_unknown:
            return _SKIP, _SKIP
        said = " ".join(cell for cell in cells if cell and cell != CUT) or "nothing"
        column = self.table.published_name(self.columns[0][0])
        raise PlainError(
            f"{self.table.name}, row {row}, column '{column}', names an area we do not know "
            f"({said}): correct its code, or add the area to geography.toml."
        )

    def _candidates(self, cells: Sequence[str], kinds: set[AreaKind] | None) -> Iterator[int]:
        for cell, (_, dfe, name) in zip(cells, self.columns, strict=True):
            if cell and cell != CUT:
                found = self.places.find(cell, dfe=dfe, name=name)
                if found is not None and (kinds is None or self.places.kind(found) in kinds):
                    yield found

    def _skipped(self, cells: Sequence[str]) -> bool:
        names = {name.casefold() for name in self.rule.skip_names}
        return any(
            cell.casefold() in names if name else cell in self.rule.skip_codes
            for cell, (_, _, name) in zip(cells, self.columns, strict=True)
        )

    def _kinds_of(self, level: str | None, row: int) -> set[AreaKind] | None:
        """The kinds of area that a level allows; `None` to pass over, a full set for any."""
        declared = None if level is None else self.rule.levels.get(level)
        if level == CUT:
            raise PlainError(
                f"{self.table.name}, row {row}, ends before column '{self.rule.level_column}': the "
                "file may be cut short; get it again."
            )
        if declared is None and level in (None, ""):
            return set(AreaKind)
        if declared is None:
            raise PlainError(
                f"{self.table.name}, row {row}, column '{self.rule.level_column}', holds the level "
                f"'{level}', which its source does not declare."
            )
        if declared == "skip":
            return None
        kind = AreaKind(declared)
        return set(_REGIONAL) if kind in _REGIONAL else {kind}


def _distinct_rows(
    columns: Sequence[Coded],
) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp]]:
    """The first row of each distinct combination of cells, and which of them each row holds."""
    combined = np.zeros(len(columns[0].codes), np.int64)
    for column in columns:
        combined = combined * len(column.labels) + column.codes
        # Renumber, so that the product of many columns cannot overflow.
        combined = np.unique(combined, return_inverse=True)[1].astype(np.int64)
    _, first, inverse = np.unique(combined, return_index=True, return_inverse=True)
    return first, inverse
