"""Councils side by side in words: the finding of the page that compares them."""

from __future__ import annotations

from collections.abc import Sequence

from brightfutures.findings.figures import counted
from brightfutures.findings.place_names import placed, placed_first
from brightfutures.findings.verdict_words import DIFFERENT
from brightfutures.measures.results import Comparison, Level, Pair


def side_by_side_headline(
    names: Sequence[str], rows: Sequence[tuple[Sequence[Comparison], Sequence[Pair]]]
) -> str:
    """Of two councils on how many measures they clearly differ; of more how many figures stand out.

    `rows` holds, for each measure, every council's comparison and the first beside each other.
    """
    if len(names) == 2:
        return _of_two(names[0], names[1], [pairs[0] for _, pairs in rows])
    verdicts = [entry.verdict.level for comparisons, _ in rows for entry in comparisons]
    tested = [level for level in verdicts if level is not Level.CANNOT_SAY]
    councils = f"{counted(len(names))} councils side by side"
    if not tested:
        return f"{councils}: no figure of theirs can be tested"
    apart = sum(level in DIFFERENT for level in tested)
    if not apart:
        return (
            f"{councils}: none of the {len(tested)} figures that can be tested stands clearly apart"
        )
    stands = "stands" if apart == 1 else "stand"
    return (
        f"{councils}: {apart} of the {len(tested)} figures that can be tested {stands} clearly "
        "apart from similar councils or England"
    )


def _of_two(one: str, other: str, pairs: Sequence[Pair]) -> str:
    both = f"{placed(one)} and {placed(other)}"
    tested = [pair for pair in pairs if pair.level is not Level.CANNOT_SAY]
    if not tested:
        return f"Whether {both} differ cannot be told on any measure here"
    apart = sum(pair.level is not Level.ABOUT_THE_SAME for pair in tested)
    if len(tested) == 1:
        return (
            f"{placed_first(one)} and {placed(other)} clearly differ on the one measure that can "
            "be tested"
            if apart
            else f"No clear difference between {both} on the one measure that can be tested"
        )
    if not apart:
        return (
            f"No clear difference between {both} on the {len(tested)} measures that can be tested"
        )
    return (
        f"{placed_first(one)} and {placed(other)} clearly differ on {counted(apart).lower()} of "
        f"{len(tested)} measures that can be tested"
    )
