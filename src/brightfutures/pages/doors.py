"""The door behind a figure: how it is worked out, what is known of it, its file and row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from brightfutures.catalogue import Catalogue, Indicator
from brightfutures.findings import figures
from brightfutures.findings.figures import missing_sentences, number, period_words
from brightfutures.findings.how_many_words import so_many
from brightfutures.findings.notes import (
    alikeness_sentence,
    approach_sentence,
    likely_range_sentence,
    moved_sentence,
    rank_sentence,
    steadiness_sentence,
    wobble_sentence,
)
from brightfutures.findings.place_names import placed
from brightfutures.findings.verdict_words import verdict_sentence
from brightfutures.measures.results import Comparison
from brightfutures.pages.addresses import data_address
from brightfutures.pages.published_unit import published_unit
from brightfutures.published.readings import SourceRow
from brightfutures.quantities import Area, Missing

NOT_PEOPLE = "counts_fte_not_people"
"""The warning of figures that are no count of people, of which chance alone says nothing."""


@dataclass(frozen=True, kw_only=True)
class SourceLine:
    """One reading's place in its file, as a person reads it; `unit` is that of money."""

    what: str
    figure: str
    file: str
    row: int
    column: str
    publication: str
    href: str | None = None
    unit: str = ""


@dataclass(frozen=True, kw_only=True)
class Door:
    """What lies behind one figure of the page."""

    anchor: str
    title: str
    sentence: str
    verdict: str
    notes: tuple[str, ...]
    sources: tuple[SourceLine, ...]
    rows_of_others: str


def door(
    catalogue: Catalogue,
    indicator: Indicator,
    area: Area,
    comparison: Comparison,
    rows: Sequence[SourceRow],
    others: Sequence[tuple[str, Sequence[SourceRow]]],
) -> Door:
    """The door behind one indicator of one council."""
    sentence = figure_sentence(catalogue, indicator, area, comparison)
    verdict = verdict_sentence(indicator, comparison)
    if sentence.endswith(verdict.removeprefix("Cannot say. ")):  # the reason is not said twice
        verdict = "So there is no verdict."
    return Door(
        anchor=f"about-{indicator.id}",
        title=indicator.title,
        sentence=sentence,
        verdict=verdict,
        notes=notes(catalogue, indicator, comparison),
        sources=source_lines(catalogue, rows),
        rows_of_others=rows_of_others(rows, others),
    )


def figure_sentence(
    catalogue: Catalogue, indicator: Indicator, area: Area, comparison: Comparison
) -> str:
    """The indicator's own sentence with the council's figure in it, or why there is none."""
    value = comparison.here.value
    if isinstance(value, Missing):
        when = period_words(catalogue, indicator, comparison.period)
        return f"There is no figure for {placed(area.name)} {when}. {missing_sentences(value)}"
    return figures.figure_sentence(indicator, area.name, value, comparison.period)


def notes(catalogue: Catalogue, indicator: Indicator, comparison: Comparison) -> tuple[str, ...]:
    """How it is worked out, then what is known of its range, place, steadiness and movement."""
    division = worked_out_sentence(catalogue, indicator, comparison)
    return (*([division] if division else []), *what_is_known(indicator, comparison))


def what_is_known(
    indicator: Indicator, comparison: Comparison, *, said_above: bool = False
) -> tuple[str, ...]:
    """A figure's range, wobble, place, steadiness and movement, each a sentence where known.

    Range and movement are left out where the page has `said_above` what they are.
    """
    candidates = (
        None
        if said_above or NOT_PEOPLE in indicator.warnings
        else likely_range_sentence(indicator, comparison.interval),
        wobble_sentence(comparison.wobble),
        alikeness_sentence(comparison.similar, comparison.verdict.against),
        steadiness_sentence(comparison.steadiness),
        rank_sentence(comparison.rank, comparison.verdict),
        None if said_above else moved_sentence(indicator, comparison.moved),
        approach_sentence(comparison),
    )
    return tuple(sentence for sentence in candidates if sentence)


def worked_out_sentence(
    catalogue: Catalogue, indicator: Indicator, comparison: Comparison
) -> str | None:
    """The division behind the figure, with its counts."""
    here = comparison.here
    when = period_words(catalogue, indicator, comparison.period)
    top = _units(catalogue, indicator.numerator)
    if here.numerator is None:
        return None
    if here.denominator is None:
        return f"{so_many(here.numerator, top)} {when}."
    below = _units(catalogue, indicator.denominator)
    per = "" if indicator.per == 1 else f", times {number(indicator.per)}"
    counted, of = so_many(here.numerator, top), so_many(here.denominator, below)
    return f"{counted} {when}, divided by {of}{per}."


def _units(catalogue: Catalogue, series: Sequence[str]) -> str:
    """What several series added together count: "vacancies and social workers"."""
    return " and ".join(dict.fromkeys(catalogue.series[name].unit for name in series))


def source_lines(
    catalogue: Catalogue,
    rows: Sequence[SourceRow],
    source_of_file: Mapping[str, str] = MappingProxyType({}),
) -> tuple[SourceLine, ...]:
    """Each reading with its file, row and column, and the page of its source where one is told."""
    return tuple(
        SourceLine(
            what=catalogue.series[row.series].sentence.rstrip("."),
            figure=row.as_published.replace("-", "−", 1)
            if row.as_published[:1] == "-"
            else row.as_published,
            file=row.file,
            row=row.row,
            column=row.column,
            publication=f"{row.publisher}, {row.publication} ({row.release})",
            href=data_address(source_of_file[row.file]) if row.file in source_of_file else None,
            unit=published_unit(catalogue.series[row.series].unit, row),
        )
        for row in rows
    )


def rows_of_others(
    ours: Sequence[SourceRow], others: Sequence[tuple[str, Sequence[SourceRow]]]
) -> str:
    """Where the figures it stands beside are: their rows in the same files, in the same order.

    A file that is not among ours is named.
    """
    files = {row.file for row in ours}
    parts = []
    for name, rows in others:
        places = [
            f"{row.row:,}" if row.file in files or not files else f"{row.row:,} of {row.file}"
            for row in rows
        ]
        parts.append(f"{name} {' and '.join(places)}")
    if not parts:
        return ""
    return f"Rows, in the same order, of those it stands beside: {'; '.join(parts)}."


def source_sentence(rows: Sequence[SourceRow]) -> str:
    """The publications behind a figure, in one line under its chart."""
    seen = dict.fromkeys(f"{row.publisher}, {row.publication}" for row in rows)
    return f"Source: {'; '.join(seen)}." if seen else ""
