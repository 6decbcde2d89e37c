"""Other averages and other councils in words: whether another comparison would say otherwise."""

from __future__ import annotations

from collections.abc import Sequence

from brightfutures.catalogue import Indicator
from brightfutures.findings.figures import counted, listed
from brightfutures.findings.place_names import placed
from brightfutures.findings.verdict_words import LEVEL_WORDS, NO_CLEAR_DIFFERENCE, is_near
from brightfutures.measures.results import Alternative, Level
from brightfutures.quantities import Missing, Value

AVERAGES = ("mean", "median", "pooled")

WITH_AVERAGE = {
    "mean": "their average",
    "median": "their median",
    "pooled": "all of them taken together",
}
"""An average of the same councils, as the words after "with"."""

BESIDE = {
    "dfe-2025": "similar councils as listed in 2025",
    "dfe-2021": "similar councils as listed in 2021",
    "region": "the other councils of its region",
    "england": "all other councils of England",
    "nearest-in-context": "the councils nearest in context",
}
"""A set of councils, as the words after "beside"."""

WOULD_BE = {
    Level.UNUSUALLY_LOW: "it would be unusually low",
    Level.LOWER: "it would be lower",
    Level.ABOUT_THE_SAME: "there would be no clear difference",
    Level.HIGHER: "it would be higher",
    Level.UNUSUALLY_HIGH: "it would be unusually high",
    Level.CANNOT_SAY: "it cannot be said",
}


def something_to_say(alternatives: Sequence[Alternative]) -> bool:
    """Whether any comparison can say anything at all."""
    return any(each.level is not Level.CANNOT_SAY for each in alternatives)


def alternative_words(indicator: Indicator, here: Value, alternative: Alternative) -> str:
    """What another comparison would say, in two or three words."""
    if alternative.level is not Level.ABOUT_THE_SAME:
        return LEVEL_WORDS[alternative.level]
    if isinstance(here, Missing) or alternative.value is None:
        return NO_CLEAR_DIFFERENCE
    close = is_near(indicator, here - alternative.value, alternative.value)
    return LEVEL_WORDS[Level.ABOUT_THE_SAME] if close else NO_CLEAR_DIFFERENCE


def alternatives_sentence(given: Level, alternatives: Sequence[Alternative]) -> str | None:
    """Whether the answer would be the same with another average or beside other councils.

    None where no comparison can say anything.
    """
    if not something_to_say(alternatives):
        return None
    same = [each for each in alternatives if each.level is given]
    if len(same) == len(alternatives):
        return (
            "The answer is the same whichever average is used, and beside every other set of "
            "councils tried."
        )
    opens = same and given is not Level.CANNOT_SAY
    said = [f"the answer is the same {_under(same)}"] if opens else []
    for level in Level:
        of_level = [each for each in alternatives if each.level is level is not given]
        if of_level:
            said.append(f"{_under(of_level)} {_would_be(level, given)}")
    sentence = "; ".join(said)
    return f"{sentence[0].upper()}{sentence[1:]}."


def _would_be(level: Level, given: Level) -> str:
    """Higher after unusually high is the same side, less far: said so."""
    milder = (given, level) in (
        (Level.UNUSUALLY_LOW, Level.LOWER),
        (Level.UNUSUALLY_HIGH, Level.HIGHER),
    )
    return f"{WOULD_BE[level]}, though not unusually so" if milder else WOULD_BE[level]


def _under(alternatives: Sequence[Alternative]) -> str:
    """Under which averages and beside whom: "with their median and beside its region"."""
    averages = [each.name for each in alternatives if each.name in AVERAGES]
    parts = []
    if len(averages) == len(AVERAGES):
        parts.append("with every average of the same councils")
    elif averages:
        parts.append(f"with {_listed([WITH_AVERAGE[name] for name in averages])}")
    sets = [each for each in alternatives if each.name not in AVERAGES]
    if sets:
        parts.append(
            f"beside {_listed([BESIDE.get(each.name, each.title) for each in sets], 'beside ')}"
        )
    return ", and ".join(parts)


def _listed(words: Sequence[str], again: str = "") -> str:
    """Words with commas and an "and", before whose last the preposition is said again."""
    if len(words) == 1:
        return words[0]
    return f"{', '.join(words[:-1])} and {again}{words[-1]}"


def counted_as_similar_sentence(council: str, others: Sequence[str]) -> str:
    """How many councils have this one among their similar councils, which need not be mutual."""
    if not others:
        return f"No council counts {placed(council)} among its similar councils."
    if len(others) == 1:
        return f"One council counts {placed(council)} among its similar councils: {others[0]}."
    return (
        f"{counted(len(others))} councils count {placed(council)} among their similar councils: "
        f"{listed(others)}."
    )
