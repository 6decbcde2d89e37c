"""What a council's overview is made of, from an edition, for a site or for one file."""

from __future__ import annotations

from collections.abc import Callable

from brightfutures.catalogue import Stage
from brightfutures.delivery.chosen_comparison import ChosenComparison
from brightfutures.delivery.edition import Edition
from brightfutures.findings.comparison_words import SIMILAR_COUNCILS
from brightfutures.measures.similar import SIMILAR
from brightfutures.pages.addresses import council_address, stage_address
from brightfutures.pages.council_page import CouncilPage, CouncilPageInputs, council_page
from brightfutures.quantities import ENGLAND, Area


def council_overview(
    edition: Edition,
    area: Area,
    *,
    address_of: Callable[[str], str] | None = None,
    downloads: tuple[tuple[str, str], ...] = (),
    chosen: ChosenComparison | None = None,
) -> CouncilPage:
    """The view model of a council's overview, for a site or for one file.

    On a site, where `address_of` says where each measure's page is, only the measures that the
    page speaks of are worked out. `chosen` is whom it is compared with: similar councils if None.
    """
    measures = edition.measures
    against = chosen.against if chosen else SIMILAR
    query = chosen.query if chosen else ""
    inputs = CouncilPageInputs(
        cells=edition.named_cells,
        averages=lambda indicator: measures.similar_history(indicator, area.code, against),
        england=lambda indicator: measures.compare(indicator, ENGLAND).history,
        source_rows=edition.source_rows,
        rows_of_others=edition.rows_of_others,
        name_of=edition.name_of,
        address_of=address_of,
        stage_address_of=lambda stage: _stage_address(area, stage, query) if address_of else "",
        neighbours=_neighbours(edition, area) if address_of else {},
        downloads=downloads,
        query=query,
        compared=chosen.form if chosen else None,
        whom=chosen.whom if chosen else SIMILAR_COUNCILS,
    )
    check = edition.health_check(area, against=against, whole=address_of is None)
    return council_page(edition.catalogue, check, inputs)


def _stage_address(area: Area, stage: Stage, query: str) -> str:
    address = stage_address(area, stage)
    return f"{address}{query}" if address else ""


def _neighbours(edition: Edition, area: Area) -> dict[str, str]:
    """The councils that this one came from or went into, with the addresses of their pages.

    It is there itself, with no address: its name may hold one of theirs.
    """
    geography = edition.geography
    found = {area.name: ""}
    for change in geography.changes:
        codes = [geography.canonical(code) for code in (*change.before, *change.after)]
        if area.code in codes:
            areas = (geography.by_code[code] for code in codes if code and code != area.code)
            found |= {one.name: council_address(one) for one in areas}
    return found
