"""The first page: England in three findings, what was published lately, every council."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from brightfutures.catalogue import STAGE_NAMES
from brightfutures.delivery.answers import Answer, downloads_at, form_answer, html_answer
from brightfutures.delivery.asked import Asked
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.explain import SCHEMA, json_text, number_or_null
from brightfutures.delivery.health_check_rows import standing_notice
from brightfutures.delivery.spreadsheets import Workbook, csv_bytes
from brightfutures.findings.england_today import EnglandFinding, england_today
from brightfutures.findings.headline import end_year
from brightfutures.findings.published_lately import Publication, published_lately, when
from brightfutures.measures.nation.england_now import EnglandNow
from brightfutures.pages.addresses import council_address, national_address, region_address
from brightfutures.pages.doors import source_sentence
from brightfutures.pages.finder_page import H1, LEAD, FinderInputs, FinderPage, finder_page
from brightfutures.quantities import ENGLAND


def home_answer(edition: Edition, asked: Asked) -> Answer:
    """The first page in the form its suffix asks for."""
    if asked.suffix == "html":
        return html_answer(edition, "finder.html", home_view(edition), asked)
    return form_answer(FORMS, asked.suffix, "england-now", edition)


def home_view(edition: Edition) -> FinderPage:
    """The view model of the first page."""
    measures = edition.measures
    inputs = FinderInputs(
        england=england_findings(edition),
        england_history=lambda name: measures.compare(name, ENGLAND).history,
        england_source=lambda name: source_sentence(
            edition.source_rows(measures.compare(name, ENGLAND))
        ),
        published=publications_of(edition),
        downloads=downloads_at("/index"),
    )
    return finder_page(edition.catalogue, edition.geography, inputs)


def england_findings(edition: Edition) -> tuple[EnglandFinding, ...]:
    """What England looks like now, by the rule of `england_today`."""
    return england_today(edition.catalogue, _told(edition))


def _told(edition: Edition) -> dict[str, EnglandNow]:
    measures = edition.measures
    return {name: measures.england.now(name) for name in measures.with_figures()}


def publications_of(edition: Edition) -> tuple[Publication, ...]:
    """What was published lately, from the files of the store."""
    periods = edition.store.periods_of_sources()
    found: dict[tuple[str, str], Publication] = {}
    for file in edition.store.files():
        known = found.get((file.source, file.publication))
        releases = [*file.releases, *([known.release] if known else [])]
        if not releases:
            continue
        found[file.source, file.publication] = Publication(
            source=file.source,
            publisher=file.publisher,
            name=file.publication,
            release=max(releases, key=when),
            until=max(periods.get(file.source, ()), key=end_year, default=None),
            readings=file.readings + (known.readings if known else 0),
        )
    return published_lately(found.values())


def home_account(edition: Edition) -> dict[str, Any]:
    """The first page as plain data, schema 1."""
    return {
        "schema": SCHEMA,
        "made_up": edition.store.made_up,
        "notice": standing_notice(edition),
        "data": edition.data_line,
        "says": [H1, LEAD],
        "england": [
            {
                "finding": one.finding.sentence,
                "certainty": one.finding.certainty.value,
                "figures": one.figures,
                "address": national_address(one.indicator),
                **_figures(edition, one.indicator),
            }
            for one in england_findings(edition)
        ],
        "published": [asdict(one) for one in publications_of(edition)],
        "councils": [
            {
                "code": area.code,
                "name": area.name,
                "address": council_address(area),
                "region": region_address(edition.geography.by_code[area.region or ""]),
                "former": area.is_former,
            }
            for area in edition.geography.councils(former=True)
        ],
    }


def _figures(edition: Edition, name: str) -> dict[str, Any]:
    now = edition.measures.england.now(name)
    indicator = edition.catalogue.indicators[name]
    return {
        "indicator": name,
        "title": indicator.title,
        "unit": indicator.unit,
        "period": now.here.period,
        "value": number_or_null(now.here.value),
        "numerator": now.here.numerator,
        "then": [asdict(then) for then in now.then],
    }


HEADINGS = (
    "Finding", "Stage", "Measure", "Indicator id", "Unit", "Period", "England", "Counted",
    "Ten years before", "England then", "Five years before", "England five years before",
)  # fmt: skip


def _rows(edition: Edition) -> list[list[Any]]:
    rows = []
    for one in england_findings(edition):
        indicator = edition.catalogue.indicators[one.indicator]
        now = edition.measures.england.now(one.indicator)
        then = {each.years_before: each for each in now.then}
        before = [
            cell
            for years in (10, 5)
            for cell in ((then[years].period, then[years].value) if years in then else (None, None))
        ]
        rows.append(
            [
                one.finding.sentence,
                STAGE_NAMES[indicator.stage],
                indicator.title,
                indicator.id,
                indicator.unit,
                now.here.period,
                number_or_null(now.here.value),
                now.here.numerator,
                *before,
            ]
        )
    return rows


def _csv(edition: Edition) -> bytes:
    notice = [standing_notice(edition), *[None] * (len(HEADINGS) - 1)]
    return csv_bytes(HEADINGS, [*_rows(edition), notice])


def _xlsx(edition: Edition) -> bytes:
    book = Workbook("England now", standing_notice(edition))
    book.table("England now", HEADINGS, _rows(edition), (90, 20, 52, 44, 22, *[14] * 7))
    book.table(
        "Published lately",
        ("Publication", "Publisher", "Newest release", "Figures to", "Source id"),
        [
            [one.name, one.publisher, one.release, one.until, one.source]
            for one in publications_of(edition)
        ],
        (80, 40, 16, 12, 40),
    )
    book.table(
        "Councils",
        ("Council", "Council code", "Region"),
        [
            [area.name, area.code, edition.name_of(area.region or "")]
            for area in edition.geography.councils()
        ],
        (40, 14, 28),
    )
    return book.content()


FORMS: dict[str, Callable[[Edition], bytes]] = {
    "json": lambda edition: json_text(home_account(edition)).encode("utf-8"),
    "csv": _csv,
    "xlsx": _xlsx,
}
"""The other forms of the page by suffix."""
