"""What must hold of every track record, whatever the figures."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from small_england import SmallEngland, indicator, random_england, shuffled

from brightfutures.measures.results import Level
from brightfutures.measures.track_record.results import IndicatorRecord, TrackRecord

FEW = settings(max_examples=6, suppress_health_check=[HealthCheck.too_slow], deadline=None)
SEEDS = some.integers(0, 10_000)
YEARS = range(2017, 2026)


def an_england(seed: int) -> SmallEngland:
    england = random_england(seed, councils=34, years=YEARS, wobble=0.06)
    england.neighbours["dfe-2021"] = england.neighbours["dfe-2025"]
    return england


def record_of(england: SmallEngland) -> TrackRecord:
    return england.measures().track_record()


@FEW
@given(SEEDS)
def test_every_verdict_is_counted_once(seed: int):
    record = record_of(an_england(seed))
    assert record.kept(1).flags > 0
    for entry in (*record.indicators, *record.beside_england):
        for row in (*entry.levels, *entry.movements):
            kept = row.kept
            assert kept.answered + kept.cannot_say == kept.flags
            assert 0 <= kept.still_there <= kept.placed <= kept.flags
            assert 0 <= kept.same_level <= kept.same
        for beside in entry.rules:
            assert beside.flags == min(beside.ours_raised, beside.theirs_raised)
            for held in (beside.ours_on_ours, beside.theirs_on_theirs, beside.theirs_on_ours):
                assert 0 <= held.held <= held.of <= beside.flags
        for years_after in (1, 2):  # whoever is called and looked up is one of any
            assert entry.kept(years_after).placed <= entry.any_side(years_after).of
            assert entry.moved(years_after).placed <= entry.any_movement(years_after).of


@FEW
@given(SEEDS)
def test_a_later_year_changes_nothing_of_the_record_before_it(seed: int):
    england = an_england(seed)
    whole = record_of(england)
    for table in england.tables.values():
        for key in [key for key in table if key[1] == "2025"]:
            del table[key]
    shorter = record_of(england)
    for entry in shorter.indicators:
        longer = whole.of(entry.indicator)
        assert longer is not None
        known = until(longer, 2024)
        assert entry.levels == known.levels
        assert entry.movements == known.movements
        assert entry.rules == known.rules
        assert entry.any_sides == known.any_sides
        assert entry.any_movements == known.any_movements


def until(record: IndicatorRecord, last: int) -> IndicatorRecord:
    """The record as it could be known when figures of `last` were the newest."""
    return IndicatorRecord(
        indicator=record.indicator,
        levels=tuple(row for row in record.levels if row.used.year + row.years_after <= last),
        movements=tuple(row for row in record.movements if row.used.year + row.years_after <= last),
        rules=tuple(row for row in record.rules if row.used.year + 1 <= last),
        any_sides=tuple(row for row in record.any_sides if row.used.year + row.years_after <= last),
        any_movements=tuple(
            row for row in record.any_movements if row.used.year + row.years_after <= last
        ),
    )


@FEW
@given(SEEDS)
def test_the_order_of_the_figures_never_changes_the_record(seed: int):
    england = an_england(seed)
    assert record_of(england) == record_of(shuffled(england, seed))


@FEW
@given(SEEDS)
def test_an_indicator_outside_of_the_set_changes_nothing_of_the_sets_record(seed: int):
    england = an_england(seed)
    before = record_of(england)
    england.indicators.append(indicator("extra", health_check=False))
    england.tables["extra_count"] = england.tables["care_count"]
    after = record_of(england)
    assert after.indicators == before.indicators
    assert after.beside_england == before.beside_england
    assert [entry.indicator for entry in after.others] == ["extra"]


@FEW
@given(SEEDS)
def test_one_indicators_own_record_is_what_the_whole_says_of_it(seed: int):
    england = an_england(seed)
    measures = england.measures()
    alone = measures.track_record_of("care")
    whole = measures.track_record().of("care")
    assert whole is not None
    assert alone.levels == whole.levels
    after = england.measures()
    after.track_record()  # from which it is taken then
    assert after.track_record_of("care") == alone


@FEW
@given(SEEDS)
def test_where_nothing_ever_changes_every_verdict_is_kept(seed: int):
    england = an_england(seed)
    for table in england.tables.values():
        for (code, year), _ in list(table.items()):
            table[code, year] = table[code, "2017"]
    record = record_of(england)
    for years_after in (1, 2):
        kept = record.kept(years_after)
        assert kept.still_there == kept.placed
        assert kept.opposite == 0
        anyone = record.any_side(years_after)
        assert anyone.held == anyone.of > 0
    quiet = record.kept(1, levels=(Level.ABOUT_THE_SAME,))
    assert quiet.placed == 0
