"""The checks on a draft, as a person reads them in a terminal."""

from __future__ import annotations

import textwrap
from pathlib import Path

from brightfutures.delivery.check_finance import checked, remarks
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.health_check_rows import standing_notice
from brightfutures.findings.check_words import (
    SEVERITY_MEANS,
    also_sentence,
    how_many,
    look_at_sentence,
    question_sentence,
    question_title,
)

WIDE = 80


def check_finance_text(
    edition: Edition, file: Path, council_text: str | None = None, year: str | None = None
) -> str:
    """A readable answer to "what would be asked about this return?"."""
    council, period, questions = checked(edition, file, council_text, year)
    catalogue = edition.catalogue
    lines = [standing_notice(edition), ""] if edition.store.made_up else []
    whose = f", {council.name}" if council else ""
    lines += [f"Checks on {file.name}{whose}, {period}", ""]
    lines += textwrap.wrap(how_many(questions, whose="this return"), WIDE)
    for severity, means in SEVERITY_MEANS.items():
        if any(one.severity is severity for one in questions):
            lines += textwrap.wrap(f"{severity.value.capitalize()}: {means}.", WIDE)
    for question in questions:
        rule = catalogue.checks[question.rule]
        lines += ["", f"{question.severity.value.upper()}  {question_title(catalogue, question)}"]
        for text in (
            question_sentence(catalogue, question),
            f"Why it matters: {rule.reason}",
            look_at_sentence(catalogue, question),
            also_sentence(catalogue, question),
        ):
            lines += textwrap.wrap(text, WIDE, initial_indent="  ", subsequent_indent="  ")
    for remark in remarks(edition, council, period):
        lines += ["", *textwrap.wrap(remark, WIDE)]
    return "\n".join(lines)
