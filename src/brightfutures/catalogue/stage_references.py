"""That the stages with a page stand in the journey's order and name only what is declared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brightfutures.catalogue.declarations import CatalogueError
from brightfutures.catalogue.indicators import Stage
from brightfutures.catalogue.stages import PairToRead, StageDeclaration

if TYPE_CHECKING:
    from brightfutures.catalogue.catalogue import Catalogue

WITH_A_PAGE = tuple(stage for stage in Stage if stage is not Stage.MONEY)


def check_stages(catalogue: Catalogue) -> None:
    """Every stage but money in the journey's order, and each pair one that is to be read so."""
    if catalogue.stages and tuple(catalogue.stages) != WITH_A_PAGE:
        raise CatalogueError("stages.toml must have every stage but money, in the journey's order.")
    for stage in catalogue.stages.values():
        for pair in stage.together:
            _check_pair(catalogue, stage, pair)


def _check_pair(catalogue: Catalogue, stage: StageDeclaration, pair: PairToRead) -> None:
    for name in pair.measures:
        if name not in catalogue.indicators:
            raise CatalogueError(f"Stage '{stage.id}' names an unknown indicator '{name}'.")
    one, other = (catalogue.indicators[name] for name in pair.measures)
    if stage.id not in (one.stage, other.stage):
        raise CatalogueError(f"Stage '{stage.id}' reads a pair that is not its own: {one.id}.")
    if one.id not in other.read_with and other.id not in one.read_with:
        raise CatalogueError(
            f"Stage '{stage.id}' reads '{one.id}' with '{other.id}', which neither asks for."
        )
