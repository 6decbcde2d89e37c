"""Rules of arithmetic: what must add up, within the rounding of a return in thousands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from brightfutures.catalogue.checks import CheckRule
from brightfutures.money.checks.council_return import PROVIDERS, RUNNING_COSTS
from brightfutures.money.checks.question import ReturnQuestion
from brightfutures.money.checks.subject import Subject
from brightfutures.money.finance_returns import AFTER_INCOME, BEFORE_INCOME, INCOME


def net_is_spending_less_income(subject: Subject, rule: CheckRule) -> Iterator[ReturnQuestion]:
    """Spending after income that is not spending before it, less the income."""
    for line in subject.lines(rule):
        spend, income, net = (
            subject.now.pounds(line, one) for one in (BEFORE_INCOME, INCOME, AFTER_INCOME)
        )
        if spend is None or income is None or net is None:
            continue
        if abs(spend - income - net) > _room(rule, 3):
            facts = {"spend": spend, "income": income}
            right = spend - income
            yield subject.question(
                rule, line, measure=AFTER_INCOME, value=net, low=right, high=right, facts=facts
            )


def parts_make_total(subject: Subject, rule: CheckRule) -> Iterator[ReturnQuestion]:
    """A total that is not the sum of its parts, in any of the three ways of telling it."""
    for line, measure, total, parts in _totals(subject):
        added = sum(parts.values())
        room = _room(rule, len(parts) + 1)
        if abs(total - added) > room and not _one_part(total - added, parts, room):
            yield subject.question(
                rule,
                line,
                measure=measure,
                value=total,
                low=added,
                high=added,
                other_lines=tuple(parts),
            )
            return


def part_counted_twice(subject: Subject, rule: CheckRule) -> Iterator[ReturnQuestion]:
    """A total beside the sum of its parts by exactly one part: counted twice, or left out."""
    for line, measure, total, parts in _totals(subject):
        room = _room(rule, len(parts) + 1)
        gap = total - sum(parts.values())
        part = _one_part(gap, parts, room) if abs(gap) > room else None
        if part is not None:
            yield subject.question(
                rule,
                line,
                measure=measure,
                value=total,
                low=total - gap,
                high=total - gap,
                other_lines=(part,),
                facts={"how": "twice" if gap > 0 else "left out"},
            )
            return


def part_over_total(subject: Subject, rule: CheckRule) -> Iterator[ReturnQuestion]:
    """An ‘of which’ that is more than what it is part of, though no part is below nought."""
    for line, measure, total, parts in _totals(subject, every=False):
        if measure != BEFORE_INCOME or min(parts.values(), default=0.0) < 0:
            continue
        for part, pounds in parts.items():
            if pounds > total + _room(rule, 2):
                facts = {"total": total}
                yield subject.question(
                    rule, part, value=pounds, low=0.0, high=total, other_lines=(line,), facts=facts
                )


def providers_make_spending(subject: Subject, rule: CheckRule) -> Iterator[ReturnQuestion]:
    """What was bought from each kind of provider does not add up to the spending."""
    yield from _split(subject, rule, PROVIDERS)


def running_costs_make_spending(subject: Subject, rule: CheckRule) -> Iterator[ReturnQuestion]:
    """Employees and running expenses do not add up to the spending."""
    yield from _split(subject, rule, RUNNING_COSTS)


def _split(subject: Subject, rule: CheckRule, measures: Sequence[str]) -> Iterator[ReturnQuestion]:
    for line in subject.lines(rule):
        spend = subject.now.pounds(line)
        shares = [subject.now.pounds(line, one) for one in measures]
        known = [share for share in shares if share is not None]
        if spend is None or len(known) < len(shares):
            continue
        if abs(spend - sum(known)) > _room(rule, len(known) + 1):
            yield subject.question(
                rule,
                line,
                value=spend,
                low=sum(known),
                high=sum(known),
                facts={"parts": sum(known)},
            )


def _totals(
    subject: Subject, *, every: bool = True
) -> Iterator[tuple[str, str, float, dict[str, float]]]:
    """Totals with their parts by measure; with `every`, only those all of whose parts are told.

    A total that was not broken down is asked about by another rule.
    """
    for line, names in subject.tree.parts_of.items():
        if not any(subject.now.pounds(part) for part in names):
            continue
        for measure in (BEFORE_INCOME, INCOME, AFTER_INCOME):
            total = subject.now.pounds(line, measure)
            told = {part: subject.now.pounds(part, measure) for part in names}
            parts = {part: pounds for part, pounds in told.items() if pounds is not None}
            if total is not None and (len(parts) == len(names) or not every):
                yield line, measure, total, parts


def _one_part(gap: float, parts: dict[str, float], room: float) -> str | None:
    """The only part that is as large as what is over or wanting."""
    fitting = [part for part, pounds in parts.items() if abs(abs(gap) - pounds) <= room < pounds]
    return fitting[0] if len(fitting) == 1 else None


def _room(rule: CheckRule, figures: int) -> float:
    """How far figures rounded each by half of `rounding_pounds` may be from adding up."""
    return rule.parameters["rounding_pounds"] * figures / 2 + 0.5
