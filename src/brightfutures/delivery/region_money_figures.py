"""A region's money one figure a row: its councils together, and each of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from brightfutures.delivery.edition import Edition
from brightfutures.delivery.region_money import money_of_region, why_missing
from brightfutures.findings.region_money_words import share_note, spend_note
from brightfutures.money.finance_returns import BEFORE_INCOME, OUTTURN
from brightfutures.money.per_child import PerChild
from brightfutures.money.prevention import RULES, TOTAL
from brightfutures.money.region_money import CouncilOfRegionMoney, RegionMoney
from brightfutures.published.readings import SourceRow
from brightfutures.quantities import Area, Missing, Money, Reason

SPEND = "Spending on children’s social care for each child, before income"
OF_BOTH_YEARS = f"{SPEND}: its councils with a figure of both years"
SHARE = "share of one"
EACH_CHILD = "pounds for each child"


@dataclass(frozen=True, kw_only=True)
class RegionFigure:
    """One figure, of the region's councils together or of one of them; `unit` says in what.

    A share of 0.1 is 10%. `note` is what to know of it, empty where there is nothing. `behind` are
    the series and years that its pounds are of.
    """

    measure: str
    unit: str
    period: str
    name: str
    code: str
    figure: float | None
    why_missing: str | None
    england: float | None = None
    note: str = ""
    behind: tuple[tuple[str, str], ...] = ()


def money_rows_behind(edition: Edition, region: Area) -> list[SourceRow]:
    """Where the councils' figures of money stand, for the list of sources."""
    return [
        row
        for one in region_figures(edition, region)
        for row in edition.rows_of_series(one.code, one.behind)
    ]


def region_figures(edition: Edition, region: Area) -> Iterator[RegionFigure]:
    """Every figure that the page tells of money, the councils together first.

    None where no return is loaded.
    """
    money = money_of_region(edition, region)
    if money is None:
        return
    yield _spend(money, region.name, region.code, money.now)
    for both in (money.both_then, money.both_now):
        if both is not None and isinstance(both.real, Money):
            yield RegionFigure(
                measure=OF_BOTH_YEARS,
                unit=f"{EACH_CHILD}, in prices of {both.real.price_year}",
                period=both.period,
                name=region.name,
                code=region.code,
                figure=both.real.pounds,
                why_missing=None,
            )
    for rule in RULES:
        share = money.prevention.get(rule)
        yield RegionFigure(
            measure=_prevention(rule.value),
            unit=SHARE,
            period=money.period,
            name=region.name,
            code=region.code,
            figure=share,
            why_missing=Reason.UNAVAILABLE.value if share is None else None,
            england=money.prevention_of_england.get(rule),
        )
    for one in money.councils:
        yield from _of_council(edition, money, one)


def _of_council(
    edition: Edition, money: RegionMoney, one: CouncilOfRegionMoney
) -> Iterator[RegionFigure]:
    name = edition.name_of(one.code)
    total = edition.catalogue.spending.accounts[OUTTURN].series(TOTAL, BEFORE_INCOME)
    now = ((total, money.period),)
    spent = _spend(money, name, one.code, one.now)
    yield replace(spent, note=spend_note(one), behind=now)
    if one.then is not None:
        yield RegionFigure(
            measure=f"{SPEND}: its change beyond prices since {one.then.period}",
            unit=SHARE,
            period=money.period,
            name=name,
            code=one.code,
            figure=one.change_share,
            why_missing=why_missing(one.change_missing),
            behind=((total, one.then.period), *now),
        )
    yield RegionFigure(
        measure=_prevention(RULES[1].value),
        unit=SHARE,
        period=money.period,
        name=name,
        code=one.code,
        figure=one.prevention_share,
        why_missing=why_missing(one.prevention_missing),
        england=money.prevention_of_england.get(RULES[1]),
        note=share_note(one, edition.catalogue.spend_lines),
        behind=now,
    )


def _spend(money: RegionMoney, name: str, code: str, one: PerChild) -> RegionFigure:
    england = money.england.cash
    return RegionFigure(
        measure=SPEND,
        unit=EACH_CHILD,
        period=money.period,
        name=name,
        code=code,
        figure=None if isinstance(one.cash, Missing) else one.cash.pounds,
        why_missing=why_missing(one.cash if isinstance(one.cash, Missing) else None),
        england=england.pounds if isinstance(england, Money) else None,
    )


def _prevention(rule: str) -> str:
    return f"Prevention as a share of that spending, {rule} rule"
