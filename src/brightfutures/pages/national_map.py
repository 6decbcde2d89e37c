"""The map of one indicator over all England, ready for a page."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from markupsafe import Markup

from brightfutures.catalogue import Geography, Indicator
from brightfutures.catalogue.grid import GridCell, grid_of
from brightfutures.charts.councils import CouncilMark, Standing
from brightfutures.charts.grid_map import GridMapChart
from brightfutures.charts.grid_map_cells import MapCell, Told
from brightfutures.findings.figures import listed, unit_words
from brightfutures.findings.map_words import council_said, map_description, map_message
from brightfutures.findings.verdict_words import ABOVE, BELOW
from brightfutures.measures.nation.councils import Nation
from brightfutures.measures.results import Level, National
from brightfutures.pages.figures_of import Picture, chart_words
from brightfutures.quantities import Area, AreaKind, Missing, Reason

KEY = (
    (Told.HIGHER, "Clearly higher"),
    (Told.LOWER, "Clearly lower"),
    (Told.NO_DIFFERENCE, "No clear difference"),
    (Told.CANNOT_SAY, "Cannot say"),
)
NOT_TO_SCALE = (
    "Each council has one square, whatever its size, so neighbours are not always side by side. "
    "“Clearly higher” and “clearly lower” are beside the average of all other councils."
)


def map_picture(
    grid: Mapping[str, GridCell],
    geography: Geography,
    indicator: Indicator,
    nation: Nation,
    found: Sequence[National],
    *,
    address_of: Callable[[str], str] | None = None,
    council: str | None = None,
) -> Picture | None:
    """Every council of today in its cell, region by region; None where no verdict can be given.

    Without `address_of` the cells lead nowhere. `council` is the code of the one that is picked
    out. Nothing is shaded but by a verdict: where nothing is tested, there is no map.
    """
    if all(one.level is Level.CANNOT_SAY for one in found):
        return None
    regions = [area for area in geography.areas if area.kind is AreaKind.REGION]
    names = {area.code: area.name for area in geography.areas}
    message = map_message(
        found, lambda code: names[geography.by_code[code].region or ""], len(regions)
    )
    told = {one.here.area: one for one in found}
    cells = grid_of(geography, grid)
    there = {
        region.code: [area for area in geography.councils() if area.region == region.code]
        for region in regions
    }
    chart = GridMapChart(
        words=chart_words(
            indicator,
            f"{indicator.title}: map of every council, {nation.period}",
            map_description(found, message),
        ),
        cells=tuple(
            _cell(
                indicator,
                area,
                region.name,
                cells[area.code],
                told.get(area.code),
                address=address_of(area.code) if address_of else None,
                is_us=area.code == council,
            )
            for region in regions
            for area in there[region.code]
        ),
        key=KEY,
    )
    gone = [names[one.here.area] for one in found if one.here.area not in cells]
    ended = f"Not on the map, as the council has since ended: {listed(gone)}." if gone else ""
    return Picture(
        word="map",
        message=message,
        statistics=f"{indicator.title}, {unit_words(indicator)}, {nation.period}, beside the "
        "average of all other councils",
        wide=Markup(chart.svg(f"map-{indicator.id}")),
        narrow=Markup(chart.svg(f"map-narrow-{indicator.id}", narrow=True)),
        table=chart.table(),
        notes=tuple(note for note in (NOT_TO_SCALE, ended) if note),
        called=f"the map of {indicator.title}",
    )


def _cell(
    indicator: Indicator,
    area: Area,
    region: str,
    cell: GridCell,
    one: National | None,
    *,
    address: str | None,
    is_us: bool,
) -> MapCell:
    return MapCell(
        mark=CouncilMark(
            name=area.name,
            figure=one.here.value if one else Missing((Reason.DID_NOT_EXIST,)),
            standing=Standing.US if is_us else Standing.OTHER,
        ),
        column=cell.column,
        row=cell.row,
        letters=cell.letters,
        region=region,
        told=_told(one),
        said=council_said(indicator, area.name, one),
        address=address,
    )


def _told(one: National | None) -> Told:
    if one is None or one.level is Level.CANNOT_SAY:
        return Told.CANNOT_SAY
    if one.level in ABOVE:
        return Told.HIGHER
    return Told.LOWER if one.level in BELOW else Told.NO_DIFFERENCE
