"""What England's page is made of, from an edition: its measures, growth, gradient and grades."""

from __future__ import annotations

from collections.abc import Callable
from threading import RLock
from weakref import WeakKeyDictionary

from brightfutures.catalogue import Indicator
from brightfutures.delivery.answers import downloads_at
from brightfutures.delivery.edition import Edition
from brightfutures.findings.england_growth import (
    CHILDREN,
    GrowthLine,
    children_sentence,
    growth_lines,
)
from brightfutures.findings.england_picture import (
    EnglandMeasure,
    EnglandPicture,
    MeasureGradient,
    england_picture,
    main_measures,
)
from brightfutures.measures.agreement.grades_over_time import GradesOfYear, grades_over_time
from brightfutures.measures.agreement.inspections import inspections_of
from brightfutures.pages.addresses import ENGLAND as ADDRESS
from brightfutures.pages.england_page import EnglandPage, EnglandPageInputs, england_page
from brightfutures.published.readings import SourceRow
from brightfutures.quantities import ENGLAND

RowsOfGrowth = Callable[[GrowthLine], tuple[SourceRow, ...]]

_FOUND: WeakKeyDictionary[Edition, EnglandPicture] = WeakKeyDictionary()
_KEPT: WeakKeyDictionary[Edition, EnglandPage] = WeakKeyDictionary()
_LOCK = RLock()

RATE = "per 10,000 children"
"""The unit of the measures that have a gradient: counts for each child of the area."""


def england_of(edition: Edition) -> EnglandPicture:
    """What the loaded files say of England, worked out once for each edition and kept.

    Raises `CannotAnswer` where they hold no measure.
    """
    with _LOCK:
        if edition not in _FOUND:
            _FOUND[edition] = _found(edition)
        return _FOUND[edition]


def _found(edition: Edition) -> EnglandPicture:
    measures = [_measure(edition, entry.id) for entry in _main(edition)]
    return england_picture(
        measures,
        growth_lines(edition.catalogue, edition.measures.england.growth),
        edition.measures.england.deprivations(),
        _gradients(edition, measures),
        grades_of(edition),
    )


def _main(edition: Edition) -> tuple[Indicator, ...]:
    return main_measures(edition.catalogue, edition.measures.with_figures())


def _measure(edition: Edition, identifier: str) -> EnglandMeasure:
    compared = edition.measures.compare(identifier, ENGLAND)
    change = edition.measures.england.change(identifier)
    by_period = {cell.period: cell for cell in compared.history}
    return EnglandMeasure(
        indicator=edition.catalogue.indicators[identifier],
        here=compared.here,
        then=by_period.get(change.from_period or ""),
        history=compared.history,
        change=change,
        spreads=edition.measures.england.spreads(identifier),
    )


def _gradients(edition: Edition, measures: list[EnglandMeasure]) -> list[MeasureGradient]:
    england = edition.measures.england
    parted = england.deprivations()
    found = []
    for one in measures:
        every = england.gradients(one.indicator.id) if one.indicator.unit == RATE else ()
        if not every:
            continue
        other = (
            england.gradients(one.indicator.id, parted[1].variable.id) if len(parted) > 1 else ()
        )
        found.append(
            MeasureGradient(
                indicator=one.indicator,
                now=every[-1],
                first=every[0] if len(every) > 1 else None,
                otherwise=other[-1] if other else None,
            )
        )
    return found


def _other_publications(edition: Edition, found: EnglandPicture) -> tuple[str, ...]:
    """The publications that deprivation and judgements are read from."""
    series = [name for one in found.deprivations for name in one.variable.numerator]
    wanted = {source for name in series for source in edition.catalogue.series[name].sources}
    if found.grades:
        wanted |= {name for name, one in edition.catalogue.sources.items() if one.judgements}
    files = [file for file in edition.store.files() if file.source in wanted]
    return tuple(dict.fromkeys(edition.publications[file.path] for file in files))


def grades_of(edition: Edition) -> tuple[GradesOfYear, ...]:
    """How many councils stood at each of Ofsted's grades, by year."""
    councils = edition.geography.councils(former=True)
    return grades_over_time(inspections_of(edition.store.every_judgement()), councils)


def rows_of_growth(edition: Edition, found: EnglandPicture) -> RowsOfGrowth:
    """Where both counts of each growth stand, the earlier first, asked of the store at once."""
    rows = edition.store.believed_rows(ENGLAND) if found.growth else {}

    def rows_of(line: GrowthLine) -> tuple[SourceRow, ...]:
        one = line.growth
        parts = ((one.series, one.from_period), (one.series, one.to_period))
        return tuple(rows[part] for part in parts if part in rows)

    return rows_of


def england_view(edition: Edition) -> EnglandPage:
    """The view model of the page, made once for each edition and kept."""
    with _LOCK:
        if edition not in _KEPT:
            _KEPT[edition] = _view(edition)
        return _KEPT[edition]


def _view(edition: Edition) -> EnglandPage:
    found = england_of(edition)
    growth_rows = rows_of_growth(edition, found)
    children = edition.measures.england.growth(CHILDREN.series, CHILDREN.since)
    inputs = EnglandPageInputs(
        cells=edition.named_cells,
        source_rows=lambda name: edition.source_rows(edition.measures.compare(name, ENGLAND)),
        growth_rows=growth_rows,
        source_of={file.path: file.source for file in edition.store.files()},
        children=children_sentence(children),
        main_measures=len(main_measures(edition.catalogue, tuple(edition.catalogue.indicators))),
        other_publications=_other_publications(edition, found),
        downloads=downloads_at(ADDRESS),
    )
    return england_page(edition.catalogue, found, inputs)
