"""What tests of charts may ask for: a chart taken apart into the marks a reader would see."""

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from brightfutures.charts.lettering import text_width
from brightfutures.charts.words import ChartWords

Box = tuple[float, float, float, float]  # left, top, right, bottom


@dataclass(frozen=True)
class Seen:
    """A chart as XML, with the room each mark and each text takes."""

    root: ElementTree.Element
    width: float
    height: float
    marks: tuple[Box, ...]
    texts: tuple[tuple[str, Box], ...]

    def drawn(self, **attributes: str) -> list[ElementTree.Element]:
        """The elements that have all these attributes."""
        wanted = {name.replace("_", "-"): value for name, value in attributes.items()}
        return [
            element
            for element in self.root.iter()
            if all(element.get(name) == value for name, value in wanted.items())
        ]

    def places(self, **attributes: str) -> list[tuple[float, float]]:
        """Every point the paths with these attributes go through."""
        shapes = [element.get("d") or "" for element in self.drawn(**attributes)]
        return [point for shape in shapes for point in _points(shape)]


def _points(shape: str) -> list[tuple[float, float]]:
    """The points of a path, in the few letters that charts write."""
    found: list[tuple[float, float]] = []
    x = y = 0.0
    for letter, rest in re.findall(r"([A-Za-z])([^A-Za-z]*)", shape):
        numbers = [float(n) for n in re.findall(r"-?\d+(?:\.\d+)?", rest)]
        if letter in "ML":
            x, y = numbers
        elif letter in "ml":
            for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
                x, y = round(x + dx, 1), round(y + dy, 1)
                found.append((x, y))
            continue
        elif letter == "H":
            x = numbers[0]
        elif letter == "h":
            x += numbers[0]
        elif letter == "V":
            y = numbers[0]
        elif letter == "v":
            y += numbers[0]
        else:
            assert letter in "Zz", letter
        found.append((x, y))
    return found


def _seen(svg: str) -> Seen:
    root = ElementTree.fromstring(svg)
    size = float(root.get("font-size") or 0)
    marks: list[Box] = []
    texts: list[tuple[str, Box]] = []
    for group in root.iter():  # what a group says of lettering holds for every line in it
        for line in group if group.tag.endswith("}g") else ():
            for name in ("text-anchor", "font-weight", "fill"):
                if group.get(name):
                    line.set(name, line.get(name, group.get(name, "")))
    for element in root.iter():
        kind = element.tag.rpartition("}")[2]
        number = {
            name: float(value)
            for name, value in element.attrib.items()
            if name in ("x", "y", "cx", "cy", "r", "width", "height", "stroke-width")
        }
        if kind == "path":
            marks += [(x, y, x, y) for x, y in _points(element.get("d") or "")]
        elif kind == "circle":
            r = number["r"] + number.get("stroke-width", 0) / 2
            x, y = number["cx"], number["cy"]
            marks.append((x - r, y - r, x + r, y + r))
        elif kind == "rect":
            x, y = number["x"], number["y"]
            marks.append((x, y, x + number["width"], y + number["height"]))
        elif kind == "text":
            words = element.text or ""
            width = text_width(words, size, bold=element.get("font-weight") == "bold")
            shift = {"end": 1.0, "middle": 0.5}.get(element.get("text-anchor") or "", 0.0)
            left = number["x"] - shift * width
            top, bottom = number["y"] - 0.8 * size, number["y"] + 0.2 * size
            texts.append((words, (left, top, left + width, bottom)))
    _, _, width, height = map(float, (root.get("viewBox") or "").split())
    return Seen(root, width, height, tuple(marks), tuple(texts))


@pytest.fixture(scope="session")
def seen() -> Callable[[str], Seen]:
    """Takes an SVG apart."""
    return _seen


@pytest.fixture(scope="session")
def words() -> ChartWords:
    """The words of a chart of children in care."""
    return ChartWords(
        title="Children in care per 10,000 children",
        description="Northshire has 94 children in care for every 10,000; similar councils 78.",
    )
