from hypothesis import given
from hypothesis import strategies as st

from brightfutures.charts.drawing import coordinate, escaped
from brightfutures.charts.lettering import fitted, text_width, wrapped
from brightfutures.charts.words import plain_number


def test_a_long_name_is_broken_between_words() -> None:
    lines = wrapped("Bournemouth, Christchurch and Poole 91", 120, 14, bold=True, most_lines=4)
    assert lines == ("Bournemouth,", "Christchurch", "and Poole 91")


def test_a_county_too_wide_for_the_room_is_broken_before_shire() -> None:
    assert wrapped("Northamptonshire 94", 114, 14, bold=True, most_lines=4) == (
        "Northampton-",
        "shire 94",
    )


def test_lines_that_run_out_end_in_an_ellipsis() -> None:
    assert wrapped("one two three four five", 50, 16, most_lines=2)[-1].endswith("…")


@given(st.text(max_size=80), st.floats(30, 300), st.integers(1, 4))
def test_no_line_is_wider_than_its_room(text: str, room: float, most_lines: int) -> None:
    lines = wrapped(text, room, 14, bold=True, most_lines=most_lines)
    assert len(lines) <= most_lines
    assert all(text_width(line, 14, bold=True) <= room for line in lines)
    assert text_width(fitted(text, room, 14), 14) <= room


def test_text_is_escaped_and_letters_xml_forbids_are_replaced() -> None:
    assert escaped('<b> & "c"\x00') == "&lt;b&gt; &amp; &quot;c&quot;\ufffd"


def test_coordinates_are_written_short() -> None:
    assert [coordinate(n) for n in (3, 3.04, -0.01, 2.25)] == ["3", "3", "0", "2.2"]


def test_a_number_is_written_as_a_person_would() -> None:
    assert [plain_number(n) for n in (94, 7.5, 12_300, -2, 0.25, 99.96)] == [
        "94",
        "7.5",
        "12,300",
        "−2",
        "0.3",
        "100",
    ]
