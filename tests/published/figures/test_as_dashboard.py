"""The dashboard's medians, worked out again and slowly from the raw files, beside `--as`.

Every row of its summary page that we have, for every council of its table of neighbours: its own
figure or mark, the median of its ten neighbours, how many of them have a figure, and the sum of
their counts where the dashboard adds them up. Figures are exact fractions of the published text.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from statistics import median

import duckdb
import pytest

from brightfutures.catalogue import load_catalogue
from turns import by_turns

pytestmark = pytest.mark.published

ROWS = {one.id: one.dashboard for one in load_catalogue().indicators.values() if one.dashboard}
HAIR = Fraction(1, 2**26)

NEED = "dfe/children-in-need/2025"
CARE = "dfe/children-looked-after/2025"
RATES = f"{CARE}/cla_number_and_rate_per_10k_children.csv"
POPULATION = "ons/population/ons_mid-year_population_estimates_2012_to_2024.csv"
STABILITY = f"{CARE}/la_cla_placement_stability.csv"
ACTIVITY = f"{CARE}/la_care_leavers_activity.csv"
HOMES = f"{CARE}/la_care_leavers_accommodation_suitability.csv"
WORKFORCE = "dfe/workforce/csww_indicators_2017_to_2025.csv"
LOOKED_AFTER = "{} be looked after each year"
ON_THE_DAY = "Children looked after on 31 March each year"
GROUPS = {
    "children_in_need": "CINO at 31 March",
    "children_on_child_protection_plans": "CPPO at 31 March",
    "children_looked_after": "CLA 12 months at 31 March",
}
FACTORS = {
    "domestic_abuse_child": "Domestic_Abuse_child",
    "domestic_abuse_parent": "Domestic_Abuse_parent",
    "domestic_abuse_other_person": "Domestic_Abuse_person",
    "emotional_abuse": "Emotional_Abuse",
    "faith_linked_abuse": "Faith_linked_abuse",
    "neglect": "Neglect",
    "physical_abuse_by_adult": "Physical_Abuse_adult_on_child",
    "physical_abuse_by_child": "Physical_Abuse_child_on_child",
    "physical_abuse_by_whom_unstated": "Physical_Abuse_unknown",
    "sexual_abuse_by_adult": "Sexual_Abuse_adult_on_child",
    "sexual_abuse_by_child": "Sexual_Abuse_child_on_child",
    "sexual_abuse_by_whom_unstated": "Sexual_Abuse_unknown",
    "child_criminal_exploitation": "Child_criminal_exploitation",
    "child_sexual_exploitation": "Child_sexual_exploitation",
    "gangs": "Gangs",
    "going_missing": "Going_missing",
    "trafficking": "Trafficking",
}
# Indicator → file, column, and the labels that choose its rows.
PRINTED: dict[str, tuple[str, str, dict[str, str]]] = {
    "re_referrals_percent": (
        f"{NEED}/c1_children_in_need_referrals_and_rereferrals_2013_to_2025.csv",
        "rereferral_percent",
        {},
    ),
    "repeat_child_protection_plans_percent": (
        f"{NEED}/d3_cpps_subsequent_plan_2013_to_2025.csv",
        "CPP_subsequent_percent",
        {},
    ),
    "child_protection_plans_over_two_years_percent": (
        f"{NEED}/d5_cpps_at31march_by_duration_2013_to_2025.csv",
        "2_years_or_more_percent",
        {},
    ),
    "children_looked_after_rate": (RATES, "rate_per_10000", {"population_type": ON_THE_DAY}),
    "children_starting_to_be_looked_after_rate": (
        RATES,
        "rate_per_10000",
        {"population_type": LOOKED_AFTER.format("Children starting to")},
    ),
    "three_or_more_placements_percent": (
        STABILITY,
        "children_percent",
        {
            "cla_group": "CLA on 31 March",
            "placement_stability": "With 3 or more placements during the year",
        },
    ),
    "school_moves_percent": (
        f"{CARE}/la_cla_school_moves.csv",
        "percentage",
        {
            "cla_group": "CLA on 31 March",
            "move_measure": "Mid-year moves",
            "school_stability": "With one or more mid-year moves during the year",
        },
    ),
    "three_or_more_social_workers_percent": (
        f"{CARE}/la_cla_swcount.csv",
        "percentage",
        {
            "cla_group": "CLA on 31 March",
            "sw_stability": "3 or more social workers during the year",
        },
    ),
    "strengths_and_difficulties_score": (
        f"{CARE}/la_conviction_health_outcome_cla.csv",
        "children_count",
        {
            "characteristic": "Ages 5 to 16 years with SDQ score",
            "breakdown": "SDQ average score",
        },
    ),
    "social_worker_turnover_percent": (WORKFORCE, "turnover_rate_fte", {}),
    "social_worker_agency_percent": (WORKFORCE, "agency_rate_fte", {}),
    "social_worker_vacancy_percent": (WORKFORCE, "vacancy_rate_fte", {}),
    "social_worker_caseload": (WORKFORCE, "caseload_fte", {}),
    **{
        f"care_leavers_{age}_{name}_percent": (
            path,
            "care_leaver_percent",
            {"care_leaver_age": age.replace("_", " ") + " years", "breakdown": label},
        )
        for age in ("17_to_18", "19_to_21")
        for name, path, label in (
            (
                "education_employment_training",
                ACTIVITY,
                "Total in education, employment or training",
            ),
            ("suitable_accommodation", HOMES, "Accommodation considered suitable"),
        )
    },
    **{
        f"{name}_{group}{end}": (f"dfe/outcomes/{file}.csv", column, {"social_care_group": label})
        for group, label in GROUPS.items()
        for name, end, file, column in (
            ("overall_absence", "_percent", "absence_la", "pt_overall"),
            ("persistent_absence", "_percent", "absence_la", "pt_pupils_pa_10_exact"),
            ("severe_absence", "_percent", "absence_la", "pt_pupils_pa_50_exact"),
            (
                "key_stage_2_expected_standard",
                "_percent",
                "ks2_la",
                "pt_rwm_met_expected_standard",
            ),
            ("attainment_8", "", "ks4_la", "avg_att8"),
        )
    },
}
# Indicator → file of the breakdowns, group and label.
BREAKDOWNS = {
    "placed_over_20_miles_percent": (
        "31march", "Distance between home and placement", "Placed more than 20 miles from home",
    ),
    "foster_care_percent": ("31march", "Placement", "Foster placements"),
    "childrens_homes_percent": ("31march", "Placement", "Secure homes and children's homes"),
    "supported_accommodation_percent": (
        "31march", "Placement",
        "Independent and semi-independent living arrangements/supported accommodation",
    ),
    "children_ceasing_special_guardianship_percent": (
        "ceased", "Reason episode ceased", "Special guardianship order",
    ),
    "children_ceasing_child_arrangements_percent": (
        "ceased", "Reason episode ceased", "Residence order or child arrangement order granted",
    ),
}  # fmt: skip
UNACCOMPANIED = {
    "unaccompanied_children_starting_to_be_looked_after_rate": "started",
    "unaccompanied_children_looked_after_rate": "31march",
}


@dataclass(frozen=True)
class Cell:
    """A council's cell of the dataset: a figure or a mark, and the count where it is added up."""

    text: str
    figure: Fraction | None
    count: Fraction | None = None


def as_number(text):
    try:
        return Fraction(text.strip())
    except ValueError:
        return None


@pytest.fixture(scope="module")
def table(official):
    """The dashboard's table: each council and its ten, by DfE's number."""
    return {
        int(row["old_la_code"]): [int(row[f"SN_{place}"]) for place in range(1, 11)]
        for row in official.rows("dfe/statistical-neighbours/sn_model_2025_wide.csv")
    }


@pytest.fixture(scope="module")
def children(official):
    """Children aged 0 to 17 at the newest mid-year, by DfE's number."""
    return {
        row["old_la_code"]: Fraction(row["population_estimate"])
        for row in official.rows(POPULATION)
        if row["geographic_level"] == "Local authority" and row["time_period"] == "2024"
    }


def newest(rows):
    """The rows of councils in the newest period of the whole dataset, by DfE's number.

    A joint return has two numbers, which is none, and so is left out.
    """
    latest = max(row["time_period"] for row in rows)
    return {
        row["old_la_code"]: row
        for row in rows
        if row["geographic_level"] == "Local authority"
        and row["time_period"] == latest
        and row["old_la_code"].isdigit()
    }


def over(count, base):
    return None if count is None else count / base * 10_000


def printed(official, indicator):
    path, column, where = PRINTED[indicator]
    rows = [row for row in official.rows(path) if all(row[k] == v for k, v in where.items())]
    if "absence_la" in path:
        rows = [row for row in rows if row["phase_type_grouping"] == "Total"]
    return {
        number: Cell(
            row[column].strip(), as_number(row[column]), as_number(row.get("children_count", ""))
        )
        for number, row in newest(rows).items()
    }


def breakdown(official, part, group, label):
    path = f"dfe/children-looked-after/characteristics/cla_{part}_by_characteristics_2020_2025"
    columns = ("time_period", "geographic_level", "old_la_code", "number", "percentage")
    rows = duckdb.sql(
        f"""select {", ".join(columns)} from '{official.folder / path}.parquet'
        where cla_group = $1 and characteristic = $2 and release = '2025'""",
        params=[group, label],
    ).fetchall()
    return newest([dict(zip(columns, map(str, row), strict=True)) for row in rows])


def rebuilt(official, children, path, column):
    return {
        number: Cell(
            row[column].strip(),
            over(as_number(row[column]), children[number]),
            as_number(row[column]),
        )
        for number, row in newest(official.rows(path)).items()
    }


def whole(number):
    """R's own rounding to a whole number; a tie would go to the even one."""
    return Fraction(round(number))


def injuries(official):
    by_code = {code: number for number, code in official.council_codes().items()}
    rows = [
        row
        for row in official.rows("ohid/la_hospital_admissions_2324.csv")
        if row["Sex"] == "Persons" and row["Category"] == ""
    ]
    latest = max(row["Time period"] for row in rows)
    return {
        by_code[code]: Cell(row["Value"] or "x", as_number(row["Value"]))
        for row in rows
        if row["Time period"] == latest
        and (code := official.figure(row["Area Code"], "", "").area) in by_code
    }


def cells(official, children, indicator):
    """The whole dataset behind one row, as the dashboard takes it."""
    if indicator in SPENDING:
        return spending(official, children, indicator)
    if indicator in PRINTED:
        return printed(official, indicator)
    if indicator in BREAKDOWNS:
        found = breakdown(official, *BREAKDOWNS[indicator])
        return {
            number: Cell(row["percentage"], as_number(row["percentage"]))
            for number, row in found.items()
        }
    if indicator in UNACCOMPANIED:
        part = UNACCOMPANIED[indicator]
        found = breakdown(official, part, "Unaccompanied asylum-seeking children", "UASC")
        return {
            number: Cell(
                row["number"],
                None if (count := as_number(row["number"])) is None
                else whole(over(count, children[number])),
            )
            for number, row in found.items()
        }  # fmt: skip
    if indicator == "children_in_need_rate":
        path = f"{NEED}/b1_children_in_need_2013_to_2025.csv"
        return rebuilt(official, children, path, "At31_episodes")
    if indicator == "injury_admissions_rate":
        return injuries(official)
    factor = indicator.removeprefix("assessment_factor_").removesuffix("_rate")
    path = f"{NEED}/c3_factors_identified_at_end_of_assessment_2018_to_2025.csv"
    return rebuilt(official, children, path, FACTORS[factor])


def shown(number, places):
    cut = int(number * 10**places + Fraction(1, 2) + HAIR)
    return str(Decimal(cut).scaleb(-places))


def outturn(official, name, top, base):
    """Two totals of every council in one of the ministry's sheets, in thousands of pounds."""
    rows = official.sheet(f"mhclg/revenue-outturn/{name}_2024-25.ods", f"{name}_LA_Data")
    header = next(row for row in rows if row[0] == "E-code")
    places = [next(at for at, cell in enumerate(header) if cell == words) for words in (top, base)]
    by_code = {code: number for number, code in official.council_codes().items()}
    return {
        by_code[code]: [str(row[place]).strip("[]") for place in places]
        for row in rows
        if (code := official.figure(str(row[1]), "", "").area) in by_code
    }


def spending(official, children, indicator):
    end = " - Total Expenditure (C3 = C1 + C2)"
    if indicator == "not_looked_after_share_of_spend_percent":
        part, whole_of = (
            "Children's social care - Children Looked After",
            "TOTAL CHILDREN SOCIAL CARE",
        )
        rows = outturn(official, "RO3", part + end, whole_of + end)
        places = 1
    else:
        rows = outturn(
            official, "RSX", "Children Social Care" + end, "Total Service Expenditure" + end
        )
        places = 0 if indicator == "spend_per_child_pounds" else 1
    found = {}
    for number, (top, base) in rows.items():
        one, other = as_number(top), as_number(base)
        if one is None or other is None:
            found[number] = Cell(top, None)
            continue
        if indicator == "spend_per_child_pounds":
            figure = one * 1000 / children[number]
        elif places and indicator.startswith("not_looked_after"):
            figure = (other - one) / other * 100
        else:
            figure = one / other * 100
        found[number] = Cell("", Fraction(round(figure * 10**places), 10**places))
    return found


SPENDING = {
    "spend_per_child_pounds",
    "childrens_social_care_share_of_council_spend_percent",
    "not_looked_after_share_of_spend_percent",
}


@pytest.mark.parametrize("indicator", by_turns(sorted(ROWS), 3))
def test_every_council_has_the_median_that_the_dashboard_shows(
    indicator, official, children, table, edition
):
    dataset = cells(official, children, indicator)
    codes = official.council_codes()
    places = ROWS[indicator].decimal_places
    ours = edition.catalogue.indicators[indicator]
    compared = 0
    for number, ten in table.items():
        area = edition.geography.by_code[codes[str(number)]]
        _, answer = edition.compatible.dashboard(ours, area)
        own = dataset.get(str(number))
        there = [dataset[str(one)] for one in ten if str(one) in dataset]
        figures = [cell.figure for cell in there if cell.figure is not None]

        if own is None:
            assert answer.value.text == "na", area.name
        elif own.figure is None:
            assert answer.value.text == own.text, area.name
        else:
            assert answer.value.text == shown(own.figure, places), area.name
        assert answer.with_value == len(figures), area.name
        expected = shown(median(figures), places) if figures else "na"
        assert answer.comparison.text == expected, (area.name, sorted(map(float, figures)))
        if ROWS[indicator].sums_counts:
            total = sum((cell.count for cell in there if cell.count is not None), Fraction(0))
            assert answer.comparison_count == total, area.name
        else:
            assert answer.comparison_count is None
        compared += bool(figures)
    assert compared >= 140
