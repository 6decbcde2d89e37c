"""Tables that are lists: similar councils, inspections, and the dictionary of a publisher."""

from __future__ import annotations

import datetime

import numpy as np

from brightfutures.catalogue import Catalogue, GoodDirection
from brightfutures.catalogue.sources import FileRule, Source
from brightfutures.quantities import PeriodKind
from brightfutures.synthetic.area_cells import AreaCells
from brightfutures.synthetic.chance import generator
from brightfutures.synthetic.forms import Form
from brightfutures.synthetic.headers import place_of
from brightfutures.synthetic.world import World

GRADES = {"outstanding": 36, "good": 67, "requires_improvement": 31, "inadequate": 19}
"""Overall judgements of 153 councils at 31 March 2025, in the file of that date."""

FIRST_INSPECTION, LAST_INSPECTION = datetime.date(2018, 1, 15), datetime.date(2025, 2, 10)
DAYS_TO_PUBLICATION = 45
CARE_LEAVERS_JUDGED_FROM = datetime.date(2023, 1, 1)
SHARE_ANOTHER_GRADE = 0.3  # of parts, that differ from the overall judgement by one grade


def neighbour_rows(world: World, form: Form, source: Source) -> tuple[list[str], list[list[str]]]:
    """One row a council: its ten similar councils, nearest first, with how close each is."""
    rule = source.neighbours
    if rule is None:
        raise ValueError(f"Source '{source.id}' declares no table of similar councils.")
    header = list(form.columns)
    councils = world.councils
    rows = []
    for place in range(councils.current_count):
        area = councils.councils[place]
        row = [""] * len(header)
        row[place_of(header, rule.code_column)] = area.dfe_code or ""
        for column in ("la_name", "LA Name"):
            if column in header:
                row[header.index(column)] = area.name
        if "region_name" in header:
            row[header.index("region_name")] = councils.regions[councils.region_of[place]].name
        for order, (code, close) in enumerate(
            zip(rule.neighbour_columns, rule.closeness_columns, strict=True)
        ):
            other = councils.councils[councils.similar[place, order]]
            word = councils.closeness[place][order]
            row[place_of(header, code)] = other.dfe_code or ""
            # The published table has a space after this one word.
            row[place_of(header, close)] = "Close " if word == "Close" else word
        rows.append(row)
    return header, rows


def judgement_rows(
    world: World, form: Form, source: Source, rule: FileRule
) -> tuple[list[str], list[list[str]]]:
    """Two inspections of most councils, graded as often each way as the real ones."""
    judged = rule.judgements or source.judgements
    if judged is None:
        raise ValueError(f"Source '{source.id}' declares no judgements.")
    areas = AreaCells(world, form, rule.areas or source.areas)
    header = list(form.columns)
    words = {grade: word for word, grade in reversed(list(judged.grades.items()))}
    chance = generator(world.seed, "inspections")
    shares = np.array(list(GRADES.values())) / sum(GRADES.values())
    rows = []
    for place in range(world.councils.current_count):
        for inspected in _dates(chance):
            overall = int(chance.choice(len(GRADES), p=shares))
            row = [form.fixed.get(name, "") for name in header]
            for at, text in areas.cells(header, place).items():
                row[at] = text
            for column, part in judged.parts.items():
                if part == "care_leavers" and inspected < CARE_LEAVERS_JUDGED_FROM:
                    grade = words.get("not_judged", "")
                else:
                    grade = words[list(GRADES)[_part_grade(chance, overall, part)]]
                row[place_of(header, column)] = grade
            row[place_of(header, judged.date_columns[0])] = inspected.isoformat()
            if judged.published_column:
                published = inspected + datetime.timedelta(days=DAYS_TO_PUBLICATION)
                row[place_of(header, judged.published_column)] = published.isoformat()
            rows.append(row)
    return header, rows


YEAR_TYPES = {
    PeriodKind.AT_31_MARCH: "Annual",
    PeriodKind.YEAR_TO_31_MARCH: "Financial Year",
    PeriodKind.FINANCIAL_YEAR: "Financial Year",
    PeriodKind.ACADEMIC_YEAR: "Academic Year",
}
"""How LAIT's dictionary says what a bare year means."""


POLARITIES = {
    GoodDirection.HIGHER: "High",
    GoodDirection.LOWER: "Low",
    GoodDirection.NEITHER: "-",
}
"""How it says which way is good."""


def dictionary_rows(
    catalogue: Catalogue, form: Form, source: Source
) -> tuple[list[str], list[list[str]]]:
    """One row a key: what the measure is called, its unit, and what its years mean."""
    rule = source.dictionary
    if rule is None:
        raise ValueError(f"Source '{source.id}' declares no dictionary.")
    header = list(form.columns)
    named: dict[str, str] = {}
    ours = {entry.lait_key: entry for entry in catalogue.indicators.values() if entry.lait_key}
    for file in source.files:
        for read in file.reads:
            named.setdefault(read.where[rule.key_column], read.series)
    rows = []
    for key, name in named.items():
        series = catalogue.series[name]
        row = ["-"] * len(header)
        indicator = ours.get(key)
        cells = {
            rule.dictionary_key_column: key,
            rule.title_column: series.sentence.rstrip("."),
            rule.unit_column: series.unit,
            rule.description_column: series.sentence,
            rule.year_type_column: YEAR_TYPES[series.period_kind],
            rule.polarity_column: POLARITIES[indicator.good_direction] if indicator else "-",
            rule.decimal_places_column: str(indicator.decimal_places) if indicator else "0",
        }
        for column, text in cells.items():
            if column is not None:
                row[place_of(header, column)] = text
        rows.append(row)
    return header, rows


def _dates(chance: np.random.Generator) -> list[datetime.date]:
    """The days on which a council's inspections began, about three and a half years apart."""
    span = (LAST_INSPECTION - FIRST_INSPECTION).days
    first = int(chance.integers(0, span // 2))
    second = first + int(chance.integers(900, 1500))
    days = [first] + ([second] if second <= span else [])
    return [FIRST_INSPECTION + datetime.timedelta(days=day) for day in days]


def _part_grade(chance: np.random.Generator, overall: int, part: str) -> int:
    if part == "overall" or chance.random() >= SHARE_ANOTHER_GRADE:
        return overall
    return int(np.clip(overall + chance.choice([-1, 1]), 0, len(GRADES) - 1))
