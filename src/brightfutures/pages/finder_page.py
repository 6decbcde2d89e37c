"""The finder and the pages that say that something was not found."""

from __future__ import annotations

from dataclasses import dataclass

from brightfutures.catalogue import Geography
from brightfutures.pages.addresses import council_address, slug
from brightfutures.quantities import Area


@dataclass(frozen=True, kw_only=True)
class CouncilLink:
    """A council by name, with its address."""

    name: str
    slug: str
    address: str


@dataclass(frozen=True, kw_only=True)
class RegionGroup:
    """The councils of one region."""

    region: str
    councils: tuple[CouncilLink, ...]


@dataclass(frozen=True, kw_only=True)
class FinderPage:
    """Everything the finder shows."""

    document_title: str
    masthead: str | None
    find_address: str
    groups: tuple[RegionGroup, ...]
    former: tuple[CouncilLink, ...]


@dataclass(frozen=True, kw_only=True)
class ErrorPage:
    """What went wrong, in one sentence, and where to go."""

    document_title: str
    masthead: str | None
    h1: str
    sentence: str
    nearest: tuple[tuple[str, str], ...] = ()


def finder_page(geography: Geography) -> FinderPage:
    """Every council under its region, former ones last."""
    regions: dict[str, list[CouncilLink]] = {}
    for council in geography.councils():
        region = geography.by_code[council.region or ""].name
        regions.setdefault(region, []).append(_link(council))
    former = [area for area in geography.councils(former=True) if area.is_former]
    return FinderPage(
        document_title="Where do children stand in your council? – Bright Futures",
        masthead=None,
        find_address="/find",
        groups=tuple(
            RegionGroup(region=name, councils=tuple(links))
            for name, links in sorted(regions.items())
        ),
        former=tuple(_link(area) for area in former),
    )


def _link(area: Area) -> CouncilLink:
    return CouncilLink(name=area.name, slug=slug(area), address=council_address(area))


def error_page(h1: str, sentence: str, nearest: tuple[tuple[str, str], ...] = ()) -> ErrorPage:
    """A page for what could not be found or understood."""
    return ErrorPage(
        document_title=f"{h1} – Bright Futures",
        masthead=None,
        h1=h1,
        sentence=sentence,
        nearest=nearest,
    )
