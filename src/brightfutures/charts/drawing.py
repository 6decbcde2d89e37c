"""SVG as text: the few elements charts are made of, and the wrapper that names a chart.

Only presentation attributes: a page that forbids inline style, a PDF maker that knows no CSS
inside SVG, and a file opened on its own all show the same picture.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from itertools import pairwise

from brightfutures.charts.palette import TYPEFACE
from brightfutures.charts.words import ChartWords

Point = tuple[float, float]

# Letters that XML 1.0 does not allow, whatever the escaping.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_IDENTIFIER = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")


TEXTS_KEPT = 2048
"""How many texts are kept escaped: the same colours, weights and names stand in every chart."""


@lru_cache(maxsize=TEXTS_KEPT)
def escaped(text: str) -> str:
    """Text that is safe between tags and within double-quoted attributes."""
    text = _NOT_XML.sub("\ufffd", text).replace("&", "&amp;").replace("<", "&lt;")
    return text.replace(">", "&gt;").replace('"', "&quot;")


NUMBERS_KEPT = 4096
"""How many coordinates are kept as text: most return in the next chart."""

ATTRIBUTES_KEPT = 1024
"""How many sets of attributes are kept as text: the same few stand on all marks of a kind."""


@lru_cache(maxsize=NUMBERS_KEPT)
def coordinate(number: float) -> str:
    """A coordinate to one decimal place, as short as can be."""
    if not math.isfinite(number):
        raise ValueError(f"{number} is not a place in a drawing.")
    text = f"{number:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


@lru_cache(maxsize=NUMBERS_KEPT)
def _whole(number: float) -> str:
    if not math.isfinite(number):
        raise ValueError(f"{number} is not a place in a drawing.")
    return str(round(number))


def _attributes(attributes: dict[str, str | float]) -> str:
    return _attributes_of(tuple(attributes.items())) if attributes else ""


@lru_cache(maxsize=ATTRIBUTES_KEPT)
def _attributes_of(attributes: tuple[tuple[str, str | float], ...]) -> str:
    return "".join(
        [
            f'{_begun(name)}"{escaped(value) if isinstance(value, str) else coordinate(value)}"'
            for name, value in attributes
        ]
    )


@cache
def _begun(name: str) -> str:
    """An attribute up to its value, from the name of a parameter: those are few."""
    return f" {name.rstrip('_').replace('_', '-')}="


def path(shape: str, **attributes: str | float) -> str:
    """A path; nothing where there is no shape."""
    return f'<path d="{shape}"{_attributes(attributes)}/>' if shape else ""


def circle(x: float, y: float, radius: float, **attributes: str | float) -> str:
    """A circle."""
    place = f'cx="{coordinate(x)}" cy="{coordinate(y)}" r="{coordinate(radius)}"'
    return f"<circle {place}{_attributes(attributes)}/>"


def box(x: float, y: float, width: float, height: float, **attributes: str | float) -> str:
    """A rectangle."""
    place = f'x="{coordinate(x)}" y="{coordinate(y)}"'
    size = f'width="{coordinate(width)}" height="{coordinate(height)}"'
    return f"<rect {place} {size}{_attributes(attributes)}/>"


def text(x: float, y: float, words: str, **attributes: str | float) -> str:
    """A line of text with its baseline at y, which is in whole units: no letter stands finer."""
    place = f'x="{coordinate(x)}" y="{_whole(y)}"'
    return f"<text {place}{_attributes(attributes)}>{escaped(words)}</text>"


def lettering(texts: Iterable[tuple[float, float, str]], **attributes: str | float) -> str:
    """Several lines of text that look alike, each with its place; nothing for none."""
    lines = "".join([text(x, y, words) for x, y, words in texts])
    return f"<g{_attributes(attributes)}>{lines}</g>" if lines else ""


def titled(words: str, *marks: str, address: str | None = None) -> str:
    """Marks that belong together and are called `words`; a link where they have an address."""
    inside = f"<title>{escaped(words)}</title>{''.join(marks)}"
    if address is None:
        return f"<g>{inside}</g>"
    return f'<a href="{escaped(address)}">{inside}</a>'


def line_through(points: Iterable[Point]) -> str:
    """The shape of a line through the points: the first place, then each step from the last."""
    places = [(_tenths(x), _tenths(y)) for x, y in points]
    if len(places) < 2:
        return ""
    x, y = places[0]
    steps = [
        f"{_written(later[0] - earlier[0])} {_written(later[1] - earlier[1])}"
        for earlier, later in pairwise(places)
    ]
    return f"M{_written(x)} {_written(y)}l{' '.join(steps).replace(' -', '-')}"


def _tenths(number: float) -> int:
    """A coordinate in whole tenths, as `coordinate` writes it."""
    if not math.isfinite(number):
        raise ValueError(f"{number} is not a place in a drawing.")
    return round(number * 10)


@lru_cache(maxsize=NUMBERS_KEPT)
def _written(tenths: int) -> str:
    whole, rest = divmod(abs(tenths), 10)
    sign = "-" if tenths < 0 else ""
    if not rest:
        return f"{sign}{whole}"
    return f"{sign}{whole or ''}.{rest}"  # a path may leave out the nought before the point


def area_between(lower: Sequence[Point], upper: Sequence[Point]) -> str:
    """The shape between a lower and an upper line, in whole units: a shade has no sharp edge."""
    outline = line_through([(round(x), round(y)) for x, y in (*upper, *reversed(lower))])
    return outline + "Z" if outline else ""


def uprights(places: Iterable[float], y: float, length: float) -> str:
    """The shape of many vertical strokes downwards from one height."""
    rest = f" {coordinate(y)}v{coordinate(length)}"
    return "".join([f"M{coordinate(x)}{rest}" for x in places])


def rods(places: Iterable[float], thickness: float, middle: float) -> str:
    """The shape of many upright rods of one thickness, those that touch drawn as one.

    To be stroked as wide as the rods are tall: each is a line along the `middle`.
    """
    ends: list[tuple[float, float]] = []
    for x in sorted(places):
        left, right = x - thickness / 2, x + thickness / 2
        if ends and left <= ends[-1][1]:
            ends[-1] = ends[-1][0], right
        else:
            ends.append((left, right))
    y = coordinate(middle)
    return "".join([f"M{coordinate(left)} {y}h{coordinate(right - left)}" for left, right in ends])


def diamond(x: float, y: float, reach: float) -> str:
    """The shape of a diamond: the mark of the council the page is about."""
    r = coordinate(reach)
    return f"M{coordinate(x)} {coordinate(y - reach)}l{r} {r}l-{r} {r}l-{r} -{r}z"


def picture(
    words: ChartWords,
    identifier: str,
    width: float,
    height: float,
    marks: Iterable[str],
    *,
    text_size: float | None = None,
    role: str = "img",
    named_by: str | None = None,
) -> str:
    """The whole SVG: its size, its title and description for those who cannot see it, its marks.

    `identifier` must be unique on the page; the wide and the narrow version need one each. A
    drawing that holds links is no image: its `role` is `group`. With `named_by` it is called by the
    title and description of that other drawing on the page.
    """
    if not _IDENTIFIER.fullmatch(identifier):
        raise ValueError(f"'{identifier}' cannot be the id of a chart: use letters, digits and -.")
    size: dict[str, str | float] = {"width": width, "height": height}
    lettering: dict[str, str | float] = (
        {} if text_size is None else {"font_family": TYPEFACE, "font_size": text_size}
    )
    named = named_by or identifier
    own = (
        ""
        if named_by
        else f'<title id="{identifier}-title">{escaped(words.title)}</title>'
        f'<desc id="{identifier}-desc">{escaped(words.description)}</desc>'
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" '
        f'viewBox="0 0 {coordinate(width)} {coordinate(height)}"{_attributes(size)} role="{role}" '
        f'aria-labelledby="{named}-title {named}-desc"{_attributes(lettering)}>'
        f"{own}{''.join(marks)}</svg>"
    )
