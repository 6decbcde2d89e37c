"""What a load did: which files were read, what was left, and whether councils add up."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class LoadedFile:
    """One file as it was read, with where it comes from and how many readings it gave."""

    path: str
    source: str
    publisher: str
    publication: str
    page: str
    licence: str
    releases: tuple[str, ...]
    sha256: str
    bytes: int
    readings: int
    note: str | None = None


@dataclass(frozen=True, kw_only=True)
class ReconciliationRow:
    """One main count in one period: the councils added up, beside the publisher's England row.

    `difference_percent` is (sum - England) / England * 100, `None` where England's row is absent
    or zero. `withheld` and `absent` name up to five councils whose figure is missing with a
    reason, and that no file speaks of; the counts beside them are of all such councils.
    `england_rounded_to` is the largest power of ten, or 5, that England's figure is a multiple
    of: a round figure cannot agree to the last child.
    """

    series: str
    period: str
    sum_of_councils: float
    england: float | None
    difference_percent: float | None
    councils_with_value: int
    withheld_count: int
    withheld: tuple[str, ...]
    absent_count: int
    absent: tuple[str, ...]
    england_rounded_to: int | None
    file: str | None


@dataclass(frozen=True, kw_only=True)
class DictionarySeries:
    """A series known only from a publisher's own dictionary (LAIT): shown on request, untested.

    `years` are the periods as the publisher writes them, each with our label of it, blank for
    one that is none of ours (it covers several years).
    """

    id: str
    title: str
    unit: str
    polarity: str | None
    period_kind: str
    description: str | None
    decimal_places: int
    quartiles_shown: bool
    years: tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True)
class LoadReport:
    """What one load did. `changed` is false where the same files were already in the store."""

    store: str
    changed: bool
    made_up: bool
    files: tuple[LoadedFile, ...]
    readings: int
    councils: int
    unclaimed: tuple[str, ...]
    notes: tuple[str, ...]
    reconciliation: tuple[ReconciliationRow, ...]
    no_longer_held: tuple[str, ...] = ()
