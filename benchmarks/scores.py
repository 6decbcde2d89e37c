"""How often verdicts are right where the truth is known: `make score`.

`python -m benchmarks.scores [--seeds 1 2 3] [--write]` makes a made-up England of each seed,
judges every figure in it and prints what it counts; `--write` keeps it as the record that ships.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.counts_alone import MeasuresByCountsAlone
from benchmarks.score_tables import scores_of
from benchmarks.scoring import Pair, every_pair
from benchmarks.truth import Truth
from brightfutures.catalogue import load_catalogue
from brightfutures.measures import Measures
from brightfutures.measures.track_record.scores import ScoreGroup, Scores, Tally
from brightfutures.published.load import load
from brightfutures.published.store import Store, open_store
from brightfutures.synthetic import write_made_up_england

SEEDS = (1, 2, 3)
RECORD = Path("src/brightfutures/measures/track_record/scores.toml")
HEAD = """\
# How often verdicts are right where the truth is known. Written by `make score`; counts only.
"""


def main() -> int:
    """Print the tables, and keep them if asked to."""
    asked = argparse.ArgumentParser(prog="python -m benchmarks.scores")
    asked.add_argument("--seeds", type=int, nargs="+", default=list(SEEDS))
    asked.add_argument("--write", action="store_true", help=f"keep the record in {RECORD}")
    given = asked.parse_args()
    scores = scores_of(given.seeds, [pair for seed in given.seeds for pair in pairs_of(seed)])
    seeds = ", ".join(map(str, scores.seeds))
    print(
        f"Made-up Englands of seeds {seeds}: {scores.councils} councils, "
        f"{scores.indicators} indicators, {scores.periods} years."
    )
    for group in scores.groups:
        print(as_text(group))
    if given.write:
        RECORD.write_text(HEAD + as_toml(scores), encoding="utf-8")
    return 0


def pairs_of(seed: int) -> Iterator[Pair]:
    """Every scored pair of the made-up England of a seed."""
    with tempfile.TemporaryDirectory() as place:
        written = write_made_up_england(Path(place) / "made-up", seed=seed)
        load([written.statistics], Path(place) / "home")
        with open_store(Path(place) / "home") as store:
            yield from pairs_in(store, written.truth)


def pairs_in(
    store: Store, truth: Path, *, fixed_only: bool = False, every: int = 1
) -> Iterator[Pair]:
    """Every scored pair of a made-up England that is loaded, or some of them (`every_pair`)."""
    catalogue = load_catalogue()
    handed = catalogue, store.geography, store.readings, store.neighbours
    yield from every_pair(
        Measures(*handed),
        MeasuresByCountsAlone(*handed),
        catalogue,
        Truth.read(truth),
        fixed_only=fixed_only,
        every=every,
    )


def as_text(group: ScoreGroup) -> str:
    """One table for a terminal."""
    limits = [
        f"{word} {limit:.0%}"
        for word, limit in (("at least", group.least), ("at most", group.most))
        if limit is not None
    ]
    head = f"\n{group.title}" + (f" ({', '.join(limits)})" if limits else "")
    columns = group.columns
    lines = [head]
    if columns != ("",):
        lines.append(" " * 34 + "".join(f"{column:>32}" for column in columns))
    for row in group.rows:
        cells = [_cell(group.at(row, column)) for column in columns]
        lines.append(f"{row:<50}" + "".join(f"{cell:>32}" for cell in cells))
    return "\n".join(lines)


def _cell(tally: Tally | None) -> str:
    if tally is None or tally.share is None:
        return "none"
    return f"{tally.share:.1%} ± {tally.error:.1%} of {tally.of:,}"


def as_toml(scores: Scores) -> str:
    """The record as it ships."""
    lines = [
        f'version = "{scores.version}"',
        f"seeds = [{', '.join(map(str, scores.seeds))}]",
        f"councils = {scores.councils}",
        f"indicators = {scores.indicators}",
        f"periods = {scores.periods}",
    ]
    for group in scores.groups:
        lines += ["", "[[group]]", f'name = "{group.name}"', f'title = "{group.title}"']
        lines.append(f'says = "{group.says}"')
        lines += [f"least = {group.least}"] if group.least is not None else []
        lines += [f"most = {group.most}"] if group.most is not None else []
        lines.append("tally = [")
        for tally in group.tallies:
            lines.append(
                f'  {{ row = "{tally.row}", column = "{tally.column}", '
                f"count = {tally.count}, of = {tally.of}, error = {tally.error:.5f} }},"
            )
        lines.append("]")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main())
