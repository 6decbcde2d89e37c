"""What answers now: the current edition, and the pages asked for last."""

from __future__ import annotations

import gzip
import threading
from collections import OrderedDict
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from brightfutures.delivery.answers import MEDIA_TYPES, Answer, pdf_answer
from brightfutures.delivery.asked import Asked
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.site_map import answer_at
from brightfutures.quantities import CannotAnswer

PAGES_KEPT = 2_000
"""How many pages are kept in memory, packed; each is about a hundredth of a megabyte."""

PACKED = "gzip"
"""How they are packed, as a browser names it."""


@dataclass(frozen=True)
class PackedPage:
    """A page as it is sent to nearly everyone: packed."""

    packed: bytes
    media_type: str

    @property
    def content(self) -> bytes:
        """The page itself, for the few who cannot unpack it."""
        return gzip.decompress(self.packed)


class Shelf:
    """The edition that is current: a new one is opened when a load has replaced the store.

    While the store that is in use cannot be read, the last good one goes on answering.
    """

    def __init__(self, home: Path) -> None:
        self._home = home
        self._lock = threading.Lock()
        self._edition = Edition.open(home)
        self._kept: OrderedDict[tuple[str, Asked], PackedPage] = OrderedDict()
        self.when_replaced: Callable[[Edition], object] = lambda edition: None
        """Told of each new edition, while nobody else is answered: it must not take long."""

    def edition(self) -> Edition:
        """The edition to answer from now."""
        if self._edition.store.is_stale():
            with self._lock:
                if self._edition.store.is_stale():
                    with suppress(CannotAnswer):
                        self._edition = Edition.open(self._home)
                        self._kept.clear()
                        self.when_replaced(self._edition)
        return self._edition

    def holds(self, edition: Edition) -> bool:
        """Whether it still answers from this edition."""
        return self._edition is edition

    def answer(self, asked: Asked) -> Answer | PackedPage:
        """What an address answers with: a page packed, a file as it is.

        The pages asked for last are kept while the store stands. Files are made afresh: they are
        asked for seldom, and are large. Raises as `answer_at` does.
        """
        edition = self.edition()
        key = (edition.store.digest, asked)
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        if asked.suffix == "pdf":  # what is kept of the page serves for it too
            from brightfutures.delivery.paper_apart import PAPER

            return pdf_answer(self._unpacked, asked, PAPER.page)
        answer = answer_at(edition, asked)
        if answer.media_type != MEDIA_TYPES["html"]:
            return answer
        packed = PackedPage(gzip.compress(answer.content, mtime=0), answer.media_type)
        with self._lock:
            self._kept[key] = packed
            if len(self._kept) > PAGES_KEPT:
                self._kept.popitem(last=False)
        return packed

    def _unpacked(self, asked: Asked) -> Answer:
        page = self.answer(asked)
        return Answer(page.content, page.media_type)
