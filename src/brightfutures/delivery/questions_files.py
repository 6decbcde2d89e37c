"""A council's questions as CSV and XLSX: a row for each."""

from __future__ import annotations

from typing import Any

from brightfutures.catalogue import Audience
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.health_check_rows import standing_notice
from brightfutures.delivery.questions import questions_of
from brightfutures.delivery.spreadsheets import Workbook, csv_bytes
from brightfutures.delivery.told_row import TOLD, told_row
from brightfutures.findings.council_questions import (
    AUDIENCE_WORDS,
    CouncilQuestion,
    CouncilQuestions,
)
from brightfutures.findings.figures import listed
from brightfutures.quantities import Area

HEADINGS = (
    "Number", "Question", "Why it is asked", "Topic", "Stage or heading", "What the data say",
    "How many", "How sure", "Ask next", "What an answer is worth", "For whom", *TOLD,
)  # fmt: skip

WIDTHS = (8, 60, 24, 40, 28, 80, 40, 50, 50, 50, 30, 44, 22, 10, 12, 22, 12, 20, 16)


def questions_csv(edition: Edition, area: Area, audience: Audience | None = None) -> bytes:
    """One question a row, with whose it is; the last row carries the standing notice."""
    found = questions_of(edition, area, audience)
    headings = (*HEADINGS, "Council", "Council code")
    rows = [[*row, area.name, area.code] for row in _rows(edition, found)]
    rows.append([standing_notice(edition), *[None] * (len(headings) - 1)])
    return csv_bytes(headings, rows)


def questions_xlsx(edition: Edition, area: Area, audience: Audience | None = None) -> bytes:
    """Sheets: all of it as it is read, and a row for each question."""
    found = questions_of(edition, area, audience)
    book = Workbook(f"{area.name}: questions to ask", standing_notice(edition))
    book.page("What it says", [*_lines(edition, found), "", edition.data_line])
    book.table("Questions", HEADINGS, _rows(edition, found), WIDTHS)
    return book.content()


def _lines(edition: Edition, found: CouncilQuestions) -> list[str]:
    lines = [f"{found.area.name}: {found.headline.sentence}", standing_notice(edition), found.lead]
    lines += found.area_notes
    for number, one in enumerate(found.questions, start=1):
        lines += ["", f"{number}. {one.as_spoken}", f"{one.topic}: {one.why.value}."]
        lines += [one.told, one.how_sure.sentence]
        lines.append(f"Ask next: {one.question.ask_next}")
    return lines


def _rows(edition: Edition, found: CouncilQuestions) -> list[list[Any]]:
    return [
        [
            number,
            one.as_spoken,
            one.why.value,
            one.topic,
            one.where,
            one.told,
            one.how_many or None,
            one.how_sure.sentence,
            one.question.ask_next,
            one.question.why,
            listed([AUDIENCE_WORDS[audience] for audience in one.question.for_whom]),
            *_figures(edition, one),
        ]
        for number, one in enumerate(found.questions, start=1)
    ]


def _figures(edition: Edition, one: CouncilQuestion) -> list[Any]:
    return [None] * len(TOLD) if one.about is None else told_row(edition, one.about)
