"""From what a person types to the area they mean."""

from __future__ import annotations

import difflib
from collections.abc import Sequence

from brightfutures.catalogue.geography import Geography, fold
from brightfutures.quantities import Area, WrongUse

_TITLES = ("council", "county council", "borough council", "city council", "london borough of")


def find_area(geography: Geography, text: str) -> Area:
    """The area with this name, former or short name, ONS code or DfE code, in any case.

    `London` is the region and `City of London` the council. Raises `WrongUse` with the nearest
    names where none fits.
    """
    wanted = text.strip()
    code = geography.canonical(wanted.upper()) or geography.code_of_dfe_code.get(wanted)
    if code is None:
        folded = fold(wanted)
        code = geography.code_of_name.get(folded) or geography.code_of_name.get(_untitled(folded))
    if code is not None:
        return geography.by_code[code]
    near = [f"'{area.name}'" for area in nearest_areas(geography, wanted)]
    hint = (
        f"; did you mean {' or '.join(near)}?" if near else "; the list of councils has them all."
    )
    raise WrongUse(f"No council, region or country is called '{wanted}'{hint}")


def _untitled(folded: str) -> str:
    for title in sorted(_TITLES, key=len, reverse=True):
        folded = folded.removesuffix(f" {title}").removeprefix(f"{title} ")
    return folded


def nearest_areas(geography: Geography, text: str, most: int = 3) -> tuple[Area, ...]:
    """The areas whose names are most like the text, best first; none if nothing is like it."""
    names = geography.code_of_name
    close = difflib.get_close_matches(fold(text), list(names), n=most * 2, cutoff=0.6)
    codes = dict.fromkeys(names[name] for name in close)
    return tuple(geography.by_code[code] for code in list(codes)[:most])


def nearest_names(text: str, names: Sequence[str], most: int = 3) -> tuple[str, ...]:
    """The names most like the text, best first."""
    return tuple(difflib.get_close_matches(text.strip().lower(), names, n=most, cutoff=0.5))
