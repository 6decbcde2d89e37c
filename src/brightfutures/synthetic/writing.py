"""Writes a made-up England to a folder: statistics as published, its ledger and its truth."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from brightfutures.catalogue import Catalogue, Layout, Source, load_catalogue
from brightfutures.catalogue.sources import FileRule, TableRule
from brightfutures.synthetic.figure_tables import FigureTable
from brightfutures.synthetic.file_bytes import write_tables
from brightfutures.synthetic.forms import Form, read_forms, rules_of
from brightfutures.synthetic.ledger_file import ledger_text
from brightfutures.synthetic.list_tables import dictionary_rows, judgement_rows, neighbour_rows
from brightfutures.synthetic.outline_tables import outline_rows
from brightfutures.synthetic.planted import Planted
from brightfutures.synthetic.truth_file import truth_text
from brightfutures.synthetic.world import World, make_world

Progress = Callable[[str, int, int], None]

SEED = 2025
STATISTICS = "statistics"
GEOGRAPHY = "geography.toml"
TRUTH = "truth.json"


@dataclass(frozen=True, eq=False)
class Written:
    """What was written: `statistics` is the folder to load; `truth` stands beside it."""

    world: World
    statistics: Path
    truth: Path
    files: tuple[Path, ...]
    planted: tuple[Planted, ...]


def write_made_up_england(
    folder: Path,
    *,
    seed: int = SEED,
    catalogue: Catalogue | None = None,
    progress: Progress | None = None,
) -> Written:
    """Make the England of a seed and write it below `folder`; the same seed gives the same bytes.

    `folder`/statistics then holds files in the layouts of the official ones and the ledger of
    its areas, which says that it is made up; `folder`/truth.json holds what is true of it.
    Raises `CatalogueError` where a source no longer claims a file that is written for it.
    """
    told = progress or (lambda what, done, total: None)
    catalogue = catalogue or load_catalogue()
    told("Making up an England", 0, 1)
    world = make_world(seed, catalogue)
    told("Making up an England", 1, 1)
    statistics = folder / STATISTICS
    statistics.mkdir(parents=True, exist_ok=True)
    written: list[Path] = []
    planted: list[Planted] = []
    forms = read_forms()
    for number, form in enumerate(forms):
        told("Writing its statistics", number, len(forms))
        source, rules = rules_of(form, catalogue)
        tables = []
        if not rules:
            header, rows = dictionary_rows(catalogue, form, source)
            tables.append((FileRule(pattern=form.name, table=TableRule()), header, rows))
        for rule in rules:
            if source.dictionary is not None and not rule.reads:
                continue  # it names each key that it finds in the other rules' rows
            header, rows = _table(world, catalogue, form, source, rule, planted)
            tables.append((rule, header, rows))
        written.append(write_tables(statistics, form, source, tables))
    told("Writing its statistics", len(forms), len(forms))
    (statistics / GEOGRAPHY).write_text(ledger_text(world.councils), "utf-8", newline="\n")
    truth = folder / TRUTH
    truth.write_text(truth_text(world, catalogue), "utf-8", newline="\n")
    return Written(world, statistics, truth, tuple(written), tuple(planted))


def _table(
    world: World,
    catalogue: Catalogue,
    form: Form,
    source: Source,
    rule: FileRule,
    planted: list[Planted],
) -> tuple[list[str], list[list[str]]]:
    if source.layout is Layout.NEIGHBOURS:
        return neighbour_rows(world, form, source)
    if source.layout is Layout.JUDGEMENTS:
        return judgement_rows(world, form, source, rule)
    if source.layout is Layout.BOUNDARIES:
        return outline_rows(world, form, source, rule, planted)
    return FigureTable(world, catalogue, form, source, rule, planted).rows()
