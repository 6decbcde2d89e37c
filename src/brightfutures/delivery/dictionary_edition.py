"""An edition of one measure alone, that only a publisher's own dictionary knows."""

from __future__ import annotations

from dataclasses import replace

from brightfutures.catalogue import Catalogue
from brightfutures.catalogue.dictionary_indicators import (
    dictionary_indicator,
    dictionary_series,
    lait_id,
)
from brightfutures.catalogue.lookup import nearest_names
from brightfutures.delivery.edition import Edition
from brightfutures.quantities import PeriodKind, WrongUse


def edition_of_one(edition: Edition, text: str) -> Edition:
    """An edition of the same store that knows one measure of a dictionary and no other.

    `lait:` and a key of the Local Authority Interactive Tool, in any case, name such a one.
    Raises `WrongUse` for what no loaded dictionary has, and for what is an indicator of ours.
    """
    wanted = text.strip().lower()
    _refuse_claimed(edition.catalogue, wanted)
    dictionary = edition.store.dictionary()
    for entry in dictionary.values():
        if entry.id.lower() == wanted:
            kind = PeriodKind(entry.period_kind)
            series = dictionary_series(entry.id, entry.title, entry.unit, kind)
            indicator = dictionary_indicator(entry.id, entry.title, entry.unit, entry.description)
            only = replace(
                edition.catalogue,
                series={**edition.catalogue.series, entry.id: series},
                indicators={entry.id: indicator, wanted: indicator},
            )
            return Edition(edition.store, only)
    near = nearest_names(wanted, tuple(dictionary))
    hint = f"; did you mean {' or '.join(near)}?" if near else "."
    raise WrongUse(f"No dictionary that is loaded has '{text}'{hint}")


def _refuse_claimed(catalogue: Catalogue, wanted: str) -> None:
    """A publisher's measure that is one of ours is asked for by our name for it."""
    for indicator in catalogue.indicators.values():
        if indicator.lait_key and lait_id(indicator.lait_key).lower() == wanted:
            raise WrongUse(
                f"{lait_id(indicator.lait_key)} is our indicator {indicator.id}: "
                f"`brightfutures explain {indicator.id} --as lait` shows it as the tool does."
            )
