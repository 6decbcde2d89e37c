"""On which measures councils are alike that are listed as similar, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from brightfutures.catalogue import Indicator
from brightfutures.findings.figures import counted, number
from brightfutures.findings.finding import Certainty
from brightfutures.findings.measure_words import named
from brightfutures.findings.said import Said, in_a_row, say
from brightfutures.measures import LEAST_ALIKE
from brightfutures.measures.context.circumstances import Alikeness

CLOSELY = 0.5
NAMED = 3

HOW_READ = (
    "Alikeness runs from nought, where councils listed as similar are no more alike than any "
    "others, to 1. It is worked out over all councils of England and up to five years, so it is "
    f"the same on every council’s page. Below {LEAST_ALIKE:.2f} similar councils say nothing, "
    "and England is used in their place."
)


def alike_words(strength: float | None) -> str:
    """How alike councils are, in a word."""
    if strength is None:
        return "cannot be said"
    if strength < LEAST_ALIKE:
        return "hardly"
    return "closely" if strength >= CLOSELY else "loosely"


def strength_words(strength: float | None) -> str:
    """The correlation to two places; a dash where it is not known."""
    return "–" if strength is None else number(strength, 2)


def alikeness_sentences(
    indicators: Mapping[str, Indicator], alikeness: Sequence[Alikeness]
) -> tuple[Said, ...]:
    """On how many measures similar councils are alike and on how many hardly, with the clearest."""
    known = [(one.similar, one.indicator) for one in alikeness if one.similar is not None]
    alike = sorted((each for each in known if each[0] >= LEAST_ALIKE), reverse=True)
    hardly = sorted(each for each in known if each[0] < LEAST_ALIKE)
    if not known:
        return ()
    said = []
    if alike:
        most = "most of all " if len(alike) > NAMED else ""
        said.append(
            _sentence(
                indicators,
                f"On {_so_many(len(alike), len(known))} main measures that can be tested, councils "
                f"are more like those listed as similar to them than like others: {most}",
                [name for _, name in alike[:NAMED]],
            )
        )
    if hardly:
        among = ", among them " if len(hardly) > NAMED else ": "
        said.append(
            _sentence(
                indicators,
                f"On {counted(len(hardly)).lower()} they are hardly more alike than any "
                f"others{among}",
                [name for _, name in hardly[:NAMED]],
            )
        )
    return tuple(said)


def _so_many(count: int, total: int) -> str:
    return f"all {total} of the" if count == total else f"{count} of the {total}"


def _sentence(indicators: Mapping[str, Indicator], opening: str, names: Sequence[str]) -> Said:
    items = [(named(indicators[name]),) for name in names]
    return say(opening, *in_a_row(items), ".", certainty=Certainty.TESTED)
