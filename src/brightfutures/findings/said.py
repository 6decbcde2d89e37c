"""A sentence that names measures: its words, which of them lead to a page, and what it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from brightfutures.findings.finding import Certainty, Evidence, Finding
from brightfutures.measures.results import Comparison


@dataclass(frozen=True)
class Named:
    """The words by which a sentence names an indicator."""

    indicator: str
    words: str


Part = str | Named
"""A piece of a sentence: plain words, or words that name an indicator."""


@dataclass(frozen=True, kw_only=True)
class Said:
    """A finding in pieces, so that a page can make a link of each measure it names."""

    parts: tuple[Part, ...]
    certainty: Certainty
    evidence: tuple[Evidence, ...] = ()

    @property
    def sentence(self) -> str:
        """The words alone."""
        return "".join(words_of(part) for part in self.parts)

    @property
    def finding(self) -> Finding:
        """The same without its pieces."""
        return Finding(sentence=self.sentence, certainty=self.certainty, evidence=self.evidence)


def words_of(part: Part) -> str:
    """What a piece reads as."""
    return part.words if isinstance(part, Named) else part


def say(
    *parts: Part | Sequence[Part],
    about: Iterable[Comparison] = (),
    certainty: Certainty = Certainty.TESTED,
) -> Said:
    """A sentence of these pieces (or runs of pieces) about these comparisons."""
    pieces: list[Part] = []
    for part in parts:
        pieces += [part] if isinstance(part, str | Named) else part
    return Said(
        parts=tuple(pieces),
        certainty=certainty,
        evidence=tuple(Evidence(indicator=entry.indicator, period=entry.period) for entry in about),
    )


def in_a_row(items: Sequence[Sequence[Part]]) -> tuple[Part, ...]:
    """Several runs of pieces as a person lists them: "a, b and c"; semicolons where one has commas.

    What stands in brackets may hold a comma without that.
    """
    if not items:
        return ()
    semicolons = any(", " in _outside_brackets(item) for item in items)
    between, last = ("; ", "; and ") if semicolons else (", ", " and ")
    found: list[Part] = list(items[0])
    for place, item in enumerate(items[1:], start=2):
        found += [last if place == len(items) else between, *item]
    return tuple(found)


def _outside_brackets(item: Sequence[Part]) -> str:
    text = "".join(words_of(part) for part in item)
    depth, kept = 0, []
    for letter in text:
        depth += (letter == "(") - (letter == ")")
        if not depth:
            kept.append(letter)
    return "".join(kept)
