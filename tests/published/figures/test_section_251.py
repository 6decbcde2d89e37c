"""Section 251: every line, council and provider is that of the department's own eleven sheets.

A line is found here by the words of its label and not by its number, which the readers use.
"""

import math
import re
from collections import Counter
from functools import cache

import pytest

pytestmark = pytest.mark.published

FOLDER = "dfe/section-251"
FILES = {
    "2008-09": "s251ye2009.xls",
    "2009-10": "s251ye2010.xls",
    "2010-11": "s251ye2011.xls",
    "2011-12": "s251ye2012.xlsx",
    "2012-13": "s251ye2013.xlsx",
    "2013-14": "s251ye2014.ods",
    "2014-15": "s251ye2015.xlsx",
    "2015-16": "s251ye2016.xlsx",
    "2016-17": "s251ye2017.xlsx",
    "2017-18": "s251ye2018.xlsx",
    "2018-19": "s251ye2019.xlsx",
}
# Counties that ended in 2009, which the tidy files do not know.
ENDED_IN_2009 = {"820": "E10000001", "875": "E10000004"}
STOCKTON = "E06000004"
# Line: words of its labels, without their numbers; several rows that match are added.
LINES = {
    "childrens_social_care": r"(total )?children and young people.?s services (budget|expenditure) "
    r"?\(excluding cera\)",
    "childrens_services_and_capital": r"(total )?children and young people.?s services (budget|"
    r"expenditure) ?\(including cera\)",
    "capital_from_revenue": r"capital expenditure from revenue",
    "children_looked_after": "total children looked after",
    "residential_care": "residential care$",
    "fostering": "fostering services",
    "adoption": "adoption services$",
    "special_guardianship": "special guardianship support$",
    "other_children_looked_after_services": "other children looked after",
    "short_breaks_for_children_looked_after": "short breaks.* for looked after",
    "children_placed_with_family_and_friends": "children placed with family and friends",
    "education_of_children_looked_after": "education of looked after",
    "leaving_care": "leaving care support",
    "safeguarding": "total +(safeguarding|children and young people.s safety/children social care)",
    "local_safeguarding_board": "local safeguarding child",
    "family_support": "total family support",
    "direct_payments": "direct payments",
    "short_breaks_for_disabled_children": "short breaks.* for disabled children",
    "targeted_family_support": "(other )?targeted family support|intensive family interventions",
    "universal_family_support": "universal family support",
    "sure_start_and_early_years": "total sure start",
    "services_for_young_people": "total services for young people|unknown$",
    "universal_services_for_young_people": "universal services for young people",
    "targeted_services_for_young_people": "targeted services for young people",
    "youth_justice": "(total )?youth justice$",
    "other_children_and_families": "other childrens? and family services|other children.?s and "
    "families services|other children and families services",
    "social_work": "social work ",
    "commissioning_and_strategy": "comm?issioning and children.s services strategy",
}
# Measure: what a column's heading begins with, in letters alone.
COLUMNS = {
    "spend": "totalexpenditure",
    "income": "income",
    "net_spend": "netcurrentexpenditure",
    "own_spend": "ownprovision",
    "private_spend": "private",
    "other_public_spend": "otherpublic",
    "voluntary_spend": "voluntary",
}
SPLIT = tuple(COLUMNS)[3:]


class Sheet:
    """One year's sheet: (line's label, today's code of the council) → its row."""

    def __init__(self, rows, codes):
        top = next(i for i, row in enumerate(rows) if str(row[0]).strip() in STARTS)
        headings = [re.sub("[^a-z]", "", str(cell).lower()) for cell in rows[top]]
        label = next(
            i for i, name in enumerate(headings) if "reference" in name or "description" in name
        )
        council = next(i for i, name in enumerate(headings) if name in ("la", "lea", "leanumber"))
        self.column = {
            measure: next((i for i, name in enumerate(headings) if name.startswith(begins)), None)
            for measure, begins in COLUMNS.items()
        }
        self.rows = {}
        for row in rows[top + 1 :]:
            words = re.sub(r"^\d[\d.]*[ab]? *", "", str(row[label]).strip().lower())
            self.rows.setdefault(" ".join(words.split()), {})[codes[str(int(row[council]))]] = row

    def printed(self, line, measure):
        """{council: pounds, or None where a cell is no number} of the rows that a line is."""
        labels = [name for name in self.rows if re.match(LINES[line], name)]
        place, found = self.column[measure], {}
        for label in labels if place is not None else ():
            for council, row in self.rows[label].items():
                cell = row[place]
                known = found.get(council, 0.0)
                fine = isinstance(cell, int | float) and known is not None
                found[council] = known + cell if fine else None
        return found


STARTS = ("LEA Number:", "LEA", "LA", "ident")


@pytest.fixture(scope="module")
def sheets(official):
    codes = official.council_codes() | ENDED_IN_2009
    return {
        year: Sheet(official.sheet(f"{FOLDER}/{name}", ""), codes) for year, name in FILES.items()
    }


@pytest.fixture(scope="module")
def ours(edition):
    """Pounds, or None where there is no figure, by area and year, of a line told in one way."""

    @cache
    def told(line, measure):
        name = f"section_251_{line}_{measure}"
        if name not in edition.catalogue.series:
            return {}
        found = edition.store.readings(name)
        return {
            (found.areas[area], found.periods[period]): None if math.isnan(value) else float(value)
            for area, period, value in zip(
                found.area_index, found.period_index, found.value, strict=True
            )
        }

    return told


@pytest.mark.parametrize("year", FILES)
def test_every_line_of_every_council_is_that_of_the_sheet(year, sheets, ours, record_property):
    equal, wrong = 0, []
    for line in LINES:
        for measure in COLUMNS:
            mine = ours(line, measure)
            if measure in SPLIT and not any(area[:2] == "E0" for area, _ in mine):
                continue  # printed without who provides
            for council, pounds in sheets[year].printed(line, measure).items():
                if council == STOCKTON and year == "2009-10":
                    pounds = None  # noughts in place of a return
                value = mine.get((council, year))
                if (pounds is None) != (value is None) or abs((pounds or 0) - (value or 0)) > 0.005:
                    if measure in SPLIT and pounds is None and (council, year) not in mine:
                        continue  # a total in this year
                    wrong.append((line, measure, council, pounds, value))
                else:
                    equal += pounds is not None
    record_property("figures", equal)
    assert not wrong, (len(wrong), wrong[:8])
    assert equal > 9_500


def test_every_council_there_was_has_a_return_but_stockton_in_2009_10(ours, sheets):
    gross = ours("childrens_social_care", "spend")
    told = {year: {area for area, at in gross if at == year and gross[area, at]} for year in FILES}
    councils = {
        year: {area for area in areas if area[:2] in "E0E1"} for year, areas in told.items()
    }

    assert councils["2008-09"] >= set(ENDED_IN_2009.values())
    assert {year: len(found & set(sheets[year].rows[next(iter(sheets[year].rows))]))
            for year, found in councils.items()} == {
        year: {"2008-09": 150, "2009-10": 151}.get(year, 152) for year in FILES
    }  # fmt: skip
    assert gross[STOCKTON, "2009-10"] is None


@pytest.mark.parametrize(
    ("line", "year", "millions"),
    [
        ("children_looked_after", "2018-19", 4881.42),
        ("children_looked_after", "2017-18", 4476.59),  # as first published
        ("children_looked_after", "2012-13", 3495.63),
        ("children_looked_after", "2011-12", 3082.85),
        ("childrens_social_care", "2018-19", 9854.91),
        ("residential_care", "2018-19", 1479.90),
        ("fostering", "2018-19", 1702.23),
        ("services_for_young_people", "2010-11", 1184.12),
    ],
)
def test_councils_add_up_to_the_figures_known(line, year, millions, ours):
    total = sum(
        pounds or 0
        for (area, at), pounds in ours(line, "spend").items()
        if at == year and area[:3] not in ("E92", "E12", "E13")
    )
    assert round(total / 1e6, 2) == millions


def test_who_provides_adds_up_to_spending_before_income_everywhere(ours):
    added, unlike = 0, []
    for line in LINES:
        parts = [ours(line, measure) for measure in SPLIT]
        for key, gross in ours(line, "spend").items():
            shares = [part.get(key) for part in parts]
            if key[0][:3] != "E92" and gross is not None and None not in shares:
                added += 1
                if abs(sum(shares) - gross) >= 1:
                    unlike.append((line, key, gross, shares))
    assert added > 25_000
    assert unlike == []


def test_income_taken_from_spending_leaves_the_net_but_in_two_returns(ours):
    """Darlington's of 2010-11 and Newcastle's of 2008-09 do not add up, and are kept so."""
    taken, unlike = 0, Counter()
    for line in LINES:
        for key, gross in ours(line, "spend").items():
            income, net = ours(line, "income").get(key), ours(line, "net_spend").get(key)
            if key[0][:3] != "E92" and None not in (gross, income, net):
                taken += 1
                unlike[key] += abs(gross - income - net) >= 1
    assert taken > 40_000
    assert +unlike == {("E06000005", "2010-11"): 4, ("E08000021", "2008-09"): 2}


def test_parts_add_up_to_every_total_of_every_council_and_year_as_lines_are_declared(edition, ours):
    lines, added, unlike = edition.catalogue.spend_lines, 0, []
    for year in FILES:
        place_of = {name: line.place("section_251", year) for name, line in lines.items()}
        for total in lines:
            parts = [name for name, place in place_of.items() if place and place.parent == total]
            for measure in ("spend", "income", "net_spend") if parts else ():
                told = [ours(name, measure) for name in parts]
                for (area, at), pounds in ours(total, measure).items():
                    shares = [part.get((area, at)) for part in told]
                    if at != year or area[:3] in ("E92", "E12", "E13") or None in (pounds, *shares):
                        continue
                    added += 1
                    if abs(sum(shares) - pounds) >= 3:
                        unlike.append((total, measure, area, at, pounds, sum(shares)))
    assert added > 35_000
    assert unlike == []
