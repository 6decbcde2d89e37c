"""What `/compare` answers with: councils side by side, or the form that asks which."""

from __future__ import annotations

from collections.abc import Sequence

from brightfutures.catalogue import Indicator
from brightfutures.delivery.answers import Answer, downloads_at, form_answer, html_answer
from brightfutures.delivery.asked import Asked
from brightfutures.delivery.chosen_comparison import councils_in, with_query
from brightfutures.delivery.compare import Asked as AskedOf
from brightfutures.delivery.compare import Compared, side_by_side
from brightfutures.delivery.compare_files import FORMS
from brightfutures.delivery.compare_money import money_rows
from brightfutures.delivery.edition import Edition
from brightfutures.pages.addresses import COMPARE, slug
from brightfutures.pages.compare_form import (
    COUNCILS,
    INDICATORS,
    MONEY,
    CompareAsked,
    compare_form,
)
from brightfutures.pages.compare_page import ComparePage, MeasureRow, compare_page, empty_page
from brightfutures.quantities import Area, PlainError, WrongUse

MOST_COUNCILS, MOST_INDICATORS = 10, 12


def compare_answer(edition: Edition, asked: Asked) -> Answer:
    """The page for the councils and measures that its query names, in the form asked for.

    A page on which nothing is chosen, or of which something is not understood, is the form with
    what was understood filled in; a file of such raises `WrongUse`.
    """
    if asked.suffix == "html":
        return html_answer(edition, "compare.html", compare_view(edition, asked), asked)
    areas, indicators = _chosen(edition, asked)
    name = f"compare-{'-'.join(slug(area) for area in areas)}"[:80]
    wanted = _asked_of(edition, areas, indicators)
    money = money_rows(edition, areas) if _with_money(asked) else ()
    return form_answer(FORMS, asked.suffix, name, edition, wanted, money)


def compare_view(edition: Edition, asked: Asked) -> ComparePage:
    """The view model, the form filled in with whatever is understood."""
    understood = CompareAsked(
        councils=tuple(_understood(edition, asked)),
        indicators=tuple(_known(edition, asked)),
        money=bool(_names(asked, money=True)),
    )
    form = compare_form(
        edition.catalogue,
        edition.geography,
        understood,
        edition.measures.with_figures(),
        COMPARE,
        (MOST_COUNCILS, MOST_INDICATORS),
    )
    if not asked.query:
        return empty_page(form)
    try:
        areas, indicators = _chosen(edition, asked)
        found = side_by_side(edition, _asked_of(edition, areas, indicators))
    except PlainError as error:
        return empty_page(form, str(error))
    return compare_page(
        edition.catalogue,
        areas,
        measure_rows(found),
        found.left_out,
        edition.named_cells,
        form,
        with_query(downloads_at(COMPARE), _query(areas, indicators, _names(asked, money=True))),
        money_rows(edition, areas) if _with_money(asked) else (),
    )


def measure_rows(found: Compared) -> tuple[MeasureRow, ...]:
    """The measures as the page shows them; two councils alone are said to differ or not."""
    two = len(found.areas) == 2
    return tuple(
        MeasureRow(
            indicator=row.indicator,
            comparisons=row.comparisons,
            pairs=row.pairs,
            between=row.pairs_sentence if two else "",
        )
        for row in found.rows
    )


def _asked_of(edition: Edition, areas: Sequence[Area], indicators: Sequence[Indicator]) -> AskedOf:
    leading = [one for one in edition.catalogue.health_check_set() if one.headline]
    with_figures = edition.measures.with_figures()
    wanted = indicators or [one for one in leading if one.id in with_figures]
    return AskedOf(
        councils=tuple(area.code for area in areas),
        indicators=tuple(one.id for one in wanted[:MOST_INDICATORS]),
    )


def _chosen(edition: Edition, asked: Asked) -> tuple[tuple[Area, ...], tuple[Indicator, ...]]:
    """The councils and measures; `WrongUse` for an unknown name, too few or too many."""
    named = (area for value in asked.values(COUNCILS) for area in councils_in(edition, value))
    areas = tuple(dict.fromkeys(named))
    if len(areas) < 2:
        said = f"only {areas[0].name} is chosen" if areas else "none is chosen"
        raise WrongUse(f"At least two councils are set side by side, and {said}.")
    if len(areas) > MOST_COUNCILS:
        raise WrongUse(
            f"At most {MOST_COUNCILS} councils are set side by side, and {len(areas)} are chosen."
        )
    indicators = tuple(dict.fromkeys(edition.indicator(name) for name in _names(asked)))
    if len(indicators) > MOST_INDICATORS:
        raise WrongUse(
            f"At most {MOST_INDICATORS} measures are shown at once, and {len(indicators)} are "
            "chosen."
        )
    return areas, indicators


def _with_money(asked: Asked) -> bool:
    """Whether the part about money is shown: where it is asked for, or no measure is named."""
    return bool(_names(asked, money=True)) or not _names(asked)


def _names(asked: Asked, *, money: bool = False) -> list[str]:
    """The names of the measures; or of the part about money, where that is asked for."""
    values = asked.values(INDICATORS)
    names = [name for value in values for name in value.split(",") if name.strip()]
    return [name for name in names if (name.strip().lower() == MONEY) is money]


def _understood(edition: Edition, asked: Asked) -> list[Area]:
    """The councils that are known by name, up to as many as can be shown."""
    found: list[Area] = []
    for value in asked.values(COUNCILS):
        for part in (value, *value.split(",")):
            try:
                found += councils_in(edition, part)
            except PlainError:
                continue
            if part == value:
                break
    return list(dict.fromkeys(found))[:MOST_COUNCILS]


def _known(edition: Edition, asked: Asked) -> list[Indicator]:
    every = edition.catalogue.indicators
    names = [name.strip().lower() for name in _names(asked)]
    return [every[name] for name in dict.fromkeys(names) if name in every][:MOST_INDICATORS]


def _query(areas: Sequence[Area], indicators: Sequence[Indicator], money: Sequence[str]) -> str:
    """The query that asks for the same again, in its shortest form."""
    said = f"?{COUNCILS}={','.join(slug(area) for area in areas)}"
    if indicators:
        named = [one.id for one in indicators] + ([MONEY] if money else [])
        said += f"&{INDICATORS}={','.join(named)}"
    return said
