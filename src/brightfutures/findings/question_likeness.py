"""Whether two measures are about the same thing, so that one question serves both."""

from __future__ import annotations

from collections.abc import Mapping

from brightfutures.catalogue import Catalogue
from brightfutures.findings.bullets import ABOUT_UNACCOMPANIED
from brightfutures.findings.companions import (
    WITHOUT_UNACCOMPANIED,
    rests_on_unaccompanied_children,
)
from brightfutures.measures.results import Comparison


def about_the_same(
    catalogue: Catalogue, by_id: Mapping[str, Comparison], one: Comparison, other: Comparison
) -> bool:
    """Whether two measures of a stage raise the same question first, or are one pair.

    A pair is one that a stage's declaration reads so, or a figure with and without unaccompanied
    children. What rests on unaccompanied children raises the question about them.
    """
    names = {one.indicator, other.indicator}
    if len(names) == 1 or names in _pairs(catalogue):
        return True
    stages = {catalogue.indicators[name].stage for name in names}
    return len(stages) == 1 and _first(catalogue, by_id, one) == _first(catalogue, by_id, other)


def _first(catalogue: Catalogue, by_id: Mapping[str, Comparison], entry: Comparison) -> str:
    if rests_on_unaccompanied_children(entry, by_id):
        return ABOUT_UNACCOMPANIED
    return catalogue.indicators[entry.indicator].questions[0]


def _pairs(catalogue: Catalogue) -> list[set[str]]:
    return [
        *(set(pair) for pair in WITHOUT_UNACCOMPANIED.items()),
        *(set(pair.measures) for stage in catalogue.stages.values() for pair in stage.together),
    ]
