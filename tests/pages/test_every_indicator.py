"""Every indicator's page over all England, whole: true to its counts and in plain words."""

import re

import pytest

from brightfutures.catalogue import load_catalogue
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.national import NationalView, national_view, page_of
from brightfutures.findings.verdict_words import ABOVE, DIFFERENT
from brightfutures.measures.results import Level
from brightfutures.pages.national_page import NationalPage
from brightfutures.quantities import Missing

pytestmark = pytest.mark.published

INDICATORS = tuple(load_catalogue().indicators)


@pytest.fixture(scope="module", params=INDICATORS)
def view(request: pytest.FixtureRequest, edition: Edition) -> NationalView:
    return national_view(edition, request.param)


@pytest.fixture(scope="module")
def overview(view: NationalView) -> NationalPage:
    return page_of(view, (("CSV", "/x.csv"),))


def test_the_headline_counts_the_councils_in_its_table(view: NationalView, overview: NationalPage):
    shown = [row.verdict for row in overview.rows if row.verdict.different]
    said = [int(number) for number in re.findall(r"\b\d+\b", overview.h1.rpartition(":")[2])]
    higher = sum(one.level in ABOVE for one in view.found)

    assert len(shown) == sum(one.level in DIFFERENT for one in view.found)
    if shown:
        assert said[0] == (higher or len(shown))
        assert sum(row.shape == "▲" for row in shown) == higher


def test_a_council_without_a_figure_or_a_test_has_no_verdict(
    view: NationalView, overview: NationalPage
):
    for one, row in zip(view.found, overview.rows, strict=True):
        assert row.missing is isinstance(one.here.value, Missing)
        if one.level is Level.CANNOT_SAY:
            assert not row.verdict.different
        if one.level in DIFFERENT:
            assert one.q is None or one.q <= 0.05


def test_better_and_worse_are_never_said_of_a_contested_figure(
    view: NationalView, overview: NationalPage
):
    said = " ".join((overview.h1, *overview.verdicts, *overview.record))

    assert not re.search(r"\bbetter\b|\bworse\b|\bbest\b|\bworst\b|\bfailing\b", said)
    contested = "is not in itself better here" in overview.lead
    assert contested is (view.indicator.good_direction == "neither")
