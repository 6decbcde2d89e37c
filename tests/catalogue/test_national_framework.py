"""docs/national-framework.md stays true: every row of the dashboard, ours or the reason why not."""

import re
from pathlib import Path

from brightfutures.catalogue import Catalogue

PAGE = Path(__file__).parents[2] / "docs" / "national-framework.md"
ROW = re.compile(r"^\| (\d+) \| ([^|]+) \| ([^|]+) \|$", re.MULTILINE)


def _rows() -> dict[int, str]:
    found = ROW.findall(PAGE.read_text(encoding="utf-8"))
    assert len({number for number, _, _ in found}) == len(found)
    return {int(number): ours.strip() for number, _, ours in found}


def test_every_row_of_the_dashboard_is_answered() -> None:
    assert sorted(_rows()) == list(range(1, 69))


def test_every_row_names_an_indicator_of_ours_or_a_reason(catalogue: Catalogue) -> None:
    named: list[str] = []
    for number, ours in _rows().items():
        match = re.fullmatch(r"`(\w+)`", ours)
        if match:
            assert match[1] in catalogue.indicators, f"row {number}"
            named.append(match[1])
        else:
            assert ours.startswith("Cannot be given"), f"row {number}"
            assert ours.endswith("."), f"row {number}"
    assert len(set(named)) == len(named)
    assert len(named) == 62
