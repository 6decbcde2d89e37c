"""Floor 3: official statistics, with the file and row behind every figure."""

from brightfutures.published.load import load
from brightfutures.published.readings import Judgement, Neighbour, Readings, SourceRow
from brightfutures.published.reports import (
    DictionarySeries,
    LoadedFile,
    LoadReport,
    ReconciliationRow,
)
from brightfutures.published.store import Store, open_store

__all__ = [
    "DictionarySeries",
    "Judgement",
    "LoadReport",
    "LoadedFile",
    "Neighbour",
    "Readings",
    "ReconciliationRow",
    "SourceRow",
    "Store",
    "load",
    "open_store",
]
