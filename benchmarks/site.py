"""The site beside its budgets: every kind of page, the whole of it as a folder, many readers."""

from __future__ import annotations

import http.client
import os
import random
import re
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from benchmarks.measured import Measured, command, median, seconds

PAGE_SECONDS = 0.05
PAGE_KILOBYTES = 60.0
READERS = 50
PAGES_EACH = 12
PAUSE_SECONDS = (1.0, 4.0)
"""How long a hasty reader looks at a page."""

P95_SECONDS = 0.25
IDLE_SECONDS = 0.1
"""Of a processor's time in a second: less is used by a server that has nothing to do."""

SERVER_MEGABYTES = 400.0
FIRST_PAGE_SECONDS = 2.0
EXPORT_SECONDS = 120.0
EXPORT_MEGABYTES = 400.0
COUNCILS_TRIED = 12
NOT_COMPILED = "PYTHONDONTWRITEBYTECODE"
"""Would have every start compile the whole, which only the first after an installation does."""


def site_lines(home: Path) -> Iterator[Measured]:
    """Lines for pages, for the server under readers, and for the export."""
    yield from _pages(home)
    yield from _readers(home)
    yield from _export(home)


def _pages(home: Path) -> Iterator[Measured]:
    """Each kind of page as a server answers with it that has worked ahead.

    A council's page is made when it is first asked for; a page that is of no one council has been
    made already, while nobody was reading, and is taken from the shelf.
    """
    from brightfutures.delivery.ahead import pieces_of
    from brightfutures.delivery.asked import Asked
    from brightfutures.delivery.heap import seldom_look_for_rings
    from brightfutures.delivery.shelf import PackedPage, Shelf
    from brightfutures.delivery.site_map import addresses_of_all, council_addresses
    from brightfutures.quantities import PlainError

    seldom_look_for_rings()  # as the server does
    shelf = Shelf(home)
    edition = shelf.edition()
    ahead = edition.geography.councils()[0]  # its pages are made ahead too, to have the rest ready
    councils = [name for name, area in edition.council_of_slug.items() if area != ahead]
    chosen = random.Random(7).sample(councils, COUNCILS_TRIED)
    times: dict[str, list[float]] = {}
    sizes: dict[str, list[float]] = {}

    def ask(words: tuple[str, ...], kind: str) -> None:
        answers: list[object] = []
        took = seconds(lambda: answers.append(shelf.answer(Asked(words=words))))
        assert isinstance(answers[0], PackedPage)
        times.setdefault(kind, []).append(took)
        sizes.setdefault(kind, []).append(len(answers[0].packed) / 1000)

    for piece in pieces_of(edition, shelf):
        with suppress(PlainError):  # what the data cannot answer
            piece()
    for name in chosen:
        for words in council_addresses(edition, name):
            if len(words) < 3 or random.Random(str(words)).random() < 0.1:
                ask(words, _kind(words, "COUNCIL"))
    for words in addresses_of_all(edition):
        ask(words, _kind(words, words[0] if words else ""))
    for kind in sorted(times):
        slow, heavy = max(times[kind]), max(sizes[kind])
        yield Measured(f"{kind}: middle time", median(times[kind]), "s", "limit", PAGE_SECONDS)
        yield Measured(f"{kind}: longest of {len(times[kind])}", slow, "s", "limit", PAGE_SECONDS)
        yield Measured(f"{kind}: largest, packed", heavy, "kB", "limit", PAGE_KILOBYTES)


def _kind(words: tuple[str, ...], first: str) -> str:
    if len(words) == 3:
        return f"/{first}/{words[1]}/..."
    if len(words) == 2 and first not in ("COUNCIL", "england"):
        return f"/{first}/..."
    return "/".join(("", first, *words[1:]))


def _readers(home: Path) -> Iterator[Measured]:
    """Fifty readers at once: at a server just started, at a warm one, and some who do not wait.

    All look at a page for one to four seconds but the last. Those who come while the server has
    worked nothing out have no limit: their figure is told so that it is known.
    """
    from brightfutures.delivery.edition import Edition
    from brightfutures.delivery.site_map import every_address

    addresses = [f"/{'/'.join(words)}" for words in every_address(Edition.open(home))]
    with _serving(home) as (port, _, _):  # Python compiles what has been installed when first run
        _ask(port, "/essex")
    with _serving(home) as (port, process, begun):
        _ask(port, "/essex")
        yield Measured(
            "start to first council's page", time.perf_counter() - begun, "s", "limit",
            FIRST_PAGE_SECONDS,
        )  # fmt: skip
        cold = _read_by_many(port, addresses, PAUSE_SECONDS)
        took = _until_idle(process)
        warm = _read_by_many(port, addresses, PAUSE_SECONDS)
        hasty = _read_by_many(port, addresses, (0.0, 0.0))
        for when, taken in (("once warm", warm), ("who do not wait", hasty)):
            who = f"{READERS} readers {when}"
            yield Measured(f"{who}: middle", median(taken), "s", "limit", P95_SECONDS)
            yield Measured(f"{who}: 95 in 100", _p95(taken), "s", "limit", P95_SECONDS)
        who = f"{READERS} readers of a server just started"
        yield Measured(f"{who}: middle", median(cold), "s", "once warm", median(warm))
        yield Measured(f"{who}: 95 in 100", _p95(cold), "s", "once warm", _p95(warm))
        yield Measured("  until all is worked out after them", took, "s", "itself", took)
        yield Measured(
            "  server's memory at its highest", _highest_megabytes(process), "MB", "limit",
            SERVER_MEGABYTES,
        )  # fmt: skip


def _p95(taken: list[float]) -> float:
    return sorted(taken)[int(len(taken) * 0.95)]


def _until_idle(process: int) -> float:
    """Seconds until the server works no more, which it does while anything is left to work out."""
    begun, used = time.perf_counter(), -IDLE_SECONDS
    while (now := _processor_seconds(process)) - used >= IDLE_SECONDS:
        used = now
        time.sleep(1.0)
    return time.perf_counter() - begun


def _processor_seconds(process: int) -> float:
    stat = Path(f"/proc/{process}/stat")  # elsewhere than on Linux it is not told
    if not stat.is_file():
        return 0.0
    fields = stat.read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _read_by_many(port: int, addresses: list[str], pause: tuple[float, float]) -> list[float]:
    taken: list[float] = []

    def read(seed: int) -> None:
        chance = random.Random(seed)
        time.sleep(chance.uniform(0.0, pause[1]))
        for _ in range(PAGES_EACH):
            taken.append(_ask(port, chance.choice(addresses)))
            time.sleep(chance.uniform(*pause))

    readers = [threading.Thread(target=read, args=(number,)) for number in range(READERS)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    return taken


def _ask(port: int, address: str) -> float:
    client = http.client.HTTPConnection("127.0.0.1", port, timeout=60)

    def ask() -> None:
        client.request("GET", address, headers={"accept-encoding": "gzip"})
        answer = client.getresponse()
        answer.read()
        assert answer.status in (200, 404), (address, answer.status)

    took = seconds(ask)
    client.close()
    return took


@contextmanager
def _serving(home: Path) -> Iterator[tuple[int, int, float]]:
    """The port, the process and when it was started, of a server on this machine only."""
    compiled = {name: value for name, value in os.environ.items() if name != NOT_COMPILED}
    begun = time.perf_counter()
    serving = subprocess.Popen(
        [sys.executable, "-m", "brightfutures", "serve", "--port", "0", "--home", str(home)],
        stderr=subprocess.PIPE,
        text=True,
        env=compiled | {"PYTHONUNBUFFERED": "1"},
    )
    try:
        assert serving.stderr is not None
        found = re.search(r":(\d+)/", serving.stderr.readline())
        assert found
        yield int(found[1]), serving.pid, begun
    finally:
        serving.send_signal(signal.SIGINT)
        serving.communicate(timeout=30)


def _highest_megabytes(process: int) -> float:
    status = Path(f"/proc/{process}/status")  # elsewhere than on Linux it is not told
    found = re.search(r"VmHWM:\s+(\d+) kB", status.read_text()) if status.is_file() else None
    return int(found[1]) / 1024 if found else float("nan")


def _export(home: Path) -> Iterator[Measured]:
    with tempfile.TemporaryDirectory() as place:
        out = Path(place) / "site"
        took, megabytes = command("export", "--out", str(out), "--home", str(home))
        size = sum(path.stat().st_size for path in out.rglob("*") if path.is_file()) / 1e6
    yield Measured("export of all England", took, "s", "limit", EXPORT_SECONDS)
    yield Measured("  its size", size, "MB", "limit", EXPORT_MEGABYTES)
    yield Measured("  memory of the largest process", megabytes, "MB", "limit", SERVER_MEGABYTES)


def main() -> int:
    """Print a line for each thing measured over the store in the folder that is named."""
    if len(sys.argv) != 2:
        print("Name the folder of a loaded store: python -m benchmarks.site HOME")
        return 2
    for line in site_lines(Path(sys.argv[1])):
        print(line.line(), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
