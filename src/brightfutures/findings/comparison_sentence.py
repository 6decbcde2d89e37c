"""Who the councils are that one is compared with, in a sentence."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from brightfutures.findings.figures import counted, listed
from brightfutures.findings.place_names import placed
from brightfutures.measures.similar import (
    CHOSEN,
    DEFAULT,
    EARLIER,
    ENGLAND_SET,
    NEAREST_IN_CONTEXT,
    REGION,
)
from brightfutures.measures.whom import ComparisonSet
from brightfutures.quantities import Area

FEWEST_FOR_A_VERDICT = 6
MOST_NAMED = 20
"""A longer list, such as London's, is not read out."""


def comparison_sentence(
    asked: str, used: ComparisonSet, council: str, region: str, name_of: Callable[[str], str]
) -> str:
    """Whom a council is compared with, by name.

    `asked` is the name of the set asked for and `used` the one that answers; `region` is the
    name of the council's region.
    """
    if used.name == ENGLAND_SET:
        everyone = "all other councils of England, each counted alike"
        if asked == ENGLAND_SET:
            return f"Compared with {everyone}."
        return f"{_not_held(asked, placed(council))}, so it is compared with {everyone}."
    number = len(used.councils)
    which = {
        DEFAULT: "that the Department for Education lists as similar (2025)",
        EARLIER: "that the Department for Education listed as similar in 2021",
        REGION: f"of {in_region(region)}",
        NEAREST_IN_CONTEXT: f"nearest to {placed(council)} in context, by our own measure",
        CHOSEN: "that you chose",
    }[used.name]
    other = "other " if used.name == REGION else ""
    councils = f"the {counted(number).lower()} {other}{'council' if number == 1 else 'councils'}"
    names = f": {listed([name_of(code) for code in used.councils])}"
    said = f"Compared with {councils} {which}{names if number <= MOST_NAMED else ''}."
    if used.name == CHOSEN and number == 1:
        said += " Its own figures stand beside; beside fewer than six councils no verdict is given."
    elif used.name == CHOSEN and number < FEWEST_FOR_A_VERDICT:
        said += " Beside fewer than six councils their average is shown, and no verdict is given."
    return said


def ended_sentence(ended: Sequence[Area]) -> str:
    """Which councils that were asked for have ended, and so are left out; nothing of none."""
    if not ended:
        return ""
    names = listed([placed(one.name) for one in ended])
    if len(ended) > 1:
        return f"{_first(names)} are left out: they have ended, and have no figures of today."
    last = ended[0].last
    when = f" in {last.year}" if last else ""
    return f"{_first(names)} is left out: it ended{when}, and has no figures of today."


def _first(text: str) -> str:
    return text[:1].upper() + text[1:]


def in_region(name: str) -> str:
    """A region's name within a sentence: "the North East", but "London"."""
    bare = name.startswith(("London", "Yorkshire"))
    return name if bare or not name else f"the {name}"


def _not_held(asked: str, council: str) -> str:
    if asked == NEAREST_IN_CONTEXT:
        return f"Too little is known of the circumstances of {council} today"
    return f"No list of similar councils holds {council}"
