"""Councils side by side, as a person reads it in a terminal of eighty columns."""

from __future__ import annotations

import shutil
import textwrap

from brightfutures.catalogue import STAGE_NAMES, Catalogue, Indicator
from brightfutures.delivery.compare import Asked, Compared, SideBySide, side_by_side
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.health_check_rows import standing_notice
from brightfutures.delivery.measure_table import BESIDE_ENGLAND, HOW_TO_READ, measure_table, star
from brightfutures.findings.figures import figure, listed, period_words, shown
from brightfutures.findings.place_names import placed
from brightfutures.findings.verdict_words import (
    LEVEL_SHAPES,
    both_ends_words,
    direction_words,
    level_words,
)
from brightfutures.measures import Against
from brightfutures.measures.results import Comparison
from brightfutures.measures.similar import (
    DEFAULT,
    EARLIER,
    ENGLAND_SET,
    NEAREST_IN_CONTEXT,
    REGION,
    SIMILAR,
    SIMILAR_2021,
)

WIDEST_NAME = 26

SET_WORDS = {
    SIMILAR: "the similar councils that the Department for Education lists (2025)",
    SIMILAR_2021: "the similar councils that the Department for Education listed in 2021",
    DEFAULT: "exactly the similar councils that the Department for Education lists (2025)",
    EARLIER: "exactly the similar councils that the Department for Education listed in 2021",
    REGION: "the other councils of its region",
    ENGLAND_SET: "all other councils of England",
    NEAREST_IN_CONTEXT: "the ten councils nearest to it in context",
}


def compare_text(edition: Edition, asked: Asked) -> str:
    """A readable table: one council by its measures, or several measure by measure."""
    found = side_by_side(edition, asked)
    width = max(72, min(shutil.get_terminal_size().columns, 110))
    alone = len(found.areas) == 1
    lines = [standing_notice(edition), ""] if edition.store.made_up else []
    lines += _opening(found, width)
    lines += _one(found, width) if alone else _several(edition, found, width)
    lines.append("")
    if any(star(each, found.against) for row in found.rows for each in row.comparisons):
        lines.append(BESIDE_ENGLAND)
    lines += HOW_TO_READ
    if found.left_out:
        titles = "; ".join(indicator.title for indicator in found.left_out)
        lines += textwrap.wrap(f"No figures for: {titles}.", width)
    return "\n".join(lines)


def _opening(found: Compared, width: int) -> list[str]:
    names = [area.name for area in found.areas]
    title = f"{listed(names)} side by side" if len(names) > 1 else names[0]
    whom = SET_WORDS.get(found.against, "") if isinstance(found.against, str) else ""
    if not whom:
        whom = "the councils you chose"
    each = "each " if len(names) > 1 else ""
    said = f"The verdict says how {each or 'it '}stands beside the average of {whom}."
    if len(names) > 1:
        said += (
            f" Under each measure it is said whether {placed(names[0])} itself differs from the "
            f"others by more than such figures ordinarily stray."
        )
    wrapped = textwrap.wrap(title, width)
    return [*wrapped, "=" * max(map(len, wrapped)), *textwrap.wrap(said, width)]


def _one(found: Compared, width: int) -> list[str]:
    measures = [(row.indicator, row.comparisons[0]) for row in found.rows]
    return measure_table(measures, width, found.against, _heading(found.against))


def _heading(against: Against) -> str:
    """In a word, whose average stands beside the figure."""
    if isinstance(against, tuple):
        return "chosen"
    names = {REGION: "region", ENGLAND_SET: "others", NEAREST_IN_CONTEXT: "nearest"}
    return names.get(against, "similar")


def _several(edition: Edition, found: Compared, width: int) -> list[str]:
    lines: list[str] = []
    stage = None
    names = min(WIDEST_NAME, max(len(area.name) for area in found.areas))
    for row in found.rows:
        if row.indicator.stage is not stage:
            stage = row.indicator.stage
            lines += ["", STAGE_NAMES[stage], "-" * len(STAGE_NAMES[stage])]
        else:
            lines.append("")
        lines += _block(edition, row, found.against, names, width)
    return lines


def _block(
    edition: Edition, row: SideBySide, against: Against, names: int, width: int
) -> list[str]:
    """One measure: a line for each council, England's, and how the first stands to the others."""
    indicator, first = row.indicator, row.comparisons[0]
    unit = _unit(edition.catalogue, indicator, first.period)
    lines = textwrap.wrap(f"{indicator.title} ({unit})", width)
    lines.append(f"  {'':<{names}} {'figure':>14} {'average':>9}  verdict")
    for comparison in row.comparisons:
        lines += _council(edition, indicator, comparison, against, names)
    england = first.england
    if england is not None:
        lines.append(f"  {'England':<{names}} {shown(indicator, england.value):>14}")
    indent = "  "
    lines += textwrap.wrap(
        row.pairs_sentence, width, initial_indent=indent, subsequent_indent=indent
    )
    return lines


def _council(
    edition: Edition, indicator: Indicator, comparison: Comparison, against: Against, names: int
) -> list[str]:
    verdict, similar = comparison.verdict, comparison.similar
    average = verdict.average
    if average is None and similar is not None:
        average = similar.mean
    beside = "–" if average is None else figure(indicator, average)
    ends = both_ends_words(comparison.here.value, verdict.level)
    good_or_bad = ", ".join(filter(None, (direction_words(verdict), ends)))
    word = f"{LEVEL_SHAPES[verdict.level]} {level_words(indicator, verdict)}"
    said = f"{word}{f' ({good_or_bad})' if good_or_bad else ''}{star(comparison, against)}"
    name, *more = textwrap.wrap(edition.name_of(comparison.area), names)
    here = shown(indicator, comparison.here.value)
    return [f"  {name:<{names}} {here:>14} {beside:>9}  {said}", *(f"    {part}" for part in more)]


def _unit(catalogue: Catalogue, indicator: Indicator, period: str) -> str:
    unit = "" if indicator.unit == "%" else f"{indicator.unit}, "
    return f"{unit}{period_words(catalogue, indicator, period)}"
