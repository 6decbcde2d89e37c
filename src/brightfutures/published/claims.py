"""Walks the folders and says which source claims which file, and that it is the file meant."""

from __future__ import annotations

import csv
import hashlib
import io
import os
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from brightfutures.catalogue.sources import FileRule, Source
from brightfutures.quantities import PlainError, WrongUse

LARGEST_FILE = 500_000_000  # bytes; the largest official file we read has 4 million
MANIFEST = "manifest.csv"
GEOGRAPHY = "geography.toml"


@dataclass(frozen=True)
class FoundFile:
    """One file below the folders asked for: where it is, and its path as shown to people."""

    location: Path
    shown: str


@dataclass(frozen=True)
class Claim:
    """A file with the source that claims it and the rules by which it is read."""

    file: FoundFile
    source: Source
    rules: tuple[FileRule, ...]  # empty for the dictionary of a source
    sha256: str
    bytes: int


def found_files(paths: Sequence[Path]) -> list[FoundFile]:
    """Every file below these folders (or the files themselves), without hidden ones, in order."""
    found: dict[Path, FoundFile] = {}
    for path in paths:
        root = path.expanduser().absolute()
        if root.is_file():
            found.setdefault(root, FoundFile(root, root.name))
        elif root.is_dir():
            for file in _below(root):
                found.setdefault(file, FoundFile(file, file.relative_to(root).as_posix()))
        else:
            raise WrongUse(f"There is no file or folder at {path}.")
    return sorted(found.values(), key=lambda file: file.shown)


def _below(root: Path) -> Iterator[Path]:
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith("."):
                yield Path(folder, name)


def claim(
    files: Sequence[FoundFile],
    sources: Mapping[str, Source],
    progress: Callable[[str, int, int], None],
) -> tuple[list[Claim], list[FoundFile]]:
    """The claims on these files, and the files that no source claims.

    Raises `PlainError` where two sources claim one file, where a file is too large, or where a
    manifest beside it says that it should be another.
    """
    manifests = _manifests(files)
    claims: list[Claim] = []
    unclaimed: list[FoundFile] = []
    for place, file in enumerate(files):
        progress("Looking for files we know", place, len(files))
        mine = [(source, _rules_for(source, file)) for source in sources.values()]
        claimants = [(source, rules) for source, rules in mine if rules is not None]
        if len(claimants) > 1:
            names = " and ".join(source.id for source, _ in claimants)
            raise PlainError(
                f"{file.shown} is claimed by two sources, {names}: make their patterns in "
                "sources/ narrower, or rename the file as published."
            )
        if not claimants:
            if file.location.name not in (MANIFEST, GEOGRAPHY):
                unclaimed.append(file)
            continue
        source, rules = claimants[0]
        size = file.location.stat().st_size
        if size > LARGEST_FILE:
            raise PlainError(f"{file.shown} has {size / 1e6:,.0f} MB, too many for a statistic.")
        digest = _sha256(file.location)
        _check_manifest(file, digest, manifests)
        claims.append(Claim(file, source, rules or (), digest, size))
    progress("Looking for files we know", len(files), len(files))
    return claims, unclaimed


def _rules_for(source: Source, file: FoundFile) -> tuple[FileRule, ...] | None:
    """The rules of a source that claim a file: none is `None`, a dictionary an empty tuple."""
    path = file.location.as_posix()
    rules = tuple(rule for rule in source.files if matches(rule.pattern, path))
    if rules:
        return rules
    if source.dictionary is not None and matches(source.dictionary.file, path):
        return ()
    return None


@cache
def _pattern(glob: str) -> re.Pattern[str]:
    parts = re.split(r"(\*\*/|\*\*|\*|\?)", glob)
    meaning = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}
    return re.compile("(?:.*/)?" + "".join(meaning.get(part, re.escape(part)) for part in parts))


def matches(glob: str, path: str) -> bool:
    """Whether a path ends in what the pattern describes, folder by folder."""
    return _pattern(glob).fullmatch(path) is not None


def _sha256(location: Path) -> str:
    with location.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _manifests(files: Sequence[FoundFile]) -> dict[Path, str]:
    """The sha256 that each file should have, by its location, from every manifest found."""
    expected: dict[Path, str] = {}
    for file in files:
        if file.location.name != MANIFEST:
            continue
        try:
            text = file.location.read_text(encoding="utf-8-sig")
        except UnicodeDecodeError as error:
            raise PlainError(
                f"{file.shown} is not written in UTF-8, so it cannot be used."
            ) from error
        rows = csv.DictReader(io.StringIO(text, newline=""))
        if not {"path", "sha256"} <= set(rows.fieldnames or ()):
            continue  # a manifest of something else
        for row in rows:
            if row["path"] and row["sha256"]:
                expected[file.location.parent / row["path"]] = row["sha256"].strip().lower()
    return expected


def _check_manifest(file: FoundFile, digest: str, manifests: Mapping[Path, str]) -> None:
    expected = manifests.get(file.location)
    if expected is not None and expected != digest:
        raise PlainError(
            f"{file.shown} is not the file that {MANIFEST} describes (their sha256 differ): get "
            f"it again as published, or correct its line in {MANIFEST}."
        )
