"""The checks on a finance return in words that the officer who filled it in would accept.

A question is about a figure and never about a person; it says what was told, what was expected
and from what, and leaves open that the figure is right. `reason` and `look_at` are the rule's own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from brightfutures.catalogue import Catalogue
from brightfutures.catalogue.checks import Severity
from brightfutures.findings.check_figures import Said
from brightfutures.findings.check_sentences import SENTENCES
from brightfutures.findings.figures import listed, many
from brightfutures.money.checks.question import ReturnQuestion

SEVERITY_MEANS: Mapping[Severity, str] = {
    Severity.CANNOT_BE: "the figures contradict each other",
    Severity.UNLIKELY: "it can be right, but seldom is",
    Severity.ASK: "it may well be right; somebody should be able to say why",
}
"""What each of the three words promises."""


_HOW_MANY: Mapping[Severity, str] = {
    Severity.CANNOT_BE: "that cannot be",
    Severity.UNLIKELY: "unlikely",
    Severity.ASK: "to ask",
}


def question_sentence(catalogue: Catalogue, question: ReturnQuestion) -> str:
    """What is asked about: the figure, what was expected and what from."""
    rule = catalogue.checks[question.rule]
    return SENTENCES[rule.check](Said(catalogue, question))


def question_title(catalogue: Catalogue, question: ReturnQuestion) -> str:
    """The line that is asked about, and the rule: "Fostering: a large change in spending"."""
    title = catalogue.checks[question.rule].title
    if question.line is None:
        return title
    line = catalogue.spend_lines[question.line].title
    return f"{line}: {title[0].lower()}{title[1:]}"


def also_sentence(catalogue: Catalogue, question: ReturnQuestion) -> str:
    """What else points at the same line; nothing where nothing does."""
    if not question.also:
        return ""
    titles = [catalogue.checks[rule].title for rule in question.also]
    return f"Also asked of this line: {listed([f'{one[0].lower()}{one[1:]}' for one in titles])}."


def look_at_sentence(catalogue: Catalogue, question: ReturnQuestion) -> str:
    """Where in the books to look first."""
    return f"Look at: {'; '.join(catalogue.checks[question.rule].look_at)}."


def how_many(questions: Sequence[ReturnQuestion], *, whose: str) -> str:
    """How many questions there are and how sure: the first sentence of an answer."""
    if not questions:
        return f"Nothing to ask of {whose}."
    counts = [
        (severity, sum(one.severity is severity for one in questions))
        for severity in SEVERITY_MEANS
    ]
    parts = [f"{count} {_HOW_MANY[severity]}" for severity, count in counts if count]
    begun = f"{many(len(questions), 'question')} to ask of {whose}"
    if all(one.severity is Severity.ASK for one in questions):  # as sure as “to ask” says
        return f"{begun}."
    return f"{begun}: {listed(parts)}."
