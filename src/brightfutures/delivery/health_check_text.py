"""A health check in a terminal: the headline, the bullets and one line for each measure."""

from __future__ import annotations

import shutil
import textwrap

from brightfutures.delivery.edition import Edition
from brightfutures.delivery.health_check_rows import standing_notice
from brightfutures.delivery.measure_table import BESIDE_ENGLAND, HOW_TO_READ, measure_table
from brightfutures.quantities import Area


def health_check_text(edition: Edition, area: Area) -> str:
    """What a person reads when they ask for a health check without naming a file."""
    check = edition.health_check(area)
    width = max(60, min(shutil.get_terminal_size().columns, 110))
    lines = [
        standing_notice(edition) if edition.store.made_up else "",
        *textwrap.wrap(check.headline.sentence, width),
        "=" * min(len(check.headline.sentence), width),
        *textwrap.wrap(" ".join(check.lead), width),
        "",
    ]
    for label, finding in check.points:
        lines += textwrap.wrap(f"- {label}: {finding.sentence}", width, subsequent_indent="  ")
    if check.judgement:
        said = f"Ofsted: {check.judgement.overall}, {check.judgement.when}."
        lines += ["", *textwrap.wrap(f"{said} {check.judgement.since}", width)]
    for note in check.area_notes:
        lines += ["", *textwrap.wrap(note, width)]
    lines += ["", *textwrap.wrap(check.tally_sentence, width)]
    measured = check.measured(edition.catalogue, in_the_set=True)
    lines += measure_table([(entry, check.comparisons[entry.id]) for entry in measured], width)
    lines += ["", BESIDE_ENGLAND, *HOW_TO_READ]
    lines += ["", f"brightfutures healthcheck '{area.name}' --out FILE.html writes the whole page."]
    return "\n".join(lines).strip("\n")
