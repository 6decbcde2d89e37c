"""Which function works out which kind of rule, by the name that the catalogue uses."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType

from brightfutures.catalogue.checks import CheckRule
from brightfutures.money.checks import (
    activity,
    change,
    cost,
    habit,
    other_accounts,
    places,
    returned,
    signs,
    sums,
)
from brightfutures.money.checks.question import ReturnQuestion
from brightfutures.money.checks.subject import Subject

Check = Callable[[Subject, CheckRule], Iterable[ReturnQuestion]]

CHECKS: Mapping[str, Check] = MappingProxyType(
    {
        function.__name__: function
        for function in (
            returned.missing_return,
            returned.line_left_blank,
            returned.parts_not_told,
            sums.net_is_spending_less_income,
            sums.parts_make_total,
            sums.part_counted_twice,
            sums.part_over_total,
            sums.providers_make_spending,
            sums.running_costs_make_spending,
            signs.negative,
            signs.negative_income,
            signs.sign_turned,
            signs.income_over_spending,
            signs.line_in_wrong_thousands,
            signs.return_in_wrong_thousands,
            change.jump_in_spending,
            change.jump_in_total,
            change.jump_in_income,
            change.fell_to_nothing,
            change.appeared_from_nothing,
            change.far_from_own_past,
            places.swapped_lines,
            places.moved_between_lines,
            cost.cost_per_child,
            cost.far_from_similar,
            activity.spending_without_children,
            activity.children_without_spending,
            habit.round_figures,
            habit.same_figure_as_last_year,
            habit.same_return_as_last_year,
            habit.share_of_total,
            other_accounts.differs_from_section_251,
            other_accounts.far_from_budget,
        )
    }
)


def asked_by(subject: Subject, rules: Iterable[CheckRule]) -> Iterator[ReturnQuestion]:
    """Every question of every rule, in the order of the rules.

    Of a return without a figure only what was returned is asked, so that it is asked once.
    """
    for rule in rules:
        if subject.now.holds_figures or rule.check == returned.missing_return.__name__:
            yield from CHECKS[rule.check](subject, rule)
