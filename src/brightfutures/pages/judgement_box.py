"""Ofsted's judgement as it stands beside the figures: its grades, date, framework and source."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from brightfutures.findings.judgement_words import JudgementWords
from brightfutures.pages.narrow_words import breakable_path
from brightfutures.quantities import Area


@dataclass(frozen=True, kw_only=True)
class JudgementBox:
    """The newest judgement with an overall grade; `source` may be broken where a path may."""

    overall: str
    when: str
    parts: tuple[tuple[str, str], ...]
    since: str
    stands: str
    source: Markup


def heading_of_judgement(area: Area) -> str:
    """What stands above the judgement, or above that there is none."""
    return "Ofsted’s last judgement of it" if area.is_former else "Ofsted’s judgement"


def judgement_box(area: Area, judgement: JudgementWords | None) -> JudgementBox | None:
    """The box of a council; nothing where no judgement is loaded.

    That of a council that has ended is not one of those that took over.
    """
    if judgement is None:
        return None
    apart = "It stands beside the figures and plays no part in them."
    if area.is_former:
        apart = "It is no judgement of the councils that took over, and plays no part in figures."
    return JudgementBox(
        overall=judgement.overall,
        when=judgement.when,
        parts=judgement.parts,
        since=judgement.since,
        stands=f"{judgement.framework}. {apart}",
        source=_source(judgement),
    )


def _source(judgement: JudgementWords) -> Markup:
    publication = f"{judgement.publication}, file " if judgement.publication else ""
    return Markup("Source: {}{}, row {:,}.").format(
        publication, breakable_path(judgement.file), judgement.row
    )
