"""The finding of our own record: how often we were right, and what was not met."""

from __future__ import annotations

from brightfutures.findings.track_record_criteria_words import CRITERIA, heading
from brightfutures.findings.track_record_words import of, percent
from brightfutures.measures.track_record.results import BesideRule, TrackRecord


def record_headline(record: TrackRecord) -> str:
    """The headline, without a full stop."""
    kept = record.kept(1)
    if not kept.placed:
        return "There is no past verdict yet that could be looked up in a later year"
    turned = (
        f"{kept.opposite:,} of {kept.answered:,} verdicts had turned round"
        if kept.opposite
        else "no verdict had turned round"
    )
    return (
        "A council called higher or lower was still on that side a year later "
        f"{percent(kept.on_that_side)} of the time; {turned}"
    )


def not_met_sentence(record: TrackRecord) -> str:
    """How much of what was set down beforehand was met, over all the tests."""
    asked = [one for test in record.tests for one in test.criteria if one.met is not None]
    missed = sum(one.met is False for one in asked)
    if not asked:
        return "Nothing that was set down beforehand can be counted yet."
    if not missed:
        return f"All {len(asked)} things asked were met."
    return f"Of {len(asked)} things asked, {len(asked) - missed} were met and {missed} not."


def missed_sentences(record: TrackRecord) -> tuple[str, ...]:
    """What was not met, each with the years and the comparison it was asked of."""
    return tuple(
        f"{CRITERIA[one.id]} ({heading(test)}.)" for test in record.tests for one in test.not_met
    )


def rule_cells(found: BesideRule) -> tuple[str, str, str, str]:
    """Ours and a rule's on our yardstick, then both on theirs."""
    return (
        of(found.ours_on_ours),
        of(found.theirs_on_ours),
        of(found.ours_on_theirs),
        of(found.theirs_on_theirs),
    )


def arrow_cells(found: BesideRule) -> tuple[str, str, str]:
    """The largest movements on our yardstick; then ours and the arrow's that went on."""
    return of(found.largest_on_ours), of(found.ours_went_on), of(found.theirs_went_on)
