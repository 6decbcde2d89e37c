"""Links of a page that lies in a folder: from addresses of the site to files beside it."""

from __future__ import annotations

import re
from collections.abc import Collection

from brightfutures.delivery.answers import STYLESHEET

Words = tuple[str, ...]
"""An address without its suffix: `("essex", "homes")`."""

ASK = "how-to-ask"
"""The page that says how to get what is worked out only when it is asked for."""

WITHIN = re.compile(rb' href="/([^"]*)"')
FORM = re.compile(rb"<form([^>]*)>")

ACTION = re.compile(rb' action="[^"]*"')


def file_of(words: Words, suffix: str = "html") -> str:
    """The path in the folder of a page, or of another form of it: `essex/homes.html`."""
    return f"{'/'.join(words) or 'index'}.{suffix}"


class StaticLinks:
    """Turns links to the pages that a folder holds into relative ones, so that they work anywhere.

    `pages` are those in it, as words; `forms` the suffixes in which files lie beside each page of
    a council or of England. A link to anything else leads to the page that says how to ask for it,
    and so does every form: where there is no server nobody can answer what is chosen in it.
    """

    def __init__(self, pages: Collection[Words], forms: Collection[str]) -> None:
        self._files = {file_of(words)[: -len(".html")]: words for words in pages}
        self._forms = frozenset(forms)
        self._folder: Words = ()
        self._kept: dict[bytes, bytes] = {}

    def relative(self, html: bytes, folder: Words = ()) -> bytes:
        """The page with its links turned; `folder` is where it lies, by the words of its address.

        What is found for one folder is kept until another is asked for.
        """
        if folder != self._folder:
            self._folder, self._kept = folder, {}
        kept = self._kept
        ask = way_to(f"{ASK}.html", folder).encode()

        def sent(form: re.Match[bytes]) -> bytes:
            return b'<form%b action="%b">' % (ACTION.sub(b"", form[1]), ask)

        def turned(link: re.Match[bytes]) -> bytes:
            found = kept.get(link[1])
            if found is None:
                found = kept[link[1]] = self._href(link[1], folder)
            return found

        return FORM.sub(sent, WITHIN.sub(turned, html))

    def _href(self, link: bytes, folder: Words) -> bytes:
        return f' href="{way_to(self._target(link.decode()), folder)}"'.encode()

    def _target(self, link: str) -> str:
        """The file that a link, given without its first stroke, leads to."""
        address, mark, anchor = link.partition("#")
        path, asks, _ = address.partition("?")
        if f"/{path}" == STYLESHEET:
            return path
        stem, dot, suffix = path.rpartition(".")
        if not dot:
            stem, suffix = path or "index", "html"
        known = stem in self._files and (suffix == "html" or self.has_form(stem, suffix))
        if known and not asks:
            return f"{stem}.{suffix}{mark}{anchor}"
        return f"{ASK}.html"

    def has_form(self, stem: str, suffix: str) -> bool:
        """Whether a page lies in the folder in this form too."""
        return suffix in self._forms and has_forms(self._files[stem])


def way_to(target: str, folder: Words) -> str:
    """The shortest way from a folder to a file, both given from the top."""
    steps = target.split("/")
    shared = 0
    while shared < min(len(folder), len(steps) - 1) and folder[shared] == steps[shared]:
        shared += 1
    return "../" * (len(folder) - shared) + "/".join(steps[shared:])


def has_forms(words: Words) -> bool:
    """Whether other forms of a page may be written beside it: not of the many measures' pages."""
    return len(words) <= 2 and bool(words)
