"""From what a person types after `--against` to a set of councils."""

from __future__ import annotations

from brightfutures.delivery.edition import Edition
from brightfutures.measures import Against
from brightfutures.measures.similar import (
    DEFAULT,
    EARLIER,
    ENGLAND_SET,
    NEAREST_IN_CONTEXT,
    REGION,
    SIMILAR,
    SIMILAR_2021,
)
from brightfutures.quantities import WrongUse

NAMED = (SIMILAR, DEFAULT, EARLIER, REGION, ENGLAND_SET, NEAREST_IN_CONTEXT)


def comparison_set(edition: Edition, text: str | None) -> Against:
    """The set with this name, or the councils of a list with semicolons between them.

    Raises `WrongUse` for what is neither.
    """
    wanted = (text or SIMILAR).strip()
    if wanted.lower() in (*NAMED, SIMILAR_2021):
        return wanted.lower()
    if ";" not in wanted:
        raise WrongUse(
            f"'{wanted}' is not a comparison: use {', '.join(NAMED)}, or a list of councils with "
            f"semicolons between them."
        )
    names = [name for name in wanted.split(";") if name.strip()]
    return tuple(dict.fromkeys(edition.council(name).code for name in names))
