"""How a figure is written: rounding, units, pounds, and why one is missing."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from brightfutures.catalogue import Catalogue, Indicator
from brightfutures.findings.place_names import placed
from brightfutures.findings.tense import in_the_past
from brightfutures.quantities import Missing, Period, Reason, Value, round_half_away_from_zero

MISSING_WORDS: dict[Reason, str] = {
    Reason.SUPPRESSED: "withheld",
    Reason.ROUNDS_TO_ZERO: "rounds to 0",
    Reason.UNRELIABLE: "unreliable",
    Reason.UNAVAILABLE: "not available",
    Reason.NOT_APPLICABLE: "does not apply",
    Reason.NOT_COLLECTED: "not collected",
    Reason.NOT_RETURNED: "not returned",
    Reason.DID_NOT_EXIST: "did not exist",
    Reason.DENOMINATOR_UNAVAILABLE: "not worked out",
    Reason.UNSTATED: "no reason given",
}
"""Two or three words for a table cell."""

MISSING_SENTENCES: dict[Reason, str] = {
    Reason.SUPPRESSED: "The figure is withheld because it could point to a few children.",
    Reason.ROUNDS_TO_ZERO: "The figure is above nought but rounds to it.",
    Reason.UNRELIABLE: "The publisher marks the figure as unreliable.",
    Reason.UNAVAILABLE: "The figure is not available.",
    Reason.NOT_APPLICABLE: "The figure does not apply here.",
    Reason.NOT_COLLECTED: "The figure was not collected.",
    Reason.NOT_RETURNED: "The council returned no figure in time for it to be published.",
    Reason.DID_NOT_EXIST: "The council did not exist then.",
    Reason.DENOMINATOR_UNAVAILABLE: "The number it would be divided by is not published.",
    Reason.UNSTATED: "The publisher gives no reason.",
}


NUMBERS_KEPT = 4096
"""How many numbers are kept as they are written: a page says the same one in several places."""


@lru_cache(maxsize=NUMBERS_KEPT)
def number(value: float, decimal_places: int = 0) -> str:
    """A number with thousands commas: 1,234 or 12.3. A true minus sign before negatives."""
    rounded = round_half_away_from_zero(value, decimal_places)
    return f"{rounded:,.{decimal_places}f}".replace("-", "\u2212")


def is_percentage(indicator: Indicator) -> bool:
    """Whether the indicator's values carry a per cent sign."""
    return indicator.unit == "%"


def is_pounds(indicator: Indicator) -> bool:
    """Whether the indicator's values are money."""
    return indicator.unit.startswith("pounds")


def figure(indicator: Indicator, value: float) -> str:
    """A value as it is read: 94, 22.6%, £1,234."""
    text, unit = number(value, indicator.decimal_places), indicator.unit
    if unit == "%":
        return f"{text}%"
    if unit.startswith("pounds"):
        return f"\u2212£{text[1:]}" if text.startswith("\u2212") else f"£{text}"
    return text


def shown(indicator: Indicator, value: Value | None) -> str:
    """A value, the words for why there is none, or a dash where there is nothing to say."""
    if value is None:
        return "–"
    if isinstance(value, Missing):
        return missing_words(value)
    return figure(indicator, value)


def missing_words(missing: Missing) -> str:
    """Two or three words for a table cell: there was no such council, else the first reason."""
    gone = Reason.DID_NOT_EXIST in missing.reasons
    return MISSING_WORDS[Reason.DID_NOT_EXIST if gone else missing.reasons[0]]


def missing_sentences(missing: Missing) -> str:
    """Every reason, each a sentence; that the council did not exist is reason enough."""
    if Reason.DID_NOT_EXIST in missing.reasons:
        return MISSING_SENTENCES[Reason.DID_NOT_EXIST]
    return " ".join(MISSING_SENTENCES[reason] for reason in missing.reasons)


def difference(indicator: Indicator, value: float) -> str:
    """A gap's size without its sign: 16, 3.6 percentage points, £210."""
    size = abs(value)
    if is_percentage(indicator):
        text = number(size, max(indicator.decimal_places, 1))
        return f"{text} percentage point{'' if text == '1.0' else 's'}"
    return figure(indicator, size)


def between(indicator: Indicator, low: float, high: float) -> str:
    """The two ends of a gap's range, the unit said once: 0.9 and 2.2 percentage points."""
    if not is_percentage(indicator):
        return f"{difference(indicator, low)} and {difference(indicator, high)}"
    return f"{number(low, max(indicator.decimal_places, 1))} and {difference(indicator, high)}"


def unit_words(indicator: Indicator) -> str:
    """The unit as it stands beside a title: "per 10,000 children", "per cent", "pounds"."""
    return "per cent" if is_percentage(indicator) else indicator.unit


def children_words(count: float) -> str:
    """About so many children, never to more figures than the range deserves."""
    size = abs(count)
    step = 1 if size < 20 else 5 if size < 100 else 10 if size < 1000 else 50
    rounded = int(round_half_away_from_zero(size / step) * step)
    return f"{rounded:,}"


_COUNTED = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten")


def counted(count: int) -> str:
    """A small count as a word that can begin a sentence, a larger one in figures."""
    return _COUNTED[count] if count < len(_COUNTED) else f"{count:,}"


def many(count: int, noun: str, plural: str | None = None) -> str:
    """A count with its noun: 1 file, 118 files."""
    return f"{count:,} {noun if count == 1 else plural or noun + 's'}"


def listed(words: Sequence[str]) -> str:
    """Names as a person says them: "Ash, Beech and Cedar"; nothing for none.

    Where a name holds an "and" of its own a comma parts the last; where one holds a comma,
    semicolons part them all.
    """
    if len(words) < 2:
        return "".join(words)
    mark = "; " if any(", " in word for word in words) else ", "
    holds_one = any(" and " in word for word in words)
    before_the_last = f"{mark}and " if holds_one or mark == "; " else " and "
    return f"{mark.join(words[:-1])}{before_the_last}{words[-1]}"


def figure_sentence(
    indicator: Indicator, council: str, value: float, period: str, *, ended: bool = False
) -> str:
    """The indicator's own sentence with a council's figure in it; of an ended one in the past."""
    sentence = in_the_past(indicator.sentence) if ended else indicator.sentence
    return sentence.format(council=placed(council), value=figure(indicator, value), year=period)


def period_words(catalogue: Catalogue, indicator: Indicator, label: str) -> str:
    """When a figure is for, as a person says it: "at 31 March 2025"."""
    kind = catalogue.series[indicator.numerator[0]].period_kind
    return Period(kind, label).in_words()
