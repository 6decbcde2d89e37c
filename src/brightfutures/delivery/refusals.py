"""What is refused before a request reaches the site: what cannot be read, and too many callers.

The server beneath has answers of its own for both, without our headers and in its own words.
"""

from __future__ import annotations

import asyncio
from email.utils import formatdate

import h11
from starlette.responses import PlainTextResponse
from starlette.types import Receive, Scope, Send

from brightfutures.delivery.patience import LimitedPatience
from brightfutures.delivery.security import HEADERS

MOST_CONNECTIONS = 500
"""Open at once, idle ones too: well above the requests that `Attended` lets in."""

SECONDS_TO_WAIT = 10
"""When one who is refused in a crowd is asked to try again."""

UNREADABLE = "This request could not be read. Type the address again, or go back."
TOO_MANY = "Too many are connected at this moment. Please try again in a moment."

CLOSED = {**dict(HEADERS), "connection": "close"}
"""What every refusal carries: our headers, and that nothing more is answered on it."""


async def too_many(scope: Scope, receive: Receive, send: Send) -> None:
    """Ask a caller above `MOST_CONNECTIONS` to come again, and hang up."""
    headers = {**CLOSED, "retry-after": str(SECONDS_TO_WAIT)}
    await PlainTextResponse(TOO_MANY, status_code=503, headers=headers)(scope, receive, send)


class OwnRefusals(LimitedPatience):
    """Refuses with our own headers and words what the server beneath would refuse with its own."""

    most_connections = MOST_CONNECTIONS

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Answer the caller, or only say that there are too many."""
        super().connection_made(transport)
        if len(self.connections) > self.most_connections:
            self.app = too_many

    def send_400_response(self, msg: str) -> None:
        """Say that a request cannot be read, and hang up; in mid-answer only hang up."""
        if self.conn.our_state in (h11.IDLE, h11.SEND_RESPONSE):
            body = UNREADABLE.encode()
            named = {
                "content-type": "text/plain; charset=utf-8",
                "content-length": str(len(body)),
                "date": formatdate(usegmt=True),
                **CLOSED,
            }
            headers = [(name.encode(), value.encode()) for name, value in named.items()]
            for event in (
                h11.Response(status_code=400, headers=headers, reason=b"Bad Request"),
                h11.Data(data=body),
                h11.EndOfMessage(),
            ):
                self.transport.write(self.conn.send(event) or b"")
        self.transport.close()
