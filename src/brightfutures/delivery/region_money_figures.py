"""A region's money one figure a row: its councils together, and each of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from brightfutures.catalogue.spending import Prevention
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.explain import pounds_or_null
from brightfutures.delivery.money_figure import EACH_CHILD, NOT_KNOWN, SHARE, in_prices_of
from brightfutures.delivery.regional import councils_in
from brightfutures.findings.region_money_words import share_note, spend_note
from brightfutures.money.finance_returns import BEFORE_INCOME, OUTTURN
from brightfutures.money.per_child import PerChild
from brightfutures.money.prevention import RULES, TOTAL
from brightfutures.money.region_money import CouncilOfRegionMoney, RegionMoney
from brightfutures.published.readings import SourceRow
from brightfutures.quantities import Area, Missing, Money, Value

SPEND = "Spending on children’s social care for each child, before income"
OF_BOTH_YEARS = f"{SPEND}: its councils with a figure of both years"


@dataclass(frozen=True, kw_only=True)
class RegionFigure:
    """One figure, of the region's councils together or of one of them; `unit` says in what.

    A share of 0.1 is 10%. `note` is what to know of it, empty where there is nothing. `behind` are
    the series and years that its pounds are of.
    """

    measure: str
    unit: str
    period: str
    area: Area
    value: Value | Money
    england: float | None = None
    note: str = ""
    behind: tuple[tuple[str, str], ...] = ()


def money_rows_behind(edition: Edition, region: Area, money: RegionMoney) -> list[SourceRow]:
    """Where the councils' figures of money stand, for the list of sources."""
    return [
        row
        for one in region_figures(edition, region, money)
        for row in edition.rows_of_series(one.area.code, one.behind)
    ]


def region_figures(edition: Edition, region: Area, money: RegionMoney) -> Iterator[RegionFigure]:
    """Every figure that the page tells of money, the councils together first."""
    yield _spend(region, money, money.now)
    for both in (money.both_then, money.both_now):
        if both is not None and isinstance(both.real, Money):
            yield RegionFigure(
                measure=OF_BOTH_YEARS,
                unit=in_prices_of(EACH_CHILD, both.real),
                period=both.period,
                area=region,
                value=both.real,
            )
    for rule in RULES:
        yield _prevention(region, money, rule, money.prevention.get(rule, NOT_KNOWN))
    areas = {area.code: area for area in councils_in(edition, region)}
    for one in money.councils:
        yield from _of_council(edition, money, areas[one.code], one)


def _of_council(
    edition: Edition, money: RegionMoney, area: Area, one: CouncilOfRegionMoney
) -> Iterator[RegionFigure]:
    total = edition.catalogue.spending.accounts[OUTTURN].series(TOTAL, BEFORE_INCOME)
    now = ((total, money.period),)
    yield replace(_spend(area, money, one.now), note=spend_note(one), behind=now)
    if one.then is not None:
        yield RegionFigure(
            measure=f"{SPEND}: its change beyond prices since {one.then.period}",
            unit=SHARE,
            period=money.period,
            area=area,
            value=_share_or_why(one.change_share, one.change_missing),
            behind=((total, one.then.period), *now),
        )
    share = _share_or_why(one.prevention_share, one.prevention_missing)
    note = share_note(one, edition.catalogue.spend_lines)
    yield replace(_prevention(area, money, RULES[1], share), note=note, behind=now)


def _share_or_why(share: float | None, why: Missing | None) -> Value:
    if share is not None:
        return share
    return NOT_KNOWN if why is None else why


def _spend(area: Area, money: RegionMoney, one: PerChild) -> RegionFigure:
    return RegionFigure(
        measure=SPEND,
        unit=EACH_CHILD,
        period=money.period,
        area=area,
        value=one.cash,
        england=pounds_or_null(money.england.cash),
    )


def _prevention(area: Area, money: RegionMoney, rule: Prevention, share: Value) -> RegionFigure:
    return RegionFigure(
        measure=f"Prevention as a share of that spending, {rule.value} rule",
        unit=SHARE,
        period=money.period,
        area=area,
        value=share,
        england=money.prevention_of_england.get(rule),
    )
