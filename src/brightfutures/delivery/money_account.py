"""A council's money as plain data, schema 1: the same for its page's JSON and for the command."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from brightfutures.delivery.chosen_comparison import ChosenComparison, comparison_account
from brightfutures.delivery.council_account import preamble
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.explain import (
    number_or_null,
    pounds_or_null,
    price_year_or_null,
    reasons_of,
)
from brightfutures.delivery.money import asks_first, money_of, questions_on_return
from brightfutures.delivery.money_rows import lines_account
from brightfutures.delivery.return_checks import costs_asked_about
from brightfutures.findings.check_words import look_at_sentence, question_sentence
from brightfutures.findings.money import GapWords, MoneyFindings
from brightfutures.money.checks.question import ReturnQuestion
from brightfutures.money.council_money import LineOfYear, UnitCostBeside
from brightfutures.money.gap_result import GapSplit, NoPrice
from brightfutures.money.overspend import Overspend
from brightfutures.money.per_child import PerChild
from brightfutures.money.prevention import RULES, PreventionYear
from brightfutures.money.unit_cost import UnitCost
from brightfutures.quantities import Area, Missing


def money_account(
    edition: Edition, area: Area, chosen: ChosenComparison, period: str | None = None
) -> dict[str, Any]:
    """One council's money; of the newest year it returned unless another is asked for."""
    found = money_of(edition, area, chosen.against, chosen.whom, period)
    money = found.money
    return {
        **preamble(edition, area),
        "stage": "money",
        "compared_with": comparison_account(edition, chosen),
        "headline": found.headline,
        "lead": list(found.lead),
        "year": money.period,
        "newest_year_of_the_return": money.newest,
        "spend_per_child": per_child_account(money.ours),
        "spend_per_child_beside": per_child_account(money.theirs) if money.theirs else None,
        "gaps": [_gap(edition, one) for one in found.gaps],
        "how_sure": found.how_sure or None,
        "ask_first": [asdict(one) for one in asks_first(edition, found)],
        "lines_of_the_year": [line_account(edition, one) for one in money.lines],
        "lines_beside": list(found.lines_beside),
        "lines": lines_account(edition, area.code),
        "through_the_years": {
            "price_year": money.newest,
            "sentences": list(found.over_time),
            "breaks": [asdict(one) for one in money.breaks],
            "here": [per_child_account(one) for one in money.history],
            "beside": [per_child_account(one) for one in money.history_beside],
        },
        "prevention": {
            "sentences": list(found.prevention),
            "breaks": [asdict(one) for one in edition.books.prevention.breaks()],
            "years": [prevention_account(one) for one in money.prevention],
        },
        "unit_costs": [_unit_cost(edition, area, one) for one in money.unit_costs],
        "budgets": _budgets(found),
        "own_cuts": list(found.own_cuts),
        "checks": [check_account(edition, one) for one in questions_on_return(edition, money)],
        "notes_of_the_year": list(found.notes_of_the_year),
        "notes": list(found.notes),
        "area_notes": list(found.area_notes),
    }


def per_child_account(one: PerChild) -> dict[str, Any]:
    """Spend for each child of one year: pounds, children, cash and real terms."""
    return {
        "year": one.period,
        "pounds": number_or_null(one.pounds),
        "children": number_or_null(one.children),
        "per_child_pounds": pounds_or_null(one.cash),
        "per_child_pounds_in_real_terms": pounds_or_null(one.real),
        "price_year": price_year_or_null(one.real),
        "missing": reasons_of(one.cash),
        "councils": one.councils,
        "left_out": [code for code, _ in one.left_out],
    }


def _gap(edition: Edition, words: GapWords) -> dict[str, Any]:
    level, split = words.level.level, words.level.split
    told: dict[str, Any] = {
        "level": level.id,
        "title": level.title,
        "line": level.line,
        "missing": reasons_of(split) if isinstance(split, Missing) else [],
        "why_not": words.why_not or None,
        "split": None,
    }
    if isinstance(split, GapSplit):
        told["split"] = _split(edition, words, split)
    return told


def _split(edition: Edition, words: GapWords, split: GapSplit) -> dict[str, Any]:
    return {
        "here_per_child_pounds": split.ours_per_child,
        "beside_per_child_pounds": split.theirs_per_child,
        "gap_pounds": split.gap,
        "sum_of_parts_pounds": sum(part.pounds_per_child for part in split.parts),
        "parts": [
            {
                "part": part.cause.value,
                "title": said.title,
                "pounds_per_child": part.pounds_per_child,
                "low": part.low,
                "high": part.high,
                "clear": part.clear,
                "doubt": asdict(part.doubt),
                "by_kind": dict(part.by_kind),
                "sentence": said.sentence,
            }
            for part, said in zip(split.parts, words.parts, strict=True)
        ],
        "in_the_remainder": [
            {
                "line": one.name or None,
                "why": one.why.value,
                "here_per_child_pounds": number_or_null(one.ours_per_child),
                "beside_per_child_pounds": number_or_null(one.theirs_per_child),
            }
            for one in split.in_remainder
        ],
        "behind": asdict(words.level.behind) if words.level.behind else None,
        "another_comparison": {
            "mean_of_their_rates_pounds": split.mean_of_their_rates,
            "gap_from_it_pounds": split.gap_from_mean_of_rates,
            "sentence": words.mean,
        },
        "councils": [_council(edition, code) for code in split.comparators],
        "left_out": [
            {
                **_council(edition, code),
                "missing": reasons_of(why),
                "lines_without_pounds": list(why.kinds) if isinstance(why, NoPrice) else [],
            }
            for code, why in split.left_out
        ],
    }


def _council(edition: Edition, code: str) -> dict[str, str]:
    return {"code": code, "name": edition.name_of(code)}


def line_account(edition: Edition, one: LineOfYear) -> dict[str, Any]:
    """One line of the year that is told, beside the other return and the others."""
    return {
        "line": one.line,
        "title": edition.catalogue.spend_lines[one.line].title,
        "depth": one.depth,
        "spend_pounds": number_or_null(one.spend_pounds),
        "income_pounds": number_or_null(one.income_pounds),
        "net_pounds": number_or_null(one.net_pounds),
        "section_251_spend_pounds": number_or_null(one.section_251_pounds),
        "missing": reasons_of(one.spend_pounds),
        "per_child_pounds": pounds_or_null(one.ours.cash),
        "beside_per_child_pounds": pounds_or_null(one.theirs.cash) if one.theirs else None,
        "beside_councils": one.theirs.councils if one.theirs else None,
        "beside_left_out": [code for code, _ in one.theirs.left_out] if one.theirs else [],
    }


def prevention_account(year: PreventionYear) -> dict[str, Any]:
    """The three shares of one year, or why there are none."""
    shares = {rule.value: number_or_null(year.share(rule)) for rule in RULES}
    return {
        "year": year.period,
        "shares": shares,
        "pounds": {rule.value: number_or_null(year.pounds[rule]) for rule in RULES},
        "total_pounds": number_or_null(year.total_pounds),
        "missing": reasons_of(year.share(RULES[0])),
        "not_read_because": year.unread.value if year.unread else None,
    }


def _unit_cost(edition: Edition, area: Area, one: UnitCostBeside) -> dict[str, Any]:
    """One kind of placement, and whether the checks ask about its cost here."""
    asked = area.code in costs_asked_about(edition, one.kind, one.ours.period)
    return {**unit_cost_account(one), "asked_about_by_the_checks": asked}


def unit_cost_account(one: UnitCostBeside) -> dict[str, Any]:
    """One kind of placement, here and beside."""
    return {
        "kind": one.kind.id,
        "title": one.kind.title,
        "year": one.ours.period,
        "here": cost_account(one.ours),
        "beside": cost_account(one.theirs) if one.theirs else None,
        "beside_councils": one.theirs.councils if one.theirs else None,
    }


def cost_account(cost: UnitCost) -> dict[str, Any]:
    """A weekly cost with its range, the printed one, and a year of one placement."""
    return {
        "weekly_pounds": pounds_or_null(cost.weekly),
        "low": cost.likely.low if cost.likely else None,
        "high": cost.likely.high if cost.likely else None,
        "printed_weekly_pounds": pounds_or_null(cost.printed),
        "one_placement_for_a_year_pounds": pounds_or_null(cost.one_placement),
        "one_placement_for_a_year_as_printed_pounds": pounds_or_null(cost.one_placement_printed),
        "pounds": number_or_null(cost.pounds),
        "children": number_or_null(cost.children),
        "booked_on_another_line": cost.booked_elsewhere,
        "missing": reasons_of(cost.weekly),
    }


def _budgets(found: MoneyFindings) -> list[dict[str, Any]]:
    return [
        {
            "year": one.period,
            "sentences": list(one.sentences),
            "lines": [budget_account(each) for each in found.money.overspends[one.period]],
        }
        for one in found.budgets
    ]


def budget_account(one: Overspend) -> dict[str, Any]:
    """One line's budget beside its outturn, after income."""
    return {
        "line": one.line,
        "budget_pounds": number_or_null(one.budget_pounds),
        "outturn_pounds": number_or_null(one.outturn_pounds),
        "over_pounds": number_or_null(one.over_pounds),
        "over_share": one.over_share,
    }


def check_account(edition: Edition, one: ReturnQuestion) -> dict[str, Any]:
    """One question on the return."""
    return {
        "rule": one.rule,
        "severity": one.severity.value,
        "return": one.account,
        "year": one.period,
        "line": one.line,
        "measure": one.measure,
        "unit": one.unit,
        "value": one.value,
        "expected_from": one.low,
        "expected_to": one.high,
        "sentence": question_sentence(edition.catalogue, one),
        "look_at": look_at_sentence(edition.catalogue, one),
        "also": list(one.also),
    }
