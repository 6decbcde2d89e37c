"""What is found of how far published figures and Ofsted's grades agree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from brightfutures.measures.agreement.top_of_table_results import TopOfTable

CLEAR = 0.05
"""A link is clear where q, over every test of the page, is no more than this."""


@dataclass(frozen=True, kw_only=True)
class Link:
    """One rank correlation of councils' places with a grade, over inspections.

    `rho` is Spearman's, above 0 where councils with higher figures were judged higher; `low` and
    `high` its 95% range; `tau_b` Kendall's; `same_way` the share (0 to 1) of pairs of inspections
    with different grades in which the higher figure had the higher grade. `q` is corrected for
    all tests. `first_period` and `last_period` are the labels of the periods used.
    """

    rho: float
    low: float
    high: float
    p: float
    q: float
    tau_b: float
    same_way: float
    inspections: int
    councils: int
    first_period: str
    last_period: str

    @property
    def is_clear(self) -> bool:
        """Whether chance, over so many tests, is not enough."""
        return self.q <= CLEAR


@dataclass(frozen=True, kw_only=True)
class Shift:
    """ρ after less ρ before, over the inspections that have both."""

    before: float
    after: float
    change: float
    low: float
    high: float
    p: float
    q: float
    inspections: int

    @property
    def is_clear(self) -> bool:
        """Whether agreement before and after clearly differ."""
        return self.q <= CLEAR

    @property
    def is_stronger_after(self) -> bool:
        """Whether figure and grade go together more closely after."""
        return abs(self.after) > abs(self.before)


@dataclass(frozen=True, kw_only=True)
class WithPart:
    """Agreement with one judgement (overall, leaders …); None where too few were judged."""

    part: str
    before: Link | None
    after: Link | None
    shift: Shift | None

    @property
    def links(self) -> tuple[Link, ...]:
        """Those there are."""
        return tuple(link for link in (self.before, self.after) if link is not None)

    @property
    def tests(self) -> Iterator[Link | Shift]:
        """Everything tested."""
        yield from self.links
        if self.shift is not None:
            yield self.shift


@dataclass(frozen=True, kw_only=True)
class Otherwise:
    """ρ with the overall grade, otherwise worked out; no test is made of it."""

    before: float | None
    after: float | None
    before_inspections: int
    after_inspections: int


@dataclass(frozen=True, kw_only=True)
class IndicatorAgreement:
    """One indicator: with the overall grade, and with the part it belongs to, if any.

    `newest_only` is of each council's newest inspection, `with_earlier` of all with those under
    earlier frameworks. `alike_in_deprivation` is with the place that children's poverty gives a
    council taken off both (partial correlation of ranks), and `alike_in_last_grade` with the grade
    that the council had had before taken off both, where it had had one under any framework.
    """

    indicator: str
    overall: WithPart
    part: WithPart | None
    newest_only: Otherwise
    with_earlier: Otherwise
    alike_in_deprivation: Otherwise
    alike_in_last_grade: Otherwise


@dataclass(frozen=True, kw_only=True)
class Agreement:
    """Everything on the page.

    `whole` is of the plain average of places (see `TopOfTable`), `deprivation` of the share of
    children in poor families, which a council does not decide. `inspections`, `councils` and
    the years are of the framework in use now; `earlier` counts inspections of others. `tests` is
    how many p-values were corrected together, `measures` how many make up the plain average.
    """

    indicators: tuple[IndicatorAgreement, ...]
    whole: WithPart
    deprivation: Link | None
    top: TopOfTable
    measures: int
    tests: int
    inspections: int
    councils: int
    first_year: int
    last_year: int
    earlier: int
    without_overall: int
