"""Budget against outturn in words: by how much, how usual that was, and what it is not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from brightfutures.catalogue.spending import SpendLine
from brightfutures.findings.figures import missing_sentences, number
from brightfutures.findings.place_names import placed
from brightfutures.findings.pounds_words import large_pounds, share_words
from brightfutures.findings.spend_words import NO_RANGE
from brightfutures.money.overspend import HowUsual, Overspend
from brightfutures.quantities import Missing

SAME_POUNDS = 500.0
"""Returns are in thousands: a smaller difference is none."""

LEAST_BUDGET_POUNDS = 100_000.0
"""Of a smaller budget no share is told: it would be of hundreds in the hundred, and say nothing."""

TWO_RETURNS = (
    "Budget and outturn come from two returns, so a cost may stand on one line in the budget and "
    "on another in the outturn: the total is surer than its lines."
)

WHAT_IT_IS = f"{NO_RANGE} {TWO_RETURNS}"
"""What to know of an overspend from the published returns."""


def overspend_sentence(council: str, one: Overspend, line: SpendLine) -> str:
    """By how many pounds a council spent more than its budget on a line, or less."""
    over, budget = one.over_pounds, one.budget_pounds
    on = line.spent_on
    if isinstance(over, Missing) or isinstance(budget, Missing):
        return _not_known(council, one, on)
    outturn = budget + over
    opening = f"In {one.period} {placed(council)}"
    if abs(budget) < SAME_POUNDS and abs(outturn) < SAME_POUNDS:
        return f"{opening} had no budget for {on}, and spent nothing on it."
    if abs(over) < SAME_POUNDS:
        return f"{opening} spent its budget on {on}, {large_pounds(budget)}."
    if budget <= 0:
        none = "no budget" if budget == 0 else "a budget below nought"
        return f"{opening} had {none} for {on}, and spent {large_pounds(outturn)}."
    more = "more" if over > 0 else "less"
    told = (
        f"{opening} spent {large_pounds(abs(over))} {more} than its budget on {on}: "
        f"{large_pounds(outturn)} against {large_pounds(budget)}"
    )
    if budget < LEAST_BUDGET_POUNDS:
        return f"{told}."
    as_share = (
        f"{number(outturn / budget, 1)} times as much"
        if outturn >= 2 * budget
        else f"{share_words(abs(over) / budget)} {more}"
    )
    return f"{told}, or {as_share}."


def _not_known(council: str, one: Overspend, on: str) -> str:
    lacking = [
        (word, value)
        for word, value in (("budget", one.budget_pounds), ("outturn", one.outturn_pounds))
        if isinstance(value, Missing)
    ]
    words = " and no ".join(word for word, _ in lacking)
    why = " ".join(dict.fromkeys(missing_sentences(value) for _, value in lacking))
    return f"For {one.period} there is no {words} of {placed(council)} on {on}. {why}"


def how_usual_sentence(usual: HowUsual) -> str:
    """How many councils spent more than their budget on the same line in the same year."""
    if usual.share_over is None or usual.middle_share is None:
        return f"No council has both a budget and an outturn of it in {usual.period}."
    councils = "council" if usual.councils == 1 else "councils"
    opening = (
        f"In that year {number(usual.over)} of {number(usual.councils)} {councils} spent more than "
        f"their budget on it ({share_words(usual.share_over)})"
    )
    middle = share_words(abs(usual.middle_share))
    if middle == "0%":
        return f"{opening}, and the one in the middle its budget."
    more = "more" if usual.middle_share > 0 else "less"
    return f"{opening}, and the one in the middle {middle} {more}."


def lines_sentence(lines: Sequence[Overspend], titles: Mapping[str, SpendLine]) -> str:
    """On which line most was spent over its budget, and on which most was left; total excepted."""
    known: list[tuple[float, Overspend]] = []
    for one in lines:
        pounds = one.over_pounds
        if not isinstance(pounds, Missing) and abs(pounds) >= SAME_POUNDS:
            known.append((pounds, one))
    over = max(known, key=lambda entry: entry[0], default=None)
    under = min(known, key=lambda entry: entry[0], default=None)
    parts = []
    if over is not None and over[0] > 0:
        parts.append(
            f"the most over its budget was spent on {titles[over[1].line].spent_on} "
            f"({large_pounds(over[0])})"
        )
    if under is not None and under[0] < 0:
        parts.append(
            f"the most was left of the budget for {titles[under[1].line].spent_on} "
            f"({large_pounds(-under[0])})"
        )
    return f"Of its lines, {', and '.join(parts)}." if parts else ""
