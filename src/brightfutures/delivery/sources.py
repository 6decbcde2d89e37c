"""What the pages of the data are made of, from an edition: holdings, and sums by source."""

from __future__ import annotations

from brightfutures.catalogue.lookup import nearest_names
from brightfutures.delivery.answers import downloads_at
from brightfutures.delivery.edition import Edition
from brightfutures.measures.nation.reconciled import Reconciled, reconciled
from brightfutures.pages.addresses import DATA, data_address
from brightfutures.pages.data_page import DataPage, data_page
from brightfutures.pages.source_page import SourcePage, source_page
from brightfutures.published.source_holding import SourceHolding, source_holdings
from brightfutures.quantities import WrongUse


def holdings_of(edition: Edition) -> dict[str, SourceHolding]:
    """Every source by id, with what the store holds of it."""
    return source_holdings(edition.store, edition.catalogue)


def sums_of(edition: Edition) -> tuple[tuple[str, Reconciled], ...]:
    """Every sum of councils beside England's figure, with the source whose figure that is.

    A sum beside no figure for England is of the first source that gives that period.
    """
    source_of = {file.path: file.source for file in edition.store.files()}
    series = edition.catalogue.series
    sums = reconciled(edition.store.reconciliation(), series, source_of)
    return tuple((_source(edition, one, source_of), one) for one in sums)


def _source(edition: Edition, one: Reconciled, source_of: dict[str, str]) -> str:
    if one.row.file is not None:
        return source_of[one.row.file]
    for source in edition.catalogue.series[one.row.series].sources:
        contents = edition.store.contents.get(source)
        for given in contents.series if contents else ():
            if given.series == one.row.series and one.row.period in given.periods:
                return source
    return ""


def holding_of(edition: Edition, name: str) -> SourceHolding:
    """One source; `WrongUse` with the nearest names where there is none of that name."""
    holdings = holdings_of(edition)
    if name not in holdings:
        near = nearest_names(name, tuple(holdings))
        hint = f": did you mean {' or '.join(near)}?" if near else "."
        raise WrongUse(f"There is no source '{name}'{hint}")
    return holdings[name]


def data_view(edition: Edition) -> DataPage:
    """The view model of the list of sources."""
    store = edition.store
    return data_page(
        edition.catalogue,
        tuple(holdings_of(edition).values()),
        sums_of(edition),
        store.unclaimed(),
        store.notes(),
        store.loaded_at[:10],
        downloads_at(DATA),
    )


def source_view(edition: Edition, name: str) -> SourcePage:
    """The view model of one source; `WrongUse` where there is none of that name."""
    holding = holding_of(edition, name)
    return source_page(
        edition.catalogue,
        holding,
        tuple(one for source, one in sums_of(edition) if source == name),
        edition.store.dictionary() if holding.others else {},
        edition.store.loaded_at[:10],
        downloads_at(data_address(name)),
    )
