"""The pages of docs/ that are made from the catalogue, so that they cannot disagree with it."""

from __future__ import annotations

from brightfutures.catalogue.catalogue import Catalogue
from brightfutures.catalogue.sources import Source

MADE = "<!-- Made from the catalogue by `python -m brightfutures.catalogue docs`; edit that. -->"


def glossary(catalogue: Catalogue) -> str:
    """docs/glossary.md: each word and its one meaning here."""
    lines = ["# Glossary", "", MADE, "", "A word has one meaning here.", ""]
    for term in sorted(catalogue.glossary.values(), key=lambda entry: entry.term.lower()):
        official = f" (officially: {term.official})" if term.official else ""
        lines += [f"**{term.term}**{official}", f": {term.meaning}", ""]
    return "\n".join(lines)


def statistics(catalogue: Catalogue) -> str:
    """docs/statistics.md: every publication that is read, where to find it and what to keep."""
    lines = [
        "# The official statistics that are read",
        "",
        MADE,
        "",
        "Download these into one folder, under any names that fit the patterns, and load the "
        "folder with `brightfutures load FOLDER`. A file that none of them claims is passed over "
        "and named. Each publication keeps its own licence.",
        "",
    ]
    publications: dict[tuple[str, str, str], list[Source]] = {}
    for source in catalogue.sources.values():
        key = (source.publisher, source.publication, source.page)
        publications.setdefault(key, []).append(source)
    publisher = None
    for key in sorted(publications):
        sources = publications[key]
        if key[0] != publisher:
            publisher = key[0]
            lines += [f"## {publisher}", ""]
        patterns = dict.fromkeys(f"`{file.pattern}`" for one in sources for file in one.files)
        lines += [
            f"**[{key[1]}]({key[2]})**",
            "",
            f"- Files: {', '.join(patterns)}",
            *(f"- Licence: {licence}" for licence in dict.fromkeys(one.licence for one in sources)),
            *(f"- {note}" for note in dict.fromkeys(one.note for one in sources if one.note)),
            "",
        ]
    return "\n".join(lines)


DOCUMENTS = {"glossary.md": glossary, "statistics.md": statistics}
"""File name in docs/ and what makes its text."""
