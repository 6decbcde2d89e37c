"""What a page asks for, answered from an edition."""

from __future__ import annotations

from collections.abc import Callable

from brightfutures.catalogue import GoodDirection, Indicator, IndicatorKind
from brightfutures.delivery.chosen_comparison import ChosenComparison
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.improvers import what_is_counted
from brightfutures.delivery.level_behind import level_behind
from brightfutures.delivery.other_returns import notes_on_spending
from brightfutures.findings.area_notes import area_notes
from brightfutures.findings.figures import period_words
from brightfutures.measures.breakdowns import broken_down
from brightfutures.measures.results import Comparison
from brightfutures.measures.similar import SIMILAR
from brightfutures.pages.addresses import council_address, council_page_address, indicator_address
from brightfutures.pages.breakdowns_of import breakdowns_of
from brightfutures.pages.comparison_form import FIELD
from brightfutures.pages.expected_of import expected_of
from brightfutures.pages.improvers_of import ImproversOf, improvers_of, refused
from brightfutures.pages.indicator_page import (
    IndicatorPage,
    IndicatorPageInputs,
    PeriodChoice,
    indicator_page,
)
from brightfutures.pages.otherwise import otherwise
from brightfutures.quantities import ENGLAND, Area, CannotAnswer, Missing, Reason


def indicator_view(
    edition: Edition,
    area: Area,
    comparison: Comparison,
    downloads: tuple[tuple[str, str], ...] = (),
    *,
    chosen: ChosenComparison | None = None,
    query: str = "",
) -> IndicatorPage:
    """The view model of one indicator of a council, on a site.

    `chosen` is whom it is compared with, where an address says so; `query` what links to other
    indicators take with them (`?against=region`).
    """
    measures = edition.measures
    against = chosen.against if chosen else SIMILAR
    indicator = edition.catalogue.indicators[comparison.indicator]
    period = comparison.period
    alternatives = measures.alternatives(indicator.id, area.code, period, against=against)
    inputs = IndicatorPageInputs(
        averages=measures.similar_history(indicator.id, area.code, against),
        england=measures.compare(indicator.id, ENGLAND).history,
        source_rows=edition.source_rows(comparison),
        read_with={
            name: edition.compared(name, area.code, against)
            for name in indicator.read_with
            if name in measures.with_figures()
        },
        alternatives=alternatives,
        periods=PeriodChoice(
            labels=periods_with_figures(comparison),
            chosen=period,
            kept=((FIELD, chosen.query.partition("=")[2]),) if query and chosen else (),
        ),
        name_of=edition.name_of,
        address_of=lambda name: f"{indicator_address(area, name)}{query}",
        address_against=_address_against(area, comparison, chosen),
        area_notes=(
            *notes_on_spending(edition, area, indicator, period),
            *area_notes(edition.geography, area, _sources_behind(edition, indicator)),
        ),
        council_address=f"{council_address(area)}{query}",
        source_of_file=edition.source_of_file,
        query=query,
        similar_address=council_page_address(area, "similar"),
        data_line=edition.data_line,
        otherwise=otherwise(comparison.verdict.level, alternatives),
        compared=chosen.form if chosen else None,
        level_behind=level_behind(edition, comparison),
        expected=expected_of(
            indicator,
            comparison,
            measures.expected.of(indicator.id, area.code, period),
            measures.expected.model(indicator.id, period),
            area.name,
        ),
        breakdowns=breakdowns_of(
            broken_down(
                edition.catalogue.breakdowns_of(indicator.id),
                edition.store.readings,
                area.code,
                period,
            ),
            lambda label: period_words(edition.catalogue, indicator, label),
        ),
        improvers=improvers_block(edition, area, indicator, period),
        downloads=downloads,
    )
    return indicator_page(edition.catalogue, area, comparison, inputs)


def _sources_behind(edition: Edition, indicator: Indicator) -> frozenset[str]:
    series = edition.catalogue.series
    named = (*indicator.numerator, *indicator.numerator_less, *indicator.denominator)
    return frozenset(source for name in named for source in series[name].sources)


def periods_with_figures(comparison: Comparison) -> tuple[str, ...]:
    """The periods of which there is something to say while the council existed, newest first."""
    return tuple(
        cell.period
        for cell in reversed(comparison.history)
        if not (isinstance(cell.value, Missing) and Reason.DID_NOT_EXIST in cell.value.reasons)
    )


def _address_against(
    area: Area, comparison: Comparison, chosen: ChosenComparison | None
) -> Callable[[str], str]:
    """The address of the same page, and of the period asked for, beside another set of councils."""
    page = indicator_address(area, comparison.indicator)
    kept = "".join(f"&{name}={value}" for name, value in (chosen.form.kept if chosen else ()))
    return lambda name: f"{page}?{FIELD}={name}{kept}"


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
