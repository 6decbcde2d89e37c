"""Of which councils each line beside is: said where a line's parts are of others than the line.

A council that tells a total and not its parts stands beside the one and not beside the others, so
that the parts do not add up to the total over them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from brightfutures.catalogue.spending import SpendLine
from brightfutures.findings.comparison_words import SIMILAR_COUNCILS, Whom
from brightfutures.findings.figures import counted, listed
from brightfutures.findings.place_names import placed
from brightfutures.money.council_money import LineOfYear
from brightfutures.money.per_child import PerChild
from brightfutures.quantities import Missing

MOST_NAMED = 3
"""So many councils that are left out are named; of more only the number of those that are not."""


def lines_beside_sentences(
    lines: Sequence[LineOfYear],
    titles: Mapping[str, SpendLine],
    names: Mapping[str, str],
    whom: Whom = SIMILAR_COUNCILS,
) -> tuple[str, ...]:
    """A sentence for each line whose parts beside are not of the same councils; none where all are.

    `lines` are those of one year in the order of the return, `names` the councils' by their codes.
    """
    return tuple(
        sentence
        for line, parts in _with_parts(lines)
        if (sentence := _sentence(line, parts, titles, names, whom))
    )


def _with_parts(lines: Sequence[LineOfYear]) -> Iterator[tuple[LineOfYear, list[LineOfYear]]]:
    """Each line with the lines directly under it, by their depth."""
    for place, line in enumerate(lines):
        parts = []
        for under in lines[place + 1 :]:
            if under.depth <= line.depth:
                break
            if under.depth == line.depth + 1:
                parts.append(under)
        if parts:
            yield line, parts


def _sentence(
    line: LineOfYear,
    parts: Sequence[LineOfYear],
    titles: Mapping[str, SpendLine],
    names: Mapping[str, str],
    whom: Whom,
) -> str:
    whole = line.theirs
    if whole is None or isinstance(whole.cash, Missing):
        return ""
    told = [
        (part, part.theirs)
        for part in parts
        if part.theirs is not None and not isinstance(part.theirs.cash, Missing)
    ]
    unlike: dict[tuple[str, ...], list[LineOfYear]] = {}
    for part, theirs in told:
        if _without(theirs) != _without(whole):
            unlike.setdefault(_without(theirs), []).append(part)
    if not unlike:
        return ""
    said = []
    for group in unlike.values():
        every = len(group) == len(told)
        which = "its parts" if every else listed([f"“{titles[one.line].title}”" for one in group])
        beside = group[0].theirs
        assert beside is not None
        are = "is" if not every and len(group) == 1 else "are"
        said.append(f"{which} {are} of {_whose(beside, names)}")
    many = counted(whole.councils).lower()
    silent = _names(whole, names)
    return (
        f"In the column of {whom.councils} “{titles[line.line].title}” is of {many} councils taken "
        f"together{silent}, but {'; '.join(said)}. So the parts there do not add up to it."
    )


def _without(one: PerChild) -> tuple[str, ...]:
    return tuple(sorted(code for code, _ in one.left_out))


def _whose(one: PerChild, names: Mapping[str, str]) -> str:
    return f"{counted(one.councils).lower()}{_names(one, names)}"


def _names(one: PerChild, names: Mapping[str, str]) -> str:
    """Who is left out, where they are few."""
    silent = _without(one)
    if not 0 < len(silent) <= MOST_NAMED:
        return ""
    return f", without {listed([placed(names[code]) for code in silent])}"
