"""Taking turns: what CI looks at whole, a person's machine looks at a share of.

Which share is always the same, so that a failure is found again by running the test again.
"""

import os
from collections.abc import Sequence
from typing import TypeVar
from zlib import crc32

IN_CI = os.environ.get("CI") == "true"

Thing = TypeVar("Thing")


def by_turns(things: Sequence[Thing], share: int, place: int = 0) -> Sequence[Thing]:
    """All of them in CI; elsewhere every so many, begun at the place of whoever's turn it is."""
    return things if IN_CI else things[place % share :: share]


def has_its_turn(name: str, share: int) -> bool:
    """True in CI; elsewhere of one in so many names, spread evenly whatever their order."""
    return IN_CI or crc32(name.encode("utf-8")) % share == 0
