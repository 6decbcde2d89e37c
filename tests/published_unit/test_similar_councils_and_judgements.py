"""Tables of similar councils and lists of inspections."""

import pytest

from brightfutures.published.judgements import date_in
from brightfutures.quantities import PlainError

ALIKE = "la,SN1,P,SN2,P\n805,841, Close ,921,Not close\n,,,,\n,,Old:,,\n835,805,Close,841,Close\n"
INSPECTIONS = (
    "council,ended,published,overall,care\n"
    "Hartlepool,3 to 14 May 2019,01/07/2019,Good,Not judged\n"
    "Hartlepool,10/03/2023,20/04/2023,Outstanding,Good\n"
    "Darlington,10/03/2023,20/04/2023,,\n"
)


@pytest.fixture
def figures(care_file):
    return {"care_2024.csv": care_file(("E06000001", "5"))}


def test_similar_councils_come_in_order_with_closeness(load_files, figures, opened):
    load_files({**figures, "alike.csv": ALIKE})
    with opened() as store:
        table = store.neighbours("dfe-2025")
        assert [(n.code, n.closeness) for n in table["E06000001"]] == [
            ("E06000005", "Close"),
            ("E06000046", "Not close"),
        ]
        assert set(table) == {"E06000001", "E10000009"}
        assert store.neighbours("unknown") == {}


def test_a_similar_council_that_is_none_is_named(load_files, figures):
    with pytest.raises(PlainError, match=r"alike\.csv, row 2, column 'SN1', holds '999'"):
        load_files({**figures, "alike.csv": ALIKE.replace("805,841", "805,999")})


def test_judgements_come_newest_first_without_parts_not_judged(load_files, figures, opened):
    load_files({**figures, "inspections.csv": INSPECTIONS})
    with opened() as store:
        newest, oldest = store.judgements("E06000001")
        assert store.judgements("E06000005") == ()
    assert (newest.inspected_on, newest.parts) == (
        "2023-03-10",
        {"overall": "outstanding", "in_care": "good"},
    )
    assert (oldest.inspected_on, oldest.published_on) == ("2019-05-14", "2019-07-01")
    assert (oldest.parts, oldest.row, oldest.framework) == ({"overall": "good"}, 2, "ILACS")


def test_an_undeclared_grade_is_named(load_files, figures):
    with pytest.raises(PlainError, match="row 2, column 'overall', holds the grade 'Fine'"):
        load_files({**figures, "inspections.csv": INSPECTIONS.replace("Good", "Fine", 1)})


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("29 April – 22 May 2014", "2014-05-22"),
        ("18 February to 1 March 2019", "2019-03-01"),
        ("10 to 21 July 2023", "2023-07-21"),
        ("12/09/2016 to 06/10/2016", "2016-10-06"),
        ("2 June 2014 – 25 June 2014", "2014-06-25"),
    ],
)
def test_the_last_day_that_words_name(text, day):
    found = date_in(text, "words")
    assert found is not None
    assert found.isoformat() == day
