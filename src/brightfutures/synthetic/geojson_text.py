"""GeoJSON with one feature a line, as map makers' tools write it."""

from __future__ import annotations

import json
from collections.abc import Sequence

GEOMETRY = "geometry"


def geojson_bytes(header: Sequence[str], rows: Sequence[Sequence[str]]) -> bytes:
    """A collection of features: each row's cells are properties but for its geometry."""
    features = []
    for row in rows:
        properties = dict(zip(header, row, strict=True))
        geometry = json.loads(properties.pop(GEOMETRY))
        feature = {"type": "Feature", "properties": properties, "geometry": geometry}
        features.append(json.dumps(feature, ensure_ascii=False))
    text = ",\n".join(features)
    return f'{{"type": "FeatureCollection", "features": [\n{text}\n]}}\n'.encode()
