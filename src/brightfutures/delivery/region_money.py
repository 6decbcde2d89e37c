"""A region's money from an edition: in figures, as plain data, and as rows of a sheet."""

from __future__ import annotations

from typing import Any

from brightfutures.delivery.edition import Edition
from brightfutures.delivery.money_account import per_child_account
from brightfutures.delivery.regional import councils_in
from brightfutures.findings.region_money_words import region_money_sentences
from brightfutures.money.region_money import RegionMoney, region_money
from brightfutures.quantities import Area, Missing, Money

REGION_MONEY_HEADINGS = (
    "Council", "Council code", "Year", "For each child, cash", "Why missing", "Compared with",
    "For each child then, real terms", "Change beyond prices, share",
    "Prevention by the middle rule, share",
)  # fmt: skip
MONEY_WIDTHS = (36, 14, 10, *[16] * 6)


def money_of_region(edition: Edition, region: Area) -> RegionMoney | None:
    """The money of a region's councils; None where no return is loaded."""
    return region_money(edition.books, [area.code for area in councils_in(edition, region)])


def region_money_account(edition: Edition, region: Area) -> dict[str, Any] | None:
    """The same as plain data; None where no return is loaded."""
    money = money_of_region(edition, region)
    if money is None:
        return None
    names = {area.code: area.name for area in councils_in(edition, region)}
    return {
        "year": money.period,
        "sentences": list(region_money_sentences(region.name, money, names)),
        "together": per_child_account(money.now),
        "england": per_child_account(money.england),
        "then_of_those_with_both_years": per_child_account(money.both_then)
        if money.both_then
        else None,
        "now_of_those_with_both_years": per_child_account(money.both_now)
        if money.both_now
        else None,
        "without_both_years": list(money.not_both),
        "prevention_shares": {rule.value: share for rule, share in money.prevention.items()},
        "prevention_not_known": list(money.prevention_not_known),
        "councils": [
            {
                "code": one.code,
                "name": names[one.code],
                "now": per_child_account(one.now),
                "change_share": one.change_share,
                "prevention_middle_share": one.prevention_share,
            }
            for one in money.councils
        ],
    }


def region_money_rows(edition: Edition, region: Area) -> list[list[Any]]:
    """A row for each council, under `REGION_MONEY_HEADINGS`; none where no return is loaded."""
    money = money_of_region(edition, region)
    if money is None:
        return []
    names = {area.code: area.name for area in councils_in(edition, region)}
    rows: list[list[Any]] = []
    for one in money.councils:
        cash, then = one.now.cash, one.then
        rows.append(
            [
                names[one.code],
                one.code,
                money.period,
                cash.pounds if isinstance(cash, Money) else None,
                ", ".join(cash.reasons) if isinstance(cash, Missing) else None,
                then.period if then else None,
                then.real.pounds if then and isinstance(then.real, Money) else None,
                one.change_share,
                one.prevention_share,
            ]
        )
    return rows
