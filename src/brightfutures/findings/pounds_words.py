"""How pounds are written: for each child, in millions, and in which prices."""

from __future__ import annotations

from brightfutures.findings.figures import missing_words, number
from brightfutures.quantities import Missing, Money

MILLION = 1e6
THOUSAND = 1e3


def whole_pounds(value: float) -> str:
    """Pounds for each child: £1,214; a true minus sign before what is below nought."""
    text = number(value)
    return f"−£{text[1:]}" if text.startswith("−") else f"£{text}"


def money_words(money: Money | Missing) -> str:
    """Whole pounds as a cell has them, or two or three words for why there are none."""
    return missing_words(money) if isinstance(money, Missing) else whole_pounds(money.pounds)


def large_pounds(value: float) -> str:
    """A year's pounds as they are said: £8,833.7 million, £12.3 million, £850,000.

    Returns are in thousands, so less than a million is told to the nearest thousand.
    """
    sign, size = ("−" if value < 0 else ""), abs(value)
    if size >= MILLION - THOUSAND / 2:
        return f"{sign}£{number(size / MILLION, 1)} million"
    if size >= THOUSAND / 2:
        return f"{sign}£{number(round(size / THOUSAND))},000"
    return f"{sign}£{number(size)}" if round(size) else "£0"


def share_words(share: float, decimal_places: int = 0) -> str:
    """A share of one as per cent: 24%; what rounds to nothing and is not is under 1%."""
    if share and round(abs(share) * 100, decimal_places) == 0:
        return "under 1%" if decimal_places == 0 else "under 0.1%"
    return f"{number(share * 100, decimal_places)}%"


def signed_share(share: float) -> str:
    """A change as per cent with its sign: +24%, −3%; under 1% and 0% have none."""
    words = share_words(share)
    return f"+{words}" if share > 0 and words[0].isdigit() and words != "0%" else words


def in_prices(period: str, price_year: str) -> str:
    """What stands after pounds of another year's prices; nothing after those of the same."""
    return "" if period == price_year else f", in prices of {price_year}"
