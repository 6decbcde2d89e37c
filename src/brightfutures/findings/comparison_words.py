"""How a comparison set is called within a sentence, above a column, and after a number."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from brightfutures.findings.place_names import placed_first
from brightfutures.measures.results import Comparison
from brightfutures.measures.similar import (
    CHOSEN,
    DEFAULT,
    EARLIER,
    ENGLAND_SET,
    NEAREST_IN_CONTEXT,
    REGION,
)


@dataclass(frozen=True, kw_only=True)
class Whom:
    """The councils of a set, in words.

    `heading` stands above a column; `councils` within a sentence ("the middle half of …");
    `after_number` after "ten" or "Ten". `one`: it is a single council that a reader chose.
    """

    heading: str
    councils: str
    after_number: str
    one: bool = False

    @property
    def its(self) -> str:
        """`councils` as those of one council that was named before: "its similar councils"."""
        return f"its {self.councils}" if self.councils == "similar councils" else self.councils

    @property
    def first(self) -> str:
        """`councils` as it opens a sentence."""
        return self.councils[0].upper() + self.councils[1:]


SIMILAR_COUNCILS = Whom(
    heading="Similar councils", councils="similar councils", after_number="similar councils"
)

ONE_CHOSEN = Whom(
    heading="Council you chose",
    councils="the council you chose",
    after_number="council you chose",
    one=True,
)

BY_SET = {
    DEFAULT: SIMILAR_COUNCILS,
    EARLIER: SIMILAR_COUNCILS,
    REGION: Whom(
        heading="Rest of the region",
        councils="the region’s other councils",
        after_number="other councils of its region",
    ),
    ENGLAND_SET: Whom(
        heading="Rest of England",
        councils="England’s other councils",
        after_number="other councils of England",
    ),
    NEAREST_IN_CONTEXT: Whom(
        heading="Nearest in context",
        councils="the councils nearest in context",
        after_number="councils nearest in context",
    ),
    CHOSEN: Whom(
        heading="Councils you chose",
        councils="the councils you chose",
        after_number="councils you chose",
    ),
}
"""By the name of the set that is really used."""


def the_one_told(names: Mapping[str, str], left_out: Collection[str], whom: Whom) -> str:
    """The only council of a set that has a figure, as it opens a sentence.

    By its name where all of `names`, by code, but those `left_out` is one; else by the set.
    """
    told = [name for code, name in names.items() if code not in left_out]
    return placed_first(told[0]) if len(told) == 1 else f"The one of {whom.councils} with a figure"


def whom(set_name: str, councils: int | None = None) -> Whom:
    """How the councils of a set are called; `councils` is how many, where it is known."""
    if set_name == CHOSEN and councils == 1:
        return ONE_CHOSEN
    return BY_SET.get(set_name, SIMILAR_COUNCILS)


def whom_of(comparison: Comparison) -> Whom:
    """How the councils that a figure stands beside are called."""
    similar = comparison.similar
    return whom(similar.set, len(similar.councils)) if similar else SIMILAR_COUNCILS
