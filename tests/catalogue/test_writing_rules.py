"""The writing rules of indicators.py and series.py, held to every sentence that is shipped."""

import re
from collections import Counter
from collections.abc import Iterator

from brightfutures.catalogue import Audience, Catalogue, GoodDirection, RaisedBy, Source

PRAISE_AND_BLAME = re.compile(
    r"\b(performance|performing|worse|worst|poor|poorly|good|better|best|failing|failed|excellent)\b",
    re.IGNORECASE,
)
ABBREVIATION = re.compile(r"\b[A-Z]{2,}[A-Za-z]*\b|\b[A-Z]{2,}\d+\b")
KNOWN_CAPITALS = {"RO3"}  # the ministry's own name for a form, in the glossary
SENTENCE_END = re.compile(r"[.?!](?=\s|$)")


def _texts(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    for entry in catalogue.indicators.values():
        yield f"{entry.id}: title", entry.title
        yield f"{entry.id}: sentence", entry.sentence
        yield f"{entry.id}: why", entry.why_it_matters
        for fact in entry.what_to_know:
            yield f"{entry.id}: fact", fact
    for question in catalogue.questions.values():
        yield question.id, question.question
        yield question.id, question.why
        yield question.id, question.ask_next
    for warning in catalogue.warnings.values():
        yield warning.id, warning.title
        yield warning.id, warning.sentence
    for term in catalogue.glossary.values():
        yield term.id, term.meaning


def _sentences(text: str) -> list[str]:
    return [part for part in re.split(r"(?<=[.?!])\s+", text) if part]


def test_titles_are_short_names_without_unit_or_full_stop(catalogue: Catalogue) -> None:
    for entry in catalogue.indicators.values():
        assert len(entry.title) < 90, entry.id
        assert not entry.title.endswith("."), entry.id
        assert "%" not in entry.title, entry.id
        assert "10,000" not in entry.title, entry.id
    titles = Counter(entry.title for entry in catalogue.indicators.values())
    assert max(titles.values()) == 1


def test_sentences_name_the_council_and_the_value_once_and_end(catalogue: Catalogue) -> None:
    for entry in catalogue.indicators.values():
        assert re.findall(r"{(\w*)}", entry.sentence).count("value") == 1, entry.id
        assert sorted(re.findall(r"{(\w*)}", entry.sentence)) == ["council", "value", "year"], (
            entry.id
        )
        assert len(_sentences(entry.sentence)) == 1, entry.id
        assert entry.sentence.endswith("."), entry.id
        assert entry.sentence[0].isupper(), entry.id
        assert "%" not in entry.sentence, entry.id
        assert "£" not in entry.sentence, entry.id


def test_sentences_say_when(catalogue: Catalogue) -> None:
    """A sentence begins with its day or year, and the year is the figure's own."""
    when = (
        "Over the year to 31 March {year},",
        "Over the year to 30 September {year},",
        "Over the school year {year},",
        "Over the financial year {year},",
        "On 31 March {year},",
        "By 31 March {year},",
        "On 30 September {year},",
        "At the end of the school year {year},",
        "Around their birthday in the year to 31 March {year},",
    )
    for entry in catalogue.indicators.values():
        assert entry.sentence.startswith(when), entry.id


def test_what_can_be_a_headline_is_said_as_a_person_says_it(catalogue: Catalogue) -> None:
    for entry in catalogue.indicators.values():
        said = (entry.said_higher, entry.said_lower)
        assert all(said) or not any(said), entry.id
        assert all(said) or not entry.headline, entry.id
        for sentence in filter(None, said):
            read = sentence.format(council="Isles of Scilly", others="similar councils")
            assert sentence.count("{council}") == sentence.count("{others}") == 1, entry.id
            assert read[0].isupper(), entry.id
            assert not read.endswith("."), entry.id


def test_sentences_are_grammatical_for_one_nought_and_many(catalogue: Catalogue) -> None:
    """A bare number is never the subject of a plural: "was 1 for every", not "1 children were"."""
    after_a_number = re.compile(r"\b(1|0|94)( for (every|each)| out of 40|\.)")
    for entry in catalogue.indicators.values():
        for value in ("1", "0", "94"):
            shown = {"%": f"{value}%", "pounds": f"£{value}"}.get(entry.unit, value)
            read = entry.sentence.format(council="Isles of Scilly", value=shown, year="2025")
            assert "  " not in read, entry.id
            assert "{" not in read, entry.id
            if shown == value:
                assert after_a_number.search(read), f"{entry.id}: {read}"
                assert " was " in read or "score of" in read, f"{entry.id}: {read}"


def test_why_it_matters_is_one_to_three_sentences_about_children(catalogue: Catalogue) -> None:
    for entry in catalogue.indicators.values():
        assert 1 <= len(_sentences(entry.why_it_matters)) <= 3, entry.id
        assert entry.why_it_matters.endswith((".", "?")), entry.id
        assert len(entry.why_it_matters) <= 300, entry.id


def test_what_to_know_is_at_most_five_facts_of_one_sentence(catalogue: Catalogue) -> None:
    for entry in catalogue.indicators.values():
        assert 1 <= len(entry.what_to_know) <= 5, entry.id
        for fact in entry.what_to_know:
            assert len(_sentences(fact)) == 1, f"{entry.id}: {fact}"
            assert fact.endswith("."), f"{entry.id}: {fact}"
            assert len(fact) <= 180, f"{entry.id}: {fact}"


def test_no_sentence_about_an_indicator_is_said_twice(catalogue: Catalogue) -> None:
    said: Counter[str] = Counter()
    for entry in catalogue.indicators.values():
        said.update(_sentences(entry.why_it_matters))
        said.update(entry.what_to_know)
        said.update([entry.sentence])
    for warning in catalogue.warnings.values():
        said.update([warning.sentence])
    for question in catalogue.questions.values():
        said.update([question.question, question.why, question.ask_next])
    assert [sentence for sentence, times in said.items() if times > 1] == []


def test_no_word_praises_or_blames(catalogue: Catalogue) -> None:
    found = [(where, text) for where, text in _texts(catalogue) if PRAISE_AND_BLAME.search(text)]
    assert found == []


def test_no_abbreviation_is_left_unexplained(catalogue: Catalogue) -> None:
    for where, text in _texts(catalogue):
        assert set(ABBREVIATION.findall(text)) <= KNOWN_CAPITALS, f"{where}: {text}"


def test_people_say_children_in_care_and_give_the_official_term_once(catalogue: Catalogue) -> None:
    official = [
        entry.id
        for entry in catalogue.indicators.values()
        if "looked after" in entry.sentence + entry.title
    ]
    assert official == ["children_looked_after_rate"]


def test_questions_are_questions_with_a_reason_and_several_uses(catalogue: Catalogue) -> None:
    used = Counter(code for entry in catalogue.indicators.values() for code in entry.questions)
    of_priorities = {code for each in catalogue.priorities.values() for code in each.questions}
    for question in catalogue.questions.values():
        assert question.question.endswith("?"), question.id
        assert len(_sentences(question.question)) == 1, question.id
        assert question.why.endswith("."), question.id
        assert len(_sentences(question.why)) == 1, question.id
        several = (
            used[question.id] >= 2
            or question.id in of_priorities
            or question.raised_by is not RaisedBy.MEASURE
        )
        assert several, f"{question.id} is asked of fewer than two indicators and no priority"


def test_what_to_ask_next_is_one_short_question(catalogue: Catalogue) -> None:
    for question in catalogue.questions.values():
        assert question.ask_next.endswith("?"), question.id
        assert len(_sentences(question.ask_next)) == 1, question.id
        assert len(question.ask_next.split()) <= 20, question.id


def test_each_of_those_who_ask_has_ten_questions_and_some_for_a_quiet_year(
    catalogue: Catalogue,
) -> None:
    for audience in Audience:
        theirs = [one for one in catalogue.questions.values() if audience in one.for_whom]
        assert len(theirs) >= 30, audience
        assert sum(one.always for one in theirs) >= 10, audience


def test_what_no_figure_tells_raises_a_question_under_every_heading(catalogue: Catalogue) -> None:
    raised = [one.outcome for one in catalogue.questions.values() if one.outcome]
    assert sorted(raised) == sorted(catalogue.outcomes)
    for raised_by in RaisedBy:
        assert any(one.raised_by is raised_by for one in catalogue.questions.values()), raised_by


def test_a_question_always_asked_is_the_first_of_some_measure(catalogue: Catalogue) -> None:
    """Else no figure could be told with it."""
    first = {entry.questions[0] for entry in catalogue.indicators.values()}
    always = {question.id for question in catalogue.questions.values() if question.always}
    assert always <= first


def test_every_warning_is_used_and_says_one_thing(catalogue: Catalogue) -> None:
    used = {code for entry in catalogue.indicators.values() for code in entry.warnings}
    for warning in catalogue.warnings.values():
        assert warning.id in used, warning.id
        assert not warning.title.endswith("."), warning.id
        assert 1 <= len(_sentences(warning.sentence)) <= 2, warning.id
        assert warning.sentence.endswith("."), warning.id


def test_contested_indicators_carry_no_direction(catalogue: Catalogue) -> None:
    for entry in catalogue.indicators.values():
        if "contested_direction" in entry.warnings:
            assert entry.good_direction is GoodDirection.NEITHER, entry.id


def test_terms_are_plain_and_of_one_meaning(catalogue: Catalogue) -> None:
    terms = Counter(term.term.lower() for term in catalogue.glossary.values())
    assert max(terms.values()) == 1
    for term in catalogue.glossary.values():
        assert term.meaning.endswith("."), term.id
        assert len(term.meaning) <= 320, term.id


def test_series_are_one_sentence_with_a_plural_unit(catalogue: Catalogue) -> None:
    for series in catalogue.series.values():
        assert series.sentence.endswith("."), series.id
        assert SENTENCE_END.findall(series.sentence) == ["."], series.id
        for stop in series.breaks:
            assert stop.sentence.endswith("."), series.id


def test_sources_of_one_publication_say_which_part_each_is(catalogue: Catalogue) -> None:
    shared: dict[str, list[Source]] = {}
    for source in catalogue.sources.values():
        shared.setdefault(source.publication, []).append(source)
    for publication, sources in shared.items():
        parts = [source.part for source in sources]
        if len(sources) == 1:
            assert parts == [None], publication
            continue
        assert all(parts), publication
        assert len(set(parts)) == len(parts), publication
        for part in filter(None, parts):
            assert len(part.split()) <= 12, part
            assert "_" not in part, part
            assert not part.endswith("."), part
