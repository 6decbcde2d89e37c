"""The National Framework's headings stand under its own names, and say what nobody counts."""

import re
import shutil
from importlib.resources import files
from pathlib import Path

import pytest

from brightfutures.catalogue import OUTCOMES, Catalogue, CatalogueError, Outcome, read_catalogue

SHIPPED = files("brightfutures.catalogue")
PRAISE_AND_BLAME = re.compile(r"\b(performance|worse|worst|poor|good|better|best|fail\w*)\b")


def _with_outcomes(folder: Path, text: str) -> Catalogue:
    for name in ("geography.toml", "outcomes.toml"):
        shutil.copy(str(SHIPPED / name), folder / name)
    shipped = (folder / "outcomes.toml").read_text(encoding="utf-8")
    (folder / "outcomes.toml").write_text(text or shipped, encoding="utf-8")
    return read_catalogue(folder)


def test_all_seven_stand_under_the_framework_s_names_and_in_its_order(catalogue: Catalogue) -> None:
    assert tuple(outcome.name for outcome in catalogue.outcomes.values()) == OUTCOMES
    assert [outcome.is_enabler for outcome in catalogue.outcomes.values()] == [
        *[False] * 4,
        *[True] * 3,
    ]


def test_every_indicator_belongs_to_one_of_them(catalogue: Catalogue) -> None:
    found = [entry for one in catalogue.outcomes.values() for entry in catalogue.of_outcome(one)]
    assert {entry.id for entry in found} == set(catalogue.indicators)
    assert len(found) == len(catalogue.indicators)


def test_what_each_means_is_one_plain_sentence(catalogue: Catalogue) -> None:
    for outcome in catalogue.outcomes.values():
        assert re.findall(r"[.?!](?=\s|$)", outcome.means) == ["."], outcome.id
        assert outcome.means[0].isupper(), outcome.id
        assert len(outcome.means.split()) <= 26, outcome.id
        assert not PRAISE_AND_BLAME.search(outcome.means), outcome.id


def test_the_short_name_can_stand_in_the_middle_of_a_sentence(catalogue: Catalogue) -> None:
    shorts = [outcome.short for outcome in catalogue.outcomes.values()]
    assert len(set(shorts)) == len(shorts)
    for short in shorts:
        assert short == short.lower().strip(".")
        assert " and " not in short  # they are listed one after another
        assert len(short.split()) <= 3


def test_what_is_not_measured_completes_no_published_figure_says(catalogue: Catalogue) -> None:
    said = [text for one in catalogue.outcomes.values() for text in one.not_measured]
    assert len(set(said)) == len(said)
    for text in said:
        assert text.startswith(("whether ", "how ", "what ")), text
        assert not text.endswith("."), text
        assert len(text.split()) <= 16, text
        assert not PRAISE_AND_BLAME.search(text), text


def test_multi_agency_working_has_no_indicator_and_leadership_none_but_spending(
    catalogue: Catalogue,
) -> None:
    """Pages say both of every council."""
    assert catalogue.of_outcome(catalogue.outcomes["multi_agency_working"]) == ()
    for entry in catalogue.of_outcome(catalogue.outcomes["leadership"]):
        assert "spending" in entry.title.lower(), entry.id


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("[safety]", "[safety]\nweight = 2"), "'weight'"),
        (("is_enabler = true", "is_enabler = 1"), "of kind bool"),
        (("safe in and outside", "safe inside"), "safe inside of their homes' where"),
        (('short = "safety"', ""), "lacks the key 'short'"),
    ],
)
def test_a_declaration_that_is_not_sound_is_refused(
    tmp_path: Path, change: tuple[str, str], said: str
) -> None:
    shipped = (SHIPPED / "outcomes.toml").read_text(encoding="utf-8")
    with pytest.raises(CatalogueError, match=re.escape(said)):
        _with_outcomes(tmp_path, shipped.replace(*change))


def test_a_heading_left_out_or_moved_is_refused(tmp_path: Path) -> None:
    shipped = (SHIPPED / "outcomes.toml").read_text(encoding="utf-8")
    head, *tables = re.split(r"(?m)^(?=\[)", shipped)
    for order in (tables[:-1], [*tables[1:], tables[0]]):
        with pytest.raises(CatalogueError, match="National Framework has"):
            _with_outcomes(tmp_path, "".join([head, *order]))


def test_an_outcome_that_knows_of_nothing_unmeasured_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="not measured"):
        Outcome(id="a", name="A", short="a", means="A.", not_measured=())
