"""What followed cuts in the official files: what is asked, and what the placebos say."""

import numpy as np
import pytest

from brightfutures.catalogue import IntervalMethod
from brightfutures.delivery.edition import Edition
from brightfutures.money.after_cuts import AfterCuts, Followed
from brightfutures.money.what_could_follow import PANDEMIC, WHAT_COULD_FOLLOW

pytestmark = pytest.mark.published


@pytest.fixture(scope="module")
def found(edition: Edition) -> AfterCuts:
    return edition.books.after_cuts


def test_every_line_indicator_span_and_horizon_has_an_answer(found: AfterCuts):
    asked = {(one.line, one.indicator, one.span_years, one.years_on) for one in found.results}

    assert len(asked) == len(found.results) == 6 * sum(map(len, WHAT_COULD_FOLLOW.values()))


def test_what_could_follow_are_indicators_with_counts_of_the_year_to_march(edition: Edition):
    for line, indicators in WHAT_COULD_FOLLOW.items():
        assert line in edition.books.panel.lines
        for name in indicators:
            assert edition.catalogue.indicators[name].interval is not IntervalMethod.NONE
            (kind,) = {period.kind for period in edition.measures.period_objects(name)}
            assert kind in ("at_31_march", "year_to_31_march")


def test_the_published_figures_cannot_tell_what_followed_cuts(found: AfterCuts):
    tested = [one for one in found.results if one.p is not None]

    assert len(tested) > 300
    assert found.told == ()
    assert {one.followed for one in found.results} == {Followed.CANNOT_TELL, Followed.TOO_FEW}
    # As chance alone makes: one in twenty, give or take what goes together.
    assert np.mean([one.p < 0.05 for one in tested if one.p is not None]) < 0.10


def test_the_placebos_find_what_chance_alone_makes(found: AfterCuts):
    before = [one.before_p for one in found.results if one.before_p is not None]

    assert 0.0 < np.mean(np.array(before) < 0.05) < 0.12
    assert len(found.placebos) >= 30
    assert sum(one.p < 0.05 for one in found.placebos) <= 5
    assert max(abs(one.effect_percent) for one in found.placebos) < 2.0


def test_cuts_cross_no_break_no_missing_year_and_not_the_pandemic(found: AfterCuts):
    for (_, span), cuts in found.cuts.items():
        for base in cuts.base_years:
            last = base + span
            assert not base <= PANDEMIC <= last
            for year in (2010, 2012, 2013, 2015, 2022):  # the break, or the missing year, ends here
                assert not base < year <= last, (cuts.line, base)


def test_cuts_are_read_of_many_councils_in_every_line_but_care_and_the_total(found: AfterCuts):
    for (line, _), cuts in found.cuts.items():
        councils = int((cuts.cut == 1.0).any(axis=1).sum())
        if line in ("childrens_social_care", "children_looked_after"):
            assert councils < 20
        else:
            assert councils > 30
