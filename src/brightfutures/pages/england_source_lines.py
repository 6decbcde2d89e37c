"""The file and the row of England's figures, worded of its councils and not of one of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from brightfutures.catalogue import Catalogue
from brightfutures.pages.doors import SourceLine, source_lines
from brightfutures.published.readings import SourceRow

OF_ALL = (
    ("What the council ", "What England’s councils "),
    ("its section 251 return", "their section 251 returns"),
    ("the council itself as the provider", "the councils themselves as the providers"),
    ("the council itself runs", "councils themselves run"),
    ("the council itself provides", "councils themselves provide"),
    ("by the council", "by councils"),
)
"""What a series' sentence says of one council, and what of all of them together."""


def england_source_lines(
    catalogue: Catalogue, rows: Sequence[SourceRow], source_of_file: Mapping[str, str]
) -> tuple[SourceLine, ...]:
    """Each reading of England with its file, row and column, as `source_lines` gives it."""
    return tuple(
        replace(line, what=of_all_councils(line.what))
        for line in source_lines(catalogue, rows, source_of_file)
    )


def of_all_councils(sentence: str) -> str:
    """A sentence of what a council's figure is, of the figure of all of them."""
    for one, every in OF_ALL:
        sentence = sentence.replace(one, every)
    return sentence
