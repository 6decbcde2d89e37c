"""A council’s own budget and outturn as CSV: what is read, and what is said of what is not."""

import pytest

from brightfutures.catalogue import load_catalogue
from brightfutures.delivery.handed_in import LARGEST_BYTES
from brightfutures.delivery.own_budget import NOT_KNOWN_YET, read_own_budget
from brightfutures.money.overspend import Overspend
from brightfutures.quantities import WrongUse

HEADING = "line,year,budget_pounds,outturn_pounds\n"


def read(text: str | bytes) -> tuple[Overspend, ...]:
    content = text if isinstance(text, bytes) else text.encode("utf-8")
    return read_own_budget("budget.csv", content, load_catalogue().spend_lines)


def test_lines_are_named_by_id_or_title_and_amounts_are_written_as_people_write_them():
    found = read(
        "\ufeff" + HEADING + "childrens_social_care,2025-26,285000000,301500000\n"
        'Fostering,2025-26,"£41,200,000","-1,000.50"\n\n'
        "residential care,2025-26,1,2\n"
    )

    assert [one.line for one in found] == ["childrens_social_care", "fostering", "residential_care"]
    assert found[0].over_pounds == 16_500_000.0
    assert found[1].budget_pounds == 41_200_000.0
    assert found[1].outturn_pounds == -1_000.5


def test_columns_may_stand_in_any_order_with_others_beside_them():
    found = read("note,outturn_pounds,Budget_Pounds,year,line\nx,5,4,2024-25,fostering\n")

    assert found[0].over_pounds == 1.0


def test_a_blank_amount_is_not_known_yet_and_never_nought():
    (found,) = read(HEADING + "fostering,2025-26,41200000,\n")

    assert found.outturn_pounds == NOT_KNOWN_YET
    assert found.over_pounds == NOT_KNOWN_YET


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "row 1, has no column 'line'"),
        ("line,year,budget_pounds\n", "row 1, has no column 'outturn_pounds'"),
        (HEADING, "no rows below its heading"),
        (HEADING + "fostring,2025-26,1,1\n", "row 2, column line: there is no line 'fostring'"),
        (HEADING + "fostring,2025-26,1,1\n", "did you mean fostering"),
        (HEADING + "fostering,2025,1,1\n", "row 2, column year: '2025' is no financial year"),
        (HEADING + "fostering,2025-27,1,1\n", "row 2, column year"),
        (HEADING + "fostering,2025-26,1.2m,1\n", "row 2, column budget_pounds: '1.2m'"),
        (HEADING + 'fostering,2025-26,1,"1,00"\n', "row 2, column outturn_pounds: '1,00'"),
        (HEADING + "fostering,2025-26,1\n", "row 2, has 3 cells, and the heading has 4"),
        (
            HEADING + "fostering,2025-26,1,1\nFostering,2025-26,1,1\n",
            "row 3, tells Fostering of 2025-26 a second time",
        ),
        (HEADING.encode() + "fostering,2025-26,£1,1\n".encode("cp1252"), "row 2, is not UTF-8"),
        (HEADING + 'fostering,2025-26,"1,1\n', "not sound CSV"),
        (b"PK\x03\x04", "not a CSV file"),
        (b"x" * (LARGEST_BYTES + 1), "larger than 1 MB"),
    ],
)
def test_what_cannot_be_read_is_said_with_its_row_and_column(text: str | bytes, said: str):
    with pytest.raises(WrongUse) as caught:
        read(text)

    assert said in str(caught.value)
    assert "budget.csv" in str(caught.value)


def test_the_year_that_turns_the_century_is_a_year():
    assert read(HEADING + "fostering,2099-00,1,1\n")[0].period == "2099-00"
