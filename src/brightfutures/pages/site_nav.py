"""The ways on that stand at the head and foot of a page: of the site, and of one council."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode

from brightfutures.catalogue import STAGE_NAMES, Stage
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
    MONEY,
    REGIONS,
    TRACK_RECORD,
    council_address,
    council_page_address,
    stage_word,
)
from brightfutures.pages.comparison_form import FIELD
from brightfutures.quantities import Area

SIMILAR = "similar"

PLACES: tuple[tuple[str, str], ...] = (
    ("Find a council", "/"),
    ("England", ENGLAND),
    ("Money", MONEY),
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

FEW_PLACES = frozenset({"/", ENGLAND, METHODS, ABOUT, DATA, GLOSSARY, ACCESSIBILITY})
"""Where the foot of a council's page of one measure leads."""

OTHER_PAGES: tuple[tuple[str, str], ...] = (
    ("Questions", "questions"),
    ("Similar councils", SIMILAR),
    ("Framework", "framework"),
    ("Priorities", "priorities"),
)
"""The pages of a council besides its overview and the stages of the journey."""


@dataclass(frozen=True, kw_only=True)
class NavLink:
    """A way on; `here` is the one that leads to the page that is shown, or to its part.

    `begins` a line of its own: the first of the stages of the journey.
    """

    words: str
    href: str
    here: bool
    begins: bool = False


def site_nav(address: str | None) -> tuple[NavLink, ...]:
    """The ways on at the head of a page of no council."""
    return _marked(PLACES, address or "")


def foot_nav(*, few: bool = False) -> tuple[tuple[str, str], ...]:
    """The ways on at the foot of every page; of a council's many pages of a measure only a few."""
    every = (*PLACES, *MORE_PLACES)
    return tuple(place for place in every if place[1] in FEW_PLACES) if few else every


def council_nav(area: Area, address: str) -> tuple[NavLink, ...]:
    """The pages of one council: of the whole, then of each stage of the journey.

    Those that can be set beside other councils keep the comparison that the address names.
    """
    compared = _comparison(address)
    stages = tuple(stage_word(stage) for stage in Stage)
    whole = [("Overview", council_address(area) + compared)]
    for words, word in OTHER_PAGES:
        kept = compared if word == SIMILAR else ""
        whole.append((words, council_page_address(area, word) + kept))
    journey = [
        (STAGE_NAMES[stage], council_page_address(area, word) + compared)
        for stage, word in zip(Stage, stages, strict=True)
    ]
    return _marked((*whole, *journey), address, begins=len(whole))


def _comparison(address: str) -> str:
    """What an address says of whom the council is set beside, as the end of another address."""
    kept = [(name, said) for name, said in parse_qsl(address.partition("?")[2]) if name == FIELD]
    return f"?{urlencode(kept, safe=',')}" if kept else ""


def _marked(
    places: tuple[tuple[str, str], ...], address: str, *, begins: int | None = None
) -> tuple[NavLink, ...]:
    path = address.partition("?")[0]
    paths = [href.partition("?")[0] for _, href in places]
    part = () if path in paths else (f"/{path.split('/')[1]}",) if path else ()
    return tuple(
        NavLink(words=words, href=href, here=own == path or own in part, begins=place == begins)
        for place, ((words, href), own) in enumerate(zip(places, paths, strict=True))
    )
