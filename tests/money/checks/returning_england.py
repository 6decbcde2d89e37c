"""A few dozen councils whose returns are known, laid out as panels, for tests of the checks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from brightfutures.catalogue import Catalogue, Geography, load_catalogue
from brightfutures.money.checks.return_checks import ReturnChecks
from brightfutures.money.finance_returns import OUTTURN
from brightfutures.money.panel import build_spend_panel
from brightfutures.published.readings import Readings
from brightfutures.quantities import Area, AreaKind, Reason

PERIODS = ("2022-23", "2023-24", "2024-25")
PARTS = {"residential_care": 0.4, "fostering": 0.35, "unaccompanied_children_looked_after": 0.05,
         "other_children_looked_after": 0.2}  # fmt: skip
LINES = {"children_looked_after": 0.5, "safeguarding": 0.25, "family_support": 0.15,
         "youth_justice": 0.05, "services_for_young_people": 0.05}  # fmt: skip
Told = Mapping[tuple[str, str, str, str], float | None]
"""Pounds by council, line, measure and year; None is not returned."""


def geography(codes: Sequence[str]) -> Geography:
    areas = tuple(
        Area(
            code=code,
            name=f"Council {code}",
            kind=AreaKind.COUNCIL,
            dfe_code=str(100 + at),
            region="R",
        )
        for at, code in enumerate(codes)
    )
    region = Area(code="R", name="Region", kind=AreaKind.REGION)
    return Geography(areas=(*areas, region), recodes={}, aliases={})


def returns(count: int, seed: int = 1, wobble: float = 0.05, rise: float = 1.06) -> dict:
    """Returns of `count` councils that add up, each line moving by a little beyond `rise`."""
    lot = np.random.default_rng(seed)
    told: dict[tuple[str, str, str, str], float | None] = {}
    for at in range(count):
        size = 40e6 * np.exp(lot.normal(0, 0.3))
        shares = {**{k: v for k, v in LINES.items() if k != "children_looked_after"},
                  **{k: v * 0.5 for k, v in PARTS.items()}}  # fmt: skip
        level = {line: size * share for line, share in shares.items()}
        for period in PERIODS:
            for line in level:
                level[line] *= rise * np.exp(lot.normal(0, wobble))
                spend = 1000.0 * round(level[line] / 1000.0)
                income = 1000.0 * round(spend * 0.08 / 1000.0)
                put(told, f"C{at:03d}", line, period, spend, income)
            add_up(told, f"C{at:03d}", period)
    return told


def put(told: dict, code: str, line: str, period: str, spend: float, income: float) -> None:
    told[code, line, "spend", period] = spend
    told[code, line, "income", period] = income
    told[code, line, "net_spend", period] = spend - income


def add_up(told: dict, code: str, period: str) -> None:
    for measure in ("spend", "income", "net_spend"):
        for total, parts in (("children_looked_after", PARTS), ("childrens_social_care", LINES)):
            told[code, total, measure, period] = sum(
                told[code, part, measure, period] for part in parts
            )


def checks(told: Told, order: Sequence[str] | None = None, prices: float = 1.03) -> ReturnChecks:
    """The checks over these returns, with prices rising by the same factor each year."""
    catalogue: Catalogue = load_catalogue()
    codes = list(order or sorted({key[0] for key in told}))
    readings = {name: _readings(name, codes, told) for name in _series(catalogue, told)}
    empty = _empty(codes)
    panel = build_spend_panel(
        OUTTURN,
        catalogue.spending,
        geography(codes),
        lambda name: readings.get(name, empty),
        tuple(readings),
    )
    return ReturnChecks(
        catalogue,
        {OUTTURN: panel},
        lambda name: readings.get(name, empty),
        lambda one, other: prices ** (int(other[:4]) - int(one[:4])),
    )


def _series(catalogue: Catalogue, told: Told) -> list[str]:
    del catalogue
    return sorted({f"{line}_{measure}" for _, line, measure, _ in told})


def _readings(name: str, codes: Sequence[str], told: Told) -> Readings:
    rows = [
        (codes.index(code), PERIODS.index(period), pounds)
        for (code, line, measure, period), pounds in told.items()
        if f"{line}_{measure}" == name
    ]
    missing = [Reason.NOT_RETURNED.bit if pounds is None else 0 for *_, pounds in rows]
    return Readings(
        series=name,
        areas=tuple(codes),
        periods=PERIODS,
        area_index=np.array([row[0] for row in rows], dtype=np.int32),
        period_index=np.array([row[1] for row in rows], dtype=np.int32),
        value=np.array([np.nan if row[2] is None else row[2] for row in rows]),
        missing=np.array(missing, dtype=np.uint16),
    )


def _empty(codes: Sequence[str]) -> Readings:
    return Readings(
        series="",
        areas=tuple(codes),
        periods=PERIODS,
        area_index=np.array([], dtype=np.int32),
        period_index=np.array([], dtype=np.int32),
        value=np.array([]),
        missing=np.array([], dtype=np.uint16),
    )
