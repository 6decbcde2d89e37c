"""What `Measures.levels_behind.of_all` says of every council, and when it says nothing."""

import pytest
from small_england import SmallEngland, council_codes, indicator, random_england

from brightfutures.catalogue import IndicatorKind
from brightfutures.measures.levels.shrinkage import size_of_a_fifth
from brightfutures.quantities import CannotAnswer, Reason, WrongUse


@pytest.fixture(scope="module")
def england() -> SmallEngland:
    made = random_england(3)
    made.tables["care_count"]["C05", "2025"] = Reason.SUPPRESSED
    made.tables["care_count"]["C06", "2025"] = 0.0
    codes = council_codes(made.geography)
    made.indicators += [
        indicator("score", IndicatorKind.FIGURE, health_check=False),
        indicator("new", IndicatorKind.RATE, health_check=False),
    ]
    made.tables["score_count"] = {(code, "2025"): 10.0 for code in codes}
    made.tables["new_count"] = {
        (code, year): made.tables["care_count"][code, year]
        for code in codes
        for year in ("2024", "2025")
    }
    return made


@pytest.fixture(scope="module")
def measures(england: SmallEngland):
    return england.measures()


def test_every_council_with_a_figure_is_there_in_order_of_name(measures, england):
    found = measures.levels_behind.of_all("care")
    counts = england.tables["care_count"]
    withheld = {code for code in council_codes(england.geography)
                if isinstance(counts[code, "2025"], Reason)}  # fmt: skip
    expected = [code for code in council_codes(england.geography) if code not in withheld]
    assert [one.area for one in found] == expected
    assert "C05" in withheld
    assert {one.rank.of for one in found} == {len(expected)}
    assert {one.period for one in found} == {"2025"}


@pytest.mark.parametrize("name", ["care", "moves"])
def test_the_raw_figure_is_the_one_its_page_shows_and_the_level_is_in_its_range(measures, name):
    for one in measures.levels_behind.of_all(name):
        assert one.raw == measures.compare(name, one.area).here.value
        assert one.range.low < one.estimate < one.range.high
        assert 0.0 < one.reliability < 1.0
        assert one.rank.low <= one.rank.high


def test_a_council_that_counted_nobody_has_a_level_above_nought(measures):
    (one,) = (each for each in measures.levels_behind.of_all("care") if each.area == "C06")
    assert one.raw == 0.0
    assert one.range.low > 0.0


def test_the_highest_are_the_likeliest_to_be_among_the_highest_fifth(measures):
    found = sorted(measures.levels_behind.of_all("moves"), key=lambda one: one.estimate)
    fifth = size_of_a_fifth(len(found))
    top, bottom = found[-fifth:], found[:fifth]
    middle = found[fifth:-fifth]
    assert min(one.chance_highest_fifth for one in top) > 0.2
    assert max(one.chance_highest_fifth for one in bottom) < 0.2
    assert sum(one.chance_highest_fifth for one in top) > sum(
        one.chance_highest_fifth for one in middle
    )


def test_what_is_said_of_a_past_period_uses_no_later_figure(england):
    shorter = random_england(3, years=range(2017, 2024))
    whole = random_england(3)
    for table in (f"{name}_count" for name in ("care", "moves", "people")):
        source = "people" if table.startswith("people") else table
        for key in shorter.tables[source]:
            shorter.tables[source][key] = whole.tables[source][key]
    then = whole.measures().levels_behind.of_all("care", "2023")
    assert then == shorter.measures().levels_behind.of_all("care")


def test_without_counts_it_says_why_nothing_can_be_said(measures):
    with pytest.raises(CannotAnswer, match="No counts are published"):
        measures.levels_behind.of_all("score")


def test_with_too_short_a_past_it_says_so_and_does_not_shrink_by_a_borrowed_wobble(measures):
    assert measures.compare("new", "C01").wobble.borrowed
    with pytest.raises(CannotAnswer, match="too few years"):
        measures.levels_behind.of_all("new")


def test_with_too_few_councils_it_says_so():
    few = random_england(4, councils=19, neighbours=6)
    for table in few.tables.values():  # enough past years to know the wobble, few councils now
        for key, value in table.items():
            if isinstance(value, Reason):
                table[key] = 30.0
    with pytest.raises(CannotAnswer):
        few.measures().levels_behind.of_all("care")


def test_names_nobody_knows_are_refused(measures):
    with pytest.raises(WrongUse):
        measures.levels_behind.of_all("nothing")
    with pytest.raises(CannotAnswer, match="has no figures for 1999"):
        measures.levels_behind.of_all("care", "1999")
