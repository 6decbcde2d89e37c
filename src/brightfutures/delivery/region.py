"""A region as a page, as plain data and as files; and the list of the nine."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from brightfutures.catalogue import STAGE_NAMES
from brightfutures.delivery.answers import Answer, downloads_at, form_answer, html_answer
from brightfutures.delivery.asked import Asked
from brightfutures.delivery.council_account import said_account
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.explain import SCHEMA, json_text, number_or_null
from brightfutures.delivery.health_check_rows import standing_notice
from brightfutures.delivery.region_files import region_csv, region_xlsx
from brightfutures.delivery.region_money import money_of_region, region_money_account
from brightfutures.delivery.region_money_figures import money_rows_behind
from brightfutures.delivery.regional import (
    councils_in,
    region_named,
    regional_of,
    regions_of,
)
from brightfutures.delivery.spreadsheets import Workbook, csv_bytes
from brightfutures.findings.region import CouncilOfRegion, RegionMeasure
from brightfutures.findings.region_words import NO_TEST
from brightfutures.money.region_money import RegionMoney
from brightfutures.pages.addresses import REGIONS, region_address, slug
from brightfutures.pages.region_money_section import RegionMoneySection, region_money_section
from brightfutures.pages.region_page import RegionPage, RegionPageInputs, region_page
from brightfutures.pages.regions_page import regions_page
from brightfutures.quantities import ENGLAND, Area, Missing


def region_words(edition: Edition) -> tuple[str, ...]:
    """The word of every region's address: `north-west`."""
    return tuple(slug(area) for area in regions_of(edition))


def region_answer(edition: Edition, name: str, asked: Asked) -> Answer:
    """A region in the form its suffix asks for."""
    region = region_named(edition, name)
    if asked.suffix == "html":
        return html_answer(edition, "region.html", region_view(edition, region), asked)
    forms: dict[str, Callable[[Edition, Area], bytes]] = {
        "json": lambda edition, region: json_text(region_account(edition, region)).encode("utf-8"),
        "csv": region_csv,
        "xlsx": region_xlsx,
    }
    return form_answer(forms, asked.suffix, slug(region), edition, region)


def region_view(edition: Edition, region: Area) -> RegionPage:
    """The view model of one region."""
    measures, money = edition.measures, money_of_region(edition, region)
    inputs = RegionPageInputs(
        cells=edition.named_cells,
        councils_history=lambda name: measures.all_councils.region_history(name, region.code),
        england=lambda name: measures.compare(name, ENGLAND).history,
        source_rows=edition.source_rows,
        regions=regions_of(edition),
        money=_money_section(edition, region, money) if money else None,
        money_rows=money_rows_behind(edition, region, money) if money else (),
        downloads=downloads_at(region_address(region)),
    )
    return region_page(edition.catalogue, regional_of(edition).findings(region), inputs)


def _money_section(edition: Edition, region: Area, money: RegionMoney) -> RegionMoneySection:
    areas = {area.code: area for area in councils_in(edition, region)}
    return region_money_section(region.name, money, areas)


def region_account(edition: Edition, region: Area) -> dict[str, Any]:
    """The whole page as plain data, schema 1."""
    found, money = regional_of(edition).findings(region), money_of_region(edition, region)
    return {
        "schema": SCHEMA,
        "made_up": edition.store.made_up,
        "notice": standing_notice(edition),
        "data": edition.data_line,
        "region": {"code": region.code, "name": region.name},
        "headline": found.headline.sentence,
        "certainty": found.headline.certainty.value,
        "lead": list(found.lead),
        "says": [said_account(said) for said in (found.shared, found.similar) if said],
        "who_has_improved": found.improved,
        "improvers": [
            {
                "code": one.area.code,
                "name": one.area.name,
                "indicator": one.indicator,
                "sentence": one.sentence,
                "may_ask": [other.code for other in one.may_ask],
            }
            for one in found.improvers
        ],
        "councils": [_council(one) for one in found.councils],
        "read_with": [NO_TEST],
        "leading": found.leading.here.indicator,
        "measures": [_measure(edition, one) for one in found.measures],
        "money": region_money_account(edition, region, money) if money else None,
    }


def _council(one: CouncilOfRegion) -> dict[str, Any]:
    judged = one.judgement
    return {
        "code": one.area.code,
        "name": one.area.name,
        "finding": one.finding,
        "ofsted": None
        if judged is None
        else {"overall": judged.overall, "when": judged.when, "since": judged.since or None},
    }


def _measure(edition: Edition, one: RegionMeasure) -> dict[str, Any]:
    here = one.here
    indicator = edition.catalogue.indicators[here.indicator]
    inside = {
        each.period: each
        for each in edition.measures.all_councils.region_history(here.indicator, here.area)
    }
    return {
        "indicator": here.indicator,
        "stage": STAGE_NAMES[indicator.stage],
        "title": indicator.title,
        "unit": indicator.unit,
        "period": here.period,
        "value": number_or_null(here.here.value),
        "basis": here.here.basis,
        "england": number_or_null(here.england.value) if here.england else None,
        "beside_the_average_council": asdict(one.across),
        "beside_similar_councils": asdict(one.similar),
        "why_none_can_be_tested": one.why_none_tested or None,
        "history": [
            {
                "period": cell.period,
                "value": number_or_null(cell.value),
                "missing": [reason.value for reason in cell.value.reasons]
                if isinstance(cell.value, Missing)
                else [],
                "councils_average": inside[cell.period].mean,
                "councils_middle_half_low": inside[cell.period].low,
                "councils_middle_half_high": inside[cell.period].high,
            }
            for cell in here.history
        ],
    }


LIST_HEADINGS = ("Region", "Region code", "Council", "Council code")


def regions_answer(edition: Edition, asked: Asked) -> Answer:
    """The list of the regions in the form its suffix asks for."""
    if asked.suffix == "html":
        inside = [(area, councils_in(edition, area)) for area in regions_of(edition)]
        return html_answer(
            edition, "regions.html", regions_page(inside, downloads_at(REGIONS)), asked
        )
    return form_answer(_LIST_FORMS, asked.suffix, "regions", edition)


def _list_rows(edition: Edition) -> list[list[Any]]:
    return [
        [region.name, region.code, area.name, area.code]
        for region in regions_of(edition)
        for area in councils_in(edition, region)
    ]


def _list_json(edition: Edition) -> bytes:
    regions = [
        {
            "code": region.code,
            "name": region.name,
            "address": region_address(region),
            "councils": [
                {"code": area.code, "name": area.name} for area in councils_in(edition, region)
            ],
        }
        for region in regions_of(edition)
    ]
    told = {
        "schema": SCHEMA,
        "made_up": edition.store.made_up,
        "regions": regions,
        "notice": standing_notice(edition),
    }
    return json_text(told).encode("utf-8")


def _list_csv(edition: Edition) -> bytes:
    return csv_bytes(LIST_HEADINGS, [*_list_rows(edition), [standing_notice(edition), *[None] * 3]])


def _list_xlsx(edition: Edition) -> bytes:
    book = Workbook("Regions and their councils", standing_notice(edition))
    book.table("Regions", LIST_HEADINGS, _list_rows(edition), (28, 14, 40, 14))
    return book.content()


_LIST_FORMS: dict[str, Callable[[Edition], bytes]] = {
    "json": _list_json,
    "csv": _list_csv,
    "xlsx": _list_xlsx,
}
