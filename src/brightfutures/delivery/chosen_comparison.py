"""Whom a page compares a council with: from `?against=` in its address to a set of councils."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from brightfutures.catalogue.geography import fold
from brightfutures.catalogue.lookup import nearest_names
from brightfutures.delivery.asked import LONGEST_VALUE, Asked
from brightfutures.delivery.comparison_set import NAMED
from brightfutures.delivery.edition import Edition
from brightfutures.findings.comparison_sentence import (
    comparison_sentence,
    ended_sentence,
    in_region,
)
from brightfutures.findings.comparison_words import Whom, whom
from brightfutures.measures import Against
from brightfutures.measures.similar import CHOSEN, SIMILAR
from brightfutures.measures.whom import ComparisonSet
from brightfutures.pages.addresses import slug
from brightfutures.pages.comparison_form import FIELD, ComparisonForm, comparison_form
from brightfutures.quantities import Area, AreaKind, WrongUse

MOST_CHOSEN = 20
"""So many councils a list of the reader's own may hold."""


@dataclass(frozen=True, kw_only=True)
class ChosenComparison:
    """The set that a page's address asks for.

    `against` is handed to `Measures`; `used` is who they are; `query` is what links of the page
    take with them (`?against=region`), empty for the similar councils that are the rule;
    `sentence` says who they are and `whom` how they are called.
    """

    against: Against
    used: ComparisonSet
    query: str
    sentence: str
    whom: Whom
    form: ComparisonForm

    @property
    def is_usual(self) -> bool:
        """Whether it is the comparison that every page shows unless asked for another."""
        return self.against == SIMILAR


def chosen_comparison(edition: Edition, area: Area, asked: Asked) -> ChosenComparison:
    """The set that `against` in the query names; similar councils where it says nothing.

    It may be said once with commas or several times. Raises `WrongUse`, with the nearest names,
    for what is neither a set nor a council, and for a list that is too long.
    """
    said = asked.values(FIELD)
    against, ended = _against(edition, area, said)
    named = isinstance(against, str)
    name = against if isinstance(against, str) else CHOSEN
    value = against if isinstance(against, str) else _value(edition, against)
    used = edition.measures.comparators.comparison_set(area.code, against)
    if named:
        used = _at_its_time(edition, area, used)
    region = edition.name_of(area.region) if area.region else ""
    told = comparison_sentence(name, used, area.name, region, edition.name_of)
    sentence = " ".join(filter(None, (told, ended_sentence(ended))))
    own = "" if named else ", ".join(edition.name_of(code) for code in against)
    return ChosenComparison(
        against=against,
        used=used,
        query="" if value == SIMILAR else f"?{FIELD}={value}",
        sentence=sentence,
        whom=whom(used.name, len(used.councils)),
        form=comparison_form(value, in_region(region), sentence, own, most=MOST_CHOSEN),
    )


def with_query(downloads: Sequence[tuple[str, str]], query: str) -> tuple[tuple[str, str], ...]:
    """Addresses that keep what the page itself was asked."""
    return tuple((words, f"{address}{query}") for words, address in downloads)


def comparison_account(edition: Edition, chosen: ChosenComparison) -> dict[str, Any]:
    """Whom a council is compared with, as plain data."""
    return {
        "set": chosen.used.name,
        "title": chosen.used.title,
        "sentence": chosen.sentence,
        "councils": [
            {"code": code, "name": edition.name_of(code)} for code in chosen.used.councils
        ],
    }


def _against(edition: Edition, area: Area, said: Sequence[str]) -> tuple[Against, tuple[Area, ...]]:
    """The set or the list, and those of the list that have ended, which have no figure beside."""
    if not said:
        return SIMILAR, ()
    if len(said) == 1 and said[0].strip().lower() in NAMED:
        return said[0].strip().lower(), ()
    listed = {one.code: one for value in said for one in councils_in(edition, value)}
    others = [one for code, one in listed.items() if code != area.code]
    if not others:
        raise WrongUse(f"A council is compared with others, and only {area.name} is named.")
    ended = tuple(one for one in others if one.is_former and not area.is_former)
    chosen = {one.code for one in others if one not in ended}
    if not chosen:
        raise WrongUse(f"{ended_sentence(ended)} {area.name} is compared with councils of today.")
    if len(chosen) > MOST_CHOSEN:
        raise WrongUse(
            f"A list of your own may hold {MOST_CHOSEN} councils, and this one has {len(chosen)}."
        )
    return tuple(sorted(chosen, key=edition.name_of)), ended


def councils_in(edition: Edition, text: str) -> tuple[Area, ...]:
    """The councils of a list with commas or semicolons between names, codes or addresses' words.

    A comma may be part of a name ("Bristol, City of"). Raises `WrongUse` with nearest names.
    """
    if ";" in text:
        return tuple(council_meant(edition, part) for part in text.split(";") if part.strip())
    parts = [part.strip() for part in text.split(",") if part.strip()]
    found: list[Area] = []
    while parts:
        both = ", ".join(parts[:2])
        if len(parts) > 1 and fold(both) in edition.geography.code_of_name:
            found.append(council_meant(edition, both))
            parts = parts[2:]
        else:
            found.append(council_meant(edition, parts.pop(0)))
    return tuple(found)


def council_meant(edition: Edition, text: str) -> Area:
    """The council with this name, code or word of an address; `WrongUse` with nearest names."""
    wanted = text.strip()
    area = edition.council_of_slug.get(wanted.lower())
    if area is None:
        try:
            area = edition.area(wanted.replace("-", " "))
        except WrongUse as error:
            near = nearest_names(wanted, NAMED)
            also = f" Or the comparison {' or '.join(repr(name) for name in near)}?" if near else ""
            raise WrongUse(f"{error}{also}") from error
    if area.kind is not AreaKind.COUNCIL:
        raise WrongUse(f"Councils are compared, and {area.name} is not one.")
    return area


def _at_its_time(edition: Edition, area: Area, used: ComparisonSet) -> ComparisonSet:
    """The set without the councils that have no figure beside this one's."""
    by_code = edition.geography.by_code
    return replace(
        used, councils=tuple(code for code in used.councils if _together(area, by_code[code]))
    )


def _together(area: Area, other: Area) -> bool:
    """Whether two councils have been there at once; beside one of today, only others of today."""
    if not area.is_former:
        return not other.is_former
    return other.first is None or area.last is None or other.first < area.last


def _value(edition: Edition, codes: Sequence[str]) -> str:
    """A list as an address says it: in words, unless that is too long to be read again."""
    words = ",".join(slug(edition.geography.by_code[code]) for code in codes)
    return words if len(words) <= LONGEST_VALUE else ",".join(codes)
