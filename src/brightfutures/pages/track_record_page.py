"""Our own track record: its view model."""

from __future__ import annotations

from dataclasses import dataclass

from brightfutures.charts.words import ChartTable
from brightfutures.findings.score_words import (
    false_verdicts_sentence,
    limit_sentence,
    scores_sentence,
    tally_words,
)
from brightfutures.findings.track_record_criteria_words import (
    CRITERIA,
    criterion_sentence,
    heading,
    met_words,
)
from brightfutures.findings.track_record_headline import (
    arrow_cells,
    missed_sentences,
    not_met_sentence,
    record_headline,
    rule_cells,
)
from brightfutures.findings.track_record_rule_words import (
    RULE_NAMES,
    leads_sentence,
    rule_sentences,
)
from brightfutures.findings.track_record_words import (
    CAVEATS,
    overall_sentences,
    table_sentences,
)
from brightfutures.measures.track_record.criterion import ListedTest
from brightfutures.measures.track_record.results import (
    Rule,
    TrackRecord,
)
from brightfutures.measures.track_record.scores import ScoreGroup, Scores
from brightfutures.pages.addresses import topic_address
from brightfutures.pages.track_record_tables import (
    TitleOf,
    by_measure,
    by_measure_and_verdict,
    by_verdict,
    movements_by_measure,
    table_of,
)


@dataclass(frozen=True, kw_only=True)
class CriterionLine:
    """One thing asked beforehand: what, whether it was met, and what was found."""

    asks: str
    met: str
    is_met: bool
    says: str


@dataclass(frozen=True, kw_only=True)
class TestSection:
    """The things asked of the listed measures over some years, beside one comparison."""

    title: str
    measures: int
    lines: tuple[CriterionLine, ...]


@dataclass(frozen=True, kw_only=True)
class RuleSection:
    """Ours beside one simpler rule."""

    title: str
    sentences: tuple[str, ...]
    table: ChartTable


@dataclass(frozen=True, kw_only=True)
class ScoreSection:
    """One table of the made-up England."""

    title: str
    says: str
    limit: str
    table: ChartTable


@dataclass(frozen=True, kw_only=True)
class TrackRecordPage:
    """Everything the template of our track record shows."""

    document_title: str
    masthead: None
    eyebrow: str
    h1: str
    lead: str
    sentences: tuple[str, ...]
    caveats: tuple[str, ...]
    method: str
    not_met: str
    missed: tuple[str, ...]
    tests: tuple[TestSection, ...]
    by_verdict: ChartTable
    by_measure: ChartTable
    by_measure_and_verdict: ChartTable
    movements: ChartTable
    others: ChartTable
    rules: tuple[RuleSection, ...]
    tables_used: tuple[str, ...]
    rounds: ChartTable
    scores_lead: str
    scores: tuple[ScoreSection, ...]
    downloads: tuple[tuple[str, str], ...]


def track_record_page(
    record: TrackRecord,
    scores: Scores,
    title_of: TitleOf,
    downloads: tuple[tuple[str, str], ...] = (),
) -> TrackRecordPage:
    """The view model of our track record."""
    first, *rest = overall_sentences(record)
    years = [used.year for used in record.rounds]
    return TrackRecordPage(
        document_title=f"{record_headline(record)} – Bright Futures",
        masthead=None,
        eyebrow=f"Our track record · verdicts of {min(years)} to {max(years)}"
        if years
        else "Our track record",
        h1=record_headline(record),
        lead=first,
        sentences=(*rest, false_verdicts_sentence(scores)),
        caveats=CAVEATS,
        method=topic_address("track-record"),
        not_met=not_met_sentence(record),
        missed=missed_sentences(record),
        tests=tuple(_test(test, title_of) for test in record.tests),
        by_verdict=by_verdict(record),
        by_measure=by_measure(
            "How verdicts of higher or lower fared, by measure", record.indicators, title_of
        ),
        by_measure_and_verdict=by_measure_and_verdict(record.indicators, title_of),
        movements=movements_by_measure(record.indicators, title_of),
        others=by_measure(
            "How verdicts fared on measures outside the health-check set", record.others, title_of
        ),
        rules=tuple(_rule(record, rule, title_of) for rule in Rule),
        tables_used=table_sentences(record),
        rounds=_rounds(record),
        scores_lead=scores_sentence(scores),
        scores=tuple(map(_score, scores.groups)),
        downloads=downloads,
    )


def _test(test: ListedTest, title_of: TitleOf) -> TestSection:
    return TestSection(
        title=heading(test),
        measures=len(test.indicators),
        lines=tuple(
            CriterionLine(
                asks=CRITERIA[one.id],
                met=met_words(one),
                is_met=bool(one.met),
                says=criterion_sentence(one, title_of),
            )
            for one in test.criteria
        ),
    )


RULE_HEADER = (
    "Ours, our yardstick",
    "Theirs, our yardstick",
    "Ours, their yardstick",
    "Theirs, their yardstick",
)

ARROW_HEADER = (
    "Ours, beyond our start",
    "Arrow, beyond our start",
    "Ours, beyond the year before",
    "Arrow, beyond the year before",
    "Largest by size, beyond our start",
    "Ours, gone on",
    "Arrow, gone on",
)


def _rule(record: TrackRecord, rule: Rule, title_of: TitleOf) -> RuleSection:
    name = RULE_NAMES[rule]
    leads = leads_sentence(record.indicators, rule, title_of)
    rows = []
    for entry in record.indicators:
        found = entry.beside(rule)
        if found.flags:
            cells = (*rule_cells(found), *(arrow_cells(found) if rule is Rule.ARROW else ()))
            rows.append((title_of(entry.indicator), f"{found.flags:,}", *cells))
    header = ("Measure", "Flags of each", *(ARROW_HEADER if rule is Rule.ARROW else RULE_HEADER))
    return RuleSection(
        title=f"Beside {name}",
        sentences=(*rule_sentences(record.beside(rule)), *([leads] if leads else [])),
        table=table_of(f"Beside {name}, by measure, at equal flags", header, rows),
    )


TABLE_NAMES = {
    "dfe-2021": "Department for Education, 2021",
    "dfe-2025": "Department for Education, 2025",
    "england": "all other councils of England",
}


def _rounds(record: TrackRecord) -> ChartTable:
    rows = [
        (
            str(used.year),
            TABLE_NAMES.get(used.table, used.table),
            "yes" if used.existed else "no, made later",
        )
        for used in record.rounds
    ]
    header = ("Year of the verdict", "Table of similar councils", "Did it exist then?")
    return table_of("Which table of similar councils each year rests on", header, rows, 3)


def _score(group: ScoreGroup) -> ScoreSection:
    columns = [column or "How many" for column in group.columns]
    rows = [
        (row, *(tally_words(group.at(row, column)) for column in group.columns))
        for row in group.rows
    ]
    return ScoreSection(
        title=group.title,
        says=group.says,
        limit=limit_sentence(group) or "",
        table=table_of(group.title, ("Which", *columns), rows),
    )
