"""How often the verdicts are right where the truth is known: the record that ships.

On a made-up England it is known where every council stands, so that a verdict can be called
right or wrong. `make score` makes several, judges every figure in them and writes what it counts
to `scores.toml`; a test counts one of them afresh. Only counts are kept here, never a
percentage alone: so many of so many.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from brightfutures.quantities import PlainError


@dataclass(frozen=True, kw_only=True)
class Tally:
    """So many (`count`) of so many (`of`): one cell of a table, by its row and its column.

    `error` is the simulation error, one standard error of the share: √Σ(x − pn)² / Σn over the
    years of each council on each indicator together, for they are not independent.
    """

    row: str
    column: str
    count: int
    of: int
    error: float

    @property
    def share(self) -> float | None:
        """The share, 0 to 1; None of none."""
        return self.count / self.of if self.of else None


@dataclass(frozen=True, kw_only=True)
class ScoreGroup:
    """One table: its tallies in order, rows by columns, and the limits its first row must keep.

    `least` and `most` are shares (0 to 1), None where there is no such limit.
    """

    name: str
    title: str
    says: str
    least: float | None
    most: float | None
    tallies: tuple[Tally, ...]

    @property
    def rows(self) -> tuple[str, ...]:
        """The names of the rows, in order."""
        return tuple(dict.fromkeys(tally.row for tally in self.tallies))

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns, in order."""
        return tuple(dict.fromkeys(tally.column for tally in self.tallies))

    def at(self, row: str, column: str) -> Tally | None:
        """The tally of a row and a column."""
        for tally in self.tallies:
            if (tally.row, tally.column) == (row, column):
                return tally
        return None


@dataclass(frozen=True, kw_only=True)
class Scores:
    """Everything counted: with which version, on the made-up Englands of which seeds."""

    version: str
    seeds: tuple[int, ...]
    councils: int
    indicators: int
    periods: int
    groups: tuple[ScoreGroup, ...]

    def group(self, name: str) -> ScoreGroup:
        """The table of that name."""
        for group in self.groups:
            if group.name == name:
                return group
        raise PlainError(f"The record of scores holds no table '{name}'.")


@cache
def shipped_scores() -> Scores:
    """The record that ships with this version."""
    text = (files("brightfutures.measures.track_record") / "scores.toml").read_text(
        encoding="utf-8"
    )
    return read_scores(tomllib.loads(text))


def read_scores(table: Mapping[str, Any]) -> Scores:
    """A record from its table; `PlainError` where a key is missing."""
    try:
        return Scores(
            version=table["version"],
            seeds=tuple(table["seeds"]),
            councils=table["councils"],
            indicators=table["indicators"],
            periods=table["periods"],
            groups=tuple(
                ScoreGroup(
                    name=group["name"],
                    title=group["title"],
                    says=group["says"],
                    least=group.get("least"),
                    most=group.get("most"),
                    tallies=tuple(Tally(**tally) for tally in group["tally"]),
                )
                for group in table["group"]
            ),
        )
    except (KeyError, TypeError) as error:
        raise PlainError(f"The record of scores cannot be read: {error}.") from error
