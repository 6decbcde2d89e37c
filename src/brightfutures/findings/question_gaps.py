"""What a council's own figures do not tell: missing, withheld, or resting on too few children."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from brightfutures.catalogue import Indicator, RaisedBy
from brightfutures.findings.headline import is_behind
from brightfutures.measures.results import Comparison, Why
from brightfutures.quantities import Missing, Reason

FEWEST_TOO_SMALL = 3
"""One measure or two that rest on too few children are found anywhere, and raise no question."""

NOT_SENT = frozenset({Reason.NOT_RETURNED, Reason.UNAVAILABLE, Reason.UNSTATED})
"""Why there is no figure of a thing that is counted, that exists, and that nobody holds back."""

Gap = tuple[RaisedBy, tuple[Comparison, ...]]
"""A reason and the main measures that it keeps from being told, in the catalogue's order."""


def gaps(indicators: Mapping[str, Indicator], entries: Sequence[Comparison]) -> tuple[Gap, ...]:
    """What is missing, then what is withheld, then what rests on too few; main measures only."""
    main = [one for one in entries if indicators[one.indicator].health_check]
    missing = tuple(one for one in main if is_missing(one))
    withheld = tuple(one for one in main if is_withheld(one))
    few = tuple(one for one in main if _is_too_small(one) and one not in missing)
    found: list[Gap] = [(RaisedBy.NOT_RETURNED, missing), (RaisedBy.WITHHELD, withheld)]
    if len(few) >= FEWEST_TOO_SMALL:
        found.append((RaisedBy.FEW_CHILDREN, few))
    return tuple(gap for gap in found if gap[1])


def is_missing(entry: Comparison) -> bool:
    """Whether the newest figure is not there although other councils have theirs."""
    value = entry.here.value
    if isinstance(value, Missing):
        return not NOT_SENT.isdisjoint(value.reasons)
    return is_behind(entry)


def is_withheld(entry: Comparison) -> bool:
    """Whether a small number is held back."""
    value = entry.here.value
    return isinstance(value, Missing) and value.reasons[0] is Reason.SUPPRESSED


def _is_too_small(entry: Comparison) -> bool:
    known = not isinstance(entry.here.value, Missing)
    return known and entry.verdict.reason is Why.TOO_FEW_CHILDREN
