"""Where the councils beside a line are not those beside its parts, that is said of the line."""

from brightfutures.catalogue import load_catalogue
from brightfutures.findings.lines_beside_words import lines_beside_sentences
from brightfutures.money.council_money import LineOfYear
from brightfutures.money.per_child import PerChild
from brightfutures.quantities import Missing, Money, Reason

TITLES = load_catalogue().spend_lines
NOT_RETURNED = Missing((Reason.NOT_RETURNED,))
NAMES = {f"C{number}": name for number, name in enumerate(("Ash", "Beech", "Cedar", "Dell"))}


def beside(*without: str, councils: int = 10) -> PerChild:
    money = Money(100.0, "2024-25")
    return PerChild(
        period="2024-25",
        pounds=1000.0,
        children=10.0,
        cash=money,
        real=money,
        why_cash="",
        councils=councils - len(without),
        left_out=tuple((code, NOT_RETURNED) for code in without),
    )


def line(name: str, depth: int, theirs: PerChild | None) -> LineOfYear:
    return LineOfYear(
        line=name,
        depth=depth,
        spend_pounds=1.0,
        income_pounds=0.0,
        net_pounds=1.0,
        section_251_pounds=1.0,
        ours=beside(councils=1),
        theirs=theirs,
    )


def said(residential: PerChild | None, fostering: PerChild | None) -> tuple[str, ...]:
    lines = [
        line("childrens_social_care", 0, beside()),
        line("children_looked_after", 1, beside()),
        line("residential_care", 2, residential),
        line("fostering", 2, fostering),
        line("family_support_services", 1, beside()),
    ]
    return lines_beside_sentences(lines, TITLES, NAMES)


def test_nothing_is_said_where_a_line_and_its_parts_are_of_the_same_councils():
    assert said(beside(), beside()) == ()
    assert said(None, None) == ()


def test_that_the_parts_are_of_fewer_councils_is_said_and_who_is_not_among_them():
    assert said(beside("C0"), beside("C0")) == (
        "In the column of similar councils “Children in care” is of ten councils taken together, "
        "but its parts are of nine, without Ash. So the parts there do not add up to it.",
    )


def test_parts_of_unlike_councils_are_told_one_by_one_and_many_left_out_are_only_counted():
    (sentence,) = said(beside("C0"), beside("C0", "C1", "C2", "C3"))
    assert "but “Residential care” is of nine, without Ash; “Fostering” is of six." in sentence


def test_only_the_parts_that_are_unlike_are_named():
    (sentence,) = said(beside(), beside("C1"))
    assert "“Fostering” is of nine, without Beech" in sentence
    assert "Residential" not in sentence
