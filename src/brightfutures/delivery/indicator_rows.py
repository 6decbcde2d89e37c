"""One indicator of one council as plain rows: history, similar councils, sources."""

from __future__ import annotations

from typing import Any

from brightfutures.delivery.edition import Edition
from brightfutures.delivery.explain import number_or_null, why_missing
from brightfutures.delivery.health_check_rows import standing_notice
from brightfutures.delivery.level_behind import level_behind_account
from brightfutures.delivery.spreadsheets import Workbook, csv_bytes
from brightfutures.delivery.stage_history import history_beside
from brightfutures.findings.verdict_words import level_words, verdict_sentence
from brightfutures.measures import Against
from brightfutures.measures.results import Comparison
from brightfutures.measures.similar import ENGLAND_SET, SIMILAR

HEADINGS = (
    "Area", "Code", "Indicator id", "Period", "Value", "Unit", "Why missing",
    "Numerator", "Denominator", "England", "Average beside it", "Beside whom", "Verdict",
)  # fmt: skip


def history(
    edition: Edition, comparison: Comparison, against: Against = SIMILAR
) -> list[list[Any]]:
    """A row for each period of the council, beside England and those it is compared with.

    The verdict stands in the row of the period that was asked for.
    """
    indicator = edition.catalogue.indicators[comparison.indicator]
    beside = {row.period: row for row in history_beside(edition, comparison, against)}
    whom = edition.measures.comparators.comparison_set(comparison.area, against).title
    said = level_words(indicator, comparison.verdict)
    if comparison.verdict.against == ENGLAND_SET != against:
        said += ", against the average council of England"
    return [
        [
            edition.name_of(cell.area),
            cell.area,
            comparison.indicator,
            cell.period,
            number_or_null(cell.value),
            indicator.unit,
            why_missing(cell.value),
            cell.numerator,
            cell.denominator,
            beside[cell.period].england,
            beside[cell.period].similar_average,
            whom,
            said if cell.period == comparison.period else None,
        ]
        for cell in comparison.history
    ]


def indicator_csv(edition: Edition, comparison: Comparison, against: Against = SIMILAR) -> bytes:
    """The council's history, with the standing notice in the last row."""
    rows = history(edition, comparison, against)
    rows.append([standing_notice(edition), *[None] * (len(HEADINGS) - 1)])
    return csv_bytes(HEADINGS, rows)


def indicator_xlsx(edition: Edition, comparison: Comparison, against: Against = SIMILAR) -> bytes:
    """Sheets: what it says, history, similar councils, every council, sources."""
    indicator = edition.catalogue.indicators[comparison.indicator]
    name = edition.name_of(comparison.area)
    book = Workbook(f"{indicator.title}: {name}", standing_notice(edition))
    behind = level_behind_account(edition, comparison)
    book.page(
        "What it says",
        [
            f"{indicator.title}: {name}, {comparison.period}",
            standing_notice(edition),
            verdict_sentence(indicator, comparison),
            *([behind["words"]] if behind else []),
            indicator.why_it_matters,
            *indicator.what_to_know,
            edition.data_line,
        ],
    )
    widths = (28, 12, 40, 10, 12, 22, 22, 12, 12, 12, 12, 44, 24)
    book.table("History", HEADINGS, history(edition, comparison, against), widths)
    similar = comparison.similar
    book.table(
        "Compared with",
        ("Council", "Code", "Value", "Closeness"),
        [
            [edition.name_of(entry.area), entry.area, number_or_null(entry.value), entry.closeness]
            for entry in (similar.councils if similar else ())
        ],
        (32, 12, 12, 20),
    )
    book.table(
        "Every council",
        ("Council", "Code", "Period", "Value", "Numerator", "Denominator"),
        [
            [
                edition.name_of(cell.area),
                cell.area,
                cell.period,
                number_or_null(cell.value),
                cell.numerator,
                cell.denominator,
            ]
            for cell in edition.measures.all_councils.strip(indicator.id, comparison.period)
        ],
        (32, 12, 10, 12, 12, 12),
    )
    book.table(
        "Sources",
        ("Series", "As published", "File", "Row", "Column", "Publication", "Release", "SHA-256"),
        [
            [
                row.series, row.as_published, row.file, row.row, row.column,
                f"{row.publisher}, {row.publication}", row.release, row.sha256,
            ]
            for row in edition.source_rows(comparison)
        ],
        (44, 12, 60, 8, 30, 50, 10, 66),
    )  # fmt: skip
    return book.content()
