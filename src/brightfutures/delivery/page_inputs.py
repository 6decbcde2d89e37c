"""What a page asks for, answered from an edition."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from brightfutures.delivery.edition import Edition
from brightfutures.measures.results import Cell
from brightfutures.pages.council_page import CouncilPage, CouncilPageInputs, council_page
from brightfutures.quantities import ENGLAND, Area


def named_cells(edition: Edition, indicator: str, period: str) -> Sequence[tuple[str, Cell]]:
    """Every council's figure in a period, with its name."""
    return tuple(
        (edition.name_of(cell.area), cell) for cell in edition.measures.strip(indicator, period)
    )


def council_overview(
    edition: Edition,
    area: Area,
    *,
    address_of: Callable[[str], str] | None = None,
    downloads: tuple[tuple[str, str], ...] = (),
) -> CouncilPage:
    """The view model of a council's overview, for a site or for one file."""
    measures = edition.measures
    inputs = CouncilPageInputs(
        cells=lambda indicator, period: named_cells(edition, indicator, period),
        averages=lambda indicator: measures.similar_history(indicator, area.code),
        england=lambda indicator: measures.history(indicator, ENGLAND),
        source_rows=edition.source_rows,
        name_of=edition.name_of,
        address_of=address_of,
        downloads=downloads,
    )
    return council_page(edition.catalogue, edition.health_check(area), inputs)
