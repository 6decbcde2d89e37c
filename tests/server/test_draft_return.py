"""A council's own draft as CSV: what is read, and what is said of what cannot be."""

import pytest

from brightfutures.catalogue import load_catalogue
from brightfutures.delivery.draft_return import NOT_TOLD, read_draft
from brightfutures.delivery.handed_in import LARGEST_BYTES
from brightfutures.money.checks.council_return import CouncilReturn
from brightfutures.quantities import WrongUse

HEADING = "line,gross_thousands,income_thousands,net_thousands\n"


def read(text: str | bytes, period: str = "2024-25") -> CouncilReturn:
    content = text if isinstance(text, bytes) else text.encode("utf-8")
    lines = load_catalogue().spend_lines
    return read_draft("draft.csv", content, lines, "revenue_outturn", period)


def refusal(text: str | bytes, period: str = "2024-25") -> str:
    with pytest.raises(WrongUse) as refused:
        read(text, period)
    return str(refused.value)


def test_lines_are_named_by_id_or_title_and_amounts_are_written_as_people_write_them():
    draft = read(
        "\ufeff" + HEADING + 'residential_care,49411,2210,"47,201"\n'
        'Fostering,"£31,905",(404),-31501\n\n'
        "children in care,1.5,−2,\n"
    )

    assert list(draft.lines) == ["residential_care", "fostering", "children_looked_after"]
    assert draft.pounds("residential_care") == 49_411_000.0
    assert draft.pounds("residential_care", "net_spend") == 47_201_000.0
    assert draft.pounds("fostering", "income") == -404_000.0
    assert draft.pounds("fostering", "net_spend") == -31_501_000.0
    assert draft.pounds("children_looked_after", "income") == -2_000.0


def test_a_blank_cell_is_not_told_and_never_nought():
    draft = read(HEADING + "fostering,31905,,\n")

    assert draft.lines["fostering"]["income"] == NOT_TOLD
    assert draft.pounds("fostering", "income") is None


def test_each_column_says_its_own_unit_and_titles_and_notes_are_passed_over():
    draft = read("title,note,line,gross_pounds,own_thousands\nx,y,fostering,31905000,20000\n")

    assert draft.pounds("fostering") == 31_905_000.0
    assert draft.pounds("fostering", "own_spend") == 20_000_000.0


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("gross_thousands\n1\n", "row 1, has no column 'line'"),
        ("line,income_pounds\nfostering,1\n", "row 1, has no column 'gross_pounds'"),
        ("line,gross_thousand\nfostering,1\n", "did you mean gross_thousands"),
        ("line,gross_pounds,gross_thousands\n", "in pounds and in thousands"),
        ("line,gross_pounds,gross_pounds\n", "'gross_pounds' twice"),
        (HEADING, "no rows below"),
        (HEADING + "fosterin,1,1,1\n", "row 2, column line: there is no line 'fosterin'; did you"),
        (HEADING + "adoption,1,1,1\n", "row 2, column line: the return of 2024-25 has no line"),
        (HEADING + "fostering,1,1,1\nFostering,1,1,1\n", "row 3, column line: Fostering stands"),
        (HEADING + "fostering,about 3,1,1\n", "row 2, column gross_thousands: 'about 3' is not"),
        (HEADING + "fostering,1,1\n", "row 2, has 3 cells, and the heading has 4"),
        (HEADING + 'fostering,"1\n', "not sound CSV"),
        (b"PK\x03\x04", "not a CSV file"),
        (b"line,gross_pounds\nfostering,\xa31\n", "row 2, is not UTF-8"),
        (b"x" * (LARGEST_BYTES + 1), "larger than"),
    ],
)
def test_what_cannot_be_read_is_said_in_one_sentence(text: str | bytes, said: str):
    sentence = refusal(text)

    assert said in sentence
    assert sentence.startswith("draft.csv")
    assert sentence.endswith((".", "?"))


def test_a_huge_cell_is_not_repeated():
    assert len(refusal(HEADING + f"fostering,{'x' * 5000},1,1\n")) < 200


def test_a_line_that_the_year_s_return_did_not_ask_for_is_refused():
    assert "the return of 2016-17 has no line 'fostering'" in refusal(
        HEADING + "fostering,1,1,1\n", "2016-17"
    )
