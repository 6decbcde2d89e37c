"""What is asked for: an address in words, the form of the answer, and what its query says."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from urllib.parse import quote_plus

from brightfutures.quantities import WrongUse

LONGEST_VALUE = 1000
"""Letters of one value of a query; the longest list of ours is shorter."""

MOST_VALUES = 40
"""Values of a query that are read; a form of ours sends fewer."""


@dataclass(frozen=True, kw_only=True)
class Asked:
    """An address without its suffix (`("essex", "homes")`), the suffix, and its query in order.

    `chart` is the word of one of the page's charts, where that is asked for and not the page.
    `beside` are the forms that lie beside the page in a copy of the site; None where a server
    answers.
    A page reads only the names that it knows, so that a page asked for in one way is kept once.
    """

    words: tuple[str, ...] = ()
    suffix: str = "html"
    query: tuple[tuple[str, str], ...] = ()
    chart: str | None = None
    beside: tuple[str, ...] | None = None

    def value(self, name: str) -> str | None:
        """What the query says under this name, the first time it does; None for nothing."""
        return next(iter(self.values(name)), None)

    def values(self, name: str) -> tuple[str, ...]:
        """All that the query says under this name, in order, empty ones left out."""
        return tuple(value for key, value in self.query if key == name and value)

    def keeping(self, names: Iterable[str]) -> Asked:
        """The same with only these names in its query, and nothing said emptily.

        Raises `WrongUse` for a value too long to be one of ours, or for too many.
        """
        wanted = set(names)
        kept = tuple(
            (name, value.strip()) for name, value in self.query if name in wanted and value.strip()
        )
        for name, value in kept:
            if len(value) > LONGEST_VALUE:
                raise WrongUse(f"What is asked for as '{name}' is too long to be read.")
        if len(kept) > MOST_VALUES:
            raise WrongUse(f"More than {MOST_VALUES} things are asked for at once; ask for fewer.")
        return replace(self, query=kept)

    def form(self, suffix: str) -> Asked:
        """The same in another form."""
        return replace(self, suffix=suffix)

    @property
    def query_text(self) -> str:
        """The query as it stands in an address: `?against=region`; empty where there is none."""
        said = "&".join(f"{quote_plus(name)}={quote_plus(value)}" for name, value in self.query)
        return f"?{said}" if said else ""

    @property
    def address(self) -> str:
        """The canonical address of the page: its words and its query."""
        return f"/{'/'.join(self.words)}{self.query_text}"


def asked_at(path: str, query: Iterable[tuple[str, str]] = ()) -> Asked:
    """What a path of the site asks for: `/essex/homes.csv` asks for a page in the form csv."""
    *first, last = path.removeprefix("/").split("/")
    stem, dot, suffix = last.rpartition(".")
    name, form = (stem, suffix) if dot else (last, "html")
    chart = None
    if form == "svg":  # `/essex.trend.svg` asks for the trend of the page `/essex`
        before, _, chart = name.rpartition(".")
        name = before or name
    words = (*first, name)
    if words in (("",), ("index",)):
        words = ()
    return Asked(words=words, suffix=form, query=tuple(query), chart=chart)
