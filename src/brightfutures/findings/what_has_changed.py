"""What has changed: which of the main figures have moved over five years, in a line or two.

The verdicts are those of each measure's own movement, told apart over the whole fixed set. The
change of a single year is never one of them: most of it is what a figure ordinarily moves.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from brightfutures.catalogue import Indicator
from brightfutures.findings.figures import counted, figure
from brightfutures.findings.finding import Certainty
from brightfutures.findings.headline import is_behind
from brightfutures.findings.measure_words import beginning_once, named, with_unit
from brightfutures.findings.said import Part, Said, in_a_row, say
from brightfutures.findings.two_years import both_ends
from brightfutures.measures.results import Comparison, Level, Moved, Movement, Why

NAMED_AT_MOST, NAMED_OF_MORE = 3, 2
"""All are named where they are few; of more only the clearest."""

MOVED = (Movement.HAS_RISEN, Movement.HAS_FALLEN)
BOTH_ENDS = "Each end takes two years together"
ONE_YEAR = "One year’s change alone is not tested"
NOT_KNOWN = (
    "Whether a figure has moved cannot be said: that takes comparable counts for five years in a "
    "row, and enough of them."
)


def what_has_changed(
    indicators: Mapping[str, Indicator], comparisons: Sequence[Comparison]
) -> Said:
    """Which figures rose or fell by more than they ordinarily move, the clearest named first.

    `comparisons` are those of the fixed set; one whose figure is more than a year behind the
    newest of its measure is not read, nor one that is refused a verdict for its small numbers.
    """
    read = [(entry, entry.moved) for entry in comparisons if entry.moved and _is_read(entry)]
    if not read:
        return say(NOT_KNOWN, certainty=Certainty.AS_PUBLISHED)
    clear = [(entry, moved) for entry, moved in read if moved.level in MOVED]
    clear.sort(key=lambda pair: 1.0 if pair[1].q is None else pair[1].q)
    about = [entry for entry, _ in clear or read]
    begins = _how_many(len(clear), len(read))
    if not clear:
        return say(f"{begins}. {ONE_YEAR}.", about=about)
    shown = clear if len(clear) <= NAMED_AT_MOST else clear[:NAMED_OF_MORE]
    ends = [both_ends(moved) for _, moved in shown]
    items = [
        (named(indicators[entry.indicator]), _way(indicators[entry.indicator], moved, between))
        for (entry, moved), between in zip(shown, ends, strict=True)
    ]
    return say(
        f"{begins}{': ' if len(shown) == len(clear) else ', most clearly '}",
        *in_a_row(beginning_once(items)),
        f". {BOTH_ENDS}; {ONE_YEAR[:1].lower()}{ONE_YEAR[1:]}." if any(ends) else f". {ONE_YEAR}.",
        about=about,
    )


def _is_read(entry: Comparison) -> bool:
    assert entry.moved is not None
    verdict = entry.verdict
    if verdict.level is Level.CANNOT_SAY and verdict.reason is Why.TOO_FEW_CHILDREN:
        return False
    return entry.moved.level is not Movement.CANNOT_SAY and not is_behind(entry)


def _how_many(clear: int, read: int) -> str:
    """How many of the figures that can be told have moved, without a full stop."""
    of = f"of the {counted(read).lower()} figures that can be told"
    if read == 1:
        of, many = "the one figure that can be told", ""
    elif not clear:
        many = "neither" if read == 2 else "none"
    else:
        many = ("both" if read == 2 else "all") if clear == read else counted(clear).lower()
    one = read == 1 or clear < 2
    have = "has" if one else "have"
    ordinarily = "it ordinarily does" if one else "they ordinarily do"
    denied = " not" if read == 1 and not clear else ""
    who = f"{many} {of}".strip()
    return f"Over five years {who} {have}{denied} moved by more than {ordinarily}"


def _way(indicator: Indicator, moved: Moved, ends: tuple[float, float] | None) -> Part:
    """Which way, and from where to where: " (up from 71 to 88 per 10,000)"."""
    way = "up" if moved.level is Movement.HAS_RISEN else "down"
    if ends is None:
        return f" ({way})"
    began, came = (figure(indicator, end) for end in ends)
    to = with_unit(indicator, came) if indicator.unit.startswith("per ") else came
    return f" ({way} from {began} to {to})"
