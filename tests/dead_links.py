"""Which links of a page lead nowhere."""

from collections.abc import Iterable

from starlette.testclient import TestClient

from turns import has_its_turn

ONE_ON_PAPER_IN = 12
"""By turns, one link to a page on paper in so many is followed: each takes seconds to set."""


class DeadLinks:
    """Says which links do not answer; each is followed once, whoever asks.

    CI follows all of them. Elsewhere most links to a page on paper are followed to the page that
    would be set, whose paper one function makes for all; tests of their own set one of each kind.
    """

    def __init__(self, site: TestClient) -> None:
        self._site = site
        self._answers: dict[str, bool] = {}

    def __call__(self, links: Iterable[str]) -> list[str]:
        """Those that do not answer, in the order given."""
        return [link for link in links if not self._answer(link)]

    def _answer(self, link: str) -> bool:
        if link not in self._answers:
            self._answers[link] = self._site.get(_followed(link)).status_code == 200
        return self._answers[link]


def _followed(link: str) -> str:
    path, mark, query = link.partition("?")
    if not path.endswith(".pdf") or has_its_turn(link, ONE_ON_PAPER_IN):
        return link
    return f"{path.removesuffix('.pdf')}{mark}{query}"
