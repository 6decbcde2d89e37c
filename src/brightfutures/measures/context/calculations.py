"""The calculations of worked examples about circumstances: who is nearest, how thickly settled."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from brightfutures.catalogue import ContextUse, ContextVariable, Transform
from brightfutures.measures.context.table import ContextTable, lay
from brightfutures.measures.worked_examples import Answer, Given
from brightfutures.published.outlines import outline_of

CIRCUMSTANCES = {
    "children": Transform.LOG,
    "low_income_percent": Transform.LOGIT,
    "minority_ethnic_percent": Transform.LOGIT,
}
"""Those of the worked example, and how each is laid out."""


def nearest_in_context(given: Given) -> Answer:
    """Who is nearest to a council, and how far each is."""
    names = list(given["councils"])
    value = np.array(
        [
            [number if isinstance(number, int | float) else np.nan for number in given[name]]
            for name in CIRCUMSTANCES
        ]
    ).T
    table = ContextTable(
        variables=tuple(
            ContextVariable(
                id=name,
                title=name,
                sentence="",
                unit="%",
                used_for=(ContextUse.NEAREST,),
                numerator=(name,),
                transform=how,
            )
            for name, how in CIRCUMSTANCES.items()
        ),
        periods=(None,) * len(CIRCUMSTANCES),
        codes=tuple(names),
        today=np.ones(len(names), dtype=bool),
        value=value,
        missing=np.isnan(value).astype(np.uint16),
    )
    row = names.index(given["council"])
    nearest = table.nearest[row]
    return {
        "nearest": ", ".join(names[other] for other in nearest),
        "distances": [float(table.distance[row, other]) for other in nearest],
    }


def children_per_square_kilometre(given: Given) -> Answer:
    """The land within an outline less its lake, and how thickly it is settled."""
    rings = [_ring(given[name]) for name in ("outline", "lake") if name in given]
    land = outline_of({"type": "Polygon", "coordinates": rings}).square_kilometres
    density = float(given["children"]) / land
    return {
        "square_kilometres": land,
        "children_per_square_kilometre": density,
        "laid_out": float(lay(Transform.LOG, np.array([density]))[0]),
    }


def _ring(corners: Sequence[str]) -> list[list[float]]:
    """Corners written as longitude and latitude with a space, ending where they began."""
    return [[float(number) for number in corner.split()] for corner in (*corners, corners[0])]


CONTEXT: dict[str, Callable[[Given], Answer]] = {
    "nearest_in_context": nearest_in_context,
    "children_per_square_kilometre": children_per_square_kilometre,
}
"""By the name that a worked example gives."""
