"""A region's money from an edition: in figures, as plain data, and as rows of a sheet."""

from __future__ import annotations

from typing import Any

from brightfutures.delivery.edition import Edition
from brightfutures.delivery.explain import pounds_or_null, reasons_of, why_missing
from brightfutures.delivery.money_account import per_child_account
from brightfutures.delivery.regional import councils_in
from brightfutures.findings.region_money_words import council_note, region_money_sentences
from brightfutures.money.region_money import RegionMoney, region_money
from brightfutures.quantities import Area

REGION_MONEY_HEADINGS = (
    "Council", "Council code", "Year", "For each child, cash", "Why missing", "Compared with",
    "For each child then, real terms", "Change beyond prices, share", "Why no change",
    "Prevention by the middle rule, share", "Why no share", "Lines told at nought", "Note",
)  # fmt: skip
MONEY_WIDTHS = (36, 14, 10, *[16] * 8, 40, 90)


def money_of_region(edition: Edition, region: Area) -> RegionMoney | None:
    """The money of a region's councils; None where no return is loaded."""
    return region_money(edition.books, [area.code for area in councils_in(edition, region)])


def region_money_said(edition: Edition, region: Area, money: RegionMoney) -> tuple[str, ...]:
    """What the page says of the councils' money."""
    names = {area.code: area.name for area in councils_in(edition, region)}
    return region_money_sentences(region.name, money, names)


def region_money_account(edition: Edition, region: Area, money: RegionMoney) -> dict[str, Any]:
    """The same as plain data."""
    return {
        "year": money.period,
        "sentences": list(region_money_said(edition, region, money)),
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
                "name": edition.name_of(one.code),
                "now": per_child_account(one.now),
                "change_share": one.change_share,
                "change_missing": reasons_of(one.change_missing),
                "prevention_middle_share": one.prevention_share,
                "prevention_missing": reasons_of(one.prevention_missing),
                "prevention_not_read_because": one.prevention_unread
                and one.prevention_unread.value,
                "prevention_lines_at_nought": list(one.lines_at_nought),
                "other_return_contradicts": one.contradicted,
                "note": council_note(one, edition.catalogue.spend_lines) or None,
            }
            for one in money.councils
        ],
    }


def region_money_rows(edition: Edition, money: RegionMoney) -> list[list[Any]]:
    """A row for each council, under `REGION_MONEY_HEADINGS`."""
    lines, rows = edition.catalogue.spend_lines, []
    for one in money.councils:
        cash, then = one.now.cash, one.then
        row: list[Any] = [
            edition.name_of(one.code),
            one.code,
            money.period,
            pounds_or_null(cash),
            why_missing(one.now.missing),
            then.period if then else None,
            pounds_or_null(then.real) if then else None,
            one.change_share,
            why_missing(one.change_missing),
            one.prevention_share,
            why_missing(one.prevention_missing),
            "; ".join(lines[name].title for name in one.lines_at_nought) or None,
            council_note(one, lines) or None,
        ]
        rows.append(row)
    return rows
