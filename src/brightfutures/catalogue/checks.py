"""The rules by which a finance return is read before it is believed, one idea a file.

`checks/*.toml` holds them; rules that ask the same of several lines are variants of one file.
Writing rules: `title` is a noun a finance officer knows; `looks_at` says in one sentence what is
compared; `reason` why a treasurer should care; `parameters_from` where the numbers in
`parameters` come from; `look_at` where in the council's books to look first. *Cannot be* is kept
for what arithmetic rules out. `example` is small numbers that raise the question, and `quiet` the
figures that would not: a test runs both.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from brightfutures.catalogue.declarations import CatalogueError
from brightfutures.catalogue.spending import Spending


class Severity(StrEnum):
    """How sure it is that a figure is wrong: worth asking, unlikely to be right, impossible."""

    ASK = "ask"
    UNLIKELY = "unlikely"
    CANNOT_BE = "cannot be"


class CheckFamily(StrEnum):
    """What kind of doubt a rule is about; the order in which a reader needs them."""

    RETURNED = "what was returned"
    SUMS = "sums"
    SIGNS = "signs and sizes"
    CHANGE = "change from before"
    PLACES = "the right line"
    COST = "cost for each child"
    ACTIVITY = "spending and children"
    HABIT = "how figures were filled in"


@dataclass(frozen=True, kw_only=True)
class CheckExample:
    """Small figures in pounds that raise a rule's question on a line, and figures that do not.

    `asks` is the line, and empty where the question is about the whole return.
    `now`, `before` and `other` are line to measure to pounds; `children` counts by series;
    `expected` the lowest and the highest that a line's rule would let pass, in its own unit
    (a ratio to the year before, or pounds for each child). `quiet` replaces lines of `now`.
    """

    asks: str
    now: Mapping[str, Mapping[str, float]]
    quiet: Mapping[str, Mapping[str, float]]
    account: str = "revenue_outturn"
    period: str = "2024-25"
    before: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    other: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    children: Mapping[str, float] = field(default_factory=dict)
    quiet_children: Mapping[str, float] = field(default_factory=dict)
    expected: Mapping[str, tuple[float, ...]] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class CheckRule:
    """One rule. `check` names what works it out, `lines` and `children` what it is asked of.

    With no `lines` a rule is asked of every line. `children` are series whose counts are added.
    """

    id: str
    title: str
    family: CheckFamily
    severity: Severity
    looks_at: str
    reason: str
    parameters_from: str
    look_at: tuple[str, ...]
    example: CheckExample
    check: str
    parameters: Mapping[str, float] = field(default_factory=dict)
    lines: tuple[str, ...] = ()
    children: tuple[str, ...] = ()

    def parameter(self, name: str, account: str) -> float:
        """A parameter in one return: `<name>_in_<account>` where that is set, else `<name>`."""
        return self.parameters.get(f"{name}_in_{account}", self.parameters[name])


def check_rules(
    rules: Mapping[str, CheckRule], spending: Spending, series: Mapping[str, object]
) -> None:
    """Raise `CatalogueError` where a rule names an unknown line or series."""
    for rule in rules.values():
        where = f"checks/{rule.id}"
        for line in rule.lines:
            spending.line(line, where)
        unknown = [name for name in rule.children if name not in series]
        if unknown:
            raise CatalogueError(f"{where} names an unknown series '{unknown[0]}'.")
