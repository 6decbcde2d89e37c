"""Why a council spends more, or less, for each child than the councils it is compared with.

Its spend per child, and its comparators' (their pounds over their children), are each a product
of need, number, mix and price, and a remainder (`gap_factors`). The difference is parted among
them in no particular order (`order_free`): the parts add up to it exactly, a council put in its
comparators' place has every part with the other sign, and a factor that both share has none.

What the words do and do not say. *Need* is what deprivation and age lead one to expect and no
more; whatever else makes families need help is in *number*. *Mix* holds both practice and how
needs differ in kind. *Price* is spend over children of the kind, overheads that the council books
there included. The *remainder* is spend that is set against no children: none are counted for it,
or their pounds are told elsewhere, or, as for supported homes, they are counted but not priced.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

import numpy as np

from brightfutures.money.council_year import CouncilYear, KindOfHelp, reasons_of
from brightfutures.money.gap_doubt import doubts_of
from brightfutures.money.gap_factors import FACTORS, Totals, parts_of_gap, totals_of
from brightfutures.money.gap_remainder import left_in_remainder, why_left
from brightfutures.money.gap_result import (
    WITHOUT_POUNDS,
    Cause,
    GapSplit,
    NoPrice,
    Part,
)
from brightfutures.money.need import SURE, NeedDoubt
from brightfutures.quantities import Missing, Reason

FEWEST_COMPARATORS = 3
"""With fewer nothing can be said about how much hangs on which councils were chosen."""


def split_gap(
    ours: CouncilYear,
    theirs: Sequence[CouncilYear],
    *,
    need_doubt: NeedDoubt = SURE,
    needed: Collection[str] = (),
) -> GapSplit | Missing:
    """The gap between a council and others taken together, in its parts.

    A kind of help that cannot be read for the council itself is left to the remainder and named
    there; a comparator of which any other kind, or the whole, cannot be read, or which books the
    pounds of such a kind elsewhere, is left out and named. `need_doubt` is of the ratio of what is
    expected here to what is expected there. `needed` are kinds without which there is nothing to
    part. `Missing` where the council's own year cannot be read, or none of its kinds of help,
    or one that is needed, or fewer than three comparators' years.
    """
    if ours.missing is not None:
        return ours.missing
    left = {kind.name: why_left(kind) for kind in ours.kinds}
    kinds = tuple(name for name, why in left.items() if why is None)
    without = _without_a_needed_kind(ours, needed)
    if without is not None:
        return without
    if not kinds:
        return _why_none(ours)
    told = [(year, _why_out(year, kinds)) for year in theirs]
    kept = [year for year, why in told if why is None]
    left_out = tuple((year.council, why) for year, why in told if why is not None)
    if len(kept) < FEWEST_COMPARATORS:
        reasons = tuple(reason for _, why in left_out for reason in why.reasons)
        return Missing(reasons or (Reason.UNAVAILABLE,))
    here, there = totals_of([ours], kinds), totals_of(kept, kinds)
    return GapSplit(
        council=ours.council,
        ours_per_child=float(here.per_child[0]),
        theirs_per_child=float(there.pooled.per_child[0]),
        mean_of_their_rates=float(there.per_child.mean()),
        parts=_parts(ours, kinds, here, there, need_doubt),
        in_remainder=left_in_remainder(ours, kept, left, _nobody(kinds, there)),
        comparators=tuple(year.council for year in kept),
        left_out=left_out,
    )


def _without_a_needed_kind(ours: CouncilYear, needed: Collection[str]) -> Missing | None:
    """Why a kind that is needed cannot be read, if it cannot."""
    found = [kind for kind in ours.kinds if kind.name in needed]
    missing = reasons_of(*(value for one in found for value in (one.spend_pounds, one.children)))
    return missing if missing is not None else _no_price(found)


def _no_price(kinds: Sequence[KindOfHelp]) -> NoPrice | None:
    """The kinds whose children are counted and whose pounds are told elsewhere, if there are."""
    found = [(kind.name, why) for kind in kinds if (why := why_left(kind)) in WITHOUT_POUNDS]
    for _, first in found:
        if first is not None:
            return NoPrice(kinds=tuple(name for name, why in found if why is first), why=first)
    return None


def _why_none(ours: CouncilYear) -> Missing:
    """Why not one kind can be read: the reasons given, or that there is nothing to divide."""
    missing = reasons_of(
        *(value for one in ours.kinds for value in (one.spend_pounds, one.children))
    )
    if missing is not None:
        return missing
    without = _no_price(ours.kinds)
    return without if without is not None else Missing((Reason.DENOMINATOR_UNAVAILABLE,))


def _why_out(year: CouncilYear, kinds: tuple[str, ...]) -> Missing | None:
    """Why a comparator cannot be used, if it cannot."""
    by_name = {kind.name: kind for kind in year.kinds if kind.name in kinds}
    reasons = list(year.missing.reasons) if year.missing is not None else []
    for name in kinds:
        missing = by_name[name].missing if name in by_name else Missing((Reason.UNAVAILABLE,))
        reasons += missing.reasons if missing is not None else ()
    if reasons:
        return Missing(tuple(reasons))
    return _no_price([kind for kind in by_name.values() if _children_counted(kind)])


def _children_counted(kind: KindOfHelp) -> bool:
    return not isinstance(kind.children, Missing) and kind.children > 0


def _nobody(kinds: tuple[str, ...], there: Totals) -> frozenset[str]:
    """The kinds on which the comparators spend and have not one child among them."""
    spend, children = there.kind_spend.sum(axis=0), there.kind_children.sum(axis=0)
    return frozenset(
        name
        for name, pounds, counted in zip(kinds, spend.tolist(), children.tolist(), strict=True)
        if pounds != 0 and counted <= 0
    )


def _parts(
    ours: CouncilYear,
    kinds: tuple[str, ...],
    here: Totals,
    there: Totals,
    need_doubt: NeedDoubt,
) -> tuple[Part, ...]:
    found = parts_of_gap(here, there.pooled)[0]
    by_name = {kind.name: kind for kind in ours.kinds}
    doubts, reach = doubts_of([by_name[name] for name in kinds], here, there, need_doubt)
    parts = []
    for place, cause in enumerate((*FACTORS, Cause.REMAINDER)):
        pounds = float(np.sum(found[place]))
        each = zip(kinds, found[place].tolist(), strict=False)
        parts.append(
            Part(
                cause=cause,
                pounds_per_child=pounds,
                low=pounds - reach[place],
                high=pounds + reach[place],
                doubt=doubts[place],
                by_kind=() if cause is Cause.REMAINDER else tuple(each),
            )
        )
    return tuple(parts)
