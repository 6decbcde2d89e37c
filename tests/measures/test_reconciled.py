"""What may be said of a sum of councils beside England's own figure, and what may not."""

from dataclasses import replace

import pytest

from brightfutures.catalogue import load_catalogue
from brightfutures.measures.nation.reconciled import SumAccount, reconciled, rounding_step
from brightfutures.published.reports import ReconciliationRow

COUNT = "children_looked_after_at_31_march"
SERIES = load_catalogue().series


def row(total: float, england: float | None, period: str = "2025", **changes) -> ReconciliationRow:
    known = england is not None
    made = ReconciliationRow(
        series=COUNT,
        period=period,
        sum_of_councils=total,
        england=england,
        difference_percent=(total - england) / england * 100 if known else None,
        councils_with_value=152,
        withheld_count=0,
        withheld=(),
        absent_count=0,
        absent=(),
        england_rounded_to=None,
        file="cla.csv" if known else None,
    )
    return replace(made, **changes)


def accounts(*rows: ReconciliationRow) -> list[SumAccount]:
    return [one.account for one in reconciled(rows, SERIES, {"cla.csv": "dfe"})]


def test_a_difference_of_less_than_half_a_step_is_rounding_where_england_is_seen_to_be_rounded():
    found = reconciled([row(83_524, 83_530, "2024"), row(81_766, 81_770)], SERIES, {})

    assert [one.england_step for one in found] == [10, 10]
    assert [one.difference for one in found] == [6, 4]
    assert [one.account for one in found] == [SumAccount.NOT_ACCOUNTED_FOR, SumAccount.ROUNDING]


def test_rounding_is_never_said_where_a_council_has_no_figure():
    hidden = row(81_766, 81_770, withheld_count=1, withheld=("City of London",))
    absent = row(81_766, 81_770, absent_count=1, absent=("Isles of Scilly",))
    equal = row(81_770, 81_770, withheld_count=1, withheld=("City of London",))

    assert accounts(hidden, absent, equal) == [SumAccount.SOME_MISSING] * 3


def test_one_round_figure_alone_does_not_show_that_england_is_rounded_to_ten():
    assert accounts(row(81_766, 81_770)) == [SumAccount.NOT_ACCOUNTED_FOR]
    assert accounts(row(64_378, 64_400)) == [SumAccount.ROUNDING]


def test_other_files_of_the_same_source_show_what_england_is_rounded_to():
    rows = [row(29_933, 29_930, "2019", file="a.csv"), row(28_512, 28_510, "2018", file="b.csv")]

    alone = reconciled(rows, SERIES, {})
    together = reconciled(rows, SERIES, {"a.csv": "dfe", "b.csv": "dfe"})

    assert {one.account for one in alone} == {SumAccount.NOT_ACCOUNTED_FOR}
    assert {one.account for one in together} == {SumAccount.ROUNDING}


def test_councils_that_are_rounded_themselves_may_stray_further():
    # 150 figures rounded to five stray 5 × √(150 / 12) × 3 = 53 at most, and England's half of 100.
    sums = [(60_345, 60_300), (60_005, 60_000), (59_425, 59_400), (60_965, 60_900)]
    rows = [
        row(total, england, str(2006 + place), councils_with_value=150)
        for place, (total, england) in enumerate(sums)
    ]

    assert accounts(*rows) == [SumAccount.ROUNDING] * 4
    assert accounts(*rows[:3], row(60_965, 60_800, "2009"))[3] is SumAccount.NOT_ACCOUNTED_FOR


def test_equal_is_equal_and_without_a_figure_for_england_nothing_is_compared():
    agreeing, alone = reconciled([row(100, 100), row(100, None)], SERIES, {})

    assert (agreeing.account, agreeing.difference) == (SumAccount.AGREES, 0)
    assert (alone.account, alone.difference, alone.england_step) == (
        SumAccount.NO_ENGLAND,
        None,
        None,
    )
    assert agreeing.adds_up
    assert not alone.adds_up


@pytest.mark.parametrize(
    ("figures", "step"),
    [
        ([81_770, 83_530], 10),
        ([81_700, 83_500], 100),
        ([80_000, 60_000], 1000),
        ([81_775, 83_530], 5),
        ([81_771, 83_530], None),
        ([31_720.0, 32_502.4], 0.1),
        ([31_720.25, 32_502.4], None),
        ([81_770], None),
        ([64_400], 100),
        ([0, 81_770, 83_530], 10),
        ([], None),
    ],
)
def test_a_step_is_the_coarsest_that_every_figure_is_a_multiple_of(figures, step):
    assert rounding_step(figures) == step
