# ruff: noqa: E501 (a declaration reads best on one line)
"""A small England with its own declarations, and folders of small files to load."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from brightfutures.catalogue import Catalogue, read_catalogue
from brightfutures.published.load import load
from brightfutures.published.reports import LoadReport
from brightfutures.published.store import Store, store_in_use
from brightfutures.quantities import bits_to_reasons

GEOGRAPHY = """
area = [
  { code = "E92000001", name = "England", kind = "country" },
  { code = "E12000001", name = "North East", kind = "region" },
  { code = "E12000007", name = "London", kind = "region" },
  { code = "E13000001", name = "Inner London", kind = "part_of_region" },
  { code = "E06000001", name = "Hartlepool", kind = "council", dfe_code = "805", region = "E12000001", recoded_from = ["E06900001"] },
  { code = "E06000005", name = "Darlington", kind = "council", dfe_code = "841", region = "E12000001" },
  { code = "E06000046", name = "Isle of Wight", kind = "council", dfe_code = "921", region = "E12000001" },
  { code = "E09000021", name = "Kingston upon Thames", kind = "council", dfe_code = "314", region = "E12000007" },
  { code = "E09000027", name = "Richmond upon Thames", kind = "council", dfe_code = "318", region = "E12000007" },
  { code = "E06000059", name = "Dorset", kind = "council", dfe_code = "838", region = "E12000001", first = 2019-04-01 },
  { code = "E10000009", name = "Dorset (to 2019)", kind = "council", dfe_code = "835", region = "E12000001", last = 2019-03-31, successors = ["E06000059"] },
]

[[change]]
date = 2019-04-01
before = ["E10000009"]
after = ["E06000059"]
same_area = false
sentence = "On 1 April 2019 Dorset became a new council."

[[joint_return]]
areas = ["E09000021", "E09000027"]
sources = ["tidy"]
sentence = "Kingston and Richmond make one return together."
"""

SERIES = """
unit = "children"
kind = "count"
period_kind = "at_31_march"

[variant.children_in_care]
sentence = "Children in care."
sources = ["tidy", "wide", "sheet"]
reconcile = true

[variant.children_placed_far_away]
sentence = "Children placed far away."
sources = ["tidy", "wide"]

[variant.square_kilometres]
sentence = "The land of the council."
unit = "square kilometres"
period_kind = "calendar_year"
sources = ["outlines"]

[variant.pupils]
sentence = "Pupils."
period_kind = "academic_year"
sources = ["school"]

[variant.spent]
sentence = "What was spent."
unit = "pounds"
period_kind = "financial_year"
sources = ["lines"]
"""

HEAD = """
publisher = "Department"
publication = "Statistics"
page = "https://example.org"
licence = "OGL"
"""

SOURCES = {
    "tidy": """
layout = "tidy"
release = "path"
areas = { code_columns = ["new_la_code", "region_code", "country_code"], name_columns = ["la_name"], level_column = "level", levels = { National = "country", Regional = "region", Local = "council", Ward = "skip" } }
periods = { column = "time_period" }
marks = { c = "suppressed", z = "not_applicable", x = "unavailable" }
aliases = { kind = { "All children" = "Total" } }
files = [{ pattern = "care_*.csv", release_pattern = "care_(\\\\d{4})" }]
reads = [
  { series = "children_in_care", column = "number", where = { kind = "Total" } },
  { series = "children_placed_far_away", column = "over 20 miles", plus = ["not known"], where = { kind = "Total" }, not_before = "2023" },
]
""",
    "wide": """
layout = "wide"
release = "stated"
table = { encoding = "cp1252" }
areas = { dfe_code_columns = ["code"], name_columns = ["name"], level_column = "level", levels = { National = "country", Region = "region", LA = "council" } }
marks = { x = "suppressed", "" = "not_returned" }
files = [{ pattern = "old/care2012.csv", period = "2012", release_label = "2012" }]
reads = [
  { series = "children_in_care", column = "CLA_Mar{period}" },
  { series = "children_placed_far_away", column = "far", times = 10 },
]
""",
    "sheet": """
layout = "wide"
release = "stated"
areas = { name_columns = ["Council"], skip_names = ["total"], skip_unknown = true }
files = [{ pattern = "book.xlsx", period = "2011", release_label = "2011", table = { format = "sheet", sheet = "Table*", header_starts_with = "Council", header_rows = 2, ends_before = "Source" } }]
reads = [{ series = "children_in_care", column = "Children | in care" }]
""",
    "school": """
layout = "tidy"
release = "newest_period"
areas = { code_columns = ["code"] }
periods = { column = "year", form = "academic_pair" }
files = [{ pattern = "pupils.csv" }]
reads = [{ series = "pupils", column = "pupils" }]
""",
    "lines": """
layout = "wide"
release = "newest_period"
areas = { dfe_code_columns = ["LA"] }
files = [{ pattern = "return.csv", period = "2018-19", not_returned = ["E06000005"] }]
reads = [{ series = "spent", column = "total", where = { line = "2a" }, plus_where = [{ line = "2b" }], times = 10 }]
""",
    "tool": """
layout = "tidy"
release = "stated"
table = { format = "parquet" }
areas = { dfe_code_columns = ["LA Number"], name_columns = ["LA"] }
periods = { column = "Years", form = "lait" }
marks = { "-" = "unstated" }
dictionary = { key_column = "Key", value_column = "Values", prefix = "lait", file = "dictionary.csv", dictionary_key_column = "Key", title_column = "Measure", unit_column = "Unit", year_type_column = "Year", polarity_column = "Good", decimal_places_column = "Places", no_quartiles_column = "Quartiles" }
files = [{ pattern = "tool.parquet", release_label = "2026-04-08" }]
""",
    "alike": """
layout = "neighbours"
release = "stated"
neighbours = { table = "dfe-2025", title = "Similar", code_column = "la", neighbour_columns = ["SN1", "#D"], closeness_columns = ["#C", "#E"] }
files = [{ pattern = "alike.csv", release_label = "2025" }]
""",
    "outlines": """
layout = "boundaries"
release = "stated"
table = { format = "geojson" }
areas = { code_columns = ["code"] }
files = [{ pattern = "outlines.geojson", period = "2023", release_label = "2023" }]
reads = [{ series = "square_kilometres", column = "geometry" }]
""",
    "inspections": """
layout = "judgements"
release = "stated"
areas = { name_columns = ["council"] }
judgements = { framework = "ILACS", date_columns = ["ended"], date_form = "%d/%m/%Y | words", published_column = "published", parts = { overall = "overall", care = "in_care" }, grades = { Good = "good", Outstanding = "outstanding", "Not judged" = "not_judged" } }
files = [{ pattern = "inspections.csv", release_label = "2025" }]
""",
}

CARE_HEADER = "time_period,level,country_code,region_code,new_la_code,la_name,kind,number,over 20 miles,not known\n"


CareFile = Callable[..., str]


@pytest.fixture
def care_file() -> CareFile:
    """The text of a tidy file: England 100, and rows of (code, number) or (code, number, period)."""

    def text(*rows: tuple[str, ...], england: str = "100", period: str = "2024") -> str:
        lines = [f"{period},National,E92000001,,,,All children,{england},30,10\n"]
        for code, number, *when in rows:
            year = when[0] if when else period
            lines.append(f'{year},Local,E92000001,E12000001,{code},,Total,"{number}",3,1\n')
        return CARE_HEADER + "".join(lines)

    return text


@pytest.fixture(scope="session")
def small_catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    root = tmp_path_factory.mktemp("catalogue")
    (root / "geography.toml").write_text(GEOGRAPHY, encoding="utf-8")
    (root / "series").mkdir()
    (root / "series" / "all.toml").write_text(SERIES, encoding="utf-8")
    (root / "sources").mkdir()
    for name, text in SOURCES.items():
        (root / "sources" / f"{name}.toml").write_text(HEAD + text, encoding="utf-8")
    return read_catalogue(root)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def files(tmp_path: Path) -> Path:
    folder = tmp_path / "files"
    folder.mkdir()
    return folder


Loading = Callable[[Mapping[str, str | bytes]], LoadReport]


@pytest.fixture
def load_files(small_catalogue: Catalogue, files: Path, home: Path) -> Loading:
    """Writes files into a folder and loads the folder."""

    def run(content: Mapping[str, str | bytes]) -> LoadReport:
        for name, text in content.items():
            path = files / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return load([files], home, catalogue=small_catalogue)

    return run


@pytest.fixture
def opened(small_catalogue: Catalogue, home: Path) -> Callable[[], Store]:
    """Opens the store in use."""

    def run() -> Store:
        store = store_in_use(home, small_catalogue)
        assert store is not None
        return store

    return run


ValueAt = Callable[[Store, str, str, str], float | str | None]


@pytest.fixture
def value_at() -> ValueAt:
    """The number in a cell, the name of the reason it is missing, or None where no file has it."""

    def find(store: Store, series: str, area: str, period: str) -> float | str | None:
        readings = store.readings(series)
        for place in range(len(readings.value)):
            here = readings.areas[readings.area_index[place]]
            then = readings.periods[readings.period_index[place]]
            if (here, then) == (area, period):
                reasons = bits_to_reasons(int(readings.missing[place]))
                return " and ".join(reasons) if reasons else float(readings.value[place])
        return None

    return find
