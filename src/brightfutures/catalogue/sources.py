"""What a publisher's files are and how they are read: one declaration, one TOML file.

A source names the files it claims by pattern, the rule that gives their release, how the bytes
become a table (`table`), what one row of that table is (`layout`), what each mark means, and
which column under which filter is which series (`reads`). `published` has one reader for each
layout and `synthetic` one writer; neither knows the other.

Writing rules: `publisher` and `publication` are the names a person would search for; `page` is
the public page, never a file; a `note` says in one sentence what a reader must know. `part`
says in a few words what the files hold, wherever sources share the name of one publication.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from brightfutures.quantities import Reason


def _nothing() -> MappingProxyType[str, Any]:
    """An empty table: Python 3.11 refuses a read-only mapping as a default value."""
    return MappingProxyType({})


class Layout(StrEnum):
    """What one row of the file's table is."""

    TIDY = "tidy"  # an area, a period and perhaps filters; value columns beside them
    WIDE = "wide"  # an area; each value column is one series in one period
    NEIGHBOURS = "neighbours"  # a council and its similar councils in order, with closeness
    JUDGEMENTS = "judgements"  # one inspection of one council
    BOUNDARIES = "boundaries"  # a council; each value column holds an outline, whose area is read


class Repeats(StrEnum):
    """What to do where one file gives the same cell twice with different figures."""

    REFUSE = "refuse"  # one sentence naming both rows
    KEEP_FIRST = "keep_first"
    KEEP_LAST = "keep_last"


class Format(StrEnum):
    """How the bytes become a table."""

    CSV = "csv"
    PARQUET = "parquet"
    SHEET = "sheet"  # xls, xlsx or ods
    GEOJSON = "geojson"  # a row a feature: its properties, and its shape in the column `geometry`


class ReleaseRule(StrEnum):
    """Where a file's release comes from; never the file's date on disk."""

    PATH = "path"  # the first group of `release_pattern` in the path
    NEWEST_PERIOD = "newest_period"  # the newest period in the file
    COLUMN = "column"  # a column of the file
    STATED = "stated"  # said here, in `release_label`


@dataclass(frozen=True, kw_only=True)
class TableRule:
    """How the bytes become a table of text cells with a header.

    Column names are compared with runs of spaces and line ends taken as one space.

    `encoding` is for CSV. `sheet` is a sheet's name, or a pattern of it (`LAA1`,
    `RO3_LA_Data_*`). The header is the row (1-based, as a person counts in the file)
    `header_row`, or the first row that holds the cell `header_starts_with`; a header in several
    rows is joined by ` | ` over `header_rows` of them. With `header_carries` each of its rows but
    the last is a heading over several columns: a blank takes what stands to its left. Rows end
    at the file's end or before the first row whose first cell that is not blank begins with
    `ends_before`. Where two columns have one name, a column is addressed by its letter: `#D`.
    """

    format: Format = Format.CSV
    encoding: str = "utf-8-sig"
    sheet: str | None = None
    header_row: int = 1
    header_starts_with: str | None = None
    header_rows: int = 1
    header_carries: bool = False
    ends_before: str | None = None
    rows_match: str | None = None


@dataclass(frozen=True, kw_only=True)
class AreaRule:
    """Which columns say where: the first that holds a code or name of the ledger decides.

    Columns are tried in the order ONS codes, DfE codes, names, and within each as listed; so
    DfE's tidy files, where codes of councils, regions and England stand in three columns, list
    all three. `level_column` with `levels` (label → council, region, country, part_of_region,
    skip) says what kind of area a row is, and a code of another kind is passed over (England's
    921 is not the Isle of Wight); every label must be declared. Without it the kind follows
    from the code. Where a row's codes name two councils, the one that existed in the period
    counts. A row of a joint return (`E09000021 / E09000027`) needs no declaration here: the
    ledger names it. A blank level leaves it to the code. `skip_names` are compared without
    regard to case; the source's aliases of a name column are applied first.
    """

    code_columns: tuple[str, ...] = ()
    dfe_code_columns: tuple[str, ...] = ()
    name_columns: tuple[str, ...] = ()
    level_column: str | None = None
    levels: Mapping[str, str] = field(default_factory=_nothing)
    skip_names: tuple[str, ...] = ()
    skip_codes: tuple[str, ...] = ()
    skip_unknown: bool = False  # passes over districts, fire authorities and other bodies
    everywhere: str | None = None  # the code of the one area that the whole file is about


@dataclass(frozen=True, kw_only=True)
class PeriodRule:
    """How a period is written: which column (tidy), and how its text becomes a label.

    `form` is one of: `label` (already ours), `end_year` (2025), `academic_pair` (202324),
    `start_slash` (2010/11), `long_pair` (2019-20), `quarter` (2025 Q1 is 2025), `lait`
    (LAIT's many forms; the kind follows from the dictionary and the form). A note in brackets
    after it, such as `(p)`, is dropped. The label follows from the series' kind of period: 202324
    is `2023-24` in a school year and `2024` in a year ending 31 March.
    """

    column: str | None = None
    form: str = "end_year"


@dataclass(frozen=True, kw_only=True)
class Read:
    """One series: a value column under filters.

    `where` is column → label (a blank matches only blank cells), all after aliases. `period` is
    the label of the column's period where the file has no period column; else the file rule's
    `period` counts. In `column`, `{period}` stands for that label: `CLA_Mar{period}`. `times`
    scales (1000 for figures in thousands). `not_before` and `not_after` bound the periods read.
    `plus` names further columns of the same row that are added, `plus_where` the filters of
    further rows of the same area and period that are; where one is missing, so is the sum, with
    every reason.
    """

    series: str
    column: str
    plus: tuple[str, ...] = ()
    where: Mapping[str, str] = field(default_factory=_nothing)
    plus_where: tuple[Mapping[str, str], ...] = ()
    period: str | None = None
    times: float = 1.0
    not_before: str | None = None
    not_after: str | None = None


@dataclass(frozen=True, kw_only=True)
class LineReads:
    """Reads of a finance return: each spend line in each measure, one series for each pair.

    `lines` gives the heading under which a line of `spending/lines.toml` stands in the file, or
    several that are added; `columns` the column of each measure (`spend`, `income` ...), in
    which `{line}` stands for the heading. Where lines are rows, `where` finds them: a label may
    hold `{line}` too, and several headings are rows that are added. `account` is the return as
    `spending/accounts.toml` has it.
    """

    account: str
    lines: Mapping[str, tuple[str, ...]]
    columns: Mapping[str, str]
    where: Mapping[str, str] = field(default_factory=_nothing)
    period: str | None = None
    times: float = 1000.0


@dataclass(frozen=True, kw_only=True)
class NeighboursRule:
    """A table of similar councils: one row a council, `count` pairs of code and closeness."""

    table: str  # the name by which people ask for it: dfe-2025
    title: str
    code_column: str
    neighbour_columns: tuple[str, ...]
    closeness_columns: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class JudgementsRule:
    """Inspections: column → part judged, and how grades are written.

    `parts` maps a column to overall, leaders, help_and_protection, in_care or care_leavers;
    `grades` maps each published word to outstanding, good, requires_improvement, inadequate, or
    not_judged. `framework` is a fixed name, or comes from `framework_column`. The first of
    `date_columns` that is not blank counts. `date_form` is `iso`, `words` (the last day that
    words name, as in 18 February to 1 March 2019) or a format in the letters of `strptime`; cells
    that a workbook holds as dates need none; several are separated by ` | ` and tried in order.
    Where two sources tell of one inspection, the account of the lower `rank` counts.
    """

    parts: Mapping[str, str]
    grades: Mapping[str, str]
    date_columns: tuple[str, ...]
    date_form: str
    framework: str | None = None
    framework_column: str | None = None
    published_column: str | None = None
    rank: int = 1


@dataclass(frozen=True, kw_only=True)
class FileRule:
    """The files of one pattern, and what is particular to them.

    `pattern` is a glob on the path within the folder (`**/` in front is implied). What is left
    out is the source's own. Two rules of one source may claim the same file (two of its
    sheets); each is read. `period` is the label of the one period that the file is about.
    `not_returned` names by code the councils whose rows hold noughts in place of a return.
    """

    pattern: str
    period: str | None = None
    release_label: str | None = None
    release_pattern: str | None = None
    table: TableRule | None = None
    areas: AreaRule | None = None
    periods: PeriodRule | None = None
    reads: tuple[Read, ...] = ()
    lines: tuple[LineReads, ...] = ()  # become reads when the catalogue is loaded
    marks: Mapping[str, Reason] | None = None
    not_returned: tuple[str, ...] = ()
    judgements: JudgementsRule | None = None
    note: str | None = None


@dataclass(frozen=True, kw_only=True)
class DictionaryRule:
    """A series for each key found in a column (LAIT): `prefix`, a colon and the key.

    `value_column` holds the figures. `file` is the pattern of the dictionary (CSV, in the
    source's encoding) that names and describes each key; its year type says which kind of
    period a bare year is. What else it says of how the publisher shows the measure is kept too:
    which way is good, decimal places (one where it is silent), and whether quartiles are shown.
    """

    key_column: str
    value_column: str
    prefix: str
    file: str
    dictionary_key_column: str
    title_column: str
    unit_column: str
    polarity_column: str | None = None
    year_type_column: str | None = None
    description_column: str | None = None
    decimal_places_column: str | None = None
    no_quartiles_column: str | None = None  # holds N where they are not shown


@dataclass(frozen=True, kw_only=True)
class Live:
    """How `refresh` finds the newest file: the service and the words it is asked by."""

    service: str  # one of: explore_education_statistics, govuk_content, fingertips, nomis, ons
    publication: str
    file_title: str | None = None


@dataclass(frozen=True, kw_only=True)
class Source:
    """One publication's files, from pattern to series."""

    id: str
    publisher: str
    publication: str
    page: str
    licence: str
    layout: Layout
    files: tuple[FileRule, ...]
    release: ReleaseRule
    release_column: str | None = None
    table: TableRule = TableRule()
    areas: AreaRule = AreaRule()
    periods: PeriodRule = PeriodRule()
    reads: tuple[Read, ...] = ()
    lines: tuple[LineReads, ...] = ()
    marks: Mapping[str, Reason] = field(default_factory=_nothing)
    aliases: Mapping[str, Mapping[str, str]] = field(
        default_factory=_nothing
    )  # column → label → ours
    repeats: Repeats = Repeats.REFUSE
    neighbours: NeighboursRule | None = None
    judgements: JudgementsRule | None = None
    dictionary: DictionaryRule | None = None
    live: Live | None = None
    part: str | None = None
    note: str | None = None
