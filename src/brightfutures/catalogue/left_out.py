"""What councils left out of their returns by the publisher's word: the lines, and their totals."""

from __future__ import annotations

from brightfutures.catalogue.spending import Spending

Told = tuple[str, str, str]
"""A line, a council's code and a financial year."""


def left_out(spending: Spending, account: str) -> frozenset[Told]:
    """The lines of a return that were left out, and that its file shows as nought."""
    return frozenset(
        (line, one.area, one.period)
        for one in spending.omissions.values()
        if one.account == account
        for line in one.lines
    )


def left_short(spending: Spending, account: str) -> frozenset[Told]:
    """The totals over what was left out: each is of less than was spent."""
    found: set[Told] = set()
    for line, area, period in left_out(spending, account):
        place = spending.lines[line].place(account, period)
        while place is not None and place.parent is not None:
            found.add((place.parent, area, period))
            place = spending.lines[place.parent].place(account, period)
    return frozenset(found)
