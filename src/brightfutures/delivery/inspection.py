"""Figures beside inspection, over all England: the page, and its numbers as JSON, CSV and XLSX.

In the JSON, `before` and `after` of a measure are its links with the overall grade (and under
`part` with the grade of the part it belongs to): Spearman's `rho` with its 95% range, `p`, `q`
corrected for all `tests`, Kendall's `tau_b`, and `same_way`, the share of pairs of inspections
with different grades in which the higher figure had the higher grade. `shift` is rho after less
rho before over the inspections that have both. In `top_six`, `dealt` is the test of all places
together, whole histories of grades being dealt out at random. No council is named anywhere.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import Any

from brightfutures.delivery.answers import (
    Answer,
    downloads_at,
    form_answer,
    html_answer,
)
from brightfutures.delivery.asked import Asked
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.explain import SCHEMA, json_text
from brightfutures.delivery.health_check_rows import standing_notice
from brightfutures.delivery.spreadsheets import Workbook, csv_bytes
from brightfutures.findings.agreement_caveats import CAVEATS, method_sentences
from brightfutures.findings.agreement_words import (
    agreement_headline,
    answer,
    closest_sentence,
    deprivation_sentence,
    echo_sentence,
    judged_words,
    shift_sentences,
    whole_sentence,
)
from brightfutures.findings.top_of_table_words import (
    earlier_sentence,
    top_sentences,
    wobble_sentences,
)
from brightfutures.measures.agreement.results import Agreement, Link, Shift, WithPart
from brightfutures.measures.agreement.top_of_table_results import TopOfTable
from brightfutures.pages.addresses import INSPECTION, england_page_address
from brightfutures.pages.inspection_page import inspection_page


def inspection_answer(edition: Edition, asked: Asked) -> Answer:
    """The page in the form its suffix asks for; it takes a second or two the first time."""
    if asked.suffix == "html":
        page = inspection_page(
            edition.agreement,
            edition.catalogue,
            downloads_at(england_page_address(INSPECTION)),
        )
        return html_answer(edition, "inspection.html", page, asked)
    return form_answer(FORMS, asked.suffix, f"england-{INSPECTION}", edition)


def inspection_account(edition: Edition) -> dict[str, Any]:
    """Everything on the page as plain data."""
    found = edition.agreement
    return {
        "schema": SCHEMA,
        "made_up": edition.store.made_up,
        "headline": agreement_headline(found),
        "answer": list(answer(found)),
        "says": _says(edition, found),
        "read_with": list(CAVEATS),
        "how": list(method_sentences(found)),
        "tests": found.tests,
        "inspections": found.inspections,
        "councils": found.councils,
        "first_year": found.first_year,
        "last_year": found.last_year,
        "inspections_of_earlier_frameworks": found.earlier,
        "inspections_without_overall_grade": found.without_overall,
        "indicators": [
            {
                "indicator": one.indicator,
                "title": _title(edition, one.indicator),
                "judged": judged_words(one.overall),
                **asdict(one.overall),
                "part": asdict(one.part) if one.part else None,
                "newest_inspection_only": asdict(one.newest_only),
                "with_earlier_frameworks": asdict(one.with_earlier),
                "childrens_poverty_held_alike": asdict(one.alike_in_deprivation),
                "last_grade_held_alike": asdict(one.alike_in_last_grade),
            }
            for one in found.indicators
        ],
        "plain_average": {"measures": found.measures, **asdict(found.whole)},
        "children_in_poor_families": asdict(found.deprivation) if found.deprivation else None,
        "top_six": _top_six(found.top),
        "notice": standing_notice(edition),
    }


def _top_six(top: TopOfTable) -> dict[str, Any]:
    return {
        **asdict(top),
        "places": top.places,
        "less_than_good": top.less_than_good,
        "inadequate": top.inadequate,
        "lots_would_give_less_than_good": top.expected,
        "lots_would_give_inadequate": top.expected_inadequate,
        "years_with_two_or_more": top.years_with_two,
        "lots_would_give_years_with_two_or_more": top.years_with_two_by_lot,
        "years_with_two_inspected_since": len(top.following),
        "years_with_two_or_more_next": top.years_with_two_next,
        "lots_would_give_years_with_two_or_more_next": top.years_with_two_next_by_lot,
    }


def _title(edition: Edition, indicator: str) -> str:
    return edition.catalogue.indicators[indicator].title


def _says(edition: Edition, found: Agreement) -> list[str]:
    said = (
        closest_sentence(found, lambda name: _title(edition, name)),
        whole_sentence(found),
        *shift_sentences(found, lambda name: _title(edition, name)),
        echo_sentence(found),
        deprivation_sentence(found),
        *top_sentences(found),
        earlier_sentence(found),
        *wobble_sentences(found),
    )
    return [sentence for sentence in said if sentence]


HEADINGS = (
    "Measure", "Indicator id", "Grade for", "When", "Correlation (Spearman)",
    "Likely from (95%)", "Likely to (95%)", "p", "q over all tests", "Kendall's tau-b",
    "Higher figure, higher grade (share of pairs)", "Inspections", "Councils",
    "First period", "Last period",
)  # fmt: skip
WIDTHS = (52, 44, 20, 18, 12, 12, 12, 10, 10, 12, 14, 12, 10, 10, 10)
WHOLE = "Plain average of all measures with a good direction"
POVERTY = "Children in poor families"


def inspection_rows(edition: Edition) -> list[list[Any]]:
    """A row for each test: every measure with each grade, before, after, and the change."""
    found = edition.agreement
    rows = _rows_of(WHOLE, "", found.whole)
    if found.deprivation:
        rows.append(_row(POVERTY, "", "overall", "at any time", found.deprivation))
    for one in found.indicators:
        for part in filter(None, (one.overall, one.part)):
            rows += _rows_of(_title(edition, one.indicator), one.indicator, part)
    return rows


def _rows_of(title: str, identifier: str, part: WithPart) -> list[list[Any]]:
    whens = (("before", part.before), ("after", part.after), ("after less before", part.shift))
    return [
        _row(title, identifier, part.part, when, test) for when, test in whens if test is not None
    ]


def _row(title: str, identifier: str, part: str, when: str, test: Link | Shift) -> list[Any]:
    start = [title, identifier, part, when]
    if isinstance(test, Shift):
        middle = [test.change, test.low, test.high, test.p, test.q, None, None]
        return [*start, *middle, test.inspections, None, None, None]
    return [
        *start, test.rho, test.low, test.high, test.p, test.q, test.tau_b, test.same_way,
        test.inspections, test.councils, test.first_period, test.last_period,
    ]  # fmt: skip


TOP_HEADINGS = (
    "Year", "Measures", "Councils in the table", "Top places with a grade", "Less than good",
    "Inadequate", "Lots would give less than good", "Lots would give inadequate",
    "Chance of as few", "Chance of as many", "Chance of two or more",
    "Middle age of standing grades (years)", "Next inspection: of", "Next: less than good",
    "Next: inadequate", "Next: lots would give less than good",
)  # fmt: skip


def _top_rows(found: Agreement) -> list[list[Any]]:
    rows: list[list[Any]] = []
    for entry in found.top.rounds:
        now, after = entry.standing, entry.next
        rows.append(
            [
                entry.year,
                entry.measures,
                entry.councils,
                now.top,
                now.less_than_good,
                now.inadequate,
                now.expected,
                now.expected_inadequate,
                now.chance_of_as_few,
                now.chance_of_as_many,
                now.chance_of_two,
                round(entry.age, 2),
                after and after.top,
                after and after.less_than_good,
                after and after.inadequate,
                after and after.expected,
            ]
        )
    return rows


def _json(edition: Edition) -> bytes:
    return json_text(inspection_account(edition)).encode("utf-8")


def _csv(edition: Edition) -> bytes:
    notice = [standing_notice(edition), *[None] * (len(HEADINGS) - 1)]
    return csv_bytes(HEADINGS, [*inspection_rows(edition), notice])


def _xlsx(edition: Edition) -> bytes:
    found = edition.agreement
    book = Workbook("Figures beside inspection", standing_notice(edition))
    book.page(
        "What it says",
        [
            agreement_headline(found),
            *answer(found),
            *_says(edition, found),
            *CAVEATS,
            *method_sentences(found),
            standing_notice(edition),
        ],
    )
    book.table("Every test", HEADINGS, inspection_rows(edition), WIDTHS)
    book.table("Top six", TOP_HEADINGS, _top_rows(found), (8, *[14] * (len(TOP_HEADINGS) - 1)))
    return book.content()


FORMS: Mapping[str, Callable[[Edition], bytes]] = {"json": _json, "csv": _csv, "xlsx": _xlsx}
"""How each suffix is written."""
