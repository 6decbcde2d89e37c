"""What no words of ours may hold: the one place for the rules that every page is read by.

Each rule is a pattern that finds a fault; `faults` reads one passage by those that hold wherever a
person reads, and the others are for what says more: a finding, a headline, a verdict.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

MOST_WORDS_OF_A_HEADLINE = 25

LEAVINGS = re.compile(
    r"\b(?:nan|NaN|inf|undefined)\b|\bNone\b(?! [a-z])|[{}]|</?[a-z]|"
    r"\b(?:Missing|Reason|Level|Why)[.(]|"
    r"\(\)|\( | \)|“”|‘’|(?<!\.)\.\.(?!\.)|,,|(?<!install) [,.;:?!](?!\w)|,\.|;\.|: \.|  |"
    r"(?<!\w)-\d(?!\d?\.0)|"
    r"\babout 0 (?:more|fewer)|\bof 0\b(?!\.\d)"
)
"""Leavings of the machine: a value that is none, a template left open, a hole in a sentence."""

COUNTED = (
    "children|people|councils|measures|figures|assessments|care leavers|cases|conferences|"
    "enquiries|episodes|families|files|foster carers|homes|judgements|months|orders|places|"
    "plans|points|posts|publications|questions|referrals|regions|rows|social workers|sources|"
    "weeks|years"
)
NUMBERS = "Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|two|three|four|five|six|seven|eight|nine"
PLURALS = re.compile(
    rf"(?<![\d.,£–−/-])\b1 (?:more |fewer |other |of the other )?(?:{COUNTED})\b|"
    rf"(?<![\w-])[Oo]ne (?:more |fewer |other )?(?:{COUNTED}|similar councils)\b(?! in | later)|"
    r"\b(?:One|That one|[Ee]ach one) (?:are|have|do|differ|show)\b|"
    rf"(?<!of the )\b(?:{NUMBERS}) (?:is|has|does|was|differs|shows|stands)\b|"
    rf"\b(?:[2-9]|[1-9]\d|{NUMBERS}) (?:more |other )?(?:child|council|measure|figure|year|place)\b"
    r"(?![’-]| [a-z]+ers\b| olds\b| start\b)|"
    r"\b[Nn]o similar councils average"
)
"""A count beside the other number of its noun or verb."""

ARTICLES = re.compile(
    r"(?:\ba|(?:^|[.?!] )A) (?!one\b|once\b|eu|us[aeu]|uni[fotqv]|unan|ut[io])[aeiou]\w+|"
    r"\ba (?:8\d*|11|18)\b|"
    r"\b[Aa]n (?:[bcdfgjklmnpqrstvwyz]\w*|[1-79]\b)|"
    r"\bthe (?:London|Yorkshire|Kent|Essex)\b(?! [A-Z])|"
    r"\b(?:in|of|for|from|to|by|beside|with|at) (?:Isle of Wight|Isles of Scilly|City of London)\b"
)
"""An article that no one says, or a name without its own."""

TWICE = re.compile(r"\b(?!that\b|had\b)([A-Za-z]+) \1\b|\bThe the\b")
"""A word said twice running."""

PRAISE = re.compile(
    r"\b(?:performance|performing|poor|poorly|excellent|failing|best|worst|rising|falling)\b",
    re.IGNORECASE,
)
"""Words of judgement, or of what will be, that no finding of ours uses."""

GOOD_OR_BAD = re.compile(r"\b(?:good|bad)\b", re.IGNORECASE)
"""Said of a grade of Ofsted's alone."""

CAUSE = re.compile(
    r"\b(?:because of that|causes?(?! for concern)|leads? to|due to|therefore)\b", re.IGNORECASE
)
"""Words that say why, where no figure can."""

LEAGUE = re.compile(r"\b(?:ranks?|league)\b", re.IGNORECASE)
"""Words for who comes first."""

MEANT = re.compile(r"\b(?:better|worse)\b")
"""Said only where the catalogue says which way is good."""

CAPITALS = re.compile(r"(?<![\w.’-])[A-Z][A-Z&]+s?\b(?![’.]?\w)")

NEEDS_NO_WORDS = frozenset(
    {
        "CSV", "JSON", "PDF", "SVG", "XLSX",  # forms of a file, known by these letters alone
        "GOV",  # of GOV.UK, a name
        "UK",  # known by these letters alone
        "II",  # a numeral
        "AA",  # a level of the guidelines on the web, named by these letters alone
        "SHA",  # of SHA-256, the name of a checksum
        "NA",  # what a cell of the worked examples holds where there is no figure
        "MIT",  # the name of a licence
        "KEY", "COUNCIL", "FOLDER",  # what a person puts their own word for, in a command
    }
)  # fmt: skip
"""Capitals that every reader knows, or that are names."""

NAMES_THAT_HOLD_CAPITALS = re.compile(
    r"ILACS inspections overview|"  # a publication of Data to Insight, named so
    r"Revenue outturn, (?:RSX|RG)|Revenue account budget, RA|"  # a ministry's returns, named so
    r"CPIH index 00|LA and school expenditure|"  # two publications, named so
    r"sheet RO3 LA Data|"  # a sheet of a published file, under its own name
    r"column “[^”]*”|"  # a column of a published file, under its own name
    r"OS data ©"  # the acknowledgement that the Ordnance Survey asks for, in its own words
)
"""Names that publishers gave: they are cited letter by letter."""


def faults(passage: str) -> list[str]:
    """What in a passage breaks a rule that holds wherever a person reads, with its surroundings.

    What is without fault is not read again, for pages share much.
    """
    key = hash(passage)
    if key in _faultless:
        return []
    found = [
        passage[max(0, match.start() - 40) : match.end() + 40]
        for rule in (LEAVINGS, PLURALS, ARTICLES, TWICE)
        for match in rule.finditer(passage)
    ]
    found += said_twice(passage)
    if not found:
        _faultless.add(key)
    return found


_faultless: set[int] = set()


def said_twice(passage: str) -> list[str]:
    """Sentences that stand in one passage more than once."""
    if passage.count(". ") < 1:
        return []
    sentences = [one.rstrip(".") for one in SENTENCE_END.split(passage) if len(one) > 12]
    return [one for place, one in enumerate(sentences) if one in sentences[:place]]


SENTENCE_END = re.compile(r"(?<=[.?!])\s+(?=[A-Z“£0-9])")


def unexplained(passages: Iterable[str], known: Collection[str] = ()) -> set[str]:
    """Acronyms of a page that it does not explain: in words, with the acronym in brackets after.

    `known` are those that the glossary explains, where the page leads to it.
    """
    running = (one for one in passages if one.count(" ") > 1)  # no label of a column or of a map
    text = NAMES_THAT_HOLD_CAPITALS.sub("", "\n".join(running))
    met = {acronym.removesuffix("s") for acronym in CAPITALS.findall(text)}
    return {
        acronym
        for acronym in met - NEEDS_NO_WORDS - set(known)
        if not re.search(rf"\({re.escape(acronym)}s?[,)]", text)
    }


def headline_faults(headline: str) -> list[str]:
    """What is wrong with a headline besides its words: its length, or a full stop."""
    found = []
    if len(headline.split()) > MOST_WORDS_OF_A_HEADLINE:
        found.append(f"{len(headline.split())} words: {headline}")
    if headline.endswith("."):
        found.append(f"a full stop: {headline}")
    return found
