"""Reads a page of the site aloud: all that breaks the rules of `words`, each as a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from reading_html import passages, rows
from words import MEANT, faults, headline_faults, unexplained

from brightfutures.catalogue import GoodDirection, Indicator
from brightfutures.delivery.asked import Asked
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.site_map import answer_at

HEADLINE = re.compile(r"<h1\b[^>]*>(.*?)</h1>", re.DOTALL)
ANCHOR = re.compile(r'<[^>]*\sid="([^"]*)"')
NAMED = re.compile(r'(?:indicators/|#about-)([a-z0-9_]+)(?:[.?"#])')
EXPLAINED = re.compile(
    r"not mean better or worse|neither|not in itself better|which way is good|no better or worse"
)
"""What is said of better and worse where neither is meant."""

OF_OTHERS = {("data", "lait")}
"""Pages that list another publisher's words as they are: three thousand names of its measures."""


def wrong_on(edition: Edition, words: Sequence[str]) -> list[str]:
    """All that is wrong with the words of the page at this address, each with the address."""
    if tuple(words) in OF_OTHERS:
        return []
    html = answer_at(edition, Asked(words=tuple(words))).content.decode("utf-8")
    address = f"/{'/'.join(words)}"
    found = [*_of_words(html), *_of_meaning(html, words, edition.catalogue.indicators)]
    return [f"{address}: {one}" for one in found]


def _of_words(html: str) -> Iterator[str]:
    said = passages(html)
    for passage in said:
        yield from faults(passage)
    yield from (f"{acronym} is not explained" for acronym in sorted(unexplained(said)))
    anchors = ANCHOR.findall(html)
    yield from (f"two are called #{one}" for one in set(anchors) if anchors.count(one) > 1)
    headlines = [" ".join(passages(one)) for one in HEADLINE.findall(html)]
    if len(headlines) != 1:
        yield f"{len(headlines)} headlines"
    for headline in headlines:
        yield from headline_faults(headline)


def _of_meaning(
    html: str, words: Sequence[str], indicators: Mapping[str, Indicator]
) -> Iterator[str]:
    """Better or worse, where it stands with a measure of which neither way is good."""
    if not MEANT.search(html):
        return
    if "indicators" in words[:-1] and _neither(indicators, words[-1]):
        for passage in passages(html):
            if MEANT.search(passage) and not EXPLAINED.search(passage):
                yield f"neither way is good, yet: {passage}"
    for row in rows(html):
        if MEANT.search(row):
            named = set(NAMED.findall(row))
            if any(_neither(indicators, name) for name in named):
                yield f"neither way is good, yet: {' '.join(passages(row))}"


def _neither(indicators: Mapping[str, Indicator], name: str) -> bool:
    known = indicators.get(name)
    return known is not None and known.good_direction is GoodDirection.NEITHER
