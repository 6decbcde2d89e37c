"""Worked examples: small tables beside the code, run by a test and shown on the Methods pages.

Each file of `examples/` explains one calculation. It holds a `title`, the `topic` of the Methods
page that it belongs to, one or more plain sentences in `says`, the `formula` as a person would
write it, the name of the `calculation`, and `[[row]]` tables with what is `given` and what is
`expected`, and perhaps a `note`. Numbers agree to the decimals that are written.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from importlib.resources import files
from typing import Any

from brightfutures.quantities import PlainError

Given = Mapping[str, Any]
Answer = dict[str, float | str | list[float]]


class Topic(StrEnum):
    """What a person looks for on the Methods pages; the value is the last word of the address."""

    FIGURES = "figures"  # how a figure is worked out, and its range
    WOBBLE = "wobble"  # how much figures ordinarily move
    SIMILAR_COUNCILS = "similar-councils"  # which councils, and which average of them
    VERDICT = "verdict"  # when a council is called higher or lower
    EXPECTED = "expected"  # what would circumstances lead one to expect?
    MOVEMENT = "movement"  # has it moved?
    PLACES = "places"  # every council at once: places and funnels
    LEVEL_BEHIND = "level-behind"  # what is left of a figure but for chance and the wobble
    SPREAD = "spread"  # how far councils really differ, and what has moved over England
    IMPROVERS = "improvers"  # who has improved?
    TRACK_RECORD = "track-record"  # how often are we right?
    OTHER_TOOLS = "other-tools"  # what other tools show, and how it differs
    INSPECTION = "inspection"  # how far do figures and inspections agree?
    MONEY = "money"  # what a gap in spend is made of, and real terms
    LIMITS = "limits"  # what we do not do


@dataclass(frozen=True, kw_only=True)
class ExampleRow:
    """One line of an example: what goes in, what comes out, and a remark."""

    given: Given
    expected: Given
    note: str | None


@dataclass(frozen=True, kw_only=True)
class WorkedExample:
    """One calculation explained."""

    id: str
    title: str
    topic: Topic
    says: str
    formula: str
    calculation: str
    source: str | None
    rows: tuple[ExampleRow, ...]


def worked_examples(package: str = "brightfutures.measures") -> tuple[WorkedExample, ...]:
    """Every example that ships with a package, in the order of its file names."""
    folder = files(package) / "examples"
    found = []
    for file in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if file.name.endswith(".toml"):
            table = tomllib.loads(file.read_text(encoding="utf-8"))
            found.append(_read(file.name.removesuffix(".toml"), table))
    return tuple(found)


def _read(name: str, table: dict[str, Any]) -> WorkedExample:
    try:
        return WorkedExample(
            id=name,
            title=table["title"],
            topic=_topic(name, table["topic"]),
            says=table["says"],
            formula=table["formula"],
            calculation=table["calculation"],
            source=table.get("source"),
            rows=tuple(
                ExampleRow(given=row["given"], expected=row["expected"], note=row.get("note"))
                for row in table["row"]
            ),
        )
    except KeyError as error:
        raise PlainError(f"The worked example {name}.toml lacks the key {error}.") from error


def _topic(name: str, written: str) -> Topic:
    try:
        return Topic(written)
    except ValueError:
        known = ", ".join(Topic)
        raise PlainError(
            f"The worked example {name}.toml has the topic '{written}', not one of {known}."
        ) from None
