"""A council's money in a terminal has the figures and the words of its page."""

import re

import pytest

from brightfutures.delivery.asked import Asked
from brightfutures.delivery.chosen_comparison import chosen_comparison
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.money_text import money_text

pytestmark = pytest.mark.published


def in_terminal(edition: Edition, name: str) -> str:
    area = edition.council(name)
    return money_text(edition, area, chosen_comparison(edition, area, Asked()))


def pounds(text: str, row: str) -> list[int]:
    """The figures of a row, once for each level of the gap."""
    told = re.findall(rf"^{row} +([+−]?)£([\d,]+)$", text, flags=re.MULTILINE)
    return [int(size.replace(",", "")) * (-1 if sign == "−" else 1) for sign, size in told]


@pytest.mark.parametrize(
    ("name", "gaps"), [("Kingston upon Thames", [101, 54]), ("Essex", [-382, -286])]
)
def test_the_sum_of_the_parts_is_the_gap_between_the_two_figures_printed(
    edition: Edition, name: str, gaps: list[int]
):
    text = in_terminal(edition, name)
    start, end = pounds(text, "The others together"), pounds(text, name)

    assert pounds(text, "Sum of the parts") == gaps
    assert [ours - theirs for ours, theirs in zip(end, start, strict=True)] == gaps


def test_prevention_that_is_not_read_is_called_so_as_on_the_page(edition: Edition):
    scilly = in_terminal(edition, "Isles of Scilly")

    assert "unreliable" not in scilly
    assert re.search(r"^2024-25( +cannot be told){3}$", scilly, flags=re.MULTILINE)
    assert "cannot be told   " not in in_terminal(edition, "Kent")
