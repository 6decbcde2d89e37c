"""Rules about how a form was filled in: round figures, last year's figures, and catch-all lines."""

from __future__ import annotations

from collections.abc import Iterator

from brightfutures.catalogue.checks import CheckRule
from brightfutures.money.checks.question import ReturnQuestion
from brightfutures.money.checks.subject import Subject
from brightfutures.money.finance_returns import BEFORE_INCOME, INCOME


def round_figures(subject: Subject, rule: CheckRule) -> Iterator[ReturnQuestion]:
    """More figures that end in round thousands than chance gives."""
    figures = [
        (line, pounds)
        for line in subject.tree.leaves
        for measure in (BEFORE_INCOME, INCOME)
        if (pounds := subject.now.pounds(line, measure)) is not None and pounds > 0
    ]
    step = rule.parameters["round_to_pounds"]
    round_ones = [line for line, pounds in figures if abs(pounds - step * round(pounds / step)) < 1]
    if len(round_ones) >= rule.parameters["fewest_figures"] and len(round_ones) >= rule.parameters[
        "share"
    ] * len(figures):
        yield subject.question(
            rule,
            None,
            unit="figures",
            value=float(len(round_ones)),
            high=rule.parameters["fewest_figures"] - 1,
            other_lines=tuple(dict.fromkeys(round_ones)),
            facts={"of": float(len(figures)), "step": step},
        )


def same_figure_as_last_year(subject: Subject, rule: CheckRule) -> Iterator[ReturnQuestion]:
    """A figure that is the last year's to the pound, in a return that is otherwise new."""
    if len(same := _same(subject, rule)) * 2 < len(subject.tree.leaves):
        for line, year, pounds in same:
            yield subject.question(
                rule, line, value=pounds, facts={"last_pounds": pounds, "last_year": year}
            )


def same_return_as_last_year(subject: Subject, rule: CheckRule) -> Iterator[ReturnQuestion]:
    """Half of the lines or more are the last year's to the pound."""
    same = _same(subject, rule)
    if same and len(same) * 2 >= len(subject.tree.leaves):
        yield subject.question(
            rule,
            None,
            unit="figures",
            value=float(len(same)),
            other_lines=tuple(line for line, _, _ in same),
            facts={"of": float(len(subject.tree.leaves)), "last_year": same[0][1]},
        )


def share_of_total(subject: Subject, rule: CheckRule) -> Iterator[ReturnQuestion]:
    """Lines that should be small hold a larger share of the total than in nearly all councils."""
    top = subject.tree.top
    total = subject.now.pounds(top) if top else None
    lines = subject.lines(rule)
    told = [pounds for line in lines if (pounds := subject.now.pounds(line)) is not None]
    if top is None or not total or total <= 0 or not lines or len(told) < len(lines):
        return
    bounds = subject.expected(rule, lines[0], None)
    share = sum(told) / total
    if bounds is not None and share > max(bounds[-1], rule.parameters["smallest_share"]):
        yield subject.question(
            rule,
            lines[0],
            unit="share",
            value=share,
            low=0.0,
            high=max(bounds[-1], rule.parameters["smallest_share"]),
            other_lines=lines[1:],
            facts={"pounds": sum(told), "total": total},
        )


def _same(subject: Subject, rule: CheckRule) -> list[tuple[str, str, float]]:
    smallest = rule.parameters["smallest_pounds"]
    return [
        (line, last[0], pounds)
        for line in subject.tree.leaves
        if (last := subject.last(line)) is not None
        and (pounds := subject.now.pounds(line)) is not None
        and abs(pounds - last[1]) < 1
        and pounds >= smallest
    ]
