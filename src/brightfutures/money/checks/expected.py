"""What is usual on each line and year, from all councils: worked out once, asked for often."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np

from brightfutures.catalogue.checks import CheckRule
from brightfutures.measures.arrays import Numbers
from brightfutures.money.checks.laid_out import Laid
from brightfutures.money.checks.robust import logs, middle, share_within, usual_range, where_known
from brightfutures.money.checks.subject import NOTHING_BEFORE
from brightfutures.money.finance_returns import (
    AFTER_INCOME,
    BEFORE_INCOME,
    BUDGET,
    BUDGET_AFTER_INCOME,
    INCOME,
    SECTION_251,
)

Bounds = tuple[float, ...] | None


@dataclass(frozen=True, eq=False)
class Usual:
    """The usual ranges of one return. `fewest` councils must be known, or there is none.

    `price_factor` is by what prices rose between two financial years, None where not known;
    `similar` are each council's similar councils by code.
    """

    laid: Laid
    account: str
    price_factor: Callable[[str, str], float | None]
    similar: Mapping[str, Sequence[str]] = field(default_factory=dict)
    fewest: int = 40
    _kept: dict[tuple[str, ...], Bounds] = field(default_factory=dict)
    _beside_similar: dict[tuple[str, str, str], tuple[Numbers, float, float] | None] = field(
        default_factory=dict
    )
    _distances: dict[tuple[str, ...], tuple[Numbers, Numbers] | None] = field(default_factory=dict)

    def bounds(
        self, council: str, period: str, rule: CheckRule, line: str, before: str | None
    ) -> Bounds:
        """The bounds of a rule on a line of a year, kept. Most are the same for every council."""
        if rule.check == "far_from_similar":
            return self._near_similar(council, period, rule, line)
        key = (rule.id, line, period, before or "")
        if key not in self._kept:
            self._kept[key] = self._worked_out(rule, line, period, before)
        return self._kept[key]

    def _worked_out(self, rule: CheckRule, line: str, period: str, before: str | None) -> Bounds:
        match rule.check:
            case "jump_in_spending" | "jump_in_total":
                return self._change(rule, line, BEFORE_INCOME, period, before or "")
            case "jump_in_income":
                return self._change(rule, line, INCOME, period, before or "")
            case "far_from_own_past":
                change = self._middle_change(line, BEFORE_INCOME, period, before or "")
                return (math.exp(change),)
            case "cost_per_child":
                return self._each(rule, line, period, before)
            case "share_of_total":
                return self._share(rule, period)
            case "differs_from_section_251":
                return self._beside(rule, line, period, BEFORE_INCOME, SECTION_251, BEFORE_INCOME)
            case "far_from_budget":
                return self._beside(rule, line, period, AFTER_INCOME, BUDGET, BUDGET_AFTER_INCOME)
            case _:
                return None

    def _change(self, rule: CheckRule, line: str, measure: str, period: str, before: str) -> Bounds:
        """Lowest and highest ratio to an earlier year: of large lines, then of small ones.

        Between prices alone and the middle council's change nothing is ever asked; beyond both
        there is room for what a declared share of such lines do.
        """
        prices = self.price_factor(before, period)
        usual = self._middle_change(line, measure, period, before)
        centres = (usual, usual if prices is None else math.log(prices))
        found: list[float] = []
        for size, widest in (("large", "widest_change"), ("small", "widest_change_small")):
            room = self._room(rule, line, measure, period, size)
            limit = rule.parameter(widest, self.account)
            room = (
                limit
                if room is None
                else min(max(room, rule.parameters["narrowest_change"]), limit)
            )
            found += [math.exp(min(centres) - room), math.exp(max(centres) + room)]
        return tuple(found)

    def _room(
        self, rule: CheckRule, line: str, measure: str, period: str, size: str
    ) -> float | None:
        """How far a declared share of councils are from the middle one's change, to this year."""
        large = rule.parameters["large_pounds"]
        smallest = rule.parameters["smallest_pounds"]
        kept: list[Numbers] = []
        years = [one for one in self._years() if one <= period]
        for earlier, later in pairwise(years):
            found = self._distance(line, measure, earlier, later)
            if found is not None:
                distance, pounds = found
                which = (
                    pounds >= large if size == "large" else (pounds >= smallest) & (pounds < large)
                )
                kept.append(where_known(distance, which))
        if not kept:
            return None
        return share_within(np.concatenate(kept), rule.parameters["share_of_councils"], self.fewest)

    def _distance(
        self, line: str, measure: str, earlier: str, later: str
    ) -> tuple[Numbers, Numbers] | None:
        """How far each council's change is from the middle one's, and the larger sum in pounds."""
        key = (line, measure, earlier, later)
        if key not in self._distances:
            self._distances[key] = self._distance_of(line, measure, earlier, later)
        return self._distances[key]

    def _distance_of(
        self, line: str, measure: str, earlier: str, later: str
    ) -> tuple[Numbers, Numbers] | None:
        declared = self.laid.catalogue.spending.lines[line]
        if any(earlier < one.period <= later for one in declared.breaks_in(self.account)):
            return None
        one = self.laid.pounds(self.account, line, measure, earlier)
        other = self.laid.pounds(self.account, line, measure, later)
        if one is None or other is None:
            return None
        change = logs(other) - logs(one)
        centre = middle(change, self.fewest // 2)
        if centre is None:
            return None
        return np.abs(change - centre), np.fmax(one, other)

    def _middle_change(self, line: str, measure: str, period: str, before: str) -> float:
        """The middle council's change on a scale of ratios; that of prices where too few returned.

        Where prices are not known either, none is expected.
        """
        one = self.laid.pounds(self.account, line, measure, before)
        other = self.laid.pounds(self.account, line, measure, period)
        if one is not None and other is not None:
            found = middle(logs(other) - logs(one), self.fewest // 2)
            if found is not None:
                return found
        prices = self.price_factor(before, period)
        return 0.0 if prices is None else math.log(prices)

    def _each(self, rule: CheckRule, line: str, period: str, before: str | None) -> Bounds:
        """Lowest and highest usual pounds for each child, in the prices of the year.

        A line with nothing before it is asked about sooner, for no other rule can.
        """
        spreads = rule.parameters["spreads"]
        if before == NOTHING_BEFORE:
            spreads = rule.parameters.get("spreads_with_nothing_before", spreads)
        year = self._newest_with_figures(line, BEFORE_INCOME, period)
        children = self.laid.children(rule.children, year) if year else None
        pounds = self.laid.pounds(self.account, line, BEFORE_INCOME, year) if year else None
        if year is None or children is None or pounds is None:
            return None
        enough = children >= rule.parameters["fewest_children"]
        each = logs(pounds) - logs(where_known(children, enough))
        found = usual_range(each, spreads, self.fewest)
        if found is None:
            return None
        change = 1.0 if year == period else self.price_factor(year, period) or 1.0
        return found[0] * change, found[1] * change

    def _near_similar(self, council: str, period: str, rule: CheckRule, line: str) -> Bounds:
        """Lowest and highest usual pounds for each child beside a council's similar councils."""
        key = (rule.id, line, period)
        if key not in self._beside_similar:
            self._beside_similar[key] = self._distances_from_similar(rule, line, period)
        found = self._beside_similar[key]
        if found is None:
            return None
        theirs, low, high = found
        each = float(theirs[self.laid.places.rows[council]])
        return (each * low, each * high) if math.isfinite(each) else None

    def _distances_from_similar(
        self, rule: CheckRule, line: str, period: str
    ) -> tuple[Numbers, float, float] | None:
        """Similar councils' pounds for each child, and the usual range of ratios to it."""
        pounds = self.laid.pounds(self.account, line, BEFORE_INCOME, period)
        children = self.laid.children(rule.children, period)
        if pounds is None or children is None:
            return None
        known = np.isfinite(pounds) & np.isfinite(children)
        theirs = np.full(len(pounds), np.nan)
        for council, others in self.similar.items():
            rows = [self.laid.places.rows[code] for code in others if code in self.laid.places.rows]
            rows = [row for row in rows if known[row]]
            if len(rows) * 2 > len(others):
                theirs[self.laid.places.rows[council]] = pounds[rows].sum() / children[rows].sum()
        ratio = logs(pounds) - logs(where_known(children, known)) - logs(theirs)
        found = usual_range(ratio, rule.parameters["spreads"], self.fewest)
        return None if found is None else (theirs, *found)

    def _share(self, rule: CheckRule, period: str) -> Bounds:
        """The share of the total that a declared share of councils do not exceed."""
        years = [one for one in self._years() if one <= period]
        year = period if period in years else years[-1] if years else None
        tree = self.laid.tree(self.account, year) if year else None
        if year is None or tree is None or tree.top is None:
            return None
        total = self.laid.pounds(self.account, tree.top, BEFORE_INCOME, year)
        asked = [
            self.laid.pounds(self.account, line, BEFORE_INCOME, year)
            for line in rule.lines
            if line in tree.parent_of
        ]
        told = [one for one in asked if one is not None]
        if total is None or not told:
            return None
        share = np.divide(sum(told), total, out=np.full(total.shape, np.nan), where=total > 0)
        found = share_within(share, rule.parameters["share_of_councils"], self.fewest)
        return None if found is None else (0.0, found)

    def _beside(
        self,
        rule: CheckRule,
        line: str,
        period: str,
        measure: str,
        account: str,
        other_measure: str,
    ) -> Bounds:
        """Lowest and highest usual ratio of this return to another of the same year."""
        one = self.laid.pounds(self.account, line, measure, period)
        other = self.laid.pounds(account, line, other_measure, period)
        if one is None or other is None:
            return None
        ratio = logs(one) - logs(other)
        centre = middle(ratio, self.fewest)
        if centre is None:
            return None
        room = share_within(
            np.abs(ratio - centre), rule.parameters["share_of_councils"], self.fewest
        )
        wide = max(room or 0.0, rule.parameters["narrowest"])
        # What two returns agree on is never asked about, whatever others do.
        return math.exp(min(centre - wide, 0.0)), math.exp(max(centre + wide, 0.0))

    def _years(self) -> tuple[str, ...]:
        panel = self.laid.panels.get(self.account)
        return panel.periods if panel else ()

    def _newest_with_figures(self, line: str, measure: str, period: str) -> str | None:
        """The year itself, or the newest before it, for which enough councils tell the line."""
        for year in reversed([one for one in self._years() if one <= period]):
            pounds = self.laid.pounds(self.account, line, measure, year)
            if pounds is not None and int(np.isfinite(pounds).sum()) >= self.fewest:
                return year
        return None
