"""A question that a lead member would ask of a figure, or of what no figure tells.

Writing rules, enforced by tests/catalogue:
- `question` is one sentence as it is spoken, and ends with a question mark; it speaks as "we".
- `why` is one sentence on what the answer is worth.
- `ask_next` is one short question that follows from an answer to the first.
- no word of praise or blame, no abbreviation.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Audience(StrEnum):
    """Who asks."""

    LEAD_MEMBER = "lead_member"
    SCRUTINY = "scrutiny"
    CORPORATE_PARENTING_BOARD = "corporate_parenting_board"


class RaisedBy(StrEnum):
    """What raises a question."""

    MEASURE = "measure"  # an indicator that names it, or a priority
    FAVOURABLE = "favourable"  # a figure that is clearly better, or has moved for the better
    NOT_RETURNED = "not_returned"  # a figure that is missing here
    WITHHELD = "withheld"  # a figure held back because it could point to a few children
    FEW_CHILDREN = "few_children"  # figures that rest on too few children to be judged
    NO_FIGURE = "no_figure"  # what no published figure tells, under a heading of the framework


@dataclass(frozen=True, kw_only=True)
class Question:
    """One question with what to ask after it.

    `for_whom` names those to whom it belongs. One that is `always` worth asking may be put where
    no figure raises it. `outcome` is the id of a heading in outcomes.toml, for one raised by what
    no figure tells there.
    """

    id: str
    question: str
    why: str
    ask_next: str
    for_whom: tuple[Audience, ...]
    always: bool = False
    raised_by: RaisedBy = RaisedBy.MEASURE
    outcome: str | None = None

    def __post_init__(self) -> None:
        if not self.for_whom:
            raise ValueError(f"Question '{self.id}' is for nobody.")
        if (self.raised_by is RaisedBy.NO_FIGURE) != (self.outcome is not None):
            raise ValueError(
                f"Question '{self.id}' must name an outcome where no figure raises it, and only "
                "there."
            )
