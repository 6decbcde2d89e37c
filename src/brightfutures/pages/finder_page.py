"""The first page, which finds a council."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from brightfutures.catalogue import Catalogue, Geography
from brightfutures.charts.words import ChartTable
from brightfutures.findings.england_today import HOW_CHOSEN, EnglandFinding
from brightfutures.findings.figures import unit_words
from brightfutures.findings.published_lately import Publication, release_words, until_words
from brightfutures.measures.results import Cell
from brightfutures.pages.addresses import (
    DATA,
    ENGLAND,
    FIND,
    METHODS,
    TRACK_RECORD,
    council_address,
    data_address,
    national_address,
    region_address,
    slug,
)
from brightfutures.pages.england_small_trend import england_small_trend
from brightfutures.pages.small_pictures import SmallPicture
from brightfutures.quantities import Area

H1 = "See where children stand in your council, and what to ask"

LEAD = (
    "Published figures on what happens to children in England whom a council helps or takes into "
    "its care: what stands out in each council, what does not, how sure that is, and what to ask "
    "next."
)

IS_NOT = (
    "It is no league table. No council is ranked, scored or graded, and higher means neither "
    "better nor worse unless it says so.",
    "It is not Ofsted’s judgement, which stands beside the figures and enters none of them.",
    "It does not say why a figure is as it is, nor what comes next. “Cannot tell” is an ordinary "
    "answer.",
)
"""What a reader must not take it for."""


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
    href: str
    councils: tuple[CouncilLink, ...]


@dataclass(frozen=True, kw_only=True)
class EnglandLine:
    """One finding on England: where it leads, its figures, and its drawing where there is one."""

    sentence: str
    href: str
    title: str
    unit: str
    figures: str
    drawing: SmallPicture | None
    table: ChartTable | None


@dataclass(frozen=True, kw_only=True)
class PublicationLine:
    """One publication: where it leads, its newest release, and until when its figures reach."""

    name: str
    publisher: str
    href: str
    release: str
    until: str


@dataclass(frozen=True, kw_only=True)
class FinderPage:
    """Everything the first page shows."""

    document_title: str
    masthead: str | None
    h1: str
    lead: str
    find_address: str
    groups: tuple[RegionGroup, ...]
    former: tuple[CouncilLink, ...]
    england: tuple[EnglandLine, ...]
    how_chosen: str
    england_address: str
    published: tuple[PublicationLine, ...]
    data_address: str
    is_this: tuple[str, ...]
    is_not: tuple[str, ...]
    links: tuple[tuple[str, str], ...]
    downloads: tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True)
class FinderInputs:
    """What the first page tells besides the councils' names."""

    england: Sequence[EnglandFinding] = ()
    england_history: Callable[[str], Sequence[Cell]] = lambda indicator: ()
    england_source: Callable[[str], str] = lambda indicator: ""
    published: Sequence[Publication] = ()
    downloads: tuple[tuple[str, str], ...] = ()


def finder_page(catalogue: Catalogue, geography: Geography, inputs: FinderInputs) -> FinderPage:
    """Every council under its region, former ones last; England now; what was published lately."""
    former = [area for area in geography.councils(former=True) if area.is_former]
    return FinderPage(
        document_title=f"{H1} – Bright Futures",
        masthead=None,
        h1=H1,
        lead=LEAD,
        find_address=FIND,
        groups=region_groups(geography),
        former=tuple(_link(area) for area in former),
        england=tuple(_england(catalogue, one, inputs) for one in inputs.england),
        how_chosen=HOW_CHOSEN,
        england_address=ENGLAND,
        published=tuple(
            PublicationLine(
                name=one.name,
                publisher=one.publisher,
                href=data_address(one.source),
                release=release_words(one),
                until=until_words(one),
            )
            for one in inputs.published
        ),
        data_address=DATA,
        is_this=_is_this(len(geography.councils())),
        is_not=IS_NOT,
        links=(
            ("How a figure is worked out", METHODS),
            ("How often our verdicts held", TRACK_RECORD),
        ),
        downloads=inputs.downloads,
    )


def region_groups(geography: Geography) -> tuple[RegionGroup, ...]:
    """Every council of today under its region, both in order of name."""
    regions: dict[Area, list[CouncilLink]] = {}
    for council in geography.councils():
        regions.setdefault(geography.by_code[council.region or ""], []).append(_link(council))
    return tuple(
        RegionGroup(region=region.name, href=region_address(region), councils=tuple(links))
        for region, links in sorted(regions.items(), key=lambda pair: pair[0].name)
    )


def _is_this(councils: int) -> tuple[str, ...]:
    return (
        f"A health check of each of England’s {councils} councils from published statistics, in "
        "the order of a child’s journey. Every number opens to its source, its file and its row.",
        "A council is called higher or lower only where it differs by more than the figure "
        "ordinarily moves from year to year, and how often such verdicts held is published.",
    )


def _england(catalogue: Catalogue, one: EnglandFinding, inputs: FinderInputs) -> EnglandLine:
    indicator = catalogue.indicators[one.indicator]
    drawing, table = england_small_trend(
        catalogue,
        indicator,
        inputs.england_history(indicator.id),
        one.finding.sentence,
        lambda: inputs.england_source(indicator.id),
    ) or (None, None)
    return EnglandLine(
        sentence=one.finding.sentence,
        href=national_address(indicator.id),
        title=indicator.title,
        unit=unit_words(indicator),
        figures=one.figures,
        drawing=drawing,
        table=table,
    )


def _link(area: Area) -> CouncilLink:
    return CouncilLink(name=area.name, slug=slug(area), address=council_address(area))
