"""England's money as plain data, schema 1: the same for its page's JSON and for the command."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from brightfutures.delivery.edition import Edition
from brightfutures.delivery.england_money import england_money_of, questions_of_all
from brightfutures.delivery.explain import SCHEMA, pounds_or_null, price_year_or_null
from brightfutures.delivery.health_check_rows import standing_notice
from brightfutures.delivery.money_account import (
    budget_account,
    cost_account,
    line_account,
    per_child_account,
    prevention_account,
)
from brightfutures.delivery.money_rows import lines_account
from brightfutures.findings.after_cuts_words import WHAT_IT_IS, after_cuts_headline
from brightfutures.findings.england_money import EnglandMoneyFindings
from brightfutures.money.england_money import EnglandMoney, Growth, SpreadOfYear
from brightfutures.money.gap_counts import GapCounts
from brightfutures.money.prevention import RULES
from brightfutures.money.prevention_fifths import PreventionFifth
from brightfutures.quantities import ENGLAND, Money


def england_money_account(edition: Edition) -> dict[str, Any]:
    """All of the page, and every line and year of both returns."""
    found = england_money_of(edition)
    money = found.money
    beside = money.beside_councils
    return {
        "schema": SCHEMA,
        "made_up": edition.store.made_up,
        "notice": standing_notice(edition),
        "data": edition.data_line,
        "area": {"code": ENGLAND, "name": "England"},
        "headline": found.headline,
        "lead": list(found.lead),
        "year": money.period,
        "spend_per_child": per_child_account(money.ours),
        "is_estimate": beside.is_estimate,
        "councils_pounds": beside.councils_pounds,
        "councils_absent": [
            {"code": code, "name": edition.name_of(code), "missing": list(why.reasons)}
            for code, why in beside.absent
        ],
        "lines_of_the_year": [line_account(edition, one) for one in money.lines],
        "lines": lines_account(edition, ENGLAND),
        "through_the_years": {
            "price_year": money.period,
            "breaks": [asdict(one) for one in money.breaks],
            "england": [per_child_account(one) for one in money.history],
        },
        "growth": [_growth(one) for one in money.growth],
        "growth_before_the_break": _growth(money.before_the_break)
        if money.before_the_break
        else None,
        "growth_sentences": list(found.growth),
        "spread": [_spread(one) for one in money.spreads],
        "spread_sentences": [*found.spread, *found.judged, found.sector],
        "gaps": [_gaps(one) for one in money.gaps],
        "gap_sentences": list(found.gaps),
        "prevention": {
            "sentences": list(found.prevention),
            "rules": list(found.rules),
            "lines_that_could_count_either_way": [asdict(one) for one in found.either_way],
            "breaks": [asdict(one) for one in edition.books.prevention.breaks()],
            "years": [prevention_account(one) for one in money.prevention],
            "fifths": [_fifth(edition, one) for one in money.fifths],
            "first_fifths": [_fifth(edition, one) for one in money.first_fifths],
            "grants": _grants(money),
            "grant_sentence": found.grant or None,
        },
        "unit_costs": [
            {
                "kind": one.kind.id,
                "title": one.kind.title,
                "england": cost_account(one.england),
                "councils": one.councils,
                "low_tenth_pounds": one.low_tenth,
                "middle_pounds": one.middle,
                "high_tenth_pounds": one.high_tenth,
            }
            for one in money.unit_costs
        ],
        "unit_costs_by_provider": {
            "sentences": list(found.by_provider),
            "costs": [
                {"kind": cost.kind, "year": cost.period, "who": who, **cost_account(cost)}
                for costs in money.by_provider
                for who, cost in costs.items()
            ],
        },
        "budgets": _budgets(found),
        "after_cuts": _after_cuts(edition),
        "checks": _checks(edition, found),
        "notes": list(found.notes),
    }


def _growth(one: Growth) -> dict[str, Any]:
    return {
        "line": one.line,
        "from": one.first.period,
        "to": one.last.period,
        "then_pounds": one.then.pounds,
        "now_pounds": one.now.pounds,
        "price_year": one.now.price_year if one.same_prices else None,
        "growth_share": one.share,
        "growth_share_per_child": one.share_per_child,
    }


def _spread(one: SpreadOfYear) -> dict[str, Any]:
    return {
        "year": one.period,
        "every": asdict(one.every),
        "judged_on": one.judged.day.isoformat(),
        "good_or_outstanding": len(one.judged.good_or_outstanding),
        "among_good_or_outstanding": asdict(one.among_judged),
    }


def _gaps(one: GapCounts) -> dict[str, Any]:
    return {
        "level": one.level,
        "councils": one.parted,
        "not_parted": {code: list(why.reasons) for code, why in one.not_parted.items()},
        "parts": [asdict(cause) for cause in one.causes],
    }


def _fifth(edition: Edition, one: PreventionFifth) -> dict[str, Any]:
    each = edition.books.prevention.fifth_for_each_child(one).by_rule
    real = {rule: found.real for rule, found in each.items() if isinstance(found.real, Money)}
    return {
        "fifth": one.place,
        "year": one.period,
        "councils": one.councils,
        "shares": {rule.value: one.share(rule) for rule in RULES},
        "per_child_pounds": {rule.value: one.per_child_pounds(rule) for rule in RULES},
        "per_child_pounds_in_real_terms": {
            rule.value: money.pounds for rule, money in real.items()
        },
        "price_year": next(iter(real.values())).price_year,
    }


def _grants(money: EnglandMoney) -> list[dict[str, Any]]:
    return [
        {
            "grant": one.grant,
            "year": one.period,
            "pounds": pounds_or_null(one.cash),
            "pounds_in_real_terms": pounds_or_null(one.real),
            "price_year": price_year_or_null(one.real),
        }
        for one in money.grants
    ]


def _budgets(found: EnglandMoneyFindings) -> list[dict[str, Any]]:
    money = found.money
    return [
        {
            "year": one.period,
            "sentences": list(one.sentences),
            "councils": money.usual[one.period].councils,
            "councils_over": money.usual[one.period].over,
            "lines": [budget_account(each) for each in money.overspends[one.period]],
        }
        for one in found.budgets
    ]


def _after_cuts(edition: Edition) -> dict[str, Any] | None:
    """What followed cuts, every comparison; None where none could be asked for."""
    found = edition.books.after_cuts
    if not found.results:
        return None
    return {
        "headline": after_cuts_headline(found),
        "what_it_is": WHAT_IT_IS,
        "comparisons": [asdict(one) for one in found.results],
    }


def _checks(edition: Edition, found: EnglandMoneyFindings) -> dict[str, Any]:
    asked = questions_of_all(edition)
    return {
        "sentence": found.questions or None,
        "councils": [
            {
                "code": code,
                "name": edition.name_of(code),
                "questions": len(questions),
                "by_severity": {
                    word: sum(one.severity.value == word for one in questions)
                    for word in sorted({one.severity.value for one in questions})
                },
            }
            for code, questions in asked.items()
        ],
    }
