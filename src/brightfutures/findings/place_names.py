"""Councils' names within a sentence: the Isle of Wight, the City of London, but Essex.

The bare name stays in addresses, tables, titles and labels.
"""

from __future__ import annotations

WITH_ARTICLE = ("City of ", "Isle of ", "Isles of ", "East Riding of ")
"""How the names begin that a person says with "the" before them."""


def placed(name: str) -> str:
    """A name as it stands within a sentence: after "in", "of", "to", or as its subject.

    A name that has its article already stays as it is.
    """
    return f"the {name}" if name.startswith(WITH_ARTICLE) else name


def placed_first(name: str) -> str:
    """A name that opens a sentence."""
    said = placed(name)
    return said[0].upper() + said[1:]


REGIONS_WITHOUT_ARTICLE = ("London", "Yorkshire and the Humber")
"""The regions of England of which a person says no "the"."""


def placed_region(name: str) -> str:
    """A region's name within a sentence: the North East, but London."""
    return name if name in REGIONS_WITHOUT_ARTICLE else f"the {name}"
