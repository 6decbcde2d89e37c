"""Reads geography.toml: England, its regions, its councils and what became of former ones."""

from __future__ import annotations

from importlib.resources.abc import Traversable
from typing import Any

from brightfutures.catalogue.declarations import CatalogueError, build, read_toml
from brightfutures.catalogue.geography import Change, Geography, JointReturn, fold
from brightfutures.quantities import Area, AreaKind


def read_geography(file: Traversable) -> Geography:
    """The ledger in one TOML file.

    `[[area]]` tables hold an `Area`'s fields and, besides, `aliases` (other names) and
    `recoded_from` (old ONS codes of the same area) and `ministry_codes` (the codes of finance
    returns); `[[change]]` and `[[joint_return]]` tables
    hold theirs. Raises `CatalogueError` where codes or names clash.
    """
    tables = read_toml(file)
    areas: list[Area] = []
    recodes: dict[str, str] = {}
    aliases: dict[str, str] = {}
    for table in tables.get("area", []):
        entry: dict[str, Any] = dict(table)
        where = f"{file.name} ({entry.get('name', '?')})"
        for name in entry.pop("aliases", []):
            aliases[name] = entry["code"]
        for code in (*entry.pop("recoded_from", []), *entry.pop("ministry_codes", [])):
            recodes[code] = entry["code"]
        areas.append(build(Area, entry, where))
    geography = Geography(
        areas=tuple(areas),
        recodes=recodes,
        aliases=aliases,
        changes=tuple(build(Change, entry, file.name) for entry in tables.get("change", [])),
        joint_returns=tuple(
            build(JointReturn, entry, file.name) for entry in tables.get("joint_return", [])
        ),
        made_up=bool(tables.get("made_up", False)),
    )
    _check(geography)
    return geography


def _check(geography: Geography) -> None:
    codes = [area.code for area in geography.areas]
    if len(set(codes)) != len(codes):
        raise CatalogueError("geography.toml names one code twice.")
    regions = {area.code for area in geography.areas if area.kind is AreaKind.REGION}
    for area in geography.areas:
        if area.kind is AreaKind.COUNCIL and area.region not in regions:
            raise CatalogueError(f"geography.toml puts {area.name} in an unknown region.")
        for successor in area.successors:
            if successor not in codes:
                raise CatalogueError(f"geography.toml gives {area.name} an unknown successor.")
    names: dict[str, str] = {}
    current = [(fold(area.name), area.code) for area in geography.areas if not area.is_former]
    for name, code in current + [(fold(n), c) for n, c in geography.aliases.items()]:
        if names.setdefault(name, code) != code:
            raise CatalogueError(f"geography.toml gives the name '{name}' to two areas.")
