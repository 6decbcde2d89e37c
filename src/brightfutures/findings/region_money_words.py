"""A region's money in words: its councils together, then and now, how far apart, and prevention."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from brightfutures.catalogue.spending import SpendLine
from brightfutures.findings.figures import counted, listed
from brightfutures.findings.money_notes import NEITHER_WAY
from brightfutures.findings.place_names import placed, placed_region
from brightfutures.findings.pounds_words import share_words, whole_pounds
from brightfutures.findings.prevention_words import UNREAD_SENTENCES, may_not_hold_all
from brightfutures.findings.spend_words import (
    contradicted_sentence,
    over_time_sentence,
    returns_apart_sentence,
)
from brightfutures.money.prevention import RULES
from brightfutures.money.region_money import (
    CouncilOfRegionMoney,
    RegionMoney,
    ends_pounds,
    few_children,
)
from brightfutures.quantities import Missing

STRICT, MIDDLE, BROAD = RULES


def region_money_sentences(
    region: str, money: RegionMoney, names: Mapping[str, str]
) -> tuple[str, ...]:
    """All that is said; `names` are the councils' by their codes."""
    if isinstance(money.now.cash, Missing):
        return (f"No council of {placed_region(region)} has a figure of {money.period}.",)
    said = (
        _together(region, money, names),
        _apart(money, names),
        _contradicted(money, names),
        _over_time(money, names),
        _prevention(money, names),
        NEITHER_WAY,
    )
    return tuple(filter(None, said))


def _together(region: str, money: RegionMoney, names: Mapping[str, str]) -> str:
    assert not isinstance(money.now.cash, Missing)
    england = (
        ""
        if isinstance(money.england.cash, Missing)
        else f"; England’s spent {whole_pounds(money.england.cash.pounds)}"
    )
    silent = _named((code for code, _ in money.now.left_out), names)
    without = f" There is no figure for {silent}." if silent else ""
    return (
        f"In {money.period} the councils of {placed_region(region)} taken together spent "
        f"{whole_pounds(money.now.cash.pounds)} on children’s social care for each child who lives "
        f"there{england}.{without}"
    )


def _apart(money: RegionMoney, names: Mapping[str, str]) -> str:
    ends = ends_pounds(money)
    if ends is None:
        return ""
    low, high = map(whole_pounds, ends)
    few = _named(few_children(money), names)
    without = f", leaving out {few}, where few children live" if few else ""
    return f"Council by council it is from {low} to {high}{without}."


def _contradicted(money: RegionMoney, names: Mapping[str, str]) -> str:
    """Whose figure the other return of the year contradicts."""
    return contradicted_sentence([names[one.code] for one in money.councils if one.contradicted])


def _over_time(money: RegionMoney, names: Mapping[str, str]) -> str:
    """How those with a figure of both years moved beyond prices, and who is left out."""
    then, now = money.both_then, money.both_now
    if then is None or now is None:
        return ""
    one = now.councils == 1 and bool(money.not_both)
    they = "it" if one else "they"
    change = over_time_sentence(then, now, (), f"What {they} spent for each child")
    if not money.not_both or isinstance(now.cash, Missing):
        return change
    have = "has" if one else "have"
    left = _named(money.not_both, names)
    year = f"{then.period} or {now.period}"
    return (
        f"{counted(now.councils)} of them {have} a figure of {then.period} too; in {now.period} "
        f"{they} spent {whole_pounds(now.cash.pounds)} for each child. {change} Left out of that "
        f"{'is' if len(money.not_both) == 1 else 'are'} {left}, for want of a figure of {year}."
    )


def _prevention(money: RegionMoney, names: Mapping[str, str]) -> str:
    shares = money.prevention
    if not shares:
        return ""
    england = money.prevention_of_england.get(MIDDLE)
    beside = "" if england is None else f"; England’s was {share_words(england)}"
    unknown = _named(money.prevention_not_known, names)
    without = f" It cannot be told of {unknown}." if unknown else ""
    return (
        f"By the middle rule of what counts {share_words(shares[MIDDLE])} of it was prevention "
        f"({share_words(shares[STRICT])} by the strict rule, {share_words(shares[BROAD])} by the "
        f"broad){beside}.{without}"
    )


def council_note(one: CouncilOfRegionMoney, lines: Mapping[str, SpendLine]) -> str:
    """All that is to be known of a council's figures; nothing where there is nothing to know."""
    return " ".join(filter(None, (spend_note(one), share_note(one, lines))))


def spend_note(one: CouncilOfRegionMoney) -> str:
    """That a council's other return contradicts its spending; nothing where it does not."""
    return returns_apart_sentence(one.other) if one.other is not None else ""


def share_note(one: CouncilOfRegionMoney, lines: Mapping[str, SpendLine]) -> str:
    """What to know of a council's share of prevention; nothing where there is nothing to know."""
    if one.prevention_unread is not None:
        return UNREAD_SENTENCES[one.prevention_unread]
    if not one.prevention_at_nought:
        return ""
    return may_not_hold_all([lines[name] for name in one.lines_at_nought])


def _named(codes: Iterable[str], names: Mapping[str, str]) -> str:
    return listed([placed(name) for name in sorted(names[code] for code in codes)])
