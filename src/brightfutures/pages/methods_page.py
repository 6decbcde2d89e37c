"""The Methods pages: the list of topics, and one topic with its worked examples."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from brightfutures.findings.other_tools import OtherTool, other_tools
from brightfutures.measures.worked_examples import Topic, WorkedExample
from brightfutures.pages.addresses import METHODS, topic_address
from brightfutures.pages.example_tables import ExampleSection, example_section
from brightfutures.pages.methods_topics import TopicWords, topics
from brightfutures.quantities import WrongUse


@dataclass(frozen=True, kw_only=True)
class TopicLink:
    """One topic in the list."""

    title: str
    address: str
    lead: str
    examples: int


@dataclass(frozen=True, kw_only=True)
class MethodsPage:
    """Everything the template of the list shows."""

    document_title: str
    masthead: None
    h1: str
    lead: str
    topics: tuple[TopicLink, ...]
    downloads: tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True)
class ToolSection:
    """Another tool: its rules, and where they mislead."""

    title: str
    page: str
    rules: tuple[str, ...]
    traps: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class TopicPage:
    """Everything the template of one topic shows."""

    document_title: str
    masthead: None
    list_address: str
    title: str
    h1: str
    lead: str
    paragraphs: tuple[str, ...]
    link: tuple[str, str] | None
    tools: tuple[ToolSection, ...]
    examples: tuple[ExampleSection, ...]
    others: tuple[tuple[str, str], ...]
    downloads: tuple[tuple[str, str], ...]


def methods_page(examples: Sequence[WorkedExample]) -> MethodsPage:
    """The view model of the list of topics."""
    return MethodsPage(
        document_title="Methods – Bright Futures",
        masthead=None,
        h1="Every figure and every word here can be worked out by hand",
        lead="How it is done, topic by topic: first in plain words, then with small examples. The "
        "same examples test the program that makes these pages, so they cannot go out of date.",
        topics=tuple(_link(words, examples) for words in topics()),
        downloads=(("JSON", f"{METHODS}.json"),),
    )


def topic_page(name: str, examples: Sequence[WorkedExample]) -> TopicPage:
    """The view model of one topic; raises `WrongUse` where there is none of that name."""
    words = next((entry for entry in topics() if entry.topic == name), None)
    if words is None:
        raise WrongUse("The Methods pages have no such topic.")
    return TopicPage(
        document_title=f"{words.title} – Methods, Bright Futures",
        masthead=None,
        list_address=METHODS,
        title=words.title,
        h1=words.h1,
        lead=words.lead,
        paragraphs=words.paragraphs,
        link=(words.link_words, words.link_address)
        if words.link_words and words.link_address
        else None,
        tools=tuple(map(_tool, other_tools())) if words.topic is Topic.OTHER_TOOLS else (),
        examples=tuple(example_section(entry) for entry in _of(words.topic, examples)),
        others=tuple(
            (entry.title, topic_address(entry.topic)) for entry in topics() if entry is not words
        ),
        downloads=(("JSON", f"{topic_address(words.topic)}.json"),),
    )


def _of(topic: Topic, examples: Sequence[WorkedExample]) -> list[WorkedExample]:
    return [entry for entry in examples if entry.topic is topic]


def _link(words: TopicWords, examples: Sequence[WorkedExample]) -> TopicLink:
    return TopicLink(
        title=words.title,
        address=topic_address(words.topic),
        lead=words.lead,
        examples=len(_of(words.topic, examples)),
    )


def _tool(tool: OtherTool) -> ToolSection:
    return ToolSection(title=tool.title, page=tool.page, rules=tool.rules, traps=tool.traps)
