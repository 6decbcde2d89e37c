"""England's figure beside ten and five years before, and a region's councils: slow twins."""

import math
import statistics

import pytest
from scipy.stats import t as student
from small_england import SmallEngland, random_england

from brightfutures.catalogue import IndicatorKind
from brightfutures.measures.results import Movement
from brightfutures.quantities import ENGLAND

KINDS = {"care": IndicatorKind.RATE, "moves": IndicatorKind.PROPORTION}
YEARS = range(2013, 2026)


def an_england(seed: int) -> SmallEngland:
    return random_england(seed, councils=30, years=YEARS, kinds=KINDS)


def figures_of(england: SmallEngland, name: str) -> dict[int, float]:
    """England's figure by year, from the sums of its councils."""
    indicator = next(one for one in england.indicators if one.id == name)
    cells = england.measures().compare(name, ENGLAND).history
    found = {int(cell.period): cell.value for cell in cells}
    assert indicator.numerator
    return {year: float(value) for year, value in found.items() if isinstance(value, float)}


def said_slowly(figures: dict[int, float], points: bool, back: int) -> tuple[Movement, float]:
    """The rule in plain arithmetic: a bar of t times the root mean square of yearly changes."""
    shown = {year: value if points else math.log(value) for year, value in figures.items()}
    yearly = [shown[year] - shown[year - 1] for year in shown if year - 1 in shown]
    ordinary = math.sqrt(statistics.fmean(change**2 for change in yearly))
    bar = student.ppf(1 - 1 / 40, len(yearly)) * ordinary
    newest = max(shown)
    change = shown[newest] - shown[newest - back]
    if abs(change) <= bar:
        return Movement.NO_CLEAR_CHANGE, abs(change) / bar
    return Movement.HAS_RISEN if change > 0 else Movement.HAS_FALLEN, abs(change) / bar


@pytest.mark.parametrize("seed", [1, 2, 3, 4])
@pytest.mark.parametrize("name", list(KINDS))
def test_england_then_and_now_is_that_of_a_slow_twin(seed: int, name: str):
    england = an_england(seed)
    figures = figures_of(england, name)

    found = england.measures().england.now(name)

    assert [then.years_before for then in found.then] == [10, 5]
    for then in found.then:
        moved, times = said_slowly(figures, name == "moves", then.years_before)
        assert then.moved is moved
        assert then.times == pytest.approx(times)
        assert then.value == pytest.approx(figures[2025 - then.years_before])


def test_the_middle_half_of_a_regions_councils_is_that_of_plain_quarters():
    england = an_england(5)
    measures = england.measures()
    for name in KINDS:
        for one in measures.all_councils.region_history(name, "R2"):
            values = sorted(
                float(cell.value)
                for cell in measures.all_councils.strip(name, one.period)
                if isinstance(cell.value, float)
                and england.geography.by_code[cell.area].region == "R2"
            )
            low, _, high = statistics.quantiles(values, n=4, method="inclusive")
            assert one.with_value == len(values)
            assert (one.low, one.high) == pytest.approx((low, high))
