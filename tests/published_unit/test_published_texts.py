"""Texts kept together are the texts that were put in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brightfutures.published.published_texts import BLOCK, FEW_BLOCKS, PublishedTexts

Reads = list[tuple[int, int]]


def kept(texts: list[str]) -> tuple[PublishedTexts, Reads]:
    """The texts, and a list of what will have been read of them."""
    reads: Reads = []

    def read(first: int, end: int) -> list[str]:
        reads.append((first, end))
        return texts[first:end]

    return PublishedTexts(len(texts), read), reads


@given(st.lists(st.text(max_size=12), max_size=30), st.integers(0, 3))
def test_every_text_comes_back_as_it_was(few: list[str], many: int):
    texts = few + [str(number) for number in range(many * BLOCK)]
    found, _ = kept(texts)
    assert list(found) == texts
    assert found[1:4] == texts[1:4]


@pytest.mark.parametrize("number", [2, -1])
def test_a_number_that_no_text_has_is_refused(number: int):
    with pytest.raises(IndexError):
        kept(["1,234", "–"])[0][number]


def test_one_text_is_read_with_its_neighbours_alone_and_once():
    found, reads = kept([str(number) for number in range(5 * BLOCK)])
    assert [found[2 * BLOCK + 7], found[2 * BLOCK + 8]] == [str(2 * BLOCK + 7), str(2 * BLOCK + 8)]
    assert reads == [(2 * BLOCK, 3 * BLOCK)]


def test_who_asks_for_many_has_them_all_read_in_few_goes():
    count = 3 * FEW_BLOCKS * BLOCK + 5
    found, reads = kept([str(number) for number in range(count)])
    assert all(found[number] == str(number) for number in range(0, count, 100))
    assert found[count - 1] == str(count - 1)
    assert len(reads) < 2 * FEW_BLOCKS
