"""For an address that leads nowhere: the pages that were perhaps meant."""

from __future__ import annotations

from collections.abc import Mapping

from brightfutures.catalogue.lookup import nearest_areas, nearest_names
from brightfutures.delivery.asked import Asked
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.site_map import (
    COUNCIL_PAGES,
    ENGLAND_PAGES,
    NAMED_COUNCIL_PAGES,
    NAMED_PAGES,
    SITE_PAGES,
)
from brightfutures.pages.addresses import council_address
from brightfutures.quantities import Area, AreaKind

Links = tuple[tuple[str, str], ...]
"""The words of a link and the address it leads to."""

LISTS: Mapping[str, str] = {
    "data": "Where the figures come from",
    "indicators": "All indicators",
    "methods": "Methods",
    "regions": "Regions",
}
"""What the page is called that lists all of a kind, by the word its address begins with."""

LONGEST_WORD = 60
"""Letters of a word that is compared with names; nothing of ours is longer."""


def nearest_pages(edition: Edition, asked: Asked) -> Links:
    """Up to three pages with the address most like the one asked for, the likeliest first.

    Where none is like it, the page that lists all of that kind.
    """
    words = tuple(word[:LONGEST_WORD] for word in asked.words[:3])
    if not words:
        return ()
    first, rest = words[0], words[1:]
    if first in edition.council_of_slug:
        return _of_council(edition, edition.council_of_slug[first], rest)
    if first == "england":
        return _like(rest, f"/{first}/", tuple(ENGLAND_PAGES)) or (("England", "/england"),)
    if first in NAMED_PAGES and rest:
        found = _like(rest, f"/{first}/", NAMED_PAGES[first].names(edition))
        return found or ((LISTS[first], f"/{first}"),)
    sites = tuple(name for name in SITE_PAGES if name)
    return (*nearest_councils(edition, first), *_like((first,), "/", sites))[:3]


def nearest_councils(edition: Edition, text: str) -> Links:
    """The councils whose names are most like the text."""
    areas = nearest_areas(edition.geography, text.replace("-", " "))
    return tuple(
        (area.name, council_address(area)) for area in areas if area.kind is AreaKind.COUNCIL
    )


def _of_council(edition: Edition, area: Area, rest: tuple[str, ...]) -> Links:
    own = council_address(area)
    if len(rest) == 2 and rest[0] in NAMED_COUNCIL_PAGES:
        names = NAMED_COUNCIL_PAGES[rest[0]].names(edition)
        found = _like(rest[1:], f"{own}/{rest[0]}/", names)
    else:
        found = _like(rest, f"{own}/", tuple(COUNCIL_PAGES))
    return (*found, (area.name, own))[:3]


def _like(words: tuple[str, ...], before: str, names: tuple[str, ...]) -> Links:
    if not words:
        return ()
    near = nearest_names(words[-1], names)
    return tuple((name.replace("_", " ").replace("-", " "), f"{before}{name}") for name in near)
