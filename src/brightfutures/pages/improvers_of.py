"""Who has improved on an indicator, as a council's page of it shows it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from brightfutures.catalogue import Indicator
from brightfutures.findings.improver_words import (
    ASK_THEM,
    BACK_BY_ITSELF,
    FLATTERED,
    HOW_READ,
    asking_sentence,
    distance_sentence,
    improvement_sentence,
    likeness_words,
    who_improved,
    years_in_words,
)
from brightfutures.findings.place_names import placed
from brightfutures.measures.improving.results import Improvers
from brightfutures.quantities import PeriodKind

MOST_SHOWN = 5


@dataclass(frozen=True, kw_only=True)
class ImproverRow:
    """One council that improved: its own page of the indicator, and what its figure did.

    `sentence` goes on from the name.
    """

    name: str
    address: str
    sentence: str
    likeness: str


@dataclass(frozen=True, kw_only=True)
class ImproversOf:
    """The block "who has improved on this?": sentences, councils, and what to bear in mind."""

    sentences: tuple[str, ...]
    rows: tuple[ImproverRow, ...]
    remarks: tuple[str, ...]


def refused(why: str) -> ImproversOf:
    """The block where the data cannot answer."""
    return ImproversOf(sentences=(why,), rows=(), remarks=())


def improvers_of(
    indicator: Indicator,
    counts: tuple[str, PeriodKind],
    found: Improvers,
    name_of: Callable[[str], str],
    address_of: Callable[[str], str],
) -> ImproversOf:
    """The block for the council that asks; up to five councils, those most like it first.

    `address_of` gives the address of another council's page of this indicator, by its code.
    """
    assert found.asking is not None, "a page is of a council"
    asks = name_of(found.asking.area)
    shown = found.found[:MOST_SHOWN]
    said = f"The years compared run {years_in_words(found)}. {who_improved(found, asks)}"
    if len(shown) < len(found.found):
        said += f" The {len(shown)} most like {placed(asks)} are named here."
    remarks = (FLATTERED, ASK_THEM, distance_sentence(found.asking, asks)) if shown else ()
    return ImproversOf(
        sentences=tuple(
            sentence
            for sentence in (
                said,
                HOW_READ if shown else BACK_BY_ITSELF,
                asking_sentence(indicator, counts, found, asks),
            )
            if sentence
        ),
        rows=tuple(
            ImproverRow(
                name=name_of(one.area),
                address=address_of(one.area),
                sentence=improvement_sentence(indicator, counts, found, one, "").lstrip(),
                likeness=f"{likeness_words(one.likeness, asks)}." if one.likeness else "",
            )
            for one in shown
        ),
        remarks=tuple(remark for remark in remarks if remark),
    )
