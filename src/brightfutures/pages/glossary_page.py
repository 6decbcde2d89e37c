"""What the words mean: the glossary's view model."""

from __future__ import annotations

from dataclasses import dataclass

from brightfutures.catalogue import Catalogue
from brightfutures.findings.figures import many


@dataclass(frozen=True, kw_only=True)
class TermLine:
    """One word; `anchor` is its id in the catalogue and the end of its address."""

    anchor: str
    term: str
    official: str
    meaning: str


@dataclass(frozen=True, kw_only=True)
class LetterLines:
    """The words that begin with one letter."""

    letter: str
    terms: tuple[TermLine, ...]


@dataclass(frozen=True, kw_only=True)
class GlossaryPage:
    """Everything the template of the glossary shows."""

    document_title: str
    masthead: None
    eyebrow: str
    h1: str
    letters: tuple[LetterLines, ...]
    downloads: tuple[tuple[str, str], ...]


def glossary_page(
    catalogue: Catalogue, downloads: tuple[tuple[str, str], ...] = ()
) -> GlossaryPage:
    """The view model: every word by the alphabet."""
    letters: dict[str, list[TermLine]] = {}
    for term in sorted(catalogue.glossary.values(), key=lambda entry: entry.term.lower()):
        letters.setdefault(term.term[0].upper(), []).append(
            TermLine(
                anchor=term.id,
                term=term.term,
                official=term.official or "",
                meaning=term.meaning,
            )
        )
    return GlossaryPage(
        document_title="What the words mean – Bright Futures",
        masthead=None,
        eyebrow="What the words mean",
        h1=f"{many(len(catalogue.glossary), 'word')}, and each has one meaning here",
        letters=tuple(
            LetterLines(letter=letter, terms=tuple(found)) for letter, found in letters.items()
        ),
        downloads=downloads,
    )
