"""Capitals: a title as it stands within a sentence, and words as they open one."""

from __future__ import annotations


def inside(title: str) -> str:
    """A title within a sentence, whose proper names keep their capitals."""
    return title if title.startswith("Sure Start") else title[0].lower() + title[1:]


def with_capital(words: str) -> str:
    """Words at the start of a sentence."""
    return words[0].upper() + words[1:]
