"""What a reader must know of a council's own past: what it replaced, what it returns jointly."""

from __future__ import annotations

import datetime
from collections.abc import Collection

from brightfutures.catalogue import Geography
from brightfutures.quantities import Area

FIRST_DAY_SHOWN = datetime.date(2010, 1, 1)
"""Before this the figures shown do not reach, so a change needs no note."""


def area_notes(
    geography: Geography, area: Area, sources: Collection[str] | None = None
) -> tuple[str, ...]:
    """Sentences on changes of the council and on returns it makes with another.

    Where the `sources` of what is shown are given, only returns in one of them.
    """
    notes = []
    for change in geography.changes:
        codes = {geography.canonical(code) for code in (*change.before, *change.after)}
        if area.code not in codes or change.date < FIRST_DAY_SHOWN:
            continue
        read_on = (
            "Its figures before and after can be compared."
            if change.same_area
            else "Nothing is read across that date."
        )
        sentence = change.sentence
        notes.append(sentence if "compared" in sentence else f"{sentence} {read_on}")
    notes += [
        entry.sentence
        for entry in geography.joint_returns
        if area.code in entry.areas
        and (sources is None or not set(sources).isdisjoint(entry.sources))
    ]
    return tuple(notes)
