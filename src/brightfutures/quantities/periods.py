"""Periods: a kind and a label, and the sentence that says when.

A label is the year a year or a snapshot ends in (`2025` for the year ending, or at, 31 March
2025), `2023-24` for academic and financial years, and `2024` for mid-year.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from enum import StrEnum


class PeriodKind(StrEnum):
    """What stretch of time, or what day, a label names."""

    YEAR_TO_31_MARCH = "year_to_31_march"
    AT_31_MARCH = "at_31_march"
    YEAR_TO_30_SEPTEMBER = "year_to_30_september"
    AT_30_SEPTEMBER = "at_30_september"
    ACADEMIC_YEAR = "academic_year"
    FINANCIAL_YEAR = "financial_year"
    CALENDAR_YEAR = "calendar_year"
    MID_YEAR = "mid_year"
    INDEX_YEAR = "index_year"  # an index of deprivation, by the year it is named for
    CENSUS_DAY = "census_day"

    @property
    def spans_two_years(self) -> bool:
        """Whether its labels are written `2023-24`."""
        return self in (PeriodKind.ACADEMIC_YEAR, PeriodKind.FINANCIAL_YEAR)


_ONE_YEAR = re.compile(r"\d{4}")
_TWO_YEARS = re.compile(r"(\d{4})-(\d{2})")


@dataclass(frozen=True)
class Period:
    """One period, ordered within its kind by the year in which it ends."""

    kind: PeriodKind
    label: str

    def __post_init__(self) -> None:
        if self.kind.spans_two_years:
            match = _TWO_YEARS.fullmatch(self.label)
            if not match or (int(match[1]) + 1) % 100 != int(match[2]):
                raise ValueError(f"'{self.label}' is not a year written like 2023-24.")
        elif not _ONE_YEAR.fullmatch(self.label):
            raise ValueError(f"'{self.label}' is not a year written like 2024.")

    @classmethod
    def ending(cls, kind: PeriodKind, year: int) -> Period:
        """The period of this kind that ends in this year."""
        if kind.spans_two_years:
            return cls(kind, f"{year - 1}-{year % 100:02d}")
        return cls(kind, str(year))

    @property
    def end_year(self) -> int:
        """The calendar year in which the period ends."""
        return int(self.label[:4]) + (1 if self.kind.spans_two_years else 0)

    def shifted(self, years: int) -> Period:
        """The period of the same kind so many years later (earlier if negative)."""
        return Period.ending(self.kind, self.end_year + years)

    @property
    def last_day(self) -> datetime.date:
        """The last day of the period, or the day of a snapshot."""
        month, day = {
            PeriodKind.YEAR_TO_31_MARCH: (3, 31),
            PeriodKind.AT_31_MARCH: (3, 31),
            PeriodKind.FINANCIAL_YEAR: (3, 31),
            PeriodKind.YEAR_TO_30_SEPTEMBER: (9, 30),
            PeriodKind.AT_30_SEPTEMBER: (9, 30),
            PeriodKind.ACADEMIC_YEAR: (8, 31),
            PeriodKind.CALENDAR_YEAR: (12, 31),
            PeriodKind.MID_YEAR: (6, 30),
            PeriodKind.INDEX_YEAR: (12, 31),
            PeriodKind.CENSUS_DAY: (3, 21),  # that of 2021; the one before was on 27 March
        }[self.kind]
        return datetime.date(self.end_year, month, day)

    def in_words(self) -> str:
        """When, as a person would write it: "at 31 March 2025", "in the school year 2023-24"."""
        return {
            PeriodKind.YEAR_TO_31_MARCH: f"in the year ending 31 March {self.label}",
            PeriodKind.AT_31_MARCH: f"at 31 March {self.label}",
            PeriodKind.YEAR_TO_30_SEPTEMBER: f"in the year ending 30 September {self.label}",
            PeriodKind.AT_30_SEPTEMBER: f"at 30 September {self.label}",
            PeriodKind.ACADEMIC_YEAR: f"in the school year {self.label}",
            PeriodKind.FINANCIAL_YEAR: f"in {self.label}",
            PeriodKind.CALENDAR_YEAR: f"in {self.label}",
            PeriodKind.MID_YEAR: f"in mid-{self.label}",
            PeriodKind.INDEX_YEAR: f"in the {self.label} index",
            PeriodKind.CENSUS_DAY: f"in the {self.label} census",
        }[self.kind]


def find_period(wanted: str, labels: tuple[str, ...]) -> str | None:
    """The label among `labels` that a person means: `2024` also finds `2023-24`."""
    if wanted in labels:
        return wanted
    for label in labels:
        if _TWO_YEARS.fullmatch(label) and str(int(label[:4]) + 1) == wanted:
            return label
    return None
