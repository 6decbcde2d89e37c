"""What a stage's page is made of, from an edition: its findings, its view model, plain data."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from brightfutures.catalogue import Stage
from brightfutures.delivery.answers import downloads_at
from brightfutures.delivery.asked import Asked
from brightfutures.delivery.chosen_comparison import (
    ChosenComparison,
    chosen_comparison,
    comparison_account,
    with_query,
)
from brightfutures.delivery.council_account import preamble, said_account
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.explain import account
from brightfutures.delivery.stage_history import history_beside
from brightfutures.findings.stage import StageFindings, stage_findings
from brightfutures.measures import Against
from brightfutures.measures.results import Comparison
from brightfutures.measures.similar import SIMILAR
from brightfutures.pages.addresses import stage_address
from brightfutures.pages.stage_page import StagePage, StagePageInputs, stage_page
from brightfutures.quantities import ENGLAND, Area

COUNTS_CHILDREN = "children_looked_after_rate"
"""The measure that says of every stage how many children live in a council."""


def stage_of(
    edition: Edition, area: Area, stage: Stage, against: Against = SIMILAR
) -> StageFindings:
    """What figures say of one stage of one council, beside the councils of a set."""
    compared = _compared(edition, area, stage, against)
    return stage_findings(edition.catalogue, edition.geography, area, stage, compared)


def _compared(
    edition: Edition, area: Area, stage: Stage, against: Against
) -> tuple[Comparison, ...]:
    """The stage's measures and those they are read with: all that its page speaks of."""
    catalogue = edition.catalogue
    wanted = {COUNTS_CHILDREN}
    for entry in catalogue.of_stage(stage):
        wanted |= {entry.id, *entry.read_with}
    for pair in catalogue.stages[stage].together:
        wanted |= set(pair.measures)
    return edition.compared_on(wanted, area, against)


def stage_view(
    edition: Edition, area: Area, stage: Stage, chosen: ChosenComparison | None = None
) -> StagePage:
    """The view model of one stage of one council on a site, by default beside similar councils."""
    measures, beside = edition.measures, chosen or chosen_comparison(edition, area, Asked())
    inputs = StagePageInputs(
        cells=edition.named_cells,
        averages=lambda indicator: measures.similar_history(indicator, area.code, beside.against),
        england=lambda indicator: measures.compare(indicator, ENGLAND).history,
        source_rows=edition.source_rows,
        name_of=edition.name_of,
        downloads=with_query(downloads_at(stage_address(area, stage)), beside.query),
        compared=beside.form,
        whom=beside.whom,
        query=beside.query,
    )
    return stage_page(edition.catalogue, stage_of(edition, area, stage, beside.against), inputs)


def stage_account(
    edition: Edition, area: Area, stage: Stage, chosen: ChosenComparison
) -> dict[str, Any]:
    """The whole page as plain data, schema 1."""
    found = stage_of(edition, area, stage, chosen.against)
    return {
        **preamble(edition, area),
        "stage": stage.value,
        "compared_with": comparison_account(edition, chosen),
        "headline": found.headline.sentence,
        "lead": list(found.lead),
        "asks": found.means,
        "stands_apart": [said_account(said) for said in found.apart],
        "has_moved": [said_account(said) for said in found.moved],
        "read_together": [
            {**said_account(pair.said), "why": pair.why or None} for pair in found.pairs
        ],
        "not_judged": [said_account(said) for said in found.not_judged],
        "questions": [
            {"question": one.question.question, "about": one.about.evidence[0].indicator}
            for one in found.questions
        ],
        "notes": list(found.area_notes),
        "in_view": [entry.indicator for entry in found.main],
        "measures": [_measure(edition, entry, chosen.against) for entry in found.comparisons],
    }


def _measure(edition: Edition, entry: Comparison, against: Against) -> dict[str, Any]:
    """One measure as `explain` gives it, its history beside England's and the set's."""
    told = account(edition, entry)
    beside = {row.period: row for row in history_beside(edition, entry, against)}
    history = [{**cell, **asdict(beside[cell["period"]])} for cell in told["history"]]
    left_out = ("schema", "made_up", "council")
    return {key: value for key, value in told.items() if key not in left_out} | {"history": history}
