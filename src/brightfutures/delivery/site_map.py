"""Every kind of page: which address asks for it, what answers, and which addresses there are."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from brightfutures.catalogue import WITH_A_PAGE, Stage
from brightfutures.catalogue.lookup import find_area
from brightfutures.delivery import page_answers
from brightfutures.delivery.answers import Answer, StandsElsewhere, pdf_answer
from brightfutures.delivery.asked import Asked
from brightfutures.delivery.edition import Edition
from brightfutures.pages.addresses import INSPECTION, council_address, stage_word
from brightfutures.pages.compare_form import COUNCILS, INDICATORS
from brightfutures.pages.comparison_form import FIELD
from brightfutures.quantities import Area, AreaKind, PlainError, WrongUse


@dataclass(frozen=True)
class SitePage:
    """A page of the site: `/glossary`. `asks` are the names that its query may hold."""

    answer: Callable[[Edition, Asked], Answer]
    asks: tuple[str, ...] = ()


@dataclass(frozen=True)
class NamedPage:
    """A page of each of many things: `/methods/<topic>`; `names` are all of them."""

    answer: Callable[[Edition, str, Asked], Answer]
    names: Callable[[Edition], tuple[str, ...]]
    asks: tuple[str, ...] = ()


@dataclass(frozen=True)
class CouncilPage:
    """A page of each council: `/essex/homes`."""

    answer: Callable[[Edition, Area, Asked], Answer]
    asks: tuple[str, ...] = ()


@dataclass(frozen=True)
class NamedCouncilPage:
    """A page of each of many things of each council: `/essex/indicators/<indicator>`."""

    answer: Callable[[Edition, Area, str, Asked], Answer]
    names: Callable[[Edition], tuple[str, ...]]
    asks: tuple[str, ...] = ()


SITE_PAGES: Mapping[str, SitePage] = {
    "": SitePage(page_answers.home),
    "england": SitePage(page_answers.england),
    "money": SitePage(page_answers.england_money),
    "compare": SitePage(page_answers.compare, asks=(COUNCILS, INDICATORS)),
    "indicators": SitePage(page_answers.indicators),
    "methods": SitePage(page_answers.methods),
    "track-record": SitePage(page_answers.track_record),
    "data": SitePage(page_answers.data),
    "catalogue": SitePage(page_answers.catalogue),
    "glossary": SitePage(page_answers.glossary),
    "accessibility": SitePage(page_answers.accessibility),
    "about": SitePage(page_answers.about),
    "regions": SitePage(page_answers.regions),
}
"""The only word of an address, and who answers."""

NAMED_PAGES: Mapping[str, NamedPage] = {
    "indicators": NamedPage(
        page_answers.national_indicator,
        names=lambda edition: edition.measures.with_figures(),
        asks=("period", "council"),
    ),
    "methods": NamedPage(page_answers.method, names=page_answers.topic_names),
    "data": NamedPage(page_answers.source, names=lambda edition: tuple(edition.catalogue.sources)),
    "regions": NamedPage(page_answers.region, names=page_answers.region_names),
}
"""The first of two words of an address, and who answers for the thing that the second names."""

ENGLAND_PAGES: Mapping[str, SitePage] = {
    "framework": SitePage(page_answers.england_framework),
    INSPECTION: SitePage(page_answers.inspection),
}
"""The word after `/england/`, and who answers."""

OVERVIEW = CouncilPage(page_answers.overview, asks=(FIELD,))
"""A council's name alone."""

COUNCIL_PAGES: Mapping[str, CouncilPage] = {
    "framework": CouncilPage(page_answers.framework),
    "priorities": CouncilPage(page_answers.priorities),
    "questions": CouncilPage(page_answers.questions, asks=("for",)),
    "similar": CouncilPage(page_answers.similar, asks=(FIELD,)),
    **{
        stage_word(stage): CouncilPage(page_answers.of_stage(stage), asks=(FIELD,))
        for stage in WITH_A_PAGE
    },
    stage_word(Stage.MONEY): CouncilPage(page_answers.money, asks=(FIELD,)),
}
"""The word after a council's name in an address, and who answers."""

NAMED_COUNCIL_PAGES: Mapping[str, NamedCouncilPage] = {
    "indicators": NamedCouncilPage(
        page_answers.indicator,
        names=lambda edition: edition.measures.with_figures(),
        asks=("period", FIELD),
    ),
}
"""The second of three words of an address, and who answers for the thing that the third names."""


Page = TypeVar("Page")


def answer_at(edition: Edition, asked: Asked) -> Answer:
    """What an address answers with.

    Raises `WrongUse` where it leads nowhere, `CannotAnswer` where the data cannot say, and
    `StandsElsewhere` for another way of saying an address.
    """
    if asked.suffix == "svg":  # the page's view model holds the chart that is asked for
        return answer_at(edition, asked.form("html"))
    if asked.suffix == "pdf":
        return pdf_answer(lambda page: answer_at(edition, page), asked)
    _refuse_untidy(asked)
    match asked.words:
        case (*words, "") if words and all(words):
            raise StandsElsewhere(f"/{'/'.join(words)}{asked.query_text}")
        case ():
            return _site_page(edition, SITE_PAGES[""], asked)
        case (word,) if word in SITE_PAGES:
            return _site_page(edition, SITE_PAGES[word], asked)
        case ("england", word):
            return _site_page(edition, _of(ENGLAND_PAGES, word, "England"), asked)
        case (first, name) if first in NAMED_PAGES:
            named = NAMED_PAGES[first]
            return named.answer(edition, name, asked.keeping(named.asks))
        case (name, *rest) if len(rest) <= 2:
            return _council_page(edition, name, tuple(rest), asked)
    raise WrongUse("The address leads nowhere here.")


def _site_page(edition: Edition, page: SitePage, asked: Asked) -> Answer:
    return page.answer(edition, asked.keeping(page.asks))


def _council_page(edition: Edition, name: str, rest: tuple[str, ...], asked: Asked) -> Answer:
    area = edition.council_of_slug.get(name)
    if area is None:
        raise _elsewhere(edition, name, rest, asked)
    match rest:
        case ():
            return OVERVIEW.answer(edition, area, asked.keeping(OVERVIEW.asks))
        case (word,):
            page = _of(COUNCIL_PAGES, word, area.name)
            return page.answer(edition, area, asked.keeping(page.asks))
        case (word, thing) if word in NAMED_COUNCIL_PAGES:
            named = NAMED_COUNCIL_PAGES[word]
            return named.answer(edition, area, thing, asked.keeping(named.asks))
    raise WrongUse(f"No page of {area.name} has the address '/{'/'.join(asked.words)}'.")


def _elsewhere(edition: Edition, name: str, rest: tuple[str, ...], asked: Asked) -> Exception:
    """Where a council stands that is asked for by another of its names; else that there is none."""
    try:
        area = find_area(edition.geography, name.replace("-", " "))
    except PlainError:
        area = None
    if area is None or area.kind is not AreaKind.COUNCIL:
        return WrongUse(f"No council has the address '/{name}'.")
    return StandsElsewhere(_address("/".join((council_address(area), *rest)), asked))


def _refuse_untidy(asked: Asked) -> None:
    """Names of things are written in one way: in small letters, with nothing around them."""
    first, *rest = asked.words or ("",)
    tidy = [word.strip().lower() for word in rest]
    if tidy != rest and first and all(tidy):
        raise StandsElsewhere(_address("/".join(("", first, *tidy)), asked))


def _address(path: str, asked: Asked) -> str:
    """The path with the form and the query that are asked for."""
    suffix = "" if asked.suffix == "html" else f".{asked.suffix}"
    return f"{path}{suffix}{asked.query_text}"


def _of(pages: Mapping[str, Page], word: str, whose: str) -> Page:
    if word not in pages:
        raise WrongUse(f"No page of {whose} is called '{word}'.")
    return pages[word]


def every_address(edition: Edition) -> Iterator[tuple[str, ...]]:
    """Every page whose state is in its path, as the words of its address: the whole site.

    First the pages of the site, then council by council, former ones too.
    """
    yield from addresses_of_all(edition)
    for name in edition.council_of_slug:
        yield from council_addresses(edition, name)


def addresses_of_all(edition: Edition) -> Iterator[tuple[str, ...]]:
    """Every page that is of no one council."""
    yield from (((word,) if word else ()) for word in SITE_PAGES)
    yield from (("england", word) for word in ENGLAND_PAGES)
    for first, named in NAMED_PAGES.items():
        yield from ((first, name) for name in named.names(edition))


def council_addresses(edition: Edition, name: str) -> Iterator[tuple[str, ...]]:
    """Every page of one council, by the first word of its address."""
    yield (name,)
    yield from ((name, word) for word in COUNCIL_PAGES)
    for word, named in NAMED_COUNCIL_PAGES.items():
        yield from ((name, word, thing) for thing in named.names(edition))
