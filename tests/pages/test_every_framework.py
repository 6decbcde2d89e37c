"""Every council's framework page, real and made up: true, plain, and with no verdict of its own."""

import datetime
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

import pytest
from words import headline_faults

from brightfutures.catalogue import GoodDirection, Indicator, load_catalogue
from brightfutures.delivery.edition import Edition
from brightfutures.findings.framework import Framework, framework
from brightfutures.findings.said import Named, Said
from brightfutures.findings.verdict_words import ABOVE, DIFFERENT
from brightfutures.measures.results import Comparison, Level, Movement
from brightfutures.pages.framework_page import framework_page
from brightfutures.quantities import Area

JUDGING = re.compile(
    r"\b(better|worse|best|worst|good|bad|badly|improv\w*|deteriorat\w*|poor\w*|strong\w*|"
    r"weak\w*|fail\w*|succe\w*|perform\w*|excellent|outstanding|inadequate)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Told:
    """One council's framework with what it was made from."""

    area: Area
    indicators: Mapping[str, Indicator]
    found: Framework

    @property
    def sentences(self) -> list[Said]:
        """Every sentence of the prose."""
        said = [one for each in self.found.outcomes for one in (*each.found, *each.unknown)]
        return [*self.found.lead, *said]


def _told(edition: Edition, area: Area) -> Told:
    found = framework(
        edition.catalogue,
        edition.geography,
        area,
        edition.measures.health_check(area.code),
        edition.store.judgements,
        datetime.date.fromisoformat(edition.store.loaded_at[:10]),
    )
    return Told(area, edition.catalogue.indicators, found)


@pytest.fixture(
    scope="module",
    params=[pytest.param("edition", marks=pytest.mark.published), "made_up_edition"],
    ids=["England", "made-up England"],
)
def every(request: pytest.FixtureRequest) -> list[Told]:
    edition: Edition = request.getfixturevalue(request.param)
    councils = edition.geography.councils(former=True)
    if edition.store.made_up:  # a fifth of them, for their councils are alike in kind
        councils = tuple(area for place, area in enumerate(councils) if place % 5 == 0 or area.last)
    return [_told(edition, area) for area in councils]


def test_better_and_worse_are_said_only_of_measures_the_catalogue_gives_a_direction(
    every: list[Told],
):
    """Each word of judgement is looked up in all of its sentence's evidence, one by one."""
    looked_up = 0
    for told in every:
        for said in told.sentences:
            words = {word.lower() for word in JUDGING.findall(_without_names(said))}
            if not words:
                continue
            assert words < {"better", "worse"}, f"{told.area.name}: {said.sentence}"
            assert said.evidence, said.sentence
            for evidence in said.evidence:
                comparison = told.found.comparisons[evidence.indicator]
                meant = _meaning(told.indicators[evidence.indicator], comparison)
                assert {meant} == words, f"{told.area.name}: {said.sentence}"
                looked_up += 1
    assert looked_up > len(every)


def _without_names(said: Said) -> str:
    """A sentence's own words: titles of measures are the catalogue's, and tested there."""
    return " ".join(part for part in said.parts if not isinstance(part, Named))


def _meaning(indicator: Indicator, comparison: Comparison) -> str:
    level = comparison.verdict.level
    if level not in DIFFERENT or indicator.good_direction is GoodDirection.NEITHER:
        return "neither"
    good = (level in ABOVE) == (indicator.good_direction is GoodDirection.HIGHER)
    return "better" if good else "worse"


def test_every_measure_that_differs_is_behind_just_one_sentence_on_how(every: list[Told]):
    """Nothing that differs is left out, whether or not there is room to name it."""
    for told in every:
        for one in told.found.outcomes:
            differing = {
                entry.indicator
                for entry in one.profile.published
                if entry.verdict.level in DIFFERENT
            }
            how = [said for said in one.found if " than elsewhere" in said.sentence]
            behind = Counter(evidence.indicator for said in how for evidence in said.evidence)
            assert set(behind) == differing, told.area.name
            assert set(behind.values()) <= {1}
            assert "than elsewhere" not in " ".join(_without_names(said) for said in one.unknown)


def test_the_numbers_are_those_of_the_health_check(every: list[Told]):
    for told in every:
        seen = []
        for one in told.found.outcomes:
            mine = [
                entry
                for name, entry in told.found.comparisons.items()
                if told.indicators[name].outcome == one.profile.outcome.name
            ]
            levels = [entry.verdict.level for entry in mine]
            unsaid = levels.count(Level.CANNOT_SAY)
            moved = [entry.moved.level for entry in mine if entry.moved is not None]
            assert list(one.profile.published) == mine
            assert len(one.profile.judged) == len(mine) - unsaid
            assert sum(reason.count for reason in one.profile.why_not) == unsaid
            assert len(one.profile.different) == sum(level in DIFFERENT for level in levels)
            assert len(one.profile.that_have(Movement.HAS_RISEN)) == moved.count(Movement.HAS_RISEN)
            assert len(one.profile.that_have(Movement.HAS_FALLEN)) == moved.count(
                Movement.HAS_FALLEN
            )
            seen += [entry.indicator for entry in mine]
        assert sorted(seen) == sorted(told.found.comparisons)


def test_every_heading_has_a_first_sentence_and_says_what_nobody_measures(every: list[Told]):
    for told in every:
        assert len(told.found.outcomes) == 7
        for one in told.found.outcomes:
            assert one.found, told.area.name
            last = one.unknown[-1].sentence
            assert last.startswith("No published figure says ")
            assert all(gap in last for gap in one.profile.outcome.not_measured)
            assert 1 <= len(one.found) <= 6
            assert len(one.unknown) <= 3


def test_sentences_are_whole(every: list[Told]):
    for told in every:
        ofsted = [*told.found.ofsted.sentences, *told.found.area_notes]
        for sentence in (*(said.sentence for said in told.sentences), *ofsted):
            assert sentence.endswith("."), sentence
            assert sentence[0].isupper() or sentence[0].isdigit(), sentence
            assert sentence.count("(") == sentence.count(")"), sentence


def test_the_headline_is_short_and_names_the_headings_that_differ_and_no_others(every: list[Told]):
    for told in every:
        said = told.found.headline.sentence
        assert told.area.name in said
        assert not headline_faults(said)
        assert not JUDGING.search(said), said
        if " differ" not in said or "does not" in said or "did not" in said:
            continue
        before, _, after = said.partition(";")
        for one in told.found.outcomes:
            if one.profile.outcome.short in before.replace(told.area.name, ""):
                assert one.profile.different, said
            if one.profile.outcome.short in after:
                assert not one.profile.judged, said


def test_the_grade_of_an_inspection_changes_no_other_word(every: list[Told]):
    """Grades stand in the aside alone: no sentence of the prose holds one."""
    for told in every:
        prose = " ".join(_without_names(said) for said in told.sentences)
        assert not re.search(r"\b(Ofsted|inspect\w*|outstanding|requires improvement)\b", prose)


def test_every_name_leads_to_a_measure_there_is(every: list[Told]):
    for told in every:
        page = framework_page(load_catalogue(), told.found, lambda name: f"/x/indicators/{name}")
        pieces = [
            piece
            for section in (*page.outcomes, *page.enablers)
            for prose in (section.found, section.unknown)
            for sentence in prose
            for piece in sentence
        ]
        led = [piece.href.rpartition("/")[2] for piece in pieces if piece.href]
        assert set(led) <= set(told.indicators)
        assert [len(row.numbers) for row in page.rows] == [len(page.columns)] * 7
