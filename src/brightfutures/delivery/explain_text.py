"""One figure taken apart, as a person reads it in a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from brightfutures.catalogue import Indicator
from brightfutures.delivery.comparison_set import comparison_set
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.expectation import expectation_lines
from brightfutures.delivery.health_check_rows import standing_notice
from brightfutures.delivery.level_behind import level_behind_lines
from brightfutures.findings.alternatives_words import alternative_words, alternatives_sentence
from brightfutures.findings.context_words import (
    WEIGHED_ALIKE,
    context_sentences,
    neighbour_words,
)
from brightfutures.findings.figures import missing_sentences, period_words, shown, unit_words
from brightfutures.findings.verdict_words import LEVEL_SHAPES, verdict_sentence
from brightfutures.measures.results import Alternative, Cell, Comparison
from brightfutures.measures.similar import NEAREST_IN_CONTEXT
from brightfutures.pages.doors import figure_sentence, notes
from brightfutures.quantities import Area, Missing


def explain_text(
    edition: Edition,
    indicator_text: str,
    council_text: str,
    period_text: str | None = None,
    against_text: str | None = None,
) -> str:
    """A readable account of one indicator of one area in one period."""
    edition = edition.holding(indicator_text)
    indicator = edition.indicator(indicator_text)
    area = edition.area(council_text)
    against = comparison_set(edition, against_text)
    period = edition.period(indicator, period_text)
    comparison = edition.measures.compare(indicator.id, area.code, period, against=against)
    alternatives = edition.measures.alternatives(
        indicator.id, area.code, comparison.period, against=against
    )
    catalogue = edition.catalogue
    when = period_words(catalogue, indicator, comparison.period)
    lines = [standing_notice(edition), ""] if edition.store.made_up else []
    lines += [
        f"{indicator.title}, {area.name}, {when}",
        unit_words(indicator),
        "",
        *textwrap.wrap(figure_sentence(catalogue, indicator, area, comparison), 80),
        *textwrap.wrap(verdict_sentence(indicator, comparison), 80),
        "",
    ]
    beside = _beside(edition, comparison)
    longest = max(len(name) for name, _ in beside)
    lines += [f"  {name:<{longest}} {value:>14}" for name, value in beside]
    lines.append("")
    for note in notes(catalogue, indicator, comparison):
        lines += textwrap.wrap(f"- {note}", 80, subsequent_indent="  ")
    lines += _otherwise(indicator, comparison, alternatives)
    lines += level_behind_lines(edition, comparison)
    lines += expectation_lines(edition, comparison)
    if against == NEAREST_IN_CONTEXT and comparison.similar is not None:
        lines += _nearest(edition, area)
    lines += ["", "Over the years"]
    lines += [
        f"  {cell.period:<8} {shown(indicator, cell.value):>14}  {_counts(cell)}"
        for cell in comparison.history
    ]
    lines += ["", "Where the figure stands"]
    lines += [
        f"  {row.as_published:>12}  {row.file}, row {row.row}, column {row.column}\n"
        f"  {'':>12}  {row.publisher}, {row.publication}, release {row.release}"
        for row in edition.source_rows(comparison)
    ] or ["  No file that is loaded gives this figure."]
    return "\n".join(lines)


def _beside(edition: Edition, comparison: Comparison) -> list[tuple[str, str]]:
    indicator = edition.catalogue.indicators[comparison.indicator]
    rows = [(edition.name_of(comparison.area), shown(indicator, comparison.here.value))]
    similar = comparison.similar
    if similar is not None:
        for name, value in (
            ("average", similar.mean),
            ("plain mean", similar.plain_mean),
            ("median", similar.median),
            ("pooled", similar.pooled),
        ):
            title = f"{similar.title}, {name} of {similar.with_value}"
            rows.append((title, shown(indicator, value)))
    for cell in (comparison.region, comparison.england):
        if cell is not None and cell.area != comparison.area:
            rows.append((edition.name_of(cell.area), shown(indicator, cell.value)))
    return rows


def _nearest(edition: Edition, area: Area) -> list[str]:
    """Who is nearest in context, how far away, and in what they differ."""
    context = edition.measures.comparators.context(area.code)
    names = {each.code: each.name for each in edition.geography.areas}
    lines = ["", "Nearest in context"]
    for sentence in (*context_sentences(context, names), WEIGHED_ALIKE):
        lines += textwrap.wrap(sentence, 80)
    lines += [f"  {names[each.area]}: {neighbour_words(context, each)}" for each in context.nearest]
    return lines


def _otherwise(
    indicator: Indicator, comparison: Comparison, alternatives: Sequence[Alternative]
) -> list[str]:
    """What would be said with another average or beside other councils."""
    sentence = alternatives_sentence(comparison.verdict.level, alternatives)
    if sentence is None:
        return []
    longest = max(len(each.title) for each in alternatives)
    return [
        "",
        "Would another comparison say otherwise?",
        *textwrap.wrap(sentence, 80),
        *(
            f"  {each.title:<{longest}} {shown(indicator, each.value):>8}  "
            f"{LEVEL_SHAPES[each.level]} "
            f"{alternative_words(indicator, comparison.here.value, each)}"
            for each in alternatives
        ),
    ]


def _counts(cell: Cell) -> str:
    if isinstance(cell.value, Missing):
        return missing_sentences(cell.value)
    if cell.numerator is None or cell.denominator is None:
        return ""
    return f"{cell.numerator:,.0f} of {cell.denominator:,.0f}"
