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

ENGLAND = "/england"
INDICATORS = "/indicators"
METHODS = "/methods"
TRACK_RECORD = "/track-record"
DATA = "/data"
CATALOGUE = "/catalogue"
GLOSSARY = "/glossary"
ACCESSIBILITY = "/accessibility"
ABOUT = "/about"

PLACES: tuple[tuple[str, str], ...] = (
    ("Find a council", "/"),
    ("England", f"{ENGLAND}/framework"),
    ("Figures and Ofsted", f"{ENGLAND}/inspection"),
    ("All indicators", INDICATORS),
    ("Methods", METHODS),
    ("Track record", TRACK_RECORD),
)
"""The pages that every page of the site leads to: the words of the link and the address."""

RESERVED = frozenset(
    {
        "find",
        "static",
        *(address.strip("/") for address in (ENGLAND, INDICATORS, METHODS, TRACK_RECORD)),
        *(address.strip("/") for address in (DATA, CATALOGUE, GLOSSARY, ACCESSIBILITY, ABOUT)),
    }
)
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


def council_page_address(area: Area, word: str) -> str:
    """The address of one of a council's other pages: `/essex/framework`."""
    return f"/{slug(area)}/{word}"


def england_page_address(word: str) -> str:
    """The address of one of England's pages: `/england/framework`."""
    return f"{ENGLAND}/{word}"


def indicator_address(area: Area, indicator: str) -> str:
    """The address of one indicator of a council."""
    return f"/{slug(area)}/indicators/{indicator}"


def national_address(indicator: str) -> str:
    """The address of one indicator over all England."""
    return f"{INDICATORS}/{indicator}"


def topic_address(topic: str) -> str:
    """The address of one topic of the Methods pages."""
    return f"{METHODS}/{topic}"


def data_address(source: str) -> str:
    """The address of one source's files, series and sums: `/data/lait`."""
    return f"{DATA}/{source}"


def term_address(term: str) -> str:
    """The address of a word of the glossary, by its id."""
    return f"{GLOSSARY}#{term}"
