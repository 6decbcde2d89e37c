"""How many planted errors the checks find, by kind and by size, and what they ask without any.

An error is found where a question names its line, the whole return, or, where the totals were
left as they were, a total above it. It is found anew where that question was not asked of the
return as it was sent: another rule, or the same about a figure on the other side of what is usual.
The share of lines asked about as sent says how much of the finding is chance.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from brightfutures.money.checks.chosen import chosen
from brightfutures.money.checks.council_return import CouncilReturn
from brightfutures.money.checks.planted import (
    KINDS,
    in_other_units,
    not_sent,
    sent_again,
    with_line_changed,
    with_lines_swapped,
)
from brightfutures.money.checks.question import ReturnQuestion
from brightfutures.money.checks.return_checks import ReturnChecks
from brightfutures.money.finance_returns import OUTTURN

Mark = tuple[str, bool]

SIZES = (
    (300_000.0, 1_000_000.0),
    (1_000_000.0, 3_000_000.0),
    (3_000_000.0, 10_000_000.0),
    (1e7, 1e12),
)
"""Size classes of a line, in pounds as sent: from, and up to."""

EVERY_KIND = tuple(kind.name for kind in KINDS)

FAR_APART = 1.5
"""Two lines are swapped in the trial only where one is this many times the other, or more."""


@dataclass(frozen=True)
class Planted:
    """One error planted: where, how large the line was as sent, and what became of it."""

    kind: str
    carried: bool
    council: str
    line: str
    pounds: float
    asked_as_sent: bool
    found: bool
    found_anew: bool
    by: tuple[str, ...]


def questions_as_sent(
    checks: ReturnChecks, councils: Sequence[str], period: str, account: str = OUTTURN
) -> dict[str, int]:
    """How many questions each council's return raises as it was sent; those with a return only."""
    return {
        council: len(checks.questions(council, period, account))
        for council in councils
        if checks.published(council, period, account).holds_figures
    }


def plant_in_lines(
    checks: ReturnChecks,
    councils: Sequence[str],
    period: str,
    account: str = OUTTURN,
    kinds: Sequence[str] = EVERY_KIND,
) -> Iterator[Planted]:
    """Every kind of error in every line of every council, one at a time, carried and not."""
    for council in councils:
        told = checks.published(council, period, account)
        tree = checks.tree(account, period)
        clean = checks.all_of_return(council, told)
        for line in tree.leaves:
            pounds = told.pounds(line)
            if pounds is None or pounds < SIZES[0][0]:
                continue
            for kind in KINDS:
                if kind.name not in kinds:
                    continue
                for carried in (True, False):
                    planted = with_line_changed(
                        told, tree, line, kind.becomes(pounds), carried=carried
                    )
                    yield _outcome(
                        checks, council, clean, planted, (line,), kind.name, carried, pounds
                    )


def plant_swaps(
    checks: ReturnChecks,
    councils: Sequence[str],
    period: str,
    seed: int,
    account: str = OUTTURN,
    each: int = 3,
) -> Iterator[Planted]:
    """Pairs of lines exchanged, `each` drawn by lot for every council."""
    lot = np.random.default_rng(seed)
    for council in sorted(councils):
        told = checks.published(council, period, account)
        tree = checks.tree(account, period)
        clean = checks.all_of_return(council, told)
        large = {
            line: pounds
            for line in tree.leaves
            if (pounds := told.pounds(line)) is not None and pounds >= SIZES[0][0]
        }
        pairs = [
            (one, other)
            for one, other in combinations(large, 2)
            if max(large[one], large[other]) >= FAR_APART * min(large[one], large[other])
        ]
        for at in lot.permutation(len(pairs))[:each].tolist():
            planted = with_lines_swapped(told, tree, *pairs[at])
            size = min(large[line] for line in pairs[at])
            yield _outcome(checks, council, clean, planted, pairs[at], "swapped", True, size)


def plant_in_whole(
    checks: ReturnChecks, councils: Sequence[str], period: str, account: str = OUTTURN
) -> Iterator[Planted]:
    """Errors of whole returns: in pounds, in millions, last year's again, and none."""
    before = checks.periods(account)[checks.periods(account).index(period) - 1]
    for council in councils:
        told = checks.published(council, period, account)
        if not told.holds_figures:
            continue
        clean = checks.all_of_return(council, told)
        top = checks.tree(account, period).top or ""
        pounds = told.pounds(top) or 0.0
        last = checks.published(council, before, account)
        trials = [
            ("in pounds", in_other_units(told, 1_000.0)),
            ("in millions", in_other_units(told, 0.001)),
            ("not sent", not_sent(told)),
        ]
        if last.holds_figures:
            trials.append(("last year’s again", sent_again(told, last)))
        for name, planted in trials:
            yield _outcome(checks, council, clean, planted, (top,), name, True, pounds)


def _outcome(
    checks: ReturnChecks,
    council: str,
    clean: Sequence[ReturnQuestion],
    planted: CouncilReturn,
    lines: tuple[str, ...],
    kind: str,
    carried: bool,
    pounds: float,
) -> Planted:
    tree = checks.tree(planted.account, planted.period)
    named = {*lines, *(tree.above(lines[0]) if not carried else ())}
    asked = checks.all_of_return(council, planted)
    about = {_mark(one) for one in asked if _names(one, named)}
    before = {_mark(one) for one in clean if _names(one, named)}
    return Planted(
        kind,
        carried,
        council,
        lines[0],
        pounds,
        asked_as_sent=bool(before),
        found=any(_names(one, named) for one in chosen(asked)),
        found_anew=bool(about - before),
        by=tuple(sorted({rule for rule, _ in about - before})),
    )


def _mark(question: ReturnQuestion) -> Mark:
    """The rule, and whether the figure is above what was expected."""
    above = (
        question.high is not None and question.value is not None and question.value > question.high
    )
    return question.rule, above


def _names(question: ReturnQuestion, lines: set[str]) -> bool:
    return question.line is None or bool(lines & {question.line, *question.other_lines})
