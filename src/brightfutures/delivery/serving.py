"""Runs the server: where it listens, how long it waits, what it writes to the log."""

from __future__ import annotations

import socket
from collections.abc import Callable, Sequence
from pathlib import Path

import uvicorn

from brightfutures.delivery.heap import seldom_look_for_rings, share_one_heap
from brightfutures.delivery.refusals import OwnRefusals
from brightfutures.delivery.server import application
from brightfutures.quantities import WrongUse

QUEUE = 128
"""How many callers may wait to be answered."""

LOCAL_HOSTS = ("localhost", "127.0.0.1", "[::1]", "::1")


def serve_site(
    home: Path,
    host: str,
    port: int,
    *,
    announce: Callable[[str], None],
    also_called: Sequence[str] = (),
    ahead: bool = True,
) -> None:
    """Serve until interrupted, answering to this machine's names, `host` and `also_called`.

    What all pages share is worked out `ahead`, while nobody is answered. `WrongUse` if the port is
    taken or the host is not ours.
    """
    share_one_heap()
    seldom_look_for_rings()
    app = application(home, hosts=(*LOCAL_HOSTS, host, *also_called))
    listener = _listener(host, port)
    address = f"http://{host if host != '0.0.0.0' else 'localhost'}:{listener.getsockname()[1]}/"
    announce(f"Open {address} in a browser. Press Ctrl and C to stop.")
    config = uvicorn.Config(
        app,
        access_log=False,  # an access log would hold query strings
        log_level="warning",
        server_header=False,
        date_header=True,
        timeout_keep_alive=5,
        h11_max_incomplete_event_size=16 * 1024,
        http=OwnRefusals,
        ws="none",
        lifespan="off",
    )
    if ahead:
        app.state.ahead.begin()
    try:
        uvicorn.Server(config).run(sockets=[listener])
    finally:
        app.state.ahead.end()


def _listener(host: str, port: int) -> socket.socket:
    listener = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        listener.listen(QUEUE)  # before the address is told, so that it answers once it is
    except (OSError, OverflowError) as error:
        listener.close()
        raise WrongUse(
            f"Cannot listen on {host} port {port}: {error}; try another with --port."
        ) from error
    return listener
