"""Every figure that a council's page about money tells, part by part: its CSV, and a sheet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from brightfutures.delivery.chosen_comparison import ChosenComparison
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.money import questions_on_return
from brightfutures.delivery.money_cost_figures import figures_of_cost
from brightfutures.delivery.money_figure import EACH_CHILD, POUNDS, SHARE, MoneyFigure
from brightfutures.delivery.money_figures import (
    figures_of_budgets,
    figures_of_lines,
    figures_of_prevention,
    figures_of_returns,
    figures_of_years,
)
from brightfutures.delivery.money_sources import rows_of_question, rows_of_spend
from brightfutures.delivery.return_checks import questions_on
from brightfutures.findings.check_words import (
    look_at_sentence,
    question_sentence,
    question_title,
)
from brightfutures.findings.comparison_words import Whom
from brightfutures.findings.money import GapWords, MoneyFindings
from brightfutures.findings.unit_cost_words import ASKED_ABOUT, beside_cost_sentence, cost_sentence
from brightfutures.money.checks.cost_asked_about import asks_about_cost
from brightfutures.money.checks.question import ReturnQuestion
from brightfutures.money.gap_result import GapSplit
from brightfutures.quantities import Missing, Money, Reason

GAP = "The gap"
QUESTIONS = "Questions on the return"

NOT_SENT = Missing((Reason.NOT_RETURNED,))
"""Only what was not returned is asked about without a figure."""


def council_figures(
    edition: Edition, found: MoneyFindings, chosen: ChosenComparison
) -> Iterator[MoneyFigure]:
    """All but the returns' own lines, in the order of the page."""
    money, beside = found.money, chosen.whom.heading
    name, code = money.area.name, money.area.code
    for gap in found.gaps:
        yield from _figures_of_gap(edition, found, gap, beside)
    if money.period is not None:
        yield from figures_of_lines(edition, name, beside, code, money.period, money.lines)
    yield from figures_of_years(edition, name, money.history, code)
    yield from figures_of_years(edition, beside, money.history_beside)
    yield from _figures_of_costs(edition, found, chosen.whom)
    yield from figures_of_prevention(edition, code, name, money.prevention)
    yield from figures_of_budgets(edition, code, name, money.overspends)
    for question in questions_on_return(edition, money):
        yield _figure_of_question(edition, name, code, question)


def every_council_figure(
    edition: Edition, found: MoneyFindings, chosen: ChosenComparison
) -> Iterator[MoneyFigure]:
    """All of the page, and every line and year of the returns."""
    yield from council_figures(edition, found, chosen)
    yield from figures_of_returns(edition, found.money.area.code, found.money.area.name)


def _figures_of_gap(
    edition: Edition, found: MoneyFindings, gap: GapWords, beside: str
) -> Iterator[MoneyFigure]:
    """Both ends, each part with its range, their sum, and the other average; or why none."""
    level, split = gap.level.level, gap.level.split
    plain = MoneyFigure(
        part=GAP,
        about=level.title,
        id=level.id,
        whose=found.money.area.name,
        period=found.money.period or "",
        told_as="The gap",
        unit=EACH_CHILD,
        value=split if isinstance(split, Missing) else split.gap,
    )
    if not isinstance(split, GapSplit):
        yield replace(plain, words=gap.why_not)
        return
    spending = replace(plain, told_as="Spending")
    together = f"{beside} together"
    yield replace(spending, whose=together, value=split.theirs_per_child, words=gap.left_out)
    for part, said in zip(split.parts, gap.parts, strict=True):
        yield replace(
            plain,
            told_as=f"Part: {said.title}",
            value=part.pounds_per_child,
            low=part.low,
            high=part.high,
            words=said.sentence,
        )
    yield replace(plain, told_as="The gap: the sum of the parts", words=gap.rounded)
    behind = rows_of_spend(edition, found.money.area.code, plain.period, level.line)
    yield replace(spending, value=split.ours_per_child, behind=behind)
    yield replace(
        plain,
        told_as="Gap from the mean of their rates",
        value=split.gap_from_mean_of_rates,
        words=gap.mean,
    )


def _figures_of_costs(edition: Edition, found: MoneyFindings, whom: Whom) -> Iterator[MoneyFigure]:
    name, code = found.money.area.name, found.money.area.code
    for one in found.money.unit_costs:
        asked = questions_on(edition, code, one.ours.period)
        mark = asks_about_cost(asked, edition.catalogue.checks, one.kind.line)
        told = isinstance(one.ours.weekly, Money)
        words = f"{cost_sentence(name, one.ours)} {ASKED_ABOUT if mark and told else ''}".strip()
        yield from figures_of_cost(edition, one.kind, name, one.ours, words, code)
        if one.theirs is not None:
            names = {area: edition.name_of(area) for area in one.beside}
            words = beside_cost_sentence(one.theirs, names, whom)
            yield from figures_of_cost(edition, one.kind, whom.heading, one.theirs, words)


UNIT_OF_QUESTION = {
    "pounds": POUNDS,
    "pounds_per_child": EACH_CHILD,
    "share": SHARE,
    "figures": "figures",
}
"""The unit of what is asked about, as all figures of a file have it."""


def _figure_of_question(
    edition: Edition, name: str, code: str, question: ReturnQuestion
) -> MoneyFigure:
    catalogue = edition.catalogue
    sentence = question_sentence(catalogue, question)
    return MoneyFigure(
        part=QUESTIONS,
        about=question_title(catalogue, question),
        id=question.rule,
        within=question.line,
        whose=name,
        period=question.period,
        told_as=f"Figure asked about ({question.severity.value.replace('_', ' ')})",
        unit=UNIT_OF_QUESTION[question.unit],
        value=NOT_SENT if question.value is None else question.value,
        low=question.low,
        high=question.high,
        words=f"{sentence} {look_at_sentence(catalogue, question)}",
        account=catalogue.spending.accounts[question.account].title,
        behind=rows_of_question(edition, code, question),
    )
