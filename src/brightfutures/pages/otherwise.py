"""Would another comparison say otherwise? The sentence under the table of comparisons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from brightfutures.findings.alternatives_words import alternatives_sentence
from brightfutures.measures.results import Alternative, Level


@dataclass(frozen=True, kw_only=True)
class Otherwise:
    """What the other comparisons say together."""

    sentence: str


def otherwise(given: Level, alternatives: Sequence[Alternative]) -> Otherwise:
    """What is said of one council; without a sentence where no comparison can say anything."""
    return Otherwise(sentence=alternatives_sentence(given, alternatives) or "")
