"""A council's profile by outcome and enabler of the National Framework, and Ofsted beside it."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from brightfutures.catalogue import Catalogue, Geography, Indicator
from brightfutures.findings.area_notes import area_notes
from brightfutures.findings.companions import rests_on_unaccompanied_children
from brightfutures.findings.few import few_children_note
from brightfutures.findings.finding import Finding
from brightfutures.findings.framework_headline import framework_headline
from brightfutures.findings.framework_profile import OutcomeProfile, profiles
from brightfutures.findings.framework_unknown import unknown
from brightfutures.findings.framework_words import ExpectationOf, OutcomeSentences
from brightfutures.findings.headline import difference_sentence, headline_comparison
from brightfutures.findings.judgement_history import BesideOfsted, JudgementsOf, beside_ofsted
from brightfutures.findings.measure_words import figures_beside
from brightfutures.findings.said import Named, Said, say
from brightfutures.findings.score_words import sureness_sentence
from brightfutures.measures.results import Comparison
from brightfutures.measures.track_record.scores import shipped_scores
from brightfutures.money.other_return import OtherReturn
from brightfutures.quantities import Area, CannotAnswer

WHAT_THIS_IS = (
    "The framework’s four outcomes and three enablers one by one: what the council’s figures show, "
    "and what no figure tells. Nothing is added up into a score."
)

HOW_TO_READ = (
    "In brackets stands the council’s figure against the average it is judged by: that of similar "
    "councils, or of all England’s councils, each counted alike, where similar ones tell nothing. "
    "What is “expected” is what councils in its circumstances have today, and is not a target.",
    "A difference is called clear where it is more than the figure ordinarily moves and holds "
    "among so many tests. No more than about one in twenty so called should be a false alarm; that "
    "none is clear does not mean that there is none. Where it says only higher or lower, it is not "
    "settled which way is better.",
    "On a steady measure a council that stands apart in one year mostly does so in the next "
    "(correlation 0.7 or more). The headings hold different numbers of measures, and several "
    "measures count the same children, so the numbers of one row say nothing beside another’s.",
)
"""What must be known to read any council's page, but for how sure a movement is."""


def how_to_read() -> tuple[str, ...]:
    """What must be known to read the page, in a few sentences; how sure, by the shipped record."""
    return (*HOW_TO_READ[:2], sureness_sentence(shipped_scores()), *HOW_TO_READ[2:])


@dataclass(frozen=True, kw_only=True)
class OutcomeFindings:
    """One heading: its values, what the figures show, and what they cannot tell."""

    profile: OutcomeProfile
    found: tuple[Said, ...]
    unknown: tuple[Said, ...]


@dataclass(frozen=True, kw_only=True)
class Framework:
    """All that a council's framework page says, as values and sentences."""

    area: Area
    headline: Finding
    lead: tuple[Said, ...]
    outcomes: tuple[OutcomeFindings, ...]
    comparisons: Mapping[str, Comparison]
    ofsted: BesideOfsted
    area_notes: tuple[str, ...]


def framework(
    catalogue: Catalogue,
    geography: Geography,
    area: Area,
    comparisons: Sequence[Comparison],
    judgements_of: JudgementsOf,
    as_of: datetime.date,
    *,
    expectation_of: ExpectationOf = lambda entry: None,
    publications: Mapping[str, str] | None = None,
    other: OtherReturn | None = None,
) -> Framework:
    """The profile of one council from all its comparisons, newest figures throughout.

    `as_of` is the day on which the ages of inspections are counted, and `other` what the council's
    other return tells of the newest year. Raises `CannotAnswer` where
    no measure is loaded at all.
    """
    if not comparisons:
        raise CannotAnswer("The files that are loaded hold no measure of the National Framework.")
    by_id = {entry.indicator: entry for entry in comparisons}
    headings = profiles(catalogue, comparisons)
    fixed_set = [by_id[entry.id] for entry in catalogue.health_check_set() if entry.id in by_id]
    return Framework(
        area=area,
        headline=framework_headline(catalogue.indicators, headings, area),
        lead=_lead(catalogue, fixed_set, area, by_id),
        outcomes=tuple(
            _outcome(
                catalogue.indicators,
                OutcomeSentences(catalogue.indicators, heading, area, by_id, expectation_of, other),
                heading,
            )
            for heading in headings
        ),
        comparisons=by_id,
        ofsted=beside_ofsted(
            catalogue, geography, area, judgements_of, comparisons, as_of, publications
        ),
        area_notes=(
            *few_children_note(catalogue.indicators, fixed_set, area.name),
            *area_notes(geography, area),
        ),
    )


def _outcome(
    indicators: Mapping[str, Indicator], sentences: OutcomeSentences, profile: OutcomeProfile
) -> OutcomeFindings:
    return OutcomeFindings(
        profile=profile, found=sentences.found(), unknown=unknown(indicators, profile)
    )


def _lead(
    catalogue: Catalogue,
    fixed_set: Sequence[Comparison],
    area: Area,
    by_id: Mapping[str, Comparison],
) -> tuple[Said, ...]:
    """The difference that leads the council's health check, and what this page is not."""
    last_year = area.last.year if area.last else None
    chosen = headline_comparison(catalogue.indicators, fixed_set, last_year=last_year)
    if chosen is None:
        return ()
    indicator = catalogue.indicators[chosen.indicator]
    said = difference_sentence(indicator, chosen, area.name)
    unaccompanied = rests_on_unaccompanied_children(chosen, by_id)
    return (
        say(
            "Its health check begins with this: ",
            Named(indicator.id, f"{said[0].lower()}{said[1:]}"),
            f" ({figures_beside(indicator, chosen)})",
            ", but not once unaccompanied children are left out." if unaccompanied else ".",
            about=(chosen,),
        ),
    )
