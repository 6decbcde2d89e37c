"""From TOML to frozen dataclasses: unknown keys and wrong kinds are refused by file and key."""

from __future__ import annotations

import datetime
import tomllib
import types
import typing
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from enum import StrEnum
from functools import cache
from importlib.resources.abc import Traversable
from types import MappingProxyType
from typing import Any, TypeVar

from brightfutures.quantities import PlainError

Declared = TypeVar("Declared")


class CatalogueError(PlainError):
    """A declaration is wrong; the sentence names the file and the key."""


def read_toml(file: Traversable) -> dict[str, Any]:
    """The tables of one TOML file."""
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise CatalogueError(f"{file.name} is not valid TOML: {error}.") from error


def expand_variants(stem: str, table: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The declarations of one file: itself, or one for each `[variant.<id>]` laid over it."""
    base = {key: value for key, value in table.items() if key != "variant"}
    variants = table.get("variant")
    if variants is None:
        return [{"id": stem, **base}]
    return [{"id": name, **base, **changes} for name, changes in variants.items()]


def build(kind: type[Declared], table: Mapping[str, Any], where: str) -> Declared:
    """One declaration from its table, checked key by key against the dataclass.

    Lists become tuples, tables become nested declarations or read-only mappings, words become
    the members of a closed list. Raises `CatalogueError` naming `where` and the key.
    """
    hints = _hints(typing.cast("Any", kind))
    known = {entry.name: entry for entry in fields(kind)}  # type: ignore[arg-type]
    for key in table:
        if key not in known:
            raise CatalogueError(f"{where} has a key '{key}' that {kind.__name__} does not know.")
    values: dict[str, Any] = {}
    for name, entry in known.items():
        if name in table:
            values[name] = _convert(hints[name], table[name], f"{where}, key '{name}'")
        elif entry.default is MISSING and entry.default_factory is MISSING:
            raise CatalogueError(f"{where} lacks the key '{name}'.")
    try:
        return kind(**values)
    except ValueError as error:
        raise CatalogueError(f"{where}: {error}") from error


@cache
def _hints(kind: Any) -> dict[str, Any]:
    """The types of a dataclass's fields, worked out once: thousands of declarations need them."""
    return typing.get_type_hints(kind)


def _convert(hint: Any, value: Any, where: str) -> Any:
    origin = typing.get_origin(hint)
    if origin in (typing.Union, types.UnionType):
        (inner,) = (part for part in typing.get_args(hint) if part is not type(None))
        return _convert(inner, value, where)
    if origin is tuple:
        if not isinstance(value, list):
            raise CatalogueError(f"{where} must be a list.")
        (inner, *_) = typing.get_args(hint)
        return tuple(_convert(inner, item, where) for item in value)
    if origin is not None and issubclass(origin, Mapping):
        if not isinstance(value, dict):
            raise CatalogueError(f"{where} must be a table.")
        _, inner = typing.get_args(hint)
        return MappingProxyType(
            {key: _convert(inner, item, f"{where}.{key}") for key, item in value.items()}
        )
    return _convert_plain(hint, value, where)


def _convert_plain(hint: Any, value: Any, where: str) -> Any:
    if is_dataclass(hint):
        if not isinstance(value, dict):
            raise CatalogueError(f"{where} must be a table.")
        return build(typing.cast("type[Any]", hint), value, where)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        try:
            return hint(value)
        except ValueError:
            allowed = ", ".join(member.value for member in hint)
            raise CatalogueError(f"{where} is '{value}'; it must be one of {allowed}.") from None
    if hint is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if hint is datetime.date and isinstance(value, datetime.date):
        return value
    if not isinstance(value, hint) or (hint is int and isinstance(value, bool)):
        raise CatalogueError(f"{where} must be of kind {hint.__name__}, not '{value}'.")
    return value
