"""The level behind a figure, on the official statistics: what came later stands for the truth.

As the rest of the season did for Efron and Morris's batsmen.
"""

import numpy as np
import pytest

from brightfutures.catalogue import IndicatorKind
from brightfutures.delivery.edition import Edition
from brightfutures.measures.study import Study
from brightfutures.quantities import CannotAnswer

pytestmark = pytest.mark.published

YEARS_ON = 3
LISTS_EACH = 2


def readable(study: Study) -> list[int]:
    """The last periods from which three years on can be read, the pandemic not between."""
    last = study.newest if study.newest is not None else -1
    starts = range(last - YEARS_ON, -1, -1)
    return [at for at in starts if not any(study.is_pandemic[at : at + YEARS_ON + 1])][:LISTS_EACH]


def squared_errors(edition: Edition, name: str, place: int) -> tuple[float, float] | None:
    """Of the figure and of the level behind it, against the figure three years on.

    On the scale of comparison; what all councils changed by is taken off each.
    """
    study = edition.measures._lookup.study(name)
    try:
        found = edition.measures.levels_behind.of_all(name, study.material.panel.periods[place])
    except CannotAnswer:
        return None
    joined = study.material.joined[:, place + 1 : place + YEARS_ON + 1].all(axis=1)
    row = {code: number for number, code in enumerate(study.material.panel.areas)}
    later = study.y[:, place + YEARS_ON]
    known = [one for one in found if joined[row[one.area]] and np.isfinite(later[row[one.area]])]
    if len(known) < 80:
        return None
    rows, per = [row[one.area] for one in known], study.indicator.per
    level = np.array([one.estimate for one in known])
    if study.indicator.kind is IndicatorKind.PROPORTION:
        level = np.log(level / (per - level))
    else:
        level = np.log(level / per)
    return float(np.var(later[rows] - study.y[rows, place])), float(np.var(later[rows] - level))


@pytest.fixture(scope="module")
def ratios(edition: Edition) -> dict[str, float]:
    """For each indicator of the fixed set, the error of the level over that of the figure."""
    ratios = {}
    for indicator in edition.catalogue.health_check_set():
        study = edition.measures._lookup.study(indicator.id)
        each = [squared_errors(edition, indicator.id, place) for place in readable(study)]
        known = [pair for pair in each if pair is not None]
        if known:
            ratios[indicator.id] = float(np.mean([ours / raw for raw, ours in known]))
    return ratios


def test_three_years_on_councils_are_nearer_to_the_level_than_to_their_figure_of_then(
    ratios: dict[str, float],
):
    """By about a fifth of squared error, and on four indicators in five."""
    each = np.array(list(ratios.values()))
    print({name: round(ratio, 2) for name, ratio in ratios.items()}, round(each.mean(), 3))
    assert len(each) >= 20
    assert 0.75 <= each.mean() <= 0.88
    assert (each < 1.0).mean() >= 0.8


def test_where_figures_are_steady_it_does_little_harm(ratios: dict[str, float]):
    assert max(ratios.values()) < 1.25


def test_where_figures_mostly_pass_it_takes_off_a_quarter_or_more(ratios: dict[str, float]):
    assert ratios["social_worker_turnover_percent"] < 0.75
    assert ratios["repeat_child_protection_plans_percent"] < 0.75
