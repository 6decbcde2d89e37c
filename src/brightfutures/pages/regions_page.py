"""The list of the nine regions with their councils: its view model."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from brightfutures.pages.addresses import council_address, region_address
from brightfutures.quantities import Area


@dataclass(frozen=True, kw_only=True)
class RegionEntry:
    """One region: its link and its councils' links."""

    name: str
    href: str
    councils: tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True)
class RegionsPage:
    """Everything the template of the list shows."""

    document_title: str
    masthead: str | None
    h1: str
    regions: tuple[RegionEntry, ...]
    downloads: tuple[tuple[str, str], ...]


def regions_page(
    regions: Sequence[tuple[Area, Sequence[Area]]], downloads: tuple[tuple[str, str], ...] = ()
) -> RegionsPage:
    """The view model of the list, from each region and its councils of today."""
    councils = sum(len(inside) for _, inside in regions)
    h1 = f"England’s {councils} councils lie in {len(regions)} regions"
    return RegionsPage(
        document_title=f"{h1} – Bright Futures",
        masthead=None,
        h1=h1,
        regions=tuple(
            RegionEntry(
                name=area.name,
                href=region_address(area),
                councils=tuple((one.name, council_address(one)) for one in inside),
            )
            for area, inside in regions
        ),
        downloads=downloads,
    )
