"""What is worked out ahead of being asked: the fixed set's expectations in the newest rounds."""

import pytest
from contexts import in_context
from small_england import random_england

from brightfutures.measures import Measures
from brightfutures.measures.expectation.expectations import Expectations


@pytest.fixture
def measures() -> Measures:
    return in_context(random_england(2, councils=30)).measures()


def judged_one_by_one(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The indicators judged from now on, in order, as they are worked out."""
    found: list[str] = []
    really = Expectations._judge

    def noted(self, study, place, left_out=None):
        found.append(study.indicator.id)
        return really(self, study, place, left_out)

    monkeypatch.setattr(Expectations, "_judge", noted)
    return found


def test_each_piece_judges_one_measure(measures: Measures, monkeypatch: pytest.MonkeyPatch):
    pieces = list(measures.expected.in_pieces())
    assert pieces
    judged = judged_one_by_one(monkeypatch)
    for number, piece in enumerate(pieces, start=1):
        piece()
        assert len(judged) == number > 0


def test_after_the_pieces_no_measure_is_left_to_judge_for_another(
    measures: Measures, monkeypatch: pytest.MonkeyPatch
):
    for piece in measures.expected.in_pieces():
        piece()
    judged = judged_one_by_one(monkeypatch)
    for name in measures.with_figures():
        before = len(judged)
        measures.expected.of(name, "C01")
        assert set(judged[before:]) <= {name}  # its own period before, at most
