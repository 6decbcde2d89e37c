"""The picture of prevention through time."""

from brightfutures.catalogue import Break
from brightfutures.money.prevention import RULES, PreventionYear, Unread
from brightfutures.pages.prevention_picture import prevention_picture
from brightfutures.quantities import Missing, Reason


def year(period: str, *shares: float, unread: Unread | None = None) -> PreventionYear:
    lost = Missing((Reason.UNRELIABLE if unread else Reason.NOT_RETURNED,))
    return PreventionYear(
        area="E06000001",
        period=period,
        total_pounds=1e6 if shares or unread else lost,
        pounds=dict(zip(RULES, [1e6 * share for share in shares] or [lost] * 3, strict=True)),
        unread=unread,
    )


YEARS = [
    year("2019-20", 0.1, 0.2, 0.3),
    year("2020-21"),
    year("2022-23", unread=Unread.CARE_BOOKED_ELSEWHERE),
    year("2023-24", 0.05, 0.15, 0.25),
]
SECOND = Break(period="2023-24", sentence="From 2023-24 more is counted.")


def test_the_table_holds_the_middle_rule_and_the_band_with_every_gap_named():
    picture = prevention_picture("Ash", YEARS, [SECOND], "a source", england=YEARS[:1])

    assert picture is not None
    assert picture.table.header == ("Period", "Ash", "England", "Strict to broad rule")
    assert [row[1] for row in picture.table.rows] == [
        "20%",
        "not returned",
        "cannot be told",
        "15%",
    ]
    assert picture.table.rows[0][2:] == ("20%", "10% to 30%")
    assert picture.table.rows[1][3] == "–"
    assert any("From 2023-24 more is counted." in note for note in picture.notes)


def test_the_picture_says_what_is_shaded_and_is_described_for_those_who_cannot_see_it():
    picture = prevention_picture("Isle of Wight", YEARS, [], "a source")

    assert picture is not None
    assert "shaded: all rules" in picture.wide
    assert "what the Isle of Wight spent on children’s social care was prevention" in picture.wide
    assert "hollow" not in picture.wide
    assert picture.message.startswith("How much of what the Isle of Wight spends")


def test_it_begins_with_the_first_year_that_is_known():
    picture = prevention_picture("Ash", [YEARS[1], *YEARS], [], "a source")

    assert picture is not None
    assert [row[0] for row in picture.table.rows] == [year.period for year in YEARS]


def test_of_a_council_that_has_ended_it_ends_with_its_last_year():
    gone = Missing((Reason.DID_NOT_EXIST,))
    after = PreventionYear(
        area="E06000001", period="2024-25", total_pounds=gone, pounds=dict.fromkeys(RULES, gone)
    )

    picture = prevention_picture("Ash", [*YEARS, after], [], "a source")

    assert picture is not None
    assert picture.table.rows[-1][0] == "2023-24"
    assert "2019-20 to 2023-24" in picture.statistics


def test_with_fewer_than_two_years_that_are_known_there_is_no_picture():
    assert prevention_picture("Ash", YEARS[1:3], [], "a source") is None
    assert prevention_picture("Ash", YEARS[1:], [], "a source") is None
