"""Load, verdicts, pages and help, beside their limits and plain ways to do the same.

`python -m benchmarks [FOLDER]` takes the folder of published statistics (`../shared/data` by
default). Machines differ and are noisy: read the ratios, not the seconds. With `--write` what was
measured is kept in docs/speed.md.
"""

from __future__ import annotations

import csv
import sys
import tempfile
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from benchmarks.measured import Measured, command, median, seconds
from benchmarks.models import model_lines
from benchmarks.money import money_lines
from benchmarks.recorded import write_record
from benchmarks.site import site_lines
from benchmarks.verdicts import verdict_lines

WRITE = "--write"


def main() -> int:
    """Print a line for each thing measured; 1 if the published statistics are not there."""
    words = [word for word in sys.argv[1:] if word != WRITE]
    folder = Path(words[0]) if words else Path("../shared/data")
    if not folder.is_dir():
        print(f"There is no folder {folder} of published statistics to measure with.")
        return 1
    with tempfile.TemporaryDirectory() as place:
        home = Path(place) / "home"
        lines = []
        for line in chain(
            _commands(folder, home, Path(place)),
            site_lines(home),
            money_lines(home),
            verdict_lines(home),
            model_lines(home),
        ):
            print(line.line(), flush=True)
            lines.append(line)
    if WRITE in sys.argv:
        write_record(lines)
    return 0


def _commands(folder: Path, home: Path, place: Path) -> Iterator[Measured]:
    plain = seconds(lambda: _plain_read(folder))
    loaded, megabytes = command("load", str(folder), "--home", str(home))
    out = str(place / "essex.html")
    checks = [command("healthcheck", "Essex", "--home", str(home), "--out", out) for _ in range(3)]
    helps = [command("--help")[0] for _ in range(5)]
    bare = median([seconds(_bare_python) for _ in range(5)])
    yield from (
        Measured("load every published file, cold", loaded, "s", "limit", 20.0),
        Measured("  the same", loaded, "s", "a plain read of every row with csv", plain),
        Measured("  memory at its highest", megabytes, "MB", "limit", 1536.0),
        Measured(
            "healthcheck Essex to HTML, cold", median([c[0] for c in checks]), "s", "limit", 3.0
        ),
        Measured("  memory at its highest", max(c[1] for c in checks), "MB", "limit", 400.0),
        Measured("--help", median(helps), "s", "limit", 0.3),
        Measured("  the same", median(helps), "s", "python -c pass", bare),
    )


def _plain_read(folder: Path) -> int:
    """The slow peer that does nothing: every CSV row read as text, every other file as bytes."""
    rows = 0
    for path in sorted(folder.rglob("*")):
        if path.suffix == ".csv":
            with path.open(encoding="latin-1", newline="") as file:
                rows += sum(1 for _ in csv.reader(file))
        elif path.is_file():
            path.read_bytes()
    return rows


def _bare_python() -> None:
    import subprocess

    subprocess.run([sys.executable, "-c", "pass"], check=True)


if __name__ == "__main__":
    sys.exit(main())
