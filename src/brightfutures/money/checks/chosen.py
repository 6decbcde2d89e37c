"""One question a line: the surest is asked, and the others are named beside it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from brightfutures.catalogue.checks import Severity
from brightfutures.money.checks.question import ReturnQuestion

_SUREST_FIRST = (Severity.CANNOT_BE, Severity.UNLIKELY, Severity.ASK)
_ABOUT_PAIRS = frozenset({"swapped_lines", "moved_between_lines"})
_EXPLAINS = frozenset({"sign_turned", "line_in_wrong_thousands"})
_ABOUT_WHOLE = frozenset({"return_in_wrong_thousands", "same_return_as_last_year"})


def chosen(questions: Iterable[ReturnQuestion]) -> tuple[ReturnQuestion, ...]:
    """The questions to ask: surest first, then the larger sum, and one for each line.

    Two lines between which money moved are one question, and so are a total and the one line that
    made its change: the line is asked about. Where the whole return is a thousand
    times too large, that is the one question about its size.
    """
    ranked = sorted(questions, key=_order)
    whole = next((one for one in ranked if one.rule in _ABOUT_WHOLE), None)
    kept: list[ReturnQuestion] = []
    for one in ranked:
        place = next((at for at, other in enumerate(kept) if _same_matter(other, one)), None)
        if place is not None:
            first = kept[place]
            if one.rule != first.rule and one.rule not in first.also:
                kept[place] = replace(first, also=(*first.also, one.rule))
        elif whole is None or one is whole or not _about_size(one):
            kept.append(one)
    return tuple(kept)


def _order(question: ReturnQuestion) -> tuple[int, int, float]:
    """Surest first; of equals one that says what may have happened; then the larger sum.

    A total whose change one line made comes after the lines.
    """
    pounds = question.facts.get("pounds", question.value)
    size = abs(pounds) if isinstance(pounds, float) and question.unit != "share" else 0.0
    last = question.facts.get("last_pounds", 0.0)
    says_more = question.rule in _ABOUT_PAIRS | _ABOUT_WHOLE | _EXPLAINS
    return (
        _SUREST_FIRST.index(question.severity),
        0 if says_more else 2 if "made_by" in question.facts else 1,
        -max(size, last if isinstance(last, float) else 0.0),
    )


def _same_matter(first: ReturnQuestion, other: ReturnQuestion) -> bool:
    if first.line is None or other.line is None:
        return False
    about = {first.line, *(first.other_lines if first.rule in _ABOUT_PAIRS else ())}
    return other.line in about or other.facts.get("made_by") in about


def _about_size(question: ReturnQuestion) -> bool:
    return question.severity is not Severity.CANNOT_BE and question.line is not None
