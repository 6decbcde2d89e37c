"""Why none of a region's councils can be tested on a measure, as the words after a colon."""

from __future__ import annotations

from collections.abc import Sequence

from brightfutures.catalogue import Indicator, Stage
from brightfutures.findings.figures import many
from brightfutures.findings.why_not_words import why_not
from brightfutures.measures.results import Comparison
from brightfutures.measures.scale import has_counts

NO_COUNTS = "no counts are published"
OF_MONEY = "spending is not a count of children"
NONE_COUNTED = "none was counted in any council here"


def why_none_tested(indicator: Indicator, councils: Sequence[Comparison]) -> str:
    """Why the measure is never tested, or why each of the region's councils cannot be.

    `councils` are their comparisons of the period told, beside similar councils. Of several
    reasons each is told with how many councils it is of.
    """
    if not has_counts(indicator):
        return OF_MONEY if indicator.stage is Stage.MONEY else NO_COUNTS
    if councils and all(one.here.numerator == 0.0 for one in councils):
        return NONE_COUNTED
    reasons = why_not(councils, {indicator.id: indicator})
    if len(reasons) == 1:
        return reasons[0].words
    return "; ".join(f"{one.words} ({many(one.count, 'council')})" for one in reasons)
