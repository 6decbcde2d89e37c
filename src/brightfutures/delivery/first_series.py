"""Which series a council's first page rests on: they are read from the store before all others."""

from __future__ import annotations

from brightfutures.catalogue import Catalogue
from brightfutures.findings.first_measures import spoken_of
from brightfutures.money import prices
from brightfutures.money.split_levels import LEVELS


def first_series(catalogue: Catalogue) -> frozenset[str]:
    """The series of the measures it speaks of, of councils' circumstances, prices and gaps.

    A fifth of all figures. Were one left out, all others would be read as soon as it is asked for.
    """
    measures = (catalogue.indicators[name] for name in spoken_of(catalogue))
    wanted = {*prices.SERIES}
    for one in measures:
        wanted |= {*one.numerator, *one.numerator_less, *one.denominator}
        wanted |= {one.printed} if one.printed else set()
    for circumstance in catalogue.context.values():
        wanted |= {*circumstance.numerator, *circumstance.denominator}
    for kind in (kind for level in LEVELS for kind in level.kinds):
        wanted |= {*kind.children, *kind.children_less, kind.helped, kind.ended}
    return frozenset(wanted)
