"""What is in the remainder, line by line, and why."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from brightfutures.money.council_year import CouncilYear, KindOfHelp
from brightfutures.money.gap_result import LeftInRemainder, WhyLeft
from brightfutures.quantities import Missing, Reason, Value

HALF_A_PENNY = 0.005
"""Less than that for each child is rounding."""


def why_left(kind: KindOfHelp) -> WhyLeft | None:
    """Why a kind of the council's own cannot be given a price; None where it can.

    Neither children nor spend is no reason: the council has none of it, which is mix.
    """
    spend, children = kind.spend_pounds, kind.children
    if isinstance(spend, Missing) or isinstance(children, Missing):
        return WhyLeft.NOT_KNOWN
    if spend < 0:
        return WhyLeft.BELOW_NOUGHT
    if spend > 0 and children <= 0:
        return WhyLeft.NO_CHILDREN
    if children > 0 and spend == 0:
        return WhyLeft.NO_SPEND
    if kind.booked_elsewhere:
        return WhyLeft.BOOKED_ELSEWHERE
    return None


def left_in_remainder(
    ours: CouncilYear,
    theirs: Sequence[CouncilYear],
    left: Mapping[str, WhyLeft | None],
    nobody_there: Collection[str],
) -> tuple[LeftInRemainder, ...]:
    """Every line of the remainder; what the lines do not add up to comes last.

    `left` says why a kind of ours is there; of the kinds `nobody_there` only what the others spend.
    The differences sum to the remainder's part wherever all of them are known.
    """
    living = float(ours.children_living_there)
    their_living = sum(float(year.children_living_there) for year in theirs)
    found = []
    for kind in ours.kinds:
        why = left[kind.name]
        if why is not None or kind.name in nobody_there:
            there = _pooled([_spend(year, kind.name) for year in theirs])
            found.append(
                LeftInRemainder(
                    name=kind.name,
                    why=why or WhyLeft.NO_CHILDREN,
                    ours_per_child=kind.spend_pounds / living if why is not None else 0.0,
                    theirs_per_child=there / their_living,
                    missing=kind.missing,
                )
            )
    for line in ours.other_lines:
        there = _pooled([_spend(year, line.name) for year in theirs])
        found.append(
            LeftInRemainder(
                name=line.name,
                why=WhyLeft.NOT_PRICED_APART if line.children_counted else WhyLeft.NO_COUNT,
                ours_per_child=line.spend_pounds / living,
                theirs_per_child=there / their_living,
            )
        )
    here, there = _rest(ours) / living, sum(map(_rest, theirs)) / their_living
    if max(abs(here), abs(there)) >= HALF_A_PENNY:
        found.append(
            LeftInRemainder(
                name="", why=WhyLeft.IN_NO_LINE, ours_per_child=here, theirs_per_child=there
            )
        )
    return tuple(found)


def _spend(year: CouncilYear, name: str) -> Value:
    return dict(_lines(year)).get(name, Missing((Reason.UNAVAILABLE,)))


def _lines(year: CouncilYear) -> list[tuple[str, Value]]:
    return [
        *((kind.name, kind.spend_pounds) for kind in year.kinds),
        *((line.name, line.spend_pounds) for line in year.other_lines),
    ]


def _pooled(values: Sequence[Value]) -> Value:
    total: Value = 0.0
    for value in values:
        total = total + value
    return total


def _rest(year: CouncilYear) -> float:
    """The whole less every line that is known."""
    lines = [spend for _, spend in _lines(year) if not isinstance(spend, Missing)]
    return float(year.spend_pounds) - sum(lines)
