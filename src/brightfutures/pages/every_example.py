"""The worked examples of every floor, for the Methods pages."""

from __future__ import annotations

from brightfutures.measures.worked_examples import WorkedExample, worked_examples

PACKAGES = ("brightfutures.measures", "brightfutures.money")
"""Each keeps its examples beside its code, in a folder of that name."""


def every_worked_example() -> tuple[WorkedExample, ...]:
    """Every example that ships, floor by floor."""
    return tuple(example for package in PACKAGES for example in worked_examples(package))
