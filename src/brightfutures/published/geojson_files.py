"""Reads GeoJSON (RFC 7946): a row a feature, its properties as text and its geometry as JSON."""

from __future__ import annotations

import json
from typing import Any

from brightfutures.published.tables import Table, table_of_rows
from brightfutures.quantities import PlainError

GEOMETRY = "geometry"
"""The name of the column that holds each feature's geometry."""


def read_geojson(name: str, content: bytes) -> Table:
    """The table of a collection's features; they are counted from 1, for there is no header row.

    Raises `PlainError` where the bytes are no sound GeoJSON or hold no features.
    """
    features = _features(name, content)
    header: dict[str, None] = {}
    for feature in features:
        header |= dict.fromkeys(feature["properties"])
    header[GEOMETRY] = None
    rows = [
        [
            *(_text(feature["properties"].get(key)) for key in header if key != GEOMETRY),
            json.dumps(feature[GEOMETRY]),
        ]
        for feature in features
    ]
    return table_of_rows(name, tuple(header), 1, rows, range(1, len(rows) + 1))


def _features(name: str, content: bytes) -> list[dict[str, Any]]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise PlainError(
            f"{name} is not written in UTF-8, as GeoJSON is: get it again as published."
        ) from error
    try:
        collection = json.loads(text)
    except json.JSONDecodeError as error:
        raise PlainError(
            f"{name}, row {error.lineno}, is not sound GeoJSON: the file may be cut short; "
            "get it again."
        ) from error
    except (RecursionError, ValueError) as error:  # nested without end, or a number too long
        raise PlainError(f"{name} is not sound GeoJSON: get it again.") from error
    features = collection.get("features") if isinstance(collection, dict) else None
    if not isinstance(features, list) or not features:
        raise PlainError(
            f"{name} is not GeoJSON with features: get the file as published, or load without it."
        )
    for place, feature in enumerate(features, 1):
        parts = feature if isinstance(feature, dict) else {}
        if not isinstance(parts.get("properties"), dict) or GEOMETRY not in parts:
            raise PlainError(
                f"{name}, row {place}, is no feature with properties and a geometry: get the "
                "file as published."
            )
    return features


def _text(value: object) -> str:
    return "" if value is None else value if isinstance(value, str) else json.dumps(value)
