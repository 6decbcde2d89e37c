"""How wide is a text? Enough to keep labels inside the drawing without knowing the typeface.

Widths are estimates for a plain sans face, on the wide side, so that a text set in any common
system font stays inside the room kept for it.
"""

from __future__ import annotations

from functools import lru_cache

# Thousandths of the text size, for a face as wide as the widest common fallback.
_NARROW, _USUAL, _BROAD, _BROADEST = 340, 640, 800, 1000
_WIDTHS = (
    dict.fromkeys("ijl.,:;'|!I’‘·", _NARROW)
    | dict.fromkeys('frtJ ()[]-–/"“”', 420)
    | dict.fromkeys("acehknsuvxyzbdgopqFLTEPSYVXZ?0123456789£+−=<>~", _USUAL)
    | dict.fromkeys("ABCDGHKNOQRU&—", _BROAD)
    | dict.fromkeys("mwMW%@…", _BROADEST)
)
_BOLD = 1.09

TEXTS_KEPT = 2048
"""For how many texts the width, and the lines, are kept: charts of a page letter much alike."""

# Where the long names of English councils may be broken.
_ENDINGS = ("shire", "land", "mouth", "borough")


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """About how many units wide `text` is at this size; unknown letters count as the broadest."""
    return _thousandths(text) * size * (_BOLD if bold else 1.0) / 1000


@lru_cache(maxsize=TEXTS_KEPT)
def _thousandths(text: str) -> int:
    return sum([_WIDTHS.get(letter, _BROADEST) for letter in text])


def fitted(text: str, room: float, size: float, *, bold: bool = False) -> str:
    """`text`, cut short with an ellipsis if it is wider than `room`."""
    if text_width(text, size, bold=bold) <= room:
        return text
    while text and text_width(text + "…", size, bold=bold) > room:
        text = text[:-1]
    return text.rstrip() + "…"


@lru_cache(maxsize=TEXTS_KEPT)
def wrapped(
    text: str, room: float, size: float, *, bold: bool = False, most_lines: int
) -> tuple[str, ...]:
    """`text` in lines no wider than `room`, broken between words, cut short at `most_lines`.

    Only a word wider than `room` is itself broken, with a hyphen.
    """
    lines: list[str] = []
    pieces = [piece for word in text.split() for piece in _pieces(word, room, size, bold)]
    for word in pieces:
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(longer, size, bold=bold) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    if len(lines) > most_lines:
        lines = [*lines[: most_lines - 1], " ".join(lines[most_lines - 1 :])]
    return tuple(fitted(line, room, size, bold=bold) for line in lines)


def _pieces(word: str, room: float, size: float, bold: bool) -> list[str]:
    """A word in pieces that fit: Northampton- shire, else wherever the room ends."""

    def fits(piece: str) -> bool:
        return text_width(piece, size, bold=bold) <= room

    if fits(word):
        return [word]
    for ending in _ENDINGS:
        head = word.removesuffix(ending)
        if head != word and fits(head + "-"):
            return [head + "-", ending]
    length = next((n for n in range(len(word) - 1, 1, -1) if fits(word[:n] + "-")), 1)
    return [word[:length] + "-", *_pieces(word[length:], room, size, bold)]


def longest_word(text: str, size: float, *, bold: bool = False) -> float:
    """The width of the widest word in `text`."""
    return max((text_width(word, size, bold=bold) for word in text.split()), default=0.0)
