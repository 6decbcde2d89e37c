"""The server: every page of the site map, read only."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from brightfutures.catalogue.lookup import find_area
from brightfutures.delivery.ahead import WorkAhead
from brightfutures.delivery.answers import STYLESHEET, StandsElsewhere
from brightfutures.delivery.asked import asked_at
from brightfutures.delivery.attendance import Attendance, Attended
from brightfutures.delivery.nearest_pages import Links, nearest_councils, nearest_pages
from brightfutures.delivery.security import GuardedAnswers
from brightfutures.delivery.shelf import PACKED, PackedPage, Shelf
from brightfutures.delivery.turns import TooManyWait, Turns
from brightfutures.pages.addresses import FIND, area_address
from brightfutures.pages.error_page import error_page
from brightfutures.pages.render import render, stylesheet
from brightfutures.quantities import CannotAnswer, PlainError, WrongUse

LONGEST_NAME = 100

PDFS_AT_ONCE = 4
"""One PDF is made at a time, in a second or two; three more may wait for it."""

SECONDS_TO_WAIT = 10
"""When one who is refused in a crowd is asked to try again."""

NO_SUCH_PAGE = "There is no such page"
ODD_IN_A_NAME = re.compile(r"[^A-Za-z0-9._-]+")
CANNOT_BE_ASKED = "That cannot be asked of this page"
LEADS_NOWHERE = "The address leads nowhere here."


def application(home: Path, hosts: tuple[str, ...]) -> Starlette:
    """The site over the store in `home`, answering only to these host names.

    Its `state.ahead` can be told to work out what all pages share while nobody is answered.
    """
    shelf, attendance, at_pdf = Shelf(home), Attendance(), Turns(PDFS_AT_ONCE)

    def page(request: Request) -> Response:
        asked = asked_at(request.url.path, request.query_params.multi_items())
        try:
            with at_pdf.one() if asked.suffix == "pdf" else nullcontext():
                answer = shelf.answer(asked)
        except TooManyWait:
            return _busy(shelf, "Others are waiting for a PDF already.")
        except StandsElsewhere as elsewhere:
            return RedirectResponse(elsewhere.address, status_code=302)
        except WrongUse as error:
            near = nearest_pages(shelf.edition(), asked)
            h1 = CANNOT_BE_ASKED if asked.query else NO_SUCH_PAGE
            return _error(shelf, 404, h1, str(error), near)
        except CannotAnswer as error:
            return _error(shelf, 404, "The data cannot answer this", str(error))
        if isinstance(answer, PackedPage):
            return _page(answer, request.headers.get("accept-encoding", ""))
        headers = (
            {}
            if answer.file_name is None
            else {"content-disposition": f'attachment; filename="{_safe(answer.file_name)}"'}
        )
        return Response(answer.content, media_type=answer.media_type, headers=headers)

    def find(request: Request) -> Response:
        return _find(shelf, request.query_params.get("council", ""))

    def style(request: Request) -> Response:
        return Response(
            stylesheet(), media_type="text/css", headers={"cache-control": "max-age=3600"}
        )

    def not_found(request: Request, error: Exception) -> Response:
        return _error(shelf, 404, NO_SUCH_PAGE, LEADS_NOWHERE)

    async def crowded(scope: Scope, receive: Receive, send: Send) -> None:
        await _busy(shelf, "Too many are reading at this moment.")(scope, receive, send)

    site = Starlette(
        routes=[
            Route(FIND, find),
            Route(STYLESHEET, style),
            Route("/{path:path}", page),
        ],
        middleware=[
            Middleware(GuardedAnswers),
            Middleware(Attended, attendance=attendance, refusal=crowded),
            Middleware(TrustedHostMiddleware, allowed_hosts=list(hosts), www_redirect=False),
            Middleware(GZipMiddleware, minimum_size=1024),
        ],
        exception_handlers={HTTPException: _http_error(shelf), 404: not_found},
    )
    site.state.ahead = WorkAhead(shelf, attendance)
    return site


def _http_error(shelf: Shelf) -> Callable[[Request, Exception], Response]:
    def answer(request: Request, error: Exception) -> Response:
        code = error.status_code if isinstance(error, HTTPException) else 500
        return _error(shelf, code, "That cannot be answered", "Go back and try again.")

    return answer


def _safe(file_name: str) -> str:
    """A file's name of plain letters, whatever an address held."""
    return ODD_IN_A_NAME.sub("-", file_name)


def _page(page: PackedPage, understood: str) -> Response:
    """A page, packed for those who can unpack it."""
    headers = {"vary": "Accept-Encoding"}
    if PACKED not in understood:
        return Response(page.content, media_type=page.media_type, headers=headers)
    headers["content-encoding"] = PACKED
    return Response(page.packed, media_type=page.media_type, headers=headers)


def _find(shelf: Shelf, text: str) -> Response:
    """To the page of the council, the region or England that a person has typed the name of."""
    edition, wanted = shelf.edition(), text.strip()
    if not wanted or len(wanted) > LONGEST_NAME:
        return _error(shelf, 400, "Which council?", "Type a council’s name, such as Essex or Hull.")
    try:
        area = find_area(edition.geography, wanted.replace("-", " "))
        address = area_address(area)
    except PlainError as error:
        near = nearest_councils(edition, wanted)
        sentence = f"No council is called '{wanted}'; the first page lists them all."
        return _error(
            shelf, 404, "No council has that name", str(error) if near else sentence, near
        )
    return RedirectResponse(address, status_code=303)


def _busy(shelf: Shelf, why: str) -> Response:
    """A page that says why, and when to come again."""
    answer = _error(shelf, 503, "Please try again in a moment", why)
    answer.headers["retry-after"] = str(SECONDS_TO_WAIT)
    return answer


def _error(shelf: Shelf, status_code: int, h1: str, sentence: str, nearest: Links = ()) -> Response:
    site = shelf.edition().site(home="/", stylesheet=STYLESHEET)
    html = render("error.html", error_page(h1, sentence, nearest), site)
    return Response(html, status_code=status_code, media_type="text/html")
