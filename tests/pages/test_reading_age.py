"""Reading age: the count is as it says; questions and overviews can be read at fourteen."""

import pytest
from benchmarks.reading_age import AIM, ages_of, reading_age, sentences_of, syllables

from brightfutures.delivery.edition import Edition


@pytest.mark.parametrize(
    ("word", "count"),
    [("child", 1), ("children", 2), ("care", 1), ("people", 2), ("moved", 1), ("wanted", 2),
     ("places", 2), ("figures", 2), ("families", 3), ("protection", 3), ("1,234", 1), ("12%", 1)],
)  # fmt: skip
def test_syllables_are_counted_by_the_rule(word: str, count: int):
    assert syllables(word) == count


def test_the_age_is_the_grade_plus_five():
    """Four words of one syllable in one sentence: 0.39 * 4 + 11.8 * 1 - 15.59 + 5."""
    assert reading_age(["The child is safe."]) == pytest.approx(2.77)
    with pytest.raises(ValueError, match="nothing to read"):
        reading_age([])


def test_only_whole_sentences_of_prose_are_read():
    html = (
        "<nav><p>Leave this out.</p></nav><main><h1>A label</h1><p>One <a>link</a>. Two?</p>"
        "<table><tr><td><p>Not this.</p></td></tr></table><ul><li>Three.</li></ul></main>"
    )

    assert sentences_of(html) == ["One link.", "Two?", "Three."]


@pytest.mark.parametrize(("kind", "word"), [("Questions", "questions"), ("Overview", "")])
def test_questions_and_overviews_can_be_read_at_fourteen(
    kind: str, word: str, made_up_edition: Edition
):
    found = ages_of(made_up_edition, kind, word, 3)

    assert len(found.ages) == 3
    assert 8 < min(found.ages) < max(found.ages) <= AIM
