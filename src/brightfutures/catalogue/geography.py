"""The ledger of England's areas and of the councils that changed."""

from __future__ import annotations

import datetime
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from brightfutures.quantities import Area, AreaKind


@dataclass(frozen=True, kw_only=True)
class Change:
    """One dated change: which codes ended, which began, and what it means for comparison.

    `same_area` is true for a mere recode or a county that became a unitary with the same
    boundary: its history goes on under the new code. Otherwise nothing is read across `date`.
    """

    date: datetime.date
    before: tuple[str, ...]
    after: tuple[str, ...]
    same_area: bool
    sentence: str


@dataclass(frozen=True, kw_only=True)
class JointReturn:
    """Councils that return one figure together for some publications."""

    areas: tuple[str, ...]
    sources: tuple[str, ...]
    sentence: str


@dataclass(frozen=True, kw_only=True)
class Geography:
    """Areas by canonical code, with every other code and name that means one of them.

    `recodes` maps an old ONS code of the same area to its canonical code; `aliases` maps names.
    """

    areas: tuple[Area, ...]
    recodes: Mapping[str, str]
    aliases: Mapping[str, str]
    changes: tuple[Change, ...] = ()
    joint_returns: tuple[JointReturn, ...] = ()
    made_up: bool = field(default=False)

    @cached_property
    def by_code(self) -> dict[str, Area]:
        """Every area by its canonical code."""
        return {area.code: area for area in self.areas}

    @cached_property
    def code_of_dfe_code(self) -> dict[str, str]:
        """Canonical code by DfE's three-digit code, former councils included."""
        return {area.dfe_code: area.code for area in self.areas if area.dfe_code}

    @cached_property
    def code_of_name(self) -> dict[str, str]:
        """Canonical code by folded name, short name or former name."""
        names = {fold(area.name): area.code for area in reversed(self.areas)}
        return {**{fold(alias): code for alias, code in self.aliases.items()}, **names}

    def canonical(self, code: str) -> str | None:
        """The canonical code of an ONS code, whether current or an old one of the same area."""
        code = self.recodes.get(code, code)
        return code if code in self.by_code else None

    def councils(self, *, former: bool = False) -> tuple[Area, ...]:
        """The councils of today, in order of name; with `former` those that have ended too."""
        found = (
            area
            for area in self.areas
            if area.kind is AreaKind.COUNCIL and (former or not area.is_former)
        )
        return tuple(sorted(found, key=lambda area: area.name))


def fold(name: str) -> str:
    """A name with case, accents, punctuation and the word "and" evened out, for looking up."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    words = "".join(letter if letter.isalnum() else " " for letter in plain.lower()).split()
    return " ".join(word for word in words if word != "and")
