"""Sentences that name measures, as a page shows them: pieces of text, some of them links."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from brightfutures.findings.said import Named, Said

AddressOf = Callable[[str], str]
"""The address of an indicator's page by its id."""


@dataclass(frozen=True)
class Piece:
    """Some words, and where they lead; None: nowhere."""

    text: str
    href: str | None = None


Prose = tuple[tuple[Piece, ...], ...]
"""Sentences, each in pieces."""


def prose(sentences: Sequence[Said], address_of: AddressOf) -> Prose:
    """Sentences with a link on every measure that they name."""
    return tuple(
        tuple(
            Piece(part.words, address_of(part.indicator))
            if isinstance(part, Named)
            else Piece(part)
            for part in said.parts
        )
        for said in sentences
    )


def linked(sentence: str, addresses: Mapping[str, str]) -> tuple[Piece, ...]:
    """A sentence with a link on each of these names, longer ones first; none on one without one."""
    if not addresses:
        return (Piece(sentence),)
    longest_first = sorted(addresses, key=len, reverse=True)
    parted = re.split(f"({'|'.join(map(re.escape, longest_first))})", sentence)
    return tuple(Piece(part, addresses.get(part) or None) for part in parted if part)
