"""One source as it stands in a store: its files, what they hold and what is absent."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from brightfutures.catalogue import Catalogue, Series, Source
from brightfutures.published.claims import matches
from brightfutures.published.reports import LoadedFile
from brightfutures.published.source_contents import SeriesOfSource, SourceContents
from brightfutures.published.store import Store
from brightfutures.quantities import Period, PeriodKind


@dataclass(frozen=True, kw_only=True, eq=False)
class SourceHolding:
    """A source beside what a store holds of it; `files` is empty for one that is not loaded."""

    source: Source
    publisher: str  # as the store names it: nobody's where figures are made up
    files: tuple[LoadedFile, ...]
    contents: SourceContents
    catalogue_series: Mapping[str, Series]

    @property
    def is_loaded(self) -> bool:
        """Whether any of its files is loaded."""
        return bool(self.files)

    @property
    def readings(self) -> int:
        """The rows that its files gave, of every release."""
        return sum(file.readings for file in self.files)

    @cached_property
    def ours(self) -> tuple[SeriesOfSource, ...]:
        """The catalogue's series that it gives, in the catalogue's order."""
        given = {one.series: one for one in self.contents.series}
        return tuple(given[name] for name in self.catalogue_series if name in given)

    @cached_property
    def others(self) -> tuple[SeriesOfSource, ...]:
        """The series that only the publisher's own dictionary names."""
        return tuple(one for one in self.contents.series if one.series not in self.catalogue_series)

    @cached_property
    def newest(self) -> Period | None:
        """The period of its series that ends last; None where it gives none but forecasts.

        A year that an index is named for ends no figures, and counts only where there is no other.
        """
        series = [(self.catalogue_series[one.series], one.periods[-1]) for one in self.ours]
        periods = [Period(one.period_kind, label) for one, label in series if not one.is_forecast]
        dated = [period for period in periods if period.kind is not PeriodKind.INDEX_YEAR]
        return max(dated or periods, key=lambda period: period.last_day, default=None)

    @cached_property
    def newest_day(self) -> datetime.date | None:
        """The last day that its figures or inspections tell of; None where it tells of no day."""
        if self.contents.newest_inspection:
            return datetime.date.fromisoformat(self.contents.newest_inspection)
        if self.newest is None or self.newest.kind is PeriodKind.INDEX_YEAR:
            return None
        return self.newest.last_day

    @cached_property
    def absent_patterns(self) -> tuple[str, ...]:
        """The patterns of its files that no loaded file fits, in the order declared."""
        wanted = dict.fromkeys(rule.pattern for rule in self.source.files)
        paths = [file.path for file in self.files]
        return tuple(one for one in wanted if not any(matches(one, path) for path in paths))

    @cached_property
    def absent_series(self) -> tuple[str, ...]:
        """The catalogue's series that it declares and of which its loaded files give nothing."""
        reads = [*self.source.reads, *(read for rule in self.source.files for read in rule.reads)]
        given = {one.series for one in self.contents.series}
        return tuple(
            name for name in dict.fromkeys(read.series for read in reads) if name not in given
        )


def source_holdings(store: Store, catalogue: Catalogue) -> dict[str, SourceHolding]:
    """Every source of the catalogue by id, loaded or not, by publisher and then publication."""
    files: dict[str, list[LoadedFile]] = {}
    for file in store.files():
        files.setdefault(file.source, []).append(file)
    ordered = sorted(
        catalogue.sources.values(), key=lambda one: (one.publisher, one.publication, one.id)
    )
    return {
        source.id: SourceHolding(
            source=source,
            publisher=(
                store.publisher_words(source.publisher) if source.id in files else source.publisher
            ),
            files=tuple(files.get(source.id, ())),
            contents=store.contents.get(source.id, SourceContents(source=source.id)),
            catalogue_series=catalogue.series,
        )
        for source in ordered
    }
