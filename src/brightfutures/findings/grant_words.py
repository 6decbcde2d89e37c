"""England's named grants for early help in words: what they brought, and what came after."""

from __future__ import annotations

from collections.abc import Iterable

from brightfutures.findings.figures import listed
from brightfutures.findings.place_names import placed
from brightfutures.findings.pounds_words import large_pounds
from brightfutures.money.grants import GrantOfYear
from brightfutures.quantities import Money


def grant_sentence(council: str, grants: Iterable[GrantOfYear]) -> str:
    """What the Early Intervention Grant brought, and which grant the returns name after it."""
    every = tuple(grants)
    known = [
        (grant, grant.cash, grant.real)
        for grant in every
        if grant.grant == "early_intervention_grant" and isinstance(grant.cash, Money)
    ]
    if not known:
        return f"The returns tell no Early Intervention Grant of {placed(council)}."
    cash = listed([f"{large_pounds(cash.pounds)} in {grant.period}" for grant, cash, _ in known])
    real = [money for _, _, money in known if isinstance(money, Money)]
    years = {money.price_year for money in real}
    beyond = (
        f" ({listed([large_pounds(money.pounds) for money in real])} in prices of {years.pop()})"
        if len(years) == 1
        else ""
    )
    return (
        f"The Early Intervention Grant brought {placed(council)} {cash}{beyond}. "
        f"{_named_after(every)}"
    )


def _named_after(grants: Iterable[GrantOfYear]) -> str:
    """The Troubled Families grants, where a year of them is known; else that none is named."""
    told = [
        f"{large_pounds(grant.cash.pounds)} in {grant.period}"
        for grant in grants
        if grant.grant == "troubled_families_grant" and isinstance(grant.cash, Money)
    ]
    if not told:
        return "The returns name no grant for early help after it."
    return (
        "After it the returns name for early help only the Troubled Families grants: "
        f"{listed(told)}."
    )
