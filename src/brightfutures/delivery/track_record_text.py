"""Our own record as a person reads it in a terminal of eighty columns."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence

from brightfutures.delivery.edition import Edition
from brightfutures.delivery.health_check_rows import standing_notice
from brightfutures.delivery.track_record import VERDICTS, title_of
from brightfutures.findings.track_record_criteria_words import (
    CRITERIA,
    criterion_sentence,
    heading,
    met_words,
)
from brightfutures.findings.track_record_headline import missed_sentences, not_met_sentence
from brightfutures.findings.track_record_rule_words import (
    leads_sentence,
    rule_sentences,
)
from brightfutures.findings.track_record_words import (
    ANY_COUNCIL,
    CAVEATS,
    overall_sentences,
    percent,
    table_sentences,
)
from brightfutures.findings.verdict_words import LEVEL_WORDS
from brightfutures.measures.results import Level
from brightfutures.measures.track_record.counts import Held, Kept
from brightfutures.measures.track_record.criterion import ListedTest
from brightfutures.measures.track_record.results import (
    CALLED,
    BesideRule,
    IndicatorRecord,
    Rule,
    TrackRecord,
)

WIDTH = 80
TITLE_WIDTH = 34


def track_record_text(edition: Edition, whole: bool = False) -> str:
    """What the record comes to, and what was not met; `whole` is every sentence and table."""
    record = edition.measures.track_record()
    title = "Our own track record"
    lines = [standing_notice(edition), ""] if edition.store.made_up else []
    lines += [title, "=" * len(title), ""]
    lines += _whole(edition, record) if whole else _short(record)
    return "\n".join(lines)


def _short(record: TrackRecord) -> list[str]:
    lines = _bullets(overall_sentences(record))
    missed = [f"Not met. {sentence}" for sentence in missed_sentences(record)]
    beforehand = (not_met_sentence(record), *missed)
    lines += ["", "What was set down beforehand", "-" * 28, "", *_bullets(beforehand)]
    rules = [" ".join(rule_sentences(record.beside(rule))[:3]) for rule in Rule]
    lines += ["", "Beside simpler rules", "-" * 20, "", *_bullets(rules)]
    return [*lines, "", *_bullets(CAVEATS), "", "Every measure and rule: --all. As data: --json."]


def _whole(edition: Edition, record: TrackRecord) -> list[str]:
    lines = _bullets((*overall_sentences(record), *table_sentences(record), *CAVEATS))
    for test in record.tests:
        lines += _test(edition, test)
    lines += _by_level(record)
    lines += _by_measure(edition, record.indicators)
    lines += ["", "Beside simpler rules", "--------------------"]
    for rule in Rule:
        ahead = leads_sentence(record.indicators, rule, lambda name: title_of(edition, name))
        said = rule_sentences(record.beside(rule))
        lines += ["", *_bullets((*said, *([ahead] if ahead else [])))]
    return [*lines, *_rules_by_measure(edition, record.indicators)]


def _bullets(sentences: Iterable[str]) -> list[str]:
    found = []
    for sentence in sentences:
        found += textwrap.wrap(f"- {sentence}", WIDTH, subsequent_indent="  ")
    return found


def _test(edition: Edition, test: ListedTest) -> list[str]:
    title = f"What was set down beforehand: {heading(test)}"
    lines = ["", *textwrap.wrap(title, WIDTH), "-" * min(len(title), WIDTH)]
    lines += textwrap.wrap(f"Asked of {len(test.indicators)} listed measures.", WIDTH)
    for criterion in test.criteria:
        said = criterion_sentence(criterion, lambda name: title_of(edition, name))
        lines += ["", *textwrap.wrap(f"{met_words(criterion)}. {CRITERIA[criterion.id]}", WIDTH)]
        lines += textwrap.wrap(said, WIDTH, initial_indent="  ", subsequent_indent="  ")
    return lines


def _titled(title: str, cells: Sequence[str]) -> list[str]:
    """A row whose title takes as many lines as it needs; the cells stand on its last line."""
    *above, last = textwrap.wrap(title, TITLE_WIDTH) or [""]
    return [*above, f"{last:<{TITLE_WIDTH}}{''.join(cells)}".rstrip()]


_HEADINGS = [
    f"{'':<{TITLE_WIDTH}}{'A year later':>21}{'Two years later':>24}",
    f"{'':<{TITLE_WIDTH}}{'same side':>13}{'turned':>8}{'same side':>16}{'turned':>8}",
]


def _kept_cells(one: Kept, two: Kept) -> list[str]:
    return [
        f"{_plain(one.on_that_side):>13}",
        f"{one.opposite:>8,}",
        f"{_plain(two.on_that_side):>16}",
        f"{two.opposite:>8,}",
    ]


def _any_cells(one: Held, two: Held) -> list[str]:
    return [f"{_plain(one):>13}", f"{'–':>8}", f"{_plain(two):>16}", f"{'–':>8}"]


def _plain(held: Held) -> str:
    return f"{held.held:,}/{held.of:,}" if held.of else "–"


def _by_level(record: TrackRecord) -> list[str]:
    lines = ["", "By verdict, over all measures", "-" * 29, *_HEADINGS]
    for level in VERDICTS:
        if level is not Level.ABOUT_THE_SAME:
            one, two = record.kept(1, levels=(level,)), record.kept(2, levels=(level,))
            lines += _titled(LEVEL_WORDS[level], _kept_cells(one, two))
    lines += _titled("All of these", _kept_cells(record.kept(1), record.kept(2)))
    lines += _titled(ANY_COUNCIL, _any_cells(record.any_side(1), record.any_side(2)))
    quiet = record.kept(1, levels=(Level.ABOUT_THE_SAME,))
    if quiet.answered:
        lines += textwrap.wrap(
            f"Where we had said that no difference was clear, a year later we called a side "
            f"{quiet.opposite:,} times of {quiet.answered:,} ({percent(quiet.opposite_verdict)}).",
            WIDTH,
        )
    return lines


def _by_measure(edition: Edition, records: Sequence[IndicatorRecord]) -> list[str]:
    lines = ["", "By measure", "----------", *_HEADINGS]
    for record in records:
        one, two = record.kept(1, levels=CALLED), record.kept(2, levels=CALLED)
        lines += _titled(title_of(edition, record.indicator), _kept_cells(one, two))
    return lines


def _rules_by_measure(edition: Edition, records: Sequence[IndicatorRecord]) -> list[str]:
    lines = [
        "",
        *textwrap.wrap(
            "On our yardstick a year later, at equal numbers of flags (n): on that side; beyond "
            "where our movement began",
            WIDTH,
        ),
        f"{'':<{TITLE_WIDTH}}{'Quartile rule':>22}{'Arrow':>23}",
        f"{'':<{TITLE_WIDTH}}{'n':>8}{'ours':>7}{'rule':>7}{'n':>9}{'ours':>7}{'rule':>7}",
    ]
    for record in records:
        levels, moves = record.beside(Rule.QUARTERS), record.beside(Rule.ARROW)
        cells = [*_rule_cells(levels, 8), *_rule_cells(moves, 9)]
        lines += _titled(title_of(edition, record.indicator), cells)
    return lines


def _rule_cells(found: BesideRule, width: int) -> list[str]:
    return [
        f"{found.flags:>{width},}",
        f"{percent(found.ours_on_ours):>7}",
        f"{percent(found.theirs_on_ours):>7}",
    ]
