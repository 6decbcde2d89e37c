"""The Department for Education's outcomes and enablers dashboard: its summary page for one council.

Rules as in its public source (MIT licence): of the ten neighbours of the 2025 table the median of
the figures as published, so rounded once already, leaving out those that are withheld, however
few remain; counts are added up under a label that says median; the result is rounded half away
from zero with a hair (see `rounding`); the period is the newest of the whole dataset.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from brightfutures.catalogue import DashboardFigure, DashboardRow
from brightfutures.measures.compatibility.lait import few_neighbours
from brightfutures.measures.compatibility.results import DashboardAnswer, Shown
from brightfutures.measures.compatibility.rounding import dashboard_text, half_away_with_a_hair
from brightfutures.measures.compatibility.traps import Trap, TrapKind, trap

ABSENT = "na"
"""What the dashboard writes where its dataset has no row."""

BLANK = "x"
"""What it writes for a cell that is left blank."""

DOES_NOT_APPLY = "z"
"""The mark for a figure that does not apply, and for any rate that cannot be divided."""


@dataclass(frozen=True, kw_only=True)
class CouncilFigure:
    """One council's cell of the dashboard's dataset.

    `published` is the figure that the dashboard starts from, `exact` the same before any
    rounding where it is known; `mark` the publisher's letter where there is none.
    """

    published: float | None
    exact: float | None = None
    count: float | None = None
    mark: str = ABSENT


def median_of(values: Sequence[float | None]) -> tuple[float | None, int]:
    """R's median of what is there, and how many that is: one is enough."""
    there = sorted(value for value in values if value is not None)
    if not there:
        return None, 0
    middle = len(there) // 2
    if len(there) % 2:
        return there[middle], len(there)
    return (there[middle - 1] + there[middle]) / 2.0, len(there)


def sum_of(values: Sequence[float | None]) -> float:
    """What is there added up: nought where nothing is, as R adds nothing up."""
    return math.fsum(value for value in values if value is not None)


def dashboard_answer(
    row: DashboardRow, period: str, own: CouncilFigure, neighbours: Sequence[CouncilFigure]
) -> DashboardAnswer:
    """What the summary page shows in one row, and which traps bite."""
    median, with_value = median_of([figure.published for figure in neighbours])
    places = row.decimal_places
    sums = row.sums_counts
    own_text = dashboard_text(own.published, places) if own.published is not None else own.mark
    answer = DashboardAnswer(
        value=Shown(value=_rounded(own.published, places), text=own_text),
        comparison=Shown(value=_rounded(median, places), text=dashboard_text(median, places)),
        with_value=with_value,
        listed=len(neighbours),
        count=own.count if sums else None,
        comparison_count=sum_of([figure.count for figure in neighbours]) if sums else None,
        traps=(),
    )
    return replace(answer, traps=tuple(_traps(row, period, own, neighbours, answer)))


def _rounded(number: float | None, places: int) -> float | None:
    return None if number is None else half_away_with_a_hair(number, places)


def _traps(
    row: DashboardRow,
    period: str,
    own: CouncilFigure,
    neighbours: Sequence[CouncilFigure],
    answer: DashboardAnswer,
) -> list[Trap]:
    found: list[Trap] = []
    if own.published is None and own.count and own.mark == DOES_NOT_APPLY:
        found.append(trap(TrapKind.RELABELLED, mark=own.mark))
    if answer.with_value < answer.listed:
        found.append(few_neighbours(answer.with_value, answer.listed, period))
    if answer.comparison_count is not None and answer.with_value:
        counted = sum(figure.count is not None for figure in neighbours)
        found.append(
            trap(
                TrapKind.SUM_LABELLED_MEDIAN,
                sum=f"{answer.comparison_count:,.0f}",
                count=counted,
            )
        )
    exact, known = median_of([figure.exact for figure in neighbours])
    if exact is None or known != answer.with_value or own.published is None:
        return found
    once = _rounded(exact, row.decimal_places)
    if row.figure is not DashboardFigure.REBUILT and once != answer.comparison.value:
        found.append(
            trap(
                TrapKind.MEDIAN_OF_ROUNDED,
                shown=answer.comparison.text,
                once=dashboard_text(exact, row.decimal_places),
            )
        )
    if (
        own.exact is not None
        and answer.value.value == answer.comparison.value
        and abs(own.exact - exact) > 0.1 * max(abs(exact), abs(own.exact))
    ):
        found.append(
            trap(
                TrapKind.ROUNDED_TO_NOTHING,
                shown=answer.value.text,
                own=f"{own.exact:.2f}",
                other=f"{exact:.2f}",
            )
        )
    return found
