"""What a store holds from each source: its series and their periods, its marks, its lists."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from brightfutures.published.period_forms import label_end_year
from brightfutures.quantities import Reason, bits_to_reasons

_OF_FILE = "from reading join file using (file_id)"
# Counted by number first, and named after: names of every reading would take much room.
_CELLS = (
    "with counted as (select file_id, series_id, period_id, count(*) as rows_of, "
    "count(value) as known, count(*) filter (where place = 0) as believed from reading "
    "group by all) select source, series.series, period.label, sum(rows_of), sum(known), "
    "sum(believed) from counted join file using (file_id) join series using (series_id) "
    "join period using (period_id) group by all order by all"
)
_REASONS = (
    "with counted as (select file_id, series_id, missing, count(*) as rows_of from reading "
    "where missing > 0 group by all) select source, series.series, missing, sum(rows_of) "
    "from counted join file using (file_id) join series using (series_id) "
    "group by all order by all"
)
_MARKS = (
    "select source, text_id, count(*) from reading join file using (file_id) "
    "where missing > 0 group by all order by all"
)
_INSPECTIONS = (
    "select source, count(*), max(inspected_on) from (select distinct source, area, framework, "
    "inspected_on from judgement join file using (file_id)) group by source"
)
_NEIGHBOURS = (
    "select source, similar_councils, count(distinct council) from neighbour "
    "join file using (file_id) group by all order by all"
)


@dataclass(frozen=True, kw_only=True)
class SeriesOfSource:
    """One series as one source gives it.

    `periods` are labels, oldest first; `readings` are rows of its files, of every release and
    kind of area; `with_a_figure` of them hold a number, and `believed` are those that count
    where several sources or releases give the same. `reasons` says why the rest hold none: a
    reading may have more than one reason.
    """

    series: str
    periods: tuple[str, ...]
    readings: int
    with_a_figure: int
    believed: int
    reasons: tuple[tuple[Reason, int], ...]


@dataclass(frozen=True, kw_only=True)
class SourceContents:
    """All that a store holds from one source.

    `marks` counts the cells in which each text stood in place of a figure. `inspections` counts
    Ofsted's inspections and `similar_councils` the councils of each published table.
    """

    source: str
    series: tuple[SeriesOfSource, ...] = ()
    marks: Mapping[str, int] = field(default_factory=dict)
    inspections: int = 0
    newest_inspection: str | None = None  # ISO date
    similar_councils: tuple[tuple[str, int], ...] = ()


def source_contents(
    rows: Callable[[str], list[tuple[Any, ...]]], texts: Sequence[str]
) -> Mapping[str, SourceContents]:
    """Each source that has a loaded file with something in it; `rows` answers a question in SQL.

    `texts` are those published, by number.
    """
    cells: dict[str, dict[str, list[tuple[str, int, int, int]]]] = {}
    for source, series, *cell in rows(_CELLS):
        cells.setdefault(source, {}).setdefault(series, []).append(tuple(cell))
    reasons: dict[tuple[str, str], Counter[Reason]] = {}
    for source, series, bits, count in rows(_REASONS):
        counted = reasons.setdefault((source, series), Counter())
        counted.update(dict.fromkeys(bits_to_reasons(bits), count))
    marks: dict[str, dict[str, int]] = {}
    for source, number, count in rows(_MARKS):
        marks.setdefault(source, {})[texts[number]] = count
    inspections = {source: (count, newest) for source, count, newest in rows(_INSPECTIONS)}
    similar: dict[str, list[tuple[str, int]]] = {}
    for source, table, councils in rows(_NEIGHBOURS):
        similar.setdefault(source, []).append((table, councils))
    found = {}
    for source in {*cells, *inspections, *similar}:
        count, newest = inspections.get(source, (0, None))
        found[source] = SourceContents(
            source=source,
            series=tuple(
                _series(name, of_period, reasons.get((source, name), Counter()))
                for name, of_period in cells.get(source, {}).items()
            ),
            marks=dict(sorted(marks.get(source, {}).items())),
            inspections=count,
            newest_inspection=newest,
            similar_councils=tuple(similar.get(source, ())),
        )
    return found


def _series(
    name: str, of_period: list[tuple[str, int, int, int]], reasons: Counter[Reason]
) -> SeriesOfSource:
    labels, readings, figures, believed = zip(*of_period, strict=True)
    return SeriesOfSource(
        series=name,
        periods=tuple(sorted(labels, key=label_end_year)),
        readings=sum(readings),
        with_a_figure=sum(figures),
        believed=sum(believed),
        reasons=tuple((reason, reasons[reason]) for reason in Reason if reasons[reason]),
    )
