"""What a rule asks: a figure, what was expected instead, and what else points the same way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from brightfutures.catalogue.checks import Severity
from brightfutures.money.finance_returns import BEFORE_INCOME


@dataclass(frozen=True, kw_only=True)
class ReturnQuestion:
    """A question to ask about a return; a question, and not a finding that something is wrong.

    `line` is None where it is about the whole return. `value` is the figure asked about, in
    `unit` (pounds; pounds for each child; a share of one; figures), and `low` to `high` what
    would not have been asked about; None where there is no such figure. `facts` are what the
    sentence needs besides. `also` are rules that ask about the same line for another reason.
    """

    rule: str
    severity: Severity
    account: str
    period: str
    line: str | None
    measure: str = BEFORE_INCOME
    unit: str = "pounds"
    value: float | None = None
    low: float | None = None
    high: float | None = None
    other_lines: tuple[str, ...] = ()
    facts: Mapping[str, float | str] = field(default_factory=dict)
    also: tuple[str, ...] = ()
