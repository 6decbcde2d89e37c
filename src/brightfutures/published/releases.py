"""The order of a publisher's releases, by their labels."""

from __future__ import annotations

import re

_NUMBERS = re.compile(r"\d+")


def newest_last(release: str) -> tuple[int, tuple[int, ...], str]:
    """A key by which releases sort from oldest to newest: by year, then by what follows."""
    numbers = tuple(int(number) for number in _NUMBERS.findall(release))
    years = [number for number in numbers if number >= 1900]
    return max(years, default=0), numbers, release
