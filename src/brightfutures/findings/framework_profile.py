"""What a council's figures show on one outcome or enabler of the National Framework, as values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from brightfutures.catalogue import Catalogue, Outcome
from brightfutures.findings.profile import Profile, newest_year, profile_of
from brightfutures.measures.results import Comparison


@dataclass(frozen=True, kw_only=True)
class OutcomeProfile(Profile):
    """One outcome or enabler for one council."""

    outcome: Outcome


def profiles(catalogue: Catalogue, comparisons: Sequence[Comparison]) -> tuple[OutcomeProfile, ...]:
    """All seven headings of one council, in the framework's order."""
    by_id = {entry.indicator: entry for entry in comparisons}
    newest = newest_year(comparisons)
    found = []
    for outcome in catalogue.outcomes.values():
        declared = catalogue.of_outcome(outcome)
        profile = profile_of(catalogue.indicators, declared, by_id, newest)
        found.append(OutcomeProfile(outcome=outcome, **vars(profile)))
    return tuple(found)
