"""Breaks of the lines that count as prevention stand in the chart of a council and of England."""

from brightfutures.catalogue import Break
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.england_money import england_money_of
from brightfutures.delivery.money import money_of
from brightfutures.findings.comparison_words import SIMILAR_COUNCILS
from brightfutures.pages.england_money_page import EnglandMoneyInputs, england_money_page
from brightfutures.pages.figures_of import Picture
from brightfutures.pages.money_page import MoneyPageInputs, money_page

SENTENCE = "From 2018-19 the return counts help with debts."
BREAKS = (
    Break(period="2012-13", sentence="From 2012-13 the line holds less."),
    Break(period="2018-19", sentence=SENTENCE),
)


def told_of(picture: Picture | None) -> list[str]:
    assert picture is not None
    return [note for note in picture.notes if note.startswith("1. ")]


def test_the_chart_of_england_marks_the_breaks_within_its_years(made_up_edition: Edition):
    inputs = EnglandMoneyInputs(
        rows=(),
        history_rows=(),
        source_of_file={},
        area_of=made_up_edition.geography.by_code.__getitem__,
        prevention_breaks=BREAKS,
    )
    page = england_money_page(made_up_edition.catalogue, england_money_of(made_up_edition), inputs)

    assert told_of(page.prevention_picture) == [f"1. {SENTENCE}"]


def test_the_chart_of_a_council_marks_them_too(made_up_edition: Edition):
    area = made_up_edition.geography.councils()[0]
    inputs = MoneyPageInputs(
        rows=(),
        history_rows=(),
        source_of_file={},
        asks=(),
        questions=(),
        unit_costs=None,
        compared=None,
        whom=SIMILAR_COUNCILS,
        prevention_breaks=BREAKS,
    )
    page = money_page(made_up_edition.catalogue, money_of(made_up_edition, area), inputs)

    assert told_of(page.prevention_picture) == [f"1. {SENTENCE}"]
