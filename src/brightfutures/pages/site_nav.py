"""The ways on that stand at the head and foot of a page: of the site, and of one council."""

from __future__ import annotations

from dataclasses import dataclass

from brightfutures.catalogue import STAGE_NAMES, WITH_A_PAGE
from brightfutures.pages.addresses import (
    ABOUT,
    ACCESSIBILITY,
    CATALOGUE,
    COMPARE,
    DATA,
    ENGLAND,
    GLOSSARY,
    INDICATORS,
    METHODS,
    REGIONS,
    TRACK_RECORD,
    council_address,
    council_page_address,
    stage_word,
)
from brightfutures.quantities import Area

PLACES: tuple[tuple[str, str], ...] = (
    ("Find a council", "/"),
    ("England", ENGLAND),
    ("Regions", REGIONS),
    ("Compare councils", COMPARE),
    ("All indicators", INDICATORS),
    ("Methods", METHODS),
    ("About", ABOUT),
)
"""Where the head of every page of no council leads: the words of the link and the address."""

MORE_PLACES: tuple[tuple[str, str], ...] = (
    ("Figures and Ofsted", f"{ENGLAND}/inspection"),
    ("The National Framework", f"{ENGLAND}/framework"),
    ("How often we are right", TRACK_RECORD),
    ("Where the figures come from", DATA),
    ("Catalogue of measures", CATALOGUE),
    ("Glossary", GLOSSARY),
    ("Accessibility", ACCESSIBILITY),
)
"""Where the foot of every page leads besides."""

OTHER_PAGES: tuple[tuple[str, str], ...] = (
    ("Framework", "framework"),
    ("Priorities", "priorities"),
    ("Similar councils", "similar"),
    ("Questions", "questions"),
)
"""The pages of a council besides its overview and the stages of the journey."""


@dataclass(frozen=True, kw_only=True)
class NavLink:
    """A way on; `here` is the one that leads to the page that is shown, or to its part."""

    words: str
    href: str
    here: bool


def site_nav(address: str | None) -> tuple[NavLink, ...]:
    """The ways on at the head of a page of no council."""
    return _marked(PLACES, address or "")


def foot_nav() -> tuple[tuple[str, str], ...]:
    """The ways on at the foot of every page."""
    return (*PLACES, *MORE_PLACES)


def council_nav(area: Area, address: str) -> tuple[NavLink, ...]:
    """The pages of one council: overview, the stages of the journey, and what lies beside them."""
    pages = [("Overview", council_address(area))]
    pages += [
        (STAGE_NAMES[stage], council_page_address(area, stage_word(stage))) for stage in WITH_A_PAGE
    ]
    pages += [(words, council_page_address(area, word)) for words, word in OTHER_PAGES]
    return _marked(tuple(pages), address)


def _marked(places: tuple[tuple[str, str], ...], address: str) -> tuple[NavLink, ...]:
    path = address.partition("?")[0]
    exact = path in {href for _, href in places}
    return tuple(
        NavLink(
            words=words,
            href=href,
            here=path == href
            or (not exact and href.count("/") == 1 and path.startswith(f"{href}/") and href != "/"),
        )
        for words, href in places
    )
