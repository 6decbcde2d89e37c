"""What followed cuts, on a page: line by line, with how it was asked and what it is not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from brightfutures.catalogue import Catalogue
from brightfutures.findings.after_cuts_words import (
    HOW_WORKED_OUT,
    NOT_NOTHING,
    WHAT_IT_IS,
    after_cut_sentence,
    after_cuts_headline,
    least_seen_sentence,
    left_out_sentence,
    line_after_cuts_sentence,
    placebo_sentence,
)
from brightfutures.money.after_cuts import AfterCuts


@dataclass(frozen=True, kw_only=True)
class AfterCutsSection:
    """The answer to what followed cuts, each line's, what can be told, and the notes."""

    headline: str
    lines: tuple[tuple[str, str], ...]
    told: tuple[str, ...]
    notes: tuple[str, ...]


def after_cuts_section(catalogue: Catalogue, found: AfterCuts) -> AfterCutsSection:
    """The section of all lines."""
    notes = (
        WHAT_IT_IS,
        NOT_NOTHING,
        HOW_WORKED_OUT,
        placebo_sentence(found),
        left_out_sentence(found),
    )
    return AfterCutsSection(
        headline=after_cuts_headline(found),
        lines=tuple(_lines(catalogue, found)),
        told=tuple(
            after_cut_sentence(
                one, catalogue.spend_lines[one.line], catalogue.indicators[one.indicator]
            )
            .removesuffix(WHAT_IT_IS)
            .strip()
            for one in found.told
        ),
        notes=tuple(filter(None, notes)),
    )


def _lines(catalogue: Catalogue, found: AfterCuts) -> Iterator[tuple[str, str]]:
    for name in dict.fromkeys(one.line for one in found.results):
        line = catalogue.spend_lines[name]
        seen = least_seen_sentence(line, found, catalogue.indicators)
        yield line.title, f"{line_after_cuts_sentence(line, found)} {seen}".strip()
