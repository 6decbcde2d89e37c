"""Reads every claimed file into tidy rows, tables of similar councils and judgements."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from brightfutures.catalogue.series import Series
from brightfutures.catalogue.sources import (
    FileRule,
    Format,
    Layout,
    ReleaseRule,
    Source,
    TableRule,
)
from brightfutures.published.boundaries import BoundariesReader
from brightfutures.published.claims import Claim, matches
from brightfutures.published.csv_files import read_csv
from brightfutures.published.dictionary import Entry, read_dictionary, read_keyed_figures
from brightfutures.published.figures import FigureReader, FigureRules, with_newest_release
from brightfutures.published.geojson_files import read_geojson
from brightfutures.published.judgements import JudgementRow, read_judgements
from brightfutures.published.neighbours import NeighbourRow, read_neighbours
from brightfutures.published.parquet_files import read_parquet
from brightfutures.published.places import Places
from brightfutures.published.repeats import without_repeated_cells
from brightfutures.published.reports import DictionarySeries
from brightfutures.published.sheets import read_sheet
from brightfutures.published.tables import Table
from brightfutures.published.tidy_rows import TidyRows, Vocabulary
from brightfutures.quantities import PlainError

Progress = Callable[[str, int, int], None]


@dataclass
class EverythingRead:
    """All that the files gave, before it is stored."""

    words: Vocabulary
    rows: list[TidyRows] = field(default_factory=list)
    neighbours: list[NeighbourRow] = field(default_factory=list)
    judgements: list[JudgementRow] = field(default_factory=list)
    dictionary: list[DictionarySeries] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def read_claims(
    claims: Sequence[Claim], series: Mapping[str, Series], places: Places, progress: Progress
) -> EverythingRead:
    """Read every file; `PlainError` at the first that is not as its source declares."""
    read = EverythingRead(Vocabulary.empty())
    dictionaries = _dictionaries(claims)
    for number, claim in enumerate(claims):
        progress(f"Reading {claim.file.shown}", number, len(claims))
        parts: list[TidyRows] = []
        tables: dict[TableRule, Table] = {}  # two rules may read one table
        for rule in claim.rules:
            table_rule = rule.table or claim.source.table
            if table_rule not in tables:
                tables[table_rule] = read_table(claim, table_rule)
            table = tables[table_rule]
            _read_rule(table, claim, rule, number, series, places, dictionaries, read, parts)
        if parts:
            together = TidyRows.together(parts)
            whole = with_newest_release(together, read.words)
            read.rows.append(
                without_repeated_cells(
                    whole, read.words, places.codes, claim.file.shown, claim.source.repeats
                )
            )
    progress("Reading", len(claims), len(claims))
    return read


def _dictionaries(claims: Sequence[Claim]) -> dict[str, dict[str, Entry]]:
    found: dict[str, dict[str, Entry]] = {}
    for claim in claims:
        rule = claim.source.dictionary
        if rule is not None and matches(rule.file, claim.file.location.as_posix()):
            content = claim.file.location.read_bytes()
            encoding = claim.source.table.encoding
            found[claim.source.id] = read_dictionary(claim.file.shown, content, rule, encoding)
    return found


def _read_rule(
    table: Table,
    claim: Claim,
    rule: FileRule,
    number: int,
    series: Mapping[str, Series],
    places: Places,
    dictionaries: Mapping[str, dict[str, Entry]],
    read: EverythingRead,
    parts: list[TidyRows],
) -> None:
    source = claim.source
    if source.layout is Layout.NEIGHBOURS:
        if source.neighbours is None:
            raise PlainError(f"Source '{source.id}' declares no table of similar councils.")
        read.neighbours += read_neighbours(table, source.neighbours, places, number)
        return
    if source.layout is Layout.JUDGEMENTS:
        judged = rule.judgements or source.judgements
        if judged is None:
            raise PlainError(f"Source '{source.id}' declares no judgements.")
        areas = rule.areas or source.areas
        read.judgements += read_judgements(table, judged, areas, places, number, source.aliases)
        return
    rules = _figure_rules(source, rule, claim)
    if source.dictionary is not None and not rules.reads:
        if source.id not in dictionaries:
            raise PlainError(
                f"{claim.file.shown} needs its dictionary, {source.dictionary.file}, which is "
                "not among the files: load the folder that holds both."
            )
        keyed = read_keyed_figures(
            table, source.dictionary, rules, dictionaries[source.id], places, read.words, number
        )
        read.dictionary += keyed.series
        read.notes += keyed.notes
        parts.append(keyed.rows)
        return
    reader = BoundariesReader if source.layout is Layout.BOUNDARIES else FigureReader
    figures = reader(table, rules, places, read.words, number, read.notes).read(series)
    if figures is not None:
        parts.append(figures)


def read_table(claim: Claim, rule: TableRule) -> Table:
    """The table that a rule describes in a claimed file."""
    name = claim.file.shown
    if rule.format is Format.PARQUET:
        return read_parquet(name, claim.file.location)
    content = claim.file.location.read_bytes()
    if rule.format is Format.SHEET:
        return read_sheet(name, content, rule)
    if rule.format is Format.GEOJSON:
        return read_geojson(name, content)
    return read_csv(name, content, rule)


def _figure_rules(source: Source, rule: FileRule, claim: Claim) -> FigureRules:
    return FigureRules(
        areas=rule.areas or source.areas,
        periods=rule.periods or source.periods,
        reads=rule.reads or source.reads,
        marks=rule.marks if rule.marks is not None else source.marks,
        not_returned=rule.not_returned,
        aliases=source.aliases,
        period=rule.period,
        release=source.release,
        release_label=_release_label(source, rule, claim),
        release_column=source.release_column,
    )


def _release_label(source: Source, rule: FileRule, claim: Claim) -> str | None:
    if source.release is ReleaseRule.STATED:
        if rule.release_label is None:
            raise PlainError(
                f"Source '{source.id}' does not state the release of {claim.file.shown}."
            )
        return rule.release_label
    if source.release is ReleaseRule.PATH:
        match = re.search(rule.release_pattern or "", claim.file.location.as_posix())
        if match is None or not match.groups():
            raise PlainError(
                f"The path of {claim.file.shown} does not say its release, which its source "
                f"finds by '{rule.release_pattern}': keep the folders as published."
            )
        return match[1]
    return None


def with_joint_returns(rows: TidyRows, places: Places) -> TidyRows:
    """Rows with, for each row of a joint return, one for each of its councils, figure and all.

    The joint row stays beside them, so that a sum of councils counts it once.
    """
    joint = np.flatnonzero(rows.area >= places.first_joint)
    if not len(joint):
        return rows
    parts = [rows]
    for number in np.unique(rows.area[joint]).tolist():
        these = joint[rows.area[joint] == number]
        for member in places.members(number):
            copy = rows.chosen(these)
            copy.area[:] = member
            parts.append(copy)
    return TidyRows.together(parts)


def counted_notes(notes: Sequence[str]) -> tuple[str, ...]:
    """Notes in the order they came, each once."""
    return tuple(Counter(notes))
