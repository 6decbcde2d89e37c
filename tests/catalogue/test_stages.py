"""The stages of the journey are declared as their writing rules ask, and name what is there."""

import re
import shutil
from importlib.resources import files
from pathlib import Path

import pytest

from brightfutures.catalogue import (
    WITH_A_PAGE,
    Catalogue,
    CatalogueError,
    PairToRead,
    Stage,
    read_catalogue,
)

SHIPPED = files("brightfutures.catalogue")
PRAISE_AND_BLAME = re.compile(
    r"\b(performance|worse|worst|poor|good|better|best|fail\w*|looked after|CLA|LAC)\b"
)
CAUSES = re.compile(r"\b(because|causes?|leads? to|results? in|due to|brings? about|therefore)\b")


def test_every_stage_but_money_is_there_in_the_order_of_the_journey(catalogue: Catalogue) -> None:
    assert tuple(catalogue.stages) == WITH_A_PAGE == tuple(Stage)[:-1]


def test_each_says_what_is_asked_in_one_plain_sentence(catalogue: Catalogue) -> None:
    for stage in catalogue.stages.values():
        for sentence in (stage.means, *(pair.why for pair in stage.together)):
            assert re.findall(r"[.?!](?=\s|$)", sentence) == ["."], sentence
            assert sentence[0].isupper(), sentence
            assert len(sentence.split()) <= 28, sentence
            assert not PRAISE_AND_BLAME.search(sentence), sentence
        assert stage.about[0].islower(), stage.about
        assert len(stage.about.split()) <= 5, stage.about


def test_why_two_are_read_together_never_says_that_one_brings_the_other_about(
    catalogue: Catalogue,
) -> None:
    for stage in catalogue.stages.values():
        assert 2 <= len(stage.together) <= 3, stage.id
        for pair in stage.together:
            assert not CAUSES.search(pair.why), pair.why


@pytest.mark.parametrize(
    ("stage", "pair"),
    [
        (Stage.IN_CARE, {"children_starting_to_be_looked_after_rate",
                         "children_leaving_care_in_the_year_percent"}),
        (Stage.HOMES, {"three_or_more_placements_percent", "placed_over_20_miles_percent"}),
        (Stage.HELP_AND_PROTECTION, {"initial_child_protection_conferences_within_15_days_percent",
                                     "repeat_child_protection_plans_percent"}),
    ],
    ids=["entries with stays", "stability with distance", "timeliness with repeat plans"],
)  # fmt: skip
def test_the_pairs_that_balance_each_other_come_first(
    catalogue: Catalogue, stage: Stage, pair: set[str]
) -> None:
    assert set(catalogue.stages[stage].together[0].measures) == pair


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("[coming_in]", "[arriving]"), "in the journey's order"),
        (('"referrals_rate", ', '"no_such_rate", '), "unknown indicator 'no_such_rate'"),
        (('"referrals_rate", ', '"referrals_no_further_action_percent", '), "a pair has two"),
        (
            ('["referrals_rate", "referrals_no', '["child_protection_plans_rate", "referrals_no'),
            "which neither asks for",
        ),
        (
            ('["referrals_rate", "referrals_no_further_action_percent"]',
             '["foster_care_percent", "childrens_homes_percent"]'),
            "not its own",
        ),
    ],
)  # fmt: skip
def test_a_declaration_that_is_not_sound_is_refused(
    tmp_path: Path, change: tuple[str, str], said: str
) -> None:
    shutil.copytree(str(SHIPPED), tmp_path / "catalogue")
    declared = tmp_path / "catalogue" / "stages.toml"
    shipped = declared.read_text(encoding="utf-8")
    declared.write_text(shipped.replace(*change, 1), encoding="utf-8")
    with pytest.raises(CatalogueError, match=re.escape(said)):
        read_catalogue(tmp_path / "catalogue")


def test_a_pair_is_of_two() -> None:
    with pytest.raises(ValueError, match="two measures"):
        PairToRead(measures=("a",), why="A.")
