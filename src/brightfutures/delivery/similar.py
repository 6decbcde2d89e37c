"""What the page of a council's similar councils is made of, from an edition."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from brightfutures.delivery.answers import downloads_at
from brightfutures.delivery.chosen_comparison import (
    ChosenComparison,
    comparison_account,
    with_query,
)
from brightfutures.delivery.council_account import preamble
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.explain import number_or_null
from brightfutures.delivery.improvers import what_is_counted
from brightfutures.findings.alikeness_words import alike_words
from brightfutures.findings.improved_among import ImprovedAmong, Tried, improved_among
from brightfutures.findings.similar_councils import SimilarFindings, similar_findings
from brightfutures.measures.context.circumstances import Circumstance
from brightfutures.pages.similar_page import (
    SimilarInputs,
    SimilarPage,
    similar_address,
    similar_page,
)
from brightfutures.quantities import Area, CannotAnswer


@dataclass(frozen=True, kw_only=True)
class Similar:
    """All that is said of a council's comparison set."""

    found: SimilarFindings
    improved: ImprovedAmong
    chosen: ChosenComparison


def similar_of(edition: Edition, area: Area, chosen: ChosenComparison) -> Similar:
    """Who they are, in what they differ, how alike they are, and who of them improved."""
    catalogue, measures = edition.catalogue, edition.measures
    found = similar_findings(
        catalogue.indicators,
        edition.geography,
        area,
        measures.comparators.circumstances(area.code, chosen.against),
        measures.comparators.alikeness(),
        chosen.whom,
    )
    tried = []
    main = catalogue.health_check_set()
    for indicator in main:
        try:
            counts = what_is_counted(edition, indicator)
            told = measures.improvers(indicator.id, area.code)
        except CannotAnswer:
            continue
        tried.append(Tried(indicator=indicator, counts=counts, found=told))
    improved = improved_among(tried, len(main), chosen.used.councils, chosen.whom)
    return Similar(found=found, improved=improved, chosen=chosen)


def similar_view(edition: Edition, area: Area, chosen: ChosenComparison) -> SimilarPage:
    """The view model of the page on a site."""
    told = similar_of(edition, area, chosen)
    inputs = SimilarInputs(
        area_of=edition.geography.by_code.__getitem__,
        compared=chosen.form,
        councils=chosen.used.councils,
        query=chosen.query,
        is_usual=chosen.is_usual,
        counted_by=_counted_by(edition, area),
        downloads=with_query(downloads_at(similar_address(area)), chosen.query),
    )
    return similar_page(edition.catalogue, told.found, told.improved, inputs)


def _counted_by(edition: Edition, area: Area) -> tuple[str, ...]:
    """The names of the councils that have this one among their similar councils, in order."""
    holders = edition.measures.comparators.counted_as_similar(area.code)
    return tuple(sorted(edition.name_of(code) for code in holders))


def similar_account(edition: Edition, area: Area, chosen: ChosenComparison) -> dict[str, Any]:
    """The whole page as plain data, schema 1."""
    told = similar_of(edition, area, chosen)
    found, improved = told.found, told.improved
    shown = set(chosen.used.councils)
    return {
        **preamble(edition, area),
        "compared_with": comparison_account(edition, chosen),
        "headline": found.headline.sentence,
        "in_what_they_differ": list(found.differ),
        "councils": [
            {**asdict(one), "name": edition.name_of(one.area)}
            for one in found.found.members
            if one.area in shown
        ],
        "counted_as_similar_by": list(_counted_by(edition, area)),
        "circumstances": [_circumstance(one) for one in found.found.each],
        "nearest_in_context": found.nearer,
        "usual_distance_of_the_nearest": found.found.usual_distance,
        "alikeness": [
            {**asdict(one), "words": alike_words(one.similar)} for one in found.alikeness
        ],
        "improved": {
            "sentence": improved.sentence,
            "councils": [
                {
                    "indicator": one.indicator.id,
                    "code": one.area,
                    "name": edition.name_of(one.area),
                    "among_those_compared": one.among,
                    "from": one.improvement.from_value,
                    "to": one.improvement.to_value,
                    "expected": one.improvement.expected_value,
                    "q": one.improvement.q,
                    "sentence": f"{edition.name_of(one.area)} {one.sentence}",
                }
                for one in (*improved.among, *improved.elsewhere)
            ],
            "remarks": list(improved.remarks),
        },
        "joint_returns": list(found.joint),
    }


def _circumstance(one: Circumstance) -> dict[str, Any]:
    return {
        "id": one.variable.id,
        "title": one.variable.title,
        "unit": one.variable.unit,
        "period": one.period.label if one.period else None,
        "value": number_or_null(one.value),
        "average": one.mean,
        "least": one.low,
        "most": one.high,
        "councils_with_a_figure": one.known,
        "score": one.score,
        "average_score": one.mean_score,
        "least_score": one.low_score,
        "most_score": one.high_score,
    }
