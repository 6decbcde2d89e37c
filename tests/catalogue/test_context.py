"""The circumstances of "nearest in context" are declared as their writing rules ask."""

import re
import shutil
from importlib.resources import files
from pathlib import Path

import pytest

from brightfutures.catalogue import (
    Catalogue,
    CatalogueError,
    ContextUse,
    ContextVariable,
    Transform,
    read_catalogue,
)
from brightfutures.catalogue.documents import nearest_in_context

SHIPPED = files("brightfutures.catalogue")


def _with_context(folder: Path, text: str) -> Catalogue:
    for name in ("sources", "series", "spending", "indicators", "warnings", "questions"):
        shutil.copytree(str(SHIPPED / name), folder / name)
    for name in ("geography.toml", "glossary.toml"):
        shutil.copy(str(SHIPPED / name), folder / name)
    (folder / "context.toml").write_text(text, encoding="utf-8")
    return read_catalogue(folder)


def _one(**changes: str) -> str:
    keys = {
        "title": '"Number of children"',
        "sentence": '"Children who live there."',
        "unit": '"children"',
        "used_for": '["nearest"]',
        "numerator": '["children_aged_0_to_17"]',
        "transform": '"log"',
        **changes,
    }
    return "[number_of_children]\n" + "".join(f"{key} = {text}\n" for key, text in keys.items())


def test_there_are_a_few_and_each_is_told_in_one_sentence(catalogue: Catalogue) -> None:
    assert 4 <= len(catalogue.context) <= 8
    for variable in catalogue.context.values():
        assert re.findall(r"[.?!](?=\s|$)", variable.sentence) == ["."], variable.id
        assert variable.sentence.endswith("."), variable.id
        assert not variable.title.endswith("."), variable.id
        assert "%" not in variable.title, variable.id
        assert len(variable.title) < 60, variable.id


def test_councils_are_not_near_by_what_they_do(catalogue: Catalogue) -> None:
    counted = {name for entry in catalogue.indicators.values() for name in entry.numerator}
    for variable in catalogue.context.values():
        if ContextUse.NEAREST in variable.used_for:
            assert counted.isdisjoint(variable.numerator), variable.id


def test_nothing_is_expected_from_its_own_count(catalogue: Catalogue) -> None:
    for indicator in catalogue.indicators.values():
        for variable in catalogue.context.values():
            if variable.leads_to_expect(indicator.id):
                assert set(indicator.numerator).isdisjoint(variable.numerator), indicator.id


def test_only_unaccompanied_children_are_counted_by_an_indicator_too(catalogue: Catalogue) -> None:
    """Nothing else that councils take in, decide or count is a circumstance of what is expected."""
    counted = {name for entry in catalogue.indicators.values() for name in entry.numerator}
    expected = [
        variable.id
        for variable in catalogue.context.values()
        if ContextUse.EXPECTED in variable.used_for and counted & set(variable.numerator)
    ]
    assert expected == ["unaccompanied_children_in_care"]


def test_unaccompanied_children_are_a_circumstance_only_where_they_are_counted(
    catalogue: Catalogue,
) -> None:
    variable = catalogue.context["unaccompanied_children_in_care"]
    in_care = {"in_care", "homes", "leaving_care", "care_leavers"}
    for name in variable.only_for:
        indicator = catalogue.indicators[name]
        assert indicator.stage in in_care, name
        assert "other_children" not in " ".join(indicator.numerator), name
    warned = {
        indicator.id
        for indicator in catalogue.indicators.values()
        if "unaccompanied_children_included" in indicator.warnings and indicator.stage in in_care
    }
    assert warned <= set(variable.only_for)
    assert not variable.leads_to_expect("referrals_rate")


def test_the_number_of_children_is_no_circumstance_of_a_rate(catalogue: Catalogue) -> None:
    assert catalogue.context["number_of_children"].used_for == (ContextUse.NEAREST,)


def test_a_declaration_that_is_sound_is_read(tmp_path: Path) -> None:
    found = _with_context(tmp_path, _one()).context["number_of_children"]
    assert found.transform is Transform.LOG
    assert found.per == 1.0


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"weight": "2"}, "'weight'"),
        ({"transform": '"sqrt"'}, "none, log, log_one_plus, logit"),
        ({"used_for": "[]"}, "is used for nothing"),
        ({"used_for": '["ranking"]'}, "nearest, expected"),
        ({"used_for": '["nearest", "nearest"]'}, "names one use or indicator twice"),
        ({"only_for": '["referrals_rate"]'}, "is not used for what is expected"),
        (
            {"used_for": '["expected"]', "only_for": '["referrals_rate", "referrals_rate"]'},
            "names one use or indicator twice",
        ),
        (
            {"used_for": '["expected"]', "only_for": '["children_of_the_moon"]'},
            "only for an unknown indicator 'children_of_the_moon'",
        ),
        ({"transform": '"logit"'}, "is no percentage"),
        ({"numerator": "[]"}, "counts no series"),
        ({"numerator": '["children_of_the_moon"]'}, "unknown series 'children_of_the_moon'"),
        ({"denominator": '["referrals"]'}, "different kinds of period"),
        ({"denominator": '["deprivation_score"]'}, "what are no counts"),
        ({"denominator_by_then": "true"}, "has no denominator"),
        (
            {
                "denominator": '["referrals", "children_aged_0_to_17"]',
                "denominator_by_then": "true",
            },
            "different kinds of period",
        ),
        (
            {"used_for": '["expected"]', "numerator": '["referrals"]'},
            "would lead one to expect 'referrals_rate' from the same count",
        ),
    ],
)
def test_a_declaration_that_is_not_sound_is_refused(
    tmp_path: Path, changes: dict[str, str], said: str
) -> None:
    with pytest.raises(CatalogueError, match=re.escape(said)):
        _with_context(tmp_path, _one(**changes))


def test_the_made_page_names_every_circumstance_and_its_publisher(catalogue: Catalogue) -> None:
    page = nearest_in_context(catalogue)
    for variable in catalogue.context.values():
        told = ContextUse.NEAREST in variable.used_for
        assert (f"**{variable.title}** (" in page) is told, variable.id
        assert (variable.sentence in page) is told, variable.id
    assert "Department for Work and Pensions" in page or "Local Authority Interactive" in page


def test_a_variable_of_nothing_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="counts no series"):
        ContextVariable(
            id="a",
            title="A",
            sentence="A.",
            unit="children",
            used_for=(ContextUse.NEAREST,),
            numerator=(),
        )
