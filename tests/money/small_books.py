"""A small return of a few councils, and prices: what tests of money rest on."""

from collections.abc import Mapping

import numpy as np

from brightfutures.catalogue import Geography
from brightfutures.catalogue.spending import (
    LineBreak,
    LinePlace,
    Prevention,
    SpendAccount,
    Spending,
    SpendLine,
    SpendMeasure,
)
from brightfutures.money.panel import SpendPanel, build_spend_panel
from brightfutures.money.prices import PriceBasis, Prices, PriceYear
from brightfutures.published.readings import Readings
from brightfutures.quantities import ENGLAND, Area, AreaKind

ASH, BEECH, CEDAR = "E06000001", "E06000002", "E06000003"
CODES = (ASH, BEECH, CEDAR)

Told = Mapping[tuple[str, str, str], float]
"""Pounds by series, area and financial year."""


def geography() -> Geography:
    """Three councils and England."""
    names = ("Ash", "Beech", "Cedar")
    areas = [
        Area(code=code, name=name, kind=AreaKind.COUNCIL, region="E12000001")
        for code, name in zip(CODES, names, strict=True)
    ]
    return Geography(
        areas=(*areas, Area(code=ENGLAND, name="England", kind=AreaKind.COUNTRY)),
        recodes={},
        aliases={},
    )


def line(name: str, *, prevention: str | None = None, since: str | None = None) -> SpendLine:
    """A line of the outturn; all but the total are part of it."""
    total = name == "childrens_social_care"
    return SpendLine(
        id=name,
        title=name.replace("_", " ").capitalize(),
        sentence=f"{name}.",
        spent_on=name.replace("_", " "),
        total=total,
        places=(
            LinePlace(
                account="revenue_outturn",
                parent=None if total else "childrens_social_care",
                since=since,
            ),
        ),
        prevention=None if prevention is None else Prevention(prevention),
        breaks=(LineBreak(period="2014-15", sentence="More is counted."),) if total else (),
    )


SPENDING = Spending(
    lines={
        one.id: one
        for one in (
            line("childrens_social_care"),
            line("children_looked_after"),
            line("sure_start_and_early_years", prevention="strict", since="2014-15"),
            line("family_support", prevention="middle"),
            line("youth_justice", prevention="broad"),
        )
    },
    measures={"spend": SpendMeasure(id="spend", title="Spend", sentence="{on}{said}")},
    accounts={
        "revenue_outturn": SpendAccount(
            id="revenue_outturn", title="Outturn", sources=(), measures=("spend",)
        )
    },
)


def readings_of(told: Told, series: str) -> Readings:
    """The readings of one series."""
    rows = [(area, period, value) for (name, area, period), value in told.items() if name == series]
    areas = tuple(sorted({area for area, _, _ in rows}))
    periods = tuple(sorted({period for _, period, _ in rows}))
    return Readings(
        series=series,
        areas=areas,
        periods=periods,
        area_index=np.array([areas.index(area) for area, _, _ in rows], np.int32),
        period_index=np.array([periods.index(period) for _, period, _ in rows], np.int32),
        value=np.array([value for _, _, value in rows], np.float64),
        missing=np.zeros(len(rows), np.uint16),
    )


def panel(pounds: Mapping[tuple[str, str], Mapping[str, float]]) -> SpendPanel:
    """A panel from pounds by area and year, and then by line."""
    told = {
        (f"{name}_spend", area, period): value
        for (area, period), by_line in pounds.items()
        for name, value in by_line.items()
    }
    held = tuple(dict.fromkeys(series for series, _, _ in told))
    return build_spend_panel(
        "revenue_outturn", SPENDING, geography(), lambda name: readings_of(told, name), held
    )


def prices(**index: float) -> Prices:
    """Prices by the year in which a financial year begins: `y2023=100` is 2023-24."""
    return Prices(
        {
            f"{int(name[1:])}-{(int(name[1:]) + 1) % 100:02d}": PriceYear(
                value, PriceBasis.PUBLISHED
            )
            for name, value in index.items()
        }
    )
