"""That the seven priorities are all there and name only what is declared."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from brightfutures.catalogue.declarations import CatalogueError
from brightfutures.catalogue.indicators import PRIORITIES
from brightfutures.catalogue.priorities import Priority, StepKind

if TYPE_CHECKING:
    from brightfutures.catalogue.catalogue import Catalogue


def check_priorities(catalogue: Catalogue) -> None:
    """All seven in the sector's order, and each names only what is declared."""
    names = tuple(priority.name for priority in catalogue.priorities.values())
    if names and names != PRIORITIES:
        raise CatalogueError("priorities.toml must have the seven priorities in their order.")
    for priority in catalogue.priorities.values():
        for name in priority.about:
            if name not in catalogue.indicators:
                _refuse(priority, f"names an unknown indicator '{name}'")
        for code in priority.questions:
            if code not in catalogue.questions:
                _refuse(priority, f"names an unknown question '{code}'")
        for step in priority.next:
            known: Collection[str] | None = {
                StepKind.INDICATOR: catalogue.indicators,
                StepKind.ALL_COUNCILS: catalogue.indicators,
                StepKind.SOURCE: catalogue.sources,
            }.get(step.to)
            if known is not None and step.name not in known:
                _refuse(priority, f"leads to an unknown {step.to} '{step.name}'")


def _refuse(priority: Priority, what: str) -> None:
    raise CatalogueError(f"Priority '{priority.id}' {what}.")
