"""A question on a return with its line's title and its figures ready to be said."""

from __future__ import annotations

from collections.abc import Mapping

from brightfutures.catalogue import Catalogue
from brightfutures.findings.figures import listed
from brightfutures.findings.pounds_words import large_pounds
from brightfutures.money.checks.question import ReturnQuestion
from brightfutures.money.finance_returns import AFTER_INCOME, BEFORE_INCOME, INCOME

MEASURES: Mapping[str, str] = {
    BEFORE_INCOME: "spending before income",
    INCOME: "income",
    AFTER_INCOME: "spending after income",
}


class Said:
    """A question with its line's title and its figures ready to be said."""

    def __init__(self, catalogue: Catalogue, question: ReturnQuestion) -> None:
        self.asked = question
        self._lines = catalogue.spend_lines

    @property
    def line(self) -> str:
        """The line's title, in quotation marks as every title."""
        return self._title(self.asked.line or "")

    @property
    def others(self) -> str:
        """The titles of the other lines."""
        return listed([self._title(name) for name in self.asked.other_lines])

    def line_with_others(self, link: str) -> str:
        """The line's title, and after `link` those of the other lines if there are any."""
        return f"{self.line} {link} {self.others}" if self.asked.other_lines else self.line

    def _title(self, name: str) -> str:
        return f"‘{self._lines[name].title}’"

    @property
    def value(self) -> str:
        """The figure asked about, in pounds."""
        return large_pounds(self.asked.value or 0.0)

    @property
    def measure(self) -> str:
        """In which of its ways the line is told."""
        return MEASURES.get(self.asked.measure, "spending before income")

    @property
    def low(self) -> str:
        """The lowest that would not be asked about."""
        return large_pounds(self.asked.low or 0.0)

    @property
    def high(self) -> str:
        """The highest that would not be asked about."""
        return large_pounds(self.asked.high or 0.0)

    def pounds(self, fact: str) -> str:
        """One of the facts, in pounds."""
        value = self.asked.facts[fact]
        assert isinstance(value, float)
        return large_pounds(value)

    def fact(self, name: str) -> float:
        """One of the facts as a number."""
        value = self.asked.facts[name]
        assert isinstance(value, float)
        return value

    @property
    def last(self) -> str:
        """The newest figure before, with its year: "£31.3 million in 2023-24"."""
        return f"{self.pounds('last_pounds')} in {self.asked.facts['last_year']}"
