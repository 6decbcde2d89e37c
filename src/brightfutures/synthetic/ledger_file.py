"""The made-up geography, in the form of the catalogue's ledger."""

from __future__ import annotations

import datetime
import json

from brightfutures.quantities import Area
from brightfutures.synthetic.councils import MERGED_ON, RECODED_ON, Councils

HEAD = """\
# The areas of a made-up England: no council, region or figure here is real. England keeps its
# code, for the software knows it by that; every other code is one that nobody has.

made_up = true

"""


def ledger_text(councils: Councils) -> str:
    """`geography.toml` as `catalogue.read_geography` reads it."""
    areas = [councils.england, *councils.regions, *councils.councils]
    old, new = councils.old_code
    lines = [HEAD, "area = [\n"]
    for area in areas:
        entries = _entries(area)
        if area.code == new:
            entries["recoded_from"] = [old]
        if area is councils.england:
            entries["aliases"] = ["England", "National"]
        lines.append("  { " + ", ".join(f"{k} = {_value(v)}" for k, v in entries.items()) + " },\n")
    lines.append("]\n")
    heir = next(area for area in councils.councils if area.first == MERGED_ON)
    former = [area for area in councils.councils if area.is_former]
    recoded = next(area for area in councils.councils if area.code == new)
    names = " and ".join(area.name for area in former)
    lines += _change(
        MERGED_ON,
        [area.code for area in former],
        heir.code,
        same_area=False,
        sentence=f"{names} became {heir.name} in April {MERGED_ON.year}.",
    )
    lines += _change(
        RECODED_ON,
        [old],
        new,
        same_area=True,
        sentence=f"{recoded.name} was given another code in April {RECODED_ON.year}.",
    )
    return "".join(lines)


def _entries(area: Area) -> dict[str, object]:
    entries: dict[str, object] = {"code": area.code, "name": area.name, "kind": area.kind.value}
    if area.dfe_code:
        entries["dfe_code"] = area.dfe_code
    if area.region:
        entries["region"] = area.region
    if area.first:
        entries["first"] = area.first
    if area.last:
        entries["last"] = area.last
    if area.successors:
        entries["successors"] = list(area.successors)
    return entries


def _value(value: object) -> str:
    return value.isoformat() if isinstance(value, datetime.date) else json.dumps(value)


def _change(
    date: datetime.date, before: list[str], after: str, *, same_area: bool, sentence: str
) -> list[str]:
    return [
        "\n[[change]]\n",
        f"date = {date.isoformat()}\n",
        f"before = {json.dumps(before)}\n",
        f"after = {json.dumps([after])}\n",
        f"same_area = {json.dumps(same_area)}\n",
        f"sentence = {json.dumps(sentence)}\n",
    ]
