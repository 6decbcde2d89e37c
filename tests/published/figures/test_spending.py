"""Spending as councils returned it, added up and divided again from the ministry's sheets."""

import re
from decimal import Decimal
from fractions import Fraction

import pytest

pytestmark = pytest.mark.published

FOLDER = "mhclg/revenue-outturn"
YEARS = ("2022-23", "2023-24", "2024-25")
POPULATION = "ons/population/ons_mid-year_population_estimates_2012_to_2024.csv"
# Series: the words of the line's heading as a person sees it, which stay from year to year.
LINES = {
    "childrens_social_care_spend": "^total children social care$",
    "children_looked_after_spend": r"children looked after( \[note 3\])?$",
    "residential_care_spend": "children looked after of which residential care$",
    "fostering_spend": "children looked after of which fostering services$",
    "family_support_spend": "family support services$",
    "youth_justice_spend": "youth justice$",
    "safeguarding_spend": "safeguarding children and young people.s services$",
}
PENNY = Decimal("0.01")
COUNCIL_CLASSES = ("UA", "MD", "LB", "SC", "Eng")


def pounds(cell):
    """Thousands in the sheet as pounds; anything else is a mark."""
    return f"{cell * 1000:.2f}" if isinstance(cell, float) else str(cell) or "blank"


class Sheet:
    """One year's sheet: where each line's total and net expenditure stand."""

    def __init__(self, rows):
        top = next(place for place, row in enumerate(rows) if row[0] == "E-code")
        self.council_rows = [
            row
            for row in rows[top + 1 :]
            if row[4] in COUNCIL_CLASSES and str(row[1]).startswith("E")
        ]
        above = [cell if isinstance(cell, str) else "" for cell in rows[top - 1]]
        has_lines = sum(bool(cell) for cell in above) > 5
        self.headings = self._headings(above if has_lines else [""] * len(above), rows[top])

    @staticmethod
    def _headings(above, below):
        """(line, C3 or C7) → column, whether the line stands above its columns or before them."""
        found, line = {}, ""
        for place, (upper, lower) in enumerate(zip(above, below, strict=True)):
            line = str(upper) or line
            whole = re.sub(r"\s+", " ", f"{line} - {lower}" if line else str(lower))
            match = re.match(r"(.*?) ?- ?[A-Za-z ]+\((C[37])\b", whole)
            if match:
                found[match[1].strip().lower(), match[2]] = place
        return found

    def column(self, words, which):
        (place,) = [
            place
            for (line, kind), place in self.headings.items()
            if kind == which and re.search(words, line)
        ]
        return place

    def printed(self, official, year, words, which="C3"):
        place = self.column(words, which)
        return [official.figure(row[1], year, pounds(row[place])) for row in self.council_rows]


@pytest.fixture(scope="module")
def outturn(official):
    return {
        year: Sheet(official.sheet(f"{FOLDER}/RO3_{year}.ods", "RO3_LA_Data")) for year in YEARS
    }


@pytest.fixture(scope="module")
def summary(official):
    return {
        year: Sheet(official.sheet(f"{FOLDER}/RSX_{year}.ods", "RSX_LA_Data")) for year in YEARS
    }


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize("series", LINES)
def test_each_line_of_spending_is_that_returned(series, year, outturn, figures, official):
    printed = outturn[year].printed(official, year, LINES[series])
    figures.readings_are(series, figures.known(printed), at_least=135, to_the=PENNY)


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize(
    ("series", "words", "which"),
    [
        ("childrens_social_care_spend", "^children social care$", "C3"),
        ("childrens_social_care_net_spend", "^children social care$", "C7"),
        ("all_services_spend", "^total service expenditure$", "C3"),
    ],
)
def test_the_summary_of_all_services_agrees(series, words, which, year, summary, figures, official):
    printed = summary[year].printed(official, year, words, which)
    figures.readings_are(series, figures.known(printed), at_least=135, to_the=PENNY)


@pytest.mark.parametrize("year", YEARS)
def test_spending_per_child_is_what_was_returned_over_the_children_of_the_year_before(
    year, outturn, figures, official, edition
):
    mid_year = year[:4]
    children = {
        figure.area: Fraction(figure.text)
        for figure in official.printed(POPULATION, "population_estimate", time_period=mid_year)
        if figure.text.isdigit()
    }
    panel = edition.measures.panel_as_published("spend_per_child_pounds")
    printed = outturn[year].printed(official, year, LINES["childrens_social_care_spend"])
    wrong, equal = [], 0
    for figure in figures.known(printed):
        value = panel.value_at(figure.area, year)
        if figure.text[-1].isdigit() and figure.area in children:
            equal += 1
            expected = Fraction(figure.text) / children[figure.area]
            if not isinstance(value, float) or abs(Fraction(value) - expected) > Fraction(1, 100):
                wrong.append((figure, float(expected), value))
        elif isinstance(value, float):
            wrong.append((figure, value))
    figures.record("figures", equal)
    assert not wrong
    assert equal >= 135


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize(
    ("indicator", "of", "out_of"),
    [
        # Row 56 of the DfE dashboard: children's services in all services.
        (
            "childrens_social_care_share_of_council_spend_percent",
            ("summary", "^children social care$"),
            ("summary", "^total service expenditure$"),
        ),
        # Row 58 is what is not spent on children in care.
        (
            "not_looked_after_share_of_spend_percent",
            ("outturn", LINES["children_looked_after_spend"]),
            ("outturn", LINES["childrens_social_care_spend"]),
        ),
    ],
)
def test_shares_of_spending_are_those_the_dashboard_works_out(
    indicator, of, out_of, year, outturn, summary, figures, official, edition
):
    sheets = {"outturn": outturn[year], "summary": summary[year]}
    parts = sheets[of[0]].printed(official, year, of[1])
    wholes = sheets[out_of[0]].printed(official, year, out_of[1])
    panel = edition.measures.panel_as_published(indicator)
    wrong, equal = [], 0
    for part, whole in zip(figures.known(parts), figures.known(wholes), strict=True):
        value = panel.value_at(part.area, year)
        if part.text[-1].isdigit() and whole.text[-1].isdigit():
            share = 100 * Fraction(part.text) / Fraction(whole.text)
            expected = 100 - share if indicator.startswith("not_") else share
            equal += 1
            if not isinstance(value, float) or abs(Fraction(value) - expected) > Fraction(1, 10**5):
                wrong.append((part, whole, value))
        elif isinstance(value, float):
            wrong.append((part, whole, value))
    figures.record("figures", equal)
    assert not wrong
    assert equal >= 135


@pytest.mark.parametrize(
    "indicator",
    [
        "spend_per_child_pounds",
        "childrens_social_care_share_of_council_spend_percent",
        "not_looked_after_share_of_spend_percent",
        "spend_per_child_in_care_pounds",
    ],
)
def test_what_we_tell_is_as_published_or_is_left_out_in_few_places(indicator, edition):
    ours = edition.measures.panel(indicator)
    published = edition.measures.panel_as_published(indicator)
    councils = len(edition.geography.councils())
    told, printed = ours.missing[:councils] == 0, published.missing[:councils] == 0

    assert not (told & ~printed).any()
    assert (ours.value[:councils][told] == published.value[:councils][told]).all()
    assert 0 < (printed & ~told).sum() <= 0.025 * printed.sum()
