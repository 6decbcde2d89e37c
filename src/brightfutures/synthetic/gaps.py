"""Which councils sent no figures, or unreliable ones, in which year."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files

from brightfutures.catalogue.declarations import build
from brightfutures.quantities import Reason
from brightfutures.synthetic.chance import generator
from brightfutures.synthetic.councils import Councils


@dataclass(frozen=True, kw_only=True)
class Gap:
    """Councils whose figures from these sources are missing in these years, and why."""

    reason: Reason
    sources: tuple[str, ...]
    years: tuple[int, ...]
    councils: int


@dataclass(frozen=True)
class Missing:
    """One council whose figures from one gap's sources are missing."""

    council: int
    gap: Gap


def draw_gaps(seed: int, councils: Councils) -> tuple[Missing, ...]:
    """The councils of every declared gap; the tiny ones are left alone, they are hard enough."""
    table = tomllib.loads((files("brightfutures.synthetic") / "gaps.toml").read_text("utf-8"))
    able = [
        place
        for place in range(councils.current_count)
        if councils.size_2024[place] > 20_000 and councils.councils[place].first is None
    ]
    drawn: list[Missing] = []
    for number, entry in enumerate(table["gap"]):
        gap = build(Gap, entry, "gaps.toml")
        chosen = generator(seed, f"gap {number}").permutation(len(able))[: gap.councils]
        drawn += [Missing(able[place], gap) for place in sorted(chosen.tolist())]
    return tuple(drawn)


def gap_reasons(missing: tuple[Missing, ...], source: str, year: int) -> Mapping[int, Reason]:
    """By council, why its figures of a source are missing in a year."""
    return {
        entry.council: entry.gap.reason
        for entry in missing
        if source in entry.gap.sources and year in entry.gap.years
    }
