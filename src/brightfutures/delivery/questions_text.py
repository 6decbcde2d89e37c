"""A council's questions as a person reads them in a terminal, as wide as the terminal is."""

from __future__ import annotations

import shutil
import textwrap

from brightfutures.catalogue import Audience
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.health_check_rows import standing_notice
from brightfutures.delivery.questions import questions_of
from brightfutures.findings.council_questions import CouncilQuestion
from brightfutures.quantities import Area

NARROWEST, WIDEST = 40, 100
"""Columns of text: a line any longer is hard to read, however wide the terminal."""


def questions_text(edition: Edition, area: Area, audience: Audience | None = None) -> str:
    """The questions with what the data say; of a council that has ended, whom to ask instead."""
    width = max(NARROWEST, min(shutil.get_terminal_size().columns, WIDEST))
    found = questions_of(edition, area, audience)
    lines = [standing_notice(edition), ""] if edition.store.made_up else []
    title = textwrap.wrap(found.headline.sentence, width)
    lines += [*title, "=" * max(map(len, title)), *textwrap.wrap(found.lead, width)]
    for note in found.area_notes:
        lines += ["", *textwrap.wrap(note, width)]
    for number, one in enumerate(found.questions, start=1):
        lines += ["", *_question(one, number, width)]
    for each in found.successors:
        lines.append(f"- brightfutures questions '{each.name}'")
    return "\n".join(lines)


def _question(one: CouncilQuestion, number: int, width: int) -> list[str]:
    mark = f"{number}. "
    indent = " " * len(mark)
    lines = textwrap.wrap(f"{mark}{one.as_spoken}", width, subsequent_indent=indent)
    parts = (
        f"{one.topic}: {one.why.value}.",
        one.told,
        f"How sure: {one.how_sure.sentence}",
        f"Ask next: {one.question.ask_next}",
    )
    for part in parts:
        lines += textwrap.wrap(part, width, initial_indent=indent, subsequent_indent=indent)
    return lines
