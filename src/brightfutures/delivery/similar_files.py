"""A council's similar councils as CSV and XLSX."""

from __future__ import annotations

from typing import Any

from brightfutures.delivery.chosen_comparison import ChosenComparison
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.explain import number_or_null
from brightfutures.delivery.health_check_rows import standing_notice
from brightfutures.delivery.similar import Similar, similar_of
from brightfutures.delivery.spreadsheets import Workbook, csv_bytes
from brightfutures.findings.alikeness_words import HOW_READ, alike_words
from brightfutures.findings.improved_among import titles_of
from brightfutures.quantities import Area

CIRCUMSTANCES = (
    "Circumstance", "Id", "Unit", "Period", "Here", "Their average", "Their least", "Their most",
    "Councils with a figure", "Here, deviations from the average of all councils",
)  # fmt: skip
COUNCILS = (
    "Council", "Council code", "Closeness as published", "Distance in context",
    "One of the ten nearest in context", "Holds this council in its own set",
)  # fmt: skip
ALIKENESS = (
    "Measure", "Indicator id", "Alike", "Correlation with similar councils",
    "Correlation with the nearest in context",
)  # fmt: skip


def similar_csv(edition: Edition, area: Area, chosen: ChosenComparison) -> bytes:
    """One council of the set a row; the standing notice in the last row."""
    told = similar_of(edition, area, chosen)
    rows = _councils(edition, told)
    rows.append([f"{chosen.sentence} {standing_notice(edition)}", *[None] * (len(COUNCILS) - 1)])
    return csv_bytes(COUNCILS, rows)


def similar_xlsx(edition: Edition, area: Area, chosen: ChosenComparison) -> bytes:
    """Sheets: what it says, the councils, the circumstances, and alikeness by measure."""
    told = similar_of(edition, area, chosen)
    book = Workbook(f"{area.name}: similar councils", standing_notice(edition))
    book.page("What it says", _lines(edition, told))
    book.table("Councils", COUNCILS, _councils(edition, told), (30, 12, 22, 18, 18, 18))
    book.table(
        "Circumstances", CIRCUMSTANCES, _circumstances(told), (50, 36, 22, 12, *[14] * 5, 22)
    )
    book.table("Alikeness", ALIKENESS, _alikeness(edition, told), (52, 44, 14, 18, 18))
    return book.content()


def _lines(edition: Edition, told: Similar) -> list[str]:
    found, improved = told.found, told.improved
    lines = [f"{found.area.name}: {found.headline.sentence}", standing_notice(edition)]
    lines += [told.chosen.sentence, *found.differ, *filter(None, [found.nearer]), *found.joint]
    alike = [said.sentence for said in found.alike]
    everyone = (*improved.among, *improved.elsewhere)
    for title, sentences in (
        ("How alike they are", [*alike, HOW_READ]),
        ("Who improved", [improved.sentence, *titles_of(everyone, edition.name_of)]),
        ("To bear in mind", list(improved.remarks)),
    ):
        lines += ["", title, *sentences]
    return [*lines, "", edition.data_line]


def _councils(edition: Edition, told: Similar) -> list[list[Any]]:
    return [
        [
            edition.name_of(one.area),
            one.area,
            one.closeness,
            one.distance,
            "yes" if one.nearest else "no",
            "yes" if one.mutual else "no",
        ]
        for one in told.found.found.members
        if one.area in told.chosen.used.councils
    ]


def _circumstances(told: Similar) -> list[list[Any]]:
    return [
        [
            one.variable.title,
            one.variable.id,
            one.variable.unit,
            one.period.label if one.period else None,
            number_or_null(one.value),
            one.mean,
            one.low,
            one.high,
            one.known,
            one.score,
        ]
        for one in told.found.found.each
    ]


def _alikeness(edition: Edition, told: Similar) -> list[list[Any]]:
    return [
        [
            edition.catalogue.indicators[one.indicator].title,
            one.indicator,
            alike_words(one.similar),
            one.similar,
            one.nearest,
        ]
        for one in told.found.alikeness
    ]
