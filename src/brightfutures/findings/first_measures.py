"""Which measures a council's first pages show, and which are behind them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from brightfutures.catalogue import Catalogue
from brightfutures.findings.bullets import FLOW_INTO_AND_OUT_OF_CARE, SPENDING
from brightfutures.findings.companions import WITHOUT_UNACCOMPANIED
from brightfutures.findings.health_check import STANDING_INDICATOR
from brightfutures.findings.verdict_words import DIFFERENT
from brightfutures.measures.results import Comparison


@dataclass(frozen=True, kw_only=True)
class FirstMeasures:
    """The comparisons of one council, parted; each part in the catalogue's order.

    `shown` are those that the catalogue puts first at each stage and every other of the fixed set
    that differs; `alike` the rest of the fixed set, of which none differs; `others` are not of the
    fixed set.
    """

    shown: tuple[Comparison, ...]
    alike: tuple[Comparison, ...]
    others: tuple[Comparison, ...]


def first_measures(catalogue: Catalogue, comparisons: Mapping[str, Comparison]) -> FirstMeasures:
    """The parts of these comparisons. One that differs is never put behind the others."""
    in_order = [
        (entry, comparisons[entry.id])
        for entry in catalogue.indicators.values()
        if entry.id in comparisons
    ]
    in_the_set = [pair for pair in in_order if pair[0].health_check]
    shown = {
        entry.id
        for entry, comparison in in_the_set
        if entry.overview or comparison.verdict.level in DIFFERENT
    }
    return FirstMeasures(
        shown=tuple(comparison for entry, comparison in in_the_set if entry.id in shown),
        alike=tuple(comparison for entry, comparison in in_the_set if entry.id not in shown),
        others=tuple(comparison for entry, comparison in in_order if not entry.health_check),
    )


def spoken_of(catalogue: Catalogue) -> frozenset[str]:
    """The measures that the first pages speak of: the fixed set, and what the sentences need."""
    return frozenset(
        {
            *(entry.id for entry in catalogue.health_check_set()),
            *(name for name, _ in FLOW_INTO_AND_OUT_OF_CARE),
            *WITHOUT_UNACCOMPANIED.values(),
            SPENDING,
            STANDING_INDICATOR,
        }
    )
