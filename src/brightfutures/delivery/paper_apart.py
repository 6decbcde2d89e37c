"""Pages set on paper in a process of its own, so that the server's readers never wait for it.

A PDF takes a second or two of work and, with the library that makes it, some 150 megabytes, which
a process gives back only when it ends.
"""

from __future__ import annotations

import multiprocessing
import signal
import threading
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

from brightfutures.delivery.paper import need_pdf, page_on_paper
from brightfutures.quantities import CannotAnswer

PAGES_BEFORE_ANOTHER = 20
"""A process that has set so many ends, and another takes its place: it never grows large."""

SECONDS_IDLE = 60.0
"""Without anything to set for so long it ends."""

SECONDS_AT_MOST = 120.0
"""A page that is not set by then never will be; most take two seconds."""


class PaperApart:
    """Sets pages on paper, one at a time, in a process begun when the first is asked for.

    Safe to share between threads, which wait for one another.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._pool: ProcessPoolExecutor | None = None
        self._idle: threading.Timer | None = None

    def page(self, html: str) -> bytes:
        """A page of the site as PDF; raises `CannotAnswer` where it cannot be made."""
        need_pdf()
        with self._lock:
            if self._idle is not None:
                self._idle.cancel()
            try:
                return self._begun().submit(page_on_paper, html).result(SECONDS_AT_MOST)
            except (BrokenProcessPool, TimeoutError) as error:
                self._end(at_once=True)
                raise CannotAnswer(
                    "The PDF could not be made this time; ask again, or print the page to PDF "
                    "in a browser."
                ) from error
            finally:
                self._idle = threading.Timer(SECONDS_IDLE, self.close)
                self._idle.daemon = True
                self._idle.start()

    def close(self) -> None:
        """End the process, once it has set what it is at; the next page begins another."""
        with self._lock:
            self._end()

    def _begun(self) -> ProcessPoolExecutor:
        if self._pool is None:
            self._pool = ProcessPoolExecutor(
                max_workers=1,
                mp_context=multiprocessing.get_context("spawn"),  # a server has threads
                initializer=_leave_interrupts_to_the_server,
                max_tasks_per_child=PAGES_BEFORE_ANOTHER,
            )
        return self._pool

    def _end(self, *, at_once: bool = False) -> None:
        pool, self._pool = self._pool, None
        if pool is None:
            return
        if at_once:
            for process in list((pool._processes or {}).values()):
                process.kill()  # it may be at work for ever
        pool.shutdown(wait=not at_once, cancel_futures=True)


def _leave_interrupts_to_the_server() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


PAPER = PaperApart()
"""The one of this process: two would hold twice the room and make nothing sooner."""
