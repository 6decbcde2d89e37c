"""A stage of one council as CSV and XLSX: its measures, their histories, their sources."""

from __future__ import annotations

from typing import Any

from brightfutures.catalogue import STAGE_NAMES, Stage
from brightfutures.delivery.chosen_comparison import ChosenComparison
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.explain import number_or_null, why_missing
from brightfutures.delivery.health_check_rows import (
    SOURCE_HEADINGS,
    SOURCE_WIDTHS,
    columns_beside,
    measure_rows,
    source_table,
    standing_notice,
)
from brightfutures.delivery.spreadsheets import Workbook, csv_bytes
from brightfutures.delivery.stage import stage_of
from brightfutures.delivery.stage_history import history_beside
from brightfutures.findings.comparison_words import SIMILAR_COUNCILS
from brightfutures.findings.stage import StageFindings
from brightfutures.measures import Against
from brightfutures.quantities import Area

HISTORY_HEADINGS = (
    "Measure", "Indicator id", "Unit", "Period", "Value", "Why missing", "Numerator",
    "Denominator", "England", "Similar councils, average", "Similar councils, middle half from",
    "Similar councils, middle half to",
)  # fmt: skip


def stage_csv(edition: Edition, area: Area, stage: Stage, chosen: ChosenComparison) -> bytes:
    """One measure a row, with whose it is; the standing notice in the last row."""
    found = stage_of(edition, area, stage, chosen.against)
    columns = columns_beside(chosen.whom)
    headings = [*(column.heading for column in columns), "Council", "Council code"]
    rows = [[*row, area.name, area.code] for row in measure_rows(edition, found.comparisons)]
    notice = standing_notice(edition)
    if not chosen.is_usual:
        notice = f"{chosen.sentence} {notice}"
    rows.append([notice, *[None] * (len(headings) - 1)])
    return csv_bytes(headings, rows)


def stage_xlsx(edition: Edition, area: Area, stage: Stage, chosen: ChosenComparison) -> bytes:
    """Sheets: what it says, the measures, their histories, and where every figure stands."""
    found = stage_of(edition, area, stage, chosen.against)
    book = Workbook(f"{area.name}: {STAGE_NAMES[stage]}", standing_notice(edition))
    book.page("What it says", _lines(edition, found, chosen.sentence))
    columns = columns_beside(chosen.whom)
    headings, widths = zip(*((column.heading, column.width) for column in columns), strict=True)
    book.table("Measures", headings, measure_rows(edition, found.comparisons), widths)
    usual = SIMILAR_COUNCILS.heading
    of_history = [heading.replace(usual, chosen.whom.heading) for heading in HISTORY_HEADINGS]
    history = _history(edition, found, chosen.against)
    book.table("History", of_history, history, (52, 44, 22, 10, 12, 22, *[12] * 6))
    book.table("Sources", SOURCE_HEADINGS, source_table(edition, found.comparisons), SOURCE_WIDTHS)
    return book.content()


def _lines(edition: Edition, found: StageFindings, compared: str) -> list[str]:
    lines = [f"{found.area.name}: {found.headline.sentence}", standing_notice(edition)]
    lines += [*found.lead, compared, found.means, *found.area_notes]
    for title, sentences in (
        ("What stands apart", [said.sentence for said in found.apart]),
        ("What has moved", [said.sentence for said in found.moved]),
        ("Read together", [f"{pair.said.sentence} {pair.why}".strip() for pair in found.pairs]),
        ("What is not judged, and why", [said.sentence for said in found.not_judged]),
        ("Questions to ask", [one.question.question for one in found.questions]),
    ):
        lines += ["", title, *sentences] if sentences else []
    return [*lines, "", edition.data_line]


def _history(edition: Edition, found: StageFindings, against: Against) -> list[list[Any]]:
    """A row for each measure and period."""
    rows = []
    for entry in found.comparisons:
        indicator = edition.catalogue.indicators[entry.indicator]
        for cell, beside in zip(
            entry.history, history_beside(edition, entry, against), strict=True
        ):
            value = cell.value
            rows.append(
                [
                    indicator.title,
                    indicator.id,
                    indicator.unit,
                    cell.period,
                    number_or_null(value),
                    why_missing(value),
                    cell.numerator,
                    cell.denominator,
                    beside.england,
                    beside.similar_average,
                    beside.similar_middle_half_low,
                    beside.similar_middle_half_high,
                ]
            )
    return rows
