"""Every kind of page, from the registries of the site map: one added there is tested by itself.

An address may hold examples in braces: a council by its size (`{large}`), or one name of many
(`{one of regions}`). The fixture `examples` of conftest.py says which they are here.
"""

from collections.abc import Mapping

from brightfutures.delivery.edition import Edition
from brightfutures.delivery.site_map import (
    COUNCIL_PAGES,
    ENGLAND_PAGES,
    NAMED_COUNCIL_PAGES,
    NAMED_PAGES,
    SITE_PAGES,
)

TYPICAL = {
    "indicators": "referrals_rate",
    "data": "dfe_children_looked_after",
    "methods": "verdict",
    "regions": "amber-coast",
}
"""The name that stands for the rest; a word not given here is stood for by its first name."""

PAGES_THAT_SAY_NO = ("/nowhere", "/find", "/find?council=Calvshyre")

SITE_KINDS = (
    *(f"/{word}" for word in SITE_PAGES),
    *(f"/england/{word}" for word in ENGLAND_PAGES),
    *(f"/{word}/{{one of {word}}}" for word in NAMED_PAGES),
)
"""One address for each kind of page that belongs to no council."""

COUNCIL_KINDS = (
    "",
    *(f"/{word}" for word in COUNCIL_PAGES),
    *(f"/{word}/{{one of {word}}}" for word in NAMED_COUNCIL_PAGES),
)
"""What comes after a council's name, for each kind of page of a council."""

CHANGED = (
    "/compare?councils=avengate,avenmarch,briskstead",
    "{large}?against=region",
    "{large}/in-care?against=region",
    "{large}/indicators/referrals_rate?against=region",
    "/indicators/referrals_rate?council=avengate&period=2023",
)
"""What a reader makes of a page: other councils beside it, another period, one council found."""

OTHER_EXAMPLES = (
    "/indicators/convictions_percent",
    "/indicators/spend_per_child_pounds",
    "/methods/level-behind",
    "/methods/similar-councils",
    "/methods/other-tools",
    "/data/social_work_workforce",
    "/data/deprivation_2025_derived",
)
"""Pages that differ from the one that stands for their kind: no counts, a formula, wide tables."""


def of(council: str) -> tuple[str, ...]:
    """Every kind of page of a council, by its example: `small` gives `{small}/homes` and others."""
    return tuple(f"{{{council}}}{rest}" for rest in COUNCIL_KINDS)


EVERY_KIND = (*SITE_KINDS, *of("large"), *CHANGED, *PAGES_THAT_SAY_NO)
"""Each kind once, of a large council where it is of one."""


def address_of(kind: str, examples: Mapping[str, str]) -> str:
    """The address of a kind of page, its examples filled in."""
    return kind.format_map(examples)


def one_of_each(edition: Edition) -> dict[str, str]:
    """The name that stands for all of each registry of many names."""
    found = {}
    for word, page in (*NAMED_PAGES.items(), *NAMED_COUNCIL_PAGES.items()):
        names = page.names(edition)
        name = TYPICAL.get(word, names[0])
        assert name in names
        found[f"one of {word}"] = name
    return found
