"""References from circumstances: series that can be divided, and indicators that are not theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brightfutures.catalogue.context import ContextVariable
from brightfutures.catalogue.declarations import CatalogueError
from brightfutures.catalogue.series import SeriesKind

if TYPE_CHECKING:
    from brightfutures.catalogue.catalogue import Catalogue


def check_circumstance(catalogue: Catalogue, variable: ContextVariable) -> None:
    """Raise `CatalogueError` at the first broken reference or contradiction of a circumstance."""

    def refuse(what: str) -> None:
        raise CatalogueError(f"Context '{variable.id}' {what}.")

    named = (*variable.numerator, *variable.denominator)
    for series in named:
        if series not in catalogue.series:
            refuse(f"names an unknown series '{series}'")
    declared = [catalogue.series[series] for series in named]
    if len(named) > 1 and any(series.kind is not SeriesKind.COUNT for series in declared):
        refuse("adds or divides what are no counts")
    numerators, denominators = (
        {catalogue.series[series].period_kind for series in names}
        for names in (variable.numerator, variable.denominator)
    )
    together = () if variable.denominator_by_then else (numerators | denominators,)
    if any(len(kinds) > 1 for kinds in (numerators, denominators, *together)):
        refuse("mixes different kinds of period")
    for name in variable.only_for:
        if name not in catalogue.indicators:
            refuse(f"is only for an unknown indicator '{name}'")
    for indicator in catalogue.indicators.values():
        counted = set(variable.numerator) & set(indicator.numerator)
        if counted and variable.leads_to_expect(indicator.id):
            refuse(f"would lead one to expect '{indicator.id}' from the same count")
