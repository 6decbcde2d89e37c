"""What a page asks for, answered from an edition."""

from __future__ import annotations

from collections.abc import Callable

from brightfutures.catalogue import GoodDirection, Indicator, IndicatorKind
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.improvers import what_is_counted
from brightfutures.delivery.level_behind import level_behind
from brightfutures.measures.results import Comparison
from brightfutures.pages.addresses import council_address, indicator_address
from brightfutures.pages.council_page import CouncilPage, CouncilPageInputs, council_page
from brightfutures.pages.expected_of import expected_of
from brightfutures.pages.improvers_of import ImproversOf, improvers_of, refused
from brightfutures.pages.indicator_page import (
    IndicatorPage,
    IndicatorPageInputs,
    indicator_page,
)
from brightfutures.pages.otherwise import otherwise
from brightfutures.pages.stage_page import stage_address
from brightfutures.quantities import ENGLAND, Area, CannotAnswer


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
        cells=edition.named_cells,
        averages=lambda indicator: measures.similar_history(indicator, area.code),
        england=lambda indicator: measures.compare(indicator, ENGLAND).history,
        source_rows=edition.source_rows,
        rows_of_others=edition.rows_of_others,
        name_of=edition.name_of,
        address_of=address_of,
        stage_address_of=lambda stage: stage_address(area, stage) if address_of else "",
        downloads=downloads,
    )
    return council_page(edition.catalogue, edition.health_check(area), inputs)


def indicator_view(
    edition: Edition,
    area: Area,
    comparison: Comparison,
    downloads: tuple[tuple[str, str], ...] = (),
) -> IndicatorPage:
    """The view model of one indicator of a council, on a site."""
    measures = edition.measures
    indicator = edition.catalogue.indicators[comparison.indicator]
    source_rows, rows_of_others = edition.rows_for_one(comparison)
    inputs = IndicatorPageInputs(
        councils=edition.named_cells(indicator.id, comparison.period),
        averages=measures.similar_history(indicator.id, area.code),
        england=measures.compare(indicator.id, ENGLAND).history,
        source_rows=source_rows,
        rows_of_others=rows_of_others,
        read_with={name: measures.compare(name, area.code) for name in indicator.read_with},
        name_of=edition.name_of,
        address_of=lambda name: indicator_address(area, name),
        council_address=council_address(area),
        data_line=edition.data_line,
        otherwise=otherwise(
            indicator,
            comparison,
            measures.alternatives(indicator.id, area.code, comparison.period),
            (area.name, measures.counted_as_similar(area.code)),
            measures.context(area.code),
            {each.code: each.name for each in edition.geography.areas},
        ),
        level_behind=level_behind(edition, comparison),
        expected=expected_of(
            indicator,
            comparison,
            measures.expectation(indicator.id, area.code, comparison.period),
            measures.context_model(indicator.id, comparison.period),
            area.name,
        ),
        improvers=improvers_block(edition, area, indicator, comparison.period),
        downloads=downloads,
    )
    return indicator_page(edition.catalogue, area, comparison, inputs)


def improvers_block(
    edition: Edition, area: Area, indicator: Indicator, period: str
) -> ImproversOf | None:
    """Who has improved on this, for one council; nothing where that cannot be asked at all."""
    tested = indicator.kind in (IndicatorKind.RATE, IndicatorKind.PROPORTION)
    if indicator.good_direction is GoodDirection.NEITHER or not tested:
        return None
    try:
        found = edition.measures.improvers(indicator.id, area.code, period)
    except CannotAnswer as why:
        return refused(str(why))
    return improvers_of(
        indicator,
        what_is_counted(edition, indicator),
        found,
        edition.name_of,
        lambda code: indicator_address(edition.geography.by_code[code], indicator.id),
    )
