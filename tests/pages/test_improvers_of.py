"""The block "who has improved on this?" of an indicator's page."""

import re

import pytest
from test_view_models import FORMS, unsaid

from brightfutures.delivery.edition import Edition
from brightfutures.delivery.page_inputs import improvers_block, indicator_view
from brightfutures.measures.improving.results import Improvers
from brightfutures.pages.improvers_of import MOST_SHOWN
from brightfutures.pages.render import render
from brightfutures.quantities import CannotAnswer


@pytest.fixture(scope="module")
def found(made_up_edition: Edition) -> Improvers:
    """The first answer of the made-up England that names somebody, of any indicator and year."""
    measures = made_up_edition.measures
    for indicator in made_up_edition.catalogue.indicators.values():
        for period in reversed(measures.periods(indicator.id)):
            try:
                answer = measures.improvers(indicator.id, None, period)
            except CannotAnswer:
                continue
            if answer.found:
                return answer
    raise AssertionError("nobody improves in the made-up England")


def test_a_page_names_those_who_improved_and_says_all_it_knows(
    made_up_edition: Edition, found: Improvers
):
    named = found.found[0].area
    area = next(area for area in made_up_edition.geography.councils() if area.code != named)
    comparison = made_up_edition.measures.compare(found.indicator, area.code, found.ended[1])
    page = indicator_view(made_up_edition, area, comparison, FORMS)

    html = render(
        "indicator.html", page, made_up_edition.site(home="/", stylesheet="/static/site.css")
    )
    assert page.improvers is not None
    assert len(page.improvers.rows) <= MOST_SHOWN
    assert unsaid(made_up_edition, "indicator.html", page) == set()
    assert "Who has improved on this?" in html
    assert made_up_edition.name_of(named) in html
    row = page.improvers.rows[0]
    assert re.search(rf'href="{re.escape(row.address)}"', html)
    assert row.sentence.startswith("went from")
    assert row.likeness.endswith(".")
    assert "not in these figures" in html


def test_a_contested_indicator_has_no_such_block(made_up_edition: Edition):
    area = made_up_edition.geography.councils()[0]
    contested = made_up_edition.catalogue.indicators["referrals_rate"]
    newest = made_up_edition.measures.compare("referrals_rate", area.code).period
    assert improvers_block(made_up_edition, area, contested, newest) is None
    uncounted = made_up_edition.catalogue.indicators["attainment_8_children_in_need"]
    assert improvers_block(made_up_edition, area, uncounted, "2023-24") is None


def test_years_that_cannot_be_read_are_said_to_be_so(made_up_edition: Edition):
    area = made_up_edition.geography.councils()[0]
    absence = made_up_edition.catalogue.indicators["persistent_absence_children_in_need_percent"]
    newest = made_up_edition.measures.compare(absence.id, area.code).newest_period
    block = improvers_block(made_up_edition, area, absence, newest)
    assert block is not None
    assert block.rows == ()
    assert "pandemic" in block.sentences[0]
