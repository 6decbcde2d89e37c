"""A council's framework profile as a person reads it in a terminal of eighty columns."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from brightfutures.delivery.edition import Edition
from brightfutures.delivery.framework import framework_of
from brightfutures.delivery.health_check_rows import standing_notice
from brightfutures.findings.framework import WHAT_THIS_IS, how_to_read
from brightfutures.findings.said import Said
from brightfutures.quantities import Area

WIDTH = 80


def framework_text(edition: Edition, area: Area) -> str:
    """The prose of every heading, and Ofsted's judgement after it."""
    found = framework_of(edition, area)
    lines = [standing_notice(edition), ""] if edition.store.made_up else []
    lines += _headed(found.headline.sentence, "=")
    lines += _wrapped([*found.lead], WHAT_THIS_IS, *found.area_notes)
    for one in found.outcomes:
        lines += ["", *_headed(one.profile.outcome.name, "-")]
        lines += [*_wrapped(one.found), "", *_wrapped(one.unknown)]
    lines += ["", *_headed("Beside it: Ofsted’s judgement", "-")]
    lines += _wrapped([], " ".join(found.ofsted.sentences))
    lines += ["", *_headed("How to read this", "-"), *_wrapped([], " ".join(how_to_read()))]
    return "\n".join(lines)


def _headed(title: str, mark: str) -> list[str]:
    wrapped = textwrap.wrap(title, WIDTH)
    return [*wrapped, mark * max(map(len, wrapped))]


def _wrapped(sentences: Sequence[Said], *more: str) -> list[str]:
    return textwrap.wrap(" ".join([*(said.sentence for said in sentences), *more]), WIDTH)
