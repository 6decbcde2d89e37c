"""One source: its files, the series they give, its marks, and whether councils add up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from brightfutures.catalogue import Catalogue, Series
from brightfutures.findings.data_words import (
    FIND_IT,
    contents_sentence,
    mark_meaning,
    mark_words,
    marks_of,
    newest_words,
    source_headline,
    source_title,
)
from brightfutures.findings.figures import MISSING_WORDS, many
from brightfutures.findings.judgement_words import day_in_words
from brightfutures.findings.sum_words import (
    account_words,
    amount,
    difference_words,
    largest_sentence,
    missing_sentence,
    sum_sentence,
    sums_lead,
)
from brightfutures.measures.nation.reconciled import Reconciled
from brightfutures.pages.addresses import DATA
from brightfutures.published.reports import DictionarySeries, LoadedFile
from brightfutures.published.source_contents import SeriesOfSource
from brightfutures.published.source_holding import SourceHolding

MOST_SERIES_SHOWN = 12
"""More series than these are folded away, so that the page stays one that can be read."""


@dataclass(frozen=True, kw_only=True)
class NewestSum:
    """One main count in its newest period, in a sentence."""

    count: str
    sentence: str


@dataclass(frozen=True, kw_only=True)
class SumLine:
    """One period of one main count."""

    period: str
    councils: str
    england: str
    difference: str
    why: str
    missing: str


@dataclass(frozen=True, kw_only=True)
class SumLines:
    """Every period of one main count."""

    count: str
    lines: tuple[SumLine, ...]


@dataclass(frozen=True, kw_only=True)
class BreakLine:
    """Where the way of counting changed: the first period after, and what changed."""

    period: str
    sentence: str


@dataclass(frozen=True, kw_only=True)
class SeriesLine:
    """One series as this source gives it."""

    id: str
    sentence: str
    unit: str
    periods: str
    figures: str
    missing: str
    why: str
    breaks: tuple[BreakLine, ...]


@dataclass(frozen=True, kw_only=True)
class MarkLine:
    """One mark that stands in place of a figure."""

    mark: str
    meaning: str
    cells: str


@dataclass(frozen=True, kw_only=True)
class FileLine:
    """One loaded file."""

    path: str
    release: str
    readings: str
    bytes: str
    sha256: str


@dataclass(frozen=True, kw_only=True)
class SourcePage:
    """Everything the template of a source shows."""

    document_title: str
    masthead: None
    list_address: str
    title: str
    eyebrow: str
    h1: str
    lead: str
    note: str
    facts: tuple[tuple[str, str], ...]
    page: str
    find_it: str
    sums_lead: str
    newest_sums: tuple[NewestSum, ...]
    sums: tuple[SumLines, ...]
    sums_words: str
    series: tuple[SeriesLine, ...]
    series_words: str
    series_folded: bool
    others: tuple[SeriesLine, ...]
    others_words: str
    marks: tuple[MarkLine, ...]
    files: tuple[FileLine, ...]
    absent_patterns: tuple[str, ...]
    absent_series: tuple[str, ...]
    downloads: tuple[tuple[str, str], ...]


def source_page(
    catalogue: Catalogue,
    holding: SourceHolding,
    sums: Sequence[Reconciled],
    dictionary: Mapping[str, DictionarySeries],
    loaded_on: str,
    downloads: tuple[tuple[str, str], ...] = (),
) -> SourcePage:
    """The view model of one source; `loaded_on` is the ISO day of the load."""
    title = source_title(holding.source)
    h1 = source_headline(holding, sums)
    return SourcePage(
        document_title=f"{title}: the data – Bright Futures",
        masthead=None,
        list_address=DATA,
        title=title,
        eyebrow=f"{holding.publisher} · {title}",
        h1=h1,
        lead=contents_sentence(holding) if holding.is_loaded and sums else "",
        note=holding.source.note or "",
        facts=_facts(holding, loaded_on),
        page=holding.source.page,
        find_it="" if holding.is_loaded else FIND_IT,
        sums_lead=f"{sums_lead(sums)} {largest_sentence(catalogue.series, sums)}".strip(),
        newest_sums=_newest(catalogue, sums),
        sums=_every_sum(catalogue, sums),
        sums_words=many(len(sums), "sum"),
        series=tuple(_series_line(catalogue.series[one.series], one) for one in holding.ours),
        series_words=many(len(holding.ours), "series", "series"),
        series_folded=len(holding.ours) > MOST_SERIES_SHOWN,
        others=tuple(
            _other_line(dictionary[one.series], one)
            for one in holding.others
            if one.series in dictionary
        ),
        others_words=many(len(holding.others), "series", "series"),
        marks=_marks(holding),
        files=tuple(_file_line(file) for file in holding.files),
        absent_patterns=holding.absent_patterns,
        absent_series=tuple(catalogue.series[name].sentence for name in holding.absent_series)
        if holding.is_loaded
        else (),
        downloads=downloads,
    )


def _facts(holding: SourceHolding, loaded_on: str) -> tuple[tuple[str, str], ...]:
    facts = [("Publisher", holding.publisher), ("Licence", holding.source.licence)]
    if holding.is_loaded:
        facts += [
            ("Newest figures", newest_words(holding)),
            ("Files", f"{len(holding.files):,}"),
            ("Readings", f"{holding.readings:,}"),
            ("Loaded", day_in_words(loaded_on)),
        ]
    return tuple((name, words) for name, words in facts if words != "–")


def _by_series(sums: Sequence[Reconciled]) -> dict[str, list[Reconciled]]:
    found: dict[str, list[Reconciled]] = {}
    for one in sums:
        found.setdefault(one.row.series, []).append(one)
    return found


def _newest(catalogue: Catalogue, sums: Sequence[Reconciled]) -> tuple[NewestSum, ...]:
    return tuple(
        NewestSum(
            count=count_words(catalogue.series[name]),
            sentence=sum_sentence(catalogue.series[name], found[-1]),
        )
        for name, found in _by_series(sums).items()
    )


def count_words(series: Series) -> str:
    """What a series counts, without its full stop."""
    return series.sentence.rstrip(".")


def _every_sum(catalogue: Catalogue, sums: Sequence[Reconciled]) -> tuple[SumLines, ...]:
    return tuple(
        SumLines(
            count=count_words(catalogue.series[name]),
            lines=tuple(_sum_line(catalogue.series[name], one) for one in reversed(found)),
        )
        for name, found in _by_series(sums).items()
    )


def _sum_line(series: Series, one: Reconciled) -> SumLine:
    return SumLine(
        period=one.row.period,
        councils=amount(series, one.row.sum_of_councils),
        england="–" if one.row.england is None else amount(series, one.row.england),
        difference=difference_words(series, one),
        why=account_words(one),
        missing=missing_sentence(one),
    )


def span(periods: Sequence[str]) -> str:
    """The first and last period: "2010 to 2025", or the only one."""
    return periods[0] if len(periods) == 1 else f"{periods[0]} to {periods[-1]}"


def _series_line(series: Series, given: SeriesOfSource) -> SeriesLine:
    first, last = given.periods[0], given.periods[-1]
    return SeriesLine(
        id=series.id,
        sentence=series.sentence,
        unit=f"{series.unit}, {period_kind_words(series)}",
        periods=span(given.periods),
        figures=f"{given.with_a_figure:,}",
        missing=f"{given.readings - given.with_a_figure:,}",
        why=_why(given),
        breaks=tuple(
            BreakLine(period=one.period, sentence=one.sentence)
            for one in series.breaks
            if first <= one.period <= last
        ),
    )


def period_kind_words(series: Series) -> str:
    """What stretch of time or what day its figures are of: "at 31 March"."""
    return {
        "year_to_31_march": "years ending 31 March",
        "at_31_march": "at 31 March",
        "year_to_30_september": "years ending 30 September",
        "at_30_september": "at 30 September",
        "academic_year": "school years",
        "financial_year": "financial years",
        "calendar_year": "calendar years",
        "mid_year": "at the middle of the year",
        "index_year": "by the year of the index",
        "census_day": "on the day of the census",
    }[series.period_kind.value]


def _why(given: SeriesOfSource) -> str:
    return ", ".join(f"{MISSING_WORDS[reason]} {count:,}" for reason, count in given.reasons)


def _other_line(entry: DictionarySeries, given: SeriesOfSource) -> SeriesLine:
    return SeriesLine(
        id=entry.id,
        sentence=entry.title,
        unit=entry.unit,
        periods=span(given.periods),
        figures=f"{given.with_a_figure:,}",
        missing=f"{given.readings - given.with_a_figure:,}",
        why=_why(given),
        breaks=(),
    )


def _marks(holding: SourceHolding) -> tuple[MarkLine, ...]:
    return tuple(
        MarkLine(
            mark=mark_words(mark),
            meaning=mark_meaning(reason),
            cells=f"{holding.contents.marks.get(mark, 0):,}",
        )
        for mark, reason in marks_of(holding.source).items()
    )


def _file_line(file: LoadedFile) -> FileLine:
    return FileLine(
        path=file.path,
        release=", ".join(file.releases) or "–",
        readings=f"{file.readings:,}",
        bytes=f"{file.bytes:,}",
        sha256=file.sha256,
    )
