"""What is said of councils added up: rounding only where it can be only rounding."""

from dataclasses import replace

import pytest

from brightfutures.catalogue import load_catalogue
from brightfutures.findings.sum_words import (
    account_words,
    agreeing_words,
    difference_words,
    largest_sentence,
    sum_sentence,
    sums_headline,
    sums_lead,
)
from brightfutures.measures.nation.reconciled import Reconciled, reconciled
from brightfutures.published.reports import ReconciliationRow

SERIES = load_catalogue().series
COUNT = "children_looked_after_at_31_march"
CHILDREN, SPEND = SERIES[COUNT], SERIES["childrens_social_care_spend"]
WORKERS = SERIES["social_workers_in_post_at_30_september"]


def told(*sums: tuple[float, float | None], series=COUNT, **changes) -> list[Reconciled]:
    """Sums with England's figure beside each, of one file whose figures are rounded to ten."""
    rows = [
        ReconciliationRow(
            series=series,
            period="2025" if SERIES[series].period_kind.value != "financial_year" else "2024-25",
            sum_of_councils=total,
            england=england,
            difference_percent=(total - england) / england * 100 if england else None,
            councils_with_value=152,
            withheld_count=0,
            withheld=(),
            absent_count=0,
            absent=(),
            england_rounded_to=10,
            file="cla.csv" if england else None,
        )
        for total, england in sums
    ]
    rows[0] = replace(rows[0], **changes)
    return list(reconciled(rows, SERIES, {}))


def test_the_four_ways_in_which_a_sum_can_end():
    rounding, agrees, strays = told((81_766, 81_770), (90, 90), (83_501, 83_530))

    assert sum_sentence(CHILDREN, rounding) == (
        "At 31 March 2025 councils add up to 81,766; England’s own figure is 81,770. "
        "The difference of 4 is rounding."
    )
    assert sum_sentence(CHILDREN, agrees) == (
        "At 31 March 2025 councils add up to 90, and so says England’s own figure."
    )
    assert sum_sentence(CHILDREN, strays).endswith(
        "No council is missing, and rounding cannot make the difference of 29: the files do not "
        "say what does."
    )
    assert sum_sentence(CHILDREN, told((90, None))[0]) == (
        "At 31 March 2025 councils add up to 90; the publisher gives no figure for England."
    )


def test_who_is_missing_is_named_and_no_more_than_five_of_many():
    one = told((90, 100), withheld_count=1, withheld=("Isle of Wight",))[0]
    many = told((90, 100), absent_count=7, absent=("Ash", "Beech", "Cedar", "Elm", "Fir"))[0]
    equal = told((100, 100), withheld_count=1, withheld=("Ash",))[0]

    assert sum_sentence(CHILDREN, one).endswith(
        "The difference is 10. A mark stands in place of the figure of the Isle of Wight."
    )
    assert sum_sentence(CHILDREN, many).endswith(
        "No file has a row for 7 councils, Ash, Beech, Cedar, Elm and Fir among them."
    )
    assert "They agree, although a council is missing." in sum_sentence(CHILDREN, equal)
    assert [account_words(each) for each in (one, many)] == [
        "1 council missing",
        "7 councils missing",
    ]


def test_money_and_full_time_equivalents_are_written_as_they_are_read():
    spend = told((13_453_095_000, 13_885_694_892.52), series=SPEND.id)[0]
    workers = told((32_501.4, 32_502.4), (31_720.5, 31_720.1), series=WORKERS.id)[0]

    assert "£13,453,095,000; England’s own figure is £13,885,694,893" in sum_sentence(SPEND, spend)
    assert "32,501.4; England’s own figure is 32,502.4" in sum_sentence(WORKERS, workers)
    assert difference_words(WORKERS, workers) == "+1"
    assert difference_words(SPEND, told((2, 1), series=SPEND.id)[0]) == "−£1"
    assert difference_words(SPEND, told((2, None), series=SPEND.id)[0]) == "–"


@pytest.mark.parametrize(
    ("sums", "headline"),
    [
        (
            [(81_766, 81_770), (83_529, 83_530)],
            "Where every council has a figure, they add up to England’s own, but for rounding",
        ),
        (
            [(83_501, 83_530), (83_529, 83_530)],
            "Where every council has a figure, they add up to within 0.1% of England’s own",
        ),
        (
            [(90, 120), (83_529, 83_530)],
            "Councils do not add up to England’s own figure in 1 of 2 sums that none is missing "
            "from",
        ),
        (
            [(90, 120)],
            "Councils do not add up to England’s own figure in the one sum that none is missing "
            "from",
        ),
        (
            [(90, None)],
            "The publisher gives no figure for England that councils could be added up beside",
        ),
    ],
)
def test_the_headline_of_sums(sums, headline):
    assert sums_headline(told(*sums)) == headline
    assert len(headline.split()) <= 25


def test_sums_with_a_council_missing_can_say_nothing_and_are_counted_apart():
    missing = told((90, 100), (120, 120), absent_count=1, absent=("Ash",))

    assert agreeing_words(missing) == "1 of 1; 1 cannot say"
    assert agreeing_words(missing[:1]) == "1 cannot say"
    assert agreeing_words([]) == "–"
    assert sums_lead(missing) == (
        "Every council has a figure in 1 of 2 sums. In the other at least one has none, so "
        "rounding cannot be told from what is hidden."
    )
    assert sums_lead(missing[:1]) == "One council or more has no figure in the one sum."
    assert sums_lead(missing[1:]) == "Every council has a figure in the one sum."
    assert sums_headline(missing[:1]).startswith("Some council is missing from every sum")


def test_the_sum_furthest_from_england_is_named_with_which_way():
    found = largest_sentence(SERIES, told((90, 100), (83_529, 83_530)))

    assert found.startswith("The furthest apart: 10.0% less than England’s own figure at 31 March")
    assert largest_sentence(SERIES, told((90, 90))) == ""
    assert "less than 0.1% more" in largest_sentence(SERIES, told((83_531, 83_530)))
