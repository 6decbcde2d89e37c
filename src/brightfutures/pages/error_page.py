"""The pages that say that something was not found, or cannot be answered."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class ErrorPage:
    """What went wrong, in one sentence, and where to go."""

    document_title: str
    masthead: str | None
    h1: str
    sentence: str
    nearest: tuple[tuple[str, str], ...] = ()


def error_page(h1: str, sentence: str, nearest: tuple[tuple[str, str], ...] = ()) -> ErrorPage:
    """A page for what could not be found or understood."""
    return ErrorPage(
        document_title=f"{h1} – Bright Futures",
        masthead=None,
        h1=h1,
        sentence=sentence,
        nearest=nearest,
    )
