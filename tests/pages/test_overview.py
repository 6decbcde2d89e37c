"""The overview shows what stands first and all that differs, and the rest is one click away."""

import pytest
from reading_html import read

from brightfutures.delivery.asked import Asked
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.overview import council_overview
from brightfutures.delivery.overview_answer import overview_answer
from brightfutures.findings.first_measures import first_measures
from brightfutures.findings.verdict_words import DIFFERENT
from brightfutures.pages.narrow_words import SOFT_HYPHEN, breakable_name, breakable_path
from brightfutures.pages.prose import Piece, linked
from brightfutures.quantities import Area


@pytest.fixture(scope="module")
def former(made_up_edition: Edition) -> Area:
    councils = made_up_edition.geography.councils(former=True)
    return next(area for area in councils if area.is_former)


def test_no_measure_that_differs_is_put_behind_the_others(made_up_edition: Edition):
    for area in made_up_edition.geography.councils(former=True):
        check = made_up_edition.health_check(area, whole=False)
        parts = first_measures(made_up_edition.catalogue, check.comparisons)
        assert not [entry for entry in parts.alike if entry.verdict.level in DIFFERENT]
        in_the_set = check.measured(made_up_edition.catalogue, in_the_set=True)
        both = {entry.indicator for entry in (*parts.shown, *parts.alike)}
        assert both == {entry.id for entry in in_the_set}


def test_what_a_site_leaves_out_changes_nothing_that_it_says(made_up_edition: Edition):
    area = made_up_edition.council("Avengate")
    short, whole = (made_up_edition.health_check(area, whole=each) for each in (False, True))

    assert (short.headline, short.lead, short.points) == (whole.headline, whole.lead, whole.points)
    assert short.tally == whole.tally
    assert all(whole.comparisons[name] == entry for name, entry in short.comparisons.items())


def test_one_file_holds_every_measure_with_its_door(made_up_edition: Edition):
    area = made_up_edition.council("Avengate")
    page = council_overview(made_up_edition, area)
    rows = [
        row.href.removeprefix("#")
        for stage in (*page.stages, *page.alike, *page.more_stages)
        for row in stage.rows
    ]

    assert len(rows) == len(set(rows)) == len(made_up_edition.measures.with_figures())
    assert set(rows) == {door.anchor for door in page.doors}


def test_a_chosen_comparison_goes_with_every_link_that_can_take_it(made_up_edition: Edition):
    area = made_up_edition.council("Avengate")
    asked = Asked(words=("avengate",), query=(("against", "region"),))
    page = read(overview_answer(made_up_edition, area, asked).content.decode())
    here = [link for link in page.links if link.startswith("/avengate")]

    assert {"/avengate/questions?against=region", "/avengate.csv?against=region"} <= set(here)
    measures = [link for link in here if "/indicators/" in link]
    assert measures
    assert all(link.endswith("?against=region") for link in measures)


def test_an_ended_council_is_spoken_of_as_it_was_and_leads_to_those_that_took_over(
    made_up_edition: Edition, former: Area
):
    page = council_overview(made_up_edition, former, address_of=lambda name: name)
    by_label = {point.label: point for point in page.points}
    asked_now = by_label["Whom to ask now"].sentence

    assert "What to ask first" not in by_label
    assert {piece.text for piece in asked_now if piece.href} == {
        made_up_edition.name_of(code) for code in former.successors
    }
    assert " are " not in page.h1
    assert " shows " not in page.h1
    assert page.judgement is None or "no judgement of the councils" in page.judgement.stands


def test_a_name_that_holds_another_is_linked_as_itself():
    links = {"Bournemouth": "/bournemouth", "Bournemouth, Christchurch and Poole": ""}
    said = "Bournemouth became part of Bournemouth, Christchurch and Poole."

    assert linked(said, links) == (
        Piece("Bournemouth", "/bournemouth"),
        Piece(" became part of "),
        Piece("Bournemouth, Christchurch and Poole"),
        Piece("."),
    )


@pytest.mark.parametrize(
    ("name", "said"),
    [("Northamptonshire", "Northampton|shire"), ("Southampton", "South|ampton"),
     ("Wolverhampton", "Wolver|hampton"), ("Essex", "Essex"), ("Stoke-on-Trent", "Stoke-on-Trent")],
)  # fmt: skip
def test_a_long_name_may_part_where_a_person_would_part_it(name: str, said: str):
    assert breakable_name(name).replace(SOFT_HYPHEN, "|") == said


def test_a_path_may_part_and_is_escaped():
    assert breakable_path("a/b_<c>.ods") == "a/<wbr>b_<wbr>&lt;c&gt;.<wbr>ods"
