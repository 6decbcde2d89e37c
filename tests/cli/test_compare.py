"""`compare` sets councils side by side, for people and for programs."""

import json
import sys
from pathlib import Path

import pytest

from brightfutures.cli.main import main
from brightfutures.delivery.compare import Asked, compare
from brightfutures.delivery.compare_as import compare_as
from brightfutures.delivery.compare_as_text import compare_as_text
from brightfutures.delivery.compare_text import compare_text
from brightfutures.delivery.compatible import compatible
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.explain import explain
from brightfutures.quantities import CannotAnswer, WrongUse

INDICATOR = [
    "indicator", "title", "unit", "stage", "good_direction", "period", "england", "councils",
    "between",
]  # fmt: skip
COUNCIL = [
    "code", "name", "value", "numerator", "denominator", "missing", "interval", "similar",
    "verdict", "moved", "first_beside_it",
]  # fmt: skip
PAIR = ["level", "reason", "direction", "z_wobble", "p", "q"]
SHAPES = tuple("▲▼●–")


@pytest.fixture(scope="module")
def names(made_up_edition: Edition) -> tuple[str, ...]:
    return tuple(area.name for area in made_up_edition.geography.councils())


def side_by_side(edition: Edition, *councils: str, **asked) -> dict:
    return compare(edition, Asked(councils=councils, **asked))


def test_the_health_check_set_comes_in_the_order_of_the_journey(
    made_up_edition: Edition, names: tuple[str, ...]
):
    told = side_by_side(made_up_edition, *names[:3])

    assert list(told) == ["schema", "made_up", "against", "councils", "indicators", "left_out"]
    assert (told["schema"], told["made_up"], told["against"]) == (1, True, "similar")
    assert [council["name"] for council in told["councils"]] == list(names[:3])
    fixed = [entry.id for entry in made_up_edition.catalogue.health_check_set()]
    shown = [row["indicator"] for row in told["indicators"]]
    assert sorted([*shown, *told["left_out"]]) == sorted(fixed)
    assert shown == [name for name in fixed if name in shown]
    for row in told["indicators"]:
        assert list(row) == INDICATOR
        assert [council["name"] for council in row["councils"]] == list(names[:3])
        first, *others = row["councils"]
        assert first["first_beside_it"] is None
        for council in row["councils"]:
            assert list(council) == COUNCIL
        for council in others:
            assert list(council["first_beside_it"]) == PAIR
    json.dumps(told, allow_nan=False)


def test_a_council_is_told_the_same_here_as_by_explain(
    made_up_edition: Edition, names: tuple[str, ...]
):
    told = side_by_side(
        made_up_edition, names[4], names[9], indicators=("referrals_rate",), against="region"
    )
    for council in told["indicators"][0]["councils"]:
        alone = explain(made_up_edition, "referrals_rate", council["name"], None, "region")
        for key in ("value", "numerator", "interval", "verdict", "moved"):
            assert council[key] == alone[key]


def test_all_stand_in_the_period_of_the_first(made_up_edition: Edition, names: tuple[str, ...]):
    former = next(
        area for area in made_up_edition.geography.councils(former=True) if area.is_former
    )
    told = side_by_side(made_up_edition, former.name, names[0], indicators=("referrals_rate",))
    alone = explain(made_up_edition, "referrals_rate", former.name)
    beside = explain(made_up_edition, "referrals_rate", names[0], alone["period"])
    row = told["indicators"][0]
    assert row["period"] == alone["period"]
    assert row["councils"][1]["value"] == beside["value"]


def test_who_stands_first_changes_the_side_and_nothing_else(
    made_up_edition: Edition, names: tuple[str, ...]
):
    there = side_by_side(made_up_edition, names[1], names[2])["indicators"]
    back = side_by_side(made_up_edition, names[2], names[1])["indicators"]
    mirrored = {"higher": "lower", "lower": "higher"}
    levels = set()
    for one, other in zip(there, back, strict=True):
        ours, theirs = one["councils"][1], other["councils"][1]
        pair, turned = ours["first_beside_it"], theirs["first_beside_it"]
        assert turned["level"] == mirrored.get(pair["level"], pair["level"])
        assert turned["q"] == pytest.approx(pair["q"]) if pair["q"] is not None else True
        levels.add(pair["level"])
    assert {"about_the_same", "cannot_say"} <= levels
    assert levels & {"higher", "lower"}


def test_several_councils_read_as_blocks_in_eighty_columns(
    made_up_edition: Edition, names: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("COLUMNS", "80")
    text = compare_text(made_up_edition, Asked(councils=names[:4]))
    lines = text.splitlines()

    assert max(map(len, lines)) <= 80
    assert lines[0].startswith("Made-up England")
    assert f"{names[0]}, {names[1]}, {names[2]} and {names[3]} side by side" in text
    measures = sum(line.rstrip().endswith("average  verdict") for line in lines)
    verdicts = [
        line
        for line in lines
        if line.startswith(f"  {names[1]} ") and any(f"  {shape} " in line for shape in SHAPES)
    ]
    assert len(verdicts) == measures > 20
    assert f"in {names[0]} than in" in text
    assert "Higher and lower do not mean better or worse" in text
    assert "None" not in text


def test_one_council_stands_beside_those_like_it_and_england(
    made_up_edition: Edition, names: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("COLUMNS", "80")
    text = compare_text(made_up_edition, Asked(councils=names[:1]))

    assert "beside the average of the similar councils" in " ".join(text.split())
    assert "here   similar   England" in text
    assert "side by side" not in text
    assert max(map(len, text.splitlines())) <= 80


@pytest.mark.parametrize(
    ("against", "whom"),
    [
        ("region", "the other councils of its region"),
        ("england", "all other councils of England"),
        ("nearest-in-context", "nearest to it in context"),
    ],
)
def test_whom_the_verdict_is_beside_is_said(
    made_up_edition: Edition, names: tuple[str, ...], against: str, whom: str
):
    asked = Asked(councils=names[:2], indicators=("referrals_rate",), against=against)
    text = " ".join(compare_text(made_up_edition, asked).split())

    assert whom in text
    assert "*" not in text


def test_measures_without_counts_are_shown_and_not_tested(
    made_up_edition: Edition, names: tuple[str, ...]
):
    told = side_by_side(made_up_edition, *names[:2], indicators=("spend_per_child_pounds",))
    row = told["indicators"][0]
    assert row["between"] == (
        "Spending is not a count of children, so whether they differ cannot be tested."
    )
    assert row["councils"][1]["first_beside_it"]["reason"] == "no_counts"


def test_a_wrong_question_is_one_clear_sentence(made_up_edition: Edition, names: tuple[str, ...]):
    region = next(area for area in made_up_edition.geography.areas if area.kind == "region")
    for councils, changes, words in (
        ((names[0], names[0].upper()), {}, f"{names[0]} is named twice"),
        (names[:13], {}, "At most 12 councils stand side by side, and 13 are named"),
        ((names[0], "zzzzzz"), {}, "No council, region or country is called 'zzzzzz'"),
        ((names[0], region.name), {}, f"{region.name} is not one"),
        (names[:2], {"indicators": ("referals_rate",)}, "did you mean referrals_rate"),
        (names[:2], {"against": "friends"}, "'friends' is not a comparison"),
        (
            names[:2],
            {"indicators": ("referrals_rate",), "period": "1066"},
            "referrals_rate has no period '1066'",
        ),
    ):
        with pytest.raises(WrongUse, match=words) as refused:
            side_by_side(made_up_edition, *councils, **changes)
        assert len(str(refused.value).splitlines()) == 1
    with pytest.raises(CannotAnswer, match="has figures for 1066"):
        side_by_side(made_up_edition, *names[:2], period="1066")


def test_a_past_period_leaves_out_what_has_no_figures_then(
    made_up_edition: Edition, names: tuple[str, ...]
):
    told = side_by_side(made_up_edition, *names[:2], period="2016")
    assert told["left_out"]
    assert {row["period"] for row in told["indicators"]} <= {"2016", "2015-16"}


@pytest.mark.parametrize(("as_json", "code"), [(True, 2), (False, 2)])
def test_the_command_ends_with_2_and_prints_nothing_to_stdout_for_a_wrong_name(
    made_up_home: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    as_json: bool,
    code: int,
):
    words = ["brightfutures", "compare", "Avengate", "Avengat", "--home", str(made_up_home)]
    monkeypatch.setattr(sys, "argv", [*words, *(["--json"] if as_json else [])])
    with pytest.raises(SystemExit) as stopped:
        main()
    printed = capsys.readouterr()
    assert (stopped.value.code, printed.out) == (code, "")
    assert len(printed.err.splitlines()) == 1
    assert "Avengate" in printed.err


def test_the_command_prints_json_and_nothing_else(
    made_up_home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setattr(
        sys,
        "argv",
        [
            "brightfutures", "compare", "Avengate", "Briskwick", "--indicator", "referrals_rate",
            "--indicator", "children_looked_after_rate", "--json", "--home", str(made_up_home),
        ],
    )  # fmt: skip
    with pytest.raises(SystemExit) as stopped:
        main()
    printed = capsys.readouterr()
    assert (stopped.value.code or 0, printed.err) == (0, "")
    told = json.loads(printed.out)
    asked = [row["indicator"] for row in told["indicators"]]
    assert asked == ["referrals_rate", "children_looked_after_rate"]


@pytest.mark.published
@pytest.mark.parametrize("tool", ["lait", "dfe-dashboard", "fingertips"])
def test_another_tools_numbers_are_those_that_explain_gives(edition: Edition, tool: str):
    asked = Asked(
        councils=("Essex", "Kent"),
        indicators=("children_looked_after_rate", "re_referrals_percent"),
    )
    told = compare_as(edition, asked, tool)
    assert list(told) == ["schema", "made_up", "as", "councils", "indicators", "left_out"]
    for row in told["indicators"]:
        for council in row["councils"]:
            alone = compatible(edition, row["indicator"], council["council"]["name"], tool)
            assert council == {key: alone[key] for key in council}
            assert council["value"] is not None
    json.dumps(told, allow_nan=False)


@pytest.mark.published
@pytest.mark.parametrize("tool", ["lait", "dfe-dashboard", "fingertips"])
def test_another_tools_numbers_read_in_eighty_columns(
    edition: Edition, tool: str, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("COLUMNS", "80")
    councils = ("Essex", "Bournemouth, Christchurch and Poole", "Rutland")
    text = compare_as_text(edition, Asked(councils=councils), tool)

    assert max(map(len, text.splitlines())) <= 80
    assert "neighbours" in text
    assert "What may mislead in" in text
    assert f"--as {tool} says more" in text
    assert "None" not in text


@pytest.mark.published
def test_a_measure_the_tool_lacks_is_left_out_or_refused_by_name(edition: Edition):
    whole = compare_as(edition, Asked(councils=("Essex",)), "dfe-dashboard")
    assert whole["left_out"]
    named = Asked(councils=("Essex",), indicators=(whole["left_out"][0],))
    with pytest.raises(CannotAnswer, match="dashboard has no row"):
        compare_as(edition, named, "dfe-dashboard")


def test_another_tool_has_its_own_period_and_neighbours(
    made_up_edition: Edition, names: tuple[str, ...]
):
    for changes in ({"period": "2024"}, {"against": "region"}):
        with pytest.raises(WrongUse, match="do not go with --as"):
            compare_as(made_up_edition, Asked(councils=names[:2], **changes), "lait")
    with pytest.raises(WrongUse, match="no tool 'latt'"):
        compare_as(made_up_edition, Asked(councils=names[:2]), "latt")
