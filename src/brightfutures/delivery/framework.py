"""A council's framework profile as plain data: the answer of `framework --json`, schema 1.

Everything is told of each heading apart. There is no score, no sum over headings and no count of
better less worse; Ofsted's grades stand in `ofsted` and nowhere else.
"""

from __future__ import annotations

import datetime
from dataclasses import asdict
from typing import Any

from brightfutures.delivery.council_account import measure_account, preamble, said_account
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.other_returns import other_return_of
from brightfutures.findings.framework import (
    WHAT_THIS_IS,
    Framework,
    OutcomeFindings,
    framework,
    how_to_read,
)
from brightfutures.findings.judgement_history import Inspection
from brightfutures.findings.level_behind_words import too_few_for_a_chance
from brightfutures.findings.steady_words import holds_a_year, holds_three_years
from brightfutures.findings.verdict_words import DIFFERENT
from brightfutures.measures.expectation.results import Expectation
from brightfutures.measures.results import Comparison, Movement
from brightfutures.quantities import Area, CannotAnswer


def framework_of(edition: Edition, area: Area) -> Framework:
    """One council's profile; ages are counted on the day on which the figures were loaded."""
    return framework(
        edition.catalogue,
        edition.geography,
        area,
        edition.compared_on(edition.measures.with_figures(), area),
        edition.store.judgements,
        datetime.date.fromisoformat(edition.store.loaded_at[:10]),
        expectation_of=lambda entry: _expectation(edition, entry),
        publications=edition.publications,
        other=other_return_of(edition, area),
    )


def _expectation(edition: Edition, entry: Comparison) -> Expectation | None:
    return edition.measures.expected.of(entry.indicator, entry.area, entry.period)


def framework_account(edition: Edition, area: Area) -> dict[str, Any]:
    """The whole profile."""
    found = framework_of(edition, area)
    return {
        **preamble(edition, area),
        "headline": found.headline.sentence,
        "lead": [said.sentence for said in found.lead],
        "what_this_is": WHAT_THIS_IS,
        "how_to_read": list(how_to_read()),
        "notes": list(found.area_notes),
        "outcomes": [_outcome(edition, one) for one in found.outcomes],
        "ofsted": _ofsted(found),
    }


def _outcome(edition: Edition, one: OutcomeFindings) -> dict[str, Any]:
    profile = one.profile
    return {
        "id": profile.outcome.id,
        "name": profile.outcome.name,
        "is_enabler": profile.outcome.is_enabler,
        "means": profile.outcome.means,
        "sentence": one.found[0].sentence,
        "shows": [said_account(said) for said in one.found],
        "cannot_tell": [said_account(said) for said in one.unknown],
        "published": len(profile.published),
        "judged": len(profile.judged),
        "different": [entry.indicator for entry in profile.different],
        "risen": [entry.indicator for entry in profile.that_have(Movement.HAS_RISEN)],
        "fallen": [entry.indicator for entry in profile.that_have(Movement.HAS_FALLEN)],
        "why_not_judged": [asdict(reason) for reason in profile.why_not],
        "steadiness": asdict(profile.steadiness),
        "read_together": [
            [pair.apart.indicator, pair.beside.indicator] for pair in profile.together
        ],
        "not_measured": list(profile.outcome.not_measured),
        "measures": [_measure(edition, entry) for entry in profile.published],
    }


def _measure(edition: Edition, entry: Comparison) -> dict[str, Any]:
    steadiness = entry.steadiness
    return {
        **measure_account(edition, entry),
        "steadiness_one_year": steadiness.one_year if steadiness else None,
        "steadiness_three_years": steadiness.three_years if steadiness else None,
        "keeps_its_place_one_year": holds_a_year(entry).value,
        "keeps_its_place_three_years": holds_three_years(entry).value,
        **_expected(edition, entry),
        **_chances(edition, entry),
    }


def _expected(edition: Edition, entry: Comparison) -> dict[str, float | str | None]:
    """What its circumstances would lead one to expect, with its range and the verdict against it.

    Only of measures that differ from other councils.
    """
    names = ("expected", "expected_low", "expected_high", "level_against_expected")
    if entry.verdict.level not in DIFFERENT:
        return dict.fromkeys(names)
    found = _expectation(edition, entry)
    if found is None:
        return dict.fromkeys(names)
    known = (found.expected, found.low, found.high, found.level.value)
    return dict(zip(names, known, strict=True))


def _chances(edition: Edition, entry: Comparison) -> dict[str, float | None]:
    """The chance (0 to 1) of a lasting level among the highest and the lowest fifth of councils.

    Only of measures that differ, and where it can be told.
    """
    names = ("chance_highest_fifth", "chance_lowest_fifth")
    too_few = too_few_for_a_chance(entry.here, entry.verdict.reason)
    if entry.verdict.level in DIFFERENT and not too_few:
        try:
            all_councils = edition.measures.levels_behind.of_all(entry.indicator, entry.period)
        except CannotAnswer:
            all_councils = ()
        for one in all_councils:
            if one.area == entry.area:
                return {name: getattr(one, name) for name in names}
    return dict.fromkeys(names)


def _ofsted(found: Framework) -> dict[str, Any]:
    ofsted = found.ofsted
    return {
        "as_of": ofsted.as_of,
        "newest": _inspection(ofsted.newest) if ofsted.newest else None,
        "earlier": [_inspection(one) for one in ofsted.earlier],
        "other_frameworks": [_inspection(one) for one in ofsted.other_frameworks],
        "says": list(ofsted.sentences),
    }


def _inspection(one: Inspection) -> dict[str, Any]:
    return {**asdict(one), "parts": dict(one.parts)}
