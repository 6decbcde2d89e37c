"""What a page reads like aloud: short passages of text, in the order they are read."""

from dataclasses import replace

from markupsafe import Markup
from reading_html import read

from brightfutures.delivery.edition import Edition
from brightfutures.measures.results import Level, Why
from brightfutures.pages.doors import SourceLine
from brightfutures.pages.error_page import error_page
from brightfutures.pages.render import environment, render
from brightfutures.pages.stand_table import Row, StageRows, about_the_average, legend
from brightfutures.pages.verdict_cell import VerdictCell, verdict_cell
from brightfutures.quantities import Missing, Reason


def row(**changes) -> Row:
    given = {
        "title": "Children in care",
        "href": "/essex/indicators/children_looked_after_rate",
        "unit": "per 10,000 children",
        "when": "2025",
        "here": "35",
        "here_missing": False,
        "similar": "55",
        "similar_note": "",
        "england": "67",
        "strip": Markup(""),
        "spark": Markup(""),
        "verdict": VerdictCell(shape="▼", words="Unusually low", different=True, note=""),
    }
    return Row(**{**given, **changes})


def table(*rows: Row) -> list[str]:
    parts = environment().get_template("parts.html").module
    html = parts.stand_table(
        {"name": "Essex", "legend": legend()},
        (StageRows(name="In care", rows=rows),),
        "Where Essex stands",
    )
    return read(html).words


def test_a_measure_reads_from_its_name_to_its_verdict():
    words = table(row())

    assert words[words.index("In care") :] == [
        "In care",
        "Children in care",
        "per 10,000 children, 2025",
        "Essex",
        "35",
        "Similar councils",
        "55",
        "England",
        "67",
        "▼",
        "Unusually low",
    ]


def test_the_middle_council_stands_under_the_average():
    words = table(row(similar="1.7%", similar_note="middle council 7.2%"))

    assert words[words.index("1.7%") + 1] == "middle council 7.2%"


def test_an_average_in_pounds_says_that_each_council_counts_alike(made_up_edition: Edition):
    avengate = made_up_edition.council("Avengate").code

    def about(name: str, **changes: float) -> str:
        given = made_up_edition.measures.compare(name, avengate)
        assert given.similar is not None
        similar = replace(given.similar, mean=1_223.0, median=1_230.0)
        indicator = made_up_edition.indicator(name)
        return about_the_average(
            indicator, replace(given, similar=replace(similar, **{"with_value": 10, **changes}))
        )

    assert about("spend_per_child_pounds") == "each counted alike"
    assert about("spend_per_child_pounds", median=700.0) == (
        "each counted alike, middle council £700"
    )
    assert about("spend_per_child_pounds", with_value=1) == ""
    assert about("referrals_rate") == ""


def test_a_verdict_on_a_withheld_number_says_so_in_its_cell(made_up_edition: Edition):
    indicator = made_up_edition.indicator("referrals_rate")
    avengate = made_up_edition.council("Avengate").code
    given = made_up_edition.measures.compare(indicator.id, avengate)
    here = replace(given.here, value=Missing((Reason.SUPPRESSED,)))
    lower = replace(given.verdict, level=Level.LOWER, against="england")
    cannot = replace(given.verdict, level=Level.CANNOT_SAY, reason=Why.VALUE_MISSING)

    told = replace(given, here=here, verdict=lower)
    assert verdict_cell(indicator, told, average="163").note == (
        "against average council, 163, same at 1 and at 5"
    )
    assert verdict_cell(indicator, replace(told, here=given.here), average="163").note == (
        "against average council, 163"
    )
    assert verdict_cell(indicator, replace(told, verdict=cannot)).note == "withheld"


def test_a_missing_figure_reads_as_its_reason_twice():
    cannot = VerdictCell(shape="–", words="Cannot say", different=False, note="withheld")
    words = table(row(here="withheld", here_missing=True, verdict=cannot))

    assert words[-2:] == ["Cannot say", "withheld"]
    assert words[words.index("Essex", words.index("In care")) + 1] == "withheld"


def test_names_and_figures_are_escaped_wherever_they_stand():
    nasty = "<b>&\"'{{ 7*7 }}"
    words = table(row(title=nasty, here=nasty))
    parts = environment().get_template("parts.html").module
    line = SourceLine(what=nasty, figure=nasty, file=nasty, row=2, column=nasty, publication=nasty)
    sources = read(parts.sources((line,), nasty)).words

    assert words.count(nasty) == 2
    assert sources.count(nasty) == 5


def test_a_page_that_says_no_reads_plainly_and_leads_back(made_up_edition: Edition):
    page = error_page("No council has that name", "Type another.", (("Avengate", "/avengate"),))
    read_page = read(render("error.html", page, made_up_edition.site(home="/", stylesheet="/s")))
    main = read_page.words[read_page.words.index("No council has that name") :]

    assert main[:5] == [
        "No council has that name",
        "Type another.",
        "Did you mean:",
        "Avengate",
        "Find a council",
    ]
    assert {"/avengate", "/"} <= set(read_page.links)


def test_a_name_within_a_sentence_of_a_template_has_its_article_and_is_escaped():
    said = environment().from_string("Where {{ name | placed }} stands. {{ name | placed_first }}.")

    assert said.render(name="Isle of <b>") == (
        "Where the Isle of &lt;b&gt; stands. The Isle of &lt;b&gt;."
    )
    assert said.render(name="Essex") == "Where Essex stands. Essex."
