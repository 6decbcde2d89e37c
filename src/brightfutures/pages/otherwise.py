"""Would another comparison say otherwise? A block on the page of an indicator."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from brightfutures.catalogue import Indicator
from brightfutures.findings.alternatives_words import (
    alternative_words,
    alternatives_sentence,
    counted_as_similar_sentence,
)
from brightfutures.findings.context_words import (
    WEIGHED_ALIKE,
    context_sentences,
    neighbour_words,
)
from brightfutures.findings.figures import shown
from brightfutures.findings.verdict_words import DIFFERENT, LEVEL_SHAPES
from brightfutures.measures.context_results import Context
from brightfutures.measures.results import Alternative, Comparison
from brightfutures.pages.verdict_cell import VerdictCell


@dataclass(frozen=True, kw_only=True)
class OtherwiseRow:
    """What one other average, or set of councils, would say."""

    who: str
    average: str
    verdict: VerdictCell


@dataclass(frozen=True, kw_only=True)
class Otherwise:
    """The sentence, the table under it, and how many councils count this one as similar."""

    sentence: str
    rows: tuple[OtherwiseRow, ...]
    counted_as_similar: str
    nearest_says: tuple[str, ...]
    nearest: tuple[tuple[str, str], ...]  # the name of each, and how far away it is


def otherwise(
    indicator: Indicator,
    comparison: Comparison,
    alternatives: Sequence[Alternative],
    counting: tuple[str, Sequence[str]],
    context: Context,
    names: Mapping[str, str],
) -> Otherwise:
    """The block of one council; without a sentence and rows where no comparison can say anything.

    `counting` is the council's name and the codes of those that count it as similar.
    """
    council, codes = counting
    sentence = alternatives_sentence(comparison.verdict.level, alternatives)
    return Otherwise(
        sentence=sentence or "",
        rows=tuple(
            OtherwiseRow(
                who=each.title,
                average=shown(indicator, each.value),
                verdict=VerdictCell(
                    shape=LEVEL_SHAPES[each.level],
                    words=alternative_words(indicator, comparison.here.value, each),
                    different=each.level in DIFFERENT,
                    note="",
                ),
            )
            for each in (alternatives if sentence else ())
        ),
        counted_as_similar=counted_as_similar_sentence(council, [names[code] for code in codes]),
        nearest_says=(*context_sentences(context, names), WEIGHED_ALIKE),
        nearest=tuple(
            (names[each.area], neighbour_words(context, each)) for each in context.nearest
        ),
    )
