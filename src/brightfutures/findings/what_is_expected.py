"""All that is said of one council's expectation, in the order in which it is read."""

from __future__ import annotations

from dataclasses import dataclass

from brightfutures.catalogue import Indicator
from brightfutures.findings.context_model_words import (
    HARDLY,
    explained_sentence,
    held_out_sentence,
    left_out_sentence,
)
from brightfutures.findings.expectation_words import (
    NOT_A_TARGET,
    beside_others_sentence,
    expectation_sentences,
    without_sentence,
)
from brightfutures.measures.expectation.results import ContextModel, Expectation
from brightfutures.measures.results import Comparison


@dataclass(frozen=True, kw_only=True)
class WhatIsExpected:
    """What is expected here, how sure that is, what to bear in mind, and how well ranges held.

    `first` is what must be known before the rest: that circumstances tell next to nothing.
    """

    first: tuple[str, ...]
    here: tuple[str, ...]
    how_sure: tuple[str, ...]
    bear_in_mind: tuple[str, ...]
    how_ranges_held: str

    @property
    def sentences(self) -> tuple[str, ...]:
        """All of them."""
        return (
            *self.first,
            *self.here,
            *self.how_sure,
            *self.bear_in_mind,
            self.how_ranges_held,
        )


def what_is_expected(
    indicator: Indicator,
    comparison: Comparison,
    expectation: Expectation,
    model: ContextModel,
    council: str,
) -> WhatIsExpected:
    """What is said of one council, its comparison with others beside it."""
    variables = [effect.variable for effect in model.effects]
    said = expectation_sentences(indicator, expectation, variables, council)
    explained = explained_sentence(model)
    tells = model.explained >= HARDLY
    return WhatIsExpected(
        first=() if tells else (explained,),
        here=said,
        how_sure=_known(
            beside_others_sentence(comparison.verdict, expectation),
            without_sentence(expectation),
        ),
        bear_in_mind=_known(
            explained if tells else None,
            left_out_sentence(model),
            NOT_A_TARGET,
        ),
        how_ranges_held=held_out_sentence(model),
    )


def _known(*sentences: str | None) -> tuple[str, ...]:
    return tuple(sentence for sentence in sentences if sentence)
