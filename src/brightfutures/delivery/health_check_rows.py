"""A health check as plain rows: one measure a row, for CSV, XLSX and JSON."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from brightfutures.catalogue import STAGE_NAMES
from brightfutures.delivery.chosen_comparison import ChosenComparison, comparison_account
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.explain import SCHEMA, account, number_or_null, why_missing
from brightfutures.findings.comparison_words import SIMILAR_COUNCILS, Whom
from brightfutures.findings.first_measures import first_measures
from brightfutures.findings.health_check import HealthCheck
from brightfutures.findings.verdict_words import level_words, verdict_sentence
from brightfutures.measures.results import Cell, Comparison
from brightfutures.measures.similar import SIMILAR
from brightfutures.quantities import Area, Missing

MADE_UP = "Made-up England: no figure here is real."
ATTRIBUTION = "Contains public sector information licensed under the Open Government Licence v3.0."


def standing_notice(edition: Edition) -> str:
    """What every file says of itself: that it is made up, or whose licence the figures have."""
    return MADE_UP if edition.store.made_up else ATTRIBUTION


@dataclass(frozen=True)
class Column:
    """One column of the measures sheet: its heading and how wide it is in characters."""

    heading: str
    width: int


COLUMNS: tuple[Column, ...] = (
    Column("Stage", 20),
    Column("Measure", 52),
    Column("Indicator id", 44),
    Column("Unit", 22),
    Column("Period", 10),
    Column("Value", 12),
    Column("Why missing", 22),
    Column("Numerator", 12),
    Column("Denominator", 13),
    Column("Likely from (95%)", 12),
    Column("Likely to (95%)", 12),
    Column("Similar councils, average", 12),
    Column("Similar councils, median", 12),
    Column("Similar councils, pooled", 12),
    Column("Similar councils with a value", 12),
    Column("Region", 12),
    Column("England", 12),
    Column("Verdict", 16),
    Column("Verdict in a sentence", 80),
    Column("In the health-check set", 12),
)


def columns_beside(whom: Whom) -> tuple[Column, ...]:
    """The columns where others than similar councils stand beside a figure."""
    usual = SIMILAR_COUNCILS.heading
    return tuple(
        replace(column, heading=column.heading.replace(usual, whom.heading)) for column in COLUMNS
    )


def measure_rows(edition: Edition, comparisons: Iterable[Comparison]) -> list[list[Any]]:
    """One row for each comparison, unrounded."""
    rows = []
    for comparison in comparisons:
        indicator = edition.catalogue.indicators[comparison.indicator]
        here, similar, interval = comparison.here, comparison.similar, comparison.interval
        missing = here.value.reasons if isinstance(here.value, Missing) else ()
        rows.append(
            [
                STAGE_NAMES[indicator.stage],
                indicator.title,
                indicator.id,
                indicator.unit,
                comparison.period,
                number_or_null(here.value),
                ", ".join(reason.value for reason in missing) or None,
                here.numerator,
                here.denominator,
                interval.low if interval else None,
                interval.high if interval else None,
                similar.mean if similar else None,
                similar.median if similar else None,
                similar.pooled if similar else None,
                similar.with_value if similar else None,
                _value(comparison.region),
                _value(comparison.england),
                level_words(indicator, comparison.verdict),
                verdict_sentence(indicator, comparison),
                "yes" if indicator.health_check else "no",
            ]
        )
    return rows


def _value(cell: Cell | None) -> float | None:
    return None if cell is None else number_or_null(cell.value)


HISTORY_HEADINGS = ("Indicator id", "Period", "Value", "Why missing", "Numerator", "Denominator")


def history_rows(check: HealthCheck) -> list[list[Any]]:
    """One row for each indicator and period."""
    return [
        [
            comparison.indicator,
            cell.period,
            number_or_null(cell.value),
            why_missing(cell.value),
            cell.numerator,
            cell.denominator,
        ]
        for comparison in check.comparisons.values()
        for cell in comparison.history
    ]


SOURCE_WIDTHS = (44, 44, 12, 60, 8, 30, 24, 40, 10, 40, 24, 20)

SOURCE_HEADINGS = (
    "Indicator id", "Series", "As published", "File", "Row", "Column",
    "Publisher", "Publication", "Release", "Page", "Licence", "SHA-256 of the file",
)  # fmt: skip


def source_table(edition: Edition, comparisons: Iterable[Comparison]) -> list[list[Any]]:
    """One row for each reading behind each of these figures."""
    return [
        [
            comparison.indicator, row.series, row.as_published, row.file, row.row, row.column,
            row.publisher, row.publication, row.release, row.page, row.licence, row.sha256,
        ]
        for comparison in comparisons
        for row in edition.source_rows(comparison)
    ]  # fmt: skip


def health_check_json(
    edition: Edition, area: Area, chosen: ChosenComparison | None = None
) -> dict[str, Any]:
    """The whole health check as plain data, beside similar councils unless others are chosen."""
    check = edition.health_check(area, against=chosen.against if chosen else SIMILAR)
    shown = first_measures(edition.catalogue, check.comparisons).shown
    return {
        "schema": SCHEMA,
        "made_up": edition.store.made_up,
        "notice": standing_notice(edition),
        "data": edition.data_line,
        "council": {"code": area.code, "name": area.name},
        "headline": check.headline.sentence,
        "lead": list(check.lead),
        "flow_label": check.flow_label,
        "where_it_comes_from": check.where_it_comes_from.sentence,
        "what_is_spent": check.what_is_spent.sentence,
        "what_to_ask_first": check.what_to_ask_first.sentence,
        "tally": check.tally_sentence,
        "compared_with": comparison_account(edition, chosen) if chosen else None,
        "notes": list(check.area_notes),
        "in_view": [comparison.indicator for comparison in shown],
        "judgement": _judgement(check),
        "measures": [
            {
                **_without_preamble(account(edition, comparison)),
                "sentence": verdict_sentence(
                    edition.catalogue.indicators[comparison.indicator], comparison
                ),
            }
            for comparison in check.comparisons.values()
        ],
    }


def _without_preamble(answer: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in answer.items() if key not in ("schema", "made_up")}


def _judgement(check: HealthCheck) -> dict[str, Any] | None:
    words = check.judgement
    if words is None:
        return None
    return {
        "overall": words.overall,
        "parts": dict(words.parts),
        "when": words.when,
        "since": words.since or None,
        "framework": words.framework,
        "file": words.file,
        "row": words.row,
    }
