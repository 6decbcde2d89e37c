"""Which area a row is of: codes, levels, names, changes of councils and joint returns."""


def test_the_level_decides_where_englands_code_is_also_a_councils(load_files, opened, value_at):
    text = "code,name,level,CLA_Mar2012,far\n921,England,National,500,1\n921,Isle of Wight,LA,7,1\n"
    load_files({"old/care2012.csv": text})
    with opened() as store:
        assert value_at(store, "children_in_care", "E92000001", "2012") == 500
        assert value_at(store, "children_in_care", "E06000046", "2012") == 7


def test_inner_london_under_londons_code_is_known_by_its_name(
    load_files, care_file, opened, value_at
):
    rows = "2024,Regional,E92000001,E12000007,,London,Total,9,1,1\n"
    rows += "2024,Regional,E92000001,E12000007,,Inner London,Total,4,1,1\n"
    load_files({"care_2024.csv": care_file() + rows})
    with opened() as store:
        assert value_at(store, "children_in_care", "E12000007", "2024") == 9
        assert value_at(store, "children_in_care", "E13000001", "2024") == 4


def test_an_old_code_of_the_same_area_is_the_same_council(load_files, care_file, opened, value_at):
    load_files({"care_2024.csv": care_file(("E06900001", "5"))})
    with opened() as store:
        assert value_at(store, "children_in_care", "E06000001", "2024") == 5


def test_of_two_councils_that_a_row_names_the_one_that_existed_counts(
    load_files, care_file, opened, value_at
):
    rows = "2018,Local,E92000001,,E06000059,Dorset (to 2019),Total,5,1,1\n"
    rows += "2020,Local,E92000001,,E06000059,Dorset (to 2019),Total,6,1,1\n"
    load_files({"care_2024.csv": care_file() + rows})
    with opened() as store:
        assert value_at(store, "children_in_care", "E10000009", "2018") == 5
        assert value_at(store, "children_in_care", "E06000059", "2018") is None
        assert value_at(store, "children_in_care", "E06000059", "2020") == 6


def test_not_applicable_of_a_council_not_there_then_is_did_not_exist(
    load_files, care_file, opened, value_at
):
    load_files({"care_2024.csv": care_file(("E06000059", "z", "2018"), ("E06000059", "z", "2020"))})
    with opened() as store:
        assert value_at(store, "children_in_care", "E06000059", "2018") == "did_not_exist"
        assert value_at(store, "children_in_care", "E06000059", "2020") == "not_applicable"


def test_a_joint_return_is_shown_for_each_and_added_up_once(
    load_files, care_file, opened, value_at
):
    report = load_files(
        {"care_2024.csv": care_file(("E09000021 / E09000027", "60"), ("E06000001", "40"))}
    )
    with opened() as store:
        assert value_at(store, "children_in_care", "E09000021", "2024") == 60
        assert value_at(store, "children_in_care", "E09000027", "2024") == 60
        assert all("/" not in area for area in store.readings("children_in_care").areas)
    (row,) = report.reconciliation
    assert (row.sum_of_councils, row.england) == (100, 100)


def test_levels_that_are_not_ours_are_passed_over(load_files, care_file, opened):
    ward = "2024,Ward,E92000001,E12000001,E05000001,,Total,9,1,1\n"
    load_files({"care_2024.csv": care_file(("E06000001", "5")) + ward})
    with opened() as store:
        assert store.readings("children_in_care").areas == ("E92000001", "E06000001")


def test_reconciliation_names_who_is_missing_and_counts_nobody_twice(load_files, care_file):
    report = load_files(
        {
            "care_2024.csv": care_file(
                ("E06000001", "60"), ("E06000005", "c"), ("E10000009", "z"), england="70"
            )
        }
    )
    (row,) = report.reconciliation
    assert (row.sum_of_councils, row.england, row.councils_with_value) == (60, 70, 1)
    assert row.difference_percent is not None
    assert round(row.difference_percent, 1) == -14.3
    assert (row.withheld_count, row.withheld) == (1, ("Darlington",))
    assert row.absent == ("Isle of Wight", "Kingston upon Thames", "Richmond upon Thames", "Dorset")
    assert row.england_rounded_to == 10
