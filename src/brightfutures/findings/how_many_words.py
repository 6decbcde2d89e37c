"""How many a figure counts: "1 child", "640 of 1,300 referrals", "2,900 cases for 170 workers"."""

from __future__ import annotations

from brightfutures.catalogue import Catalogue, Indicator, IndicatorKind, Stage
from brightfutures.findings.figures import children_words, number
from brightfutures.measures.results import Cell, Gap

ONE_OF: dict[str, str] = {"children": "child", "enquiries": "enquiry", "vacancies": "vacancy"}
"""The singular of what is counted, where it is more than the plural without its last letter."""

WHOLE_TIME = "full-time equivalent "


def counted_here(catalogue: Catalogue, indicator: Indicator, cell: Cell) -> str | None:
    """How many of whom are counted, as the words after "Here that is"; None where none are.

    A rate of children is of all who live here, which goes without saying.
    """
    if indicator.kind not in (IndicatorKind.RATE, IndicatorKind.PROPORTION):
        return None
    if cell.numerator is None or cell.denominator is None or number(cell.denominator) == "0":
        return None
    what = catalogue.series[indicator.numerator[0]].unit
    if indicator.stage is Stage.WORKFORCE and what.startswith(WHOLE_TIME):
        return _of_workers(cell, what)
    if indicator.stage is Stage.WORKFORCE:
        whole = catalogue.series[indicator.denominator[-1]].unit.removeprefix(WHOLE_TIME)
        return f"{so_many(cell.numerator, what)} for {so_many(cell.denominator, whole)}"
    if indicator.kind is IndicatorKind.RATE:
        return so_many(cell.numerator, what)
    return f"{number(cell.numerator)} of {so_many(cell.denominator, what)}"


def _of_workers(cell: Cell, what: str) -> str:
    """Workers and posts are counted as if each were full time."""
    whole = "posts" if what.endswith("vacancies") else "social workers"
    of = so_many(cell.denominator or 0.0, whole)
    return f"{number(cell.numerator or 0.0)} of {of}, counted as full time"


def gap_words(catalogue: Catalogue, indicator: Indicator, gap: Gap | None) -> str | None:
    """How many the gap is, with its range, as the words after "The gap is"; None for none."""
    if gap is None or gap.children is None:
        return None
    what = catalogue.series[indicator.numerator[0]].unit.removeprefix(WHOLE_TIME)
    side = "more" if gap.children > 0 else "fewer"
    said = f"about {children_words(gap.children)} {side} {_noun(_shown(gap.children), what)}"
    if gap.children_low is None or gap.children_high is None:
        return said
    if gap.children_low <= 0 <= gap.children_high:
        return said
    low, high = sorted((abs(gap.children_low), abs(gap.children_high)))
    if children_words(low) == children_words(high):
        return said
    return f"{said}, likely {children_words(low)} to {children_words(high)}"


def so_many(count: float, what: str) -> str:
    """A count with its noun, in the singular for one."""
    return f"{number(count)} {_noun(count, what)}"


def _shown(count: float) -> float:
    return float(children_words(count).replace(",", ""))


def _noun(count: float, what: str) -> str:
    """What is counted, in the singular where the count is shown as one."""
    if number(count) != "1":
        return what
    return ONE_OF.get(what, what.removesuffix("s"))
