"""The stages of the child's journey that have a page: what is asked, and what is read together.

Writing rules, enforced by tests/catalogue/test_stages.py:
- `about` is what the stage's figures are on, as a person says it in mid-sentence after "on".
- `means` is one plain sentence on what is asked at this stage.
- each pair of `together` is one that an indicator's `read_with` asks for, at least one of them of
  the stage; `why` is one sentence, true of every council, on why neither is read without the
  other. It never says that one brings the other about.
- no word of praise or blame, no abbreviation, "children in care".
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class PairToRead:
    """Two measures that are set side by side whatever they show, and why."""

    measures: tuple[str, ...]
    why: str

    def __post_init__(self) -> None:
        if len(set(self.measures)) != 2:
            raise ValueError(f"a pair has two measures, not {', '.join(self.measures)}")


@dataclass(frozen=True, kw_only=True)
class StageDeclaration:
    """One stage of the journey, by the name that `Stage` gives it."""

    id: str
    about: str
    means: str
    together: tuple[PairToRead, ...]
