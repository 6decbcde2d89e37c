"""England as a whole: growth between two years, grades by year, and what is left out."""

import datetime

from brightfutures.catalogue.series import Break, Series, SeriesKind
from brightfutures.measures.agreement.grades_over_time import grades_over_time
from brightfutures.measures.agreement.inspections import Inspection
from brightfutures.measures.nation.gradient import gradient_of
from brightfutures.measures.nation.growth import growth
from brightfutures.quantities import Area, AreaKind, PeriodKind

CARE = Series(
    id="children_in_care",
    sentence="Children in care on 31 March.",
    unit="children",
    kind=SeriesKind.COUNT,
    period_kind=PeriodKind.AT_31_MARCH,
    sources=("a",),
    breaks=(Break(period="2014", sentence="Counted in another way from 2014."),),
)


def test_growth_stands_beside_the_rate_and_names_the_break_between():
    found = growth(
        CARE, {"2012": 60_000, "2016": 66_000, "2025": 75_000}, "2010", {"2012": 50, "2025": 60}
    )

    assert found is not None
    assert (found.from_period, found.to_period, found.share) == ("2012", "2025", 0.25)
    assert (found.rate_then, found.rate_now) == (50, 60)
    assert [entry.period for entry in found.breaks] == ["2014"]


def test_growth_from_the_year_of_a_break_on_names_none():
    found = growth(CARE, {"2012": 60_000, "2014": 66_000, "2025": 75_000}, "2014")

    assert found is not None
    assert found.from_period == "2014"
    assert found.breaks == ()


def test_a_rate_that_is_known_at_one_end_alone_is_not_told():
    found = growth(CARE, {"2012": 60_000, "2025": 75_000}, "2010", {"2025": 60})

    assert found is not None
    assert found.rate_then is found.rate_now is None


def test_one_count_has_not_grown():
    assert growth(CARE, {"2025": 75_000}, "2010") is None
    assert growth(CARE, {}, "2010") is None
    assert growth(CARE, {"2020": 0, "2025": 75_000}, "2010") is None


def council(code: str, **dates: datetime.date) -> Area:
    return Area(code=code, name=code, kind=AreaKind.COUNCIL, region="R", **dates)


def inspected(area: str, day: str, grade: int, framework: str = "ILACS", **more) -> Inspection:
    return Inspection(
        area=area,
        framework=framework,
        day=datetime.date.fromisoformat(day),
        published_on=more.get("published_on"),
        grades={"overall": grade},
    )


def test_a_grade_stands_until_the_next_and_counts_once_its_report_is_out():
    areas = [council("a"), council("b")]
    seen = [
        inspected("a", "2017-05-01", 1, "SIF"),
        inspected("a", "2020-03-02", 2, published_on=datetime.date(2020, 4, 20)),
        inspected("b", "2019-03-20", 0),
        inspected("b", "2020-03-30", 3, published_on=datetime.date(2020, 8, 1)),
    ]
    told = {one.year: one for one in grades_over_time(seen, areas)}

    assert list(told) == [2019, 2020]  # in 2018 half of all had a grade, and 2021 had not come
    assert told[2019].grades == (1, 1, 0, 0)
    assert told[2019].frameworks == (("ILACS", 1), ("SIF", 1))
    assert told[2020].grades == (1, 0, 1, 0)


def test_a_council_that_has_ended_is_not_counted_after():
    gone = council("b", last=datetime.date(2019, 12, 31))
    seen = [inspected("a", "2018-05-01", 1), inspected("b", "2018-05-02", 0)]
    seen.append(inspected("a", "2020-05-01", 3))
    told = {one.year: one for one in grades_over_time(seen, [council("a"), gone])}

    assert told[2019].councils == 2
    assert (told[2020].councils, told[2020].grades) == (1, (0, 1, 0, 0))


def test_nothing_is_told_of_no_inspections():
    assert grades_over_time((), [council("a")]) == ()


def test_too_few_councils_have_no_gradient():
    import numpy as np

    fifth = np.repeat(np.arange(1, 6), 7)
    assert gradient_of("", np.ones(35), np.full(35, 100.0), fifth, 1.0) is None
