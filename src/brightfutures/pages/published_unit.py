"""The unit in which a file prints a figure of money: in pounds, thousands or millions."""

from __future__ import annotations

import math

from brightfutures.published.readings import SourceRow

MONEY = {"pounds": "", "pounds a week": " a week"}
"""The units of a series that are money, and what is said of them after "pounds"."""

SCALES = {1.0: "pounds", 1e3: "thousand pounds", 1e6: "million pounds"}
"""How many pounds one in the file is, and what that is called."""


def published_unit(series_unit: str, row: SourceRow) -> str:
    """The unit of a figure as published: "thousand pounds"; nothing of what is not money.

    It is told by what the figure was read as, in pounds. Nought is nought in every unit, and a
    mark that stands for no figure has none.
    """
    printed = _printed(row.as_published)
    if series_unit not in MONEY or not printed or row.value is None:
        return ""
    for scale, words in SCALES.items():
        if math.isclose(printed * scale, row.value, rel_tol=1e-6):
            return f"{words}{MONEY[series_unit]}"
    return ""


def _printed(as_published: str) -> float | None:
    """The figure in a cell, or the sum of those in several: "356 + 17934"; None of a mark."""
    try:
        return sum(float(one.replace(",", "")) for one in as_published.split(" + "))
    except ValueError:
        return None
