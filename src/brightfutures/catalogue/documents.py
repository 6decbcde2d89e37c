"""The pages of docs/ that are made from the catalogue, so that they cannot disagree with it."""

from __future__ import annotations

from brightfutures.catalogue.catalogue import Catalogue
from brightfutures.catalogue.context import ContextUse, ContextVariable, Transform
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


LAID_OUT = {
    Transform.NONE: "as it is",
    Transform.LOG: "its logarithm, so that twice as many is as far as half as many",
    Transform.LOG_ONE_PLUS: "the logarithm of one more than it, since for many it is nought",
    Transform.LOGIT: "the logarithm of its odds",
}


def nearest_in_context(catalogue: Catalogue) -> str:
    """docs/nearest-in-context.md: the circumstances by which councils are alike, and how."""
    lines = [
        "# Councils nearest in context",
        "",
        MADE,
        "",
        "Beside the similar councils that the Department for Education lists, any council can be "
        "compared with the ten that are nearest to it in the circumstances below "
        "(`nearest-in-context`). The list is ours and can be checked: each circumstance is laid "
        "out as said, less the mean of today’s councils and divided by their standard deviation; "
        "every one weighs the same; the distance between two councils is the square root of the "
        "sum of their squared differences. Of councils equally far the one with the lower code "
        "comes first. A circumstance that is not known for one of two councils is left out and "
        "the rest are scaled up; a council with fewer than half of them known has no nearest "
        "councils and is compared with all England.",
        "",
        "The newest figures that at least half of today’s councils have are used, whatever year "
        "is asked about: for earlier years it is today’s context.",
        "",
    ]
    for variable in catalogue.context.values():
        if ContextUse.NEAREST not in variable.used_for:
            continue
        lines += [
            f"**{variable.title}** ({variable.unit})",
            "",
            f"- {variable.sentence}",
            f"- Laid out as: {LAID_OUT[variable.transform]}.",
            f"- From: {_sources_of(catalogue, variable)}.",
            "",
        ]
    return "\n".join(lines)


def _sources_of(catalogue: Catalogue, variable: ContextVariable) -> str:
    names = dict.fromkeys(
        source
        for series in (*variable.numerator, *variable.denominator)
        for source in catalogue.series[series].sources
    )
    sources = [catalogue.sources[name] for name in names]
    return "; ".join(dict.fromkeys(f"{one.publisher}, {one.publication}" for one in sources))


DOCUMENTS = {
    "glossary.md": glossary,
    "nearest-in-context.md": nearest_in_context,
    "statistics.md": statistics,
}
"""File name in docs/ and what makes its text."""
