"""Addresses of pages: one place, so that a link cannot disagree with a route."""

from __future__ import annotations

import unicodedata

from brightfutures.quantities import Area

FORMATS: tuple[tuple[str, str], ...] = (
    ("Excel", "xlsx"),
    ("CSV", "csv"),
    ("JSON", "json"),
)
"""How every page can be downloaded: the word on the link and the suffix."""

RESERVED = frozenset({"find", "static", "england", "data", "methods", "catalogue", "glossary"})
"""First words of an address that no council may take."""


def slug(area: Area) -> str:
    """An area's name as it stands in an address: `kingston-upon-hull-city-of`."""
    plain = unicodedata.normalize("NFKD", area.name).encode("ascii", "ignore").decode().lower()
    words = "".join(
        letter if letter.isalnum() else "" if letter in "'." else " " for letter in plain
    )
    return "-".join(words.split())


def council_address(area: Area) -> str:
    """The address of a council's overview."""
    return f"/{slug(area)}"


def indicator_address(area: Area, indicator: str) -> str:
    """The address of one indicator of a council."""
    return f"/{slug(area)}/indicators/{indicator}"
