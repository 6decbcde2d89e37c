"""A health check in a terminal: the headline, the bullets and one line for each measure."""

from __future__ import annotations

import shutil
import textwrap

from brightfutures.catalogue import STAGE_NAMES
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.health_check_rows import standing_notice
from brightfutures.findings.figures import shown
from brightfutures.findings.health_check import HealthCheck
from brightfutures.findings.verdict_words import LEVEL_SHAPES, LEVEL_WORDS
from brightfutures.quantities import Area


def health_check_text(edition: Edition, area: Area) -> str:
    """What a person reads when they ask for a health check without naming a file."""
    check = edition.health_check(area)
    width = max(60, min(shutil.get_terminal_size().columns, 110))
    lines = [
        standing_notice(edition) if edition.store.made_up else "",
        check.headline.sentence,
        "=" * min(len(check.headline.sentence), width),
        *textwrap.wrap(" ".join(check.lead), width),
        "",
    ]
    for label, finding in (
        ("Where it comes from", check.where_it_comes_from),
        ("What is spent", check.what_is_spent),
        ("What to ask first", check.what_to_ask_first),
    ):
        lines += textwrap.wrap(f"- {label}: {finding.sentence}", width, subsequent_indent="  ")
    if check.judgement:
        lines += ["", f"Ofsted: {check.judgement.overall}, {check.judgement.when}."]
    lines += ["", *textwrap.wrap(check.tally_sentence, width)]
    lines += _table(edition, check, width)
    lines += ["", f"brightfutures healthcheck '{area.name}' --out FILE.html writes the whole page."]
    return "\n".join(lines).strip("\n")


def _table(edition: Edition, check: HealthCheck, width: int) -> list[str]:
    lines: list[str] = []
    stage = None
    titles = width - 46
    for indicator in edition.catalogue.health_check_set():
        comparison = check.comparisons[indicator.id]
        if indicator.stage is not stage:
            stage = indicator.stage
            lines += ["", f"{STAGE_NAMES[stage]:<{titles}} {'here':>13} {'similar':>9}"]
        similar = comparison.similar
        beside = "–" if similar is None or similar.mean is None else shown(indicator, similar.mean)
        level = comparison.verdict.level
        title = textwrap.wrap(f"{indicator.title} ({indicator.unit})", titles)
        lines.append(
            f"{title[0]:<{titles}} {shown(indicator, comparison.here.value):>13} {beside:>9}"
            f"  {LEVEL_SHAPES[level]} {LEVEL_WORDS[level]}"
        )
        lines += [f"  {more}" for more in title[1:]]
    return lines
