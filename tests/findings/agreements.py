"""Agreements of figures and grades made by hand, for the words about them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from brightfutures.measures.agreement.results import (
    Agreement,
    IndicatorAgreement,
    Link,
    Otherwise,
    Shift,
    WithPart,
)
from brightfutures.measures.agreement.top_of_table_results import (
    Dealt,
    TopCount,
    TopOfTable,
    TopRound,
    TruthKnown,
)


def link(rho: float, *, clear: bool) -> Link:
    """A link of this size."""
    return Link(
        rho=rho,
        low=rho - 0.1,
        high=rho + 0.1,
        p=0.001 if clear else 0.4,
        q=0.01 if clear else 0.6,
        tau_b=rho * 0.8,
        same_way=0.5 + rho / 2,
        inspections=300,
        councils=150,
        first_period="2017",
        last_period="2023-24",
    )


def shift(change: float, *, clear: bool, before: float = -0.2) -> Shift:
    """A change from before to after."""
    return Shift(
        before=before,
        after=before + change,
        change=change,
        low=change - 0.1,
        high=change + 0.1,
        p=0.5,
        q=0.01 if clear else 0.6,
        inspections=200,
    )


def measure(
    name: str,
    before: Link | None,
    after: Link | None,
    moved: Shift | None = None,
    echo: float | None = None,
) -> IndicatorAgreement:
    """One measure with its links to the overall grade, and none to a part."""
    nothing = Otherwise(before=None, after=-0.0004, before_inspections=0, after_inspections=90)
    return IndicatorAgreement(
        indicator=name,
        overall=WithPart(part="overall", before=before, after=after, shift=moved),
        part=None,
        newest_only=nothing,
        with_earlier=nothing,
        alike_in_deprivation=nothing,
        alike_in_last_grade=replace(nothing, before=echo),
    )


def count(less: int, inadequate: int = 0, of: int = 6, expected: float = 2.0) -> TopCount:
    """How those at the top were judged."""
    return TopCount(
        top=of,
        less_than_good=less,
        inadequate=inadequate,
        all=150,
        all_less_than_good=50,
        all_inadequate=15,
        expected=expected,
        expected_inadequate=0.6,
        chance_of_as_few=0.3,
        chance_of_as_many=0.9,
        chance_of_two=0.6,
    )


def dealt(p: float, *, z: float = -2.0, found: int = 3) -> Dealt:
    """Places beside what dealing histories gives."""
    return Dealt(councils=7, found=found, expected=4.0, deviation=2.0, z=z, p=p)


def one_year(year: int, standing: TopCount, following: TopCount | None, earlier: int = 0) -> Any:
    """One year's table."""
    return TopRound(
        year=year,
        measures=40,
        councils=151,
        standing=standing,
        age=year - 2022.5,
        earlier=earlier,
        next=following,
    )


def top(*rounds: TopRound, **changes: Any) -> TopOfTable:
    """The tables of some years."""
    known = TruthKnown(
        name="three_years",
        steadiness=0.4,
        below_middle=0.3,
        two_below_middle=0.04,
        less_than_good=0.12,
        two_less_than_good=0.001,
    )
    found = TopOfTable(
        rounds=rounds,
        dealt=dealt(0.3) if rounds else None,
        one_year=0.6,
        three_years=0.4,
        agreement_of_measures=0.7,
        single=0.6,
        single_low=0.5,
        single_high=0.7,
        share_less_than_good=0.3,
        known=(replace(known, name="one_year", steadiness=0.6, less_than_good=0.01), known),
        steadiness_needed=0.2,
    )
    return replace(found, **changes)


TWO_YEARS = top(
    one_year(2024, count(1), count(2)),
    one_year(2025, count(2, 1), None, earlier=1),
)


def agreement(indicators: Sequence[IndicatorAgreement], **changes: Any) -> Agreement:
    """Everything, of these measures."""
    found = Agreement(
        indicators=tuple(indicators),
        whole=WithPart(
            part="overall", before=link(0.2, clear=True), after=link(0.3, clear=True), shift=None
        ),
        deprivation=link(-0.1, clear=False),
        top=TWO_YEARS,
        measures=40,
        tests=120,
        inspections=310,
        councils=155,
        first_year=2018,
        last_year=2026,
        earlier=160,
        without_overall=2,
    )
    return replace(found, **changes)
