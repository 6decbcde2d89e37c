"""Our own record as plain data: the answer of `trackrecord --json`, schema 1.

Counts throughout, each share with what it is a share of. `still_there` is out of `placed`; `same`
(the same side called again), `nothing_clear` and `opposite` are out of their sum; `same_level`
counts those of `same` that are the very same verdict; `cannot_say` is counted apart.
`any_council` and `any_movement` say how often the same holds of any at all, called or not.

Of a rule, `ours_on_ours` and `theirs_on_ours` are asked the same, on our yardstick, and the two
`_on_theirs` the same on the rule's. Beside the arrow ours is the start of our five periods and
theirs the year before; `ours_went_on` and `theirs_went_on` went on in the same direction, and
`largest_on_ours` are as many of the largest movements by size alone. The criterion
`at_least_the_arrow` asks each about its own start (`ours_on_ours` and `theirs_on_theirs`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from brightfutures.delivery.edition import Edition
from brightfutures.findings.track_record_criteria_words import (
    CRITERIA,
    criterion_sentence,
    heading,
)
from brightfutures.findings.track_record_rule_words import (
    leads_sentence,
    rule_sentences,
)
from brightfutures.findings.track_record_words import (
    CAVEATS,
    indicator_sentence,
    movement_sentence,
    overall_sentences,
    table_sentence,
    table_sentences,
)
from brightfutures.measures.results import Level
from brightfutures.measures.track_record.counts import Held
from brightfutures.measures.track_record.criterion import Criterion, ListedTest
from brightfutures.measures.track_record.results import (
    BesideRule,
    IndicatorRecord,
    Rounds,
    Rule,
    TrackRecord,
    every_round,
    table_did_not_exist_yet,
    table_existed,
)

SCHEMA = 1
YEARS_AFTER = (1, 2)
ONLY_BESIDE_THE_ARROW = ("ours_went_on", "theirs_went_on", "largest_on_ours")
VERDICTS = tuple(level for level in Level if level is not Level.CANNOT_SAY)

WHICH_ROUNDS: dict[str, Rounds] = {
    "all": every_round,
    "comparison_existed": table_existed,
    "table_did_not_exist_yet": table_did_not_exist_yet,
}


def track_record_account(edition: Edition) -> dict[str, Any]:
    """The whole record."""
    record = edition.measures.track_record()
    return {
        "schema": SCHEMA,
        "made_up": edition.store.made_up,
        "says": [*overall_sentences(record), *table_sentences(record)],
        "read_with": list(CAVEATS),
        "tables": [asdict(used) for used in record.rounds],
        "listed_tests": [_test(edition, test) for test in record.tests],
        "totals": {
            "levels": _levels(record),
            "movements": _movements(record),
            "any_council": _anyone(record.any_side),
            "any_movement": _anyone(record.any_movement),
        },
        "rules": [_rule_with_words(edition, record, rule) for rule in Rule],
        "indicators": [_indicator(edition, entry) for entry in record.indicators],
        "beside_england": [_shorter(edition, entry) for entry in record.beside_england],
        "others": [_shorter(edition, entry) for entry in record.others],
    }


def title_of(edition: Edition, indicator: str) -> str:
    """An indicator's title."""
    return edition.catalogue.indicators[indicator].title


def held(found: Held) -> dict[str, Any]:
    """So many of so many, with the share and its 95% range."""
    interval = found.interval
    return {
        "held": found.held,
        "of": found.of,
        "share": found.share,
        "low": interval and interval.low,
        "high": interval and interval.high,
    }


def _levels(
    record: TrackRecord | IndicatorRecord, which: dict[str, Rounds] = WHICH_ROUNDS
) -> list[dict[str, Any]]:
    return [
        {
            "level": level.value,
            "years_after": years_after,
            "rounds": name,
            **asdict(kept),
        }
        for level in VERDICTS
        for years_after in YEARS_AFTER
        for name, rounds in which.items()
        if (kept := record.kept(years_after, rounds, (level,))).flags
    ]


def _movements(record: TrackRecord | IndicatorRecord) -> list[dict[str, Any]]:
    return [
        {"years_after": years_after, **asdict(kept)}
        for years_after in YEARS_AFTER
        if (kept := record.moved(years_after)).flags
    ]


def _anyone(held_after: Callable[[int], Held]) -> list[dict[str, Any]]:
    return [
        {"years_after": years_after, **held(found)}
        for years_after in YEARS_AFTER
        if (found := held_after(years_after)).of
    ]


def _indicator(edition: Edition, record: IndicatorRecord) -> dict[str, Any]:
    return {
        "indicator": record.indicator,
        "title": title_of(edition, record.indicator),
        "sentence": indicator_sentence(record),
        "of_years_without_a_table": table_sentence(record),
        "movement_sentence": movement_sentence(record),
        "levels": _levels(record),
        "movements": _movements(record),
        "any_council": _anyone(record.any_side),
        "any_movement": _anyone(record.any_movement),
        "rules": [_rule(found) for rule in Rule if (found := record.beside(rule)).flags],
    }


def _shorter(edition: Edition, record: IndicatorRecord) -> dict[str, Any]:
    """An indicator without words, and with all rounds together."""
    return {
        "indicator": record.indicator,
        "title": title_of(edition, record.indicator),
        "levels": _levels(record, {"all": every_round}),
        "movements": _movements(record),
        "rules": [_rule(found) for rule in Rule if (found := record.beside(rule)).flags],
    }


def _rule(found: BesideRule) -> dict[str, Any]:
    return {
        "rule": found.rule.value,
        "flags_of_each": found.flags,
        "ours_raised": found.ours_raised,
        "theirs_raised": found.theirs_raised,
        **{
            name: held(getattr(found, name))
            for name in (
                "ours_on_ours",
                "theirs_on_ours",
                "ours_on_theirs",
                "theirs_on_theirs",
                "all_theirs_on_ours",
                "all_theirs_on_theirs",
                *(ONLY_BESIDE_THE_ARROW if found.rule is Rule.ARROW else ()),
            )
        },
    }


def _rule_with_words(edition: Edition, record: TrackRecord, rule: Rule) -> dict[str, Any]:
    found = record.beside(rule)
    ahead = leads_sentence(record.indicators, rule, lambda name: title_of(edition, name))
    return {"says": [*rule_sentences(found), *([ahead] if ahead else [])], **_rule(found)}


def _test(edition: Edition, test: ListedTest) -> dict[str, Any]:
    return {
        "title": heading(test),
        "against": test.against,
        "first_year": test.first_year,
        "last_year": test.last_year,
        "indicators": list(test.indicators),
        "criteria": [_criterion(edition, criterion) for criterion in test.criteria],
    }


def _criterion(edition: Edition, criterion: Criterion) -> dict[str, Any]:
    beside = dict(criterion.each_beside)
    return {
        "id": criterion.id,
        "asks": CRITERIA[criterion.id],
        "met": criterion.met,
        "says": criterion_sentence(criterion, lambda name: title_of(edition, name)),
        "whole": held(criterion.whole),
        "whole_of_the_rule": criterion.beside and held(criterion.beside),
        "any_at_all": criterion.anyone and held(criterion.anyone),
        "largest_by_size": criterion.largest and held(criterion.largest),
        "indicators_that_meet_it": held(criterion.indicators_that_meet_it),
        "each": [
            {
                "indicator": name,
                **held(found),
                "of_the_rule": held(beside[name]) if name in beside else None,
                "met": criterion.holds(name) if found.of else None,
            }
            for name, found in criterion.each
        ],
    }
