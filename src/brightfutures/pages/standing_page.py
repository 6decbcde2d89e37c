"""A page that says what the site is, such as About: its view model."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from brightfutures.pages.standing_words import Section, standing_words


@dataclass(frozen=True, kw_only=True)
class Point:
    """A point of a list, with the words that open it in bold; blank for none."""

    bold: str
    text: str


@dataclass(frozen=True, kw_only=True)
class SectionLines:
    """A section as it is shown; `anchor` is where a link can lead to it."""

    anchor: str
    heading: str
    paragraphs: tuple[str, ...]
    points: tuple[Point, ...]
    links: tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True)
class StandingPage:
    """Everything the template of such a page shows."""

    document_title: str
    masthead: None
    eyebrow: str
    h1: str
    lead: str
    sections: tuple[SectionLines, ...]
    downloads: tuple[tuple[str, str], ...]


def standing_page(
    name: str, known: Mapping[str, str], downloads: tuple[tuple[str, str], ...] = ()
) -> StandingPage:
    """The view model of a page; `known` has what stands for `{citation}` and `{version}`."""
    words = standing_words(name)
    return StandingPage(
        document_title=f"{words.title} – Bright Futures",
        masthead=None,
        eyebrow=words.eyebrow,
        h1=words.h1,
        lead=words.lead,
        sections=tuple(_section(section, known) for section in words.sections),
        downloads=downloads,
    )


def _section(section: Section, known: Mapping[str, str]) -> SectionLines:
    return SectionLines(
        anchor=section.id or "-".join(section.heading.lower().replace("?", "").split()),
        heading=section.heading,
        paragraphs=tuple(text.format_map(known) for text in section.paragraphs),
        points=tuple(_point(text) for text in section.points),
        links=section.links,
    )


def _point(text: str) -> Point:
    if not text.startswith("**"):
        return Point(bold="", text=text)
    _, bold, rest = text.split("**", 2)
    return Point(bold=bold, text=rest.strip())
