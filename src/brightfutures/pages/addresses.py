"""Addresses of pages: one place, so that a link cannot disagree with a route."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from brightfutures.catalogue import Stage
from brightfutures.quantities import Area, AreaKind, WrongUse

FORMATS: tuple[tuple[str, str], ...] = (
    ("Excel", "xlsx"),
    ("CSV", "csv"),
    ("JSON", "json"),
)
"""How every page can be downloaded: the word on the link and the suffix."""

FIND = "/find"
ENGLAND = "/england"
MONEY = "/money"
INDICATORS = "/indicators"
METHODS = "/methods"
TRACK_RECORD = "/track-record"
DATA = "/data"
CATALOGUE = "/catalogue"
GLOSSARY = "/glossary"
ACCESSIBILITY = "/accessibility"
ABOUT = "/about"
COMPARE = "/compare"
REGIONS = "/regions"
HOW_TO_ASK = "/how-to-ask"

INSPECTION = "inspection"
"""The word after `/england/` of the page on what inspections and figures say of each other."""

RESERVED = frozenset(
    {
        "find",
        "index",
        "static",
        *(
            address.strip("/")
            for address in (ENGLAND, MONEY, REGIONS, COMPARE, INDICATORS, METHODS)
        ),
        *(address.strip("/") for address in (TRACK_RECORD, DATA, CATALOGUE, GLOSSARY)),
        *(address.strip("/") for address in (ACCESSIBILITY, ABOUT)),
    }
)
"""First words of an address that no council may take."""


NAMES_KEPT = 512


def slug(area: Area) -> str:
    """An area's name as it stands in an address: `kingston-upon-hull-city-of`."""
    return slug_of(area.name)


@lru_cache(maxsize=NAMES_KEPT)
def slug_of(name: str) -> str:
    """A name as it stands in an address; those of all of England's areas are kept."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    words = "".join(
        letter if letter.isalnum() else "" if letter in "'." else " " for letter in plain
    )
    return "-".join(words.split())


def council_address(area: Area) -> str:
    """The address of a council's overview."""
    return f"/{slug(area)}"


def region_address(area: Area) -> str:
    """The address of a region's page: `/regions/north-west`."""
    return f"{REGIONS}/{slug(area)}"


def area_address(area: Area) -> str:
    """The address of an area's own page; a part of a region has none: `WrongUse`."""
    match area.kind:
        case AreaKind.COUNCIL:
            return council_address(area)
        case AreaKind.REGION:
            return region_address(area)
        case AreaKind.COUNTRY:
            return ENGLAND
    raise WrongUse(f"There is no page of {area.name}; find one of its councils.")


def council_page_address(area: Area, word: str) -> str:
    """The address of one of a council's other pages: `/essex/framework`."""
    return f"/{slug(area)}/{word}"


def stage_word(stage: Stage) -> str:
    """The last word of a stage's address: `coming-in`."""
    return stage.value.replace("_", "-")


def stage_address(area: Area, stage: Stage) -> str:
    """The address of a stage's page; money's is of a kind of its own."""
    return council_page_address(area, stage_word(stage))


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
