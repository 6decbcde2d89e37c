"""Every council's health check, whole: true, in plain words, and every figure with its file.

CI reads the page of every council, a person's machine that of every third, by turns of the list;
what every check says is looked through everywhere.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from reading_html import ReadPage, read
from words import MEANT, faults

from brightfutures.catalogue import GoodDirection, IndicatorKind, load_catalogue
from brightfutures.delivery import edition as edition_module
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.overview import council_overview
from brightfutures.findings.bullets import compared_with
from brightfutures.findings.health_check import HealthCheck
from brightfutures.findings.verdict_words import ABOVE, DIFFERENT, verdict_sentence
from brightfutures.measures.results import Direction, Level
from brightfutures.pages.council_page import CouncilPage
from brightfutures.pages.render import render, stylesheet
from brightfutures.quantities import Area, Missing
from turns import by_turns

pytestmark = pytest.mark.published

COUNCILS = load_catalogue().geography.councils(former=True)


@pytest.fixture(scope="module")
def edition(edition: Edition) -> Iterator[Edition]:
    """An edition that keeps every area's source rows, for all councils stand beside each other."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(edition_module, "AREAS_KEPT", 200)
        keeping = Edition(edition.store, edition.catalogue)
        vars(keeping)["measures"] = edition.measures
        yield keeping


@pytest.fixture(scope="module", params=COUNCILS, ids=lambda area: area.name)
def council(request: pytest.FixtureRequest) -> Area:
    return request.param


@pytest.fixture(scope="module")
def check(edition: Edition, council: Area) -> HealthCheck:
    return edition.health_check(council)


@pytest.fixture(scope="module")
def overview(edition: Edition, council: Area) -> CouncilPage:
    return council_overview(edition, council)


@dataclass(frozen=True)
class Shown:
    """A council's page as it is made, and as it is read."""

    made: CouncilPage
    read: ReadPage


@pytest.fixture(scope="module")
def shown(edition: Edition, overview: CouncilPage) -> Shown:
    site = edition.site(inline_style=stylesheet())
    return Shown(overview, read(render("council.html", overview, site)))


@pytest.fixture(scope="module")
def page(shown: Shown) -> ReadPage:
    return shown.read


whole_page = pytest.mark.parametrize(
    "council", by_turns(COUNCILS, 3), ids=lambda area: area.name, indirect=True
)


@whole_page
def test_it_is_one_file_that_asks_for_nothing_and_runs_nothing(page: ReadPage):
    assert page.tags.isdisjoint({"script", "link", "img", "iframe", "object", "embed", "form"})
    assert not any(name.startswith("on") for name in page.attributes)
    assert all(link.startswith("#") for link in page.links)


@whole_page
def test_every_link_leads_to_one_place_on_the_page(page: ReadPage):
    twice = [anchor for anchor, times in Counter(page.anchors).items() if times > 1]

    assert twice == []
    assert {link[1:] for link in page.links} <= set(page.anchors)


@whole_page
def test_its_words_hold_no_leavings_of_the_machine(page: ReadPage):
    assert [wrong for text in page.words for wrong in faults(text)] == []
    assert [kind for kind, _ in page.headings].count("h1") == 1


@whole_page
def test_every_figure_shown_has_its_file_and_row_on_the_page(shown: Shown):
    stages = (*shown.made.stages, *shown.made.alike, *shown.made.more_stages)
    rows = [row for stage in stages for row in stage.rows if not row.here_missing]
    behind = shown.read.source_rows

    without = [row.title for row in rows if not behind.get(row.href.removeprefix("#"))]
    assert without == []


def test_the_rows_behind_a_figure_hold_the_counts_it_is_made_of(
    edition: Edition, check: HealthCheck
):
    for comparison in check.comparisons.values():
        indicator = edition.catalogue.indicators[comparison.indicator]
        here = comparison.here
        rows = {row.series: row.value or 0.0 for row in edition.source_rows(comparison)}
        if isinstance(here.value, Missing):
            continue
        if indicator.kind is IndicatorKind.FIGURE or here.numerator is None:
            assert here.value in rows.values(), indicator.id
            continue
        less = sum(rows[series] for series in indicator.numerator_less)
        assert sum(rows[series] for series in indicator.numerator) - less == here.numerator
        if here.denominator is not None:
            assert sum(rows[series] for series in indicator.denominator) == here.denominator


def test_why_a_figure_is_missing_stands_in_its_place(check: HealthCheck, overview: CouncilPage):
    rows = {
        row.href.removeprefix("#about-"): row
        for stage in (*overview.stages, *overview.alike, *overview.more_stages)
        for row in stage.rows
    }
    behind = {door.anchor.removeprefix("about-"): door for door in overview.doors}

    for comparison in check.comparisons.values():
        row, door = rows[comparison.indicator], behind[comparison.indicator]
        assert row.here_missing is isinstance(comparison.here.value, Missing)
        if isinstance(comparison.here.value, Missing):
            assert row.here
            assert not any(letter.isdigit() for letter in row.here.replace("rounds to 0", ""))
            assert row.here != "no reason given" or "gives no reason" in door.sentence


def test_the_headline_is_true_of_what_it_rests_on(check: HealthCheck):
    finding, leading = check.headline, check.leading
    said = finding.sentence
    if len(finding.evidence) != 1:
        return  # that nothing stands out, or that little can be tested: see tests/findings
    here, other = leading.here.value, compared_with(leading)
    assert finding.evidence[0].indicator == leading.indicator
    assert leading.verdict.level in DIFFERENT
    assert not isinstance(here, Missing)
    assert other is not None
    more = (
        said.startswith(("More ", "A larger share "))
        or " more likely " in said
        or ": higher in " in said
    )
    fewer = (
        said.startswith(("Fewer ", "A smaller share "))
        or " less likely " in said
        or ": lower in " in said
    )
    assert more != fewer, said
    assert more == (leading.verdict.level in ABOVE) == (here > other), (said, here, other)
    assert check.area.name in said


def test_every_difference_lies_on_the_side_it_is_said_to(check: HealthCheck):
    for comparison in check.comparisons.values():
        here, other = comparison.here.value, compared_with(comparison)
        if comparison.verdict.level in DIFFERENT and not isinstance(here, Missing):
            assert other is not None
            assert (comparison.verdict.level in ABOVE) == (here > other), comparison


def test_better_or_worse_is_said_only_where_the_catalogue_says_which_way_is_good(
    edition: Edition, check: HealthCheck, overview: CouncilPage
):
    rows = {
        row.href.removeprefix("#about-"): row
        for stage in (*overview.stages, *overview.alike, *overview.more_stages)
        for row in stage.rows
    }
    for comparison in check.comparisons.values():
        indicator = edition.catalogue.indicators[comparison.indicator]
        words = f"{verdict_sentence(indicator, comparison)} {rows[indicator.id].verdict.note}"
        judged = MEANT.search(words)
        good, level = indicator.good_direction, comparison.verdict.level
        if good is GoodDirection.NEITHER or level not in DIFFERENT:
            assert not judged, words
            assert comparison.verdict.direction is Direction.NEITHER
        else:
            better = (good is GoodDirection.HIGHER) == (level in ABOVE)
            assert comparison.verdict.direction is (Direction.BETTER if better else Direction.WORSE)


def test_the_tally_adds_up(edition: Edition, check: HealthCheck):
    tally = check.tally

    assert tally.different + tally.same == tally.tested
    assert tally.tested + tally.cannot_say == len(edition.catalogue.health_check_set())


def test_what_cannot_be_said_says_why(check: HealthCheck):
    for comparison in check.comparisons.values():
        if comparison.verdict.level is Level.CANNOT_SAY:
            assert comparison.verdict.reason is not None, comparison.indicator
