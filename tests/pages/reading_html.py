"""Reads a page as a plain list: its addresses, its anchors, its words and its doors."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape
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


WITHOUT_WORDS = re.compile(r"<(style|script)\b.*?</\1>|<!--.*?-->", re.DOTALL)
INLINE = r"</?(?:a|b|em|strong|small|span|abbr|tspan|cite|q|sup|sub|wbr)(?:\s[^>]*)?>"
WITHIN_A_LINE = re.compile(INLINE)
GAP_BETWEEN_TAGS = re.compile(r">\s+<")
GAP_AT_A_TAG = re.compile(rf"\s+((?:{INLINE})+)\s+")
LINE_OF_A_TEMPLATE = re.compile(r"\s*\n\s*")
CODE = re.compile(
    r'<code\b[^>]*>.*?</code>|(?<=<td class="file">)[^<]+', re.DOTALL
)  # a file, a column
SPOKEN_ONLY = re.compile(r'\baria-label="([^"]*)"')
FORMULA = re.compile(r'<p class="formula">.*?</p>', re.DOTALL)
TAG = re.compile(r"<[^>]*>")
ROW = re.compile(r"<tr\b.*?(?=<tr\b|</table>|</tbody>)", re.DOTALL)


def passages(html: str) -> list[str]:
    """Each passage of a page as a person reads or hears it, links and stress read through.

    Quicker than `read`, for a test that reads thousands of pages. A name of a file or of a column
    and a formula are nobody's sentence: an ellipsis stands in their place.
    """
    said = LINE_OF_A_TEMPLATE.sub(" ", WITHOUT_WORDS.sub("", html))
    said = GAP_BETWEEN_TAGS.sub("> <", said)
    flat = WITHIN_A_LINE.sub("", GAP_AT_A_TAG.sub(r" \1", CODE.sub("…", FORMULA.sub("…", said))))
    lines = (unescape(line).strip() for line in [*TAG.split(flat), *SPOKEN_ONLY.findall(said)])
    return [line for line in lines if line]


def rows(html: str) -> list[str]:
    """Every row of every table, tags and all."""
    return ROW.findall(html)
