"""What a council's figures show on one heading or stage, as values: what differs, what has moved.

Every verdict is the health check's own. Nothing here is added up over headings or weighed against
anything else, and a measure that differs counts as one whichever way it lies.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from brightfutures.catalogue import Indicator
from brightfutures.findings.companions import WITHOUT_UNACCOMPANIED
from brightfutures.findings.headline import end_year
from brightfutures.findings.steady_words import Steadiness, steadiness_of
from brightfutures.findings.verdict_words import ABOVE, DIFFERENT, UNUSUAL
from brightfutures.findings.why_not_words import WhyNot, why_not
from brightfutures.measures.results import Comparison, Direction, Level, Movement
from brightfutures.quantities import Missing


@dataclass(frozen=True, kw_only=True)
class ReadTogether:
    """A measure that stands apart, and one that the catalogue says to read with it."""

    apart: Comparison
    beside: Comparison


@dataclass(frozen=True, kw_only=True)
class Profile:
    """The measures that belong together under one heading, for one council.

    `declared` is how many indicators the catalogue has for it; `published` holds those with
    figures, in the catalogue's order; `different` those with a verdict of higher or lower and
    `moved` those that have risen or fallen, the clearest first and old figures last. `newest` is
    the year in which the newest of all the council's figures ends.
    """

    declared: int
    published: tuple[Comparison, ...]
    different: tuple[Comparison, ...]
    moved: tuple[Comparison, ...]
    together: tuple[ReadTogether, ...]
    why_not: tuple[WhyNot, ...]
    steadiness: Steadiness
    newest: int

    @property
    def judged(self) -> tuple[Comparison, ...]:
        """Those with a verdict other than that nothing can be said."""
        return tuple(
            entry for entry in self.published if entry.verdict.level is not Level.CANNOT_SAY
        )

    def on_side(self, direction: Direction, *, above: bool | None = None) -> list[Comparison]:
        """Those that differ, by what that means for children and on which side they lie."""
        return [
            entry
            for entry in self.different
            if entry.verdict.direction is direction
            and (above is None or (entry.verdict.level in ABOVE) is above)
        ]

    def that_have(self, movement: Movement) -> list[Comparison]:
        """Those that have risen, or fallen."""
        return [entry for entry in self.moved if entry.moved and entry.moved.level is movement]

    def is_old(self, comparison: Comparison) -> bool:
        """Whether a figure is more than a year behind the newest of the council's."""
        return self.newest - end_year(comparison.period) > 1


def newest_year(comparisons: Sequence[Comparison]) -> int:
    """The year in which the newest figure ends; 0 where there is none."""
    known = [entry for entry in comparisons if not _is_missing(entry)]
    return max((end_year(entry.period) for entry in known), default=0)


def profile_of(
    indicators: Mapping[str, Indicator],
    declared: Sequence[Indicator],
    by_id: Mapping[str, Comparison],
    newest: int,
) -> Profile:
    """The profile of these indicators; `by_id` holds all the council's comparisons."""
    published = tuple(by_id[entry.id] for entry in declared if entry.id in by_id)

    def clearness(entry: Comparison) -> tuple[bool, bool, float, float]:
        return (
            newest - end_year(entry.period) <= 1,
            entry.verdict.level in UNUSUAL,
            abs(entry.verdict.z_usual or 0.0),
            abs(entry.verdict.z_wobble or 0.0),
        )

    apart = [entry for entry in published if entry.verdict.level in DIFFERENT]
    apart.sort(key=clearness, reverse=True)
    return Profile(
        declared=len(declared),
        published=published,
        different=tuple(apart),
        moved=tuple(sorted(filter(_has_moved, published), key=lambda entry: _surely(entry))),
        together=_read_together(indicators, apart, by_id),
        why_not=why_not(published, indicators),
        steadiness=steadiness_of(published),
        newest=newest,
    )


def _has_moved(entry: Comparison) -> bool:
    return entry.moved is not None and entry.moved.level in (
        Movement.HAS_RISEN,
        Movement.HAS_FALLEN,
    )


def _surely(entry: Comparison) -> float:
    """The smaller, the surer it is that a figure has moved."""
    q = entry.moved.q if entry.moved else None
    return 1.0 if q is None else q


def _read_together(
    indicators: Mapping[str, Indicator],
    apart: Sequence[Comparison],
    by_id: Mapping[str, Comparison],
) -> tuple[ReadTogether, ...]:
    """Every pair of which both figures are known and at least one stands apart, each pair once.

    A figure is not paired with itself less the unaccompanied children.
    """
    found: dict[frozenset[str], ReadTogether] = {}
    for entry in apart:
        for name in indicators[entry.indicator].read_with:
            other = by_id.get(name)
            if other is None or _is_missing(entry) or _is_missing(other) or _twins(entry, other):
                continue
            pair = frozenset((entry.indicator, name))
            found.setdefault(pair, ReadTogether(apart=entry, beside=other))
    return tuple(found.values())


def _is_missing(entry: Comparison) -> bool:
    return isinstance(entry.here.value, Missing)


def _twins(one: Comparison, other: Comparison) -> bool:
    names = (one.indicator, other.indicator)
    return names in WITHOUT_UNACCOMPANIED.items() or names[::-1] in WITHOUT_UNACCOMPANIED.items()
