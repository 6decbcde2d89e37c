"""What a council spent and whom it helped in one year: what the split of a gap is made from.

Two levels have this one form. For all lines the kinds of help are those that lines of the return
pay for and whose children are counted (in care, otherwise in need), and `children_expected` is how
many children helped one would expect. For children in care the kinds are types of placement. What
has been spent and belongs to no kind of children goes into the remainder, line by line.
"""

from __future__ import annotations

from dataclasses import dataclass

from brightfutures.money.booked_elsewhere import booked_elsewhere
from brightfutures.quantities import Missing, Reason, Value


@dataclass(frozen=True, kw_only=True)
class KindOfHelp:
    """One kind of help or of placement.

    `spend_pounds` is the line's spend in the year. `children` are those helped so: on 31 March,
    or better the mean of both year-ends. `wobble_variance` is how much their number ordinarily
    moves beyond chance (variance of its log, `measures`' A), and `chance_of_the_day` the share of
    its chance that is of the day of counting only, which the year's spend never saw
    (`chance_of_the_day`). `usual_pounds` is what England spends on one such child in the year,
    nought where that is not known.
    """

    name: str
    spend_pounds: Value
    children: Value
    wobble_variance: float = 0.0
    chance_of_the_day: float = 1.0
    usual_pounds: float = 0.0

    @property
    def missing(self) -> Missing | None:
        """Why this kind cannot be read, if it cannot."""
        return reasons_of(self.spend_pounds, self.children)

    @property
    def booked_elsewhere(self) -> bool:
        """Whether next to no pounds are told for children who are counted."""
        return booked_elsewhere(self.spend_pounds, self.children, self.usual_pounds)


@dataclass(frozen=True, kw_only=True)
class OtherLine:
    """A line of spend that is set against no children.

    Where `children_counted`, its children are among those helped and stand in no kind.
    """

    name: str
    spend_pounds: Value
    children_counted: bool = False


@dataclass(frozen=True, kw_only=True)
class CouncilYear:
    """One council's year.

    `spend_pounds` is the whole that the gap is of; kinds and other lines are parts of it, and what
    they leave over is said to be in no line. `children_living_there` are those aged 0 to 17.
    `children_helped` is the whole number, known even where a kind of it is withheld, and
    `children_expected` what deprivation and age lead one to expect of it.
    """

    council: str
    spend_pounds: Value
    children_living_there: Value
    children_helped: Value
    children_expected: Value
    kinds: tuple[KindOfHelp, ...]
    other_lines: tuple[OtherLine, ...] = ()

    def __post_init__(self) -> None:
        names = [kind.name for kind in self.kinds] + [line.name for line in self.other_lines]
        if len(set(names)) < len(names):
            raise ValueError(f"A line of {self.council} stands twice in its year.")

    @property
    def missing(self) -> Missing | None:
        """Why this year as a whole cannot be read, if it cannot; nought divides nothing."""
        found = reasons_of(
            self.spend_pounds,
            self.children_living_there,
            self.children_helped,
            self.children_expected,
        )
        divided_by = (self.children_living_there, self.children_helped, self.children_expected)
        if any(not isinstance(number, Missing) and number <= 0 for number in divided_by):
            nothing = Missing((Reason.DENOMINATOR_UNAVAILABLE,))
            return Missing(found.reasons + nothing.reasons) if found is not None else nothing
        return found


def reasons_of(*values: Value) -> Missing | None:
    """Every reason of those values that are missing; None where none is."""
    reasons = tuple(
        reason for value in values if isinstance(value, Missing) for reason in value.reasons
    )
    return Missing(reasons) if reasons else None
