"""What is said of the map of one indicator, and of the council that the reader asked about."""

import pytest
from hand_made import WITHHELD, indicator

from brightfutures.catalogue import GoodDirection
from brightfutures.findings.map_words import chosen_sentence, council_said, map_message
from brightfutures.measures.results import Cell, Level, National, Why
from brightfutures.quantities import Value

REGION = {"A": "North East", "B": "London"}


def one(level: Level, region: str = "A", why: Why | None = None, value: Value = 70.0) -> National:
    cell = Cell(area=region, period="2025", value=value, numerator=None, denominator=None)
    return National(
        here=cell, interval=None, level=level, reason=why, z_wobble=None, q=None, rank=None
    )


HIGH, LOW, SAME = Level.HIGHER, Level.UNUSUALLY_LOW, Level.ABOUT_THE_SAME


@pytest.mark.parametrize(
    ("found", "said"),
    [
        ([one(SAME)], "Nowhere is a council clearly higher or lower than the average council"),
        ([one(HIGH, "B")], "The one council that is clearly higher is in London"),
        ([one(HIGH)] * 2, "The 2 councils that are clearly higher are all in the North East"),
        (
            [one(HIGH), one(HIGH, "B"), one(LOW)],
            "The 2 councils that are clearly higher are in 2 of 9 regions; the one council that is "
            "clearly lower is in the North East",
        ),
    ],
)
def test_in_how_many_regions_councils_differ(found: list[National], said: str):
    assert map_message(found, REGION.__getitem__, 9) == said


def test_all_regions_are_every_region():
    found = [one(LOW), one(LOW, "B")]

    assert map_message(found, REGION.__getitem__, 2).endswith("clearly lower are in every region")


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (one(HIGH), "Essex: 70, clearly higher"),
        (one(LOW), "Essex: 70, clearly lower"),
        (one(SAME), "Essex: 70, no clear difference"),
        (
            one(Level.CANNOT_SAY, why=Why.TOO_FEW_CHILDREN),
            "Essex: 70, cannot say (numbers too small to compare)",
        ),
        (one(Level.CANNOT_SAY, why=Why.VALUE_MISSING, value=WITHHELD), "no figure (withheld)"),
        (one(HIGH, value=WITHHELD), "Essex: withheld, clearly higher"),
        (None, "Essex: did not exist"),
    ],
)
def test_a_cell_says_its_council_its_figure_and_its_verdict(found: National | None, said: str):
    entry = indicator(good_direction=GoodDirection.NEITHER)

    assert council_said(entry, "Essex", found).endswith(said)


def test_a_chosen_council_is_held_against_all_others_and_called_better_only_where_agreed():
    neither = indicator(good_direction=GoodDirection.NEITHER)
    lower = indicator(good_direction=GoodDirection.LOWER)
    unit = "per 10,000 children"

    assert chosen_sentence(neither, "Essex", one(HIGH), unit) == (
        "Essex has 70 per 10,000 children: clearly higher than the average of all other councils."
    )
    assert chosen_sentence(lower, "Essex", one(HIGH), unit).endswith("councils, worse.")
    assert "better" not in chosen_sentence(lower, "Essex", one(SAME), unit)


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (None, "Essex has no place here: it did not exist in this period."),
        (
            one(Level.CANNOT_SAY, why=Why.VALUE_MISSING, value=WITHHELD),
            "Essex has no figure here (withheld).",
        ),
        (
            one(HIGH, value=WITHHELD),
            "Essex has no figure here (withheld), but it is clearly higher either way.",
        ),
        (
            one(Level.CANNOT_SAY, why=Why.TOO_FEW_CHILDREN),
            "Essex has 70 score; whether that differs cannot be said "
            "(numbers too small to compare).",
        ),
    ],
)
def test_what_cannot_be_said_of_a_chosen_council_is_said_so(found: National | None, said: str):
    entry = indicator(good_direction=GoodDirection.NEITHER)

    assert chosen_sentence(entry, "Essex", found, "score").replace("70;", "70 score;") == said
