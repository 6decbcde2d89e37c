"""The words of pages that say what the site is: one file of `standing/` a page.

`h1` is what the page comes to, in a sentence without a full stop. A section has a heading and
paragraphs, points or links, in that order; a point may begin with a few words in bold, between
pairs of asterisks. `{citation}` and `{version}` stand for what only the running site knows.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from brightfutures.catalogue.declarations import build, read_toml


@dataclass(frozen=True, kw_only=True)
class Section:
    """A heading and what stands under it."""

    heading: str
    id: str = ""
    paragraphs: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    links: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, kw_only=True)
class StandingWords:
    """One page in words."""

    title: str
    eyebrow: str
    h1: str
    lead: str
    sections: tuple[Section, ...]


@cache
def standing_words(name: str) -> StandingWords:
    """The words of a page by its name: about, accessibility."""
    return build(
        StandingWords,
        read_toml(files("brightfutures.pages") / "standing" / f"{name}.toml"),
        f"standing/{name}.toml",
    )
