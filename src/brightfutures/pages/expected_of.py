"""What a council's circumstances would lead one to expect: a block on the page of an indicator."""

from __future__ import annotations

from dataclasses import dataclass

from brightfutures.catalogue import Indicator
from brightfutures.findings.expectation_words import expectation_level_words, without_words
from brightfutures.findings.figures import shown
from brightfutures.findings.verdict_words import DIFFERENT, LEVEL_SHAPES
from brightfutures.findings.what_is_expected import what_is_expected
from brightfutures.measures.expectation.results import ContextModel, Expectation
from brightfutures.measures.results import Comparison, Level
from brightfutures.pages.addresses import topic_address
from brightfutures.pages.verdict_cell import VerdictCell


@dataclass(frozen=True, kw_only=True)
class ExpectedRow:
    """What would be expected, and said, with all circumstances or without one."""

    what: str
    expected: str
    verdict: VerdictCell


@dataclass(frozen=True, kw_only=True)
class ExpectedOf:
    """The block: paragraphs, what to bear in mind, and a table of each circumstance left out."""

    paragraphs: tuple[str, ...]
    bear_in_mind: str
    rows: tuple[ExpectedRow, ...]
    how_ranges_held: str
    method: str


def expected_of(
    indicator: Indicator,
    comparison: Comparison,
    expectation: Expectation | None,
    model: ContextModel | None,
    council: str,
) -> ExpectedOf | None:
    """The block of one council; None where nothing can be fitted."""
    if expectation is None or model is None:
        return None
    said = what_is_expected(indicator, comparison, expectation, model, council)
    groups = (" ".join(group) for group in (said.first, said.here, said.how_sure))
    return ExpectedOf(
        paragraphs=tuple(group for group in groups if group),
        bear_in_mind=" ".join(said.bear_in_mind),
        rows=expected_rows(indicator, expectation),
        how_ranges_held=said.how_ranges_held,
        method=topic_address("expected"),
    )


def expected_rows(indicator: Indicator, expectation: Expectation) -> tuple[ExpectedRow, ...]:
    """What is said with every circumstance, and without each in turn."""
    if expectation.expected is None or not expectation.without:
        return ()
    whole = ExpectedRow(
        what="With all of them",
        expected=shown(indicator, expectation.expected),
        verdict=_cell(expectation.level, expectation_level_words(indicator, expectation)),
    )
    return (
        whole,
        *(
            ExpectedRow(
                what=f"Without: {_lower(each.variable.title)}",
                expected=shown(indicator, each.expected),
                verdict=_cell(each.level, without_words(indicator, expectation, each)),
            )
            for each in expectation.without
        ),
    )


def _lower(title: str) -> str:
    return f"{title[0].lower()}{title[1:]}"


def _cell(level: Level, words: str) -> VerdictCell:
    return VerdictCell(
        shape=LEVEL_SHAPES[level], words=words, different=level in DIFFERENT, note=""
    )
