"""The form that changes whom a council is compared with: its view model."""

from __future__ import annotations

from dataclasses import dataclass

from brightfutures.measures.similar import (
    DEFAULT,
    EARLIER,
    ENGLAND_SET,
    NEAREST_IN_CONTEXT,
    REGION,
    SIMILAR,
)

FIELD = "against"
"""What the form sends, and what an address says after its question mark."""


@dataclass(frozen=True, kw_only=True)
class ComparisonOption:
    """One set of councils that can be asked for; `value` is what the address says."""

    value: str
    words: str
    chosen: bool


@dataclass(frozen=True, kw_only=True)
class ComparisonForm:
    """A select of the sets that have a name, and a line for a list of the reader's own.

    `own` is that list as it was written, empty where none is asked for; `most` how many councils
    it may hold. `action` is the address that the form asks; empty for the page it stands on.
    `kept` is what else the address says, such as the period, which the form sends along.
    """

    sentence: str
    options: tuple[ComparisonOption, ...]
    own: str
    most: int
    field: str = FIELD
    action: str = ""
    kept: tuple[tuple[str, str], ...] = ()


def comparison_form(
    chosen: str, region: str, sentence: str, own: str = "", *, most: int
) -> ComparisonForm:
    """The form as it stands where `chosen` is asked for: a set's name, or the list's own value."""
    named = (
        (SIMILAR, "Similar councils (Department for Education, 2025)"),
        (REGION, f"Other councils of {region}" if region else "Other councils of the region"),
        (ENGLAND_SET, "All other councils of England"),
        (NEAREST_IN_CONTEXT, "The ten councils nearest in context"),
        (EARLIER, "Similar councils as listed in 2021"),
        (DEFAULT, "Similar councils of 2025, also where they are hardly alike"),
    )
    names = {name for name, _ in named}
    options = [
        ComparisonOption(value=name, words=words, chosen=name == chosen) for name, words in named
    ]
    if chosen not in names:
        words = "The councils you chose" if "," in chosen else "The council you chose"
        options.append(ComparisonOption(value=chosen, words=words, chosen=True))
    return ComparisonForm(sentence=sentence, options=tuple(options), own=own, most=most)
