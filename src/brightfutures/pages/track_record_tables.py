"""The tables of our own track record: how verdicts and movements fared."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from brightfutures.charts.words import ChartTable
from brightfutures.findings.track_record_words import ANY_COUNCIL, of
from brightfutures.findings.verdict_words import LEVEL_WORDS
from brightfutures.measures.track_record.counts import Kept
from brightfutures.measures.track_record.results import CALLED, IndicatorRecord, TrackRecord

TitleOf = Callable[[str], str]
"""An indicator's title by its id."""


def table_of(
    caption: str, header: Sequence[str], rows: Sequence[Sequence[str]], words: int = 1
) -> ChartTable:
    """A table whose first columns are words and the rest numbers."""
    return ChartTable(
        caption=caption,
        header=tuple(header),
        rows=tuple(map(tuple, rows)),
        holds_numbers=tuple(place >= words for place in range(len(header))),
    )


YEARS_HEADER = (
    "Said",
    "Same side a year later",
    "Same side called again",
    "Very same verdict",
    "Opposite",
    "Same side two years later",
    "Opposite then",
)


def _kept_cells(one: Kept, two: Kept) -> tuple[str, ...]:
    return (
        f"{one.flags:,}",
        of(one.on_that_side),
        of(one.side_again),
        f"{one.same_level:,}",
        f"{one.opposite:,}",
        of(two.on_that_side),
        f"{two.opposite:,}",
    )


def by_verdict(record: TrackRecord) -> ChartTable:
    """How verdicts fared, by verdict, and any council beside them."""
    rows = [
        (
            LEVEL_WORDS[level],
            *_kept_cells(record.kept(1, levels=(level,)), record.kept(2, levels=(level,))),
        )
        for level in CALLED
    ]
    rows.append(("All of these", *_kept_cells(record.kept(1), record.kept(2))))
    any_one, any_two = record.any_side(1), record.any_side(2)
    rows.append((ANY_COUNCIL, "–", of(any_one), "–", "–", "–", of(any_two), "–"))
    return table_of("How verdicts fared, over all measures", ("Verdict", *YEARS_HEADER), rows)


def by_measure(caption: str, records: Sequence[IndicatorRecord], title_of: TitleOf) -> ChartTable:
    """How verdicts fared, by measure."""
    rows = [
        (title_of(entry.indicator), *_kept_cells(entry.kept(1), entry.kept(2))) for entry in records
    ]
    return table_of(caption, ("Measure", *YEARS_HEADER), rows)


def by_measure_and_verdict(records: Sequence[IndicatorRecord], title_of: TitleOf) -> ChartTable:
    """How verdicts fared, by measure and verdict."""
    rows = []
    for entry in records:
        for level in CALLED:
            one, two = entry.kept(1, levels=(level,)), entry.kept(2, levels=(level,))
            if one.flags or two.flags:
                title = title_of(entry.indicator)
                rows.append((title, LEVEL_WORDS[level], *_kept_cells(one, two)))
    return table_of(
        "How verdicts fared, by measure and verdict", ("Measure", "Verdict", *YEARS_HEADER), rows, 2
    )


def movements_by_measure(records: Sequence[IndicatorRecord], title_of: TitleOf) -> ChartTable:
    """How movements fared, by measure."""
    rows = []
    for entry in records:
        one, two = entry.moved(1), entry.moved(2)
        if one.flags or two.flags:
            rows.append(
                (
                    title_of(entry.indicator),
                    f"{one.flags:,}",
                    of(one.on_that_side),
                    f"{one.opposite:,}",
                    of(two.on_that_side),
                    f"{two.opposite:,}",
                )
            )
    header = (
        "Measure",
        "Said to have moved",
        "Still beyond its start a year later",
        "Opposite",
        "Still beyond two years later",
        "Opposite then",
    )
    return table_of("How “has risen” and “has fallen” fared, by measure", header, rows)
