"""Budget and outturn of a council or of England in words, year by year."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from brightfutures.catalogue.spending import SpendLine
from brightfutures.findings.overspend_words import (
    how_usual_sentence,
    lines_sentence,
    overspend_sentence,
)
from brightfutures.money.overspend import HowUsual, Overspend
from brightfutures.money.prevention import TOTAL
from brightfutures.quantities import Missing


@dataclass(frozen=True, kw_only=True)
class BudgetWords:
    """One year's budget and outturn: what is said of the total, how usual it was, its lines."""

    period: str
    sentences: tuple[str, ...]


def budgets_in_words(
    name: str,
    overspends: Mapping[str, Sequence[Overspend]],
    how_usual: Callable[[str], HowUsual],
    titles: Mapping[str, SpendLine],
) -> tuple[BudgetWords, ...]:
    """One entry for each year of which both budget and outturn are known; all are by year."""
    found = []
    for period, lines in overspends.items():
        total = next((one for one in lines if one.line == TOTAL), None)
        if total is None or isinstance(total.over_pounds, Missing):
            continue
        said = (
            overspend_sentence(name, total, titles[TOTAL]),
            how_usual_sentence(how_usual(period)),
            lines_sentence([one for one in lines if one.line != TOTAL], titles),
        )
        found.append(BudgetWords(period=period, sentences=tuple(filter(None, said))))
    return tuple(found)
