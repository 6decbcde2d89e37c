"""How far published figures and Ofsted's grades agree, before an inspection and after it.

Each council's figure is taken as its place among all in one period: the last that ended before
the inspection, and the first that began after the report was published. Place and grade are
ranked over inspections and correlated. Every p-value of the page is corrected together.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from brightfutures.catalogue import Stage
from brightfutures.measures.agreement.inspections import NOW, OVERALL, Inspection, newest_of_each
from brightfutures.measures.agreement.links import circumstance_link, otherwise, with_part
from brightfutures.measures.agreement.placed import (
    circumstance_placed,
    judged_of,
    last_grades,
    placed_of,
    whole_placed,
)
from brightfutures.measures.agreement.plain_average import has_direction, plain_average
from brightfutures.measures.agreement.results import (
    Agreement,
    IndicatorAgreement,
    Link,
    WithPart,
)
from brightfutures.measures.agreement.top_of_table import top_of_table
from brightfutures.measures.arrays import Numbers
from brightfutures.measures.context.table import ContextTable
from brightfutures.measures.false_discovery import q_values
from brightfutures.measures.study import Study

PART_OF_STAGE: Mapping[Stage, str] = {
    Stage.COMING_IN: "help_and_protection",
    Stage.HELP_AND_PROTECTION: "help_and_protection",
    Stage.IN_CARE: "in_care",
    Stage.HOMES: "in_care",
    Stage.LEAVING_CARE: "in_care",
    Stage.CARE_LEAVERS: "care_leavers",
    Stage.WORKFORCE: "leaders",
}
"""The part of an inspection that tells of what a stage's indicators count; money has none."""


POVERTY = "children_in_income_deprived_families"
"""The circumstance held alike: the share of children in poor families, after housing costs."""


def share_of_children_in_poverty(table: ContextTable) -> Numbers:
    """That circumstance of every council, from 0 to 100; NaN where it is not known."""
    names = [variable.id for variable in table.variables]
    if POVERTY not in names:
        return np.full(len(table.codes), np.nan)
    return np.asarray(table.value[:, names.index(POVERTY)])


def is_asked(study: Study) -> bool:
    """Whether an indicator is on the page: in the health-check set, or with a good direction."""
    return study.newest is not None and (study.indicator.health_check or has_direction(study))


def agreement_of(
    studies: Sequence[Study],
    inspections: Sequence[Inspection],
    rows: Mapping[str, int],
    deprivation: Numbers,
) -> Agreement:
    """Everything on the page.

    `rows` says which row of the studies each council has; `deprivation` is the share of children
    in poor families, one number for each of those rows (NaN where unknown).
    """
    asked = [study for study in studies if is_asked(study)]
    known = judged_of(inspections, rows)
    now = judged_of([one for one in known.inspections if one.framework == NOW], rows)
    graded = [one for one in now.inspections if OVERALL in one.grades]
    newest = judged_of(newest_of_each(graded), rows)
    poverty = circumstance_placed(deprivation, now)
    last = last_grades(now, known)
    found = []
    for study in asked:
        part = PART_OF_STAGE.get(study.indicator.stage)
        placed = placed_of(study, now)
        found.append(
            IndicatorAgreement(
                indicator=study.indicator.id,
                overall=with_part(OVERALL, placed, now),
                part=with_part(part, placed, now) if part else None,
                newest_only=otherwise(placed_of(study, newest), newest),
                with_earlier=otherwise(placed_of(study, known), known),
                alike_in_deprivation=otherwise(placed, now, poverty.before),
                alike_in_last_grade=otherwise(placed, now, last),
            )
        )
    table = plain_average(asked)
    years = [one.day.year for one in now.inspections]
    return _corrected(
        Agreement(
            indicators=tuple(found),
            whole=with_part(OVERALL, whole_placed(asked, now), now),
            deprivation=circumstance_link(poverty, now),
            top=top_of_table(table, known.inspections, rows),
            measures=len(table.indicators),
            tests=0,
            inspections=len(now.inspections),
            councils=len(set(now.rows.tolist())),
            first_year=min(years, default=0),
            last_year=max(years, default=0),
            earlier=len(known.inspections) - len(now.inspections),
            without_overall=len(now.inspections) - len(graded),
        )
    )


def _corrected(found: Agreement) -> Agreement:
    """The same with q over every test there is, and how many those are."""
    each = [part for entry in found.indicators for part in (entry.overall, entry.part) if part]
    p = [test.p for part in (found.whole, *each) for test in part.tests]
    if found.deprivation:
        p.append(found.deprivation.p)
    corrected = q_values(np.array(p, dtype=np.float64)).tolist()
    q = iter(corrected)

    def link(one: Link | None) -> Link | None:
        return replace(one, q=next(q)) if one else None

    def with_q(part: WithPart) -> WithPart:
        return replace(
            part,
            before=link(part.before),
            after=link(part.after),
            shift=replace(part.shift, q=next(q)) if part.shift else None,
        )

    return replace(
        found,
        whole=with_q(found.whole),
        indicators=tuple(
            replace(
                entry,
                overall=with_q(entry.overall),
                part=with_q(entry.part) if entry.part else None,
            )
            for entry in found.indicators
        ),
        deprivation=link(found.deprivation),
        tests=len(corrected),
    )
