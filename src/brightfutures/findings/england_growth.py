"""The growth figures that the sector quotes, each from both published counts, with its cautions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from brightfutures.catalogue import Catalogue
from brightfutures.findings.figures import number
from brightfutures.measures.nation.growth import Growth, growth_share

PRICES_TOO = "Prices rose too: a pound of the later year bought less."


@dataclass(frozen=True, kw_only=True)
class Quoted:
    """A count that is often quoted: what it is called, since when, and the rate beside it."""

    called: str
    series: str
    since: str
    rate: str | None = None


QUOTED: tuple[Quoted, ...] = (
    Quoted(called="Referrals", series="referrals", since="2010", rate="referrals_rate"),
    Quoted(
        called="Children in need",
        series="children_in_need_at_31_march",
        since="2010",
        rate="children_in_need_rate",
    ),
    Quoted(
        called="Section 47 enquiries",
        series="section_47_enquiries",
        since="2010",
        rate="section_47_enquiries_rate",
    ),
    Quoted(
        called="Section 47 enquiries",
        series="section_47_enquiries",
        since="2013",
        rate="section_47_enquiries_rate",
    ),
    Quoted(
        called="Children on a child protection plan",
        series="child_protection_plans_at_31_march",
        since="2010",
        rate="child_protection_plans_rate",
    ),
    Quoted(
        called="Children in care",
        series="children_looked_after_at_31_march",
        since="2010",
        rate="children_looked_after_rate",
    ),
    Quoted(
        called="Unaccompanied children in care",
        series="unaccompanied_children_looked_after_at_31_march",
        since="2014",
    ),
    Quoted(
        called="Children in care in foster homes",
        series="children_looked_after_in_foster_care_at_31_march",
        since="2011",
    ),
    Quoted(
        called="Children in care in children’s homes",
        series="children_looked_after_in_childrens_homes_at_31_march",
        since="2020",
    ),
    Quoted(called="Care leavers of 19 to 21", series="care_leavers_19_to_21", since="2015"),
    Quoted(
        called="Agency social workers, full-time equivalent",
        series="agency_social_workers_at_30_september",
        since="2017",
    ),
    Quoted(
        called="Spending on children in care",
        series="children_looked_after_spend",
        since="2022-23",
    ),
)
"""In the order of the child's journey. A year is one in which the way of counting began to hold."""

CHILDREN = Quoted(called="Children aged 0 to 17", series="children_aged_0_to_17", since="2011")
"""What a rate is out of."""


@dataclass(frozen=True, kw_only=True)
class GrowthLine:
    """One growth figure in words: both numbers, what they come to, and what to beware of."""

    quoted: Quoted
    growth: Growth
    then: str
    now: str
    change: str
    for_each_child: str
    cautions: tuple[str, ...]

    @property
    def sentence(self) -> str:
        """All of it, as a person says it."""
        one = self.growth
        said = (
            f"{self.quoted.called}: {self.then} in {one.from_period}, {self.now} in "
            f"{one.to_period}, {self.change}."
        )
        return " ".join(part for part in (said, self.for_each_child, *self.cautions) if part)


GrowthOf = Callable[[str, str, str | None], Growth | None]


def growth_lines(catalogue: Catalogue, growth_of: GrowthOf) -> tuple[GrowthLine, ...]:
    """Every quoted growth that the loaded files tell, the same years only once."""
    found: dict[tuple[str, str], GrowthLine] = {}
    for quoted in QUOTED:
        told = growth_of(quoted.series, quoted.since, quoted.rate)
        if told is not None:
            line = _line(catalogue, quoted, told)
            found.setdefault((quoted.series, told.from_period), line)
    return tuple(found.values())


def children_sentence(growth: Growth | None) -> str:
    """By how much the number of children grew, to read the counts by; nothing where unknown."""
    if growth is None:
        return ""
    return (
        f"The number of children in England itself is {_more(growth.share, pounds=False)} than it "
        f"was: {number(growth.then / 1e6, 1)} million in the middle of {growth.from_period} and "
        f"{number(growth.now / 1e6, 1)} million in the middle of {growth.to_period}."
    ).replace("the same than it was", "what it was")


def _line(catalogue: Catalogue, quoted: Quoted, growth: Growth) -> GrowthLine:
    series = catalogue.series[quoted.series]
    pounds = series.unit == "pounds"
    cautions = [entry.sentence for entry in growth.breaks]
    cautions += [PRICES_TOO] if pounds else []
    return GrowthLine(
        quoted=quoted,
        growth=growth,
        then=_amount(growth.then, pounds=pounds),
        now=_amount(growth.now, pounds=pounds),
        change=_more(growth.share, pounds=pounds),
        for_each_child=_for_each_child(growth),
        cautions=tuple(cautions),
    )


def _amount(count: float, *, pounds: bool) -> str:
    return f"£{number(count / 1e9, 1)} billion" if pounds else number(count)


def _more(share: float, *, pounds: bool) -> str:
    """27% more, 3.2 times as many, 4% fewer, or the same."""
    if share >= 1:
        return f"{number(1 + share, 1)} times as {'much' if pounds else 'many'}"
    percent = number(abs(100 * share))
    if percent == "0":
        return "the same"
    less = "less" if pounds else "fewer"
    return f"{percent}% {'more' if share > 0 else less}"


def _for_each_child(growth: Growth) -> str:
    if growth.rate_then is None or growth.rate_now is None or growth.rate_then <= 0:
        return ""
    share = growth_share(growth.rate_then, growth.rate_now)
    percent = number(abs(100 * share))
    change = "as many" if percent == "0" else f"{percent}% {'more' if share > 0 else 'fewer'}"
    return (
        f"For every 10,000 children {number(growth.rate_then)} then and "
        f"{number(growth.rate_now)} now: {change} for each child."
    )
