"""What the declared spend lines promise, and that what is not sound is refused."""

import re
import shutil
from importlib.resources import files
from pathlib import Path

import pytest

from brightfutures.catalogue import Catalogue, CatalogueError, read_catalogue
from brightfutures.catalogue.spending import Prevention

SHIPPED = files("brightfutures.catalogue")
YEARS = [f"20{year:02}-{year + 1:02}" for year in range(8, 25) if year != 21]


def test_each_line_is_part_of_one_total_in_a_year(catalogue: Catalogue) -> None:
    for line in catalogue.spend_lines.values():
        for account in line.accounts():
            for year in YEARS:
                holding = [
                    place for place in line.places if place.account == account and place.holds(year)
                ]
                assert len(holding) <= 1, (line.id, account, year)


def test_the_lines_of_the_outturn_are_under_its_total_in_every_year(catalogue: Catalogue) -> None:
    lines = catalogue.spend_lines
    for year in YEARS:
        for line in lines.values():
            name, place = line.id, line.place("revenue_outturn", year)
            while place is not None and place.parent is not None:
                name, place = place.parent, lines[place.parent].place("revenue_outturn", year)
            if line.place("revenue_outturn", year) is not None:
                assert name == "childrens_social_care", (line.id, year)


def test_a_line_that_could_count_otherwise_says_why(catalogue: Catalogue) -> None:
    for line in catalogue.spend_lines.values():
        if line.prevention in (Prevention.MIDDLE, Prevention.BROAD):
            assert line.ambiguous_because, line.id


def test_every_series_of_a_line_is_a_sentence_in_pounds(catalogue: Catalogue) -> None:
    spending = catalogue.spending
    made = 0
    for account in spending.accounts.values():
        for line in spending.lines:
            for measure in account.measures:
                series = catalogue.series.get(account.series(line, measure))
                if series is not None:
                    made += 1
                    assert series.unit == "pounds"
                    assert "{" not in series.sentence
                    assert series.sentence.endswith(".")
    assert made > 60


def test_breaks_stand_in_the_order_of_time(catalogue: Catalogue) -> None:
    for account in catalogue.spending.accounts:
        for line in catalogue.spend_lines.values():
            periods = [one.period for one in line.breaks_in(account)]
            assert periods == sorted(periods), (line.id, account)


@pytest.mark.parametrize(
    ("file", "change", "said"),
    [
        (
            "lines.toml",
            ('parent = "children_looked_after"', 'parent = "care"'),
            "spend line 'care'",
        ),
        ("lines.toml", ('parent = "children_looked_after"', 'parent = "fostering"'), "is no total"),
        ("lines.toml", ('account = "revenue_budget"', 'account = "ra"'), "unknown account 'ra'"),
        ("accounts.toml", ('measures = ["net_budget"]', 'measures = ["b"]'), "unknown measure 'b'"),
        ("accounts.toml", ('"mhclg_revenue_budget"', '"a"'), "does not name its source"),
        ("omissions.toml", ('"fostering"', '"foster"'), "spend line 'foster'"),
        ("contradictions.toml", ('"connexions"', '"connection"'), "spend line 'connection'"),
        ("notes.toml", ('"residential_care"', '"homes"'), "spend line 'homes'"),
    ],
)
def test_a_declaration_that_is_not_sound_is_refused(
    tmp_path: Path, file: str, change: tuple[str, str], said: str
) -> None:
    folder = tmp_path / "catalogue"
    shutil.copytree(str(SHIPPED), folder)
    text = (folder / "spending" / file).read_text(encoding="utf-8")
    assert change[0] in text
    (folder / "spending" / file).write_text(text.replace(*change), encoding="utf-8")
    with pytest.raises(CatalogueError, match=re.escape(said)):
        read_catalogue(folder)
