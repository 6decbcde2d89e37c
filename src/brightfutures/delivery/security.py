"""What every answer of the server carries, and what it refuses before looking."""

from __future__ import annotations

import logging

from starlette.datastructures import MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_log = logging.getLogger(__name__)

POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
    "frame-ancestors 'none'; base-uri 'none'"
)

HEADERS: tuple[tuple[str, str], ...] = (
    ("content-security-policy", POLICY),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
    ("x-frame-options", "DENY"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("permissions-policy", "interest-cohort=()"),
)

LONGEST_ADDRESS = 2048
"""Bytes of path and query together; ten councils beside twelve measures take under 1,000."""


class GuardedAnswers:
    """Adds the security headers to every answer, errors included, and refuses odd requests.

    Only GET and HEAD are answered; an address longer than `LONGEST_ADDRESS` is refused.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        started = False

        async def guarded(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS:
                    headers[name] = value
                if "server" in headers:
                    del headers["server"]
            await send(message)

        refusal = _refusal(scope)
        try:
            await (refusal or self.app)(scope, receive, guarded)
        except Exception:
            if started:
                raise
            # The path only: a query string is what a person typed.
            _log.exception("Could not answer %s", ascii(scope["path"]))
            await PlainTextResponse(
                "Something went wrong here. The log says what.", status_code=500
            )(scope, receive, guarded)


def _refusal(scope: Scope) -> PlainTextResponse | None:
    if scope["method"] not in ("GET", "HEAD"):
        return PlainTextResponse(
            "Only reading is possible here.", status_code=405, headers={"allow": "GET, HEAD"}
        )
    if len(scope.get("raw_path") or b"") + len(scope["query_string"]) > LONGEST_ADDRESS:
        return PlainTextResponse("The address is too long.", status_code=414)
    return None
