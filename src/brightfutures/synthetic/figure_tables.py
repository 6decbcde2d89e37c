"""Tables of figures in the layouts tidy and wide, written as their source declares them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

import numpy as np

from brightfutures.catalogue import Catalogue
from brightfutures.catalogue.sources import FileRule, Read, ReleaseRule, Source
from brightfutures.quantities import Period, PeriodKind, Reason
from brightfutures.synthetic.area_cells import AreaCells
from brightfutures.synthetic.calibration import QuantityKind
from brightfutures.synthetic.cells import CellWriter
from brightfutures.synthetic.forms import Form
from brightfutures.synthetic.headers import header_of, place_of
from brightfutures.synthetic.period_words import end_year_of, period_text
from brightfutures.synthetic.planted import Planted
from brightfutures.synthetic.world import FIRST_YEAR, World

Block = Mapping[str, list[str]]  # column → one cell an area

FURTHER_ROWS = 0.4
"""How much of a figure that is the sum of several rows stands in the further ones."""


@dataclass(frozen=True)
class FigureTable:
    """One table of a file: the header, the rows, and what is to be read back from them."""

    world: World
    catalogue: Catalogue
    form: Form
    source: Source
    rule: FileRule
    planted: list[Planted] = field(default_factory=list)

    @property
    def reads(self) -> tuple[Read, ...]:
        """The rule's reads, or else the source's, of series that this England has."""
        reads = self.rule.reads or self.source.reads
        return tuple(read for read in reads if read.series in self.world.calibration)

    def rows(self) -> tuple[list[str], list[list[str]]]:
        """The header and the rows below it."""
        areas = AreaCells(self.world, self.form, self.rule.areas or self.source.areas)
        rule_reads = self.rule.reads or self.source.reads
        periods = self.rule.periods or self.source.periods
        header = header_of(
            self.form,
            areas.rule,
            periods.column,
            self.source.release_column,
            self.rule.period,
            rule_reads,
        )
        writer = CellWriter(self.world, self.form, self.source, self.rule)
        bare = self._bare_rows(header, areas, writer)
        absent = writer.mark_of.get(Reason.NOT_APPLICABLE)
        rows: list[list[str]] = []
        for release, first, years in self._releases():
            for year in years:
                for where, reads, share in self._by_filter():
                    part = replace(writer, share=share)
                    block, exists = self._block(part, reads, year, release, first)
                    if block is None:
                        continue
                    filters = {column: self._label(column, label, first) for column, label in where}
                    if periods.column and year is not None:
                        kind = self._kind(reads[0])
                        filters[periods.column] = self._period_text(periods.form, kind, year)
                    if self.source.release_column and release:
                        filters[self.source.release_column] = release
                    rows += self._filled(header, bare, block, filters, exists, absent)
        return header, rows

    def _kind(self, read: Read) -> PeriodKind:
        return self.catalogue.series[read.series].period_kind

    def _quantity_kind(self, read: Read) -> QuantityKind:
        return self.world.calibration[read.series].kind

    def _begun(self, read: Read, kind: PeriodKind, year: int) -> bool:
        """Whether there are figures of a year: most begin together, grants have their own years."""
        whenever = kind is PeriodKind.MID_YEAR or self._quantity_kind(read) is QuantityKind.GRANT
        return whenever or year >= FIRST_YEAR

    def _column(self, read: Read) -> str:
        return read.column.replace("{period}", read.period or self.rule.period or "")

    def _period_text(self, form: str, kind: PeriodKind, year: int) -> str:
        """The period as the file writes it: of quarters, the one whose rows the rule reads."""
        pattern = (self.rule.table or self.source.table).rows_match
        if form != "quarter" or pattern is None:
            return period_text(form, kind, year)
        quarters = [f"{year} Q{number}" for number in (1, 2, 3, 4)]
        return next(text for text in quarters if re.fullmatch(pattern, text))

    def _releases(self) -> Iterator[tuple[str | None, bool, tuple[int | None, ...]]]:
        """Each release with whether a later one corrects it, and its years, newest first."""
        years: tuple[int | None, ...] = tuple(reversed(self.form.years)) or (None,)
        if self.source.release is not ReleaseRule.COLUMN:
            yield None, self.form.later_revised, years
            return
        for label, begins in self.form.releases.items():
            held = tuple(year for year in years if year and begins <= year <= int(label))
            yield label, label != max(self.form.releases), held

    def _by_filter(self) -> Iterator[tuple[tuple[tuple[str, str], ...], list[Read], float]]:
        """Reads by what they filter on, each filter a row of its own, with its share of a sum.

        A figure that is read as the sum of several rows stands in all of them, most in the first.
        """
        found: dict[tuple[tuple[str, str], ...], list[Read]] = {}
        for read in self.reads:
            found.setdefault(tuple(read.where.items()), []).append(read)
        for where, reads in found.items():
            further = reads[0].plus_where
            rest = FURTHER_ROWS / len(further) if further else 0.0
            yield where, reads, 1.0 - rest * len(further)
            for one in further:
                yield tuple(one.items()), reads, rest

    def _label(self, column: str, label: str, first: bool) -> str:
        """The label as published: an earlier release writes the one that is now an alias."""
        if not first:
            return label
        aliases = self.source.aliases.get(column, {})
        return next((old for old, ours in aliases.items() if ours == label), label)

    def _block(
        self,
        writer: CellWriter,
        reads: list[Read],
        year: int | None,
        release: str | None,
        first: bool,
    ) -> tuple[Block | None, list[bool]]:
        """The value columns of one filter in one year, or `None` where there are none."""
        block: dict[str, list[str]] = {}
        exists = np.zeros(len(self.world.areas), bool)
        alone = {self._column(read): read.series for read in reads if not read.plus}
        newest = max(self.form.years, default=None) if release is None else int(release)
        for read in reads:
            kind = self._kind(read)
            label = read.period or self.rule.period
            ends = end_year_of(label) if label else year
            if ends is None or not _within(read, ends):
                continue
            there = self.world.exists(kind, ends)
            if self._quantity_kind(read) is QuantityKind.EVERYWHERE:
                there = there & ~np.isnan(self.world.figures(read.series, kind, ends))
                if not there.any():
                    continue
            exists |= there
            column = self._column(read)
            if not self._begun(read, kind, ends):
                blank = writer.mark_of[writer.no_figure()]
                block.setdefault(column, [blank] * len(self.world.areas))
                continue
            cells = writer.cells(read, column, kind, ends, first and ends == newest, alone)
            block.update(cells.columns)
            if writer.share < 1.0 - FURTHER_ROWS:
                continue  # the first row has told the whole
            self.planted.append(
                Planted(
                    file=self.form.name,
                    series=read.series,
                    period=Period.ending(kind, ends).label,
                    release=release,
                    value=cells.value / writer.share,
                    missing=np.where(there, cells.missing, Reason.DID_NOT_EXIST.bit).astype(
                        np.uint16
                    ),
                )
            )
        return (block or None), exists.tolist()

    def _bare_rows(
        self, header: list[str], areas: AreaCells, writer: CellWriter
    ) -> dict[int, list[str]]:
        """By area, the row without period and figures; a mark in columns that nothing reads."""
        unread = writer.mark_of[writer.no_figure()]
        named = areas.places(header)
        empty = ["" if place in named or not name else unread for place, name in enumerate(header)]
        for column, text in self.form.fixed.items():
            empty[place_of(header, column)] = text
        bare: dict[int, list[str]] = {}
        for number in areas.order:
            if areas.has(self.world.areas[number]):
                bare[number] = list(empty)
                for place, text in areas.cells(header, number).items():
                    bare[number][place] = text
        return bare

    def _filled(
        self,
        header: list[str],
        bare: Mapping[int, list[str]],
        block: Block,
        filters: Mapping[str, str],
        exists: list[bool],
        absent: str | None,
    ) -> Iterator[list[str]]:
        """One row an area: a council that did not exist has the mark for that, or no row."""
        values = [(place_of(header, column), texts) for column, texts in block.items()]
        words = [(place_of(header, column), text) for column, text in filters.items()]
        for number, start in bare.items():
            if not exists[number] and absent is None:
                continue
            row = list(start)
            for place, text in words:
                row[place] = text
            for place, texts in values:
                row[place] = texts[number] if exists[number] else (absent or "")
            yield row


def _within(read: Read, year: int) -> bool:
    early = read.not_before is not None and year < end_year_of(read.not_before)
    late = read.not_after is not None and year > end_year_of(read.not_after)
    return not (early or late)
