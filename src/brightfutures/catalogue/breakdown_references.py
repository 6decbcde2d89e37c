"""References of breakdowns: every series and indicator they name is declared and fits the whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brightfutures.catalogue.declarations import CatalogueError

if TYPE_CHECKING:
    from brightfutures.catalogue.catalogue import Catalogue


def check_breakdowns(catalogue: Catalogue) -> None:
    """Raise `CatalogueError` at the first name that is not declared or does not fit."""
    for breakdown in catalogue.breakdowns.values():
        for indicator in breakdown.indicators:
            if indicator not in catalogue.indicators:
                raise CatalogueError(
                    f"Breakdown '{breakdown.id}' names an unknown indicator '{indicator}'."
                )
        whole = catalogue.series.get(breakdown.whole)
        for name in (breakdown.whole, *(part.series for part in breakdown.parts)):
            series = catalogue.series.get(name)
            if series is None:
                raise CatalogueError(
                    f"Breakdown '{breakdown.id}' names an unknown series '{name}'."
                )
            if whole is None or series.period_kind is not whole.period_kind:
                raise CatalogueError(
                    f"Breakdown '{breakdown.id}' adds '{name}', which is of another kind of period."
                )
