"""The ways on at the head of a page: the one that leads to the part the page belongs to."""

import re

from brightfutures.delivery.asked import Asked
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.site_map import answer_at
from brightfutures.pages.addresses import slug

MARKED = re.compile(r'<a href="([^"]*)" aria-current="(\w+)"')


def marked(edition: Edition, *words: str) -> list[tuple[str, str]]:
    return MARKED.findall(answer_at(edition, Asked(words=words)).content.decode())


def test_a_page_marks_itself_and_a_measure_of_a_council_marks_its_stage(made_up_edition: Edition):
    own = slug(made_up_edition.geography.councils()[0])

    assert marked(made_up_edition, own) == [(f"/{own}", "page")]
    assert marked(made_up_edition, own, "homes") == [(f"/{own}/homes", "page")]
    assert marked(made_up_edition, own, "indicators", "children_looked_after_rate") == [
        (f"/{own}/in-care", "true")
    ]
