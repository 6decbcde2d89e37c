"""What is spent, and how its shares stand: figures that no count can test."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from brightfutures.catalogue import Indicator
from brightfutures.findings.bullets import SPENDING, what_is_spent
from brightfutures.findings.figures import figure
from brightfutures.findings.finding import Certainty
from brightfutures.findings.measure_words import figures_beside
from brightfutures.findings.priority_words import (
    AVERAGE_COUNCIL,
    Comparisons,
    can_be_tested,
    has_moved,
    stands_apart,
)
from brightfutures.findings.said import Named, Said, say
from brightfutures.findings.verdict_words import level_words, others
from brightfutures.measures.results import Comparison
from brightfutures.money.other_return import OtherReturn
from brightfutures.quantities import Missing

SHARES: tuple[tuple[str, str, str], ...] = (
    (
        "childrens_social_care_share_of_council_spend_percent",
        "Of all that the council spent",
        "went on children’s social care",
    ),
    (
        "not_looked_after_share_of_spend_percent",
        "Of spending on children’s social care",
        "was not on children in care",
    ),
    (
        "residential_care_share_of_spend_percent",
        "Of spending on children in care",
        "went on residential care",
    ),
)
"""Each share with the words before and after it."""


def spending_sentences(
    indicators: Mapping[str, Indicator],
    comparisons: Comparisons,
    other: OtherReturn | None = None,
) -> tuple[Said, ...]:
    """What is spent for each child, and the shares beside those of similar councils.

    `other` is what the council's other return tells of the newest year.
    """
    spent = what_is_spent(indicators, comparisons, None, other).sentence
    about = [comparisons[SPENDING]] if SPENDING in comparisons else []
    first = f"Spending was {spent}" if spent.startswith("£") else spent
    shares = (
        _share(indicators[name], comparisons[name], before, after)
        for name, before, after in SHARES
        if name in comparisons
    )
    return (say(first, about=about, certainty=Certainty.AS_PUBLISHED), *filter(None, shares))


def _share(indicator: Indicator, comparison: Comparison, before: str, after: str) -> Said | None:
    here, similar = comparison.here.value, comparison.similar
    if isinstance(here, Missing):
        return None
    beside = (
        f", against {figure(indicator, similar.mean)} on average in similar councils"
        if similar is not None and similar.mean is not None
        else ""
    )
    return say(
        f"{before} ",
        Named(indicator.id, figure(indicator, here)),
        f" {after} in {comparison.period}{beside}.",
        about=(comparison,),
        certainty=Certainty.AS_PUBLISHED,
    )


def not_apart_sentences(
    indicators: Mapping[str, Indicator], comparisons: Sequence[Comparison]
) -> tuple[Said, ...]:
    """The measures that can be tested and neither stand apart nor have moved."""
    return tuple(
        _not_apart(indicators[entry.indicator], entry)
        for entry in comparisons
        if can_be_tested(entry) and not stands_apart(entry) and not has_moved(entry)
    )


def _not_apart(indicator: Indicator, comparison: Comparison) -> Said:
    verdict = comparison.verdict
    whom = AVERAGE_COUNCIL if verdict.against == "england" else others(verdict)
    return say(
        f"{indicator.title}: ",
        Named(indicator.id, figures_beside(indicator, comparison)),
        f" in {whom} in {comparison.period}, {level_words(indicator, verdict).lower()}.",
        about=(comparison,),
    )
