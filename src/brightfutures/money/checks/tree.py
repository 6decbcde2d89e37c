"""Which lines a return asks for in a year, and which are sums of which."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from brightfutures.catalogue.spending import Spending


@dataclass(frozen=True)
class LineTree:
    """The lines asked for in one return and year, each with the total that it is part of."""

    parent_of: Mapping[str, str | None]

    @cached_property
    def parts_of(self) -> dict[str, tuple[str, ...]]:
        """The parts of each total, in the order of the return."""
        return {
            line: parts
            for line in self.parent_of
            if (parts := tuple(one for one, above in self.parent_of.items() if above == line))
        }

    @cached_property
    def leaves(self) -> tuple[str, ...]:
        """The lines that are part of a total and no total themselves: each pound stands once.

        A line that is part of nothing repeats what others hold, and is none of these.
        """
        return tuple(
            line
            for line, above in self.parent_of.items()
            if above is not None and line not in self.parts_of
        )

    @cached_property
    def top(self) -> str | None:
        """The total of all; None where the return has none."""
        return next((line for line in self.parts_of if self.parent_of[line] is None), None)

    def above(self, line: str) -> tuple[str, ...]:
        """The totals that a line is in, nearest first."""
        found: list[str] = []
        above = self.parent_of.get(line)
        while above is not None:
            found.append(above)
            above = self.parent_of.get(above)
        return tuple(found)


def line_tree(spending: Spending, account: str, period: str) -> LineTree:
    """The lines of one return in one financial year."""
    return LineTree(
        {
            line.id: place.parent
            for line in spending.lines.values()
            if (place := line.place(account, period)) is not None
        }
    )


def broken_lines(spending: Spending, account: str, earlier: str, period: str) -> frozenset[str]:
    """The lines that mean something else in a year than in an earlier one, or were not asked."""
    return frozenset(
        line.id
        for line in spending.lines.values()
        if line.place(account, earlier) is None
        or any(earlier < one.period <= period for one in line.breaks_in(account))
    )
