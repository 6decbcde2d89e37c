"""A health check as a file: every measure, not only those that the overview shows."""

from __future__ import annotations

from collections.abc import Callable

from brightfutures.delivery.chosen_comparison import ChosenComparison
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.explain import json_text
from brightfutures.delivery.health_check_files import health_check_csv, health_check_xlsx
from brightfutures.delivery.health_check_rows import health_check_json
from brightfutures.quantities import Area

FORMS: dict[str, Callable[[Edition, Area, ChosenComparison], bytes]] = {
    "json": lambda *asked: json_text(health_check_json(*asked)).encode("utf-8"),
    "csv": health_check_csv,
    "xlsx": health_check_xlsx,
}
"""By suffix."""
