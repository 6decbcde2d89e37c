"""Of how many councils a figure taken together is, for a cell of a file."""

from __future__ import annotations

from collections.abc import Sequence

from brightfutures.findings.figures import listed, many
from brightfutures.findings.place_names import placed


def of_how_many(councils: int, left_out: Sequence[str]) -> str:
    """How many councils are in it, and the names of those that could not be."""
    if not councils:
        return "None of the councils has a figure."
    said = f"Of {many(councils, 'council')} taken together."
    if not left_out:
        return said
    return f"{said} There is no figure for {listed([placed(name) for name in left_out])}."
