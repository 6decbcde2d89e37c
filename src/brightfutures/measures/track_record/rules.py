"""Our verdicts beside simpler rules in use, at equal numbers of flags.

A rule that flags half of all councils is easily right about more of them, and one that flags
only the wildest is right more often: so of each the same number is looked at, its clearest.
Ours are ordered by |z|; quarters and fifths by how far a council's place is from the middle
place; arrows by the size of the change beside the value it began from. Where two are equally
clear, the one whose council comes first by name goes first.

Quarters: in the lowest or highest quarter of all councils' values in that period, by quantiles
interpolated as type 7 of Hyndman and Fan (1996); a value at the bound of the lowest quarter is in
it, one at the bound of the highest is not (the Local Authority Interactive Tool's bands). Fifths
are the same with fifths. Arrow: the sign of the change from the year before, however small.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from brightfutures.measures.arrays import Flags, Numbers
from brightfutures.measures.averages import quantiles_of_rows
from brightfutures.measures.study import Study
from brightfutures.measures.track_record.counts import Held
from brightfutures.measures.track_record.levels import sides_called
from brightfutures.measures.track_record.movements import (
    MoveCall,
    beyond_start,
    held,
    reads_on,
)
from brightfutures.measures.track_record.results import RoundUsed, Rule, RuleRow
from brightfutures.measures.track_record.rounds import (
    Call,
    agree,
    later_places,
    same_area,
    sides_later,
)

SHARE_OF = {Rule.QUARTERS: 0.25, Rule.FIFTHS: 0.2}


def ends_of_all(values: Numbers, share: float) -> Numbers:
    """For each value 1 in the highest share of all, −1 in the lowest, 0 between, NaN for none."""
    low, high = (bound[0] for bound in quantiles_of_rows(values[np.newaxis], (share, 1 - share)))
    inside = np.where(values <= low, -1.0, np.where(values > high, 1.0, 0.0))
    return np.where(np.isfinite(values), inside, np.nan)


def distance_from_middle(values: Numbers) -> Numbers:
    """How far each value's place is from the middle place; equal values share their mean place."""
    known = values[np.isfinite(values)]
    ordered = np.sort(known)
    first = np.searchsorted(ordered, values, side="left")
    last = np.searchsorted(ordered, values, side="right")
    place = (first + 1 + last) / 2.0
    return np.where(np.isfinite(values), np.abs(place - (len(known) + 1) / 2.0), np.nan)


@dataclass(frozen=True, eq=False)
class Flagged:
    """What one rule says of every council in one period, and what came of it.

    `side` is 1 or −1 where it raises a flag (high or low, up or down) and anything else where
    not; `clear` how clear it is. `on_ours` and `on_theirs` say whether it holds a year later on
    each yardstick, 1 or 0, NaN where that is not known.
    """

    side: Numbers
    clear: Numbers
    on_ours: Numbers
    on_theirs: Numbers

    @property
    def raised(self) -> Flags:
        """Where a flag is raised."""
        return np.asarray(np.abs(self.side) == 1)

    def clearest(self, count: int) -> Flags:
        """The `count` clearest flags, the first by name where two are equally clear."""
        size = np.where(self.raised, self.clear, -1.0)
        chosen = np.zeros(len(size), dtype=bool)
        chosen[np.argsort(-size, kind="stable")[:count]] = True
        return chosen & self.raised


def one_year_on(study: Study, place: int) -> int | None:
    """The column of the year after, where it is published."""
    return next((later for after, later in later_places(study, place) if after == 1), None)


def level_rule_row(study: Study, call: Call, rule: Rule) -> RuleRow | None:
    """The verdicts of one period beside quarters or fifths, a year later.

    On our yardstick a flag holds where the council is on the same side of its similar councils'
    mean as when it was flagged; on theirs, where it is in the highest quarter or fifth having
    been called high, in the lowest having been called low. Both choices are kind to the rule.
    """
    later = one_year_on(study, call.place)
    if later is None:
        return None
    values, share = study.column(call.place).value, SHARE_OF[rule]
    mine, theirs = sides_called(call.level), ends_of_all(values, share)
    side = agree(sides_later(study, call, call.place), sides_later(study, call, later))
    ends = np.where(
        same_area(study, call.place, later),
        ends_of_all(study.column(later).value, share),
        np.nan,
    )
    return row_of(
        rule,
        call.used,
        study.material.panel.periods[call.place],
        Flagged(mine, np.abs(call.z), side, agree(mine, ends)),
        Flagged(theirs, distance_from_middle(values), side, agree(theirs, ends)),
    )


def arrow_row(study: Study, call: MoveCall) -> RuleRow | None:
    """The movements of one period beside the arrow of the last change, a year later.

    Both are asked the same. On our yardstick one holds where the figure is still beyond the mean
    of the first two of five periods, where our movement began; on theirs, where it is still beyond
    the value of the year before, where the arrow began. Apart from both: whether the next year
    goes on in the same direction, and on our yardstick as many of the largest movements over five
    periods on the scale, whatever the test says of them.
    """
    later, place = one_year_on(study, call.place), call.place
    if later is None or place == 0:
        return None
    value = study.material.panel.value[: study.councils]
    before, now, after = value[:, place - 1], value[:, place], value[:, later]
    on = reads_on(study, place, later)
    arrow = np.where(reads_on(study, place - 1, place), np.sign(now - before), np.nan)
    next_step = np.where(on, np.sign(after - now), np.nan)
    from_start = beyond_start(study, call, later)
    from_before = np.where(on, np.sign(after - before), np.nan)
    mine, moved = call.direction, np.sign(call.change)
    ours = Flagged(mine, np.abs(call.z), agree(mine, from_start), agree(mine, from_before))
    theirs = Flagged(
        arrow,
        relative_change(before, now),
        agree(arrow, from_start),
        agree(arrow, from_before),
    )
    largest = Flagged(
        moved,
        np.abs(call.change),
        agree(moved, from_start),
        agree(moved, from_before),
    )
    row = row_of(
        Rule.ARROW,
        call.used,
        study.material.panel.periods[place],
        ours,
        theirs,
    )
    return replace(
        row,
        ours_went_on=held_of(ours.clearest(row.flags), agree(mine, next_step)),
        theirs_went_on=held_of(theirs.clearest(row.flags), agree(arrow, next_step)),
        largest_on_ours=held_of(largest.clearest(row.flags), largest.on_ours),
    )


def relative_change(before: Numbers, now: Numbers) -> Numbers:
    """The size of a change beside the value it began from; endless where that was nought."""
    size = np.where(now == before, 0.0, np.inf)
    np.divide(np.abs(now - before), before, out=size, where=before > 0)
    return np.where(np.isfinite(now - before), size, np.nan)


def row_of(rule: Rule, used: RoundUsed, period: str, ours: Flagged, theirs: Flagged) -> RuleRow:
    """As many flags of each, the clearest of each, and how they held on both yardsticks."""
    count = min(int(ours.raised.sum()), int(theirs.raised.sum()))
    mine, other = ours.clearest(count), theirs.clearest(count)
    return RuleRow(
        rule=rule,
        used=used,
        period=period,
        flags=count,
        ours_raised=int(ours.raised.sum()),
        theirs_raised=int(theirs.raised.sum()),
        ours_on_ours=held_of(mine, ours.on_ours),
        theirs_on_ours=held_of(other, theirs.on_ours),
        ours_on_theirs=held_of(mine, ours.on_theirs),
        theirs_on_theirs=held_of(other, theirs.on_theirs),
        all_theirs_on_ours=held_of(theirs.raised, theirs.on_ours),
        all_theirs_on_theirs=held_of(theirs.raised, theirs.on_theirs),
    )


def held_of(chosen: Flags, holds: Numbers) -> Held:
    """How many of those chosen hold, of those that are known."""
    return held(chosen, holds == 1, np.isfinite(holds))
