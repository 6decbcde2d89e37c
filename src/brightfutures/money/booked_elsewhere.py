"""Whether pounds for children of a kind are told on another line: one rule for all of money.

A council that tells next to no pounds for children who are counted (its children's trust tells
them, or another line) has bought nothing at that price: below a tenth of what England tells for one
such child, the pounds are booked elsewhere. No price, no unit cost and no pool of similar councils
is made from them.
"""

from __future__ import annotations

from brightfutures.quantities import Missing, Value

NEXT_TO_NOTHING = 0.1
"""Of England's pounds for one child of the kind: at or below it they are booked elsewhere."""


def booked_elsewhere(pounds: Value, children: Value, usual_pounds: float) -> bool:
    """Whether a year's pounds are next to nothing for children who are counted.

    `usual_pounds` is what England tells for one such child in the year. Where that is not known
    (nought), only nothing at all is next to nothing. False where pounds or children are missing.
    """
    if isinstance(pounds, Missing) or isinstance(children, Missing):
        return False
    return children > 0 and pounds <= NEXT_TO_NOTHING * usual_pounds * children
