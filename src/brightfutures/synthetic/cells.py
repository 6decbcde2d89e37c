"""From figures to the cells of a file: rounding, withholding, marks, and what they read back as."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from brightfutures.catalogue import Source
from brightfutures.catalogue.sources import FileRule, Read
from brightfutures.quantities import PeriodKind, Reason
from brightfutures.synthetic.calibration import Quantity, QuantityKind
from brightfutures.synthetic.chance import generator
from brightfutures.synthetic.draws import counts_people
from brightfutures.synthetic.forms import Form
from brightfutures.synthetic.gaps import gap_reasons
from brightfutures.synthetic.world import World

Numbers = npt.NDArray[np.float64]
Bits = npt.NDArray[np.uint16]

MOST_WITHHELD = 5
SHARE_REVISED = 0.1  # of councils, in the newest year of a release that a later one corrects
MOST_REVISED = 0.03  # of a figure
NO_FIGURE = (Reason.UNAVAILABLE, Reason.NOT_APPLICABLE, Reason.UNSTATED)


@dataclass(frozen=True, eq=False)
class Cells:
    """The cells of one read in one period, for every area: columns of text, and what they mean.

    `value` and `missing` are what is read back: the columns added up, in the series' own unit.
    """

    columns: Mapping[str, list[str]]
    value: Numbers
    missing: Bits


@dataclass(frozen=True)
class CellWriter:
    """Writes the cells of one file."""

    world: World
    form: Form
    source: Source
    rule: FileRule
    share: float = 1.0  # of the figure that stands in this row, where several are added up

    @property
    def mark_of(self) -> dict[Reason, str]:
        """The first mark that the source declares for each reason."""
        marks = self.rule.marks if self.rule.marks is not None else self.source.marks
        found: dict[Reason, str] = {}
        for mark, reason in marks.items():
            found.setdefault(reason, mark)
        found.setdefault(Reason.UNSTATED, "")
        return found  # a blank cell is unstated whatever the source declares

    def no_figure(self) -> Reason:
        """The reason that stands where there is no figure to give."""
        return next(reason for reason in NO_FIGURE if reason in self.mark_of)

    def cells(
        self,
        read: Read,
        column: str,
        kind: PeriodKind,
        year: int,
        first: bool,
        alone: Mapping[str, str],
    ) -> Cells:
        """The cells of a read; `first` is the release that a later one corrects.

        `alone` gives the series of columns that are read by themselves, which a read that adds
        several columns up may use too.
        """
        quantity = self.world.calibration[read.series]
        figures = self.world.figures(read.series, kind, year) * self.share / read.times
        if first:
            figures = self._before_revision(quantity, figures)
        reasons = self._gaps(year)
        if quantity.kind is QuantityKind.PRINTED:
            for name in (*quantity.top, *quantity.bottom[:1]):
                reasons |= self._small(name, self.world.figures(name, kind, year))
        if read.plus:
            parts = {
                name: self.world.figures(alone[name], kind, year)
                for name in (column, *read.plus)
                if name in alone
            }
            return self._shared_out(read, column, figures, reasons, parts)
        shown = self._rounded(quantity, figures, read.times)
        small = reasons | self._small(read.series, shown)
        return self._finished({column: shown}, {column: small}, quantity, read.times)

    def _gaps(self, year: int) -> Bits:
        reasons = np.zeros(len(self.world.areas), np.uint16)
        for council, reason in gap_reasons(self.world.missing, self.source.id, year).items():
            reasons[council] = reason.bit
        return reasons

    def _small(self, series: str, figures: Numbers) -> Bits:
        """Which councils' counts are withheld because they are 1 to 5."""
        reasons = np.zeros(len(figures), np.uint16)
        reason = self.form.small_counts
        if counts_people(self.world.calibration[series]) and reason in self.mark_of:
            councils = np.arange(len(figures)) < self.world.council_count
            reasons[councils & (figures >= 1) & (figures <= MOST_WITHHELD)] = reason.bit
        return reasons

    def _rounded(self, quantity: Quantity, figures: Numbers, times: float) -> Numbers:
        places = decimal_places(quantity)
        if quantity.kind in (QuantityKind.PRINTED, QuantityKind.SCORE) or places or times != 1:
            return half_up(figures, 10.0**-places)
        councils = np.arange(len(figures)) < self.world.council_count
        to = np.where(councils, self.form.rounded_to, self.form.england_rounded_to)
        return half_up(figures, to)

    def _before_revision(self, quantity: Quantity, figures: Numbers) -> Numbers:
        # Two series of the same numbers stand in one column: they are revised alike.
        revised_as = quantity.of if quantity.kind is QuantityKind.SAME else quantity.id
        chance = generator(self.world.seed, f"revision of {revised_as} in {self.form.name}")
        councils = np.arange(len(figures)) < self.world.council_count
        revised = councils & (chance.random(len(figures)) < SHARE_REVISED)
        by = 1 + MOST_REVISED * chance.uniform(-1, 1, len(figures))
        places = 0 if decimal_places(quantity) == 0 else 1
        return np.where(revised, half_up(figures * by, 10.0**-places), figures)

    def _shared_out(
        self,
        read: Read,
        column: str,
        figures: Numbers,
        reasons: Bits,
        known: Mapping[str, Numbers],
    ) -> Cells:
        """A count in the columns that are added up to it, each withheld by itself."""
        columns = (column, *read.plus)
        quantity = self.world.calibration[read.series]
        left = figures - sum(known.values(), np.zeros(len(figures)))
        split = self._split(read, [name for name in columns if name not in known], left)
        shown: dict[str, Numbers] = {}
        bits: dict[str, Bits] = {}
        for name in columns:
            whole = known[name] if name in known else split[name]
            shown[name] = self._rounded(quantity, whole, read.times)
            bits[name] = reasons | self._small(read.series, shown[name])
        return self._finished(shown, bits, quantity, read.times)

    def _split(self, read: Read, columns: list[str], figures: Numbers) -> dict[str, Numbers]:
        """A count shared by chance among columns, by the weights that the form gives."""
        if not columns:
            return {}
        weights = np.array([self.form.parts.get(name, 1.0) for name in columns])
        chance = generator(self.world.seed, f"parts of {read.series} in {self.form.name}")
        councils = self.world.council_count
        counts = np.maximum(np.nan_to_num(figures[:councils]), 0).astype(np.int64)
        parts = chance.multinomial(counts, weights / weights.sum()).astype(np.float64)
        parts[np.isnan(figures[:councils])] = np.nan
        split: dict[str, Numbers] = {}
        for place, name in enumerate(columns):
            whole = np.zeros(len(figures))
            whole[:councils] = parts[:, place]
            for number in range(len(self.world.councils.regions)):
                members = self.world.councils.region_of == number
                whole[councils + number] = np.nansum(parts[members, place])
            whole[-1] = np.nansum(parts[:, place])
            split[name] = whole
        return split

    def _finished(
        self,
        shown: Mapping[str, Numbers],
        bits: Mapping[str, Bits],
        quantity: Quantity,
        times: float,
    ) -> Cells:
        places = decimal_places(quantity)
        value = np.zeros(len(self.world.areas))
        missing = np.zeros(len(self.world.areas), np.uint16)
        texts: dict[str, list[str]] = {}
        marks = {reason.bit: mark for reason, mark in self.mark_of.items()}
        nothing = self.no_figure()
        for name, numbers in shown.items():
            reasons = np.where(np.isnan(numbers), nothing.bit, bits[name]).astype(np.uint16)
            reasons = _first_reason(reasons, marks)
            texts[name] = [
                marks[reason] if reason else text
                for text, reason in zip(self._texts(numbers, places), reasons.tolist(), strict=True)
            ]
            value += numbers
            missing |= reasons
        value = np.where(missing, np.nan, value * times)
        return Cells(texts, value, missing)

    def _texts(self, numbers: Numbers, places: int) -> list[str]:
        """Each number as it is printed; whatever where there is none."""
        known = np.nan_to_num(numbers)
        whole = known.astype(np.int64)
        texts = (
            [f"{number:,}" for number in whole.tolist()]
            if self.form.thousands_commas
            else [str(number) for number in whole.tolist()]
        )
        for place in np.flatnonzero(known != whole).tolist():
            texts[place] = f"{known[place]:.{places}f}"
        return texts


def decimal_places(quantity: Quantity) -> int:
    """How many places a publisher prints."""
    amounts = (QuantityKind.AMOUNT_RATE, QuantityKind.AMOUNT_SHARE, QuantityKind.AMOUNT_ODDS)
    return 1 if quantity.kind in amounts else quantity.decimal_places


def half_up(numbers: Numbers, to: Numbers | float) -> Numbers:
    """Rounded half away from zero, to a whole number of `to`."""
    units = numbers / to
    rounded: Numbers = np.sign(units) * np.floor(np.abs(units) + 0.5 + 1e-9) * to
    return rounded


def _first_reason(reasons: Bits, marks: Mapping[int, str]) -> Bits:
    """One reason for each cell, for a cell has one mark: a gap before a small count."""
    single = np.zeros_like(reasons)
    known = sorted(marks, key=lambda bit: bit == Reason.SUPPRESSED.bit)
    for bit in reversed(known):
        single[(reasons & bit) != 0] = bit
    return single
