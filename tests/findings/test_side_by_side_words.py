"""The headline of councils side by side, in every case."""

from dataclasses import replace

import pytest
from hand_made import comparison

from brightfutures.findings.side_by_side_words import side_by_side_headline
from brightfutures.measures.results import Direction, Level, Pair

HIGHER, SAME, CANNOT = Level.HIGHER, Level.ABOUT_THE_SAME, Level.CANNOT_SAY


def rows(*levels: Level):
    """A measure for each level: both councils at that level, and the pair too."""
    found = []
    for level in levels:
        made = comparison()
        each = replace(made, verdict=replace(made.verdict, level=level))
        pair = Pair(other="b", level=level, reason=None, direction=Direction.NEITHER)
        found.append(((each, each), (pair,)))
    return found


@pytest.mark.parametrize(
    ("names", "levels", "said"),
    [
        (2, [HIGHER, SAME, CANNOT], "Essex and the City of London clearly differ on one of 2 "
         "measures that can be tested"),
        (2, [SAME, SAME], "No clear difference between Essex and the City of London on the 2 "
         "measures that can be tested"),
        (2, [SAME, CANNOT], "No clear difference between Essex and the City of London on the one "
         "measure that can be tested"),
        (2, [HIGHER], "Essex and the City of London clearly differ on the one measure that can be "
         "tested"),
        (2, [CANNOT], "Whether Essex and the City of London differ cannot be told on any measure "
         "here"),
        (3, [HIGHER, SAME], "Three councils side by side: 2 of the 4 figures that can be tested "
         "stand clearly apart from similar councils or England"),
        (3, [SAME], "Three councils side by side: none of the 2 figures that can be tested stands "
         "clearly apart"),
        (3, [CANNOT], "Three councils side by side: no figure of theirs can be tested"),
    ],
)  # fmt: skip
def test_it_counts_what_is_told_by_a_test(names, levels, said):
    councils = ["Essex", "City of London", "Kent"][:names]
    assert side_by_side_headline(councils, rows(*levels)) == said
    assert len(said.split()) <= 25
