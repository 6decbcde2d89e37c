"""A measure known only from a publisher's dictionary is shown on request and never tested."""

import json
import subprocess
import sys

import pytest

pytestmark = pytest.mark.published


def _explain(home, *words):
    return subprocess.run(
        [sys.executable, "-m", "brightfutures", "explain", *words, "--home", str(home)],
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_measure_of_the_interactive_tool_is_shown_with_its_source_and_no_verdict(loaded_home):
    done = _explain(loaded_home, "lait:lacnum", "--council", "Essex", "--json")
    answer = json.loads(done.stdout)
    assert answer["indicator"] == "lait:LACnum"
    verdict = answer["verdict"]
    assert (verdict["level"], verdict["reason"]) == ("cannot_say", "no_counts")
    assert (verdict["q"], verdict["gap"], answer["wobble"], answer["rank"]) == (None,) * 4
    assert {each["agrees"] for each in answer["alternatives"]} == {None}
    assert answer["value"] == 1141  # printed: children looked after, Essex, 31 March 2025
    assert answer["sources"][0]["file"].endswith("bds_long_0.parquet")


def test_a_key_no_dictionary_has_gets_the_nearest(loaded_home):
    done = _explain(loaded_home, "lait:LACnumb", "--council", "Essex")
    assert done.returncode == 2
    assert "lait:LACnum" in done.stderr
