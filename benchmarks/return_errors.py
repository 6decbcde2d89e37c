"""How many errors planted in real finance returns the checks find, and what they ask without any.

`python -m benchmarks.return_errors --home DIR [--account section_251] [--year 2024-25] [--curve]`
prints, for the revenue outturn (or another return) of one year, how many questions each council's
return raises as it was sent, and the share of planted errors found by kind and by size of the
line. Without `--year` it is the newest year of which the lines were published. `--curve` prints
what more or less room for a line's change would find and ask. The only lot drawn is which lines
are swapped; `--seed` sets it.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import numpy as np

from brightfutures.catalogue import Catalogue
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.return_checks import return_checks
from brightfutures.money.checks.return_checks import ReturnChecks
from brightfutures.money.checks.usefulness import (
    SIZES,
    Planted,
    plant_in_lines,
    plant_in_whole,
    plant_swaps,
    questions_as_sent,
)
from brightfutures.money.finance_returns import OUTTURN

MILLION = 1_000_000.0
ROOMS = (0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.6)
FACTOR_OF_TWO = ("doubled", "halved")


def main() -> int:
    """Print the tables."""
    asked = argparse.ArgumentParser(prog="python -m benchmarks.return_errors")
    asked.add_argument("--home", type=Path, required=True)
    asked.add_argument("--account", default=OUTTURN)
    asked.add_argument("--year", default=None)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--curve", action="store_true")
    given = asked.parse_args()
    edition = Edition.open(given.home)
    checks = return_checks(edition)
    account = given.account
    year = given.year or _newest_by_line(checks, account)
    councils = [area.code for area in edition.geography.councils(former=True)]
    returned = sorted(questions_as_sent(checks, councils, year, account))
    title = edition.catalogue.spending.accounts[account].title
    print(f"{title} {year}: {len(returned)} returns.")
    print(_asked(checks, returned, year, account))
    if given.curve:
        _curve(edition.catalogue, checks, returned, year, account)
        return 0
    found = [
        *plant_in_lines(checks, returned, year, account),
        *plant_swaps(checks, returned, year, given.seed, account),
        *plant_in_whole(checks, returned, year, account),
    ]
    for line in _table(found):
        print(line)
    return 0


def _newest_by_line(checks: ReturnChecks, account: str) -> str:
    """The newest year of which most lines were published, and not only groups of them."""
    for year in reversed(checks.periods(account)):
        lines = set(checks.tree(account, year).leaves)
        if len(lines & checks.untold(account, year)) * 2 < len(lines):
            return year
    return checks.periods(account)[-1]


def _asked(checks: ReturnChecks, returned: Sequence[str], year: str, account: str) -> str:
    counts = list(questions_as_sent(checks, returned, year, account).values())
    low, middle, high = np.quantile(counts, (0.25, 0.5, 0.75))
    return (
        f"Questions on a return as sent: median {middle:g}, quartiles {low:g} and {high:g}, "
        f"most {max(counts)}."
    )


def _table(found: Iterable[Planted]) -> list[str]:
    """A row for each kind of error, totals carried or kept, and size."""
    rows = [
        f"{'error':28}{'totals':8}{'line of':14}{'planted':>8}{'found':>8}{'anew':>8}{'before':>8}"
    ]
    everything = list(found)
    kinds = dict.fromkeys((one.kind, one.carried) for one in everything)
    for kind, carried in kinds:
        of_kind = [one for one in everything if (one.kind, one.carried) == (kind, carried)]
        sizes = [("£1m or more", MILLION, 1e12), *((_size(size), *size) for size in SIZES)]
        for name, low, high in sizes:
            some = [one for one in of_kind if low <= one.pounds < high]
            if some:
                shares = [
                    float(np.mean([getattr(one, what) for one in some]))
                    for what in ("found", "found_anew", "asked_as_sent")
                ]
                cells = "".join(f"{share:8.1%}" for share in shares)
                totals = "follow" if carried else "kept"
                rows.append(f"{kind:28}{totals:8}{name:14}{len(some):8}{cells}")
    return rows


def _size(size: tuple[float, float]) -> str:
    low, high = (f"£{edge / MILLION:g}m" for edge in size)
    return f"{low} or more" if size[1] >= 1e12 else f"{low} to {high}"


def _curve(
    catalogue: Catalogue, checks: ReturnChecks, returned: Sequence[str], year: str, account: str
) -> None:
    """What the room for a change of a large line trades: questions asked against errors found."""
    print("room     median  mean   doubled  halved   (of lines of £1m or more, totals following)")
    for room in ROOMS:
        tried = checks.with_rules(_with_room(catalogue, room, account))
        counts = list(questions_as_sent(tried, returned, year, account).values())
        planted = [
            one
            for one in plant_in_lines(tried, returned, year, account, kinds=FACTOR_OF_TWO)
            if one.carried and one.pounds >= MILLION
        ]
        shares = [
            float(np.mean([one.found for one in planted if one.kind == kind]))
            for kind in FACTOR_OF_TWO
        ]
        cells = "".join(f"{share:9.1%}" for share in shares)
        print(f"{room:<9}{np.median(counts):<8g}{np.mean(counts):<5.1f}{cells}")


def _with_room(catalogue: Catalogue, room: float, account: str) -> Catalogue:
    rule = catalogue.checks["jump_in_spending"]
    parameters = {**rule.parameters, f"widest_change_in_{account}": room}
    parameters["narrowest_change"] = min(parameters["narrowest_change"], room)
    changed = replace(rule, parameters=MappingProxyType(parameters))
    return replace(catalogue, checks={**catalogue.checks, rule.id: changed})


if __name__ == "__main__":
    sys.exit(main())
