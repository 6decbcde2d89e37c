"""A council on the seven priorities as CSV and XLSX."""

from __future__ import annotations

from typing import Any

from brightfutures.delivery.edition import Edition
from brightfutures.delivery.health_check_rows import standing_notice
from brightfutures.delivery.priorities import priorities_of
from brightfutures.delivery.spreadsheets import Workbook, csv_bytes
from brightfutures.delivery.told_row import TOLD, told_row
from brightfutures.findings.priorities import HOW_TO_READ, Priorities, PriorityFindings
from brightfutures.measures.results import Comparison
from brightfutures.pages.priorities_page import steps_of
from brightfutures.quantities import Area

HEADINGS = (
    "Council", "Council code", "Priority", "Part", "In words", *TOLD,
)  # fmt: skip

MEASURE = "Measure"
"""The part whose rows are figures; the rows of all others are sentences."""


def priorities_csv(edition: Edition, area: Area) -> bytes:
    """A row for each sentence and each measure; the last row carries the standing notice."""
    found = priorities_of(edition, area)
    rows = [row for section in found.sections for row in _rows(edition, found, section)]
    notice = [standing_notice(edition), *[None] * (len(HEADINGS) - 1)]
    return csv_bytes(HEADINGS, [*rows, notice])


def priorities_xlsx(edition: Edition, area: Area) -> bytes:
    """Sheets: what it says, and the measures behind each priority."""
    found = priorities_of(edition, area)
    book = Workbook(f"{area.name}: the seven priorities", standing_notice(edition))
    lines = [f"{area.name}: {found.headline.sentence}", standing_notice(edition), found.lead]
    lines += [*HOW_TO_READ, *found.area_notes]
    for section in found.sections:
        lines += ["", section.priority.name, section.priority.means]
        lines += [f"{part}: {words}" for part, words in _sentences(edition, found, section)]
    book.page("What it says", [*lines, "", edition.data_line])
    rows = [
        row[2:3] + row[4:]
        for section in found.sections
        for row in _rows(edition, found, section)
        if row[3] == MEASURE
    ]
    widths = (40, 52, 44, 22, 10, 12, 22, 12, 20, 16)
    book.table("Measures", (HEADINGS[2], MEASURE, *HEADINGS[5:]), rows, widths)
    return book.content()


def _sentences(
    edition: Edition, found: Priorities, section: PriorityFindings
) -> list[tuple[str, str]]:
    """Each sentence with the part of the section that it stands in."""
    told = (*section.says, *section.in_turn)
    return [
        *(("What the figures say", said.sentence) for said in told),
        *(("What they cannot say", sentence) for sentence in section.priority.cannot),
        *(("Ask", question.question) for question in section.questions),
        *(
            ("Go next", f"{step.words}: {step.address}")
            for step in steps_of(edition.catalogue, found, section)
        ),
    ]


def _rows(edition: Edition, found: Priorities, section: PriorityFindings) -> list[list[Any]]:
    head = [found.area.name, found.area.code, section.priority.name]
    empty = [None] * (len(HEADINGS) - len(head) - 2)
    words = [
        [*head, part, sentence, *empty] for part, sentence in _sentences(edition, found, section)
    ]
    return words + [[*head, MEASURE, *_measure(edition, entry)] for entry in section.comparisons]


def _measure(edition: Edition, entry: Comparison) -> list[Any]:
    return [edition.catalogue.indicators[entry.indicator].title, *told_row(edition, entry)]
