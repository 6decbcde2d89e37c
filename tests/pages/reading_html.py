"""Reads a page as a plain list: its addresses, its anchors, its words and its doors."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

SILENT = {"style", "script", "title"}


@dataclass
class ReadPage(HTMLParser):
    """What a page holds. `words` has one entry for each run of text between tags."""

    anchors: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    headings: list[tuple[str, str]] = field(default_factory=list)
    tags: set[str] = field(default_factory=set)
    attributes: set[str] = field(default_factory=set)
    source_rows: dict[str, int] = field(default_factory=dict)
    _open: list[str] = field(default_factory=list)
    _door: str | None = None

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what the tag brings."""
        self.tags.add(tag)
        given = {name: value or "" for name, value in attrs}
        self.attributes |= set(given)
        if "id" in given:
            self.anchors.append(given["id"])
        for name in ("href", "src", "action"):
            if name in given:
                self.links.append(given[name])
        if tag == "section" and given.get("class") == "door":
            self._door = given["id"]
        if tag == "code" and self._door:
            self.source_rows[self._door] = self.source_rows.get(self._door, 0) + 1
        self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close what was opened."""
        while self._open and self._open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        """Keep what is read aloud."""
        text = " ".join(data.split())
        if not text or SILENT & set(self._open):
            return
        self.words.append(text)
        if self._open and re.fullmatch("h[1-6]", self._open[-1]):
            self.headings.append((self._open[-1], text))

    @property
    def text(self) -> str:
        """Everything a person reads, in order."""
        return " ".join(self.words)


def read(html: str) -> ReadPage:
    """The page, read to its end."""
    page = ReadPage()
    page.feed(html)
    page.close()
    return page
