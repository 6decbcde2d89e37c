"""The name of a store: the same files, declarations and readers give the same store."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from importlib.resources import files

from brightfutures.catalogue import Catalogue, Geography
from brightfutures.published.claims import Claim
from brightfutures.published.store_schema import SCHEMA_NUMBER


def store_digest(catalogue: Catalogue, geography: Geography, claims: Sequence[Claim]) -> str:
    """Sixteen letters that change when a file, a declaration or a reader changes."""
    found = hashlib.sha256()
    found.update(f"schema {SCHEMA_NUMBER}\n".encode())
    for part in (catalogue.sources, catalogue.series, geography):
        found.update(repr(part).encode())
    for module in sorted(files("brightfutures.published").iterdir(), key=lambda file: file.name):
        if module.name.endswith(".py"):
            found.update(module.read_bytes())
    for claim in sorted(claims, key=lambda claim: claim.file.shown):
        found.update(f"{claim.file.shown} {claim.sha256}\n".encode())
    return found.hexdigest()[:16]
