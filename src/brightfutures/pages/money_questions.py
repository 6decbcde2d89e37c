"""The questions on a council's finance return, as a page shows them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from brightfutures.catalogue import Catalogue
from brightfutures.catalogue.checks import Severity
from brightfutures.findings.check_words import (
    SEVERITY_MEANS,
    also_sentence,
    how_many,
    look_at_sentence,
    question_sentence,
    question_title,
)
from brightfutures.findings.place_names import placed
from brightfutures.money.checks.question import ReturnQuestion

IN_WORDS = {
    Severity.CANNOT_BE: "Cannot be",
    Severity.UNLIKELY: "Unlikely",
    Severity.ASK: "Ask",
}
"""The three words, as they stand before a question."""


@dataclass(frozen=True, kw_only=True)
class ReturnQuestionLine:
    """One question: how sure, of which line, what it is about, and where to look."""

    severity: str
    title: str
    sentence: str
    look_at: str
    also: str


@dataclass(frozen=True, kw_only=True)
class ReturnQuestions:
    """How many questions there are to ask of a return, and each; what the three words mean."""

    period: str
    how_many: str
    lines: tuple[ReturnQuestionLine, ...]
    meanings: tuple[tuple[str, str], ...]


def return_questions(
    catalogue: Catalogue, council: str, period: str, questions: Sequence[ReturnQuestion]
) -> ReturnQuestions:
    """The questions on one return."""
    asked = {one.severity for one in questions}
    return ReturnQuestions(
        period=period,
        how_many=how_many(questions, whose=f"the return of {placed(council)} for {period}"),
        lines=tuple(
            ReturnQuestionLine(
                severity=IN_WORDS[one.severity],
                title=question_title(catalogue, one),
                sentence=question_sentence(catalogue, one),
                look_at=look_at_sentence(catalogue, one),
                also=also_sentence(catalogue, one),
            )
            for one in questions
        ),
        meanings=tuple(
            (IN_WORDS[severity], meaning)
            for severity, meaning in SEVERITY_MEANS.items()
            if severity in asked
        ),
    )
