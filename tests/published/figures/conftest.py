"""The slow twin: official files read plainly, beside what the product says of the same cell.

Nothing here uses the readers under test. A cell of a file is its text; a council is found by the
code in the file and the short list of recodes below. The file is long because pytest shares
what several tests use through this file only.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from functools import cache
from math import isclose, isnan, nan
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from python_calamine import CalamineWorkbook

from brightfutures.delivery.edition import Edition
from brightfutures.quantities import Missing, Panel, Reason

# Codes in the files that stand today under another code, for the same area.
RECODED = {
    "E06000048": "E06000057",  # Northumberland
    "E08000016": "E08000038",  # Barnsley
    "E08000019": "E08000039",  # Sheffield
    "E08000020": "E08000037",  # Gateshead
    "E10000002": "E06000060",  # Buckinghamshire
    "E10000023": "E06000065",  # North Yorkshire
    "E10000027": "E06000066",  # Somerset
}
ENGLAND = "E92000001"
REGIONS = {
    "North East": "E12000001",
    "North West": "E12000002",
    "Yorkshire and The Humber": "E12000003",
    "East Midlands": "E12000004",
    "West Midlands": "E12000005",
    "East of England": "E12000006",
    "London": "E12000007",
    "Inner London": "E13000001",
    "Outer London": "E13000002",
    "South East": "E12000008",
    "South West": "E12000009",
}
Row = dict[str, str]


@dataclass(frozen=True)
class Printed:
    """One figure as a publisher printed it."""

    area: str
    period: str
    text: str


@dataclass(frozen=True)
class Official:
    """The official files, read plainly."""

    folder: Path
    regions = REGIONS

    @cache  # noqa: B019 - one object lives as long as the session
    def rows(self, path: str, encoding: str = "utf-8-sig") -> list[Row]:
        """Every row of a CSV file by the names of its columns."""
        with (self.folder / path).open(encoding=encoding, newline="") as stream:
            return list(csv.DictReader(stream))

    @cache  # noqa: B019
    def council_codes(self) -> dict[str, str]:
        """Today's code of each council by DfE's three digits, as the tidy files pair them."""
        path = "dfe/children-in-need/2025/b1_children_in_need_2013_to_2025.csv"
        councils = [row for row in self.rows(path) if row["geographic_level"] == "Local authority"]
        return {row["old_la_code"]: area_of(row) for row in councils}

    def wide(self, path: str, columns: dict[str, str], encoding: str = "cp1252") -> list[Printed]:
        """Columns of a file of one row an area, each of one period: column → period.

        Inner and Outer London carry London's code in some of these files: they are passed over.
        """
        return [
            self.figure(row["New_geog_code"], period, row[column].strip())
            for row in self.rows(path, encoding)
            if row["New_geog_code"]
            and "ner london" not in row["geog_n"].lower()
            and "outer london" not in row["geog_n"].lower()
            for column, period in columns.items()
        ]

    @cache  # noqa: B019
    def sheet(self, path: str, name: str) -> list[list[object]]:
        """Every row of a sheet whose name begins so."""
        book = CalamineWorkbook.from_path(self.folder / path)
        found = next(sheet for sheet in book.sheet_names if sheet.startswith(name))
        return book.get_sheet_by_name(found).to_python(skip_empty_area=False)

    @staticmethod
    def area(level: str, name: str, code: str | None) -> str:
        """The code of an area given by level and name, for councils by its own code."""
        if level == "National":
            return ENGLAND
        return REGIONS[name] if level == "Regional" else RECODED.get(str(code), str(code))

    @staticmethod
    def figure(area: str, period: str, text: str) -> Printed:
        """One figure printed, under today's code of its area."""
        return Printed(RECODED.get(area, area), period, text)

    def printed(self, path: str, column: str, **where: str) -> list[Printed]:
        """A column of one of DfE's tidy files, where other columns hold these labels."""
        return [
            Printed(area_of(row), period_of(row["time_period"]), row[column].strip())
            for row in self.rows(path)
            if all(row[name] == label for name, label in where.items())
        ]


def area_of(row: Row) -> str:
    """The code of the area that a row of a DfE tidy file is about."""
    column = {"National": "country_code", "Regional": "region_code"}.get(
        row["geographic_level"], "new_la_code"
    )
    return RECODED.get(row[column], row[column])


def period_of(text: str) -> str:
    """2025 as it is, 202425 as 2024-25."""
    return f"{text[:4]}-{text[4:]}" if len(text) == 6 else text


def number_of(text: str) -> Decimal | None:
    """The number that a cell holds, if it holds one."""
    try:
        number = Decimal(text.replace(",", ""))
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def rounded(number: Fraction, places: int) -> Decimal:
    """Half away from zero, exactly."""
    scaled = abs(number) * 10**places
    whole = int(scaled + Fraction(1, 2))
    return Decimal(whole if number >= 0 else -whole).scaleb(-places)


def is_neighbour(exact: Fraction, printed: Decimal, places: int) -> bool:
    """Whether a printed number is one of the two that a tie lies between."""
    return abs(exact - Fraction(printed)) * 10**places == Fraction(1, 2)


def is_tie(number: Fraction, places: int) -> bool:
    """Whether a number lies exactly half way between two printed ones."""
    return (number * 10**places * 2).denominator == 1 and (number * 10**places).denominator != 1


@dataclass
class Tally:
    """What came of many comparisons."""

    equal: int = 0
    within_rounded_counts: int = 0
    ties: int = 0
    nothing_of_nothing: int = 0
    marks: int = 0
    wrong: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Rounding:
    """How a publisher rounds: the figure, and the counts shown beside it.

    The counts are those of regions and England, or `everywhere` of councils too. 0 is not rounded.
    """

    places: int
    counts_to: Fraction = Fraction(10)
    base_to: Fraction = Fraction(10)
    everywhere: bool = False

    def range_of(self, count: float, base: float, per: Fraction) -> tuple[Decimal, Decimal]:
        """The lowest and highest figure that counts rounding to these could have printed."""
        near_count, near_base = self.counts_to / 2, self.base_to / 2
        low = per * (Fraction(count) - near_count) / (Fraction(base) + near_base)
        high = per * (Fraction(count) + near_count) / (Fraction(base) - near_base)
        return rounded(low, self.places), rounded(high, self.places)

    def applies_to(self, area: str) -> bool:
        """Whether the counts shown for an area are rounded."""
        return self.everywhere or area[:3] in ("E92", "E12", "E13")


@dataclass(frozen=True)
class Figures:
    """Compares what the product says with what is printed, and counts the comparisons."""

    edition: Edition
    record: Callable[[str, object], None]

    def agree(
        self,
        indicator: str,
        printed: Iterable[Printed],
        rounding: Rounding,
        *,
        at_least: int,
        known: Collection[tuple[str, str]] = (),
    ) -> Tally:
        """Assert that each figure printed is ours, rounded half away from zero.

        Where a mark is printed we must have no figure. Regions and England have counts that are
        rounded, while their publisher worked the figure out before rounding: where ours is of
        those counts it must be one that they allow, and only equal ones are counted. At an exact
        tie publishers go up or to even, so both neighbours pass. Nought of nought, or of a
        withheld base, is printed as 0, and we say why there is no figure. `known` are the only
        exceptions; each test names why.
        """
        tally = Tally()
        for figure in printed:
            if (figure.area, figure.period) not in known:
                self._one(tally, indicator, figure, rounding)
        return self.settle(indicator, tally, at_least)

    def where_not_withheld(self, indicator: str, printed: Iterable[Printed]) -> list[Printed]:
        """Leave out cells whose count no file gives because it is small, though another
        publication prints the percentage: we then say that it is withheld.
        """
        panel = self.edition.measures.panel(indicator)
        return [
            figure
            for figure in printed
            if figure.period in panel.period_index
            and not self._withheld(panel, figure.area, figure.period)
        ]

    @staticmethod
    def _withheld(panel: Panel, area: str, period: str) -> bool:
        value = panel.value_at(area, period)
        return isinstance(value, Missing) and Reason.SUPPRESSED in value.reasons

    def same_counts(
        self,
        what: str,
        printed: Iterable[Printed],
        panel: Panel,
        ours: npt.NDArray[np.float64],
        *,
        at_least: int,
    ) -> Tally:
        """Assert that counts are those printed, to the last digit, and missing where marked."""
        tally = Tally()
        for figure in printed:
            row = panel.area_index.get(figure.area, -1)
            column = panel.period_index.get(figure.period, -1)
            number = number_of(figure.text)
            count = float(ours[row, column]) if row >= 0 and column >= 0 else nan
            if number is None:
                tally.marks += 1
                fine = isnan(count)
            else:
                fine = not isnan(count) and Decimal(str(count)) == number
                tally.equal += fine
            if not fine:
                tally.wrong.append(
                    f"{figure.area} {figure.period}: printed {figure.text}, ours {count:g}"
                )
        return self.settle(what, tally, at_least)

    def readings_are(
        self,
        series: str,
        printed: Iterable[Printed],
        *,
        at_least: int,
        to_the: Decimal = Decimal(0),
    ) -> Tally:
        """Assert that the readings believed are those printed, and missing where marked.

        `to_the` is what is between two ways to write one figure: a penny, not a rounding.
        """
        readings = self.edition.store.readings(series)
        ours = {
            (readings.areas[area], readings.periods[period]): float(value)
            for area, period, value in zip(
                readings.area_index, readings.period_index, readings.value, strict=True
            )
        }
        tally = Tally()
        for figure in printed:
            number = number_of(figure.text)
            value = ours.get((figure.area, figure.period), nan)
            if number is None:
                tally.marks += 1
                fine = isnan(value)
            else:
                fine = not isnan(value) and abs(Decimal(repr(value)) - number) <= to_the
                tally.equal += fine
            if not fine:
                tally.wrong.append(
                    f"{figure.area} {figure.period}: printed {figure.text}, ours {value:g}"
                )
        return self.settle(series, tally, at_least)

    def known(self, printed: Iterable[Printed]) -> list[Printed]:
        """Those of areas in our geography: some sheets hold districts and other bodies too."""
        return [figure for figure in printed if figure.area in self.edition.geography.by_code]

    def settle(self, what: str, tally: Tally, at_least: int) -> Tally:
        """Assert that nothing was wrong and that enough was compared; count what was equal."""
        self.record("figures", tally.equal)
        assert not tally.wrong, f"{what}: {len(tally.wrong)} differ: {tally.wrong[:12]}"
        assert tally.equal >= at_least, f"{what}: only {tally.equal} figures compared"
        return tally

    def _one(self, tally: Tally, indicator: str, figure: Printed, rounding: Rounding) -> None:
        panel = self.edition.measures.panel(indicator)
        row = panel.area_index.get(figure.area, -1)
        column = panel.period_index.get(figure.period, -1)
        held = row >= 0 and column >= 0
        count = float(panel.numerator[row, column]) if held else nan
        base = float(panel.denominator[row, column]) if held else nan
        value = float(panel.value[row, column]) if held else nan
        number = number_of(figure.text)
        if number is None:
            tally.marks += 1
            fine = isnan(value) or (figure.text == "k" and 0 < value < 0.5 * 10**-rounding.places)
        elif number == 0 and count == 0 and not base > 0:
            tally.nothing_of_nothing += 1
            fine = isnan(value) or value == 0
        else:
            per = Fraction(self.edition.catalogue.indicators[indicator].per)
            fine = not isnan(value) and self._equal(
                tally, figure, number, (count, base, value), per, rounding
            )
        if not fine:
            ours = f"{value:.4f} ({count:g} of {base:g})"
            tally.wrong.append(f"{figure.area} {figure.period}: printed {figure.text}, ours {ours}")

    @staticmethod
    def _equal(
        tally: Tally,
        figure: Printed,
        number: Decimal,
        ours: tuple[float, float, float],
        per: Fraction,
        rounding: Rounding,
    ) -> bool:
        count, base, value = ours
        # Beside a figure taken as printed stand counts that it was not worked out from.
        counted = isclose(float(per) * count / (base or nan), value)
        exact = per * Fraction(count) / Fraction(base) if counted else Fraction(str(value))
        if rounded(exact, rounding.places) == number:
            tally.equal += 1
            return True
        if is_tie(exact, rounding.places) and is_neighbour(exact, number, rounding.places):
            tally.ties += 1
            return True
        if counted and rounding.applies_to(figure.area):
            low, high = rounding.range_of(count, base, per)
            tally.within_rounded_counts += low <= number <= high
            return low <= number <= high
        return False


@pytest.fixture(scope="session")
def official(published_data: Path) -> Official:
    return Official(published_data)


@pytest.fixture(scope="session")
def rounding() -> type[Rounding]:
    return Rounding


@pytest.fixture
def figures(edition: Edition, record_property: Callable[[str, object], None]) -> Figures:
    return Figures(edition, record_property)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how many figures were equal to the printed ones."""
    reports = terminalreporter.stats.get("passed", []) + terminalreporter.stats.get("failed", [])
    equal = sum(
        int(count)
        for report in reports
        if report.when == "call"
        for name, count in report.user_properties
        if name == "figures"
    )
    if equal:
        terminalreporter.write_line(f"{equal:,} figures equal the printed ones.")
