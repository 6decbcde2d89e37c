"""The server: a council finder, the council's overview and its indicators, read only."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from brightfutures.catalogue.lookup import find_area, nearest_areas
from brightfutures.delivery.answers import (
    STYLESHEET,
    Answer,
    council_answer,
    finder_html,
    indicator_answer,
)
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.security import GuardedAnswers
from brightfutures.delivery.site_answers import (
    indicators_answer,
    methods_answer,
    national_answer,
    topic_answer,
    track_record_answer,
)
from brightfutures.delivery.site_map import council_page_answer, england_page_answer
from brightfutures.pages.addresses import (
    ENGLAND,
    FORMATS,
    INDICATORS,
    METHODS,
    TRACK_RECORD,
    council_address,
    england_page_address,
)
from brightfutures.pages.finder_page import error_page
from brightfutures.pages.render import render, stylesheet
from brightfutures.quantities import AreaKind, CannotAnswer, PlainError, WrongUse

LONGEST_NAME = 100
PAGES_KEPT = 200
"""How many pages are kept in memory; each is about a tenth of a megabyte."""


class Shelf:
    """The edition that is current: a new one is opened when a load has replaced the store.

    While the store that is in use cannot be read, the last good one goes on answering.
    """

    def __init__(self, home: Path) -> None:
        self._home = home
        self._lock = threading.Lock()
        self._edition = Edition.open(home)
        self._kept: OrderedDict[tuple[str | None, ...], Answer] = OrderedDict()

    def edition(self) -> Edition:
        """The edition to answer from now."""
        if self._edition.store.is_stale():
            with self._lock:
                if self._edition.store.is_stale():
                    with suppress(CannotAnswer):
                        self._edition = Edition.open(self._home)
                        self._kept.clear()
        return self._edition

    def page(self, ask: Callable[[Edition], Answer], *address: str | None) -> Answer:
        """What an address answers with. The pages asked for last are kept while the store stands.

        Files are made afresh: they are asked for seldom, and are large.
        """
        edition = self.edition()
        key = (edition.store.digest, *address)
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        answer = ask(edition)
        if answer.media_type == "text/html":
            with self._lock:
                self._kept[key] = answer
                if len(self._kept) > PAGES_KEPT:
                    self._kept.popitem(last=False)
        return answer


def application(home: Path, hosts: tuple[str, ...]) -> Starlette:
    """The site over the store in `home`, answering only to these host names."""
    shelf = Shelf(home)

    def index(request: Request) -> Response:
        return _html(finder_html(shelf.edition(), STYLESHEET))

    def find(request: Request) -> Response:
        return _find(shelf.edition(), request.query_params.get("council", ""))

    def style(request: Request) -> Response:
        return Response(
            stylesheet(), media_type="text/css", headers={"cache-control": "max-age=3600"}
        )

    def council(request: Request) -> Response:
        name, suffix = _split(request.path_params["name"])
        return _answer(shelf, lambda edition: council_answer(edition, name, suffix), name, suffix)

    def indicator(request: Request) -> Response:
        identifier, suffix = _split(request.path_params["indicator"])
        name = request.path_params["name"]
        period = request.query_params.get("period")
        return _answer(
            shelf,
            lambda edition: indicator_answer(edition, name, identifier, suffix, period),
            name,
            identifier,
            suffix,
            period,
        )

    def indicators(request: Request) -> Response:
        _, suffix = _split(request.url.path)
        return _answer(
            shelf, lambda edition: indicators_answer(edition, suffix), INDICATORS, suffix
        )

    def methods(request: Request) -> Response:
        _, suffix = _split(request.url.path)
        return _answer(shelf, lambda edition: methods_answer(edition, suffix), METHODS, suffix)

    def topic(request: Request) -> Response:
        name, suffix = _split(request.path_params["topic"])
        return _answer(
            shelf, lambda edition: topic_answer(edition, name, suffix), METHODS, name, suffix
        )

    def track_record(request: Request) -> Response:
        _, suffix = _split(request.url.path)
        return _answer(
            shelf, lambda edition: track_record_answer(edition, suffix), TRACK_RECORD, suffix
        )

    def council_page(request: Request) -> Response:
        name = request.path_params["name"]
        word, suffix = _split(request.path_params["page"])
        return _answer(
            shelf,
            lambda edition: council_page_answer(edition, name, word, suffix),
            name,
            word,
            suffix,
        )

    def england(request: Request) -> Response:
        return RedirectResponse(england_page_address("framework"))

    def england_page(request: Request) -> Response:
        word, suffix = _split(request.path_params["page"])
        return _answer(
            shelf, lambda edition: england_page_answer(edition, word, suffix), ENGLAND, word, suffix
        )

    def national(request: Request) -> Response:
        identifier, suffix = _split(request.path_params["indicator"])
        period = request.query_params.get("period")
        return _answer(
            shelf,
            lambda edition: national_answer(edition, identifier, suffix, period),
            INDICATORS,
            identifier,
            suffix,
            period,
        )

    def not_found(request: Request, error: Exception) -> Response:
        return _error(
            shelf.edition(), 404, "There is no such page", "The address leads nowhere here."
        )

    return Starlette(
        routes=[
            Route("/", index),
            Route("/find", find),
            Route(STYLESHEET, style),
            Route(INDICATORS, indicators),
            *(Route(f"{INDICATORS}.{suffix}", indicators) for _, suffix in FORMATS),
            Route(f"{INDICATORS}/{{indicator}}", national),
            Route(TRACK_RECORD, track_record),
            *(Route(f"{TRACK_RECORD}.{suffix}", track_record) for _, suffix in FORMATS),
            Route(METHODS, methods),
            Route(f"{METHODS}.json", methods),
            Route(f"{METHODS}/{{topic}}", topic),
            Route(ENGLAND, england),
            Route(f"{ENGLAND}/{{page}}", england_page),
            Route("/{name}", council),
            Route("/{name}/{page}", council_page),
            Route("/{name}/indicators/{indicator}", indicator),
        ],
        middleware=[
            Middleware(GuardedAnswers),
            Middleware(TrustedHostMiddleware, allowed_hosts=list(hosts), www_redirect=False),
            Middleware(GZipMiddleware, minimum_size=1024),
        ],
        exception_handlers={HTTPException: _http_error(shelf), 404: not_found},
    )


def _http_error(shelf: Shelf) -> Callable[[Request, Exception], Response]:
    def answer(request: Request, error: Exception) -> Response:
        code = error.status_code if isinstance(error, HTTPException) else 500
        return _error(shelf.edition(), code, "That cannot be answered", "Go back and try again.")

    return answer


def _split(name: str) -> tuple[str, str]:
    """A name and its suffix: `essex.json` gives `essex` and `json`."""
    stem, dot, suffix = name.rpartition(".")
    return (stem, suffix) if dot else (name, "html")


def _html(text: str, status_code: int = 200) -> Response:
    return Response(text, status_code=status_code, media_type="text/html")


def _answer(shelf: Shelf, ask: Callable[[Edition], Answer], *address: str | None) -> Response:
    try:
        answer = shelf.page(ask, *address)
    except WrongUse as error:
        return _error(shelf.edition(), 404, "There is no such page", str(error))
    except CannotAnswer as error:
        return _error(shelf.edition(), 404, "The data cannot answer this", str(error))
    headers = (
        {}
        if answer.file_name is None
        else {"content-disposition": f'attachment; filename="{answer.file_name}"'}
    )
    return Response(answer.content, media_type=answer.media_type, headers=headers)


def _find(edition: Edition, text: str) -> Response:
    wanted = text.strip()
    if not wanted or len(wanted) > LONGEST_NAME:
        return _error(
            edition, 400, "Which council?", "Type a council’s name, such as Essex or Hull."
        )
    try:
        area = find_area(edition.geography, wanted.replace("-", " "))
        address = council_address(edition.council(area.code))
    except PlainError as error:
        near = tuple(
            (area.name, council_address(area))
            for area in nearest_areas(edition.geography, wanted)
            if area.kind is AreaKind.COUNCIL
        )
        sentence = f"No council is called '{wanted}'; the first page lists them all."
        return _error(
            edition, 404, "No council has that name", str(error) if near else sentence, near
        )
    return RedirectResponse(address, status_code=303)


def _error(
    edition: Edition,
    status_code: int,
    h1: str,
    sentence: str,
    nearest: tuple[tuple[str, str], ...] = (),
) -> Response:
    site = edition.site(home="/", stylesheet=STYLESHEET)
    return _html(render("error.html", error_page(h1, sentence, nearest), site), status_code)
