"""What is said of a council that has ended: the catalogue's sentences in the past tense."""

from __future__ import annotations

import re

PAST_OF = {
    "are": "were",
    "is": "was",
    "have": "had",
    "has": "had",
    "come": "came",
    "end": "ended",
    "go": "went",
    "hold": "held",
    "leave": "left",
    "live": "lived",
    "reach": "reached",
    "start": "started",
}
"""Every verb that the catalogue's comparisons and figures are said with, and its past."""

_VERB = re.compile(rf"(?<!\bto )(?<!\bthe )(?<!\bits )(?<!\bnot )\b({'|'.join(PAST_OF)})\b")
"""A verb by itself: not one after "to" or "not", nor a noun ("the end")."""


def in_the_past(template: str) -> str:
    """A sentence of the catalogue, its names not yet filled in, in the past tense."""
    return _VERB.sub(lambda found: PAST_OF[found.group(1)], template)
