"""Inspections from the newest back: with their age, beside the figures, never mixed with them."""

import datetime
from typing import Any

import pytest
from hand_made import HERE, catalogue, comparison, indicator, verdict

from brightfutures.catalogue import load_catalogue
from brightfutures.catalogue.lookup import find_area
from brightfutures.findings.judgement_history import (
    PLAYS_NO_PART,
    SIF_WARNING,
    BesideOfsted,
    age_words,
    beside_ofsted,
)
from brightfutures.measures.results import Level
from brightfutures.published.readings import Judgement
from brightfutures.quantities import Area

GEOGRAPHY = load_catalogue().geography
VISITS = catalogue(indicator())
LOADED = datetime.date(2026, 11, 22)
GOOD = {"overall": "good", "leaders": "outstanding"}


def judgement(day: str, parts: dict[str, str] = GOOD, framework: str = "ILACS") -> Judgement:
    return Judgement(HERE, framework, day, None, parts, "judgements.csv", 7)


def beside(*judgements: Judgement, council: str = "Essex", **changes: Any) -> BesideOfsted:
    """With figures at 31 March 2025; `changes` gives the judgements of other areas by code."""
    area: Area = find_area(GEOGRAPHY, council)
    found = {area.code: judgements, **changes.pop("others", {})}
    return beside_ofsted(
        VISITS, GEOGRAPHY, area, lambda code: found.get(code, ()), [comparison()], LOADED, **changes
    )


def test_the_newest_stands_first_with_its_parts_and_its_age_in_years():
    found = beside(judgement("2025-07-04"), judgement("2022-02-21", {"overall": "inadequate"}))

    assert found.newest is not None
    assert (found.newest.overall, found.newest.age_years) == ("Good", 1.4)
    assert found.newest.parts == (("Impact of leaders", "Outstanding"),)
    assert found.sentences[0] == "Good, inspected in July 2025: 1.4 years old on 22 November 2026."
    assert "Before it under the same framework: inadequate in February 2022." in found.sentences
    assert found.sentences[-1] == PLAYS_NO_PART


def test_an_inspection_without_an_overall_grade_is_still_the_newest():
    found = beside(judgement("2026-05-01", {"leaders": "good"}), judgement("2023-02-20"))

    assert found.newest is not None
    assert found.newest.overall is None
    assert found.sentences[0].startswith("No overall grade, inspected in May 2026: 0.6 years old")
    assert [one.overall for one in found.earlier] == ["Good"]


def test_another_framework_stands_apart_with_its_warning():
    found = beside(judgement("2025-07-04"), judgement("2015-02-11", {"overall": "good"}, "SIF"))

    assert found.earlier == ()
    said = next(each for each in found.sentences if "SIF" in each)
    assert said.startswith("Single inspection framework (SIF, to 2017): good in February 2015.")
    assert said.endswith(SIF_WARNING)
    assert sum(SIF_WARNING in each for each in found.sentences) == 1


@pytest.mark.parametrize(
    ("inspected", "said"),
    [
        ("2025-07-04", "31 March 2025, four months before that inspection: they are older"),
        ("2024-02-20", "31 March 2025, 13 months after that inspection: they are newer"),
        ("2025-03-03", "31 March 2025, the month of that inspection."),
        ("2025-04-02", "one month before that inspection"),
    ],
)
def test_it_says_whether_the_figures_are_older_or_newer_than_the_grade(inspected: str, said: str):
    assert said in " ".join(beside(judgement(inspected)).notes)


def test_without_a_figure_nothing_is_said_of_timing():
    area = find_area(GEOGRAPHY, "Essex")
    found = beside_ofsted(
        VISITS, GEOGRAPHY, area, lambda code: (judgement("2025-07-04"),), [], LOADED
    )
    assert found.notes == ()


def test_a_former_council_names_its_successors():
    said = " ".join(beside(judgement("2022-09-20"), council="Cumbria").notes)
    assert "Cumberland, and Westmorland and Furness took its place" in said.replace(";", ",")
    assert "have judgements of their own" in said


def test_a_council_never_inspected_says_so_and_names_the_one_before_it():
    cumbria = find_area(GEOGRAPHY, "Cumbria")
    found = beside(council="Cumberland", others={cumbria.code: (judgement("2022-09-20"),)})

    assert found.newest is None
    assert found.sentences == (
        "No inspection of Cumberland is in the files that are loaded.",
        "Cumbria, before it, was judged good in September 2022.",
        PLAYS_NO_PART,
    )


def test_no_figure_enters_the_grades_and_no_grade_the_timing():
    """The same inspection beside figures that say the opposite is told in the same words."""
    area = find_area(GEOGRAPHY, "Essex")
    told = [
        beside_ofsted(
            VISITS, GEOGRAPHY, area, lambda code: (judgement("2025-07-04"),),
            [comparison(verdict=verdict(level))], LOADED,
        )
        for level in (Level.UNUSUALLY_HIGH, Level.UNUSUALLY_LOW)
    ]  # fmt: skip
    assert told[0] == told[1]


@pytest.mark.parametrize(
    ("years", "said"),
    [(1.4, "1.4 years"), (1.0, "1 year"), (2.0, "2 years"), (0.0, "less than a tenth of a year")],
)
def test_an_age_is_said_as_a_person_says_it(years: float, said: str):
    assert age_words(years) == said
