"""What would be expected, on a page of an indicator: said before the details, never as praise."""

from dataclasses import replace

import pytest

from brightfutures.delivery.edition import Edition
from brightfutures.measures.results import Level
from brightfutures.pages.expected_of import expected_of
from brightfutures.quantities import ENGLAND

NEVER = ("performance", "better than", "worse than", "predict", "None", "nan")


@pytest.fixture
def asked(made_up_edition: Edition):
    """An indicator, its comparison, expectation and model, and the council's name."""
    area = made_up_edition.geography.councils()[7]
    indicator = made_up_edition.indicator("children_looked_after_rate")
    comparison = made_up_edition.measures.compare(indicator.id, area.code)
    expectation = made_up_edition.measures.expected.of(indicator.id, area.code)
    model = made_up_edition.measures.expected.model(indicator.id)
    assert expectation is not None
    assert model is not None
    return indicator, comparison, expectation, model, area.name


def test_the_block_says_what_is_expected_how_sure_that_is_and_that_it_is_no_target(asked):
    block = expected_of(*asked)
    assert block is not None
    said = " ".join((*block.paragraphs, block.bear_in_mind, block.how_ranges_held))
    assert "would be expected in " in said
    assert "Nineteen in twenty councils like it would have from " in said
    assert "is not a target" in said
    assert "in 100 had a figure within the range" in said
    assert all(word not in said for word in NEVER)
    assert block.method == "/methods/expected"


def test_the_table_leaves_out_each_circumstance_in_turn(asked):
    block = expected_of(*asked)
    assert block is not None
    assert block.rows[0].what == "With all of them"
    titles = [effect.variable.title for effect in asked[3].effects]
    assert [row.what.lower() for row in block.rows[1:]] == [
        f"without: {title.lower()}" for title in titles
    ]
    assert all(row.verdict.shape in "▲▼●–" for row in block.rows)


def test_that_circumstances_tell_nothing_is_said_first(asked):
    indicator, comparison, expectation, model, name = asked
    block = expected_of(indicator, comparison, expectation, replace(model, explained=-0.1), name)
    assert block is not None
    assert block.paragraphs[0].startswith("Councils’ circumstances tell nothing of this measure")
    tells = expected_of(indicator, comparison, expectation, replace(model, explained=0.5), name)
    assert tells is not None
    assert tells.paragraphs[0].startswith("Given how poor its families are")


def test_only_a_verdict_is_made_to_stand_out(asked):
    indicator, comparison, expectation, model, name = asked
    for level in Level:
        block = expected_of(indicator, comparison, replace(expectation, level=level), model, name)
        assert block is not None
        stands_out = level not in (Level.ABOUT_THE_SAME, Level.CANNOT_SAY)
        assert block.rows[0].verdict.different is stands_out


def test_where_nothing_can_be_fitted_there_is_no_block(made_up_edition: Edition, asked):
    indicator, comparison, _, model, name = asked
    assert expected_of(indicator, comparison, None, model, name) is None
    assert made_up_edition.measures.expected.of(indicator.id, ENGLAND) is None
