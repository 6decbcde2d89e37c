"""The reading age of pages: `python -m benchmarks.reading_age --home DIR`.

Reading age is the Flesch-Kincaid grade plus five: the grade is the school year of the United
States whose pupils can read a text, and begins at the age of six. The formula is that of Kincaid,
Fishburne, Rogers and Chissom, "Derivation of new readability formulas", Naval Technical Training
Command, Research Branch Report 8-75 (1975):

    grade = 0.39 * words / sentences + 11.8 * syllables / words - 15.59

Syllables are counted by a rule of our own, so a figure is good to about half a year: groups of
vowels, less a final "e" that is not sounded. A number, a sum of money or a percentage is read as
one word of one syllable, and names are left in. The prose of a page is read: every whole sentence
of its headings, paragraphs and lists. Labels, tables, pictures, what is folded away and the ways on
are left out, for short labels would make a page seem easier than it is.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from statistics import fmean

from brightfutures.delivery.asked import asked_at
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.site_map import answer_at
from brightfutures.pages.addresses import council_address

PROSE = frozenset({"h1", "h2", "h3", "p", "li", "dd"})
LEFT_OUT = frozenset({"table", "svg", "details", "nav", "footer", "header", "form", "head"})
VOID = frozenset({"br", "hr", "img", "input", "link", "meta", "col", "wbr"})

AIM = 14.0
"""A page for councillors aims to be read at twelve to fourteen; what is easier is no fault."""

SILENT_ENDING = re.compile(r"(?:[^laeiouy]e|[aeiouy]le|(?:[^td]e)d|[^sxzcgaeiouy]es)$")
VOWELS = re.compile(r"[aeiouy]+")
WORD = re.compile(r"[A-Za-z]+(?:[’'][A-Za-z]+)*|[£\d][\d,.]*%?")
SENTENCE = re.compile(r"(?<=[.?!])\s+")


def syllables(word: str) -> int:
    """How many syllables a word has, by rule; a number has one."""
    letters = re.sub(r"[^a-z]", "", word.lower())
    if not letters:
        return 1
    count = len(VOWELS.findall(letters))
    if SILENT_ENDING.search(letters):
        count -= 1
    return max(count, 1)


def reading_age(sentences: Iterable[str]) -> float:
    """The age in years at which these sentences can be read: Flesch-Kincaid grade plus five."""
    spoken = [found for sentence in sentences if (found := WORD.findall(sentence))]
    words = [word for sentence in spoken for word in sentence]
    if not words:
        raise ValueError("There is nothing to read.")
    per_sentence = len(words) / len(spoken)
    per_word = sum(map(syllables, words)) / len(words)
    return 0.39 * per_sentence + 11.8 * per_word - 15.59 + 5


class _Prose(HTMLParser):
    """The text of each heading, paragraph and item of a page, one after the other."""

    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[str] = []
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self._open.append(tag)
        if tag in PROSE:
            self.blocks.append("")

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop() != tag:
            pass
        if tag in PROSE:
            self.blocks.append("")

    def handle_data(self, data: str) -> None:
        if self.blocks and PROSE.intersection(self._open) and not LEFT_OUT.intersection(self._open):
            self.blocks[-1] += data


def sentences_of(html: str) -> list[str]:
    """The whole sentences of a page's prose: what ends in no full stop or question mark is none."""
    parser = _Prose()
    parser.feed(html)
    blocks = [" ".join(block.split()) for block in parser.blocks]
    parts = (part for block in blocks for part in SENTENCE.split(block))
    return [part for part in parts if part.endswith((".", "?", "!"))]


@dataclass(frozen=True)
class AgeOfPages:
    """The reading ages of one kind of page over some councils."""

    kind: str
    ages: tuple[float, ...]

    @property
    def line(self) -> str:
        """Mean, least and most, in years."""
        easy = sum(age <= AIM for age in self.ages)
        return (
            f"{self.kind}: reading age {fmean(self.ages):.1f} on average, "
            f"{min(self.ages):.1f} to {max(self.ages):.1f}; "
            f"{easy} of {len(self.ages)} can be read at {AIM:.0f}"
        )


def ages_of(edition: Edition, kind: str, word: str, most: int) -> AgeOfPages:
    """The reading ages of a page of so many councils, spread evenly over the alphabet."""
    councils = edition.geography.councils()
    step = max(1, len(councils) // most)
    ages = []
    for area in councils[::step][:most]:
        path = f"{council_address(area)}{f'/{word}' if word else ''}"
        html = answer_at(edition, asked_at(path)).content.decode("utf-8")
        ages.append(reading_age(sentences_of(html)))
    return AgeOfPages(kind, tuple(ages))


def main() -> None:
    """Print the reading ages of the questions and the overviews of twenty councils."""
    parser = argparse.ArgumentParser(description="The reading age of a council's pages.")
    parser.add_argument("--home", type=Path, required=True, help="the folder of a loaded store")
    parser.add_argument("--councils", type=int, default=20, help="of how many councils")
    chosen = parser.parse_args()
    edition = Edition.open(chosen.home)
    for kind, word in (("Questions", "questions"), ("Overview", "")):
        print(ages_of(edition, kind, word, chosen.councils).line)


if __name__ == "__main__":
    main()
