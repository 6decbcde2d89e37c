"""England's finding, its measures in words, growth, gradient and grades."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hand_made import catalogue, indicator
from hand_made import cell as hand_cell

from brightfutures.catalogue import Indicator, IndicatorKind, load_catalogue
from brightfutures.catalogue.series import Break
from brightfutures.findings.england_growth import (
    CHILDREN,
    PRICES_TOO,
    QUOTED,
    children_sentence,
    growth_lines,
)
from brightfutures.findings.england_picture import (
    EnglandMeasure,
    MeasureGradient,
    england_headline,
    england_picture,
    leading_measure,
)
from brightfutures.findings.england_picture_words import (
    change_words,
    in_number,
    lead_sentence,
    not_held,
    spread_sentence,
)
from brightfutures.findings.finding import Certainty
from brightfutures.findings.grades_over_time_words import framework_sentences, newest_sentence
from brightfutures.findings.gradient_words import gradient_sentence, through_time
from brightfutures.measures.agreement.grades_over_time import GradesOfYear
from brightfutures.measures.nation.gradient import Gradient, pooled
from brightfutures.measures.nation.growth import Growth
from brightfutures.measures.nation.spread_of_councils import SpreadOfCouncils
from brightfutures.measures.nation.spread_results import EnglandChange, WhyNoMove
from brightfutures.measures.results import Cell, Movement
from brightfutures.quantities import ENGLAND, CannotAnswer, Interval

RATE = replace(
    indicator("plans", IndicatorKind.RATE, title="Plans"),
    unit="per 10,000 children",
    decimal_places=0,
    said_higher="More plans are made in {council} than in {others}",
    said_lower="Fewer plans are made in {council} than in {others}",
)
SHARE = replace(
    indicator("share", IndicatorKind.PROPORTION, title="Visits in time"),
    said_higher="More visits are in time in {council} than in {others}",
    said_lower="Fewer visits are in time in {council} than in {others}",
)


def cell(period: str, value: float) -> Cell:
    return replace(hand_cell(value, area=ENGLAND, period=period), numerator=100 * value)


def measure(
    entry: Indicator,
    moved: Movement,
    then: float = 112.0,
    now: float = 189.0,
    ordinary: float = 0.05,
) -> EnglandMeasure:
    tested = moved is not Movement.CANNOT_SAY
    change = EnglandChange(
        from_period="2013",
        to_period="2025",
        from_value=then,
        to_value=now,
        change=now / then - 1,
        ordinary=ordinary if tested else None,
        yearly=12 if tested else 2,
        moved=moved,
        reason=None if tested else WhyNoMove.TOO_FEW_YEARS,
        since_break=None,
    )
    history = (cell("2013", then), cell("2025", now))
    return EnglandMeasure(
        indicator=entry,
        here=history[-1],
        then=history[0],
        history=history,
        change=change,
        spreads=(
            SpreadOfCouncils(
                period="2025",
                councils=150,
                low_tenth=100.0,
                low_quarter=150.0,
                high_quarter=250.0,
                high_tenth=300.0,
            ),
        ),
    )


RISEN, FALLEN = Movement.HAS_RISEN, Movement.HAS_FALLEN
SAME, UNSURE = Movement.NO_CLEAR_CHANGE, Movement.CANNOT_SAY


def test_the_headline_is_the_clearest_change_with_both_figures_and_the_year():
    found = england_headline([measure(RATE, RISEN), measure(SHARE, UNSURE)])

    assert (
        found.sentence == "More plans are made in England than in 2013: 189 against 112 per 10,000"
    )
    assert found.certainty is Certainty.TESTED


def test_a_count_for_each_child_goes_before_a_share_however_clear():
    share = measure(SHARE, RISEN, ordinary=0.001)
    assert leading_measure([share, measure(RATE, FALLEN)]).indicator is RATE
    assert leading_measure([share, measure(RATE, SAME)]).indicator is SHARE


def test_an_old_figure_is_never_the_headline():
    old = measure(RATE, RISEN)
    old = replace(old, here=cell("2020", 189.0))
    assert leading_measure([old, measure(SHARE, RISEN)]).indicator is SHARE


def test_where_nothing_moved_or_nothing_can_be_followed_the_headline_says_so():
    none = england_headline([measure(RATE, SAME), measure(SHARE, UNSURE)])
    assert none.sentence.startswith("No main figure of England is clearly higher or lower")
    assert none.certainty is Certainty.TESTED
    unknown = england_headline([measure(RATE, UNSURE)])
    assert unknown.sentence.startswith("England’s main figures cannot yet be followed")
    assert unknown.certainty is Certainty.AS_PUBLISHED


def test_how_many_more_is_told_of_the_counts_as_they_are_shown():
    posts = measure(RATE, RISEN, then=58.226, now=59.654)  # 5,822.6 and 5,965.4 are 142.8 apart
    assert in_number(catalogue(RATE), posts) == "from 5,823 to 5,965 visits, 142 more"
    alike = measure(RATE, RISEN, then=58.226, now=58.234)
    assert in_number(catalogue(RATE), alike) == "5,823 visits, as many as then"


def test_without_a_measure_there_is_no_picture():
    with pytest.raises(CannotAnswer, match=r"docs/statistics\.md"):
        england_picture((), (), (), (), ())


def test_the_lead_counts_the_ways_and_claims_no_trend():
    said = lead_sentence([measure(RATE, RISEN), measure(SHARE, SAME), measure(SHARE, UNSURE)])
    assert "clearly higher on 1 and clearly lower on 0 of the 2 main measures" in said
    assert said.endswith("no trend.")
    assert "nothing can be said of change" in lead_sentence([measure(RATE, UNSURE)])


def test_better_or_worse_is_said_only_where_the_catalogue_says_which():
    assert change_words(measure(RATE, RISEN)) == "higher by 69%"
    assert spread_sentence(measure(RATE, RISEN)) == (
        "Half of all councils lie between 150 and 250; a tenth are under 100 and a tenth over 300."
    )
    none = measure(RATE, RISEN)
    (spread,) = none.spreads
    none = replace(none, spreads=(replace(spread, low_tenth=0.0),))
    assert "; a tenth or more are at 0 or near it and a tenth over 300." in spread_sentence(none)
    assert not_held([measure(RATE, RISEN)], 1) == ""
    assert not_held([measure(RATE, RISEN)], 2).startswith("One of the main measures is not")


def grown(series: str, then: float, now: float, **more) -> Growth:
    return Growth(
        series=series,
        from_period="2010",
        to_period="2025",
        then=then,
        now=now,
        share=now / then - 1,
        **more,
    )


def lines(then: float, now: float, wanted: str, **more):
    def growth_of(series: str, since: str, rate: str | None) -> Growth | None:
        return grown(series, then, now, **more) if series == wanted else None

    return growth_lines(load_catalogue(), growth_of)


def test_a_growth_says_both_numbers_both_years_and_each_child():
    (line,) = lines(
        64_400, 81_770, "children_looked_after_at_31_march", rate_then=58.0, rate_now=67.1
    )
    assert line.sentence == (
        "Children in care: 64,400 in 2010, 81,770 in 2025, 27% more. "
        "For every 10,000 children 58 then and 67 now: 16% more for each child."
    )


@pytest.mark.parametrize(
    ("now", "said"), [(200, "2.0 times as many"), (95, "5% fewer"), (100.2, "the same")]
)
def test_growth_in_words(now: float, said: str):
    (line,) = lines(100, now, "children_looked_after_at_31_march")
    assert line.change == said


def test_growth_warns_of_a_break_between_and_of_prices():
    broken = Break(period="2012", sentence="Counted in another way from 2012.")
    (line,) = lines(100, 150, "referrals", breaks=(broken,))
    assert line.cautions == ("Counted in another way from 2012.",)
    (spent,) = lines(6.9e9, 8.9e9, "children_looked_after_spend")
    assert spent.cautions == (PRICES_TOO,)
    assert (spent.then, spent.now) == ("£6.9 billion", "£8.9 billion")


def test_the_same_years_of_a_count_are_told_once():
    assert len(lines(100, 150, "section_47_enquiries")) == 1


def test_every_quoted_count_and_rate_is_in_the_catalogue():
    catalogue = load_catalogue()
    for quoted in (*QUOTED, CHILDREN):
        assert quoted.series in catalogue.series
        if quoted.rate is not None:
            assert quoted.series in catalogue.indicators[quoted.rate].numerator


def test_the_number_of_children_grew_too():
    assert "is 25% more than it was: 10.0 million" in children_sentence(
        grown("children_aged_0_to_17", 10e6, 12.5e6)
    )
    assert children_sentence(None) == ""


def gradient(period: str, ratio: float, low: float, high: float) -> Gradient:
    import numpy as np

    ten = np.full(10, 1000.0)
    fifths = tuple(pooled(place, np.full(10, 10.0 - place), ten, 10_000) for place in range(1, 6))
    return Gradient(
        period=period,
        fifths=fifths,
        ratio=ratio,
        ratio_range=Interval(low, high, 95.0),
        slope=1.0,
        slope_range=Interval(0.5, 1.5, 95.0),
    )


def told(now: Gradient, first: Gradient | None = None) -> MeasureGradient:
    return MeasureGradient(indicator=RATE, now=now, first=first, otherwise=None)


def test_the_gradient_says_how_many_times_and_how_sure():
    said = gradient_sentence(told(gradient("2025", 1.8, 1.5, 2.1)))
    assert said == (
        "Plans: 90 per 10,000 children in the most deprived fifth of councils and 50 in the least "
        "deprived, in 2025: about 1.8 times as many, likely between 1.5 and 2.1."
    )


def test_a_range_that_holds_one_cannot_be_told():
    said = gradient_sentence(told(gradient("2025", 1.2, 0.7, 1.9)))
    assert said.endswith("which of the two has more cannot be told.")


@pytest.mark.parametrize(
    ("first", "said"),
    [
        ((2.0, 1.8, 2.3), "cannot be told"),
        ((3.0, 2.6, 3.4), "narrower"),
        ((1.1, 1.0, 1.2), "wider"),
    ],
)
def test_the_gradient_is_called_changed_only_where_the_ranges_part(first, said: str):
    now = gradient("2025", 1.8, 1.5, 2.1)
    assert said in through_time(told(now, gradient("2012", *first)))
    assert through_time(told(now)) == ""


def year(end: int, frameworks: tuple[tuple[str, int], ...], without: int = 0) -> GradesOfYear:
    return GradesOfYear(
        year=end, councils=153, grades=(19, 31, 67, 36), without=without, frameworks=frameworks
    )


def test_the_newest_grades_are_counted_highest_first():
    said = newest_sentence([year(2025, (("ILACS", 153),))])
    assert said.endswith("36 outstanding, 67 good, 31 requires improvement and 19 inadequate.")
    assert "two had no overall grade" in newest_sentence([year(2025, (("ILACS", 151),), without=2)])


def test_years_that_rest_on_two_frameworks_are_named():
    (said,) = framework_sentences(
        [year(2018, (("SIF", 153),)), year(2019, (("ILACS", 50), ("SIF", 103))),
         year(2020, (("ILACS", 153),))]
    )  # fmt: skip
    assert "2018 to 2019" in said
    assert framework_sentences([year(2025, (("ILACS", 153),))]) == ()
