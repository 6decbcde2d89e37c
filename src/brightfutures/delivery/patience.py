"""How long the server waits for a request to be whole and for its answer to be taken."""

from __future__ import annotations

import asyncio

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

WHOLE_REQUEST = 15.0
"""Seconds from the connection, or from the answer before, until a request must be whole."""

SLOWEST_READER = 4096
"""Bytes a second: whoever takes an answer more slowly is given up."""


class LimitedPatience(H11Protocol):
    """Closes a connection that asks or takes too slowly.

    The server beneath waits without end for the rest of a request that has begun, and for a
    reader who takes nothing; a few hundred such connections would keep everyone else out.
    """

    whole_request = WHOLE_REQUEST
    slowest_reader = SLOWEST_READER
    _until: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Wait for the first request."""
        super().connection_made(transport)
        self._wait()

    def on_response_complete(self) -> None:
        """Wait for the answer to be taken, and for the next request."""
        super().on_response_complete()
        self._wait()

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait for nothing more."""
        super().connection_lost(exc)
        if self._until is not None:
            self._until.cancel()

    def _wait(self) -> None:
        if self._until is not None:
            self._until.cancel()
        taking = self.transport.get_write_buffer_size() / self.slowest_reader
        self._until = self.loop.call_later(self.whole_request + taking, self._give_up)

    def _give_up(self) -> None:
        answering = self.conn.our_state in (h11.SEND_RESPONSE, h11.SEND_BODY)
        if not answering or self.transport.get_write_buffer_size():
            self.transport.abort()
