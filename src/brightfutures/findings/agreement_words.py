"""How far figures and Ofsted's grades agree, in words: the answer, and each measure's row.

Figures and grades stand beside each other here and are never mixed. Nothing says which is right:
a grade is a judgement of practice seen in a few weeks, a figure counts what was recorded, and
what goes together need not be cause and effect.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from statistics import median

from brightfutures.findings.figures import listed
from brightfutures.measures.agreement.results import (
    Agreement,
    IndicatorAgreement,
    Link,
    Otherwise,
    Shift,
    WithPart,
)

TitleOf = Callable[[str], str]
"""An indicator's title by its id."""

CLOSE = 0.5
"""Figure and grade go together closely from this correlation on, either way."""

NO_LINK = "no clear link"
TOO_FEW = "too few to tell"

SHARES = (
    (0.71, "less often than"),
    (0.58, "about two thirds as often as"),
    (0.42, "about half as often as"),
    (0.29, "about a third as often as"),
    (0.21, "about a quarter as often as"),
)
"""From the share on, how it is said; under the last of them far less often."""


def clear_before(found: Agreement) -> list[IndicatorAgreement]:
    """The measures clearly linked with the overall grade that followed."""
    return [one for one in found.indicators if one.overall.before and one.overall.before.is_clear]


def clear_after(found: Agreement) -> list[IndicatorAgreement]:
    """The measures clearly linked with the overall grade that had been given."""
    return [one for one in found.indicators if one.overall.after and one.overall.after.is_clear]


def clear_either(found: Agreement) -> list[IndicatorAgreement]:
    """The measures clearly linked with the next overall grade, or the last, or both."""
    return [one for one in found.indicators if any(link.is_clear for link in one.overall.links)]


def closest(found: Agreement) -> tuple[str, Link, bool] | None:
    """The measure that goes most closely with the overall grade, its link, and whether after.

    Only among the clear ones; None where there is none.
    """
    links = [
        (one.indicator, link, after)
        for one in found.indicators
        for link, after in ((one.overall.before, False), (one.overall.after, True))
        if link is not None and link.is_clear
    ]
    return max(links, key=lambda entry: abs(entry[1].rho), default=None)


def share_linked(found: Agreement) -> float | None:
    """The share of the measures tested that are clearly linked, before or after; None of none."""
    tested = [one for one in found.indicators if one.overall.links]
    if not tested:
        return None
    return sum(any(link.is_clear for link in one.overall.links) for one in tested) / len(tested)


FEW, HALF = 0.1, 0.5


def agreement_headline(found: Agreement) -> str:
    """The finding, without a full stop."""
    share = share_linked(found)
    if share is None:
        return "Too few inspections are loaded to set figures beside Ofsted’s grades"
    if share == 0.0:
        return "No published figure clearly goes with Ofsted’s grades"
    if share < FEW:
        return "A few published figures go with Ofsted’s grades, and nearly all do not"
    if share < HALF:
        return "Some published figures go with Ofsted’s grades, but most do not"
    return "Most published figures go with Ofsted’s grades" + (
        "" if _closely(found) else ", but none of them closely"
    )


def _closely(found: Agreement) -> int:
    return sum(
        any(link.is_clear and abs(link.rho) >= CLOSE for link in one.overall.links)
        for one in found.indicators
    )


def answer(found: Agreement) -> tuple[str, str]:
    """The answer in two sentences that can be repeated aloud."""
    return _of_each_figure(found), _of_all_together(found)


def _of_each_figure(found: Agreement) -> str:
    tested = sum(bool(one.overall.links) for one in found.indicators)
    if not tested:
        return "Too few inspections are loaded to say whether any figure goes with Ofsted’s grades."
    start = f"Of {tested} published measures,"
    before, after = len(clear_before(found)), len(clear_after(found))
    if not before and not after:
        return f"{start} none clearly goes with Ofsted’s next grade or with its last one."
    close = _closely(found)
    closely = f"{close} of them closely" if close else "none of them closely"
    return (
        f"{start} {before or 'none'} clearly {'goes' if before < 2 else 'go'} with Ofsted’s next "
        f"grade and {after or 'none'} with its last one, {closely}."
    )


def _of_all_together(found: Agreement) -> str:
    top = found.top
    if not top.places:
        return (
            "Too few councils have been judged to say how those at the top of a table of all "
            "figures fared, so neither figures nor grade can stand in for the other."
        )
    years = f"since {top.rounds[0].year}" if len(top.rounds) > 1 else f"in {top.rounds[0].year}"
    count = (
        f"{top.less_than_good} of {top.places} places {years}, against {top.expected:.0f} by lot"
    )
    start = "Councils at the top of a plain table of all figures"
    end = "so neither the figures nor the grade can stand in for the other"
    if top.dealt is None or not top.dealt.is_clear:
        return (
            f"{start} were judged less than good in {count}, a difference that chance alone could "
            f"make, {end}."
        )
    if top.less_than_good > top.expected:
        return (
            f"{start} were judged less than good more often than drawing lots would give "
            f"({count}), {end}."
        )
    if not top.less_than_good:
        return (
            f"{start} were never judged less than good ({count}): figures and grade go together "
            "there, and still count different things."
        )
    return (
        f"{start} were judged less than good {_as_often(top.less_than_good / top.expected)} "
        f"drawing lots would give, but not never ({count}), {end}."
    )


def _as_often(ratio: float) -> str:
    """How often beside how often lots would give, in the words that are said."""
    for least, words in SHARES:
        if ratio >= least:
            return words
    return "far less often than"


CHART_ROWS = ("Before, with the next grade", "After, with the last grade")
"""What the two ranges of each measure are of."""


def picture_message(found: Agreement) -> str:
    """The message above the picture of clear links."""
    if _closely(found):
        return "Where figures and grades go together"
    return "Where figures and grades go together, they do so loosely"


def picture_description(found: Agreement, title_of: TitleOf) -> str:
    """What the picture shows, for someone who cannot see it."""
    said = [
        f"{title_of(one.indicator)}: {judged_words(one.overall)}" for one in clear_either(found)
    ]
    return (
        "How councils with a higher figure were judged, for each measure with a clear link. "
        f"{'. '.join(said)}."
    )


def in_a_hundred(share: float) -> str:
    """A share of pairs as so many times in a hundred."""
    return f"{100.0 * share:.0f} times in 100"


def closest_sentence(found: Agreement, title_of: TitleOf) -> str | None:
    """What the closest link means, for whoever does not know a correlation."""
    best = closest(found)
    if best is None:
        return None
    name, link, after = best
    higher = "higher" if link.rho > 0 else "lower"
    when = "last" if after else "next"
    share = max(link.same_way, 1.0 - link.same_way)
    return (
        f"The closest link is that of “{title_of(name)}” with Ofsted’s {when} grade: of two "
        f"inspections with different grades, the council with the {higher} figure had the higher "
        f"grade {in_a_hundred(share)}. A coin would give 50."
    )


def shift_sentences(found: Agreement, title_of: TitleOf) -> tuple[str, ...]:
    """Whether figures foretell the grade, or follow it, as far as that can be told."""
    shifts = [
        (one.indicator, shift)
        for one in found.indicators
        if (shift := one.overall.shift) is not None
    ]
    if not shifts:
        return ()
    after = [name for name, shift in shifts if shift.is_clear and shift.is_stronger_after]
    before = [name for name, shift in shifts if shift.is_clear and not shift.is_stronger_after]
    if not after and not before:
        return (
            "For no measure is it clear that figure and grade agree more after the inspection than "
            f"before, or less ({len(shifts)} could be asked).",
        )
    said = [
        f"For {_named(names, title_of)}, figure and grade agree more {when}."
        for names, when in (
            (after, "after the inspection than before it"),
            (before, "before the inspection than after it"),
        )
        if names
    ]
    rest = len(shifts) - len(after) - len(before)
    if rest:
        others = "measure" if rest == 1 else f"{rest} measures"
        said.append(f"For the other {others} that could be asked, no change is clear.")
    return tuple(said)


def _named(names: Sequence[str], title_of: TitleOf) -> str:
    return listed([f"“{title_of(name)}”" for name in names])


def whole_sentence(found: Agreement) -> str | None:
    """How the plain average of all figures goes with the grade."""
    before, after = found.whole.before, found.whole.after
    if before is None or after is None:
        return None
    start = (
        f"The plain average of the {found.measures} measures of which the catalogue says which "
        "way is good"
    )
    if not before.is_clear and not after.is_clear:
        return f"{start} does not clearly go with the grade, before or after."
    said = [
        f"{in_a_hundred(link.same_way)} {when}"
        for link, when in ((before, "before an inspection"), (after, "after one"))
        if link.is_clear
    ]
    closely = "closely" if max(abs(before.rho), abs(after.rho)) >= CLOSE else "loosely"
    return (
        f"{start} goes with the grade, {closely}: of two inspections with different grades, the "
        f"council with the higher average had the higher grade {listed(said)}."
    )


def echo_sentence(found: Agreement) -> str | None:
    """How much of the links with the next grade is left once the last one is held alike."""
    links = [
        (abs(one.overall.before.rho), abs(one.alike_in_last_grade.before))
        for one in clear_before(found)
        if one.overall.before is not None and one.alike_in_last_grade.before is not None
    ]
    if not links:
        return None
    plain, held = (median(each) for each in zip(*links, strict=True))
    weaker = sum(after < before for before, after in links)
    weaker_words = f"all {weaker}" if weaker == len(links) else f"{weaker} of {len(links)}"
    if len(links) == 1:
        return (
            f"With the last grade held alike, that one link with the next grade goes from "
            f"{plain:.2f} to {held:.2f}, either way."
        )
    if held >= plain:
        return (
            "Grades repeat, but the links with the next grade are not an echo of the last: with "
            f"that held alike, the middle one goes from {plain:.2f} to {held:.2f}, either way."
        )
    return (
        "Part of the link with the next grade may be an echo of the last one, since grades repeat: "
        f"with that held alike, {weaker_words} links are weaker, and the middle one goes "
        f"from {plain:.2f} to {held:.2f} (0 is none)."
    )


def deprivation_sentence(found: Agreement) -> str | None:
    """Whether what surrounds a council goes with its grade."""
    link = found.deprivation
    if link is None:
        return None
    if not link.is_clear:
        return (
            "The share of children in poor families, which no council decides, does not clearly "
            f"go with the grade: {correlation_words(link)}."
        )
    way = "higher" if link.rho > 0 else "lower"
    return (
        "Councils with a larger share of children in poor families, which no council decides, "
        f"were judged {way}: {correlation_words(link)}."
    )


def signed(rho: float) -> str:
    """A correlation as it is printed: +0.31, −0.31."""
    text = f"{rho:+.2f}"
    return "0.00" if text[1:] == "0.00" else text.replace("-", "−")


def correlation_words(link: Link | None) -> str:
    """ρ with its range; a dash where too few were judged."""
    if link is None:
        return "–"
    return f"{signed(link.rho)} ({signed(link.low)} to {signed(link.high)})"


def shift_words(shift: Shift | None) -> str:
    """How ρ changed from before to after, with its range."""
    if shift is None:
        return "–"
    mark = ", clear" if shift.is_clear else ""
    return f"{signed(shift.change)} ({signed(shift.low)} to {signed(shift.high)}){mark}"


def otherwise_words(found: Otherwise) -> tuple[str, str]:
    """ρ before and after of another reckoning."""
    before, after = (signed(rho) if rho is not None else "–" for rho in (found.before, found.after))
    return before, after


def judged_words(part: WithPart) -> str:
    """How councils with a higher figure were judged, in words."""
    if not part.links:
        return TOO_FEW
    clear = [
        ("higher" if link.rho > 0 else "lower", when)
        for link, when in ((part.before, "before"), (part.after, "after"))
        if link is not None and link.is_clear
    ]
    if not clear:
        return NO_LINK
    ways = {way for way, _ in clear}
    if len(clear) == 2 and len(ways) == 1:
        return f"{clear[0][0]}, before and after"
    return "; ".join(f"{way}, {when}" for way, when in clear)
