"""From a view model and its template to HTML: everything escaped, nothing undefined."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from markupsafe import Markup

from brightfutures.findings.place_names import placed, placed_first
from brightfutures.pages.addresses import ENGLAND, HOW_TO_ASK, region_address
from brightfutures.pages.narrow_words import breakable_name
from brightfutures.pages.prose import Piece
from brightfutures.pages.site_nav import NavLink, council_nav, foot_nav, site_nav
from brightfutures.quantities import Area


@dataclass(frozen=True, kw_only=True)
class Site:
    """What every page shares: where it stands and what data are behind it.

    `inline_style` carries the stylesheet in a one-file page; a served page links `stylesheet`.
    `home` is None where there is no site around the page, and then it leads to no other page.
    `address` is the page's canonical one; `council` whose page it is, and `region` where that
    lies; `makes_pdf` says that every page is also to be had as PDF. `beside` are the forms that
    lie beside the page in a copy of the site in a folder, where no query can be answered; None
    where a server answers.
    """

    made_up: bool
    data_line: str
    home: str | None = None
    stylesheet: str | None = None
    inline_style: Markup | None = None
    address: str | None = None
    council: Area | None = None
    region: Area | None = None
    makes_pdf: bool = False
    beside: tuple[str, ...] | None = None

    @property
    def nav(self) -> tuple[NavLink, ...]:
        """The ways on at the head of the page: the council's pages, or the site's."""
        if self.home is None:
            return ()
        if self.council is not None and self.address is not None:
            return council_nav(self.council, self.address)
        return site_nav(self.address)

    @property
    def england(self) -> str:
        """The address of England's own page, to which pages of all England lead back."""
        return ENGLAND

    @property
    def foot(self) -> tuple[tuple[str, str], ...]:
        """The ways on at the foot of the page."""
        if self.home is None:
            return ()
        return foot_nav(few=self.address is not None and self.address.count("/") > 2)

    @property
    def is_copy(self) -> bool:
        """Whether the page is one of a folder: nobody there answers a form or a query."""
        return self.beside is not None

    @property
    def gives_files(self) -> bool:
        """Whether the page is to be had in any form but HTML."""
        return self.beside is None or bool(self.beside)

    def gives(self, address: str) -> bool:
        """Whether the page is to be had in the form that this address of it asks for."""
        return self._has(address.partition("?")[0].rpartition(".")[2])

    @property
    def how_to_ask(self) -> str:
        """The page of a copy that says how to get what is not in it."""
        return HOW_TO_ASK

    @property
    def pdf(self) -> str | None:
        """Where this page is to be had as PDF."""
        return self._form("pdf") if self.makes_pdf and self._has("pdf") else None

    @property
    def council_is_in(self) -> Piece | None:
        """The council's region and its page, where there is a site to lead to."""
        if self.region is None or self.home is None:
            return None
        return Piece(self.region.name, region_address(self.region))

    def chart(self, word: str) -> str | None:
        """Where one of the page's charts is to be had as a file of its own."""
        return self._form(f"{word}.svg") if self.home is not None and not self.is_copy else None

    def _has(self, suffix: str) -> bool:
        return self.beside is None or suffix in self.beside

    def _form(self, suffix: str) -> str | None:
        if self.address is None:
            return None
        path, mark, query = self.address.partition("?")
        return f"{'/index' if path == '/' else path}.{suffix}{mark}{query}"


@cache
def environment() -> Environment:
    """The template environment: autoescape on, an undefined name is an error.

    `placed` and `placed_first` give a council's name as it stands within a sentence,
    `breakable_name` as it stands over a narrow column. A template once read is never read again:
    one newer than the code that fills it, as after an upgrade beneath a server, would fail.
    """
    made = Environment(
        loader=PackageLoader("brightfutures.pages"),
        auto_reload=False,
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["placed"] = placed
    made.filters["placed_first"] = placed_first
    made.filters["breakable_name"] = breakable_name
    return made


@cache
def stylesheet() -> Markup:
    """The stylesheet's text. It is ours and closes no element, so it goes in as it stands."""
    return Markup(
        (files("brightfutures.pages") / "static" / "site.css").read_text(encoding="utf-8")
    )


def render(template: str, page: Any, site: Site) -> str:
    """One page as HTML."""
    return environment().get_template(template).render(page=page, site=site)
