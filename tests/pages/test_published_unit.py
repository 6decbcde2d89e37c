"""A figure of money in a list of files and rows has the unit in which the file prints it."""

import pytest
from reading_html import read

from brightfutures.pages.doors import SourceLine
from brightfutures.pages.published_unit import published_unit
from brightfutures.pages.render import environment
from brightfutures.published.readings import SourceRow


def line(unit: str) -> SourceLine:
    return SourceLine(
        what="Care", figure="268660", unit=unit, file="f", row=2, column="c", publication="p"
    )


def row(as_published: str, value: float | None) -> SourceRow:
    return SourceRow(
        series="s", file="f.ods", publisher="p", publication="p", page="", licence="l",
        release="2025", sha256="", row=2, column="c", value=value, as_published=as_published,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("as_published", "pounds", "said"),
    [
        ("273675553", 273_675_553.0, "pounds"),
        ("268660", 268_660_000.0, "thousand pounds"),
        ("220212.16877087235", 220_212_168.77087235, "thousand pounds"),
        ("509.41", 509_410_000.0, "million pounds"),
        ("-1,204", -1_204_000.0, "thousand pounds"),
        ("356 + 17934 + 132537", 150_827_000.0, "thousand pounds"),
        ("0", 0.0, ""),
        ("[x]", None, ""),
        ("268660", 7.0, ""),
    ],
)
def test_pounds_thousands_and_millions_are_told_apart(
    as_published: str, pounds: float | None, said: str
):
    assert published_unit("pounds", row(as_published, pounds)) == said


def test_a_week_is_said_and_what_is_no_money_has_no_unit():
    assert published_unit("pounds a week", row("6335", 6_335.0)) == "pounds a week"
    assert published_unit("children", row("149", 149.0)) == ""


def test_the_unit_stands_beside_the_figure_in_the_list():
    parts = environment().get_template("parts.html").module
    words = read(parts.sources((line("thousand pounds"), line("")), "spending")).words

    assert words[words.index("268660") + 1] == "thousand pounds"
    assert words.count("thousand pounds") == 1
