"""One measured thing: what it took, and what it stands beside."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Measured:
    """A quantity in seconds or megabytes, beside a limit or a peer's in the same run."""

    what: str
    amount: float
    unit: str
    beside: str
    beside_amount: float

    @property
    def ratio(self) -> float:
        """How many times the limit or the peer: below 1 is within it."""
        return self.amount / self.beside_amount

    def line(self) -> str:
        """One line for a terminal."""
        return (
            f"{self.what:<52} {self.amount:>9.2f} {self.unit:<3} "
            f"{self.ratio:>6.2f} x  {self.beside} ({self.beside_amount:.2f} {self.unit})"
        )


def seconds(act: Callable[[], object]) -> float:
    """How long an act takes."""
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


def command(*words: str) -> tuple[float, float]:
    """Seconds, and megabytes at the most, of one `brightfutures` command in its own process."""
    script = (
        "import resource, subprocess, sys, time\n"
        "start = time.perf_counter()\n"
        "subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL)\n"
        "took = time.perf_counter() - start\n"
        "print(took, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, sys.executable, "-m", "brightfutures", *words],
        check=True,
        capture_output=True,
        text=True,
    )
    took, kilobytes = done.stdout.split()
    return float(took), float(kilobytes) / 1024


def median(amounts: Sequence[float]) -> float:
    """The middle one."""
    return sorted(amounts)[len(amounts) // 2]
