"""The checks on a draft, as plain data: the answer of `check-finance --json`, schema 1."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from brightfutures.delivery.draft_return import MEASURE_OF, read_draft
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.handed_in import bytes_of
from brightfutures.delivery.health_check_rows import standing_notice
from brightfutures.delivery.return_checks import return_checks
from brightfutures.delivery.spreadsheets import csv_bytes
from brightfutures.findings.check_words import (
    also_sentence,
    how_many,
    look_at_sentence,
    question_sentence,
    question_title,
)
from brightfutures.findings.figures import listed
from brightfutures.findings.place_names import placed
from brightfutures.money.checks.question import ReturnQuestion
from brightfutures.money.checks.tree import line_tree
from brightfutures.money.finance_returns import OUTTURN
from brightfutures.quantities import Area, Period, PeriodKind, WrongUse, find_period

SCHEMA = 1
WITHOUT_A_COUNCIL = (
    "No council is named, so only sums and signs were checked: --council compares the draft with "
    "its own past, with its children and with all other councils."
)


def draft_year(edition: Edition, text: str | None) -> str:
    """The financial year of a draft: the one that is said, else the one after the newest held."""
    periods = return_checks(edition).periods()
    newest = periods[-1] if periods else None
    following = Period(PeriodKind.FINANCIAL_YEAR, newest).shifted(1).label if newest else "2024-25"
    if text is None:
        return following
    found = find_period(text, (*periods, following))
    if found is None:
        between = f"{periods[0]} to {following}" if periods else following
        raise WrongUse(f"No return can be checked for '{text}': it can for {between}.")
    return found


def checked(
    edition: Edition, file: Path, council_text: str | None, year: str | None
) -> tuple[Area | None, str, tuple[ReturnQuestion, ...]]:
    """The council, the year and the questions on a draft; `WrongUse` for what cannot be read."""
    council = None if council_text is None else _council(edition, council_text)
    period = draft_year(edition, year)
    draft = read_draft(file.name, bytes_of(file), edition.catalogue.spend_lines, OUTTURN, period)
    checks = return_checks(edition)
    if council is None:
        return None, period, checks.of_return_alone(draft)
    return council, period, checks.of_return(council.code, draft)


def remarks(edition: Edition, council: Area | None, period: str) -> list[str]:
    """What the draft was set beside, and what could not be checked."""
    if council is None:
        return [WITHOUT_A_COUNCIL]
    earlier = return_checks(edition).earlier(council.code, period)
    if not earlier:
        return [
            f"No earlier return of {placed(council.name)} is loaded, so only sums, signs and costs "
            "for each child were checked, and not what changed."
        ]
    return [
        f"Set beside the returns of {placed(council.name)} for {listed(earlier[::-1])}, all other "
        "councils’ returns, and the children counted in published statistics."
    ]


def check_finance_data(
    edition: Edition, file: Path, council_text: str | None = None, year: str | None = None
) -> dict[str, Any]:
    """The questions on a draft as plain data."""
    council, period, questions = checked(edition, file, council_text, year)
    return {
        "schema": SCHEMA,
        "made_up": edition.store.made_up,
        "file": file.name,
        "council": None if council is None else {"code": council.code, "name": council.name},
        "period": period,
        "account": OUTTURN,
        "sentence": how_many(questions, whose=file.name),
        "questions": [question_data(edition, question) for question in questions],
        "remarks": remarks(edition, council, period),
        "notice": standing_notice(edition),
    }


def question_data(edition: Edition, question: ReturnQuestion) -> dict[str, Any]:
    """One question as plain data."""
    catalogue = edition.catalogue
    rule = catalogue.checks[question.rule]
    return {
        "rule": question.rule,
        "severity": question.severity.value,
        "title": question_title(catalogue, question),
        "line": question.line,
        "measure": question.measure,
        "unit": question.unit,
        "value": question.value,
        "expected_low": question.low,
        "expected_high": question.high,
        "other_lines": list(question.other_lines),
        "sentence": question_sentence(catalogue, question),
        "reason": rule.reason,
        "look_at": look_at_sentence(catalogue, question),
        "also": list(question.also),
        "also_sentence": also_sentence(catalogue, question),
    }


def template_bytes(edition: Edition, year: str | None = None) -> bytes:
    """An empty draft as CSV: every line of the return of a year, in its order."""
    catalogue, period = edition.catalogue, draft_year(edition, year)
    tree = line_tree(catalogue.spending, OUTTURN, period)
    headings = [f"{column}_thousands" for column in list(MEASURE_OF)[:3]]
    rows = [[line, catalogue.spend_lines[line].title, "", "", ""] for line in tree.parent_of]
    return csv_bytes(["line", "title", *headings], rows)


def _council(edition: Edition, text: str) -> Area:
    area = edition.area(text)
    if area.code not in {one.code for one in edition.geography.councils(former=True)}:
        raise WrongUse(f"A return is a council's, and {area.name} is not one.")
    return area
