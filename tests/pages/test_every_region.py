"""Every region of England, and the first page, on the real statistics: true and in plain words."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from words import CAUSE, GOOD_OR_BAD, LEAGUE, MEANT, PRAISE, faults, headline_faults

from brightfutures.catalogue import load_catalogue
from brightfutures.delivery.asked import Asked
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.home import england_findings, home_answer, publications_of
from brightfutures.delivery.region import region_answer, region_view
from brightfutures.delivery.regional import councils_in, regional_of, regions_of
from brightfutures.findings.region import RegionFindings
from brightfutures.findings.verdict_words import ABOVE, DIFFERENT
from brightfutures.published.load import load
from brightfutures.quantities import ENGLAND, Area, AreaKind, Missing

pytestmark = pytest.mark.published

REGIONS = tuple(area for area in load_catalogue().geography.areas if area.kind is AreaKind.REGION)
NEVER = (PRAISE, GOOD_OR_BAD, CAUSE, LEAGUE, MEANT)


def sentences(found: RegionFindings) -> Iterator[str]:
    yield found.headline.sentence
    yield from found.lead
    yield from (said.sentence for said in (found.shared, found.similar) if said)
    yield found.improved
    yield from (one.finding for one in found.councils)


@pytest.fixture(scope="module", params=REGIONS, ids=lambda area: area.name)
def found(request: pytest.FixtureRequest, edition: Edition) -> RegionFindings:
    area: Area = request.param
    return regional_of(edition).findings(area)


def test_no_sentence_praises_blames_or_says_why(found: RegionFindings):
    for sentence in sentences(found):
        assert not any(never.search(sentence) for never in NEVER), sentence
        assert sentence[0].isupper(), sentence
    assert not headline_faults(found.headline.sentence)


def test_a_regions_money_is_told_in_plain_words_and_each_council_leads_to_its_own(
    found: RegionFindings, edition: Edition
):
    money = region_view(edition, found.area).money

    assert money is not None
    for sentence in money.said:
        assert not faults(sentence), sentence
        assert not any(never.search(sentence) for never in NEVER), sentence
    assert [row.name for row in money.rows] == [one.area.name for one in found.councils]
    assert all(row.href.endswith("/money") for row in money.rows)
    assert "taken together spent £" in money.said[0]


def test_the_headline_is_true_of_the_verdicts_that_it_counts(
    found: RegionFindings, edition: Edition
):
    """Counted again from every council beside all others, one by one."""
    name, codes = found.leading.here.indicator, {one.area.code for one in found.councils}
    levels = [
        one.level
        for one in edition.measures.all_councils.across_england(name)
        if one.here.area in codes
    ]
    higher = sum(level in ABOVE for level in levels)
    lower = sum(level in DIFFERENT for level in levels) - higher

    assert (found.leading.across.higher, found.leading.across.lower) == (higher, lower)
    said = re.search(r"in (\d+) of the (\d+) councils", found.headline.sentence)
    if said:
        assert {int(said[1])} <= {higher, lower}
        assert int(said[2]) == len(codes)
    elif "in most" in found.headline.sentence or "in all" in found.headline.sentence:
        assert 2 * max(higher, lower) > len(codes)


def test_the_regions_own_figure_is_the_published_one_and_is_not_tested(
    found: RegionFindings, edition: Edition
):
    here = edition.measures.compare("children_looked_after_rate", found.area.code)
    england = edition.measures.compare("children_looked_after_rate", ENGLAND)

    assert here.here.basis == "published"
    assert here.verdict.reason is not None
    assert here.england is not None
    assert here.england.value == england.here.value


def test_its_councils_are_those_of_today_each_with_the_finding_of_its_health_check(
    found: RegionFindings, edition: Edition
):
    assert [one.area for one in found.councils] == list(councils_in(edition, found.area))
    assert not any(one.area.is_former for one in found.councils)
    first = found.councils[0]
    assert first.finding == edition.health_check(first.area).headline.sentence
    assert all(one.judgement is None or one.judgement.when for one in found.councils)


def test_the_middle_half_of_its_councils_lies_where_its_councils_lie(
    found: RegionFindings, edition: Edition
):
    codes = {one.area.code for one in found.councils}
    name = "children_looked_after_rate"
    (*_, newest) = edition.measures.all_councils.region_history(name, found.area.code)
    inside = [
        cell.value
        for cell in edition.measures.all_councils.strip(name, newest.period)
        if cell.area in codes and not isinstance(cell.value, Missing)
    ]

    assert newest.with_value == len(inside)
    assert newest.low is not None
    assert newest.high is not None
    assert min(inside) <= newest.low <= newest.high <= max(inside)


def test_the_page_has_a_row_for_each_measure_and_links_to_each_council(
    found: RegionFindings, edition: Edition
):
    page = region_view(edition, found.area)
    rows = [row for stage in (*page.stages, *page.more_stages) for row in stage.rows]

    assert len(rows) == len(edition.measures.with_figures())
    assert len(page.councils) == len(found.councils)
    assert all(row.strip for stage in page.stages for row in stage.rows)
    assert len(page.others) == 8


def test_every_region_has_all_its_councils_once(edition: Edition):
    every = [area for region in regions_of(edition) for area in councils_in(edition, region)]

    assert len(every) == len(set(every)) == 153
    names = {area.name for area in every}
    assert {"City of London", "Isles of Scilly", "Cumberland"} <= names
    assert not {"Northamptonshire", "Cumbria"} & names


def test_the_findings_on_england_are_three_stages_clearly_moved(edition: Edition):
    found = england_findings(edition)

    assert len(found) == 3
    assert len({edition.catalogue.indicators[one.indicator].stage for one in found}) == 3
    for one in found:
        for words in (one.finding.sentence, *re.split(r"(?<=\.) ", one.figures)):
            assert not any(never.search(words) for never in NEVER), words
        assert not headline_faults(one.finding.sentence)
        assert re.search(r"than in 20\d\d", one.finding.sentence)


def test_the_number_of_children_is_englands_own_as_published(edition: Edition):
    told = {one.indicator: one for one in england_findings(edition)}
    assert "15,130 plans" in told["repeat_child_protection_plans_percent"].figures


def test_what_was_published_lately_is_newest_first(edition: Edition):
    lately = publications_of(edition)

    assert lately[0].release >= "2026"
    assert len({one.name for one in lately}) == len(lately)
    assert "Children in need" in {one.name for one in lately}


def test_a_store_of_one_file_tells_of_what_it_holds(published_data: Path, tmp_path: Path):
    folder, home = tmp_path / "files", tmp_path / "home"
    folder.mkdir()
    shutil.copy(published_data / "dfe/workforce/csww_indicators_2017_to_2025.csv", folder)
    load([folder], home)
    few = Edition.open(home)

    (one,) = england_findings(few)
    assert few.catalogue.indicators[one.indicator].stage.value == "workforce"
    assert [each.name for each in publications_of(few)] == ["Children's social work workforce"]
    for html in (
        home_answer(few, Asked()).content.decode(),
        region_answer(few, "london", Asked(words=("regions", "london"))).content.decode(),
    ):
        assert not re.search(r"\bNone\b(?! of)|\bnan\b", re.sub(r"<[^>]+>", "", html))
