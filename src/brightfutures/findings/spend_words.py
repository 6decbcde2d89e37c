"""Spend for each child in words: what it was, beside whom, and since when."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from brightfutures.catalogue import Break
from brightfutures.findings.comparison_words import SIMILAR_COUNCILS, Whom, the_one_told
from brightfutures.findings.figures import counted, listed, missing_sentences, number
from brightfutures.findings.place_names import placed
from brightfutures.findings.pounds_words import (
    in_prices,
    large_pounds,
    share_words,
    whole_pounds,
)
from brightfutures.money.gap_result import GapSplit
from brightfutures.money.other_return import OtherReturn
from brightfutures.money.per_child import PerChild
from brightfutures.money.prices import PriceBasis, Prices
from brightfutures.quantities import Missing, Money, Value, round_half_away_from_zero

NO_RANGE = (
    "These are all the pounds in the return and not a sample, so there is no range around them."
)


FEW_CHILDREN = 2_000
"""With fewer living there, a single placement is a large share of what is spent."""


def few_children_sentence(children: Value) -> str:
    """That so few children live here that one placement moves the figure; nothing of more."""
    if isinstance(children, Missing) or not 0 < children < FEW_CHILDREN:
        return ""
    about = number(round_half_away_from_zero(children / 10.0, 0) * 10.0)
    return f"About {about} children live here, so one placement moves the figure."


ONE_IS_WRONG = "The two are so far apart that one of them is likely to be wrong."


def returns_apart_sentence(other: OtherReturn) -> str:
    """That the two returns of one year are far apart; nothing where they are not."""
    if isinstance(other.pounds, Missing) or not other.far_apart:
        return ""
    return (
        f"Its section 251 return of {other.period} tells {large_pounds(other.pounds)} before "
        f"income. {ONE_IS_WRONG}"
    )


def whole_return_apart_sentence(other: OtherReturn) -> str:
    """The same beside a figure that is not of all the return tells; nothing where they agree."""
    if isinstance(other.pounds, Missing) or not other.far_apart:
        return ""
    return (
        "It rests on the revenue outturn, whose total the section 251 return contradicts: of "
        f"{other.period} that tells {large_pounds(other.pounds)} in all before income. "
        f"{ONE_IS_WRONG}"
    )


def contradicted_sentence(names: Collection[str]) -> str:
    """Whose figure of spending its section 251 return contradicts; nothing of nobody's."""
    if not names:
        return ""
    said = (
        "figure of {} is contradicted by its section 251 return: one of the two"
        if len(names) == 1
        else "figures of {} are contradicted by their section 251 returns: in each case one of the "
        "two"
    )
    whose = listed([placed(name) for name in sorted(names)])
    return f"The {said.format(whose)} is likely to be wrong."


def other_return_sentence(other: OtherReturn) -> str:
    """What the section 251 return tells of a year that the outturn does not; nothing of neither."""
    if isinstance(other.pounds, Missing):
        return ""
    of_each = other.pounds_each_child
    each = "" if isinstance(of_each, Missing) else f", or {whole_pounds(of_each)} for each child"
    return (
        f"In {other.period} its section 251 return, which books some costs otherwise, tells "
        f"{large_pounds(other.pounds)} before income{each}."
        f"{' ' + ONE_IS_WRONG if other.far_apart else ''}"
    )


def spend_sentence(
    council: str, ours: PerChild, *, on: str | None = None, why_none: str = ""
) -> str:
    """What one council spent for each child in a year.

    `on` is what it was spent on, where that is not all children's social care; `why_none` is said
    in place of the reason why there is no figure. Where an index is missing the pounds are those
    of the year, and a sentence says so.
    """
    what = f" on {on}" if on else ""
    if isinstance(ours.real, Missing):
        return (
            f"There is no figure of what {placed(council)} spent{what} for each child in "
            f"{ours.period}. {why_none or missing_sentences(ours.real)}"
        )
    said = f"{placed(council)} spent {_figure(ours.real)}{what} for each child"
    sentence = f"In {ours.period} {said}{in_prices(ours.period, ours.real.price_year)}."
    return f"{sentence} {ours.why_cash}" if ours.why_cash else sentence


def beside_sentence(
    theirs: PerChild, names: Mapping[str, str], whom: Whom = SIMILAR_COUNCILS
) -> str:
    """What the councils it is compared with spent, taken together, and whom that leaves out.

    `names` are those councils' by their codes.
    """
    silent = [placed(names[area]) for area, _ in theirs.left_out]
    without = f" There is no figure for {listed(silent)}." if silent else ""
    if isinstance(theirs.real, Missing):
        return f"There is no figure for {theirs.period} of {whom.councils}."
    number_of = counted(theirs.councils)
    if theirs.councils == 1:
        one = the_one_told(names, dict(theirs.left_out), whom)
        return f"{one} spent {_figure(theirs.real)}.{without}"
    return (
        f"{number_of} {whom.after_number} taken together spent {_figure(theirs.real)}"
        f"{in_prices(theirs.period, theirs.real.price_year)}.{without}"
    )


def gap_sentence(ours: PerChild, theirs: PerChild, whom: Whom = SIMILAR_COUNCILS) -> str:
    """The gap in pounds for each child and, for all the children here, in a year's pounds.

    Nothing where either is not known; both must be in the prices of one year.
    """
    if isinstance(ours.real, Missing) or isinstance(theirs.real, Missing):
        return ""
    gap = rounded_gap(ours.real, theirs.real)
    if gap == 0:
        return f"That is as much as {whom.councils} spent."
    more = "more" if gap > 0 else "less"
    share = abs(gap) / theirs.real.pounds if theirs.real.pounds > 0 else None
    as_share = f", or {share_words(share)}" if share is not None else ""
    return f"That is {whole_pounds(abs(gap))} {more} for each child{as_share}."


def rounded_gap(ours: Money, theirs: Money) -> float:
    """The difference of two figures as they are printed, so that a reader's own sum agrees."""
    if ours.price_year != theirs.price_year:
        raise ValueError("A gap is told in the prices of one year.")
    return round_half_away_from_zero(ours.pounds, 0) - round_half_away_from_zero(theirs.pounds, 0)


def gap_as_told(split: GapSplit) -> float:
    """The gap that a split parts, in pounds for each child, between its ends as they are printed.

    The parts as they are printed may miss it by a pound or two.
    """
    ours, theirs = split.ours_per_child, split.theirs_per_child
    return rounded_gap(Money(ours, "cash"), Money(theirs, "cash"))


def over_time_sentence(
    first: PerChild, last: PerChild, breaks: Sequence[Break], what: str = "It"
) -> str:
    """How spend for each child changed beyond prices between two years.

    `what` opens the sentence, where the one before does not say what "it" is.

    Across a break, without an index or without a figure no change is told, and why is.
    """
    for one in (first, last):
        if isinstance(one.real, Missing):
            return f"There is no figure for {one.period}. {missing_sentences(one.real)}"
    if breaks:
        return (
            f"Spending in {last.period} is not set beside that in {first.period}: "
            f"{_lower(breaks[-1].sentence)}"
        )
    assert isinstance(first.real, Money)
    assert isinstance(last.real, Money)
    for one in (first, last):
        if one.why_cash:
            return one.why_cash
    gap = rounded_gap(last.real, first.real)
    then = f"{_figure(first.real)} in {first.period}"
    year = last.real.price_year
    if gap == 0:
        return f"{what} was {then}, in prices of {year}: the same, beyond prices."
    word = "rise" if gap > 0 else "fall"
    share = share_words(abs(gap) / first.real.pounds) if first.real.pounds > 0 else ""
    as_share = f", or {share}" if share else ""
    return (
        f"{what} was {then}, in prices of {year}: a {word} of {whole_pounds(abs(gap))} for each "
        f"child beyond prices{as_share}."
    )


def prices_sentence(prices: Prices, first: str, last: str) -> str:
    """Which prices real terms rest on, and whether a year of them is an estimate or a forecast."""
    told = (
        "Prices are those of consumers, with housing costs (CPIH, Office for National Statistics)"
    )
    basis = prices.basis(first, last)
    if basis is None:
        return f"{told}; a year of them is missing."
    if basis is PriceBasis.PUBLISHED:
        return f"{told}."
    guessed = "an estimate" if basis is PriceBasis.ESTIMATED else "a forecast"
    years = [
        year
        for year in sorted({first, last})
        if prices.years[year].basis is not PriceBasis.PUBLISHED
    ]
    return (
        f"{told}; of {listed(years)} the index is {guessed} from the growth that the Office for "
        "Budget Responsibility gives."
    )


def _figure(money: Money) -> str:
    return whole_pounds(money.pounds)


def _lower(sentence: str) -> str:
    """A sentence within another: only an article or a common word loses its capital."""
    first = sentence.split(" ", 1)[0]
    return sentence[0].lower() + sentence[1:] if first in ("The", "From", "In") else sentence
