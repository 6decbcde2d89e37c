"""How publishers write a period, and the label that we give it."""

from __future__ import annotations

import re

from brightfutures.quantities import Period, PeriodKind

_NOTE = re.compile(r"\s*\([^)]*\)$")
_YEAR = re.compile(r"(\d{4})")
_PAIR = re.compile(r"(\d{4})(\d{2})")
_SLASH = re.compile(r"(\d{4})/(\d{2}|\d{4})")
_LONG = re.compile(r"(\d{4})-(\d{2}|\d{4})")
_QUARTER = re.compile(r"(\d{4}) Q[1-4]")

_FORMS = {
    "end_year": (_YEAR,),
    "academic_pair": (_PAIR,),
    "start_slash": (_SLASH,),
    "long_pair": (_LONG,),
    "label": (_YEAR, _LONG),
    "lait": (_YEAR, _SLASH, _LONG),
    "quarter": (_QUARTER,),  # the year that a quarter is of; which quarter, the rows kept say
}


def end_year(text: str, form: str) -> int | None:
    """The year in which a period ends, or `None` where the text is not of this form.

    A pair of years must follow each other: `2014-16` covers three years and is none of ours.
    """
    plain = _NOTE.sub("", text.strip())
    for pattern in _FORMS[form]:
        match = pattern.fullmatch(plain)
        if match is None:
            continue
        if pattern in (_YEAR, _QUARTER):
            return int(match[1])
        second = int(match[2]) % 100
        if (int(match[1]) + 1) % 100 == second:
            return int(match[1]) + 1
    return None


def spans_two_years(text: str) -> bool:
    """Whether the text names its period by two years."""
    return _YEAR.fullmatch(_NOTE.sub("", text.strip())) is None


def label_of(kind: PeriodKind, year: int) -> str:
    """Our label of the period of this kind that ends in this year."""
    return Period.ending(kind, year).label


def label_end_year(label: str) -> int:
    """The year in which the period of one of our labels ends."""
    year = end_year(label, "label")
    if year is None:
        raise ValueError(f"'{label}' is not a period's label.")
    return year
