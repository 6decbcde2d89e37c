"""A page's chart as an SVG file of its own, found in the page's view model by its word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from brightfutures.charts.alone import Caption, standing_alone
from brightfutures.delivery.edition import Edition
from brightfutures.pages.figures_of import Picture
from brightfutures.pages.small_pictures import SmallPicture
from brightfutures.quantities import WrongUse

MADE_UP = "Made-up England: no figure here is real."
LICENCE = "Contains public sector information licensed under the Open Government Licence v3.0."


def chart_file(edition: Edition, page: Any, word: str) -> bytes:
    """The drawing that a page calls `word`, standing alone; `WrongUse` where it has none."""
    drawn = {picture.word: picture for picture in pictures_in(page) if picture.word}
    found = drawn.get(word)
    if found is None:
        has = f"; it has {', '.join(sorted(drawn))}" if drawn else ""
        raise WrongUse(f"No chart of this page is called '{word}'{has}.")
    picture = found.large() if isinstance(found, SmallPicture) else found
    return standing_alone(str(picture.wide), _caption(edition, picture)).encode("utf-8")


def pictures_in(page: Any) -> Iterator[Picture | SmallPicture]:
    """Every picture that a view model holds, however deep."""
    if isinstance(page, Picture | SmallPicture):
        yield page
    elif isinstance(page, tuple):
        for part in page:
            yield from pictures_in(part)
    elif is_dataclass(page):
        for field in fields(page):
            yield from pictures_in(getattr(page, field.name))


def _caption(edition: Edition, picture: Picture) -> Caption:
    made_up = edition.store.made_up
    foot = (picture.source or "", *picture.notes, "" if made_up else LICENCE)
    return Caption(
        message=picture.message,
        statistics=picture.statistics,
        foot=(*(line for line in foot if line), f"Bright Futures. {edition.data_line}"),
        notice=MADE_UP if made_up else "",
    )
