"""Every stage of every council in England, whole: true, in plain words, and never too much."""

import re
from collections.abc import Iterator

import pytest
from words import CAUSE, GOOD_OR_BAD, MEANT, PRAISE, faults, headline_faults

from brightfutures.catalogue import WITH_A_PAGE, GoodDirection, Stage, load_catalogue
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.stage import stage_of, stage_view
from brightfutures.findings.figures import shown
from brightfutures.findings.stage import MOST_IN_VIEW, StageFindings, stage_findings
from brightfutures.findings.verdict_words import ABOVE, DIFFERENT
from brightfutures.measures.results import Level
from brightfutures.pages.stage_page import StagePage
from brightfutures.quantities import Area, Missing

pytestmark = pytest.mark.published

COUNCILS = load_catalogue().geography.councils(former=True)
ODD_COUNCILS = ("City of London", "Isles of Scilly", "Cumberland", "Cumbria", "Northamptonshire",
                "Kingston upon Thames", "Richmond upon Thames", "Bedfordshire",
                "Bournemouth, Christchurch and Poole")  # fmt: skip


def sentences(found: StageFindings) -> Iterator[str]:
    """All that a stage says of a council, questions left out: those are the catalogue's."""
    yield found.headline.sentence
    yield from found.lead
    for said in (*found.apart, *found.moved, *found.not_judged):
        yield said.sentence
    for pair in found.pairs:
        yield pair.said.sentence
    for one in found.questions:
        yield one.about.sentence
    yield from found.area_notes


@pytest.fixture(scope="module", params=COUNCILS, ids=lambda area: area.name)
def stages(request: pytest.FixtureRequest, edition: Edition) -> dict[Stage, StageFindings]:
    area: Area = request.param
    compared = edition.measures.health_check(area.code)
    return {
        stage: stage_findings(edition.catalogue, edition.geography, area, stage, compared)
        for stage in WITH_A_PAGE
    }


def test_no_sentence_praises_blames_or_says_why(stages: dict[Stage, StageFindings]):
    for found in stages.values():
        for sentence in sentences(found):
            for never in (PRAISE, GOOD_OR_BAD, CAUSE):
                assert not never.search(sentence), sentence
            assert sentence[0].isupper() or sentence[0].isdigit(), sentence
        assert not headline_faults(found.headline.sentence)
        assert 1 <= len(found.lead) <= 4


def test_better_and_worse_are_said_only_where_the_catalogue_says_which_way_is_good(
    stages: dict[Stage, StageFindings], edition: Edition
):
    for found in stages.values():
        for said in (*found.apart, *found.moved):
            contested = [
                evidence.indicator
                for evidence in said.evidence
                if edition.catalogue.indicators[evidence.indicator].good_direction
                is GoodDirection.NEITHER
            ]
            assert not (contested and MEANT.search(said.sentence)), said.sentence
        for sentence in (found.headline.sentence, *found.lead):
            assert not MEANT.search(sentence), sentence
        for pair in found.pairs:
            assert not MEANT.search(f"{pair.said.sentence} {pair.why}")


def test_the_headline_is_true_of_what_it_rests_on(stages: dict[Stage, StageFindings]):
    for found in stages.values():
        said, evidence = found.headline.sentence, found.headline.evidence
        if found.area.is_former:
            assert "was replaced in" in said
            continue
        differ = [one for one in found.comparisons if one.verdict.level in DIFFERENT]
        if len(evidence) == 1 and "What sets" not in said and "o figure" not in said:
            (leading,) = (one for one in differ if one.indicator == evidence[0].indicator)
            assert found.leading.indicator == leading.indicator
            higher = re.search(r"^(More|A larger)| more (likely|often|cases) |: higher in ", said)
            above = higher is not None
            assert above == (leading.verdict.level in ABOVE), said
        if said.startswith("No figure") and "clearly sets" in said:
            assert differ == [], said


def test_what_is_in_view_questioned_and_paired_keeps_within_bounds(
    stages: dict[Stage, StageFindings], edition: Edition
):
    for stage, found in stages.items():
        known = edition.catalogue.of_stage(stage)
        assert len(found.main) <= MOST_IN_VIEW
        assert {one.indicator for one in found.comparisons} <= {entry.id for entry in known}
        assert len(found.questions) <= 5
        assert len({one.question.id for one in found.questions}) == len(found.questions)
        assert (found.questions == ()) is found.area.is_former
        unsaid = {one.indicator for one in found.comparisons} - {
            evidence.indicator for said in found.not_judged for evidence in said.evidence
        }
        judged = {
            one.indicator for one in found.comparisons if one.verdict.level is not Level.CANNOT_SAY
        }
        assert unsaid == judged


@pytest.fixture(scope="module", params=ODD_COUNCILS)
def pages(request: pytest.FixtureRequest, edition: Edition) -> list[tuple[Stage, StagePage]]:
    area = edition.council(request.param)
    return [(stage, stage_view(edition, area, stage)) for stage in WITH_A_PAGE]


def test_what_is_read_for_one_stage_alone_says_the_same(edition: Edition):
    """A page asks for its own measures and those they are read with, and for no others."""
    for name in ("Essex", "City of London"):
        area = edition.council(name)
        compared = edition.measures.health_check(area.code)
        for stage in WITH_A_PAGE:
            whole = stage_findings(edition.catalogue, edition.geography, area, stage, compared)
            assert list(sentences(stage_of(edition, area, stage))) == list(sentences(whole))


def test_every_measure_in_view_has_its_drawing_unless_nothing_is_published(
    pages: list[tuple[Stage, StagePage]],
):
    for _, page in pages:
        drawn = {trend.href for trend in (*page.trends.trends, *page.trends.more)}
        rows = [row for stage in (*page.stages, *page.more_stages) for row in stage.rows]
        assert drawn <= {row.href for row in rows}
        assert all(row.here_missing for row in rows if row.href not in drawn)


def test_the_rows_behind_a_drawing_say_why_a_figure_is_missing(
    pages: list[tuple[Stage, StagePage]],
):
    for _, page in pages:
        for trend in (*page.trends.trends, *page.trends.more):
            for row in trend.rows:
                assert len(row) == len(page.trends.header)
                assert all(cell and not faults(cell) for cell in row), row


def test_no_break_is_numbered_without_its_sentence(pages: list[tuple[Stage, StagePage]]):
    for _, page in pages:
        notes = (*page.trends.notes, *page.trends.more_notes)
        numbers = [int(note.split(".")[0]) for note in notes]
        assert numbers == list(range(1, len(numbers) + 1))
        assert len(set(notes)) == len(notes)


def test_nothing_is_drawn_after_a_council_ended(edition: Edition):
    for name in ("Cumbria", "Northamptonshire"):
        area = edition.council(name)
        page = stage_view(edition, area, Stage.HOMES)
        assert area.last is not None
        for trend in page.trends.trends:
            assert int(trend.rows[-1][0][:4]) <= area.last.year


def test_the_figures_behind_a_drawing_are_the_measures_own(edition: Edition):
    area = edition.council("Essex")
    page = stage_view(edition, area, Stage.LEAVING_CARE)
    for trend in page.trends.trends:
        indicator = edition.catalogue.indicators[trend.href.rpartition("/")[2]]
        cells = {
            cell.period: cell for cell in edition.measures.compare(indicator.id, area.code).history
        }
        assert len(trend.rows) >= 10
        for period, ours, *_ in trend.rows:
            assert ours == shown(indicator, cells[period].value)


def test_a_return_made_with_another_council_is_told_of_where_it_is_read(edition: Edition):
    area = edition.council("Kingston upon Thames")
    told = {stage: stage_of(edition, area, stage).area_notes for stage in WITH_A_PAGE}

    assert [
        stage for stage, notes in told.items() if any("Richmond" in note for note in notes)
    ] == [Stage.WORKFORCE]


def test_a_missing_leading_figure_is_not_shown_as_a_number(edition: Edition):
    found = stage_of(edition, edition.council("City of London"), Stage.HOMES)

    assert isinstance(found.leading.here.value, Missing)
    assert "withheld" in found.lead[0]
