"""What is asked of our verdicts beforehand, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass

from brightfutures.measures.track_record.counts import Held


@dataclass(frozen=True, kw_only=True)
class Criterion:
    """One thing we said our verdicts would do, and whether they did.

    `whole` is over all listed indicators together and `each` by indicator; `beside` and
    `each_beside` hold the rule that ours is set beside, where there is one. `anyone` is how often
    the same holds of any council, called or not, and `largest` how often of as many of the largest
    movements, chosen by size alone: neither decides whether it is met. `target` is the share
    to reach or, where `at_most`, not to pass. `meets_it` names the indicators that meet it taken
    alone. `met` is None where nothing could be counted.
    """

    id: str
    target: float | None
    at_most: bool
    whole: Held
    each: tuple[tuple[str, Held], ...]
    beside: Held | None = None
    each_beside: tuple[tuple[str, Held], ...] = ()
    meets_it: tuple[str, ...] = ()
    met: bool | None = None
    anyone: Held | None = None
    largest: Held | None = None

    def holds(self, indicator: str) -> bool:
        """Whether one indicator taken alone meets it."""
        return indicator in self.meets_it

    @property
    def indicators_that_meet_it(self) -> Held:
        """How many indicators taken alone meet it, of those that can be counted."""
        beside = dict(self.each_beside)
        counted = [name for name, held in self.each if held.of and beside.get(name, held).of]
        return Held(len(self.meets_it), len(counted))


@dataclass(frozen=True, kw_only=True)
class ListedTest:
    """The criteria over the listed indicators, in one set of rounds, beside one comparison."""

    against: str  # similar or england
    first_year: int
    last_year: int
    indicators: tuple[str, ...]
    criteria: tuple[Criterion, ...]

    @property
    def not_met(self) -> tuple[Criterion, ...]:
        """What was not met."""
        return tuple(entry for entry in self.criteria if entry.met is False)
