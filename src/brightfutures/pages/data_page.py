"""Every source of figures, loaded or not: its view model."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from brightfutures.catalogue import Catalogue
from brightfutures.findings.data_words import (
    FIND_IT,
    data_headline,
    licences_of,
    newest_sentence,
    newest_words,
    not_loaded_sentence,
    source_title,
)
from brightfutures.findings.figures import listed, many
from brightfutures.findings.judgement_words import day_in_words
from brightfutures.findings.sum_words import (
    agreeing_words,
    largest_sentence,
    sums_headline,
    sums_lead,
)
from brightfutures.measures.nation.reconciled import Reconciled
from brightfutures.pages.addresses import data_address
from brightfutures.published.source_holding import SourceHolding


@dataclass(frozen=True, kw_only=True)
class SourceLine:
    """One source in the list."""

    title: str
    href: str
    newest: str
    files: str
    readings: str
    sums: str


@dataclass(frozen=True, kw_only=True)
class PublisherLines:
    """The loaded sources of one publisher."""

    publisher: str
    lines: tuple[SourceLine, ...]


@dataclass(frozen=True, kw_only=True)
class AbsentLine:
    """A source of which no file is loaded, and where to find it."""

    title: str
    href: str
    publisher: str
    page: str


@dataclass(frozen=True, kw_only=True)
class DataPage:
    """Everything the template of the list of sources shows."""

    document_title: str
    masthead: None
    eyebrow: str
    h1: str
    lead: str
    newest: str
    missing: str
    sums: str
    sums_lead: str
    licences: str
    publishers: tuple[PublisherLines, ...]
    absent: tuple[AbsentLine, ...]
    find_it: str
    unclaimed: tuple[str, ...]
    unclaimed_words: str
    notes: tuple[str, ...]
    downloads: tuple[tuple[str, str], ...]


def data_page(
    catalogue: Catalogue,
    holdings: Sequence[SourceHolding],
    sums: Sequence[tuple[str, Reconciled]],
    unclaimed: Sequence[str],
    notes: Sequence[str],
    loaded_on: str,
    downloads: tuple[tuple[str, str], ...] = (),
) -> DataPage:
    """The view model; `sums` are by source, and `loaded_on` is the ISO day of the load."""
    every = [one for _, one in sums]
    return DataPage(
        document_title="The data – Bright Futures",
        masthead=None,
        eyebrow="The data behind every page",
        h1=data_headline(holdings),
        lead=(
            f"They were loaded on {day_in_words(loaded_on)}. Figures are read from these files as "
            "published, and each keeps its file and its row."
        ),
        newest=newest_sentence(holdings),
        missing=not_loaded_sentence(holdings),
        sums=f"{sums_headline(every)}." if every else "",
        sums_lead=f"{sums_lead(every)} {largest_sentence(catalogue.series, every)}".strip(),
        licences=f"{listed(list(licences_of(holdings)))}.",
        publishers=_publishers(catalogue, holdings, sums),
        absent=tuple(
            AbsentLine(
                title=source_title(one.source),
                href=data_address(one.source.id),
                publisher=one.publisher,
                page=one.source.page,
            )
            for one in holdings
            if not one.is_loaded
        ),
        find_it=FIND_IT,
        unclaimed=tuple(unclaimed),
        unclaimed_words=many(len(unclaimed), "file"),
        notes=tuple(notes),
        downloads=downloads,
    )


def _publishers(
    catalogue: Catalogue,
    holdings: Sequence[SourceHolding],
    sums: Sequence[tuple[str, Reconciled]],
) -> tuple[PublisherLines, ...]:
    lines: dict[str, list[SourceLine]] = {}
    for one in holdings:
        if one.is_loaded:
            own = [sum_ for source, sum_ in sums if source == one.source.id]
            lines.setdefault(one.publisher, []).append(
                SourceLine(
                    title=source_title(one.source),
                    href=data_address(one.source.id),
                    newest=newest_words(one),
                    files=f"{len(one.files):,}",
                    readings=f"{one.readings:,}",
                    sums=agreeing_words(own),
                )
            )
    return tuple(
        PublisherLines(publisher=publisher, lines=tuple(found))
        for publisher, found in lines.items()
    )
