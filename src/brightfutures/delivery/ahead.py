"""Working ahead: what all pages share is worked out while nobody is being answered.

The first to ask for a page would else wait for what every later one shares: each measure's
verdicts, models and record, and the pages of all England. Piece by piece, each small.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial

from brightfutures.delivery.asked import Asked
from brightfutures.delivery.attendance import Attendance
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.shelf import Shelf
from brightfutures.delivery.site_map import addresses_of_all, council_addresses
from brightfutures.measures import Measures
from brightfutures.pages.addresses import slug
from brightfutures.quantities import PlainError

_log = logging.getLogger(__name__)

SECONDS_BEFORE = 2.0
"""How long it waits for a first reader, who is answered before it begins."""

Piece = Callable[[], object]


class WorkAhead:
    """Works out each edition in a thread of its own, that ends when all of it is worked out.

    It begins anew when another store is put in use. No piece is begun while anybody is being
    answered, so a reader waits for one at most. It ends with the server, whatever is left.
    """

    def __init__(self, shelf: Shelf, attendance: Attendance) -> None:
        self._shelf = shelf
        self._attendance = attendance
        self._thread: threading.Thread | None = None

    def begin(self) -> None:
        """Begin with the edition that is current, and again with every one that replaces it."""
        self._shelf.when_replaced = self._begin_with
        self._begin_with(self._shelf.edition())

    def wait(self, seconds: float) -> bool:
        """Wait until the edition begun with last is worked out; whether it is, by then."""
        if self._thread is not None:
            self._thread.join(seconds)
        return self._thread is None or not self._thread.is_alive()

    def end(self) -> None:
        """Begin no other piece, and wait for the one that is begun if it is short."""
        self._attendance.close()
        self.wait(SECONDS_BEFORE)

    def _begin_with(self, edition: Edition) -> None:
        self._thread = threading.Thread(
            target=self._work, args=(edition,), name="works ahead", daemon=True
        )
        self._thread.start()

    def _work(self, edition: Edition) -> None:
        try:
            self._attendance.wait_for_first(SECONDS_BEFORE)
            for piece in pieces_of(edition, self._shelf):
                if not (self._attendance.wait_for_quiet() and self._shelf.holds(edition)):
                    return
                with suppress(PlainError):  # what the data cannot answer
                    piece()
        except Exception:
            # Nobody is waiting for it: what is not there yet is worked out when it is asked for.
            _log.exception("Could not work ahead")


def pieces_of(edition: Edition, shelf: Shelf) -> Iterator[Piece]:
    """What the pages of an edition share, the most asked for first."""
    measures = edition.measures
    known = measures.with_figures()
    councils = edition.geography.councils()
    first = councils[0].code  # what is said of one council rests on the same tests of all
    for name in known:
        yield partial(measures.compare, name, first)
        yield partial(_every_council, edition, name, first)
    yield from _money(edition, first)
    yield from _track_record(measures)  # early: it needs room, and gives it back
    yield from measures.expected.in_pieces()
    for name in known:
        yield partial(measures.expected.of, name, first)
        yield partial(measures.expected.model, name)
        yield partial(measures.all_councils.national_spread, name)
        yield partial(measures.all_councils.across_england, name)
        yield partial(measures.track_record_of, name)
        yield partial(measures.improvers, name)
        yield partial(_page, shelf, (slug(councils[0]), "indicators", name))
    from brightfutures.delivery.regional import regional_of  # the first page needs it not

    regional = regional_of(edition)
    yield from (partial(regional.council, area) for area in councils)
    one = council_addresses(edition, slug(councils[0]))
    yield from (partial(_page, shelf, words) for words in one if len(words) < 3)
    yield from (partial(_page, shelf, words) for words in addresses_of_all(edition))


def _every_council(edition: Edition, name: str, code: str) -> None:
    """The figures of every council in the period that a council's page shows."""
    edition.named_cells(name, edition.measures.compare(name, code).period)


def _money(edition: Edition, code: str) -> Iterator[Piece]:
    """The returns, and what the parts of every council's gap rest on: overviews tell of it."""
    from brightfutures.delivery.return_checks import ACCOUNTS  # the first page needs it not

    books = edition.books
    yield from (partial(books.panel_of, account) for account in ACCOUNTS)
    if books.price_year is not None:
        for gaps in books.gaps(books.price_year).values():
            yield partial(gaps.gap, code)


def _page(shelf: Shelf, words: tuple[str, ...]) -> None:
    """A page, made and packed as for a reader."""
    shelf.answer(Asked(words=words))


def _track_record(measures: Measures) -> Iterator[Piece]:
    more = True

    def step() -> None:
        nonlocal more
        more = False  # should it fail, it is left to whoever asks
        more = measures.more_of_track_record() is None

    while more:
        yield step
