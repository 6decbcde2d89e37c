"""What was measured last, written down for people: docs/speed.md."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from benchmarks.measured import Measured

RECORD = Path(__file__).parents[1] / "docs" / "speed.md"

_HEAD = """# How quick it is, and how much room it takes

Measured on {day} with `make bench`, on a machine with two cores and nothing else to do, from all
the published statistics. Machines differ and are noisy: read the ratios, not the seconds. Below 1
is within the limit, or quicker than what it is set beside. `python -m benchmarks --write` measures
again and writes this page.

| what | measured | beside | times that |
| --- | ---: | --- | ---: |
"""


def write_record(lines: Iterable[Measured], record: Path = RECORD) -> None:
    """Write a table of what was measured, in the order measured."""
    day = date.today()
    rows = "".join(
        f"| {line.what.strip()} | {line.amount:,.2f} {line.unit} "
        f"| {line.beside}: {line.beside_amount:,.2f} {line.unit} | {line.ratio:.2f} |\n"
        for line in lines
    )
    head = _HEAD.format(day=f"{day.day} {day:%B %Y}")
    record.write_text(head + rows, encoding="utf-8")
