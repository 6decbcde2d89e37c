"""For a copy of the site in a folder: how to get what is worked out only when asked for."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class HowToAskPage:
    """Everything the template shows."""

    document_title: str
    masthead: str | None
    h1: str
    paragraphs: tuple[str, ...]
    commands: tuple[str, ...]


def how_to_ask_page() -> HowToAskPage:
    """The page that a link leads to when what it asks for is not in the folder."""
    h1 = "This is worked out when it is asked for, and is not in this copy"
    return HowToAskPage(
        document_title=f"{h1} – Bright Futures",
        masthead=None,
        h1=h1,
        paragraphs=(
            "You are reading a copy of the site, kept as a folder of pages. It holds every page "
            "that has an address of its own. It does not hold what depends on a choice: another "
            "comparison, an earlier year, councils side by side, a search, and some downloads.",
            "Whoever made this copy can show you those: the whole site runs on any computer that "
            "has the program and the statistics.",
        ),
        commands=("brightfutures serve", "brightfutures export --out FOLDER --with xlsx"),
    )
