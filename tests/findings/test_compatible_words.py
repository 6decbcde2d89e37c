"""Every trap of another tool has a plain sentence, and so has every rule."""

import re

import pytest

from brightfutures.findings.compatible_words import trap_sentence, trap_sentences
from brightfutures.findings.other_tools import other_tools
from brightfutures.measures.compatibility.traps import TrapKind, trap

FACTS = {
    TrapKind.FEW_NEIGHBOURS: {"count": 4, "listed": 10, "period": "2025"},
    TrapKind.NO_NEIGHBOURS: {"count": 0, "listed": 10, "period": "2025"},
    TrapKind.NO_VALUE_IN_LATEST: {"period": "2025", "newest": "2023"},
    TrapKind.REASON_LOST: {"period": "2025", "reason": "suppressed"},
    TrapKind.SIDES_DISAGREE: {"above": "LAIT’s plain mean", "below": "the dashboard’s median"},
    TrapKind.CHANGE_ACROSS_GAP: {"period": "2025", "before": "2021"},
    TrapKind.ARROW_OF_NO_CHANGE: {"change": "-0.0", "arrow": "down"},
    TrapKind.ARROW_WITHIN_WOBBLE: {"colour": "red", "before": "2024", "period": "2025"},
    TrapKind.BANDS_OVERLAP: {"value": "25.1", "bands": "B and C"},
    TrapKind.LABEL_CONTRADICTS_BAND: {"value": "10.3", "band": "B", "held": "A"},
    TrapKind.TODAYS_NEIGHBOURS: {"count": 4, "listed": 10},
    TrapKind.FAR_NEIGHBOURS: {"count": 3, "listed": 10},
    TrapKind.DIRECTION_CONTESTED: {"good": "lower"},
    TrapKind.JOINT_RETURN: {},
    TrapKind.SUM_LABELLED_MEDIAN: {"sum": "6,545", "count": 10},
    TrapKind.MEDIAN_OF_ROUNDED: {"shown": "13", "once": "12"},
    TrapKind.ROUNDED_TO_NOTHING: {"shown": "2", "own": "2.40", "other": "1.65"},
    TrapKind.RELABELLED: {"mark": "z"},
    TrapKind.CHANCE_ALONE: {"word": "Higher"},
    TrapKind.TREND_OVER_HOLE: {"period": "2022"},
    TrapKind.COUNTS_ROUNDED: {"step": 5},
    TrapKind.TREND_ACROSS_BREAK: {"period": "2023"},
}
BLAME = re.compile(r"\b(wrong|bad|stupid|fail\w*|performance|never trust)\b", re.IGNORECASE)


@pytest.mark.parametrize("kind", TrapKind)
def test_every_trap_is_said_in_whole_sentences(kind):
    said = trap_sentence(trap(kind, **FACTS[kind]), "Sefton")

    assert said[0].isupper() or said.startswith("Sefton")
    assert said.endswith(".")
    assert "{" not in said
    assert "  " not in said
    assert len(said.split()) < 45
    assert not BLAME.search(said)


def test_one_and_many_are_said_as_a_person_would():
    one = trap(TrapKind.FEW_NEIGHBOURS, count=1, listed=10, period="2025")
    assert "Only 1 of the 10 neighbours has a figure" in trap_sentence(one, "Sefton")
    many = trap(TrapKind.TODAYS_NEIGHBOURS, count=4, listed=10)
    assert "4 are not in the table of 2021" in trap_sentence(many, "Sefton")


def test_a_lost_reason_is_given_back():
    (said,) = trap_sentences((trap(TrapKind.REASON_LOST, period="2025", reason="suppressed"),), "X")
    assert "withheld because it could point to a few children" in said


def test_a_label_that_holds_no_band_says_none():
    none = trap(TrapKind.LABEL_CONTRADICTS_BAND, value="10.3", band="B", held="-")
    assert trap_sentence(none, "Sefton").endswith("10.3 is in none.")
    two = trap(TrapKind.LABEL_CONTRADICTS_BAND, value="10.3", band="B", held="CD")
    assert trap_sentence(two, "Sefton").endswith("10.3 is in bands C and D.")


def test_each_tool_says_its_rules_and_traps_in_plain_sentences():
    tools = other_tools()
    assert [tool.id for tool in tools] == ["lait", "dfe-dashboard", "fingertips"]
    for tool in tools:
        assert tool.page.startswith("https://")
        assert len(tool.rules) >= 4
        assert len(tool.traps) >= 4
        for sentence in (*tool.rules, *tool.traps):
            assert sentence[0].isupper()
            assert sentence.endswith(".")
            assert len(sentence.split()) < 45
            assert not BLAME.search(sentence)
