"""The table of where a council stands: a row for each measure, under the stages of the journey."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from brightfutures.catalogue import STAGE_NAMES, Catalogue, Indicator, Stage
from brightfutures.findings.comparison_words import SIMILAR_COUNCILS, Whom
from brightfutures.findings.figures import is_pounds, shown, unit_words
from brightfutures.measures.results import Cell, Comparison
from brightfutures.measures.similar import ENGLAND_SET
from brightfutures.pages.figures_of import legend_mark, marks, sparkline, strip
from brightfutures.pages.verdict_cell import VerdictCell, verdict_cell
from brightfutures.quantities import Area, Missing


@dataclass(frozen=True, kw_only=True)
class Row:
    """One measure in the table."""

    title: str
    href: str
    unit: str
    when: str
    here: str
    here_missing: bool
    similar: str
    similar_note: str
    england: str
    strip: Markup
    spark: Markup
    verdict: VerdictCell


@dataclass(frozen=True, kw_only=True)
class StageRows:
    """The measures of one stage of the child's journey."""

    name: str
    rows: tuple[Row, ...]
    href: str = ""  # the stage's own page, where there is a site around this one


@dataclass(frozen=True, kw_only=True)
class Legend:
    """The four marks of the strip, drawn by the same module that draws the strip.

    `whom` is how those are called that the council stands beside.
    """

    us: Markup
    similar: Markup
    middle_half: Markup
    other: Markup
    whom: Whom = SIMILAR_COUNCILS


def legend(whom: Whom = SIMILAR_COUNCILS) -> Legend:
    """The marks of the strip's legend."""
    return Legend(
        us=legend_mark("us"),
        similar=legend_mark("similar"),
        middle_half=legend_mark("middle_half"),
        other=legend_mark("other"),
        whom=whom,
    )


@dataclass(frozen=True, kw_only=True)
class StandInputs:
    """What a table asks of the floors below, and where its links lead.

    `cells` gives every council's figure by name. Without an `address_of` every link stays on the
    page; `stage_address_of` is empty for a stage that has no page of its own.
    """

    cells: Callable[[str, str], Sequence[tuple[str, Cell]]]
    address_of: Callable[[str], str] | None = None
    stage_address_of: Callable[[Stage], str] = lambda stage: ""


def stand_rows(
    catalogue: Catalogue,
    area: Area,
    comparisons: Sequence[Comparison],
    inputs: StandInputs,
    *,
    drawn: bool = True,
) -> tuple[StageRows, ...]:
    """These comparisons under their stages, in the journey's order; `drawn` with small charts."""
    found = []
    for stage in Stage:
        rows = tuple(
            _row(catalogue, area, entry, inputs, drawn=drawn)
            for entry in comparisons
            if catalogue.indicators[entry.indicator].stage is stage
        )
        if rows:
            address = inputs.stage_address_of(stage)
            found.append(StageRows(name=STAGE_NAMES[stage], rows=rows, href=address))
    return tuple(found)


def _row(
    catalogue: Catalogue,
    area: Area,
    comparison: Comparison,
    inputs: StandInputs,
    *,
    drawn: bool,
) -> Row:
    indicator = catalogue.indicators[comparison.indicator]
    similar, england = comparison.similar, comparison.england
    return Row(
        title=indicator.title,
        href=inputs.address_of(indicator.id) if inputs.address_of else f"#about-{indicator.id}",
        unit=unit_words(indicator),
        when=comparison.period,
        here=shown(indicator, comparison.here.value),
        here_missing=isinstance(comparison.here.value, Missing),
        similar=shown(indicator, similar.mean if similar else None),
        similar_note=about_the_average(indicator, comparison),
        england=shown(indicator, england.value if england else None),
        strip=strip(
            indicator,
            area,
            comparison,
            marks(area, comparison, inputs.cells(indicator.id, comparison.period)),
        )
        if drawn
        else Markup(""),
        spark=sparkline(catalogue, area, comparison) if drawn else Markup(""),
        verdict=verdict_cell(indicator, comparison, average=average_tested(indicator, comparison)),
    )


COUNTED_ALIKE = "each counted alike"
"""Of an average in pounds: elsewhere all the councils' pounds stand over all their children."""


def about_the_average(indicator: Indicator, comparison: Comparison) -> str:
    """What stands under an average: how one in pounds is made, and the middle council."""
    similar = comparison.similar
    several = similar is not None and similar.mean is not None and similar.with_value > 1
    alike = COUNTED_ALIKE if several and is_pounds(indicator) else ""
    return ", ".join(filter(None, (alike, middle_where_it_parts(indicator, comparison))))


FAR_FROM_THE_MIDDLE = 1 / 3
"""How far an average may lie from the middle council, as a share of it, before both are shown."""


def middle_where_it_parts(indicator: Indicator, comparison: Comparison) -> str:
    """The middle similar council, where the average is far from it.

    A few councils that record nought pull the average of a share down to where none of them is.
    """
    similar = comparison.similar
    if similar is None or similar.mean is None or similar.median is None:
        return ""
    far = abs(similar.mean - similar.median) > FAR_FROM_THE_MIDDLE * abs(similar.median)
    return f"middle council {shown(indicator, similar.median)}" if far else ""


def average_tested(indicator: Indicator, comparison: Comparison) -> str | None:
    """What a verdict against England was measured from: the average of all councils.

    Each is counted alike in it, so it is not England's own figure. Empty where the councils of
    England were asked for, whose average then stands in a column; None where none is known.
    """
    if comparison.similar is not None and comparison.similar.set == ENGLAND_SET:
        return ""
    average = comparison.verdict.average
    return None if average is None else shown(indicator, average)


def similar_sentence(comparison: Comparison, name_of: Callable[[str], str]) -> str:
    """Who the similar councils of a comparison are."""
    similar = comparison.similar
    if similar is not None and similar.set == ENGLAND_SET:
        return "It is compared with all other councils of England, each counted alike."
    if similar is None or not similar.councils:
        return "No similar councils are listed for it, so the comparison is with England."
    names = ", ".join(name_of(entry.area) for entry in similar.councils)
    return f"{similar.title}: {names}."
