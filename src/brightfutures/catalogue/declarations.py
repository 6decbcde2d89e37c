"""From TOML to frozen dataclasses: unknown keys and wrong kinds are refused by file and key."""

from __future__ import annotations

import types
import typing
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from enum import StrEnum
from functools import cache
from importlib.resources.abc import Traversable
from types import MappingProxyType
from typing import Any, TypeVar

import tomli

from brightfutures.quantities import PlainError

Declared = TypeVar("Declared")


class CatalogueError(PlainError):
    """A declaration is wrong; the sentence names the file and the key."""


def read_toml(file: Traversable) -> dict[str, Any]:
    """The tables of one TOML file."""
    try:
        return tomli.loads(file.read_text(encoding="utf-8"))
    except tomli.TOMLDecodeError as error:
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
    try:
        return typing.cast("Declared", _built(kind, table))
    except _Unfit as unfit:
        raise CatalogueError(f"{where}{unfit.place}{unfit.sentence}") from unfit.__cause__


class _Unfit(Exception):
    """A value that does not fit: where it stands in its table, and what is wrong with it."""

    def __init__(self, sentence: str, place: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.place = place

    def beneath(self, place: str) -> _Unfit:
        """The same, said of the table above."""
        self.place = place + self.place
        return self


Convert = Callable[[Any], Any]
"""From what stands in a file to what a declaration holds; raises `_Unfit`."""


def _built(kind: type[Any], table: Mapping[str, Any]) -> Any:
    convert_of, needed = _plan(typing.cast("Any", kind))
    values: dict[str, Any] = {}
    for key, value in table.items():
        convert = convert_of.get(key)
        if convert is None:
            raise _Unfit(f" has a key '{key}' that {kind.__name__} does not know.")
        try:
            values[key] = convert(value)
        except _Unfit as unfit:
            raise unfit.beneath(f", key '{key}'") from unfit.__cause__
    for name in needed:
        if name not in table:
            raise _Unfit(f" lacks the key '{name}'.")
    try:
        return kind(**values)
    except ValueError as error:
        raise _Unfit(f": {error}") from error


@cache
def _plan(kind: type[Any]) -> tuple[dict[str, Convert], tuple[str, ...]]:
    """How each key of a dataclass is read, and which it must have; thousands are read by it."""
    hints = typing.get_type_hints(kind)
    known = fields(kind)
    needed = [one for one in known if one.default is MISSING and one.default_factory is MISSING]
    return (
        {one.name: _converter(hints[one.name]) for one in known},
        tuple(one.name for one in needed),
    )


@cache
def _converter(hint: Any) -> Convert:
    origin = typing.get_origin(hint)
    if origin in (typing.Union, types.UnionType):
        (inner,) = (part for part in typing.get_args(hint) if part is not type(None))
        return _converter(inner)
    if origin is tuple:
        (inner, *_) = typing.get_args(hint)
        return _list_of(_converter(inner))
    if origin is not None and issubclass(origin, Mapping):
        _, inner = typing.get_args(hint)
        return _table_of(_converter(inner))
    if is_dataclass(hint):
        return _table_as(typing.cast("type[Any]", hint))
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return _member_of(hint)
    return _plain(hint)


def _list_of(convert: Convert) -> Convert:
    def converted(value: Any) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise _Unfit(" must be a list.")
        return tuple([convert(item) for item in value])

    return converted


def _table_of(convert: Convert) -> Convert:
    def converted(value: Any) -> Mapping[str, Any]:
        if not isinstance(value, dict):
            raise _Unfit(" must be a table.")
        found = {}
        for key, item in value.items():
            try:
                found[key] = convert(item)
            except _Unfit as unfit:
                raise unfit.beneath(f".{key}") from unfit.__cause__
        return MappingProxyType(found)

    return converted


def _table_as(kind: type[Any]) -> Convert:
    def converted(value: Any) -> Any:
        if not isinstance(value, dict):
            raise _Unfit(" must be a table.")
        return _built(kind, value)

    return converted


def _member_of(kind: type[StrEnum]) -> Convert:
    def converted(value: Any) -> StrEnum:
        try:
            return kind(value)
        except ValueError:
            allowed = ", ".join(member.value for member in kind)
            raise _Unfit(f" is '{value}'; it must be one of {allowed}.") from None

    return converted


def _plain(kind: type[Any]) -> Convert:
    def converted(value: Any) -> Any:
        if kind is float and isinstance(value, int) and not isinstance(value, bool):
            return float(value)
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            raise _Unfit(f" must be of kind {kind.__name__}, not '{value}'.")
        return value

    return converted
