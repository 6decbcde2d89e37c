"""The map of one indicator in words: where councils differ, and what each cell says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from brightfutures.catalogue import Indicator
from brightfutures.findings.figures import missing_words, shown
from brightfutures.findings.national_words import NameOf, national_note
from brightfutures.findings.place_names import placed_region
from brightfutures.findings.verdict_words import ABOVE, BELOW, DIFFERENT
from brightfutures.measures.results import Direction, Level, National
from brightfutures.quantities import Missing

CELL_WORDS: Mapping[Level, str] = {
    Level.UNUSUALLY_HIGH: "clearly higher",
    Level.HIGHER: "clearly higher",
    Level.UNUSUALLY_LOW: "clearly lower",
    Level.LOWER: "clearly lower",
    Level.ABOUT_THE_SAME: "no clear difference",
    Level.CANNOT_SAY: "cannot say",
}
"""A council beside the average of all others, as the map and a chosen council are told."""


def map_message(found: Sequence[National], region_of: NameOf, regions: int) -> str:
    """In how many of the regions councils lie that are clearly higher, and clearly lower."""
    there = {
        word: [region_of(one.here.area) for one in found if one.level in levels]
        for levels, word in ((ABOVE, "higher"), (BELOW, "lower"))
    }
    said = [_where(names, word, regions) for word, names in there.items() if names]
    if not said:
        return "Nowhere is a council clearly higher or lower than the average council"
    return _capital("; ".join(said))


def _where(names: Sequence[str], word: str, regions: int) -> str:
    if len(names) == 1:
        return f"the one council that is clearly {word} is in {placed_region(names[0])}"
    which = f"the {len(names)} councils that are clearly {word} are"
    if len(set(names)) == 1:
        return f"{which} all in {placed_region(names[0])}"
    if len(set(names)) == regions:
        return f"{which} in every region"
    return f"{which} in {len(set(names))} of {regions} regions"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def map_description(found: Sequence[National], message: str) -> str:
    """What the map shows, as a person would say it."""
    different = sum(one.level in DIFFERENT for one in found)
    return (
        f"A square for each council, laid out roughly like England. {message}. "
        f"{different} of {len(found)} councils are marked as clearly different."
    )


def council_said(indicator: Indicator, name: str, one: National | None) -> str:
    """A council's name, its figure and its verdict: "Essex: 52, clearly lower"."""
    if one is None:
        return f"{name}: did not exist"
    value = one.here.value
    if isinstance(value, Missing) and one.level is Level.CANNOT_SAY:
        return f"{name}: no figure ({missing_words(value)})"
    note = national_note(indicator, one)
    why = f" ({note})" if note and one.level is Level.CANNOT_SAY else ""
    return f"{name}: {shown(indicator, value)}, {CELL_WORDS[one.level]}{why}"


def chosen_sentence(indicator: Indicator, name: str, one: National | None, unit: str) -> str:
    """The council that the reader asked about, beside the average of all others."""
    if one is None:
        return f"{name} has no place here: it did not exist in this period."
    value = one.here.value
    if isinstance(value, Missing):
        said = f"{name} has no figure here ({missing_words(value)})"
        if one.level is Level.CANNOT_SAY:
            return f"{said}."
        return f"{said}, but it is {CELL_WORDS[one.level]} either way."
    figure = f"{name} has {shown(indicator, value)}"
    if unit not in ("per cent", "pounds", "score"):
        figure = f"{figure} {unit}"
    note = national_note(indicator, one)
    if one.level is Level.CANNOT_SAY:
        return f"{figure}; whether that differs cannot be said{f' ({note})' if note else ''}."
    if one.level not in DIFFERENT:
        return f"{figure}: no clear difference from the average of all other councils."
    better = "" if note not in (Direction.BETTER.value, Direction.WORSE.value) else f", {note}"
    return f"{figure}: {CELL_WORDS[one.level]} than the average of all other councils{better}."
