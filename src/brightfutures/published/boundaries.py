"""Reads maps of outlines: one row a council, of whose outline the enclosed area is read."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from brightfutures.catalogue.series import Series
from brightfutures.published.figures import Cells, FigureReader, Rows
from brightfutures.published.outlines import NoOutlineError, Outline, outline_of
from brightfutures.published.tidy_rows import TidyRows
from brightfutures.quantities import AreaKind, PlainError


@dataclass(frozen=True)
class BoundariesReader(FigureReader):
    """Reads one table whose columns hold outlines: the figure is the area in square kilometres."""

    _outlines: dict[str, Outline] = field(default_factory=dict)

    def read(self, series: Mapping[str, Series]) -> TidyRows | None:
        """Every council's area; `PlainError` for a row of anything but a council."""
        placed = self.places.place(self.table, self.rules.areas, self.rules.aliases)
        for row, area in zip(placed.rows.tolist(), placed.primary.tolist(), strict=True):
            if self.places.kind(area) is not AreaKind.COUNCIL:
                raise PlainError(
                    f"{self.table.name}, row {self.table.row_numbers[row]}, has the code "
                    f"{self.places.codes[area]}, which is no council's: get the map of councils, "
                    "or load without it."
                )
        return super().read(series)

    def cells(self, column: str, rows: Rows) -> Cells:
        """The area that each row's outline encloses; the text says how it is drawn."""
        texts = self.table.column(column)
        found = [self._outline(column, row, texts.labels[texts.codes[row]]) for row in rows]
        said = (f"an outline of {outline.points} points" for outline in found)
        return (
            np.array([outline.square_kilometres for outline in found]),
            np.zeros(len(found), np.uint16),
            self.words.texts.numbers(said),
        )

    def _outline(self, column: str, row: int, text: str) -> Outline:
        if text not in self._outlines:
            try:
                self._outlines[text] = outline_of(json.loads(text))
            except NoOutlineError as error:
                raise PlainError(
                    f"{self.table.name}, row {self.table.row_numbers[row]}, column "
                    f"'{self.table.published_name(column)}', holds {error}: get the file as "
                    "published."
                ) from error
        return self._outlines[text]
