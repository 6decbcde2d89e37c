"""Whether the files are official statistics or a made-up England: a store holds one of them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from brightfutures.catalogue import Geography, read_geography
from brightfutures.published.claims import GEOGRAPHY, Claim, FoundFile
from brightfutures.quantities import PlainError

_MIXED = (
    "hold official statistics and a made-up England: they never share a store, so load one of "
    "them, and give the other a folder of its own with --home DIR."
)


def geography_of(
    files: Sequence[FoundFile], claims: Sequence[Claim], published: Geography
) -> tuple[Geography, str | None]:
    """The ledger by which these files are read, and its text where it is a made-up one.

    A made-up England is a folder with its own `geography.toml` that says `made_up = true`.
    """
    ledgers: list[tuple[Path, Geography, str]] = []
    for file in files:
        if file.location.name == GEOGRAPHY:
            geography = read_geography(file.location)
            if geography.made_up:
                text = file.location.read_text(encoding="utf-8")
                ledgers.append((file.location.parent, geography, text))
    if not ledgers:
        return published, None
    if len({text for _, _, text in ledgers}) > 1:
        raise PlainError("The folders hold two different made-up Englands: load one of them.")
    folders = [folder for folder, _, _ in ledgers]
    for claim in claims:
        if not any(folder in claim.file.location.parents for folder in folders):
            raise PlainError(f"The folders given {_MIXED}")
    return ledgers[0][1], ledgers[0][2]


def refuse_other_kind(made_up: bool, held_made_up: bool) -> None:
    """Raise `PlainError` where the home already holds a store of the other kind."""
    if made_up != held_made_up:
        raise PlainError(f"This home and the folders given {_MIXED}")
