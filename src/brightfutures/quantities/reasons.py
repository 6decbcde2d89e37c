"""Why a value is missing: a closed list, so that suppressed is never taken for zero.

Inside arrays a set of reasons is one unsigned 16-bit number, a bit for each reason; outside
arrays it is a tuple of names in the order of the list. Zero bits means nothing is missing.
"""

from collections.abc import Iterable
from enum import StrEnum


class Reason(StrEnum):
    """The ten reasons a published value can be missing."""

    SUPPRESSED = "suppressed"
    ROUNDS_TO_ZERO = "rounds_to_zero"
    UNRELIABLE = "unreliable"
    UNAVAILABLE = "unavailable"
    NOT_APPLICABLE = "not_applicable"
    NOT_COLLECTED = "not_collected"
    NOT_RETURNED = "not_returned"
    DID_NOT_EXIST = "did_not_exist"
    DENOMINATOR_UNAVAILABLE = "denominator_unavailable"
    UNSTATED = "unstated"

    @property
    def bit(self) -> int:
        """This reason's bit in an array of reasons."""
        return _BITS[self]


_BITS: dict[Reason, int] = {reason: 1 << place for place, reason in enumerate(Reason)}


def reasons_to_bits(reasons: Iterable[Reason]) -> int:
    """The number that stands for these reasons in an array."""
    bits = 0
    for reason in reasons:
        bits |= reason.bit
    return bits


def bits_to_reasons(bits: int) -> tuple[Reason, ...]:
    """The reasons that a number in an array stands for, in the order of the closed list."""
    return tuple(reason for reason in Reason if bits & reason.bit)
