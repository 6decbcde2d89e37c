"""A server of a test's own, on a port of its own, and a plain connection to it."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import uvicorn


@contextmanager
def served(application: Any, **settings: Any) -> Iterator[int]:
    """Serve it on this machine only until the end of the block; gives the port."""
    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    config = uvicorn.Config(
        application, ws="none", lifespan="off", log_level="critical", **settings
    )
    server = uvicorn.Server(config)
    serving = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
    serving.start()
    while not server.started:
        time.sleep(0.01)
    try:
        yield listener.getsockname()[1]
    finally:
        server.should_exit = True
        serving.join(timeout=10)


def connect(port: int) -> socket.socket:
    """A connection that waits at most twenty seconds for what it is sent."""
    return socket.create_connection(("127.0.0.1", port), timeout=20)
