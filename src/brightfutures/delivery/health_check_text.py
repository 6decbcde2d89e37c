"""A health check in a terminal: the headline, the bullets and one line for each measure."""

from __future__ import annotations

import shutil
import textwrap

from brightfutures.catalogue import STAGE_NAMES
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.health_check_rows import standing_notice
from brightfutures.findings.figures import shown
from brightfutures.findings.health_check import HealthCheck
from brightfutures.findings.verdict_words import LEVEL_SHAPES, direction_words, level_words
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
        (check.flow_label, check.where_it_comes_from),
        ("What is spent", check.what_is_spent),
        ("What to ask first", check.what_to_ask_first),
    ):
        lines += textwrap.wrap(f"- {label}: {finding.sentence}", width, subsequent_indent="  ")
    if check.judgement:
        lines += ["", f"Ofsted: {check.judgement.overall}, {check.judgement.when}."]
    for note in check.area_notes:
        lines += ["", *textwrap.wrap(note, width)]
    lines += ["", *textwrap.wrap(check.tally_sentence, width)]
    lines += _table(edition, check, width)
    lines += ["", "* beside the councils of England: similar ones are hardly more alike on this."]
    lines += ["Higher and lower do not mean better or worse, unless it says so."]
    lines += ["No clear difference means that the figures cannot tell, not that there is none."]
    lines += ["", f"brightfutures healthcheck '{area.name}' --out FILE.html writes the whole page."]
    return "\n".join(lines).strip("\n")


def _table(edition: Edition, check: HealthCheck, width: int) -> list[str]:
    lines: list[str] = []
    stage = None
    titles = width - 59
    for indicator in check.measured(edition.catalogue, in_the_set=True):
        comparison = check.comparisons[indicator.id]
        if indicator.stage is not stage:
            stage = indicator.stage
            lines += [
                "",
                f"{STAGE_NAMES[stage]:<{titles}} {'here':>14} {'similar':>9} {'England':>9}",
            ]
        similar = comparison.similar
        beside = shown(indicator, similar.mean if similar else None)
        england = shown(indicator, comparison.england.value if comparison.england else None)
        against = "*" if comparison.verdict.against == "england" else ""
        level = comparison.verdict.level
        title = textwrap.wrap(f"{indicator.title} ({indicator.unit})", titles)
        lines.append(
            f"{title[0]:<{titles}} {shown(indicator, comparison.here.value):>14} {beside:>9} "
            f"{england:>9}  {LEVEL_SHAPES[level]} "
            f"{level_words(indicator, comparison.verdict)}{against}"
        )
        under = [f"  {more}" for more in title[1:]]
        good_or_bad = direction_words(comparison.verdict)
        if good_or_bad:  # under the verdict, where a narrow terminal has room
            first, *rest = under or [""]
            under = [f"{first:<{titles + 39}}{good_or_bad}", *rest]
        lines += under
    return lines
