"""A council that stands apart because of unaccompanied children is said to."""

import pytest

from brightfutures.findings.companions import (
    WITHOUT_UNACCOMPANIED,
    companion_sentence,
    rests_on_unaccompanied_children,
)
from brightfutures.findings.verdict_words import ABOVE, DIFFERENT
from brightfutures.measures.results import Level

pytestmark = pytest.mark.published


def test_kent_s_headline_says_that_it_rests_on_unaccompanied_children(edition):
    check = edition.health_check(edition.council("Kent"))
    assert check.headline.sentence.endswith(", but not once unaccompanied children are left out")
    assert any("Leaving out unaccompanied children it is" in each for each in check.lead)


@pytest.mark.parametrize("name", WITHOUT_UNACCOMPANIED)
def test_a_difference_rests_on_them_only_where_it_goes_away_without_them(edition, name):
    found = 0
    for area in edition.geography.councils():
        comparisons = {
            each: edition.measures.compare(each, area.code)
            for each in (name, WITHOUT_UNACCOMPANIED[name])
        }
        whole, without = comparisons.values()
        if not rests_on_unaccompanied_children(whole, comparisons):
            continue
        found += 1
        assert whole.verdict.level in DIFFERENT
        assert without.verdict.level is not Level.CANNOT_SAY
        opposite = (whole.verdict.level in ABOVE) != (without.verdict.level in ABOVE)
        assert without.verdict.level not in DIFFERENT or opposite
        sentence = companion_sentence(edition.catalogue.indicators, whole, comparisons)
        assert sentence is not None
        assert sentence.startswith("Leaving out unaccompanied children it is ")
    assert found > 0
