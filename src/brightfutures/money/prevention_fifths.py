"""Prevention in the most and the least deprived councils: fifths of councils, each pooled.

Today's councils are parted in five groups of as many councils each by the share of their children
in families on low income, the most deprived first (`measures.nation.gradient`). A group's share is
its pounds of prevention over all its pounds: councils of which a share cannot be read are left out
of both, and counted. They stay in the fifth where the newest index puts them in every year.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from brightfutures.catalogue.spending import Prevention
from brightfutures.measures.nation.gradient import FEWEST_IN_A_GROUP, GROUPS, fifths_by
from brightfutures.money.prevention import RULES, PreventionYear, share_of
from brightfutures.quantities import Missing


@dataclass(frozen=True, kw_only=True)
class PreventionFifth:
    """One fifth of councils in one year: 1 is the most deprived.

    `pounds` by rule, `total_pounds` and `children` are sums over the `councils` whose shares can
    be read; `not_read` are the others of the fifth.
    """

    place: int
    period: str
    councils: int
    not_read: tuple[str, ...]
    total_pounds: float
    pounds: Mapping[Prevention, float]
    children: float

    def share(self, rule: Prevention) -> float:
        """The fifth's pooled share of spending that is prevention under a rule."""
        share = share_of(self.pounds[rule], self.total_pounds)
        assert not isinstance(share, Missing)
        return share

    def per_child_pounds(self, rule: Prevention) -> float:
        """Prevention under a rule for each child, in pounds of the year."""
        return self.pounds[rule] / self.children


def fifth_of_each(deprivation: Mapping[str, float]) -> dict[str, int]:
    """The fifth of each council by code, from 1 for the most deprived to 5."""
    codes = sorted(deprivation)
    places = fifths_by(np.array([deprivation[code] for code in codes], dtype=np.float64), codes)
    return dict(zip(codes, places.tolist(), strict=True))


def prevention_fifths(
    years: Iterable[PreventionYear], children: Mapping[str, float], fifth: Mapping[str, int]
) -> tuple[PreventionFifth, ...]:
    """The five fifths in one year, the most deprived first; none where one has too few councils.

    `years` are of one financial year; councils without a fifth are no part of this.
    """
    groups: dict[int, list[PreventionYear]] = {place: [] for place in range(1, GROUPS + 1)}
    for year in years:
        if year.area in fifth:
            groups[fifth[year.area]].append(year)
    found = tuple(_pooled(place, group, children) for place, group in groups.items())
    if any(one is None for one in found):
        return ()
    return tuple(one for one in found if one is not None)


def _pooled(
    place: int, group: list[PreventionYear], children: Mapping[str, float]
) -> PreventionFifth | None:
    read = [year for year in group if year.known and children.get(year.area, 0.0) > 0]
    if len(read) < FEWEST_IN_A_GROUP:
        return None
    return PreventionFifth(
        place=place,
        period=read[0].period,
        councils=len(read),
        not_read=tuple(sorted({year.area for year in group} - {year.area for year in read})),
        total_pounds=sum(_number(year.total_pounds) for year in read),
        pounds={rule: sum(_number(year.pounds[rule]) for year in read) for rule in RULES},
        children=sum(children[year.area] for year in read),
    )


def _number(pounds: float | Missing) -> float:
    assert not isinstance(pounds, Missing)
    return pounds
