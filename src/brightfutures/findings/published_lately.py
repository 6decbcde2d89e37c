"""What was published lately: each publication once, with its newest release, newest first."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from brightfutures.findings.headline import end_year
from brightfutures.findings.judgement_words import day_in_words, month_in_words

HOW_MANY = 10

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_YEAR_AND_MORE = re.compile(r"(\d{4})-(\d\d)")


@dataclass(frozen=True, kw_only=True)
class Publication:
    """A publication as the files of one source hold it.

    `release` is its newest; `until` the newest period of its figures, None where it gives none;
    `readings` how many figures its files gave.
    """

    source: str
    publisher: str
    name: str
    release: str
    until: str | None
    readings: int


def published_lately(publications: Iterable[Publication]) -> tuple[Publication, ...]:
    """The newest publications first, those of one name once.

    Of several sources of one name and release the one of the shortest id leads on: the plain one.
    """
    newest: dict[tuple[str, str], Publication] = {}
    for one in publications:
        known = newest.setdefault((one.publisher, one.name), one)
        if (when(one.release), -len(one.source)) > (when(known.release), -len(known.source)):
            newest[one.publisher, one.name] = one
    ordered = sorted(
        newest.values(),
        key=lambda one: (when(one.release), end_year(one.until) if one.until else 0, one.readings),
        reverse=True,
    )
    return tuple(ordered[:HOW_MANY])


def when(release: str) -> tuple[int, ...]:
    """A key by which releases sort: the year, then the month and day where they are known.

    A release of two years (2024-25) stands with the later one; 2026-03 is a month.
    """
    if _is_two_years(release):
        return (end_year(release),)
    return tuple(int(number) for number in re.findall(r"\d+", release))


def _is_two_years(release: str) -> bool:
    form = _YEAR_AND_MORE.fullmatch(release)
    return form is not None and (int(form[1]) + 1) % 100 == int(form[2])


def release_words(one: Publication) -> str:
    """When it came out, as far as its release says: "released 4 December 2025"."""
    if _DAY.fullmatch(one.release):
        return f"released {day_in_words(one.release)}"
    if _YEAR_AND_MORE.fullmatch(one.release) and not _is_two_years(one.release):
        month = month_in_words(f"{one.release}-01")
        return f"released {month}"
    return f"{one.release} release"


def until_words(one: Publication) -> str:
    """Until when its figures reach; blank for one that gives none."""
    return f"figures to {one.until}" if one.until else ""
