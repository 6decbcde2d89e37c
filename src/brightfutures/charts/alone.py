"""A chart as a file of its own: what it shows and where it comes from written into the picture."""

from __future__ import annotations

import re
from dataclasses import dataclass

from brightfutures.charts.drawing import box, coordinate, escaped, text
from brightfutures.charts.lettering import wrapped
from brightfutures.charts.palette import DARK, GREY, PAPER, TYPEFACE

_ROOT = re.compile(
    r'<svg [^>]*?viewBox="0 0 (?P<width>[\d.]+) (?P<height>[\d.]+)"[^>]*?>'
    r'(?:<title id="[^"]*">(?P<title>[^<]*)</title><desc id="[^"]*">(?P<desc>[^<]*)</desc>)?',
)
_LETTERS = re.compile(r'font-size="([\d.]+)"')
_LINK = re.compile(r'<a href="[^"]*">')

_MARGIN = 20
_LARGE, _USUAL = 19, 14
"""The size of the message, and of all other words."""


@dataclass(frozen=True, kw_only=True)
class Caption:
    """What stands above a chart that stands alone, and under it.

    `notice` is written first and large: that the figures are made up. `foot` are paragraphs: where
    the figures come from, how to read them, what the file is from.
    """

    message: str
    statistics: str
    foot: tuple[str, ...]
    notice: str = ""


def standing_alone(drawing: str, caption: Caption) -> str:
    """A drawing as a whole SVG file: on white, named, with its words in the picture.

    A file leads nowhere, so links become plain groups. Raises `ValueError` for what is no drawing
    of ours.
    """
    found = _ROOT.match(drawing)
    if found is None or found["title"] is None:
        raise ValueError("Only a drawing with a title and a description can stand alone.")
    width, height = float(found["width"]), float(found["height"])
    whole = width + 2 * _MARGIN
    head, top = _head(caption, width)
    foot, bottom = _foot(caption, width, top + height + 26)
    inside = _LINK.sub("<g>", drawing[found.end() :]).replace("</a>", "</g>")
    letters = _LETTERS.search(found[0])
    size = f' font-size="{letters[1]}"' if letters else ""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {coordinate(whole)} '
        f'{coordinate(bottom)}" width="{coordinate(whole)}" height="{coordinate(bottom)}" '
        f'role="img" aria-labelledby="title desc" font-family="{TYPEFACE}" font-size="{_USUAL}">'
        f'<title id="title">{found["title"]}</title>'
        f'<desc id="desc">{escaped(_said(caption))}{found["desc"]}</desc>'
        f"{box(0, 0, whole, bottom, fill=PAPER)}{head}"
        f'<svg x="{_MARGIN}" y="{coordinate(top)}" width="{coordinate(width)}" '
        f'height="{coordinate(height)}" viewBox="0 0 {coordinate(width)} {coordinate(height)}"'
        f"{size}>{inside}{foot}</svg>\n"  # what is inside ends with its own </svg>
    )


def _said(caption: Caption) -> str:
    return f"{caption.notice} " if caption.notice else ""


def _head(caption: Caption, width: float) -> tuple[str, float]:
    """The notice, the message and its subtitle, and where the drawing begins."""
    marks, y = "", _MARGIN + _LARGE * 0.8
    if caption.notice:
        marks += box(0, 0, width + 2 * _MARGIN, _USUAL * 2.2, fill=DARK)
        marks += text(_MARGIN, _USUAL * 1.5, caption.notice, fill=PAPER, font_weight="bold")
        y += _USUAL * 2.2
    for line in wrapped(caption.message, width, _LARGE, bold=True, most_lines=6):
        marks += text(_MARGIN, y, line, font_size=_LARGE, font_weight="bold")
        y += _LARGE * 1.25
    for line in wrapped(caption.statistics, width, _USUAL, most_lines=4):
        marks += text(_MARGIN, y, line, fill=DARK)
        y += _USUAL * 1.4
    return marks, y


def _foot(caption: Caption, width: float, y: float) -> tuple[str, float]:
    """What stands under the drawing, and where the file ends."""
    rule = box(_MARGIN, y - 18, width, 1, fill=GREY)
    lines = ""
    for paragraph in caption.foot:
        for line in wrapped(paragraph, width, _USUAL, most_lines=8):
            lines += text(_MARGIN, y, line, fill=DARK)
            y += _USUAL * 1.35
        y += 4
    return f"{rule}{lines}", y
