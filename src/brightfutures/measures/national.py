"""One indicator over all of England: which councils differ from the others."""

from __future__ import annotations

import numpy as np

from brightfutures.measures.cells import cell_at, interval_at, number_or_none
from brightfutures.measures.judge import Judge
from brightfutures.measures.results import National
from brightfutures.measures.study import Study
from brightfutures.measures.verdict import LEVELS, NO_REASON, WHYS


def across_england(study: Study, judge: Judge, place: int) -> tuple[National, ...]:
    """Every council that existed in one period, in order of name, beside the mean of all others.

    q is Benjamini and Hochberg's over these councils, so that of all those named here as higher
    or lower about one in twenty may be so by the ordinary wobble alone.
    """
    levels, judged, q = judge.across_councils(study, place)
    existed = study.material.existed[: study.councils, place]
    found = []
    for row in np.flatnonzero(existed).tolist():
        reason = int(levels.reason[row])
        tests = judged.tests
        known = tests is not None and np.isfinite(judged.p[row]) and not tests.withheld[row]
        found.append(
            National(
                here=cell_at(study, row, place),
                interval=interval_at(study, row, place, 95.0),
                level=LEVELS[levels.level[row]],
                reason=WHYS[reason] if reason != NO_REASON else None,
                z_wobble=number_or_none(tests.near[row]) if tests is not None and known else None,
                q=number_or_none(q[row]) if known else None,
            )
        )
    return tuple(found)
