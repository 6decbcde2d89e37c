"""Floor 1: small frozen nouns that refuse nonsense."""

from typing import TYPE_CHECKING, Any

from brightfutures.quantities.areas import ENGLAND, Area, AreaKind
from brightfutures.quantities.intervals import Interval
from brightfutures.quantities.money import Money
from brightfutures.quantities.periods import Period, PeriodKind, find_period
from brightfutures.quantities.plain_error import CannotAnswer, PlainError, WrongUse
from brightfutures.quantities.reasons import Reason, bits_to_reasons, reasons_to_bits
from brightfutures.quantities.rounding import round_half_away_from_zero
from brightfutures.quantities.values import Missing, Value

if TYPE_CHECKING:
    from brightfutures.quantities.panels import Panel

__all__ = [
    "ENGLAND",
    "Area",
    "AreaKind",
    "CannotAnswer",
    "Interval",
    "Missing",
    "Money",
    "Panel",
    "Period",
    "PeriodKind",
    "PlainError",
    "Reason",
    "Value",
    "WrongUse",
    "bits_to_reasons",
    "find_period",
    "reasons_to_bits",
    "round_half_away_from_zero",
]


def __getattr__(name: str) -> Any:
    # A panel needs numpy; the command line's help must not load it (DESIGN.md, section 7).
    if name == "Panel":
        from brightfutures.quantities.panels import Panel

        return Panel
    raise AttributeError(name)
