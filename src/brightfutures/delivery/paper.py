"""Any page of the site as PDF: the printed page. Needs the extra `pdf`."""

from __future__ import annotations

import importlib.util
import logging
import re
import threading
from functools import cache

from brightfutures.charts.palette import TYPEFACE
from brightfutures.pages.render import stylesheet
from brightfutures.quantities import CannotAnswer

ONE_AT_A_TIME = threading.Lock()
"""A page takes a second and some memory to set: readers wait for one another."""

LINKED_STYLE = re.compile(r'<link rel="stylesheet" href="[^"]*">')
LINK_WITHIN = re.compile(r' href="/[^"]*"')
"""A link to another page of the site: paper does not know where the site stands."""

DRAWING = re.compile(r"<svg .*?</svg>", re.DOTALL)
LINK_IN_A_DRAWING = re.compile(r"<(/?)a(?: [^>]*)?>")
"""What a link in a drawing holds is not set on paper: it becomes a plain group."""

GRID, BLOCK = "display: grid", "display: block"
"""A grid that runs over the end of a sheet takes half a minute to set, or cannot be set at all."""

IN_PLACE_OF_GRIDS = """
.columns > :first-child { float: left; width: 69%; }
.columns > :last-child { float: right; width: 27%; }
.columns::after { content: ""; display: block; clear: both; }
.beside-on-paper, .columns-on-paper { display: table; width: 100%; table-layout: fixed; }
.beside-on-paper > *, .columns-on-paper > * { display: table-cell; vertical-align: top; }
.beside-on-paper > figure { width: 34%; padding-right: 1rem; }
.columns-on-paper > * { width: 50%; padding-right: 1.5rem; }
.small-trend { display: inline-block; width: 31%; margin-right: 1%; vertical-align: top; }
.two-sheets .first-figure .wide svg { width: 74%; }
.questions-page .priority p { line-height: 1.26; }
footer { padding: 0; }
footer p { margin: 0; line-height: 1.2; }
.stand th, .stand td { padding-top: 0.125rem; padding-bottom: 0.125rem; }
"""
"""What stands side by side on paper all the same: a page's head, small charts, a gap's parts.

Letters are set a little wider here than by browsers, and a foot of one line more would take a
sheet of its own.
"""


@cache
def makes_pdf() -> bool:
    """Whether the extra that sets pages on paper is installed."""
    return importlib.util.find_spec("weasyprint") is not None


def need_pdf() -> None:
    """Raise `CannotAnswer`, saying what to do, where PDF cannot be made."""
    if not makes_pdf():
        raise CannotAnswer(
            "PDF needs the extra 'pdf' (pip install 'brightfutures[pdf]'); or open the page in a "
            "browser and print it to PDF."
        )


def on_paper(html: str) -> bytes:
    """A page that carries its style inline, as PDF. It can ask for nothing from elsewhere."""
    need_pdf()
    import weasyprint
    from weasyprint.urls import FatalURLFetchingError, URLFetcher

    class NothingFetched(URLFetcher):
        def fetch(self, url: str, headers: object = None) -> None:
            raise CannotAnswer(f"A page to print asks for '{url}', and nothing is fetched for it.")

    logging.getLogger("weasyprint").setLevel(logging.CRITICAL)  # it tells of what screens need
    fetcher = NothingFetched(fail_on_errors=True)
    with ONE_AT_A_TIME:
        try:
            return bytes(weasyprint.HTML(string=html, url_fetcher=fetcher).write_pdf())
        except FatalURLFetchingError as error:
            raise CannotAnswer(str(error.__cause__)) from error


def page_on_paper(html: str) -> bytes:
    """A page of the site, which links its style and other pages, as PDF."""
    need_pdf()
    style = str(stylesheet()).replace(GRID, BLOCK) + IN_PLACE_OF_GRIDS
    # A drawing inherits its letters from the page in a browser, but not on paper.
    html = html.replace("<svg viewBox=", f'<svg font-family="{TYPEFACE}" viewBox=')
    html = DRAWING.sub(lambda drawing: LINK_IN_A_DRAWING.sub(r"<\1g>", drawing[0]), html)
    styled = LINKED_STYLE.sub(lambda _: f"<style>{style}</style>", html, count=1)
    return on_paper(LINK_WITHIN.sub("", styled))
