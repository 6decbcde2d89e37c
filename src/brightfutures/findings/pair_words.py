"""Two or more councils by name, in words: from which of the others the first one differs."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from brightfutures.catalogue import Indicator, Stage
from brightfutures.findings.figures import listed
from brightfutures.findings.place_names import placed
from brightfutures.measures.results import Direction, Level, Pair, Why

CLOSE, UNCLEAR, UNSAID = "close", "unclear", "unsaid"


def pairs_sentence(
    indicator: Indicator, council: str, pairs: Sequence[Pair], name_of: Callable[[str], str]
) -> str:
    """How the first council stands to each of the others, in one to three sentences."""
    if not pairs:
        return ""
    if all(pair.reason is Why.NO_COUNTS for pair in pairs):
        money = indicator.stage is Stage.MONEY
        why = "Spending is not a count of children" if money else "No counts are published"
        return f"{why}, so whether they differ cannot be tested."

    parts = _parted(pairs, name_of)
    said = [
        (f"{side.value}{_good_or_bad(pairs, side)}", f"than in {listed(parts[side.value])}")
        for side in (Level.HIGHER, Level.LOWER)
        if parts[side.value]
    ]
    if parts[CLOSE]:
        said.append(("about the same", f"as in {listed(parts[CLOSE])}"))
    sentences = []
    if said:
        (word, first), *rest = said
        whole = [f"{word} in {placed(council)} {first}", *(" ".join(each) for each in rest)]
        sentence = ", ".join(whole)
        sentences.append(f"{sentence[0].upper()}{sentence[1:]}.")
    if parts[UNCLEAR]:
        any_of = "any of " if len(parts[UNCLEAR]) > 1 else ""
        between = "from" if said else f"between {placed(council)} and {any_of}".rstrip()
        sentences.append(f"No clear difference {between} {listed(parts[UNCLEAR])}.")
    if parts[UNSAID]:
        sentences.append(
            f"Whether {placed(council)} differs from {listed(parts[UNSAID])} cannot be said."
        )
    return " ".join(sentences)


def _parted(pairs: Sequence[Pair], name_of: Callable[[str], str]) -> dict[str, list[str]]:
    """The other councils' names by what is said of them."""
    parts: dict[str, list[str]] = {
        name: [] for name in (Level.HIGHER.value, Level.LOWER.value, CLOSE, UNCLEAR, UNSAID)
    }
    for pair in pairs:
        same = CLOSE if pair.reason is Why.GAP_TOO_SMALL else UNCLEAR
        word = {Level.ABOUT_THE_SAME: same, Level.CANNOT_SAY: UNSAID}.get(pair.level)
        parts[word or pair.level.value].append(placed(name_of(pair.other)))
    return parts


def _good_or_bad(pairs: Sequence[Pair], side: Level) -> str:
    found = {pair.direction for pair in pairs if pair.level is side} - {Direction.NEITHER}
    return f" ({found.pop().value})" if found else ""
