"""The columns that say where: codes, names and levels, as a source declares them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from brightfutures.catalogue.sources import AreaRule
from brightfutures.quantities import Area, AreaKind
from brightfutures.synthetic.councils import RECODED_ON
from brightfutures.synthetic.forms import Form
from brightfutures.synthetic.headers import place_of
from brightfutures.synthetic.period_words import end_year_of
from brightfutures.synthetic.world import World

KINDS = (AreaKind.COUNCIL, AreaKind.REGION, AreaKind.COUNTRY)


@dataclass(frozen=True)
class AreaCells:
    """Writes the area columns of one table."""

    world: World
    form: Form
    rule: AreaRule

    @cached_property
    def order(self) -> tuple[int, ...]:
        """England, its regions, then the councils, as most files have them."""
        count = len(self.world.areas)
        councils = self.world.council_count
        return (count - 1, *range(councils, count - 1), *range(councils))

    def has(self, area: Area) -> bool:
        """Whether the table has a row for an area of this kind."""
        if self.rule.everywhere is not None:
            return area.code == self.rule.everywhere
        if area.kind is AreaKind.COUNTRY and not self.form.england:
            return False
        if area.kind is AreaKind.COUNTRY and self._england_by_name:
            return True
        if self.rule.level_column:
            return area.kind in self._level_words
        several = max(len(self.rule.code_columns), len(self.rule.name_columns)) > 1
        return several or area.kind is AreaKind.COUNCIL

    @property
    def _england_by_name(self) -> bool:
        """Whether England's row has a name and no level, as in the finance returns to 2020-21."""
        rule = self.rule
        declared = AreaKind.COUNTRY in self._level_words
        return bool(rule.skip_unknown and rule.code_columns and rule.name_columns) and not declared

    @cached_property
    def _level_words(self) -> dict[AreaKind, str]:
        words: dict[AreaKind, str] = {}
        for label, kind in self.rule.levels.items():
            if kind != "skip":
                words.setdefault(AreaKind(kind), label)
        return words

    @cached_property
    def _columns(self) -> tuple[str, ...]:
        level = (self.rule.level_column,) if self.rule.level_column else ()
        rule = self.rule
        return (*level, *rule.code_columns, *rule.dfe_code_columns, *rule.name_columns)

    def places(self, header: Sequence[str]) -> set[int]:
        """Where area columns stand."""
        named = {place_of(header, column) for column in self._columns}
        return named | {place for place, name in enumerate(header) if name in _ROLES}

    def cells(self, header: Sequence[str], number: int) -> dict[int, str]:
        """The area cells of one row by the place of their column."""
        area = self.world.areas[number]
        cells: dict[int, str] = {}
        for place, name in enumerate(header):
            if name in _ROLES:
                cells[place] = self._role(name, area)
        cells |= self._by_kind(header, self.rule.name_columns, area, area.name)
        for column in self.rule.dfe_code_columns:
            cells[place_of(header, column)] = area.dfe_code or ""
        cells |= self._by_kind(header, self.rule.code_columns, area, self._code(area))
        if self.rule.level_column:
            cells[place_of(header, self.rule.level_column)] = self._level_words.get(area.kind, "")
        return cells

    def _by_kind(
        self, header: Sequence[str], columns: tuple[str, ...], area: Area, text: str
    ) -> dict[int, str]:
        """A code or name in its column: where there are three, one is for each kind of area."""
        if len(columns) == 1:
            return {place_of(header, columns[0]): text}
        return {
            place_of(header, column): text if area.kind is kind else ""
            for kind, column in zip(KINDS, columns, strict=False)
            if area.kind is kind or column not in _ROLES
        }

    def _code(self, area: Area) -> str:
        """The ONS code: files of one year before the recode write the old one."""
        old, new = self.world.councils.old_code
        return old if area.code == new and self._newest_year < RECODED_ON.year else area.code

    @cached_property
    def _newest_year(self) -> int:
        if self.form.years:
            return max(self.form.years)
        digits = "".join(letter if letter.isdigit() else " " for letter in self.form.name).split()
        years = [int(word) for word in digits if len(word) == 4 and word.startswith("20")]
        return max((end_year_of(str(year)) for year in years), default=RECODED_ON.year)

    def _role(self, name: str, area: Area) -> str:
        world = self.world
        region = next((one for one in world.councils.regions if one.code == area.region), None)
        if area.kind is AreaKind.REGION:
            region = area
        council = area if area.kind is AreaKind.COUNCIL else None
        return {
            "country_code": world.councils.england.code,
            "country_name": world.councils.england.name,
            "region_code": region.code if region else "",
            "region_name": region.name if region else "",
            "new_la_code": self._code(council) if council else "",
            "old_la_code": (council.dfe_code or "") if council else "",
            "la_name": council.name if council else "",
            "Area Name": area.name,
            "Local authority": area.name,
        }[name]


_ROLES = frozenset(
    {
        "country_code",
        "country_name",
        "region_code",
        "region_name",
        "new_la_code",
        "old_la_code",
        "la_name",
        "Area Name",
        "Local authority",
    }
)
"""Columns that say where in the publishers' files, whether or not a declaration reads them."""
