"""Weekly costs by who provides, in words: councils themselves, or companies and charities."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from brightfutures.findings.figures import listed, missing_sentences
from brightfutures.findings.pounds_words import large_pounds, whole_pounds
from brightfutures.findings.sentence_case import inside
from brightfutures.findings.unit_cost_words import OF_A_WEEK, WHAT_IS_COUNTED
from brightfutures.money.placement_kinds import BOUGHT, OWN
from brightfutures.money.unit_cost import UnitCost
from brightfutures.quantities import Missing, Money, Reason

BY_WHOM: Mapping[str, str] = {
    OWN: "with the councils themselves",
    BOUGHT: "bought from companies and charities",
}
"""Who provides a placement, after what it cost."""

UNLIKE_NEEDS = (
    "The two are not the same placement at two prices: children with the greatest needs are often "
    "placed with others, and a council’s own pounds may hold the staff who find and pay for both."
)


def england_by_provider_sentences(kinds: Sequence[Mapping[str, UnitCost]]) -> tuple[str, ...]:
    """England's weekly cost of councils' own placements beside those bought, kind by kind.

    `kinds` holds the costs of each by who provides. Nothing where none is known. The two are for
    children of different needs, and that is said once where both are told of a kind. Each says what
    is counted.
    """
    said = [sentence for costs in kinds if (sentence := _by_provider_sentence(costs))]
    both = any(
        len(costs) > 1 and all(isinstance(one.weekly, Money) for one in costs.values())
        for costs in kinds
    )
    return (*said, UNLIKE_NEEDS) if both else tuple(said)


def newest_by_provider_sentence(kinds: Sequence[Mapping[str, UnitCost]], newest: str) -> str:
    """That no later year tells it; nothing where the newest year does."""
    last = max((cost.period for costs in kinds for cost in costs.values()), default=newest)
    if last >= newest:
        return ""
    return f"The figures that are loaded do not tell this of any year after {last}."


def _by_provider_sentence(costs: Mapping[str, UnitCost]) -> str:
    told = {
        who: whole_pounds(cost.weekly.pounds)
        for who, cost in costs.items()
        if isinstance(cost.weekly, Money)
    }
    if not told:
        return ""
    first = next(iter(costs.values()))
    opening = f"In {first.period} {OF_A_WEEK[first.kind]} in England cost"
    parts = [f"{pounds} {BY_WHOM[who]}" for who, pounds in told.items()]
    withheld = [
        f" What a week cost {BY_WHOM[who]} cannot be worked out: {_why_not_by_provider(cost)}"
        for who, cost in costs.items()
        if isinstance(cost.weekly, Missing)
    ]
    return (
        f"{opening} {listed(parts)} (section 251 return).{''.join(withheld)} "
        f"{WHAT_IS_COUNTED[first.kind]}"
    )


def _why_not_by_provider(cost: UnitCost) -> str:
    """Why there is no cost; where it is the children who are withheld, that it is they."""
    assert isinstance(cost.weekly, Missing)
    children = cost.children
    withheld = isinstance(children, Missing) and Reason.SUPPRESSED in children.reasons
    if isinstance(cost.pounds, Missing) or not withheld:
        return inside(missing_sentences(cost.weekly))
    return (
        f"{large_pounds(cost.pounds)} was spent on it, but how many children lived so is withheld, "
        "all or a part, because it could point to a few children."
    )
