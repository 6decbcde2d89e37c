"""Councils added up beside England's own figure, in words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from brightfutures.catalogue import Series
from brightfutures.findings.figures import listed, number
from brightfutures.findings.place_names import placed
from brightfutures.measures.nation.reconciled import Reconciled, SumAccount
from brightfutures.quantities import Period

EXACT = 0.05
"""A figure nearer to a whole number than this is written whole."""

WITHIN = (0.1, 0.2, 0.5, 1)
"""Per cent: the bounds by which sums are said to agree that rounding does not account for."""

LEAST_SHOWN = 0.1
"""Per cent: a smaller difference is not put in a number."""


def amount(series: Series, value: float) -> str:
    """A count as it is read: 81,766; £1,234; 35,855.4 where it is not whole."""
    whole = series.unit == "pounds" or abs(value - round(value)) < EXACT
    text = number(value, 0 if whole else 1)
    if series.unit != "pounds":
        return text
    return f"−£{text[1:]}" if text.startswith("−") else f"£{text}"


def sum_sentence(series: Series, one: Reconciled) -> str:
    """One sum of one period: what councils make, what England's row says, and why they differ."""
    when = Period(series.period_kind, one.row.period).in_words()
    councils = (
        f"{when[0].upper()}{when[1:]} councils add up to {amount(series, one.row.sum_of_councils)}"
    )
    if one.difference is None or one.row.england is None:
        told = f"{councils}; the publisher gives no figure for England."
        return f"{told} {missing_sentence(one)}".rstrip()
    england = amount(series, one.row.england)
    if one.account is SumAccount.AGREES:
        return f"{councils}, and so says England’s own figure."
    told = f"{councils}; England’s own figure is {england}."
    return f"{told} {_why(series, one)}"


def _why(series: Series, one: Reconciled) -> str:
    size = amount(series, abs(one.difference or 0))
    if one.account is SumAccount.ROUNDING:
        return f"The difference of {size} is rounding."
    if one.account is SumAccount.NOT_ACCOUNTED_FOR:
        return (
            f"No council is missing, and rounding cannot make the difference of {size}: "
            "the files do not say what does."
        )
    if one.difference == 0:
        return f"They agree, although a council is missing. {missing_sentence(one)}"
    return f"The difference is {size}. {missing_sentence(one)}"


def missing_sentence(one: Reconciled) -> str:
    """Whose figures are missing: hidden behind a mark, or in no file; empty where none is."""
    hidden = _whose(one.row.withheld, one.row.withheld_count)
    absent = _whose(one.row.absent, one.row.absent_count)
    sentences = []
    if hidden:
        sentences.append(f"A mark stands in place of the figure of {hidden}.")
    if absent:
        sentences.append(f"No file has a row for {absent}.")
    return " ".join(sentences)


def _whose(names: Sequence[str], count: int) -> str:
    said = [placed(name) for name in names]
    if count > len(said):
        return f"{count} councils, {listed(said)} among them"
    return listed(said)


def difference_words(series: Series, one: Reconciled) -> str:
    """England's own figure less the sum, with its sign, for a table; a dash without one."""
    if one.difference is None:
        return "–"
    text = amount(series, one.difference)
    return f"+{text}" if one.difference > 0 else text


def account_words(one: Reconciled) -> str:
    """Why they differ, in a few words for a table."""
    return {
        SumAccount.AGREES: "Agree",
        SumAccount.ROUNDING: "Rounding",
        SumAccount.SOME_MISSING: _missing_words(one.missing_count),
        SumAccount.NOT_ACCOUNTED_FOR: "Not explained",
        SumAccount.NO_ENGLAND: "No figure for England",
    }[one.account]


def _missing_words(count: int) -> str:
    return f"{count} council{'' if count == 1 else 's'} missing"


def sums_headline(sums: Sequence[Reconciled]) -> str:
    """Whether councils add up to England's own figure: one sentence without a full stop.

    Only a sum in which no council is missing can say.
    """
    compared = beside_england(sums)
    whole = [one for one in compared if not one.missing_count]
    strays = [one for one in whole if not one.adds_up]
    if not compared:
        return "The publisher gives no figure for England that councils could be added up beside"
    if not whole:
        return "Some council is missing from every sum, so none can be held to England’s own figure"
    if not strays:
        return "Where every council has a figure, they add up to England’s own, but for rounding"
    furthest = max(abs(one.row.difference_percent or 0) for one in whole)
    for bound in WITHIN:
        if furthest <= bound:
            return (
                f"Where every council has a figure, they add up to within {bound:g}% of England’s "
                "own"
            )
    which = "the one sum" if len(whole) == 1 else f"{len(strays)} of {len(whole)} sums"
    return f"Councils do not add up to England’s own figure in {which} that none is missing from"


def sums_lead(sums: Sequence[Reconciled]) -> str:
    """How many sums can say and how many cannot, and the largest difference; empty for none."""
    compared = beside_england(sums)
    if not compared:
        return ""
    missing = sum(bool(one.missing_count) for one in compared)
    whole = len(compared) - missing
    if not missing:
        return f"Every council has a figure in {_all(whole)}."
    if not whole:
        return f"One council or more has no figure in {_all(missing)}."
    rest = "the other" if missing == 1 else f"the other {missing:,}"
    return (
        f"Every council has a figure in {whole:,} of {len(compared):,} sums. In {rest} at least "
        "one has none, so rounding cannot be told from what is hidden."
    )


def _all(count: int) -> str:
    return "the one sum" if count == 1 else f"all {count:,} sums"


def beside_england(sums: Sequence[Reconciled]) -> list[Reconciled]:
    """The sums that have a figure of England's own beside them."""
    return [one for one in sums if one.account is not SumAccount.NO_ENGLAND]


def largest_sentence(series: Mapping[str, Series], sums: Sequence[Reconciled]) -> str:
    """The sum that strays furthest from England's own figure, by per cent; empty for none."""
    strays = [one for one in beside_england(sums) if one.row.difference_percent]
    if not strays:
        return ""
    most = max(strays, key=lambda one: abs(one.row.difference_percent or 0))
    percent = abs(most.row.difference_percent or 0)
    size = "less than 0.1%" if percent < LEAST_SHOWN else f"{number(percent, 1)}%"
    way = "less" if (most.difference or 0) > 0 else "more"
    name = series[most.row.series]
    when = Period(name.period_kind, most.row.period).in_words()
    what = re.split("[:;]", name.sentence.rstrip("."))[0]
    return f"The furthest apart: {size} {way} than England’s own figure {when} ({what})."


def agreeing_words(sums: Sequence[Reconciled]) -> str:
    """How many sums agree but for rounding, of those that can say: "12 of 16"; a dash for none."""
    compared = beside_england(sums)
    if not compared:
        return "–"
    whole = [one for one in compared if not one.missing_count]
    if not whole:
        return f"{len(compared):,} cannot say"
    agree = f"{sum(one.adds_up for one in whole):,} of {len(whole):,}"
    return (
        agree
        if len(whole) == len(compared)
        else f"{agree}; {len(compared) - len(whole):,} cannot say"
    )
