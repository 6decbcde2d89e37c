"""The files that a made-up England is written to: where each stands and which columns it has."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from importlib.resources import files
from types import MappingProxyType

from brightfutures.catalogue import Catalogue, CatalogueError, Source
from brightfutures.catalogue.declarations import build
from brightfutures.catalogue.sources import FileRule
from brightfutures.quantities import Reason


@dataclass(frozen=True, kw_only=True)
class Form:
    """One file: its source, its path, and what its declaration does not say.

    `columns` is the real file's header; without it the file has just the columns that are read,
    after those that are `leading`.
    `years` are those in which its periods end, where a column gives the period. `fixed` stands
    in columns that nothing reads. `above` and `below` are lines before the header and after the
    last row, `sheet` the name of the sheet where the declaration gives a pattern. `parts` shares
    a count among the columns that are added up to it. `rounded_to` is for councils'
    counts. `small_counts` is the reason that stands for counts of 1 to 5, where the source has a
    mark for it. `releases` maps a release, where a column gives it, to the first year that it
    holds.
    """

    source: str
    name: str
    years: tuple[int, ...] = ()
    columns: tuple[str, ...] = ()
    leading: tuple[str, ...] = ()
    fixed: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    byte_order_mark: bool = False
    thousands_commas: bool = False
    sheet: str | None = None
    above: tuple[tuple[str, ...], ...] = ()
    below: tuple[tuple[str, ...], ...] = ()
    parts: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))
    england: bool = True
    rounded_to: int = 1
    england_rounded_to: int = 10
    later_revised: bool = False
    small_counts: Reason = Reason.SUPPRESSED
    releases: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))


def read_forms() -> tuple[Form, ...]:
    """Every form, in the order of their paths."""
    found: list[Form] = []
    folder = files("brightfutures.synthetic") / "forms"
    for file in folder.iterdir():
        if file.name.endswith(".toml"):
            tables = tomllib.loads(file.read_text(encoding="utf-8"))["form"]
            found += [build(Form, table, f"forms/{file.name}") for table in tables]
    return tuple(sorted(found, key=lambda form: form.name))


def rules_of(form: Form, catalogue: Catalogue) -> tuple[Source, tuple[FileRule, ...]]:
    """The source that a form is written for and its rules for the file: none for a dictionary.

    Raises `CatalogueError` where the declaration no longer claims a file of this name.
    """
    source = catalogue.sources.get(form.source)
    rules = tuple(
        rule
        for rule in (source.files if source else ())
        if fnmatchcase(f"/{form.name}", f"*/{rule.pattern.removeprefix('**/')}")
    )
    dictionary = source.dictionary if source else None
    if dictionary and fnmatchcase(f"/{form.name}", f"*/{dictionary.file}"):
        rules = ()
    elif source is None or not rules:
        raise CatalogueError(
            f"No source '{form.source}' claims {form.name}: change the name in synthetic/forms "
            "to one that it claims."
        )
    assert source is not None
    return source, rules
