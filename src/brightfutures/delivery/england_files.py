"""England as JSON, CSV and XLSX: its measures, the spread of councils, growth, gradient, grades."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from brightfutures.catalogue import STAGE_NAMES
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.england import RowsOfGrowth, england_of, rows_of_growth
from brightfutures.delivery.explain import SCHEMA, json_text, number_or_null
from brightfutures.delivery.health_check_rows import standing_notice
from brightfutures.delivery.spreadsheets import Workbook, csv_bytes
from brightfutures.findings.england_growth import GrowthLine
from brightfutures.findings.england_picture import EnglandMeasure, EnglandPicture, MeasureGradient
from brightfutures.findings.england_picture_words import (
    change_words,
    in_number,
    lead_sentence,
    spread_sentence,
)
from brightfutures.findings.grades_over_time_words import (
    NEVER_MIXED,
    framework_sentences,
    newest_sentence,
)
from brightfutures.findings.gradient_words import NOT_A_CAUSE, gradient_sentence
from brightfutures.measures.agreement.grades_over_time import GradesOfYear
from brightfutures.measures.agreement.inspections import GRADES
from brightfutures.measures.nation.gradient import Gradient

MEASURE_HEADINGS = (
    "Stage", "Measure", "Indicator id", "Unit", "England, period", "England", "Numerator",
    "Denominator", "Before, period", "England before", "Numerator before", "Since then",
    "Councils with a figure", "A tenth lie below", "A quarter lie below", "A quarter lie above",
    "A tenth lie above",
)  # fmt: skip

HISTORY_HEADINGS = (
    "Measure", "Indicator id", "Unit", "Period", "England", "Numerator", "Denominator",
    "Councils with a figure", "A tenth lie below", "A quarter lie below", "A quarter lie above",
    "A tenth lie above",
)  # fmt: skip

GROWTH_HEADINGS = (
    "What is counted", "Series", "From", "Count then", "To", "Count now", "Growth, %",
    "Rate then", "Rate now", "Beware", "File then", "Row then", "File now", "Row now",
)  # fmt: skip

GRADIENT_HEADINGS = (
    "Measure", "Indicator id", "Period", "Fifth (1 is the most deprived)", "Councils", "Count",
    "Out of", "Rate", "Rate, from (95%)", "Rate, to (95%)",
    "Most over least deprived", "Times, from (95%)", "Times, to (95%)", "Slope index",
    "Slope, from (95%)", "Slope, to (95%)",
)  # fmt: skip

GRADE_HEADINGS = (
    "31 March", "Councils", "Outstanding", "Good", "Requires improvement", "Inadequate",
    "No overall grade in the files", "Under the present framework (ILACS)",
)  # fmt: skip


def england_json(edition: Edition) -> bytes:
    """The whole page as plain data."""
    found = england_of(edition)
    rows_of = rows_of_growth(edition, found)
    answer: dict[str, Any] = {
        "schema": SCHEMA,
        "made_up": edition.store.made_up,
        "headline": found.headline.sentence,
        "lead": lead_sentence(found.measures),
        "measures": [_measure(edition, one) for one in found.measures],
        "growth": [_growth(line, rows_of) for line in found.growth],
        "deprivation": [
            {
                "circumstance": one.variable.id,
                "title": one.variable.title,
                "period": one.period.label,
                "most_deprived_fifth_middle_council": one.most,
                "least_deprived_fifth_middle_council": one.least,
            }
            for one in found.deprivations
        ],
        "gradients": [_gradient(one) for one in found.gradients],
        "not_a_cause": NOT_A_CAUSE,
        "grades_on_31_march": [_grades(one) for one in found.grades],
        "grades_notes": [*framework_sentences(found.grades), NEVER_MIXED],
        "notice": standing_notice(edition),
    }
    return json_text(answer).encode("utf-8")


def _measure(edition: Edition, one: EnglandMeasure) -> dict[str, Any]:
    change = asdict(one.change)
    since = one.change.since_break
    return {
        "indicator": one.indicator.id,
        "title": one.indicator.title,
        "stage": one.indicator.stage.value,
        "unit": one.indicator.unit,
        "period": one.here.period,
        "value": number_or_null(one.here.value),
        "numerator": one.here.numerator,
        "denominator": one.here.denominator,
        "change": {**change, "since_break": asdict(since) if since else None},
        "change_words": change_words(one),
        "in_number": in_number(edition.catalogue, one),
        "history": [
            {
                "period": cell.period,
                "value": number_or_null(cell.value),
                "numerator": cell.numerator,
                "denominator": cell.denominator,
            }
            for cell in one.history
        ],
        "councils": [asdict(spread) for spread in one.spreads],
    }


def _growth(line: GrowthLine, rows_of: RowsOfGrowth) -> dict[str, Any]:
    one = asdict(line.growth)
    return {
        "what": line.quoted.called,
        **one,
        "sentence": line.sentence,
        "rows": [
            {"file": row.file, "row": row.row, "column": row.column, "figure": row.as_published}
            for row in rows_of(line)
        ],
    }


def _gradient(one: MeasureGradient) -> dict[str, Any]:
    return {
        "indicator": one.indicator.id,
        "sentence": gradient_sentence(one),
        "newest": asdict(one.now),
        "first": asdict(one.first) if one.first else None,
        "by_the_other_circumstance": asdict(one.otherwise) if one.otherwise else None,
    }


def _grades(one: GradesOfYear) -> dict[str, Any]:
    return {
        "year": one.year,
        "councils": one.councils,
        **dict(zip(GRADES, one.grades, strict=True)),
        "without": one.without,
        "frameworks": dict(one.frameworks),
    }


def measure_rows(found: EnglandPicture) -> list[list[Any]]:
    """A row for each measure, unrounded."""
    return [
        [
            STAGE_NAMES[one.indicator.stage],
            one.indicator.title,
            one.indicator.id,
            one.indicator.unit,
            one.here.period,
            number_or_null(one.here.value),
            one.here.numerator,
            one.here.denominator,
            one.change.from_period,
            one.change.from_value,
            one.then.numerator if one.then else None,
            change_words(one),
            *_spread(one, one.here.period),
        ]
        for one in found.measures
    ]


def history_rows(found: EnglandPicture) -> list[list[Any]]:
    """A row for each measure and period."""
    return [
        [
            one.indicator.title,
            one.indicator.id,
            one.indicator.unit,
            cell.period,
            number_or_null(cell.value),
            cell.numerator,
            cell.denominator,
            *_spread(one, cell.period),
        ]
        for one in found.measures
        for cell in one.history
    ]


def _spread(one: EnglandMeasure, period: str) -> list[float | None]:
    spread = next((each for each in one.spreads if each.period == period), None)
    if spread is None:
        return [None] * 5
    ends = (spread.low_tenth, spread.low_quarter, spread.high_quarter, spread.high_tenth)
    return [spread.councils, *ends]


def growth_table(edition: Edition, found: EnglandPicture) -> list[list[Any]]:
    """A row for each growth figure, with where both counts stand."""
    rows, rows_of = [], rows_of_growth(edition, found)
    for line in found.growth:
        one, places = line.growth, rows_of(line)
        where = [cell for row in places for cell in (row.file, row.row)]
        rows.append(
            [
                line.quoted.called,
                one.series,
                one.from_period,
                one.then,
                one.to_period,
                one.now,
                100.0 * one.share,
                one.rate_then,
                one.rate_now,
                " ".join(line.cautions) or None,
                *where,
                *[None] * (4 - len(where)),
            ]
        )
    return rows


def gradient_rows(one: MeasureGradient) -> list[list[Any]]:
    """A row for each fifth of councils, in the newest period and the first."""
    periods = (one.now, *([one.first] if one.first else []))
    return [row for gradient in periods for row in _fifths(one, gradient)]


def _fifths(one: MeasureGradient, gradient: Gradient) -> list[list[Any]]:
    ends = [
        gradient.ratio,
        gradient.ratio_range.low,
        gradient.ratio_range.high,
        gradient.slope,
        gradient.slope_range.low,
        gradient.slope_range.high,
    ]
    return [
        [
            one.indicator.title,
            one.indicator.id,
            gradient.period,
            fifth.place,
            fifth.councils,
            fifth.count,
            fifth.out_of,
            fifth.rate,
            fifth.range.low,
            fifth.range.high,
            *ends,
        ]
        for fifth in gradient.fifths
    ]


def grade_rows(found: EnglandPicture) -> list[list[Any]]:
    """A row for each 31 March."""
    return [
        [
            one.year,
            one.councils,
            *reversed(one.grades),
            one.without,
            dict(one.frameworks).get("ILACS", 0),
        ]
        for one in found.grades
    ]


def england_csv(edition: Edition) -> bytes:
    """Every measure and period, with the standing notice in the last row."""
    notice = [standing_notice(edition), *[None] * (len(HISTORY_HEADINGS) - 1)]
    return csv_bytes(HISTORY_HEADINGS, [*history_rows(england_of(edition)), notice])


def england_xlsx(edition: Edition) -> bytes:
    """Sheets: what it says, the measures, their history, growth, deprivation and grades."""
    found = england_of(edition)
    book = Workbook("England", standing_notice(edition))
    lines = [found.headline.sentence, standing_notice(edition), lead_sentence(found.measures)]
    lines += [f"{one.indicator.title}: {spread_sentence(one)}" for one in found.measures]
    lines += [line.sentence for line in found.growth]
    lines += [gradient_sentence(one) for one in found.gradients] + [NOT_A_CAUSE]
    if found.grades:
        lines += [newest_sentence(found.grades), *framework_sentences(found.grades), NEVER_MIXED]
    book.page("What it says", [*lines, edition.data_line])
    book.table("Measures", MEASURE_HEADINGS, measure_rows(found), (22, 52, 44, 22, *[12] * 13))
    book.table("History", HISTORY_HEADINGS, history_rows(found), (52, 44, 22, *[12] * 9))
    book.table(
        "Growth",
        GROWTH_HEADINGS,
        growth_table(edition, found),
        (40, 44, 10, 14, 10, 14, 12, 10, 10, 60, 44, 8, 44, 8),
    )
    fifths = [row for one in found.gradients for row in gradient_rows(one)]
    book.table("Deprivation", GRADIENT_HEADINGS, fifths, (52, 44, 10, *[12] * 13))
    book.table("Ofsted", GRADE_HEADINGS, grade_rows(found), (10, *[14] * 7))
    return book.content()
