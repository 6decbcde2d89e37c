"""What `/catalogue` answers with: every declaration, for people and for programs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from typing import Any

from brightfutures import __version__
from brightfutures.catalogue import STAGE_NAMES
from brightfutures.delivery.answers import Answer, downloads_at, form_answer, html_answer
from brightfutures.delivery.asked import Asked
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.explain import json_text
from brightfutures.delivery.health_check_rows import standing_notice
from brightfutures.delivery.spreadsheets import Workbook, csv_bytes
from brightfutures.pages.addresses import CATALOGUE
from brightfutures.pages.catalogue_page import CataloguePage, catalogue_page

SCHEMA = 1
HEADINGS = (
    "Stage", "Indicator id", "Title", "Sentence", "Unit", "Kind", "Per", "Counted", "Taken away",
    "Divided by", "Divided by is years earlier", "Good direction", "Smallest gap", "Interval",
    "In the health check", "Outcome", "Priority", "Read with", "Sources", "LAIT key", "Checked on",
)  # fmt: skip


def catalogue_view(edition: Edition) -> CataloguePage:
    """The view model of the catalogue."""
    return catalogue_page(
        edition.catalogue,
        frozenset(edition.measures.with_figures()),
        len(edition.store.dictionary()),
        downloads_at(CATALOGUE),
    )


def catalogue_answer(edition: Edition, asked: Asked) -> Answer:
    """The catalogue in the form its suffix asks for."""
    if asked.suffix == "html":
        return html_answer(edition, "catalogue.html", catalogue_view(edition), asked)
    return form_answer(FORMS, asked.suffix, "catalogue", edition)


def _rows(edition: Edition) -> list[list[Any]]:
    series = edition.catalogue.series
    return [
        [
            STAGE_NAMES[one.stage], one.id, one.title, one.sentence, one.unit, one.kind.value,
            one.per, "; ".join(one.numerator), "; ".join(one.numerator_less),
            "; ".join(one.denominator), one.denominator_lag, one.good_direction.value,
            one.smallest_gap, one.interval.value, "yes" if one.health_check else "no",
            one.outcome, one.priority, "; ".join(one.read_with),
            "; ".join(
                dict.fromkeys(
                    source
                    for name in (*one.numerator, *one.numerator_less, *one.denominator)
                    for source in series[name].sources
                )
            ),
            one.lait_key, one.checked_on.isoformat(),
        ]
        for one in edition.catalogue.indicators.values()
    ]  # fmt: skip


def _csv(edition: Edition) -> bytes:
    notice = [standing_notice(edition), *[None] * (len(HEADINGS) - 1)]
    return csv_bytes(HEADINGS, [*_rows(edition), notice])


def _xlsx(edition: Edition) -> bytes:
    book = Workbook("The catalogue", standing_notice(edition))
    book.table("Indicators", HEADINGS, _rows(edition), (20, 48, 52, 90, 22, 12, 8, 48, 30, 48))
    series = edition.catalogue.series.values()
    book.table(
        "Series",
        ("Series id", "What is counted", "Unit", "Kind", "Kind of period", "Sources", "Breaks"),
        [
            [
                one.id, one.sentence, one.unit, one.kind.value, one.period_kind.value,
                "; ".join(one.sources),
                " ".join(f"From {entry.period}: {entry.sentence}" for entry in one.breaks),
            ]
            for one in series
        ],
        (56, 90, 24, 16, 22, 60, 90),
    )  # fmt: skip
    return book.content()


def _json(edition: Edition) -> bytes:
    """The whole catalogue in the shape of a Data Package: resources that carry their own rows."""
    catalogue = edition.catalogue
    parts = {
        "indicators": catalogue.indicators,
        "series": catalogue.series,
        "sources": catalogue.sources,
        "warnings": catalogue.warnings,
        "questions": catalogue.questions,
        "glossary": catalogue.glossary,
        "outcomes": catalogue.outcomes,
        "priorities": catalogue.priorities,
        "context": catalogue.context,
        "stages": catalogue.stages,
    }
    package = {
        "profile": "data-package",
        "name": "brightfutures-catalogue",
        "title": "The catalogue of Bright Futures",
        "version": __version__,
        "licenses": [{"name": "MIT", "title": "MIT licence (the declarations, not the figures)"}],
        "sources": [
            {"title": f"{publisher}: {publication}", "path": page}
            for publisher, publication, page in sorted(
                {(one.publisher, one.publication, one.page) for one in catalogue.sources.values()}
            )
        ],
        "resources": [_resource(name, declared.values()) for name, declared in parts.items()],
        "schema": SCHEMA,
        "made_up": edition.store.made_up,
        "notice": standing_notice(edition),
    }
    return json_text(package).encode("utf-8")


def _resource(name: str, declared: Iterable[Any]) -> dict[str, Any]:
    return {
        "name": name,
        "profile": "data-resource",
        "format": "json",
        "data": [as_plain(one) for one in declared],
    }


def as_plain(value: Any) -> Any:
    """A declaration as plain data: names and lists, dates as ISO days, choices by their words."""
    if is_dataclass(value) and not isinstance(value, type):
        return {entry.name: as_plain(getattr(value, entry.name)) for entry in fields(value)}
    if isinstance(value, Mapping):
        return {str(as_plain(key)): as_plain(each) for key, each in value.items()}
    if isinstance(value, tuple | list | frozenset):
        return [as_plain(each) for each in value]
    if isinstance(value, Enum):
        return value.value
    return value.isoformat() if isinstance(value, date) else value


FORMS: dict[str, Callable[[Edition], bytes]] = {"json": _json, "csv": _csv, "xlsx": _xlsx}
"""The other forms of the page by suffix."""
