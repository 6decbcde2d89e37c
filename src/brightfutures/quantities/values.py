"""A value is a number or a `Missing`; arithmetic with what is missing keeps every reason."""

from __future__ import annotations

from dataclasses import dataclass

from brightfutures.quantities.reasons import Reason


@dataclass(frozen=True)
class Missing:
    """A value that is not there, and every reason why.

    Adding, subtracting, multiplying or dividing with it gives another `Missing` that holds the
    reasons of both sides. Comparing or turning it into a number is an error: a reason must
    never become a number.
    """

    reasons: tuple[Reason, ...]

    def __post_init__(self) -> None:
        if not self.reasons:
            raise ValueError("A missing value needs at least one reason.")
        if len(self.reasons) > 1:
            ordered = tuple(reason for reason in Reason if reason in self.reasons)
            object.__setattr__(self, "reasons", ordered)

    def _with(self, other: Value) -> Missing:
        if isinstance(other, Missing):
            return Missing(self.reasons + other.reasons)
        return self

    __add__ = __radd__ = __sub__ = __rsub__ = _with
    __mul__ = __rmul__ = __truediv__ = __rtruediv__ = _with

    def __neg__(self) -> Missing:
        return self

    def __float__(self) -> float:
        raise TypeError(f"A missing value ({', '.join(self.reasons)}) is not a number.")

    def __bool__(self) -> bool:
        raise TypeError("Ask whether a value is an instance of Missing, not whether it is true.")


Value = float | Missing
