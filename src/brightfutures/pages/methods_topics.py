"""The words of the Methods pages: one file of `methods/` a topic, in the order of their numbers.

`title` is how a list names the topic and `h1` what it comes to, in a sentence without a full
stop; `lead` is one or two sentences and `paragraphs` what a person should know, plainly. A `link`
leads to where the method can be seen at work. Formulas and numbers to check by hand are in the
worked examples, which name the topic they belong to.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from brightfutures.catalogue.declarations import build, read_toml
from brightfutures.measures.worked_examples import Topic


@dataclass(frozen=True, kw_only=True)
class TopicWords:
    """One topic in words."""

    topic: Topic
    title: str
    h1: str
    lead: str
    paragraphs: tuple[str, ...]
    link_words: str | None = None
    link_address: str | None = None

    def __post_init__(self) -> None:
        if (self.link_words is None) is not (self.link_address is None):
            raise ValueError("a link needs both its words and its address.")


@cache
def topics() -> tuple[TopicWords, ...]:
    """Every topic, in the order in which they are listed."""
    folder = files("brightfutures.pages") / "methods"
    found = sorted(
        (file for file in folder.iterdir() if file.name.endswith(".toml")),
        key=lambda file: int(file.name.partition("_")[0]),
    )
    return tuple(build(TopicWords, read_toml(file), file.name) for file in found)
