"""What a figure says once unaccompanied children are left out of it.

Ports, airports and the national transfer scheme decide where unaccompanied children come into
care. A council that stands apart because of them must not be said to take families' children
into care more readily, so the figure without them is read beside the figure with them.
"""

from __future__ import annotations

from collections.abc import Mapping

from brightfutures.catalogue import Indicator
from brightfutures.findings.figures import figure
from brightfutures.findings.verdict_words import ABOVE, DIFFERENT, level_words, others
from brightfutures.measures.results import Comparison, Level
from brightfutures.quantities import Missing

WITHOUT_UNACCOMPANIED: Mapping[str, str] = {
    "children_looked_after_rate": "children_looked_after_without_unaccompanied_children_rate",
    "children_starting_to_be_looked_after_rate": (
        "children_starting_to_be_looked_after_without_unaccompanied_children_rate"
    ),
}
"""Each figure that includes unaccompanied children, and the one that leaves them out."""


def companion(comparison: Comparison, comparisons: Mapping[str, Comparison]) -> Comparison | None:
    """The same figure without unaccompanied children, if it is known for the same period."""
    other = comparisons.get(WITHOUT_UNACCOMPANIED.get(comparison.indicator, ""))
    if other is None or other.period != comparison.period:
        return None
    return None if isinstance(other.here.value, Missing) else other


def rests_on_unaccompanied_children(
    comparison: Comparison, comparisons: Mapping[str, Comparison]
) -> bool:
    """Whether a difference goes away, or changes sides, once they are left out."""
    other = companion(comparison, comparisons)
    if other is None or comparison.verdict.level not in DIFFERENT:
        return False
    if other.verdict.level is Level.CANNOT_SAY:
        return False
    same_side = (comparison.verdict.level in ABOVE) == (other.verdict.level in ABOVE)
    return other.verdict.level not in DIFFERENT or not same_side


def companion_sentence(
    indicators: Mapping[str, Indicator],
    comparison: Comparison,
    comparisons: Mapping[str, Comparison],
    *,
    ended: bool = False,
) -> str | None:
    """The figure without unaccompanied children, beside the same comparison, with its verdict."""
    other = companion(comparison, comparisons)
    if other is None or isinstance(other.here.value, Missing):
        return None
    indicator = indicators[other.indicator]
    was = "was" if ended else "is"
    said = f"Leaving out unaccompanied children it {was} {figure(indicator, other.here.value)}"
    if other.verdict.average is not None and other.verdict.level is not Level.CANNOT_SAY:
        said += (
            f", against {figure(indicator, other.verdict.average)} in {others(other.verdict)} "
            f"({level_words(indicator, other.verdict).lower()})"
        )
    return f"{said}."
