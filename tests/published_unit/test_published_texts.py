"""Texts kept together are the texts that were put in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brightfutures.published.published_texts import PublishedTexts

texts = st.lists(st.text(max_size=12), max_size=30)


@given(texts, st.integers(1, 7))
def test_every_text_comes_back_as_it_was_however_they_were_parted(given_texts, at_once):
    blocks = [given_texts[k : k + at_once] for k in range(0, len(given_texts), at_once)]
    kept = PublishedTexts(blocks)
    assert list(kept) == given_texts
    assert kept[1:4] == given_texts[1:4]


def test_a_number_that_no_text_has_is_refused():
    kept = PublishedTexts([["1,234", "–"]])
    for number in (2, -1):
        with pytest.raises(IndexError):
            kept[number]
