"""A sentence for each kind of check: what was told, what was expected and what from."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from brightfutures.findings.check_figures import Said
from brightfutures.findings.figures import counted, number
from brightfutures.findings.pounds_words import large_pounds, share_words, whole_pounds


def _missing_return(said: Said) -> str:
    return (
        f"There is no return for {said.asked.period}, though most councils have one. "
        "What was spent is not known; it is not nought."
    )


def _line_left_blank(said: Said) -> str:
    first = f"{said.line} is blank, and was {said.last}."
    return (
        f"{first} Blank too, with money before: {said.others}." if said.asked.other_lines else first
    )


def _parts_not_told(said: Said) -> str:
    return f"{said.line} is {said.value}, but none of it is told under {said.others}."


def _net(said: Said) -> str:
    return (
        f"{said.line} is {said.pounds('spend')} before income with an income of "
        f"{said.pounds('income')}, which leaves {said.low}; the return says {said.value}."
    )


def _parts(said: Said) -> str:
    return (
        f"{said.line} is {said.value} of {said.measure}, but its parts add up to {said.low}: "
        f"{_apart(said)} between them."
    )


def _apart(said: Said) -> str:
    return large_pounds(abs((said.asked.value or 0.0) - (said.asked.low or 0.0)))


def _part_twice(said: Said) -> str:
    twice = said.asked.facts["how"] == "twice"
    how = "over its parts by exactly" if twice else "short of its parts by exactly"
    done = "counted twice" if twice else "left out"
    return (
        f"{said.line} is {said.value} of {said.measure}, {how} the {_apart(said)} of "
        f"{said.others}, which may have been {done}."
    )


def _part_over(said: Said) -> str:
    return f"{said.line} is {said.value}, more than the {said.pounds('total')} of {said.others}."


def _providers(said: Said) -> str:
    return (
        f"{said.line} is {said.value}, but what its four kinds of provider were paid adds up to "
        f"{said.pounds('parts')}."
    )


def _running_costs(said: Said) -> str:
    return (
        f"{said.line} is {said.value}, but employees and running expenses add up to "
        f"{said.pounds('parts')}."
    )


def _negative(said: Said) -> str:
    return f"The {said.measure} of {said.line} is {said.value}, which is below nought."


def _sign(said: Said) -> str:
    return f"{said.line} is {said.value}; without the minus sign it would be like {said.last}."


def _income_over(said: Said) -> str:
    return f"{said.line} took in {said.value} and spent {said.pounds('spend')}."


def _thousands(said: Said) -> str:
    value, last = abs(said.asked.value or 0.0), said.fact("last_pounds")
    times = "a thousand times" if value > abs(last) else "a thousandth of"
    return f"The {said.measure} of {said.line} is {said.value}, about {times} {said.last}."


def _all_thousands(said: Said) -> str:
    sentence = _thousands(said)
    return f"{sentence} Most of its lines are out by as much."


def _jump(said: Said) -> str:
    return (
        f"The {said.measure} of {said.line} is {said.value}, after {said.last}. From {said.low} "
        f"to {said.high} would be no more than such lines ordinarily move."
    )


def _to_nothing(said: Said) -> str:
    return f"{said.line} is nought, after {said.last}."


def _from_nothing(said: Said) -> str:
    return f"{said.line} is {said.value}, after nought in {said.asked.facts['last_year']}."


def _own_past(said: Said) -> str:
    years = int(said.fact("years"))
    return (
        f"{said.line} is {said.value}. The council’s own {counted(years).lower()} earlier years, "
        f"brought forward as the middle council moved, point to about {said.pounds('usual')}; from "
        f"{said.low} to {said.high} would not be asked about."
    )


def _swapped(said: Said) -> str:
    return (
        f"{said.line} is {said.value}, after {said.last}, and {said.others} is "
        f"{said.pounds('other_pounds')}, after {said.pounds('other_last')}: each is like the other "
        "was."
    )


def _moved(said: Said) -> str:
    return (
        f"{said.line} fell by {said.pounds('fell')} from {said.last} to {said.value}, and "
        f"{said.others} rose by {said.pounds('rose')}: nearly as much."
    )


def _each(said: Said) -> str:
    asked = said.asked
    return (
        f"{said.line} is {said.pounds('pounds')}, or {whole_pounds(asked.value or 0.0)} for each "
        f"of the {number(said.fact('children'))} children counted. Nearly all councils are between "
        f"{whole_pounds(asked.low or 0.0)} and {whole_pounds(asked.high or 0.0)}."
    )


def _each_similar(said: Said) -> str:
    asked = said.asked
    return (
        f"{said.line} comes to {whole_pounds(asked.value or 0.0)} for each child who lives in "
        "the area. Beside similar councils nearly all would be between "
        f"{whole_pounds(asked.low or 0.0)} and {whole_pounds(asked.high or 0.0)}."
    )


def _without_children(said: Said) -> str:
    return f"{said.line} is {said.value}, but no such child was counted on 31 March."


def _without_spending(said: Said) -> str:
    lines, are = said.line_with_others("and"), "are" if said.asked.other_lines else "is"
    count = number(said.fact("children"))
    return f"{lines} {are} nought, but {count} such children were counted on 31 March."


def _round(said: Said) -> str:
    return (
        f"{counted(int(said.asked.value or 0))} of {number(said.fact('of'))} figures end in a "
        f"round {number(said.fact('step') / 1000)} thousand pounds: {said.others}."
    )


def _same_figure(said: Said) -> str:
    year = said.asked.facts["last_year"]
    return f"{said.line} is {said.value}, to the pound what it was in {year}."


def _same_return(said: Said) -> str:
    return (
        f"{counted(int(said.asked.value or 0))} of {number(said.fact('of'))} lines are to the "
        f"pound what they were in {said.asked.facts['last_year']}."
    )


def _share(said: Said) -> str:
    lines, share = said.line_with_others("with"), share_words(said.asked.value or 0.0)
    return (
        f"{lines} is {said.pounds('pounds')}, {share} of all "
        f"spending. In nearly all councils it is {share_words(said.asked.high or 0.0)} or less."
    )


def _section_251(said: Said) -> str:
    return (
        f"{said.line} is {said.value} here and {said.pounds('beside')} in the section 251 "
        f"return. {_no_further_apart(said)}"
    )


def _budget(said: Said) -> str:
    return (
        f"{said.line} is {said.value} after income, and the plan for the year was "
        f"{said.pounds('beside')}. {_no_further_apart(said)}"
    )


def _no_further_apart(said: Said) -> str:
    return f"No further apart than in nearly all councils would be {said.low} to {said.high}."


SENTENCES: Mapping[str, Callable[[Said], str]] = {
    "missing_return": _missing_return,
    "line_left_blank": _line_left_blank,
    "parts_not_told": _parts_not_told,
    "net_is_spending_less_income": _net,
    "parts_make_total": _parts,
    "part_counted_twice": _part_twice,
    "part_over_total": _part_over,
    "providers_make_spending": _providers,
    "running_costs_make_spending": _running_costs,
    "negative": _negative,
    "negative_income": _negative,
    "sign_turned": _sign,
    "income_over_spending": _income_over,
    "line_in_wrong_thousands": _thousands,
    "return_in_wrong_thousands": _all_thousands,
    "jump_in_spending": _jump,
    "jump_in_total": _jump,
    "jump_in_income": _jump,
    "fell_to_nothing": _to_nothing,
    "appeared_from_nothing": _from_nothing,
    "far_from_own_past": _own_past,
    "swapped_lines": _swapped,
    "moved_between_lines": _moved,
    "cost_per_child": _each,
    "far_from_similar": _each_similar,
    "spending_without_children": _without_children,
    "children_without_spending": _without_spending,
    "round_figures": _round,
    "same_figure_as_last_year": _same_figure,
    "same_return_as_last_year": _same_return,
    "share_of_total": _share,
    "differs_from_section_251": _section_251,
    "far_from_budget": _budget,
}
"""By the name of the check, as the catalogue has it."""
