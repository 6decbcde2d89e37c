import pytest
from small_england import SmallEngland, indicator, random_england

from brightfutures.catalogue import Break, IndicatorKind
from brightfutures.measures.results import Approach, Movement, Why
from brightfutures.quantities import Reason


def an_england(seed: int = 2) -> SmallEngland:
    return random_england(seed, kinds={"care": IndicatorKind.RATE}, wobble=0.02)


def set_course(england: SmallEngland, council: str, counts: list[float]) -> None:
    for year, count in zip(range(2021, 2026), counts, strict=True):
        england.tables["care_count"][council, str(year)] = count


def test_a_clear_rise_has_risen_and_a_clear_fall_has_fallen():
    england = an_england()
    set_course(england, "C01", [500, 500, 700, 900, 900])
    set_course(england, "C02", [900, 900, 700, 500, 500])
    measures = england.measures()
    risen, fallen = (measures.compare("care", code).moved for code in ("C01", "C02"))
    assert risen is not None
    assert fallen is not None
    assert (risen.level, fallen.level) == (Movement.HAS_RISEN, Movement.HAS_FALLEN)
    assert (risen.from_period, risen.to_period) == ("2021", "2025")
    assert risen.from_value is not None
    assert risen.to_value is not None
    assert risen.to_value > 1.6 * risen.from_value
    assert risen.against_similar in (Approach.FURTHER, Approach.NEARER, Approach.CROSSED)


def test_a_level_course_has_not_clearly_changed():
    england = an_england()
    set_course(england, "C01", [600, 610, 590, 605, 600])
    moved = england.measures().compare("care", "C01").moved
    assert moved is not None
    assert moved.level is Movement.NO_CLEAR_CHANGE


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ("gap", Why.TOO_FEW_PERIODS),
        ("break", Why.BREAK_IN_SERIES),
        ("pandemic", Why.PANDEMIC),
        ("withheld", Why.VALUE_MISSING),
    ],
)
def test_nothing_is_read_across_a_gap_a_break_or_the_pandemic(change: str, why: Why):
    england = an_england()
    set_course(england, "C01", [500, 500, 700, 900, 900])
    if change == "gap":
        england.tables["care_count"]["C01", "2023"] = Reason.NOT_RETURNED
    elif change == "break":
        england.breaks["care_count"] = (Break(period="2023", sentence="Counted anew."),)
    elif change == "pandemic":
        england.indicators = [indicator("care", pandemic_periods=("2021",))]
    else:
        england.tables["care_count"]["C01", "2025"] = Reason.SUPPRESSED
    moved = england.measures().compare("care", "C01").moved
    assert moved is not None
    assert (moved.level, moved.reason) == (Movement.CANNOT_SAY, why)
    assert moved.q is None


def test_a_council_that_came_to_its_neighbours_is_nearer():
    england = an_england()
    panel = england.measures().panel("care")
    others = england.neighbours["dfe-2025"]["C01"]
    for year in range(2021, 2026):
        rows = [panel.area_index[code] for code in others]
        values = panel.value[rows, panel.period_index[str(year)]]
        mean = float(values[values == values].mean())
        people = england.tables["people"]["C01", str(year)]
        times = 3.0 if year < 2023 else 1.0
        england.tables["care_count"]["C01", str(year)] = round(times * mean * float(people) / 1e4)
    moved = england.measures().compare("care", "C01").moved
    assert moved is not None
    assert moved.against_similar is Approach.NEARER
