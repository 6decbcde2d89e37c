"""Councils add up to the published England figures, and where they do not the reasons are named."""

import pytest

from brightfutures.published.reports import ReconciliationRow
from brightfutures.quantities import ENGLAND

pytestmark = pytest.mark.published


@pytest.fixture(scope="module")
def lines(loaded_store):
    return {(row.series, row.period): row for row in loaded_store.reconciliation()}


@pytest.mark.parametrize(
    ("series", "period", "england"),
    [
        ("children_looked_after_at_31_march", "2006", 60_300),
        ("children_looked_after_at_31_march", "2010", 64_400),
        ("children_looked_after_at_31_march", "2025", 81_770),
        ("section_47_enquiries", "2010", 87_700),
        ("section_47_enquiries", "2013", 127_190),
        ("section_47_enquiries", "2019", 201_170),
        ("section_47_enquiries", "2025", 230_590),
        ("referrals", "2025", 632_830),
        ("children_in_need_at_31_march", "2025", 402_400),
    ],
)
def test_england_is_as_printed(lines, series, period, england):
    assert lines[series, period].england == england


@pytest.mark.parametrize("year", range(2006, 2026))
def test_children_looked_after_add_up_within_a_fifth_of_a_per_cent(lines, year):
    row = lines["children_looked_after_at_31_march", str(year)]
    assert row.difference_percent is not None
    assert abs(row.difference_percent) <= 0.2


def _explained(row: ReconciliationRow) -> bool:
    return abs(row.difference_percent or 0) <= 0.4 or row.withheld_count > 0 or row.absent_count > 0


def test_every_line_that_does_not_add_up_names_who_is_missing(lines):
    unexplained = [row for row in lines.values() if not _explained(row)]
    assert unexplained == []


@pytest.mark.parametrize(
    ("series", "period", "council"),
    [
        ("referrals", "2024", "Hampshire"),
        ("referrals", "2022", "Hackney"),
        ("section_47_enquiries", "2013", "Norfolk"),
        ("childrens_social_care_spend", "2024-25", "Birmingham"),
    ],
)
def test_councils_known_to_have_sent_no_figure_are_named(lines, series, period, council):
    assert council in lines[series, period].withheld


def test_no_council_is_counted_twice_when_councils_change(lines):
    counts = {
        period: lines["children_looked_after_at_31_march", period] for period in ("2019", "2022")
    }
    assert [row.councils_with_value + row.withheld_count for row in counts.values()] == [152, 151]


def test_a_second_load_of_the_same_files_changes_nothing(load_report, loaded_store):
    assert not load_report.changed
    assert load_report.store == loaded_store.name


def test_every_note_is_of_periods_that_we_do_not_have(load_report):
    assert [note.split(":")[0] for note in load_report.notes] == ["dfe/lait/bds_long_0.parquet"]


def test_a_figure_leads_to_its_file_and_row(loaded_store):
    believed, *others = loaded_store.source_rows("section_47_enquiries", ENGLAND, "2013")
    assert believed.file.endswith("c4_children_in_need_section_47s_and_icpcs_2013_to_2025.csv")
    assert believed.as_published == "127190"
    assert {row.release for row in others} == {"2022", "2013"}


def test_kingston_and_richmond_show_their_joint_return(loaded_store):
    kingston = loaded_store.source_rows(
        "social_workers_in_post_at_30_september", "E09000021", "2025"
    )
    richmond = loaded_store.source_rows(
        "social_workers_in_post_at_30_september", "E09000027", "2025"
    )
    assert kingston == richmond
    assert kingston[0].value == 137.4


def test_every_council_has_ten_similar_councils_in_each_model(loaded_store):
    for table in ("dfe-2025", "dfe-2021"):
        neighbours = loaded_store.neighbours(table)
        assert {len(found) for found in neighbours.values()} == {10}
    assert set(loaded_store.neighbours("dfe-2025")) == {
        area.code for area in loaded_store.geography.councils()
    }


def test_ofsted_judgements_of_31_march_2025_are_as_counted(loaded_store):
    # Outstanding 36, good 67, requires improvement 31, inadequate 19: all 153 councils.
    grades = []
    for council in loaded_store.geography.councils():
        dated = [
            judgement
            for judgement in loaded_store.judgements(council.code)
            if "overall" in judgement.parts and (judgement.inspected_on <= "2025-03-31")
        ]
        grades.append(dated[0].parts["overall"] if dated else None)
    counted = {grade: grades.count(grade) for grade in set(grades)}
    assert counted == {"outstanding": 36, "good": 67, "requires_improvement": 31, "inadequate": 19}
