"""Who has improved on an indicator, as a person reads it in a terminal."""

from __future__ import annotations

import textwrap

from brightfutures.delivery.edition import Edition
from brightfutures.delivery.health_check_rows import standing_notice
from brightfutures.delivery.improvers import improvers, what_is_counted
from brightfutures.findings.figures import unit_words
from brightfutures.findings.improver_words import (
    ASK_THEM,
    BACK_BY_ITSELF,
    FLATTERED,
    HOW_READ,
    asking_sentence,
    distance_sentence,
    improvement_sentence,
    likeness_words,
    who_improved,
    years_in_words,
)

WIDE = 80


def improvers_text(
    edition: Edition,
    indicator_text: str,
    like_text: str | None = None,
    period_text: str | None = None,
) -> str:
    """A readable answer to "who has improved on this?"."""
    indicator, like, found = improvers(edition, indicator_text, like_text, period_text)
    counts = what_is_counted(edition.holding(indicator_text), indicator)
    asks = like.name if like else None
    lines = [standing_notice(edition), ""] if edition.store.made_up else []
    lines += [
        f"Who has improved on ‘{indicator.title}’?",
        *textwrap.wrap(f"{unit_words(indicator).capitalize()}, {years_in_words(found)}", WIDE),
        "",
        *textwrap.wrap(who_improved(found, asks), WIDE),
        *textwrap.wrap(HOW_READ if found.found else BACK_BY_ITSELF, WIDE),
    ]
    if asks is not None:
        lines += textwrap.wrap(asking_sentence(indicator, counts, found, asks) or "", WIDE)
    for one in found.found:
        said = improvement_sentence(indicator, counts, found, one, edition.name_of(one.area))
        if one.likeness is not None and asks is not None:
            said += f" {likeness_words(one.likeness, asks)}."
        lines += ["", *textwrap.wrap(said, WIDE, initial_indent="  ", subsequent_indent="  ")]
    after = [FLATTERED, ASK_THEM] if found.found else []
    if found.found and found.asking is not None and asks is not None:
        after.append(distance_sentence(found.asking, asks) or "")
    if after:
        lines += ["", *(line for text in after for line in textwrap.wrap(text, WIDE))]
    return "\n".join(lines)
