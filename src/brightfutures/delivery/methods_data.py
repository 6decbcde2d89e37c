"""The Methods pages as plain data, schema 1: the words of a topic and its worked examples."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from brightfutures.delivery.edition import Edition
from brightfutures.delivery.health_check_rows import standing_notice
from brightfutures.measures.worked_examples import WorkedExample
from brightfutures.pages.addresses import topic_address
from brightfutures.pages.every_example import every_worked_example
from brightfutures.pages.methods_topics import TopicWords, topics
from brightfutures.quantities import WrongUse

SCHEMA = 1


def methods_account(edition: Edition) -> dict[str, Any]:
    """Every topic in the order of the list, without its examples."""
    return {
        "schema": SCHEMA,
        "made_up": edition.store.made_up,
        "topics": [_words(topic) for topic in topics()],
        "notice": standing_notice(edition),
    }


def topic_account(edition: Edition, name: str) -> dict[str, Any]:
    """One topic with its worked examples; raises `WrongUse` where there is none of that name."""
    words = next((topic for topic in topics() if topic.topic == name), None)
    if words is None:
        raise WrongUse("The Methods pages have no such topic.")
    own = [example for example in every_worked_example() if example.topic is words.topic]
    return {
        "schema": SCHEMA,
        "made_up": edition.store.made_up,
        **_words(words),
        "paragraphs": list(words.paragraphs),
        "examples": [_example(example) for example in own],
        "notice": standing_notice(edition),
    }


def _words(topic: TopicWords) -> dict[str, Any]:
    return {
        "topic": topic.topic,
        "title": topic.title,
        "address": topic_address(topic.topic),
        "says": topic.h1,
        "lead": topic.lead,
    }


def _example(example: WorkedExample) -> dict[str, Any]:
    return {
        "id": example.id,
        "title": example.title,
        "says": example.says,
        "formula": example.formula,
        "source": example.source,
        "rows": [
            {"given": _known(row.given), "expected": _known(row.expected), "note": row.note}
            for row in example.rows
        ],
    }


def _known(value: Any) -> Any:
    """The same with null for a number that is not known."""
    if isinstance(value, Mapping):
        return {name: _known(each) for name, each in value.items()}
    if isinstance(value, list):
        return [_known(each) for each in value]
    return None if isinstance(value, float) and math.isnan(value) else value
